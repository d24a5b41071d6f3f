package schema

import (
	"briefnote/internal/strictyaml"
)

// BlockText is running text: paragraphs, lists and tables, in order.
type BlockText struct {
	Blocks []Block
}

// Block is one of [*Paragraph], [*Points] and [*Table].
type Block interface{ block() }

// Paragraph is a paragraph of running text.
type Paragraph struct{ Text Text }

// Table is a pipe table. Every row has as many cells as Header.
type Table struct {
	Align  []string // a column each: "", "center" or "end"
	Header []Text
	Rows   [][]Text
}

func (*Paragraph) block() {}
func (*Points) block()    {}
func (*Table) block()     {}

// UnmarshalNode reads a scalar as block text.
func (b *BlockText) UnmarshalNode(d *strictyaml.Decoder, n *strictyaml.Node) {
	if n.Kind != strictyaml.Scalar {
		b.notText(d, n)
		return
	}
	p := newBlockParser(d, &n.Text)
	b.Blocks = p.blocks()
	for !p.done() { // a heading: nothing here can hold what stands under it
		p.bad(p.line(), "a heading cannot stand here", "sections are written under background or considerations; here, make it a paragraph")
		p.next++
		b.Blocks = append(b.Blocks, p.blocks()...)
	}
}

func (BlockText) describe(d *describer, filled bool) subschema { return d.text(filled) }

// notText reports what stands where block text should. A list needs a | to be one.
func (b *BlockText) notText(d *strictyaml.Decoder, n *strictyaml.Node) {
	switch {
	case n.Kind == strictyaml.Broken:
	case n.Kind == strictyaml.Sequence && !n.Flow:
		d.WrongForm(n, "a text", "put | after the colon of the key above, and the list is part of the text")
	default:
		d.WrongType(n, "a text")
	}
}

// outline is a heading of a block text with what stands under it.
type outline struct {
	heading Text
	at      blockLine
	blocks  []Block
	under   []outline
}

// outlines reads the rest of a block text as headings of a level and deeper,
// the text before the first one being an outline without heading. Levels count
// from 1, the one written ##; deepest is the last that is allowed.
func (p *blockParser) outlines(level, deepest int) []outline {
	var out []outline
	if blocks := p.blocks(); len(blocks) > 0 && level == 1 {
		out = append(out, outline{blocks: blocks})
	}
	for !p.done() {
		l := p.line()
		got := l.level - 1
		switch {
		case got < level:
			if l.level > 1 {
				return out
			}
			p.bad(l, "a heading of the first level is the note's own title", "start it with ##")
		case got > deepest:
			p.tooDeep(l, "headings", deepest)
		case got > level:
			p.bad(l, "this heading skips a level", "start it with "+headingMarks(level))
		}
		p.next++
		o := outline{at: l, heading: newText(p.decoder, p.text, l.textAt, l.end), blocks: p.blocks()}
		if o.heading.IsEmpty() {
			p.bad(l, "this heading has no words", "write them after the "+headingMarks(level))
		}
		if got >= level {
			o.under = p.outlines(max(got, level)+1, deepest)
		}
		out = append(out, o)
	}
	return out
}

func headingMarks(level int) string { return "######"[:min(level+1, 6)] }

// blocks reads up to the next heading.
func (p *blockParser) blocks() []Block {
	var out []Block
	for p.skipBlank(); !p.done(); p.skipBlank() {
		l := p.line()
		switch {
		case l.kind == headingLine:
			return out
		case l.kind == itemLine && l.startsList():
			out = append(out, p.points(-1, 1+p.above))
		case l.kind == itemLine && p.counts():
			p.bad(l, "this list does not start at "+first(l.style), startHint(l.style))
			out = append(out, p.points(-1, 1+p.above))
		case l.kind == tableLine:
			if t := p.table(); t != nil {
				out = append(out, t)
			}
		default:
			out = append(out, &Paragraph{p.paragraph()})
		}
	}
	return out
}

// counts reports whether the item at hand, which is not the first of its kind,
// is followed by the next one: a list, and no line of prose.
func (p *blockParser) counts() bool {
	l := p.line()
	for _, next := range p.lines[p.next+1:] {
		if next.kind == itemLine && next.indent == l.indent {
			return next.style == l.style && next.number == l.number+1
		}
		if next.kind != textLine && next.kind != blankLine {
			break
		}
	}
	return false
}

// first is the mark that a list of a style starts with.
func first(s ListStyle) string {
	if s == Letters {
		return `"a."`
	}
	return `"1."`
}

func startHint(s ListStyle) string {
	return "start it with " + first(s) + "; to go on with the list above, indent the text between the two by as much as the points' own text"
}

// paragraph reads the lines of a paragraph: up to a blank line, a heading, a
// table, or an item that may follow it directly.
func (p *blockParser) paragraph() Text {
	start, end := p.line().start+p.line().indent, p.line().end
	for p.next++; !p.done() && p.literal; p.next++ {
		l := p.line()
		if l.kind == blankLine || l.kind == headingLine || l.kind == tableLine || l.kind == itemLine && l.startsList() {
			break
		}
		end = l.end
	}
	return newText(p.decoder, p.text, start, end)
}
