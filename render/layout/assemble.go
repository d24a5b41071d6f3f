package layout

import (
	"cmp"
	"slices"

	"briefnote/render/doc"
)

// assemble makes a page of what was put on it. It returns the notes, or rests
// of notes, that found no room.
func (p *paginator) assemble() []span {
	n := 1
	for _, pl := range p.page {
		m := p.body.slabs[pl.slab].marks
		n += m.to - m.from
	}
	pg := Page{Width: p.sheet.Paper.Width, Height: p.sheet.Paper.Height, Marks: make([]Mark, 0, n)}
	for i := 0; i < len(p.page); {
		j := p.alike(i)
		p.tint(&pg, i, j)
		i = j
	}
	if len(p.page) > 0 {
		p.repeatHead(&pg, p.page[0])
	}
	left := p.assembleFeet(&pg)
	p.res.Pages = append(p.res.Pages, pg)
	return left
}

// alike returns the end of the placed slabs from i on that belong to the same
// withheld blocks, or to none.
func (p *paginator) alike(i int) int {
	of := p.slabAt(i).severed
	j := i + 1
	for j < len(p.page) && p.slabAt(j).severed == of {
		j++
	}
	return j
}

// The marking of withheld blocks: a tint behind them that reaches a little
// beyond the text, and a bar at its left edge. Points.
const (
	tintSide = 6
	tintOver = 4
	barWidth = 2
)

// tint appends placed slabs [i, j), on a tint if they are withheld.
func (p *paginator) tint(pg *Page, i, j int) {
	if b := p.slabAt(i).severed; b != nil {
		last := p.page[j-1]
		x, w := p.sheet.Margins.Left-tintSide, p.sheet.Paper.Width-p.sheet.Margins.Left-p.sheet.Margins.Right+2*tintSide
		y := p.top + p.page[i].y - tintOver
		h := last.y + p.body.slabs[last.slab].height - p.page[i].y + 2*tintOver
		of := Of{Block: doc.Block(b), Row: -1, Col: -1}
		pg.Marks = append(pg.Marks,
			&Fill{X: x, Y: y, W: w, H: h, Color: p.sheet.Severance.Mark, Of: of},
			&Fill{X: x, Y: y, W: barWidth, H: h, Color: p.sheet.Severance.Color, Of: of})
	}
	for i < j {
		i = p.rows(pg, i, j)
	}
}

// rows appends placed slab i and, if it is a row, the rows of its table that
// follow it before j, with the lines around them. It returns where they end.
func (p *paginator) rows(pg *Page, i, j int) int {
	g := p.slabAt(i).grid
	k := i
	for k < j && (k == i || g != nil && p.slabAt(k).grid == g) {
		from, row := len(pg.Marks), p.slabAt(k).row
		p.slabMarks(pg, p.page[k])
		for k++; row != 0 && k < j && p.slabAt(k).row == row; k++ {
			p.slabMarks(pg, p.page[k])
		}
		if row != 0 {
			inOrder(pg.Marks[from:])
		}
	}
	if g != nil {
		top, last := p.page[i].y, p.page[k-1]
		if i == 0 {
			top -= p.headHeight(p.slabAt(0))
		}
		g.frame(pg, p.sheet.Table, p.top+top, p.top+last.y+p.body.slabs[last.slab].height)
	}
	return k
}

// slabAt returns the slab of a place on the page.
func (p *paginator) slabAt(i int) *slab { return &p.body.slabs[p.page[i].slab] }

// inOrder puts the marks of a row's stripes into the order of its cells, the
// ground and the grid before them.
func inOrder(ms []Mark) {
	slices.SortStableFunc(ms, func(a, b Mark) int {
		return cmp.Or(cmp.Compare(a.owner().Side, b.owner().Side), cmp.Compare(a.owner().Col, b.owner().Col))
	})
}

// slabMarks appends a slab's marks where it was put.
func (p *paginator) slabMarks(pg *Page, pl placed) {
	sl := &p.body.slabs[pl.slab]
	for _, m := range p.body.marks[sl.marks.from:sl.marks.to] {
		m.shift(p.top + pl.y)
		pg.Marks = append(pg.Marks, m)
	}
	if sl.heading != nil {
		p.res.Headings = append(p.res.Headings, HeadingPlace{sl.heading, len(p.res.Pages), p.top + pl.y})
	}
}

// repeatHead draws a table's header again over a row that opens a page. The
// copy is furniture: a reader has been told it already.
func (p *paginator) repeatHead(pg *Page, first placed) {
	sl := &p.body.slabs[first.slab]
	if sl.head == 0 {
		return
	}
	h := p.heads[sl.head-1]
	for _, m := range h.marks {
		c := m.clone()
		c.shift(p.top + first.y - h.height)
		pg.Furniture = append(pg.Furniture, c)
	}
}

// assembleFeet appends the page's notes: as many lines as there is room for,
// the last of them on the last line of the page. It returns what is left.
func (p *paginator) assembleFeet(pg *Page) []span {
	if len(p.feet) == 0 {
		return nil
	}
	room := p.height - p.used - p.overFoot()
	on, left, h := p.cutFeet(room)
	y := p.top + p.height - h
	m := p.sheet.Margins
	rule := y - footGap - p.sheet.Note.RuleWidth/2
	if len(on) > 0 && p.sheet.Note.RuleWidth > 0 {
		pg.Marks = append(pg.Marks, &Stroke{m.Left, rule, m.Left + p.sheet.Note.RuleLength, rule, p.sheet.Note.RuleWidth, p.sheet.Ink, Of{Row: -1, Col: -1}, 0})
	}
	for _, sp := range on {
		for i := sp.from; i < sp.to; i++ {
			sl := &p.notes.slabs[i]
			for _, m := range p.notes.marks[sl.marks.from:sl.marks.to] {
				m.shift(y)
				pg.Marks = append(pg.Marks, m)
			}
			y += sl.height + sl.after
		}
	}
	return left
}

// cutFeet shares the page's notes out: what fits in the room, with its height,
// and what is left. A page without text takes at least one line, so that
// there is an end to them.
func (p *paginator) cutFeet(room float64) (on, left []span, height float64) {
	for k, sp := range p.feet {
		for i := sp.from; i < sp.to; i++ {
			sl := &p.notes.slabs[i]
			if height+sl.height > room+slack && (len(p.page) > 0 || height > 0) {
				if i > sp.from {
					on = append(on, span{sp.from, i})
				}
				left = append(left, span{i, sp.to})
				return on, append(left, p.feet[k+1:]...), height
			}
			height += sl.height + sl.after
		}
		on = append(on, sp)
	}
	return on, left, height
}
