// Package render prints notes.
//
// Start with [New], which loads a house style and its fonts; [Renderer.Book]
// composes notes into documents, [Renderer.Binder] a binder and its notes into
// one book, and both check that every character can be printed; [Book.Write]
// prints them in a format. It is the one entry that
// commands call, and the only place that knows all the writers.
package render

import (
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"
	"time"

	"briefnote/diag"
	"briefnote/render/binder"
	"briefnote/render/compose"
	"briefnote/render/doc"
	"briefnote/render/docx"
	"briefnote/render/font"
	"briefnote/render/html"
	"briefnote/render/layout"
	"briefnote/render/pdf"
	"briefnote/render/style"
	"briefnote/render/text"
	"briefnote/schema"
	"briefnote/templates"
)

// DefaultStyle is the house style of a note that names none.
const DefaultStyle = "public-safety"

// StyleNames lists the house styles that come with the tool.
func StyleNames() []string { return style.Names() }

// Format is an output format; its name is the extension of its files.
type Format string

// The formats.
const (
	PDF  Format = "pdf"
	HTML Format = "html"
	DOCX Format = "docx"
	Text Format = "txt"
)

// Formats lists the formats in the order they are offered.
func Formats() []Format { return []Format{PDF, HTML, DOCX, Text} }

// FormatNames returns the names of the formats.
func FormatNames() []string {
	var names []string
	for _, f := range Formats() {
		names = append(names, string(f))
	}
	return names
}

// ParseFormat returns the format of a name. The error is a sentence for the user.
func ParseFormat(name string) (Format, error) {
	if slices.Contains(Formats(), Format(name)) {
		return Format(name), nil
	}
	known := "it is one of " + strings.Join(FormatNames(), ", ")
	if near, ok := diag.Nearest(name, FormatNames()); ok {
		known = fmt.Sprintf("did you mean %q? %s", near, known)
	}
	return "", fmt.Errorf("there is no format %q; %s", name, known)
}

// Prepare starts to make what the writers of formats need for any note, while
// notes are read. It need not be called at all.
func Prepare(formats []Format) {
	if slices.Contains(formats, HTML) {
		go html.Prepare()
	}
}

// Options say how notes are printed.
type Options struct {
	Style       string    // name of a shipped house style, or of the file StyleSource was read from
	StyleSource []byte    // a house style of the user's own; nil for a shipped one
	Date        time.Time // for notes that bear no date; zero leaves it out of the file
}

// Renderer prints notes in one house style. It may be used by several
// goroutines at once.
type Renderer struct {
	sheet *style.Sheet
	fonts *font.Set
	html  *html.Writer
	docx  *docx.Writer
	date  time.Time
}

// New loads a house style and its fonts. Findings are about the style.
func New(opts Options) (*Renderer, []diag.Diagnostic, error) {
	var sheet *style.Sheet
	var problems []diag.Diagnostic
	if opts.StyleSource != nil {
		sheet, problems = style.Parse(opts.Style, opts.StyleSource)
	} else {
		sheet, problems = style.Load(opts.Style)
	}
	if diag.HasErrors(problems) {
		return nil, problems, nil
	}
	folder, err := fs.Sub(templates.FS, "fonts")
	if err != nil {
		return nil, problems, err
	}
	fonts, err := font.Load(folder, sheet.Family)
	if err != nil {
		return nil, problems, err
	}
	return &Renderer{sheet: sheet, fonts: fonts, html: html.New(sheet), docx: docx.New(sheet, fonts.Advance), date: opts.Date}, problems, nil
}

// Book is documents that are printed as one, one after the other.
type Book struct {
	*Renderer
	docs  []*doc.Document
	pages []*layout.Result // of each document; nil until the book is laid out
}

// Book composes notes. Findings are characters that cannot be printed.
func (r *Renderer) Book(notes []schema.Note) (*Book, []diag.Diagnostic, error) {
	b := &Book{Renderer: r}
	var problems []diag.Diagnostic
	for _, n := range notes {
		problems = append(problems, r.uncovered(n)...)
		d, err := compose.Note(n)
		if err != nil {
			return nil, nil, err
		}
		b.docs = append(b.docs, d)
	}
	return b, problems, nil
}

// Binder composes a binder with the notes of its tabs, and binds them as one
// book. Findings are characters that cannot be printed, and warnings about
// stamps. A book with errors has no documents.
//
// Its contents name pages in every format, so it is laid out here already.
func (r *Renderer) Binder(n *schema.Binder, tabs [][]schema.Note) (*Book, []diag.Diagnostic, error) {
	problems := r.uncovered(n)
	for _, tab := range tabs {
		for _, n := range tab {
			problems = append(problems, r.uncovered(n)...)
		}
	}
	b := &Book{Renderer: r}
	if problems = diag.Sort(problems); diag.HasErrors(problems) {
		return b, problems, nil
	}
	bound, err := compose.Binder(n, tabs)
	if err != nil {
		return nil, nil, err
	}
	var broken []*layout.Broken
	docs, warnings, err := binder.Bind(bound, func(d *doc.Document) (int, error) {
		pages, err := layout.Break(d, r.sheet, r.fonts)
		if err != nil {
			return 0, err
		}
		broken = append(broken, pages)
		return pages.Pages(), nil
	})
	if err != nil {
		return nil, nil, err
	}
	b.docs = docs
	front, err := layout.Set(docs[0], r.sheet, r.fonts)
	if err != nil {
		return nil, nil, err
	}
	b.pages = append(b.pages, front)
	for _, pages := range broken {
		res, err := pages.Furnish()
		if err != nil {
			return nil, nil, err
		}
		b.pages = append(b.pages, res)
	}
	return b, append(problems, warnings...), nil
}

// Write prints the book in a format.
func (b *Book) Write(w io.Writer, f Format) error {
	switch f {
	case PDF:
		return b.pdf(w)
	case HTML:
		return b.html.Write(w, b.docs)
	case DOCX:
		return b.word(w)
	case Text:
		return text.Write(w, b.docs)
	default:
		return fmt.Errorf("there is no writer for the format %q", f)
	}
}

// layOut lays out the documents that are not laid out yet.
func (b *Book) layOut() error {
	for _, d := range b.docs[len(b.pages):] {
		pages, err := layout.Set(d, b.sheet, b.fonts)
		if err != nil {
			return err
		}
		b.pages = append(b.pages, pages)
	}
	return nil
}

func (b *Book) pdf(w io.Writer) error {
	if err := b.layOut(); err != nil {
		return err
	}
	var sets []pdf.Set
	for i, d := range b.docs {
		sets = append(sets, pdf.Set{Doc: d, Layout: b.pages[i]})
	}
	return pdf.Write(w, sets, b.fonts, pdf.Options{Created: b.created()})
}

// word prints the book as DOCX, which tells programs that count no pages how
// many there are in print.
func (b *Book) word(w io.Writer) error {
	if err := b.layOut(); err != nil {
		return err
	}
	opt := docx.Options{Created: b.created()}
	for _, pages := range b.pages {
		opt.Pages = append(opt.Pages, len(pages.Pages))
	}
	return b.docx.Write(w, b.docs, opt)
}

// created is the date of the file: the first one that a note bears, or else
// the one handed in; never the clock's.
func (b *Book) created() time.Time {
	for _, d := range b.docs {
		if t, err := time.Parse("2006-01-02", d.Meta.Date); err == nil {
			return t
		}
	}
	return b.date
}
