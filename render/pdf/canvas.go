package pdf

import (
	"fmt"
	"strconv"

	"github.com/jung-kurt/gofpdf"

	"briefnote/render/pdf/file"
	"briefnote/render/style"
)

// canvas draws the content of pages. Lengths are in points; y grows downwards
// from the top of the page.
type canvas interface {
	// page starts a page; what follows is drawn on it.
	page(width, height float64)
	// text draws glyphs of the font selected by raw, two bytes each, on a baseline.
	text(x, y float64, glyphs []byte, c style.Color)
	line(x1, y1, x2, y2, width float64, c style.Color)
	rect(x, y, w, h float64, c style.Color)
	frame(x, y, w, h, line float64, c style.Color)
	// raw adds an operator of PDF's own, and copies it.
	raw(operator []byte)
}

// onCanvas returns the content streams of the pages that fn draws.
//
// gofpdf draws on a template: what is drawn on one can be read back page by
// page without a PDF file ever being made or parsed.
func onCanvas(fn func(canvas) error) ([][]byte, error) {
	var err error
	c := &fpdf{}
	size := gofpdf.SizeType{Wd: 1, Ht: 1} // each page brings its own
	t := gofpdf.CreateTpl(gofpdf.PointType{}, size, "P", "pt", "", func(t *gofpdf.Tpl) {
		t.SetAutoPageBreak(false, 0)
		c.pdf = &t.Fpdf
		err = fn(c)
		c.flush()
		if err == nil && t.Err() {
			err = fmt.Errorf("a page could not be drawn: %w", t.Error())
		}
	})
	if err != nil {
		return nil, err
	}
	pages := t.FromPages()[1:] // the template's own first page stays empty
	contents := make([][]byte, len(pages))
	for i, p := range pages {
		contents[i] = p.Bytes()
	}
	return contents, nil
}

// fpdf is a canvas on gofpdf. It repeats no colour or width that holds already.
type fpdf struct {
	pdf          *gofpdf.Fpdf
	ink, outline style.Color
	width        float64
	set          bool    // the colours and the width are those above
	height       float64 // of the page
	waiting      []byte  // operators of the page that gofpdf has not got yet, a line each
}

// flush hands over the operators that wait. gofpdf takes them one by one at
// three times the cost.
func (c *fpdf) flush() {
	if n := len(c.waiting); n > 0 {
		c.pdf.RawWriteStr(string(c.waiting[:n-1])) // it ends the last line
		c.waiting = c.waiting[:0]
	}
}

func (c *fpdf) page(width, height float64) {
	c.flush()
	c.pdf.AddPageFormat("P", gofpdf.SizeType{Wd: width, Ht: height})
	c.set, c.height = false, height
}

// begin sets what gofpdf carries over from page to page to known values.
func (c *fpdf) begin() {
	if c.set {
		return
	}
	c.set = true
	c.ink, c.outline, c.width = style.Color{}, style.Color{}, 1
	c.flush()
	c.pdf.SetFillColor(0, 0, 0)
	c.pdf.SetTextColor(0, 0, 0)
	c.pdf.SetDrawColor(0, 0, 0)
	c.pdf.SetLineWidth(1)
}

// fill sets the colour of areas and of text. They are always the same: text in
// another colour than areas makes gofpdf save and restore the graphics state
// around every word.
func (c *fpdf) fill(to style.Color) {
	c.begin()
	if c.ink != to {
		c.ink = to
		c.flush()
		c.pdf.SetFillColor(int(to.R), int(to.G), int(to.B))
		c.pdf.SetTextColor(int(to.R), int(to.G), int(to.B))
	}
}

func (c *fpdf) pen(to style.Color, width float64) {
	c.begin()
	c.flush()
	if c.outline != to {
		c.outline = to
		c.pdf.SetDrawColor(int(to.R), int(to.G), int(to.B))
	}
	if c.width != width {
		c.width = width
		c.pdf.SetLineWidth(width)
	}
}

// text writes the operators that gofpdf's Text would (9.4): it formats them by
// way of package fmt, which took half as long as all else that is drawn.
func (c *fpdf) text(x, y float64, glyphs []byte, to style.Color) {
	c.fill(to)
	b := strconv.AppendFloat(append(c.waiting, "BT "...), x, 'f', 2, 64)
	b = strconv.AppendFloat(append(b, ' '), c.height-y, 'f', 2, 64)
	b = file.AppendBytes(append(b, " Td "...), glyphs)
	c.waiting = append(b, " Tj ET\n"...)
}

func (c *fpdf) line(x1, y1, x2, y2, width float64, to style.Color) {
	c.pen(to, width)
	c.pdf.Line(x1, y1, x2, y2)
}

func (c *fpdf) rect(x, y, w, h float64, to style.Color) {
	c.fill(to)
	c.flush()
	c.pdf.Rect(x, y, w, h, "F")
}

func (c *fpdf) frame(x, y, w, h, line float64, to style.Color) {
	c.pen(to, line)
	c.pdf.Rect(x, y, w, h, "D")
}

func (c *fpdf) raw(operator []byte) { c.waiting = append(append(c.waiting, operator...), '\n') }
