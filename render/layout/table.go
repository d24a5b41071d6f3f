package layout

import (
	"fmt"
	"slices"

	"briefnote/render/doc"
	"briefnote/render/style"
)

// grid is where a table's columns stand and how its cells look.
type grid struct {
	table      *doc.Table
	cell       blockLook
	edges      []float64 // of the columns: one more than there are columns
	padX, padY float64
	widest     float64 // advance of the widest character in a cell: no column is narrower
}

// repeatedHead is a table's header row, to be drawn again on later pages.
type repeatedHead struct {
	marks  []Mark // with y from the row's top; copied for each page
	height float64
}

// tallHead is the part of a page above which a header is not repeated.
const tallHead = 0.33

func (s *setter) table(b *doc.Table, a area) error {
	if len(b.Header) == 0 {
		return nil // no columns: no cell has words
	}
	g, err := s.columns(b, a)
	if err != nil {
		return err
	}
	first := len(s.out.slabs)
	if err := s.tableRow(b, b.Header, 0, g, a, 0); err != nil {
		return err
	}
	head := s.repeat(first)
	for i, row := range b.Rows {
		start := len(s.out.slabs)
		if err := s.tableRow(b, row, i+1, g, a, head); err != nil {
			return err
		}
		if n := len(b.Rows); n > 2 && i == n-1 {
			last := &s.out.slabs[start-1]
			last.keep = max(last.keep, keepWish) // the last row is not left alone
		}
	}
	s.out.slabs[first].before = s.sheet.Table.Before
	s.out.slabs[len(s.out.slabs)-1].after = s.sheet.Table.After
	s.follow = 0
	return nil
}

// repeat registers the header row just written, which starts at a slab, for
// later pages. It returns 0 for one that is too tall to be repeated.
func (s *setter) repeat(first int) int {
	s.out.slabs[first].keep = keepFirm
	s.out.slabs[len(s.out.slabs)-1].keep = keepFirm
	if sl := s.out.slabs[first]; len(s.out.slabs) == first+1 && sl.height <= tallHead*s.height {
		h := repeatedHead{height: sl.height}
		for _, m := range s.out.marks[sl.marks.from:sl.marks.to] {
			h.marks = append(h.marks, m.clone())
		}
		s.heads = append(s.heads, h)
		return len(s.heads)
	}
	return 0
}

// tableRow sets a row; number 0 is the header.
func (s *setter) tableRow(b *doc.Table, cells []doc.Cell, number int, g *grid, a area, head int) error {
	if len(cells) != len(b.Header) {
		return fmt.Errorf("row %d of the table has %d cells where its header has %d: give each row as many", number, len(cells), len(b.Header))
	}
	sl := s.open(a)
	sl.head, sl.grid = head, g
	bl := g.cell
	if number == 0 {
		bl.look = bl.bold()
	}
	s.row.reset()
	for c := range cells {
		of := newOf(b, a)
		of.Row, of.Col = number, c
		s.text.reset()
		if err := s.text.runs(cells[c].Runs, bl.look); err != nil {
			return err
		}
		bl.align = doc.AlignStart
		if c < len(b.Align) {
			bl.align = b.Align[c]
		}
		s.openCell()
		s.cellLines(bl, g.edges[c]+g.padX, g.edges[c+1]-g.edges[c]-2*g.padX, g.padY, of)
	}
	s.closeRow(sl, bl.leading, g.padY, func(sl *slab, first, last bool) {
		of := newOf(b, a)
		of.Row = number
		s.ruleRow(sl, g, of, first, last)
	})
	return nil
}

// ruleRow draws the rule between a row, or a stripe of one, and its
// neighbour, and the header's ground under its words. The lines around the
// rows and between the columns are drawn a page at a time, by frame.
func (s *setter) ruleRow(sl *slab, g *grid, of Of, first, last bool) {
	look := s.sheet.Table
	left, right := g.edges[0], g.edges[len(g.edges)-1]
	switch {
	case of.Row == 0:
		if look.HeaderFill != white {
			ground := &Fill{X: left, W: right - left, H: sl.height, Color: look.HeaderFill, Of: of}
			s.out.marks = slices.Insert(s.out.marks, sl.marks.from, Mark(ground))
		}
		if last {
			s.stroke(left, sl.height, right, sl.height, look.Rule, look.RuleColor, of)
		}
	case of.Row > 1 && first:
		s.stroke(left, 0, right, 0, look.Rule, look.RuleColor, of)
	}
}

// frame draws the lines around a table's rows on a page and between its
// columns, from the top of the first row to the bottom of the last.
func (g *grid) frame(pg *Page, look style.TableStyle, top, bottom float64) {
	if look.Rule <= 0 {
		return
	}
	of := Of{Block: g.table, Row: -1, Col: -1}
	left, right := g.edges[0], g.edges[len(g.edges)-1]
	for _, y := range [...]float64{top, bottom} {
		pg.Marks = append(pg.Marks, &Stroke{left, y, right, y, look.Rule, look.RuleColor, of, 0})
	}
	for _, x := range g.edges {
		pg.Marks = append(pg.Marks, &Stroke{x, top, x, bottom, look.Rule, look.RuleColor, of, 0})
	}
}

