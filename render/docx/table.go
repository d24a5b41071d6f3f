package docx

import (
	"fmt"
	"slices"

	"briefnote/render/doc"
	"briefnote/render/style"
)

// grid is the columns of a table.
type grid struct {
	widths []float64 // of the columns, points
	size   float64   // of type; 0: that of the style
	pad    float64   // beside the text of a cell; negative: that of the style
}

// Rows up to a part of the page's height are kept whole, and headers up to
// another are repeated.
const (
	wholeRow = 0.4
	tallHead = 0.33
)

func (s *section) table(t *doc.Table, a area) {
	if len(t.Header) == 0 {
		return // no columns: no cell has words
	}
	for i, row := range t.Rows {
		if len(row) != len(t.Header) {
			s.fail(t, fmt.Sprintf("the table has cells missing or too many: %d in row %d, and %d in its header; give every row as many as the header",
				len(row), i+1, len(t.Header)))
			return
		}
	}
	g := s.columns(t, s.textWidth()-a.left)
	p := s.openTable(a)
	p.before, p.after = s.sheet.Table.Before, s.sheet.Table.After
	s.tableHead("NoteTable", g, a.left, true)
	s.row(t, t.Header, 0, g, a)
	for i, row := range t.Rows {
		s.row(t, row, i+1, g, a)
	}
	s.x.close("w:tbl")
	s.end(p)
}

// openTable starts a table; end ends it.
func (s *section) openTable(a area) *piece {
	s.pieces = append(s.pieces, piece{from: len(s.words.b), severed: a.severed, newPage: s.turn})
	s.turn = false
	return &s.pieces[len(s.pieces)-1]
}

// tableHead writes what stands before the rows of a table. Its width is fixed,
// so that no word, however long, takes it off the page.
func (s *section) tableHead(id string, g grid, left float64, header bool) {
	x := s.x
	x.open("w:tbl")
	x.open("w:tblPr")
	x.val("w:tblStyle", id)
	sum := 0.0
	for _, w := range g.widths {
		sum += w
	}
	x.empty("w:tblW", "w:w", twips(sum), "w:type", "dxa")
	if left > 0 {
		x.empty("w:tblInd", "w:w", twips(left), "w:type", "dxa")
	}
	x.empty("w:tblLayout", "w:type", "fixed")
	if g.pad >= 0 {
		x.open("w:tblCellMar")
		x.empty("w:left", "w:w", twips(g.pad), "w:type", "dxa")
		x.empty("w:right", "w:w", twips(g.pad), "w:type", "dxa")
		x.close("w:tblCellMar")
	}
	first, look := "0", "0600" // no bands; 0020 is the header row's bit (17.4.55)
	if header {
		first, look = "1", "0620"
	}
	x.empty("w:tblLook", "w:val", look, "w:firstRow", first, "w:lastRow", "0", "w:firstColumn", "0", "w:lastColumn", "0", "w:noHBand", "1", "w:noVBand", "1")
	x.close("w:tblPr")
	x.open("w:tblGrid")
	for _, w := range g.widths {
		x.empty("w:gridCol", "w:w", twips(w))
	}
	x.close("w:tblGrid")
}

// row writes a row; number 0 is the header.
func (s *section) row(t *doc.Table, cells []doc.Cell, number int, g grid, a area) {
	x := s.x
	height := s.rowHeight(cells, g, number == 0)
	page := s.sheet.Paper.Height - s.sheet.Margins.Top - s.sheet.Margins.Bottom
	id, fill := "TableText", style.Color{}
	if number == 0 {
		id, fill = "TableHeading", s.sheet.Table.HeaderFill
	}
	if !tinted(fill) && a.severed {
		fill = s.sheet.Severance.Mark
	}
	x.open("w:tr")
	if whole, head := height <= wholeRow*page, number == 0 && height <= tallHead*page; whole || head {
		x.open("w:trPr")
		x.flag(whole, "w:cantSplit")
		x.flag(head, "w:tblHeader")
		x.close("w:trPr")
	}
	// The header stays with the first row, and the last row with one before it.
	keep := len(t.Rows) > 0 && (number == 0 || number == len(t.Rows)-1 && len(t.Rows) > 2)
	for i, c := range cells {
		x.open("w:tc")
		x.open("w:tcPr")
		x.empty("w:tcW", "w:w", twips(g.widths[i]), "w:type", "dxa")
		shade(x, fill)
		x.close("w:tcPr")
		s.cell(c.Runs, id, align(t.Align, i), g.size, keep)
		x.close("w:tc")
	}
	x.close("w:tr")
}

