package schema

import (
	"bytes"
	"fmt"
	"strings"
	"sync"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	gmtext "github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"briefnote/internal/strictyaml"
)

// InlineKind is what an [Inline] is.
type InlineKind uint8

// The kinds of inline markup, and plain words.
const (
	Words      InlineKind = iota
	Emphasis              // *italic*
	Strong                // **bold**
	Link                  // [label](address)
	NoteRef               // [^id]
	InlineNote            // ^[a note where it stands]
	Redacted              // [REDACTED]: a severance already made
	Severance             // [text to withhold]{s="15(1)(a)"}
)

// Inline is a piece of a text. Start and End are its place in
// Text.Source.Value, markup included; for words, Text is what stands there
// but for a line break, which is one space.
type Inline struct {
	Kind       InlineKind
	Start, End int
	Text       string // the words, the token of a severance made, a link's address, a reference's id
	Provisions []string
	Children   []Inline
}

// inlineParser parses one text.
type inlineParser struct {
	decoder *strictyaml.Decoder
	text    Text
	flat    []byte // the text without line breaks, byte for byte in its places
	joined  string // flat; words are pieces of it, so that joining them copies nothing
	close   map[int]int
	severed bool // within a severance, where no other may stand
	noted   bool // within a note, where no other may stand
	linked  bool // within a link, where no other may stand
}

// markdown is goldmark with everything left out but what a note may hold.
var markdown = sync.OnceValue(func() parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(util.Prioritized(parser.NewParagraphParser(), 1)),
		parser.WithInlineParsers(
			util.Prioritized(bracketParser{}, 1),
			util.Prioritized(starParser{parser.NewEmphasisParser()}, 2),
		),
	)
})

// starParser is goldmark's emphasis for * alone: an underscore is a letter of
// an address or an identifier in a note.
type starParser struct{ parser.InlineParser }

func (starParser) Trigger() []byte { return []byte{'*'} }

// parse returns the inlines of flat[start:end].
func (p *inlineParser) parse(start, end int) []Inline {
	part := p.flat[start:end]
	if len(part) == 0 {
		return nil
	}
	if !bytes.ContainsAny(part, `*[]^\{`) {
		return p.words(nil, start, end)
	}
	if p.close == nil {
		p.close = matchBrackets(p.flat)
	}
	// A paragraph of Markdown has no blanks at its ends, but within markup they are words.
	text := len(part) - len(bytes.TrimLeft(part, " \t"))
	stop := len(bytes.TrimRight(part, " \t"))
	if text >= stop {
		return p.words(nil, start, end)
	}
	ctx := parser.NewContext()
	ctx.Set(bracketKey, &brackets{flat: p.flat, close: p.close, offset: start + text})
	root := markdown().Parse(gmtext.NewReader(part[text:stop]), parser.WithContext(ctx))
	out := p.words(nil, start, start+text)
	for block := root.FirstChild(); block != nil; block = block.NextSibling() {
		out = p.children(out, block, start+text)
	}
	p.loose(out)
	return p.words(out, start+stop, end)
}

// children appends the inlines of a goldmark node, whose segments count from offset.
func (p *inlineParser) children(out []Inline, parent ast.Node, offset int) []Inline {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Text:
			out = p.words(out, offset+n.Segment.Start, offset+n.Segment.Stop)
		case *ast.Emphasis:
			inner := p.children(nil, n, offset)
			if len(inner) == 0 {
				continue
			}
			in := Inline{Kind: Emphasis, Children: inner, Start: inner[0].Start - n.Level, End: inner[len(inner)-1].End + n.Level}
			if n.Level == 2 {
				in.Kind = Strong
			}
			out = append(out, in)
		case *bracket:
			out = append(out, p.bracket(n)...)
		default:
			panic(fmt.Sprintf("schema: goldmark made a node of kind %s", n.Kind()))
		}
	}
	return out
}

// words appends flat[start:end] as words: line breaks become one space each,
// and a backslash before a character of the markup is left out.
func (p *inlineParser) words(out []Inline, start, end int) []Inline {
	from := start
	flush := func(to int) {
		if to > from {
			out = p.append(out, from, to, p.joined[from:to])
		}
	}
	for i := start; i < end; i++ {
		switch {
		case p.flat[i] == '\\' && i+1 < end && p.escapable(i+1):
			flush(i)
			from = i + 1
			i++
		case p.value(i) == '\n':
			stop := i
			for stop < end && p.flat[stop] == ' ' {
				stop++
			}
			for i > from && p.flat[i-1] == ' ' {
				i-- // blanks before the line break are part of it
			}
			flush(i)
			out = p.append(out, i, stop, " ")
			from = stop
			i = stop - 1
		}
	}
	flush(end)
	return out
}

// value returns the byte of the scalar that flat[i] stands for.
func (p *inlineParser) value(i int) byte { return p.text.Source.Value[p.text.Start+i] }

// append adds words, joining them to those before where nothing was left out between.
func (p *inlineParser) append(out []Inline, from, to int, words string) []Inline {
	in := Inline{Kind: Words, Start: p.text.Start + from, End: p.text.Start + to, Text: words}
	if k := len(out) - 1; k >= 0 && out[k].Kind == Words && out[k].End == in.Start &&
		len(words) == to-from && len(out[k].Text) == out[k].End-out[k].Start {
		out[k].End = in.End
		out[k].Text = p.joined[out[k].Start-p.text.Start : in.End-p.text.Start]
		return out
	}
	return append(out, in)
}

// escapable reports whether a backslash before flat[i] takes the character's
// meaning away: it is one of the markup's, or it would make the text's first
// line a heading or an item.
func (p *inlineParser) escapable(i int) bool {
	c := p.flat[i]
	if strings.IndexByte(`*[](){}^"\|`, c) >= 0 {
		return true
	}
	return strings.IndexByte("#-.", c) >= 0 && bytes.IndexByte(p.flat[:i], ' ') < 0
}

// bad reports markup that cannot be read; start and end count in flat.
func (p *inlineParser) bad(start, end int, message, hint string) {
	at := p.text.Place(p.text.Start+start, p.text.Start+end)
	p.decoder.Report(strictyaml.RuleValue, at, p.text.Pointer(), message, hint)
}

// loose reports the braces of a severance that stand without their brackets.
// Within brackets they were looked for when those were parsed.
func (p *inlineParser) loose(inlines []Inline) {
	for _, in := range inlines {
		switch in.Kind {
		case Emphasis, Strong:
			p.loose(in.Children)
		case Words:
			k := strings.Index(in.Text, "{s=")
			at := in.Start + k - p.text.Start
			if k < 0 || at > 0 && p.flat[at-1] == '\\' {
				continue
			}
			length := max(closing(p.flat[at:], '{', '}'), len("{s="))
			p.bad(at, at+length, "these provisions belong to no text in brackets", severanceForm+" within one paragraph")
		}
	}
}
