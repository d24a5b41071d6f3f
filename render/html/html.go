// Package html writes documents as one self-contained HTML file that looks
// like the printed page: a sheet of paper a document on screen, pages with
// marking and number in print.
//
// Start with [New], for a house style. [Writer.Write] turns the tree into a view (view.go, run.go,
// running.go), which holds only what the templates of templates/html ask for, and
// the house style into the style sheet (css.go, sheet.go); html/template then
// escapes every text for the place it stands in, its function HTMLEscapeString
// that of plain headings, which need no template. The style sheet is not
// html/template's: it holds numbers, colours and names of the house style, and
// of a note's words only those of its header and footer, each character of which
// is escaped here (values.go). Nothing in the file runs or is fetched.
//
// Decisions that are not plain from the templates:
//
//   - Words. The text of the file is that of the tree. Words for programs only
//     (the name of the notes' section, how a severance is read out, the skip
//     link) are attributes. The marks of lists are the browser's. What belongs to
//     pages (class "paged") is for LibreOffice, and browsers do not show it.
//   - Severances. One already made is an element of role img named "redacted,
//     section 15(1)", which every screen reader speaks in place of the token;
//     text alone takes no name (ARIA 1.2, section 5.2.8.6). One still to be
//     made is a <mark>, its provisions behind it.
//   - Word processors. LibreOffice takes the divisions titled "header" and
//     "footer" as the running ones, and links of the classes sdfootnoteanc
//     and sdfootnotesym as footnotes. In a book those of its front matter run
//     over all pages, for they have the highest marking; those of its documents
//     stand in the text. It needs what HTML has not or no longer: sdfield for
//     the number of a page, sdfixed where a footnote's mark is not its number,
//     width, valign and cellpadding of tables. The looks of cells stand in style
//     attributes for its sake, and a heading, paragraph or list has one class.
//     A security policy in a meta element would be a comment in its text.
//   - Print. Marking and page number stand in the margin boxes of CSS Paged
//     Media. A browser that does not set those prints the header and footer of
//     the screen. In a book each document's pages are counted by themselves;
//     how many they are, CSS cannot tell.
package html

import (
	"bytes"
	"errors"
	"html/template"
	"io"
	"sync"

	"briefnote/render/doc"
	"briefnote/render/style"
	"briefnote/templates"
)

// Writer writes documents in one house style. It may be used by several
// goroutines at once.
type Writer struct {
	looks func() *looks
	css   sync.Map // what files have in common of their style sheets, by [edges]
}

// New returns a writer of the looks of a style sheet, which must not change.
func New(sh *style.Sheet) *Writer {
	return &Writer{looks: sync.OnceValue(func() *looks { return newLooks(sh) })}
}

// Write writes the documents as one HTML file. Nothing is written if a document
// holds a block or run of an unknown kind.
func (w *Writer) Write(to io.Writer, docs []*doc.Document) error {
	if len(docs) == 0 {
		return errors.New("there is no document to write as HTML; name a file that holds a note")
	}
	f, err := read()
	if err != nil {
		return err
	}
	p, err := w.page(docs, f.css)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	b.Grow(3 * len(p.CSS)) // about what a note has
	if err := f.page.Execute(&b, p); err != nil {
		return err
	}
	_, err = to.Write(b.Bytes())
	return err
}

// Prepare reads the templates and has them escaped, which takes as long as
// reading a note: it may be called while that is done. The first document does
// the same where it was not, and reports what goes wrong.
func Prepare() {
	if f, err := read(); err == nil {
		_ = f.page.Execute(io.Discard, &page{looks: newLooks(&style.Sheet{})})
	}
}

// files are the files of templates/html.
type files struct {
	page *template.Template
	css  string
}

// read returns the files, read when the first document is written.
var read = sync.OnceValues(func() (files, error) {
	css, err := templates.FS.ReadFile("html/style.css")
	if err != nil {
		return files{}, err
	}
	page, err := template.ParseFS(templates.FS, "html/page.html", "html/blocks.html", "html/runs.html")
	return files{page: page, css: string(css)}, err
})

// few returns the templates of blocks that few notes have, read when the first
// one does: all templates together take as long to read as a note.
var few = sync.OnceValues(func() (*template.Template, error) {
	return template.ParseFS(templates.FS, "html/few.html", "html/runs.html")
})
