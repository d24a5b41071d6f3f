package pdf

import (
	"errors"
	"strconv"

	"briefnote/render/font"
	"briefnote/render/layout"
	"briefnote/render/pdf/file"
)

// pen draws the marks of a page on a canvas.
type pen struct {
	c     canvas
	fonts *fontTable
	face  *font.Face // selected on this page
	size  float64
	bytes []byte // glyphs of the piece at hand
}

// drawPage draws a page. Marks are drawn one by one in reading order, so that
// tagging has only to bracket them.
func (b *book) drawPage(c canvas, pg *layout.Page) error {
	c.page(pg.Width, pg.Height)
	p := &pen{c: c, fonts: &b.fonts}
	for _, marks := range [][]layout.Mark{pg.Marks, pg.Furniture} {
		for _, m := range marks {
			if err := p.mark(m); err != nil {
				return err
			}
		}
	}
	return nil
}

func (p *pen) mark(m layout.Mark) error {
	switch m := m.(type) {
	case *layout.Piece:
		p.piece(m)
	case *layout.Stroke:
		p.stroke(m)
	case *layout.Fill:
		if m.Line > 0 {
			p.c.frame(m.X, m.Y, m.W, m.H, m.Line, m.Color)
		} else {
			p.c.rect(m.X, m.Y, m.W, m.H, m.Color)
		}
	default:
		return errors.New("a mark on a page is of a kind that cannot be drawn")
	}
	return nil
}

// stroke draws a line, or a row of dots by a dash pattern (8.4.3.6).
func (p *pen) stroke(m *layout.Stroke) {
	if m.Dots > 0 {
		op := append(file.AppendNum([]byte{'['}, m.Width), ' ')
		op = append(file.AppendNum(op, m.Dots-m.Width), "] 0 d"...)
		p.c.raw(string(op))
	}
	p.c.line(m.X1, m.Y1, m.X2, m.Y2, m.Width, m.Color)
	if m.Dots > 0 {
		p.c.raw("[] 0 d")
	}
}

// piece draws glyphs, with the words they stand for where the glyphs alone
// would say others: text drawn in capitals is copied and read out as written
// (14.9.4, ActualText).
func (p *pen) piece(m *layout.Piece) {
	if len(m.Glyphs) == 0 {
		return
	}
	p.selectFace(m.Face, m.Size)
	p.bytes = p.bytes[:0]
	for _, g := range m.Glyphs {
		p.bytes = append(p.bytes, byte(g>>8), byte(g))
	}
	p.fonts.use(m.Face, m.Glyphs)
	actual := !says(m)
	if actual {
		op := append([]byte("/Span <</ActualText "), file.AppendText(nil, m.Text)...)
		p.c.raw(string(append(op, ">> BDC"...)))
	}
	p.c.text(m.X, m.Y, string(p.bytes), m.Color)
	if actual {
		p.c.raw("EMC")
	}
}

// says reports whether a piece's glyphs read as its text.
func says(m *layout.Piece) bool {
	i := 0
	for _, r := range m.Text {
		if i == len(m.Glyphs) || m.Face.Rune(m.Glyphs[i]) != r {
			return false
		}
		i++
	}
	return i == len(m.Glyphs)
}

// selectFace writes the operator that selects a font, unless it is selected.
// The operator stands in a text object of its own and holds for those after it.
func (p *pen) selectFace(f *font.Face, size float64) {
	if p.face == f && p.size == size {
		return
	}
	p.face, p.size = f, size
	op := append([]byte("BT "), file.AppendName(nil, p.fonts.name(f))...)
	op = append(op, ' ')
	op = file.AppendNum(op, size)
	p.c.raw(string(append(op, " Tf ET"...)))
}

// fontName is the name of a font in the pages' resources.
func fontName(i int) string { return "F" + strconv.Itoa(i+1) }
