package pdf

import (
	"errors"
	"strconv"

	"briefnote/render/font"
	"briefnote/render/layout"
	"briefnote/render/pdf/file"
	"briefnote/render/pdf/tag"
)

// pen draws the pages of a document on a canvas, each piece in the bracket of
// what it belongs to (brackets.go).
type pen struct {
	c     canvas
	fonts *fontTable
	tree  *tag.Tree
	in    *structure // of the document
	page  int        // at hand, counted through the file
	face  *font.Face // selected on the page
	size  float64
	bytes []byte // glyphs of the piece at hand
	op    []byte // operator at hand
	open  bracket
	areas []area // places of links on the page
}

// drawPage draws a page of the file: the grounds that words stand on, the
// words in reading order, the lines, and then the furniture. Taken together,
// grounds and lines need a bracket each, and never cut a paragraph's in two.
func (p *pen) drawPage(page int, pg *layout.Page) error {
	p.page, p.face, p.areas = page, nil, p.areas[:0]
	p.c.page(pg.Width, pg.Height)
	for _, m := range pg.Marks {
		if f, ok := m.(*layout.Fill); ok {
			p.artifact(decoration)
			p.fill(f)
		}
	}
	for _, m := range pg.Marks {
		if err := p.words(m); err != nil {
			return err
		}
	}
	for _, m := range pg.Marks {
		if s, ok := m.(*layout.Stroke); ok {
			p.artifact(decoration)
			p.stroke(s)
		}
	}
	for _, m := range pg.Furniture {
		p.artifact(furniture(m, pg.Height))
		if err := p.mark(m); err != nil {
			return err
		}
	}
	p.close()
	return nil
}

// words draws a mark of the page's body if it is a piece of the text.
func (p *pen) words(m layout.Mark) error {
	switch m := m.(type) {
	case *layout.Fill, *layout.Stroke:
		return nil
	case *layout.Piece:
		if len(m.Glyphs) == 0 {
			return nil
		}
		at, err := p.in.place(m.Of)
		if err != nil {
			return err
		}
		elem, err := p.in.enter(at, m.Of)
		if err != nil {
			return err
		}
		p.content(elem)
		p.piece(m)
		p.reach(at.link(), m)
		return nil
	}
	return errUnknownMark
}

var errUnknownMark = errors.New("a mark on a page is of a kind that cannot be drawn; please report it as a fault of brief")

func (p *pen) mark(m layout.Mark) error {
	switch m := m.(type) {
	case *layout.Piece:
		p.piece(m)
	case *layout.Stroke:
		p.stroke(m)
	case *layout.Fill:
		p.fill(m)
	default:
		return errUnknownMark
	}
	return nil
}

// stroke draws a line, or a row of dots by a dash pattern (8.4.3.6).
func (p *pen) stroke(m *layout.Stroke) {
	if m.Dots > 0 {
		p.op = append(file.AppendNum(append(p.op[:0], '['), m.Width), ' ')
		p.c.raw(append(file.AppendNum(p.op, m.Dots-m.Width), "] 0 d"...))
	}
	p.c.line(m.X1, m.Y1, m.X2, m.Y2, m.Width, m.Color)
	if m.Dots > 0 {
		p.operator("[] 0 d")
	}
}

func (p *pen) fill(m *layout.Fill) {
	if m.Line > 0 {
		p.c.frame(m.X, m.Y, m.W, m.H, m.Line, m.Color)
	} else {
		p.c.rect(m.X, m.Y, m.W, m.H, m.Color)
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
		p.op = file.AppendText(append(p.op[:0], "/Span <</ActualText "...), m.Text)
		p.c.raw(append(p.op, ">> BDC"...))
	}
	p.c.text(m.X, m.Y, p.bytes, m.Color)
	if actual {
		p.operator("EMC")
	}
}

// says reports whether a piece's glyphs read as its text.
func says(m *layout.Piece) bool {
	i := 0
	for _, r := range m.Text {
		if i == len(m.Glyphs) {
			return false
		}
		// Nearly always the glyph is the character's own, which is quick to see.
		if g, ok := m.Face.Glyph(r); (!ok || g != m.Glyphs[i]) && m.Face.Rune(m.Glyphs[i]) != r {
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
	p.op = file.AppendName(append(p.op[:0], "BT "...), p.fonts.name(f))
	p.op = file.AppendNum(append(p.op, ' '), size)
	p.c.raw(append(p.op, " Tf ET"...))
}

// operator adds an operator that is always the same.
func (p *pen) operator(op string) {
	p.op = append(p.op[:0], op...)
	p.c.raw(p.op)
}

// fontName is the name of a font in the pages' resources.
func fontName(i int) string { return "F" + strconv.Itoa(i+1) }
