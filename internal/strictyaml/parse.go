package strictyaml

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"gopkg.in/yaml.v3"

	"briefnote/diag"
)

// A document is read again after a broken entry was blanked out, but neither
// too often nor too much of it: a file of one mistake a line must not take
// time that grows with its square.
const (
	maxRepairs = 25
	maxReread  = 4 << 20 // bytes
)

// document reads one document. Each time the parser stumbles, the broken entry
// is reported and overwritten, and the rest is tried again.
func (p *parser) document(clean []byte, part extent) Document {
	doc := Document{Span: diag.Span{File: p.file.Name, Start: part.start, End: part.end}}
	text := clean[part.start:part.end]
	r := &repair{parser: p, text: text, base: part.start, placeholders: map[int]bool{}}
	for i := range maxRepairs {
		if i > 1 && i*len(text) > maxReread {
			break
		}
		node, err := parseYAML(text)
		if err == nil {
			if node != nil {
				c := &converter{parser: p, repair: r, text: text, base: part.start, lines: diag.NewLines(text)}
				doc.Root = c.node(node, "", 0, len(text))
			}
			return doc
		}
		if !r.mend(err) {
			return doc
		}
	}
	return doc
}

// parseYAML returns the root value of a document, or nil if it is empty.
func parseYAML(text []byte) (root *yaml.Node, err error) {
	defer func() {
		if recover() != nil { // a fault of the parser is no reason to fail the file's other documents
			root, err = nil, errors.New("yaml: unreadable")
		}
	}()
	decoder := yaml.NewDecoder(bytes.NewReader(text))
	var doc, more yaml.Node
	switch err := decoder.Decode(&doc); {
	case errors.Is(err, io.EOF):
		return nil, nil
	case err != nil:
		return nil, err
	}
	// The parser stops where the document could end; what stands there must be read too.
	switch err := decoder.Decode(&more); {
	case err == nil:
		return nil, fmt.Errorf("line %d: text after the document", more.Line)
	case !errors.Is(err, io.EOF):
		return nil, err
	}
	if len(doc.Content) == 0 {
		return nil, nil
	}
	root = doc.Content[0]
	if root.Kind == yaml.ScalarNode && root.Value == "" && root.Style == 0 {
		return nil, nil
	}
	return root, nil
}

// converter turns the parser's nodes into ours.
type converter struct {
	*parser
	repair *repair
	text   []byte // the document, overwritten where it was broken
	base   int    // offset of text in the file
	lines  *diag.Lines

	tooDeep bool // once is enough
}

// offset returns where in text the parser's node begins.
func (c *converter) offset(y *yaml.Node) int {
	return c.lines.Offset(diag.Position{Line: y.Line, Column: y.Column})
}

func (c *converter) span(start, end int) diag.Span {
	return diag.Span{File: c.file.Name, Start: c.base + start, End: c.base + end}
}

// node converts a value. limit is the offset where the next entry begins.
func (c *converter) node(y *yaml.Node, pointer string, depth, limit int) *Node {
	start := c.offset(y)
	n := &Node{Pointer: pointer, Span: c.span(start, start)}
	switch {
	case c.refused(y, n, start):
	case y.Kind == yaml.MappingNode || y.Kind == yaml.SequenceNode:
		if depth >= MaxDepth {
			c.reportTooDeep(start)
			n.Kind = Broken
			return n
		}
		n.Flow = y.Style&yaml.FlowStyle != 0
		n.Holed = c.repair.holed(start, limit)
		n.Kind = Sequence
		if y.Kind == yaml.MappingNode {
			n.Kind = Mapping
			c.mapping(y, n, depth, limit)
		} else {
			c.sequence(y, n, depth, limit)
		}
	default:
		c.scalar(y, n, start)
	}
	return n
}

func (c *converter) reportTooDeep(at int) {
	if !c.tooDeep {
		c.report(RuleTooDeep, c.base+at, c.base+at+1, "values are nested more than 32 levels deep", "write the note with fewer levels")
	}
	c.tooDeep = true
}

