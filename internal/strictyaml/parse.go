package strictyaml

import (
	"bytes"
	"errors"
	"io"
	"slices"
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
	doc.Unreadable = true
	for i := range maxRepairs {
		if i > 1 && i*len(text) > maxReread {
			break
		}
		node, err := parseYAML(text)
		if err == nil {
			doc.Unreadable = node == nil && i > 0 // all of it was blanked out
			if node != nil {
				c := &converter{parser: p, repair: r, text: text, base: part.start, lines: diag.NewLines(text)}
				doc.Root = c.node(node, "", 0, extent{0, len(text)})
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
	if err := decoder.Decode(&more); err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	return doc.Content[0], nil
}

// converter turns the parser's nodes into ours.
type converter struct {
	*parser
	repair *repair
	text   []byte // the document, overwritten where it was broken
	base   int    // offset of text in the file
	lines  *diag.Lines
	room   []piece // of the scalar at hand
	stock  []Node

	tooDeep bool // once is enough
}

// offset returns where in text the parser's node begins.
func (c *converter) offset(y *yaml.Node) int {
	return c.lines.Offset(diag.Position{Line: y.Line, Column: y.Column})
}

func (c *converter) span(start, end int) diag.Span {
	return diag.Span{File: c.file.Name, Start: c.base + start, End: c.base + end}
}

// newNode takes a node from the stock: one allocation serves several.
func (c *converter) newNode() *Node {
	if len(c.stock) == 0 {
		c.stock = make([]Node, 16)
	}
	n := &c.stock[0]
	c.stock = c.stock[1:]
	return n
}

// node converts a value that stands somewhere in an area: from the end of its
// key to where the next entry begins.
func (c *converter) node(y *yaml.Node, pointer string, depth int, area extent) *Node {
	start := max(c.offset(y), area.start)
	n := c.newNode()
	n.Pointer, n.Span = pointer, c.span(start, start)
	refused := c.refused(y, start)
	switch {
	case refused && y.Kind != yaml.MappingNode && y.Kind != yaml.SequenceNode:
		n.Kind = Broken
	case y.Kind == yaml.MappingNode || y.Kind == yaml.SequenceNode:
		if depth >= MaxDepth {
			c.reportTooDeep(start)
			n.Kind = Broken
			return n
		}
		deep := c.tooDeep
		n.Flow = y.Style&yaml.FlowStyle != 0
		n.Holed = c.repair.holed(area)
		if y.Kind == yaml.MappingNode {
			c.mapping(y, n, depth, area.end)
		} else {
			c.sequence(y, n, depth, area.end)
		}
		if depth > 0 && (refused || c.tooDeep != deep) {
			n.Kind = Broken // what is in it was looked at; as a whole it is not what was meant
		}
	default:
		c.scalar(y, n, start)
		c.plainValue(y, n, area)
	}
	return n
}

func (c *converter) reportTooDeep(at int) {
	if !c.tooDeep {
		c.report(RuleTooDeep, c.base+at, c.base+at+1, "values are nested more than 32 levels deep", "write this with fewer levels")
	}
	c.tooDeep = true
}

// refused reports aliases, anchors and tags, and tells whether there was one.
func (c *converter) refused(y *yaml.Node, start int) bool {
	lead := byte(0)
	if start < len(c.text) {
		lead = c.text[start]
	}
	end := start + wordLength(c.text[min(start, len(c.text)):])
	switch {
	case c.repair.placeholders[start]:
	case y.Kind == yaml.AliasNode:
		c.report(RuleAlias, c.base+start, c.base+start+1+len(y.Value), noAlias, aliasHint)
	case y.Anchor != "":
		c.report(RuleAlias, c.base+start, c.base+end, noAnchor, markHint('&'))
	case lead == '!' && (end == start+1):
		c.report(RuleSyntax, c.base+start, c.base+end, mustQuote("!"), quoteHint)
	case lead == '!':
		c.report(RuleAlias, c.base+start, c.base+end, noTag, markHint('!'))
	default:
		return false
	}
	return true
}

const (
	noAlias   = "aliases (*name) are not used here"
	noAnchor  = "anchors (&name) are not used here"
	noTag     = "tags (!name) are not used here"
	aliasHint = "write the text out; if it starts with *, quote it or write it under >-"
)

// markHint says what to do about an anchor or a tag, which starts with mark.
func markHint(mark byte) string {
	return "delete it; if the text starts with " + string(mark) + ", quote it or write it under >-"
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
	pieces, end, ok := align(c.room[:0], c.text, start, style, y.Value)
	c.room = pieces
	if !ok {
		// Only a fault of the walk can lead here; the text is right, its places are those of the whole.
		pieces, end = nil, min(start+1, len(c.text))
	}
	for i := range pieces {
		pieces[i].s0 += int32(c.base)
		pieces[i].s1 += int32(c.base)
	}
	if k := len(pieces); k > 0 && (style == Literal || style == Folded) {
		for k > 1 && !pieces[k-1].same {
			k-- // the line feeds at the end
		}
		end = int(pieces[k-1].s1) - c.base
	}
	n.Kind = Scalar
	n.Span = c.span(start, end)
	n.Text = Text{Value: y.Value, Style: style, Pointer: n.Pointer, Span: n.Span, pieces: slices.Clone(pieces)}
	if style == DoubleQuoted {
		c.escapedControls(&n.Text)
	}
}

// plainValue looks closer at a value without quotes: whether one was given at
// all, and what may have become of it.
func (c *converter) plainValue(y *yaml.Node, n *Node, area extent) {
	if n.Text.Style != Plain {
		return
	}
	if n.Null = y.Tag == "!!null"; n.Null {
		n.Text.Value, n.Text.pieces = "", nil
	}
	c.swallowed(n)
	if n.Null && c.repair.holed(area) {
		n.Kind = Broken
	}
}

// swallowed looks for the comment on the line where a plain text ends or was
// left out. Where that starts like "#12" it was meant as text, and would be
// missed; and in place of a text it may have been meant as one.
func (c *converter) swallowed(n *Node) {
	at := n.Span.End - c.base
	from := at
	for at < len(c.text) && (c.text[at] == ' ' || c.text[at] == '\t') {
		at++
	}
	if at == from || at >= len(c.text) || c.text[at] != '#' {
		return
	}
	end := at + len(bytes.TrimRight(c.text[at:lineEnd(c.text, at)], " \t\r"))
	if n.Null {
		n.Comment = c.span(at, end)
	}
	if at+1 < end && c.text[at+1] >= '0' && c.text[at+1] <= '9' {
		c.report(RuleSyntax, c.base+at, c.base+end, "from # on, this is a comment and not part of the text", quoteWhole)
		n.Kind = Broken
	}
}

// escapedControls reports control characters that were written as escapes.
func (c *converter) escapedControls(t *Text) {
	for i, r := range t.Value {
		if IsControl(r) {
			s := t.Place(i, i+len(string(r)))
			c.report(RuleControl, s.Start, s.End, controlMessage(r), controlHint)
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
	n.Kind = Sequence
	n.Items = slices.Grow(n.Items, len(y.Content))
	for i, item := range y.Content {
		area := extent{n.Span.End - c.base, limit}
		if i+1 < len(y.Content) {
			area.end = max(c.offset(y.Content[i+1]), area.start)
		}
		n.Items = append(n.Items, c.node(item, n.Pointer+"/"+itoa(i), depth+1, area))
		n.Span.End = max(n.Span.End, n.Items[i].Span.End)
	}
	c.closeFlow(n)
}

// closeFlow extends the span of a value in brackets to the closing one.
func (c *converter) closeFlow(n *Node) {
	// In [a: b] the inner mapping has no brackets of its own.
	if !n.Flow || bytes.IndexByte([]byte("[{&!"), c.text[n.Span.Start-c.base]) < 0 {
		return
	}
	for i := n.Span.End - c.base; i < len(c.text); i++ {
		switch b := c.text[i]; {
		case b == ']', b == '}':
			n.Span.End = c.base + i + 1
			return
		case b == '#' && i > 0 && isBlankByte(c.text[i-1]):
			i = lineEnd(c.text, i)
		}
	}
}

// pointerEscaper writes a key as a part of a JSON pointer (RFC 6901).
var pointerEscaper = strings.NewReplacer("~", "~0", "/", "~1")
