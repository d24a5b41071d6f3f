package layout

import (
	"slices"

	"briefnote/render/doc"
	"briefnote/render/style"
)

// A row is texts side by side: the cells of a table, the two languages of a
// notice. It is one slab as long as it is short; a tall one is cut into
// stripes, one for every line of its cells, so that it can go on over as many
// pages as it takes. On each page the stripes' marks are put back in the order
// of the cells (see assemble.go).

// rowLines are the lines of the row at hand, cell by cell.
type rowLines struct {
	lines []rowLine
	cells []span // in lines
	refs  []int
}

// rowLine is a line of a cell: what was written for it.
type rowLine struct{ marks, refs span }

func (r *rowLines) reset() { r.lines, r.cells, r.refs = r.lines[:0], r.cells[:0], r.refs[:0] }

// count returns the number of lines of the longest cell.
func (r *rowLines) count() int {
	n := 0
	for _, c := range r.cells {
		n = max(n, c.to-c.from)
	}
	return n
}

// tallRow is the part of a page from which on a row is cut into stripes.
const tallRow = 0.4

// openCell starts a cell of the row at hand.
func (s *setter) openCell() {
	n := len(s.row.lines)
	s.row.cells = append(s.row.cells, span{n, n})
}

// cellLines breaks the text at hand and adds its lines to the last cell, each
// a line's height under the one before; the first cell line has its top at y.
func (s *setter) cellLines(bl blockLook, x, width, y float64, of Of) {
	cell := &s.row.cells[len(s.row.cells)-1]
	for _, ln := range s.text.fill(width) {
		r := rowLine{marks: span{from: len(s.out.marks)}, refs: span{from: len(s.row.refs)}}
		base := y + float64(cell.to-cell.from)*bl.leading + s.baseline(bl)
		s.print(&s.text, ln, x+indentOf(bl.align, width-ln.width), base, &of)
		s.row.refs = s.text.refsOf(ln, s.row.refs)
		r.marks.to, r.refs.to = len(s.out.marks), len(s.row.refs)
		s.row.lines = append(s.row.lines, r)
		cell.to++
	}
}

// blankLine adds a line without words to the last cell.
func (s *setter) blankLine() {
	m, r := len(s.out.marks), len(s.row.refs)
	s.row.lines = append(s.row.lines, rowLine{span{m, m}, span{r, r}})
	s.row.cells[len(s.row.cells)-1].to++
}

// closeRow writes the row at hand, which began with the slab sl. decorate adds
// the marks around the words of a slab whose height is known.
func (s *setter) closeRow(sl slab, leading, padY float64, decorate func(sl *slab, first, last bool)) {
	n := max(s.row.count(), 1)
	sl.height = 2*padY + float64(n)*leading
	if n == 1 || sl.height <= tallRow*s.height {
		decorate(&sl, true, true)
		s.close(sl, append(s.out.refs, s.row.refs...))
		return
	}
	marks := slices.Clone(s.out.marks[sl.marks.from:])
	base := sl.marks.from
	s.out.marks = s.out.marks[:base]
	s.striped++
	sl.row = s.striped
	for i := range n {
		s.stripe(sl, i, n, leading, padY, marks, base, decorate)
	}
}

// stripe writes line i of n of all cells. marks are the row's, of which the
// first had the index base.
func (s *setter) stripe(row slab, i, n int, leading, padY float64, marks []Mark, base int, decorate func(sl *slab, first, last bool)) {
	first, last := i == 0, i == n-1
	sl := row
	sl.marks = span{from: len(s.out.marks)}
	sl.height = leading
	up := padY + float64(i)*leading // the row's y of the stripe's top
	if first {
		sl.height, up = sl.height+padY, 0
	} else {
		sl.before, sl.heading = 0, nil
	}
	if last {
		sl.height += padY
	} else {
		sl.after = 0
	}
	if i == 0 || i == n-2 {
		sl.keep = max(sl.keep, keepFirm) // no page has one line of the row alone
	}
	refs := s.out.refs
	for _, c := range s.row.cells {
		if i >= c.to-c.from {
			continue
		}
		ln := s.row.lines[c.from+i]
		for _, m := range marks[ln.marks.from-base : ln.marks.to-base] {
			m.shift(-up)
			s.out.marks = append(s.out.marks, m)
		}
		refs = append(refs, s.row.refs[ln.refs.from:ln.refs.to]...)
	}
	decorate(&sl, first, last)
	s.close(sl, refs)
}

// notice sets the head and, under it, the languages side by side between two
// rules. It has its page to itself.
func (s *setter) notice(b *doc.Notice, a area) error {
	first := len(s.out.slabs)
	head := s.looks(s.sheet.Blocks[style.BlockNoticeHead])
	head.keepNext = true
	s.text.reset()
	if err := s.text.runs(b.Head, head.look); err != nil {
		return err
	}
	if err := s.lines(newOf(b, a), head, a); err != nil {
		return err
	}
	if err := s.sides(b, a); err != nil {
		return err
	}
	for i := first; i < len(s.out.slabs); i++ {
		s.out.slabs[i].notice = b
	}
	return nil
}

// noticePad is the room between a notice's rules and its text, in lines.
const noticePad = 1.0

func (s *setter) sides(b *doc.Notice, a area) error {
	bl := s.looks(s.sheet.Blocks[style.BlockNotice])
	n := max(len(b.Sides), 1)
	gutter := 2 * bl.size
	width := (a.width - gutter*float64(n-1)) / float64(n)
	pad := noticePad * bl.leading
	sl := s.open(a)
	sl.before, sl.after = bl.before, bl.after
	s.row.reset()
	for i, side := range b.Sides {
		s.openCell()
		of := newOf(b, a)
		of.Side = i + 1
		for j, runs := range side.Paragraphs {
			if j > 0 {
				s.blankLine()
			}
			s.text.reset()
			if err := s.text.runsIn(runs, bl.look, side.Lang); err != nil {
				return err
			}
			of.Row = j
			s.cellLines(bl, a.x+float64(i)*(width+gutter), width, pad, of)
		}
	}
	s.closeRow(sl, bl.leading, pad, func(sl *slab, first, last bool) {
		if first {
			s.stroke(a.x, 0, a.x+a.width, 0, bl.rule, bl.color, newOf(b, a))
		}
		if last {
			s.stroke(a.x, sl.height, a.x+a.width, sl.height, bl.rule, bl.color, newOf(b, a))
		}
	})
	return nil
}