// cell writes the paragraph of a cell.
func (s *section) cell(runs []doc.Run, id string, al style.Align, points float64, keep bool) {
	x := s.x
	x.open("w:p")
	x.open("w:pPr")
	x.val("w:pStyle", id)
	x.flag(keep, "w:keepNext")
	if al != style.AlignStart {
		x.val("w:jc", al.Side())
	}
	x.close("w:pPr")
	l := s.plain()
	l.size = points
	s.runs(runs, l)
	x.close("w:p")
}

// rowHeight returns about how high a row is, in points.
func (s *section) rowHeight(cells []doc.Cell, g grid, head bool) float64 {
	look, pad := s.looks.paras["TableText"], g.pad
	if pad < 0 {
		pad = s.sheet.Table.PadX
	}
	points := look.Size
	if g.size > 0 {
		points = g.size
	}
	lines := 1.0
	for i, c := range cells {
		whole, _ := s.extent(c.Runs, points, head)
		lines = max(lines, whole/max(g.widths[i]-2*pad, 1)*1.1+1)
	}
	return lines*points*look.Leading + 2*s.sheet.Table.PadY
}

// smallest is how far the type of a crowded table is reduced before words are cut.
const smallest = 0.75

// columns shares the width out among the columns, as layout does: they are as
// wide as their contents if all fit, else each has its widest word and a part
// of the rest. If not even the words fit, type and padding shrink.
func (s *section) columns(t *doc.Table, width float64) grid {
	points := s.looks.paras["TableText"].Size
	n := len(t.Header)
	whole, part := make([]float64, n), make([]float64, n)
	for i, row := range append([][]doc.Cell{t.Header}, t.Rows...) {
		for c := range row {
			w, p := s.extent(row[c].Runs, points, i == 0)
			whole[c], part[c] = max(whole[c], w+slack), max(part[c], p+slack)
		}
	}
	g := grid{pad: -1}
	pad := s.sheet.Table.PadX
	room := width - 2*pad*float64(n)
	words := total(part)
	switch {
	case total(whole) <= room:
		g.widths = whole
	default:
		if words > room {
			if pad > 0.1*width/float64(n) {
				pad = 0.1 * width / float64(n)
				g.pad, room = pad, width-2*pad*float64(n)
			}
			by := min(1, max(smallest, room/words))
			if letter := points * by * float64(n); letter > room { // not even a letter a column
				by *= room / letter
			}
			if g.size = points * by; by == 1 {
				g.size = 0
			}
			points *= by
			for i := range whole {
				whole[i], part[i] = whole[i]*by, part[i]*by
			}
		}
		g.widths = share(whole, part, points, room)
	}
	for i := range g.widths {
		g.widths[i] += 2 * pad
	}
	return g
}

// slack forgives what programs round, in points a cell.
const slack = 0.1

// share gives each column its widest word, and what is left over to those whose
// texts are longer, the least lacking first; or, if the words do not fit, room
// for a letter each and the rest by the length of the words.
func share(whole, part []float64, letter, room float64) []float64 {
	least, want := slices.Clone(part), whole
	if total(part) > room {
		want = part
		for i := range least {
			least[i] = min(letter, room/float64(len(least)))
		}
	}
	left := max(room-total(least), 0)
	order := make([]int, len(least))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return int(1000 * ((want[a] - least[a]) - (want[b] - least[b])))
	})
	lack := 0.0
	for _, i := range order {
		lack += max(want[i]-least[i], 0)
	}
	for k, i := range order {
		own := max(want[i]-least[i], 0)
		if own <= left/float64(len(order)-k) {
			least[i] += own
			left, lack = left-own, lack-own
			continue
		}
		for _, j := range order[k:] { // the rest have a part each of what they lack
			least[j] += left * max(want[j]-least[j], 0) / lack
		}
		break
	}
	return least
}

func total(xs []float64) float64 {
	sum := 0.0
	for _, x := range xs {
		sum += x
	}
	return sum
}
