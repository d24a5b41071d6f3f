package compose

import (
	"briefnote/render/doc"
	"briefnote/schema"
)

// blocks composes running text.
func (c *composer) blocks(blocks []schema.Block) []doc.Block {
	var out []doc.Block
	for _, b := range blocks {
		switch b := b.(type) {
		case *schema.Paragraph:
			out = append(out, c.paragraph(b.Text, doc.RoleBody))
		case *schema.Points:
			out = append(out, c.list(b, doc.ListStyle(b.Style), 1))
		case *schema.Table:
			out = append(out, c.table(b))
		}
	}
	return out
}

func (c *composer) paragraph(t schema.Text, role doc.Role) *doc.Paragraph {
	return &doc.Paragraph{Origin: origin(t.Pointer(), t.Span()), Role: role, Runs: c.runs(t)}
}

// list composes points. Text that goes on from a point stands within its item;
// where there is no point before it, in an item without a mark.
func (c *composer) list(p *schema.Points, style doc.ListStyle, start int) *doc.List {
	l := &doc.List{Style: style, Start: start, Origin: doc.Origin{Span: p.Span}}
	for _, point := range p.Items {
		from := origin(point.Pointer, point.Span)
		if point.Continued {
			para := c.paragraph(point.Text, doc.RoleContinued)
			if k := len(l.Items); k > 0 {
				l.Items[k-1].Blocks = append(l.Items[k-1].Blocks, c.severed(point.Withhold, from, para)...)
			} else {
				l.Items = append(l.Items, doc.Item{Origin: from, Unmarked: true, Blocks: c.severed(point.Withhold, from, para)})
			}
			continue
		}
		var blocks []doc.Block
		if !point.Text.IsEmpty() {
			blocks = append(blocks, c.paragraph(point.Text, doc.RoleBody))
		}
		if len(point.Points.Items) > 0 {
			blocks = append(blocks, c.list(&point.Points, doc.ListStyle(point.Points.Style), 1))
		}
		l.Items = append(l.Items, doc.Item{Origin: from, Blocks: c.severed(point.Withhold, from, blocks...)})
	}
	return l
}

// severed wraps blocks that are to be withheld whole.
func (c *composer) severed(under []schema.Word, from doc.Origin, blocks ...doc.Block) []doc.Block {
	if len(under) == 0 || len(blocks) == 0 {
		return blocks
	}
	var provisions []string
	for _, w := range under {
		provisions = append(provisions, w.Value)
	}
	return []doc.Block{&doc.Severed{Origin: from, Provisions: provisions, Cite: c.cite(provisions), Blocks: blocks}}
}

func (c *composer) table(t *schema.Table) *doc.Table {
	out := &doc.Table{Header: c.row(t.Header)}
	for _, a := range t.Align {
		out.Align = append(out.Align, doc.Align(a))
	}
	for _, row := range t.Rows {
		out.Rows = append(out.Rows, c.row(row))
	}
	if len(t.Header) > 0 {
		out.Origin = origin(t.Header[0].Pointer(), t.Header[0].Span())
	}
	return out
}

func (c *composer) row(cells []schema.Text) []doc.Cell {
	var out []doc.Cell
	for _, t := range cells {
		out = append(out, doc.Cell{Origin: origin(t.Pointer(), t.Span()), Runs: c.runs(t)})
	}
	return out
}

// topics composes key messages or responsive lines, the topics' headings at a level.
func (c *composer) topics(topics schema.Topics, level int) []doc.Block {
	var out []doc.Block
	for _, t := range topics {
		var blocks []doc.Block
		if !t.Topic.IsEmpty() {
			blocks = append(blocks, c.sectionHeading(t.Topic, level))
		}
		if len(t.Points.Items) > 0 {
			blocks = append(blocks, c.list(&t.Points, doc.ListStyle(t.Points.Style), 1))
		}
		blocks = append(blocks, c.topics(t.Topics, level+1)...)
		out = append(out, c.severed(t.Withhold, origin(t.Pointer, t.Span), blocks...)...)
	}
	return out
}

// sections composes running text by section, the headings at a level.
func (c *composer) sections(sections schema.Sections, level int) []doc.Block {
	var out []doc.Block
	for _, s := range sections {
		var blocks []doc.Block
		under := level
		if !s.Heading.IsEmpty() {
			blocks = append(blocks, c.sectionHeading(s.Heading, level))
			under++
		}
		blocks = append(blocks, c.blocks(s.Blocks)...)
		blocks = append(blocks, c.sections(s.Sections, under)...)
		out = append(out, c.severed(s.Withhold, origin(s.Pointer, s.Span), blocks...)...)
	}
	return out
}

func (c *composer) sectionHeading(t schema.Text, level int) *doc.Heading {
	return &doc.Heading{Origin: origin(t.Pointer(), t.Span()), Level: level, Role: doc.RoleSection, Runs: c.runs(t)}
}