// refused reports aliases, anchors and tags. Where it returns true the node is broken.
func (c *converter) refused(y *yaml.Node, n *Node, start int) bool {
	lead := byte(0)
	if start < len(c.text) {
		lead = c.text[start]
	}
	end := start + wordLength(c.text[min(start, len(c.text)):])
	switch {
	case c.repair.placeholders[start]:
	case y.Kind == yaml.AliasNode:
		c.report(RuleAlias, c.base+start, c.base+end, "aliases (*name) are not used in notes", "write the text out; if it starts with *, quote it or write it under >-")
	case y.Anchor != "":
		c.report(RuleAlias, c.base+start, c.base+end, "anchors (&name) are not used in notes", "delete it; if the text starts with &, quote it or write it under >-")
		if y.Kind != yaml.ScalarNode {
			return false
		}
	case lead == '!' && (end == start+1):
		c.report(RuleSyntax, c.base+start, c.base+end, mustQuote("!"), quoteHint)
	case lead == '!':
		c.report(RuleAlias, c.base+start, c.base+end, "tags (!name) are not used in notes", "delete it; if the text starts with !, quote it or write it under >-")
		if y.Kind != yaml.ScalarNode {
			return false
		}
	default:
		return false
	}
	n.Kind = Broken
	return true
}

// wordLength counts the bytes up to the next blank.
func wordLength(text []byte) int {
	for i, b := range text {
		if b == ' ' || b == '\t' || b == '\n' || b == '\r' {
			return i
		}
	}
	return len(text)
}

// scalar fills in a text and the places of its bytes.
func (c *converter) scalar(y *yaml.Node, n *Node, start int) {
	style := styleOf(y)
	pieces, end, ok := align(c.text, start, style, y.Value)
	if !ok {
		// Only a fault of the walk can lead here; the text is right, its places are those of the whole.
		pieces, end = nil, min(start+1, len(c.text))
	}
	for i := range pieces {
		pieces[i].s0 += c.base
		pieces[i].s1 += c.base
	}
	if k := len(pieces); k > 0 && (style == Literal || style == Folded) {
		for k > 1 && !pieces[k-1].same {
			k-- // the line feeds at the end
		}
		end = pieces[k-1].s1 - c.base
	}
	n.Kind = Scalar
	n.Span = c.span(start, end)
	n.Null = y.Tag == "!!null" && style == Plain
	n.Text = Text{Value: y.Value, Style: style, Pointer: n.Pointer, Span: n.Span, pieces: pieces}
	if n.Null {
		n.Text.Value, n.Text.pieces = "", nil
	}
	if style == DoubleQuoted {
		c.escapedControls(&n.Text)
	}
}

// escapedControls reports control characters that were written as escapes.
func (c *converter) escapedControls(t *Text) {
	for i, r := range t.Value {
		if IsControl(r) {
			s := t.Place(i, i+len(string(r)))
			c.report(RuleControl, s.Start, s.End, controlMessage(r), "delete it")
		}
	}
}

func styleOf(y *yaml.Node) Style {
	switch {
	case y.Style&yaml.DoubleQuotedStyle != 0:
		return DoubleQuoted
	case y.Style&yaml.SingleQuotedStyle != 0:
		return SingleQuoted
	case y.Style&yaml.LiteralStyle != 0:
		return Literal
	case y.Style&yaml.FoldedStyle != 0:
		return Folded
	default:
		return Plain
	}
}

// sequence converts the items of a list.
func (c *converter) sequence(y *yaml.Node, n *Node, depth, limit int) {
	for i, item := range y.Content {
		next := limit
		if i+1 < len(y.Content) {
			next = c.offset(y.Content[i+1])
		}
		n.Items = append(n.Items, c.node(item, n.Pointer+"/"+itoa(i), depth+1, next))
	}
	if k := len(n.Items); k > 0 {
		n.Span.End = max(n.Span.End, n.Items[k-1].Span.End)
	}
	c.closeFlow(n)
}

// closeFlow extends the span of a value in brackets to the closing one.
func (c *converter) closeFlow(n *Node) {
	if !n.Flow {
		return
	}
	for i := n.Span.End - c.base; i < len(c.text); i++ {
		if b := c.text[i]; b == ']' || b == '}' {
			n.Span.End = c.base + i + 1
			return
		}
	}
}

// pointerEscaper writes a key as a part of a JSON pointer (RFC 6901).
var pointerEscaper = strings.NewReplacer("~", "~0", "/", "~1")