// white is the paper.
var white = style.Color{R: 255, G: 255, B: 255}

// stroke draws a line, unless it has no thickness.
func (s *setter) stroke(x1, y1, x2, y2, width float64, c style.Color, of Of) {
	if width > 0 {
		s.out.marks = append(s.out.marks, &Stroke{x1, y1, x2, y2, width, c, of, 0})
	}
}

// columns measures a table's cells and shares the width out among its columns.
func (s *setter) columns(b *doc.Table, a area) (*grid, error) {
	look := s.sheet.Table
	g := &grid{table: b, cell: s.looks(style.BlockStyle{Size: look.Size}), padX: look.PadX, padY: look.PadY}
	whole, part := make([]float64, len(b.Header)), make([]float64, len(b.Header))
	if err := s.measureRow(b.Header, g.cell.bold(), g, whole, part); err != nil {
		return nil, err
	}
	for _, row := range b.Rows {
		if err := s.measureRow(row, g.cell.look, g, whole, part); err != nil {
			return nil, err
		}
	}
	widths := g.fit(whole, part, a.width)
	g.edges = append(make([]float64, 0, len(widths)+1), a.x)
	for i, w := range widths {
		g.edges = append(g.edges, g.edges[i]+w+2*g.padX)
	}
	return g, nil
}

// measureRow widens the columns' measures to those of a row's cells.
func (s *setter) measureRow(cells []doc.Cell, l look, g *grid, whole, part []float64) error {
	for c := range min(len(cells), len(whole)) { // a row of another length is refused when it is set
		s.text.reset()
		if err := s.text.runs(cells[c].Runs, l); err != nil {
			return err
		}
		w, p := s.text.extent()
		whole[c], part[c] = max(whole[c], w), max(part[c], p)
		for i := range s.text.glyphs {
			g.widest = max(g.widest, s.text.glyphs[i].advance())
		}
	}
	return nil
}

// smallest is how far a crowded table's type is reduced before words are cut.
const smallest = 0.75

// fit returns the widths of the columns' texts within the given width. Columns
// as wide as their contents are best. Otherwise each gets its widest word and
// a part of what is left over; if not even the words fit, the type shrinks a
// little, and then words are cut. With very many columns padding and type
// shrink to whatever is left, so that no table leaves the page.
func (g *grid) fit(whole, part []float64, width float64) []float64 {
	n := float64(len(whole))
	room := width - 2*g.padX*n
	if sum(whole) <= room {
		return whole
	}
	if words := sum(part); words > room {
		if g.padX > 0.1*width/n {
			g.padX = 0.1 * width / n
			room = width - 2*g.padX*n
		}
		g.shrink(min(1, max(smallest, room/words)), whole, part)
	}
	if least := max(g.cell.size, g.widest); n*least > room { // not even a letter a column
		g.shrink(room/(n*least), whole, part)
	}
	return share(whole, part, max(g.cell.size, g.widest), room)
}

// shrink scales the type, and the measures taken of it.
func (g *grid) shrink(by float64, whole, part []float64) {
	g.cell.size *= by
	g.cell.leading *= by
	g.widest *= by
	for i := range whole {
		whole[i], part[i] = whole[i]*by, part[i]*by
	}
}

// share gives each column its widest word, and what is left over to those
// whose texts are longer; or, if the words do not fit, room for a letter each
// and the rest by the length of the words.
func share(whole, part []float64, letter, room float64) []float64 {
	least, want := part, whole
	if sum(part) > room {
		least, want = make([]float64, len(part)), part
		for i := range least {
			least[i] = letter
		}
	}
	widths, lack, over := slices.Clone(least), make([]float64, len(least)), 0.0
	for i := range want {
		lack[i] = max(want[i]-least[i], 0)
		over += lack[i]
	}
	left := max(room-sum(least), 0)
	left, over = satisfy(widths, lack, left, over)
	for i := range widths {
		if over > 0 {
			widths[i] += left * lack[i] / over
		}
	}
	return widths
}

// satisfy gives columns that lack no more than an even part of what is left
// over all that they lack, so that a name is not broken for the sake of a long
// text beside it. It returns what is left, and what is still lacking.
func satisfy(widths, lack []float64, left, over float64) (float64, float64) {
	for given := true; given; {
		given = false
		lacking := 0
		for _, l := range lack {
			if l > 0 {
				lacking++
			}
		}
		for i, l := range lack {
			if l > 0 && l <= left/float64(lacking) {
				widths[i], lack[i] = widths[i]+l, 0
				left, over, given = left-l, over-l, true
				break
			}
		}
	}
	return left, over
}

func sum(xs []float64) float64 {
	t := 0.0
	for _, x := range xs {
		t += x
	}
	return t
}
