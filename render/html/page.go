package html

import (
	"cmp"
	"html/template"
	"strconv"
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
	Book   bool     // a book's front matter, whose marking is the highest, and its documents
	Sheets []*sheet
	CSS    template.CSS
	*looks
}

// sheet is one document.
type sheet struct {
	Page           string // name of its pages and of its element: "sheet-1"
	Lang           doc.Lang
	Labels         doc.Labels
	Header, Footer running
	Boxes          []box
	Blocks         []block
	Notes          []note
}

// page returns the view of the documents; shared is what the style sheets of
// all house styles have in common.
func (w *Writer) page(docs []*doc.Document, shared string) (*page, error) {
	p := &page{
		Lang: docs[0].Lang, Title: title(docs), Meta: docs[0].Meta, Single: len(docs) == 1, Book: isBook(docs),
		looks: w.looks(),
	}
	notes, names := 0, map[*doc.Document]string{}
	for i, d := range docs {
		names[d] = "sheet-" + strconv.Itoa(i+1)
	}
	for _, d := range docs {
		b := builder{doc: d, sheets: names, looks: p.looks, firstNote: notes + 1, titled: d.Titled(), deepest: len(p.Levels) - 1}
		s := &sheet{
			Page: names[d], Lang: d.Lang, Labels: d.Labels,
			Header: p.running(d, style.Header, p.Single), Footer: p.running(d, style.Footer, p.Single), Boxes: p.boxes(d, names[d], p.Single),
			Blocks: b.blocks(d.Blocks), Notes: b.notes(d.Notes),
		}
		if b.err != nil {
			return nil, b.err
		}
		p.Sheets = append(p.Sheets, s)
		notes += len(d.Notes)
	}
	p.CSS = w.sheetCSS(p, shared)
	return p, nil
}

// title returns what a browser shows for the file: the title of the book, or
// the documents' titles, or what comes nearest where there is none. It is never
// empty (WCAG 2.1, 2.4.2).
func title(docs []*doc.Document) string {
	if isBook(docs) {
		docs = docs[:1] // the front matter bears the title of the book
	}
	var titles []string
	for _, d := range docs {
		titles = append(titles, cmp.Or(d.Title, d.Meta.Subject, d.Kind, "brief"))
	}
	return strings.Join(titles, " · ")
}

func isBook(docs []*doc.Document) bool { return len(docs) > 1 && docs[1].Place != nil }
