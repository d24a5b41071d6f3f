package html

import (
	"cmp"
	"html/template"
	"math"
	"slices"
	"strconv"

	"briefnote/render/doc"
	"briefnote/render/style"
)

// running is the header or footer of a document: on screen at its head and
// foot, in LibreOffice on each page.
type running struct {
	Title   string // "header" or "footer": by these LibreOffice knows them
	Corners []corner
	page    float64 // margin of the page outside of it in LibreOffice, points
	print   float64 // margin of the page in print, in which it has room, points
}

// corner is the lines of one alignment.
type corner struct {
	Width string // of the row, for LibreOffice
	Lines []line
	align style.Align
}

// line is a furniture line; its class gives its looks. One that is Paged
// belongs to pages, of which a screen has none: it is for LibreOffice alone.
type line struct {
	Class  string
	Paged  bool
	Room   template.CSS // space to the text, for LibreOffice
	Pieces []piece
	size   float64 // points
}

// running returns the furniture of one place, from left to right. In a file of
// several documents there is no line that is paged: LibreOffice would count the
// pages of all.
func (l *looks) running(d *doc.Document, place style.Place, single bool) running {
	r := running{Title: string(place)}
	for i, f := range l.Furniture {
		lines := furnitureLines(f, d, "furniture-"+strconv.Itoa(i))
		if f.Place != place || len(lines) == 0 || lines[0].Paged && !single {
			continue
		}
		at := slices.IndexFunc(r.Corners, func(c corner) bool { return c.align == f.Align })
		if at < 0 {
			at = len(r.Corners)
			r.Corners = append(r.Corners, corner{align: f.Align})
		}
		c := &r.Corners[at]
		c.Lines = append(c.Lines, lines...)
	}
	order := []style.Align{style.AlignStart, style.AlignCenter, style.AlignEnd}
	slices.SortStableFunc(r.Corners, func(a, b corner) int {
		return cmp.Compare(slices.Index(order, a.align), slices.Index(order, b.align))
	})
	tall := 0.0
	for i := range r.Corners {
		c := &r.Corners[i]
		c.Width = share(len(r.Corners))
		high := 0.0
		for _, one := range c.Lines {
			high += l.lineHeight(one, len(r.Corners))
		}
		tall = max(tall, high)
	}
	l.fit(&r, place, tall)
	return r
}

// share returns the width of each of some columns.
func share(columns int) string { return strconv.Itoa(100/columns) + "%" }

// lineHeight returns how high a line of furniture is, in points, once it is
// broken to stand beside others.
func (l *looks) lineHeight(one line, corners int) float64 {
	width := 0.0
	for _, p := range one.Pieces {
		width += letterWidth(p.Text, one.size)
	}
	lines := 1.0
	if room := l.column() / float64(corners); room > 0 {
		lines = max(math.Ceil(width/room), 1)
	}
	return 1.2 * one.size * lines
}

// mostMargin is the part of a page that a header or footer may take in print.
const mostMargin = 0.4

// fit makes a header or footer so tall that the text between them stands where
// it does in print. LibreOffice adds a line of text below the row of corners.
func (l *looks) fit(r *running, place style.Place, tall float64) {
	below := l.Style.Text.Size * l.Style.Text.Leading
	margin, property := l.Style.Margins.Top, "margin-bottom:"
	r.page = l.HeaderEdge
	r.print = max(margin, l.HeaderEdge+tall+below/2)
	if place == style.Footer {
		margin, property = l.Style.Margins.Bottom, "margin-top:"
		r.page = max(l.FooterEdge-below, 0)
		r.print = max(margin, l.FooterEdge+tall+below/2)
	}
	if len(r.Corners) == 0 {
		r.page, r.print = margin, margin
	}
	r.print = min(r.print, mostMargin*l.Style.Paper.Height)
	for _, c := range r.Corners {
		at := &c.Lines[0]
		if place == style.Header {
			at = &c.Lines[len(c.Lines)-1]
		}
		at.Room = template.CSS(property + points(max(margin-r.page-tall-below, hair)))
	}
}

// furnitureLines returns what a furniture line says, as lines of a class.
func furnitureLines(f style.Furniture, d *doc.Document, class string) []line {
	var lines []line
	for _, words := range says(f.Content, d) {
		one := line{Class: class, size: f.Size, Pieces: []piece{{Text: words}}}
		switch f.Content {
		case style.ContentPage:
			one.Paged, one.Pieces = true, numbered(words, thisPage)
		case style.ContentTitle:
			one.Paged = true
		}
		lines = append(lines, one)
	}
	return lines
}

// says returns the words of furniture, a line each.
func says(c style.Content, d *doc.Document) []string {
	var words []string
	switch c {
	case style.ContentMarking:
		words = append(append(words, d.Marking...), d.Caveats...)
	case style.ContentDraft:
		words = append(words, d.Draft)
	case style.ContentTitle:
		words = append(words, d.Title)
	case style.ContentPage:
		words = append(words, d.Labels.Page)
	case style.ContentTab:
		if d.Place != nil {
			words = append(words, d.Place.Words)
		}
	case style.ContentStamp:
		if d.Place != nil {
			words = append(words, d.Place.Stamps.String())
		}
	}
	if len(words) == 1 && words[0] == "" {
		return nil
	}
	return words
}
