package schema

import (
	"strings"

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
	flat    string // the text without line breaks, byte for byte in its places
	close   map[int]int
	severed bool // within a severance, where no other may stand
	noted   bool // within a note, where no other may stand
	linked  bool // within a link, where no other may stand
}

// parse returns the inlines of flat[start:end].
func (p *inlineParser) parse(start, end int) []Inline {
	part := p.flat[start:end]
	if len(part) == 0 {
		return nil
	}
	if !strings.ContainsAny(part, `*[]^\{`) {
		return p.words(nil, start, end)
	}
	if p.close == nil {
		p.close = matchBrackets(p.flat)
	}
	out := p.nest(p.markup(start, end), start, end)
	p.loose(out)
	return out
}

// nest returns the inlines of flat[start:end], given the markup in it.
func (p *inlineParser) nest(marks []mark, start, end int) []Inline {
	type level struct {
		before []Inline // what stands before the emphasis
		open   mark
	}
	var levels []level
	var out []Inline
	for _, m := range marks {
		out = p.words(out, start, m.start)
		start = m.end
		switch {
		case m.bracket != nil:
			out = append(out, p.bracket(m.bracket)...)
		case m.opens:
			levels = append(levels, level{out, m})
			out = nil
		default:
			k := len(levels) - 1
			in := Inline{Kind: Emphasis, Start: p.text.Start + levels[k].open.start, End: p.text.Start + m.end, Children: out}
			if m.end-m.start == 2 {
				in.Kind = Strong
			}
			out, levels = levels[k].before, levels[:k]
			if len(in.Children) > 0 {
				out = append(out, in)
			}
		}
	}
	return p.words(out, start, end)
}

// words appends flat[start:end] as words: line breaks become one space each,
// and a backslash before a character of the markup is left out.
func (p *inlineParser) words(out []Inline, start, end int) []Inline {
	from := start
	flush := func(to int) {
		if to > from {
			out = p.append(out, from, to, p.flat[from:to])
		}
	}
	source := p.text.Source.Value[p.text.Start:]
	if strings.IndexByte(p.flat[start:end], '\\') < 0 && strings.IndexByte(source[start:end], '\n') < 0 {
		flush(end) // nearly always
		return out
	}
	for i := start; i < end; i++ {
		switch {
		case p.flat[i] == '\\' && i+1 < end && p.escapable(i+1):
			flush(i)
			from = i + 1
			i++
		case source[i] == '\n':
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

// append adds words, joining them to those before where nothing was left out between.
func (p *inlineParser) append(out []Inline, from, to int, words string) []Inline {
	in := Inline{Kind: Words, Start: p.text.Start + from, End: p.text.Start + to, Text: words}
	if k := len(out) - 1; k >= 0 && out[k].Kind == Words && out[k].End == in.Start &&
		len(words) == to-from && len(out[k].Text) == out[k].End-out[k].Start {
		out[k].End = in.End
		out[k].Text = p.flat[out[k].Start-p.text.Start : in.End-p.text.Start]
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
	return strings.IndexByte("#-.", c) >= 0 && strings.IndexByte(p.flat[:i], ' ') < 0
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
