package docx

import (
	"math"

	"briefnote/render/doc"
)

// noticeGrid returns the columns of a notice, one a language.
func (s *section) noticeGrid(sides int) grid {
	g := grid{pad: -1}
	n := max(sides, 1)
	for range n {
		g.widths = append(g.widths, s.textWidth()/float64(n))
	}
	return g
}

// notice makes pieces of a notice: its head, and the languages side by side
// between two lines. It has its page to itself.
func (s *section) notice(n *doc.Notice, a area) {
	id := "NoticeHead"
	if !s.titled {
		id, s.titled = "NoticeTitle", true
	}
	s.turn = len(s.pieces) > 0
	p := s.open(id, a)
	p.sink = s.overNotice(n, p.style)
	s.runs(n.Head, s.plain())
	s.end(p)
	if len(n.Sides) > 0 {
		p = s.openTable(a)
		s.sides(n)
		s.end(p)
	}
	s.turn = true
}

// overNotice returns the space over a notice that puts it in the middle of its
// page, in points.
func (s *section) overNotice(n *doc.Notice, head *paraStyle) float64 {
	look, width := s.looks.paras["Notice"], s.textWidth()/float64(max(len(n.Sides), 1))
	lines := func(runs []doc.Run, size float64, bold bool, width float64) float64 {
		whole, _ := s.extent(runs, size, bold)
		return max(math.Ceil(whole/width), 1)
	}
	tallest := 0.0
	for _, side := range n.Sides {
		count := float64(len(side.Paragraphs) + 1) // a line over, between and under them
		for _, runs := range side.Paragraphs {
			count += lines(runs, look.Size, look.Bold, width-look.Size)
		}
		tallest = max(tallest, count)
	}
	height := lines(n.Head, head.Size, head.Bold, s.textWidth())*head.Size*head.Leading + head.After + tallest*look.Size*look.Leading
	page := s.sheet.Paper.Height - s.sheet.Margins.Top - s.sheet.Margins.Bottom
	return max((page-height)/2, 0)
}

func (s *section) sides(n *doc.Notice) {
	g, x := s.noticeGrid(len(n.Sides)), s.x
	s.tableHead("NoticeTable", g, 0, false)
	x.open("w:tr")
	x.open("w:trPr")
	x.empty("w:cantSplit")
	x.close("w:trPr")
	for i, side := range n.Sides {
		x.open("w:tc")
		x.open("w:tcPr")
		x.empty("w:tcW", "w:w", twips(g.widths[i]), "w:type", "dxa")
		s.gutter(i, len(n.Sides))
		x.close("w:tcPr")
		l := s.plain()
		l.lang = side.Lang
		for j, runs := range side.Paragraphs {
			s.sidePara(runs, j, l)
		}
		if len(side.Paragraphs) == 0 {
			s.sidePara(nil, 0, l)
		}
		x.close("w:tc")
	}
	x.close("w:tr")
	x.close("w:tbl")
}

// gutter writes the space between two columns of a notice.
func (s *section) gutter(i, columns int) {
	gutter := s.looks.paras["Notice"].Size
	s.x.open("w:tcMar")
	if i > 0 {
		s.x.empty("w:left", "w:w", twips(gutter), "w:type", "dxa")
	}
	if i < columns-1 {
		s.x.empty("w:right", "w:w", twips(gutter), "w:type", "dxa")
	}
	s.x.close("w:tcMar")
}

// sidePara writes a paragraph of a notice; a line is left free between two.
func (s *section) sidePara(runs []doc.Run, i int, l runLooks) {
	look := s.looks.paras["Notice"]
	s.x.open("w:p")
	s.x.open("w:pPr")
	s.x.val("w:pStyle", "Notice")
	if i > 0 {
		s.x.empty("w:spacing", "w:before", twips(look.Size*look.Leading))
	}
	s.x.close("w:pPr")
	s.runs(runs, l)
	s.x.close("w:p")
}
