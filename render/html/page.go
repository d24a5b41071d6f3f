package html

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"briefnote/render/doc"
	"briefnote/render/style"
)

// page is the whole file.
type page struct {
	Lang   doc.Lang
	Title  string
	Meta   doc.Meta // of the first document
	Single bool     // one document: its furniture is the page's banner and footer
	Sheets []*sheet
	looks
}

// sheet is one document.
type sheet struct {
	Page           string // name of its pages and of its element: "sheet-1"
	Lang           doc.Lang
	Labels         doc.Labels
	Header, Footer []corner
	Boxes          []box
	Blocks         []block
	Notes          []note
}

// corner is the furniture lines of one place and alignment, as the screen shows
// them.
type corner struct {
	Align string // "left", "center" or "right"
	Lines []line
}

// line is a furniture line; its class gives its looks.
type line struct{ Class, Text string }

// newPage returns the view of the documents.
func newPage(docs []*doc.Document, sh *style.Sheet) (*page, error) {
	p := &page{
		Lang: docs[0].Lang, Title: title(docs), Meta: docs[0].Meta, Single: len(docs) == 1,
		looks: newLooks(sh),
	}
	notes, names := 0, map[*doc.Document]string{}
	for i, d := range docs {
		names[d] = fmt.Sprintf("sheet-%d", i+1)
	}
	for _, d := range docs {
		b := builder{doc: d, sheets: names, style: sh, firstNote: notes + 1, titled: d.Titled(), deepest: len(p.Levels) - 1}
		s := &sheet{
			Page: names[d], Lang: d.Lang, Labels: d.Labels,
			Header: p.corners(d, style.Header), Footer: p.corners(d, style.Footer), Boxes: p.boxes(d),
			Blocks: b.blocks(d.Blocks), Notes: b.notes(d.Notes),
		}
		if b.err != nil {
			return nil, b.err
		}
		p.Sheets = append(p.Sheets, s)
		notes += len(d.Notes)
	}
	return p, nil
}

// title returns what a browser shows for the file: the title of the book, or
// the documents' titles, or what comes nearest where there is none. It is never
// empty (WCAG 2.1, 2.4.2).
func title(docs []*doc.Document) string {
	if len(docs) > 1 && docs[1].Place != nil {
		docs = docs[:1] // the front matter bears the title of the book
	}
	var titles []string
	for _, d := range docs {
		titles = append(titles, cmp.Or(d.Title, d.Meta.Subject, d.Kind, "brief"))
	}
	return strings.Join(titles, " · ")
}

// corners returns the furniture of one place as the screen shows it, in the
// order of reading. Page numbers and running titles belong to pages, of which a
// screen has none.
func (l *looks) corners(d *doc.Document, place style.Place) []corner {
	var out []corner
	for i, f := range l.Furniture {
		if f.Place != place || f.Content == style.ContentPage || f.Content == style.ContentTitle {
			continue
		}
		var lines []line
		for _, text := range says(f.Content, d) {
			lines = append(lines, line{Class: fmt.Sprintf("furniture-%d", i), Text: text})
		}
		at := slices.IndexFunc(out, func(c corner) bool { return c.Align == align(f.Align) })
		switch {
		case len(lines) == 0:
		case at < 0:
			out = append(out, corner{Align: align(f.Align), Lines: lines})
		default:
			out[at].Lines = append(out[at].Lines, lines...)
		}
	}
	return out
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
