// Package pdf writes documents that have been laid out as PDF files for
// everybody (PDF/UA-1, ISO 14289-1) and for long (PDF/A-2a, ISO 19005-2).
// Sections named without a standard are those of ISO 32000-1.
//
// Start with [Write]. The content of the pages is drawn with gofpdf behind the
// methods of canvas (canvas.go, and nowhere else, so that the library can be
// changed in one place); everything else of the file is written here, with the
// objects of package file: fonts, bookmarks, links, metadata. Nothing is
// measured or broken here; package layout has done that.
//
// The tags that programs read a document by are elements of package tag. They
// are made of the document's tree (structure.go, runs.go) before its pages are
// drawn, and each piece of a page is drawn in the bracket of its element
// (draw.go, brackets.go). A new kind of block needs a case in
// structure.block, a new kind of run one in structure.run; one that leads
// somewhere also one in book.target.
package pdf

import (
	"errors"
	"io"
	"time"

	"briefnote/render/doc"
	"briefnote/render/font"
	"briefnote/render/layout"
	"briefnote/render/pdf/file"
	"briefnote/render/pdf/tag"
)

// Set is a document with its pages.
type Set struct {
	Doc    *doc.Document
	Layout *layout.Result
}

// Options is what a file says about itself that its documents do not.
type Options struct {
	Title   string    // of the file; empty: that of its first document
	Created time.Time // date of the file; zero: the file names none
}

// Write writes a file of one document or of several, one after the other. The
// fonts must be those the documents were laid out with. The same documents and
// options give the same objects.
func Write(w io.Writer, docs []Set, fonts *font.Set, opt Options) error {
	if len(docs) == 0 {
		return errors.New("a PDF file needs at least one document")
	}
	b := newBook(docs, opt)
	if err := b.draw(); err != nil {
		return err
	}
	catalog, info, err := b.objects()
	if err != nil {
		return err
	}
	return b.out.Finish(w, catalog, info)
}

// book is a file that is being written.
type book struct {
	docs   []Set
	opt    Options
	out    *file.Writer
	fonts  fontTable
	tree   *tag.Tree
	sheets []sheet               // a page each, of all documents in order
	first  map[*doc.Document]int // the first page of each document
	notes  int                   // footnotes of the documents drawn so far
}

// sheet is a page of the file.
type sheet struct {
	page    *layout.Page
	content []byte // what gofpdf drew
	ref     file.Ref
	links   []file.Ref // its annotations, in reading order
}

func newBook(docs []Set, opt Options) *book {
	b := &book{docs: docs, opt: opt, out: file.New(), fonts: fontTable{index: map[*font.Face]int{}}, first: map[*doc.Document]int{}}
	for i := range docs {
		b.first[docs[i].Doc] = len(b.sheets)
		for j := range docs[i].Layout.Pages {
			b.sheets = append(b.sheets, sheet{page: &docs[i].Layout.Pages[j], ref: b.out.Alloc()})
		}
	}
	b.tree = tag.New(len(b.sheets))
	return b
}

// draw makes the content of all pages, and the structure.
func (b *book) draw() error {
	contents, err := onCanvas(func(c canvas) error {
		first := 0
		for i := range b.docs {
			if err := b.document(c, &b.docs[i], first); err != nil {
				return err
			}
			first += len(b.docs[i].Layout.Pages)
		}
		return nil
	})
	for i := range contents {
		b.sheets[i].content = contents[i]
	}
	return err
}

// document draws the pages of a document; first is the index of its first one.
func (b *book) document(c canvas, d *Set, first int) error {
	in, err := newStructure(d.Doc, b.part(d.Doc), b.notes)
	if err != nil {
		return err
	}
	b.notes = in.notes
	p := pen{c: c, fonts: &b.fonts, tree: b.tree, in: in}
	var waiting []annotation
	for i := range d.Layout.Pages {
		if err := p.drawPage(first+i, &d.Layout.Pages[i]); err != nil {
			return err
		}
		waiting = b.annotate(waiting, first+i, p.areas)
	}
	return b.annotations(in, waiting)
}

// part returns the element that a document's stand in: that of the file, or,
// where the file has several documents, a part of its own.
func (b *book) part(d *doc.Document) *tag.Elem {
	if len(b.docs) == 1 {
		return b.tree.Root()
	}
	e := b.tree.Root().Add(tag.Part)
	e.Says().Title = d.Title
	if d.Lang != b.lang() {
		e.Says().Lang = string(d.Lang)
	}
	return e
}

// lang is the file's language: that of its first document.
func (b *book) lang() doc.Lang { return b.docs[0].Doc.Lang }

// objects writes the objects of the file and returns those it starts from.
func (b *book) objects() (catalog, info file.Ref, err error) {
	catalog, info = b.out.Alloc(), b.out.Alloc()
	pages := b.out.Alloc()
	resources := file.NewDict().Dict("Font", b.fonts.write(b.out))
	if b.fonts.err != nil {
		return 0, 0, b.fonts.err
	}
	shared := b.out.Add(resources)
	refs := b.pageObjects(pages, shared)
	d := file.NewDict().Name("Type", "Catalog").Ref("Pages", pages)
	d.Text("Lang", string(b.lang()))
	d.Ref("StructTreeRoot", b.tree.Write(b.out, refs)).Dict("MarkInfo", file.NewDict().Raw("Marked", "true"))
	d.Dict("ViewerPreferences", file.NewDict().Raw("DisplayDocTitle", "true"))
	if outlines := b.outlines(); outlines != 0 {
		d.Ref("Outlines", outlines).Name("PageMode", "UseOutlines")
	}
	d.Ref("Metadata", b.metadata(info)).Refs("OutputIntents", []file.Ref{b.outputIntent()})
	b.out.Dict(catalog, d)
	return catalog, info, nil
}

// pageObjects writes the page tree, in one level: viewers load it at once, and
// a binder has hundreds of pages, not millions. It returns the pages.
func (b *book) pageObjects(pages, resources file.Ref) []file.Ref {
	kids := make([]file.Ref, len(b.sheets))
	for i := range b.sheets {
		sh := &b.sheets[i]
		kids[i] = sh.ref
		content := b.out.Alloc()
		b.out.Stream(content, file.NewDict(), sh.content)
		d := file.NewDict().Name("Type", "Page").Ref("Parent", pages)
		d.Nums("MediaBox", 0, 0, sh.page.Width, sh.page.Height)
		d.Ref("Resources", resources).Ref("Contents", content)
		// Tabs in the order of the structure, as PDF/UA-1, 7.18.3 asks.
		d.Int("StructParents", b.tree.PageKey(i)).Name("Tabs", "S")
		if len(sh.links) > 0 {
			d.Refs("Annots", sh.links)
		}
		b.out.Dict(sh.ref, d)
	}
	b.out.Dict(pages, file.NewDict().Name("Type", "Pages").Refs("Kids", kids).Int("Count", len(kids)))
	return kids
}
