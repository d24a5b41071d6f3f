// Package pdf writes documents that have been laid out as PDF files.
//
// Start with [Write]. The content of the pages is drawn with gofpdf behind the
// methods of canvas (canvas.go, and nowhere else, so that the library can be
// changed in one place); everything else of the file is written here, with the
// objects of package file: fonts, bookmarks, links, metadata. Nothing is
// measured or broken here; package layout has done that.
package pdf

import (
	"errors"
	"io"
	"time"

	"briefnote/render/doc"
	"briefnote/render/font"
	"briefnote/render/layout"
	"briefnote/render/pdf/file"
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
	b := &book{docs: docs, opt: opt, out: file.New(), fonts: fontTable{index: map[*font.Face]int{}}}
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
	sheets []sheet // a page each, of all documents in order
}

// sheet is a page of the file.
type sheet struct {
	page    *layout.Page
	content []byte // what gofpdf drew
	ref     file.Ref
}

// draw makes the content of all pages.
func (b *book) draw() error {
	for i := range b.docs {
		for j := range b.docs[i].Layout.Pages {
			b.sheets = append(b.sheets, sheet{page: &b.docs[i].Layout.Pages[j]})
		}
	}
	contents, err := onCanvas(func(c canvas) error {
		for i := range b.sheets {
			if err := b.drawPage(c, b.sheets[i].page); err != nil {
				return err
			}
		}
		return nil
	})
	for i := range contents {
		b.sheets[i].content = contents[i]
	}
	return err
}

// objects writes the objects of the file and returns those it starts from.
func (b *book) objects() (catalog, info file.Ref, err error) {
	catalog, info = b.out.Alloc(), b.out.Alloc()
	pages := b.out.Alloc()
	for i := range b.sheets {
		b.sheets[i].ref = b.out.Alloc()
	}
	resources := file.NewDict().Dict("Font", b.fonts.write(b.out))
	if b.fonts.err != nil {
		return 0, 0, b.fonts.err
	}
	shared := b.out.Add(resources)
	if err := b.pageObjects(pages, shared); err != nil {
		return 0, 0, err
	}
	d := file.NewDict().Name("Type", "Catalog").Ref("Pages", pages)
	d.Text("Lang", string(b.docs[0].Doc.Lang))
	d.Dict("ViewerPreferences", file.NewDict().Raw("DisplayDocTitle", "true"))
	if outlines := b.outlines(); outlines != 0 {
		d.Ref("Outlines", outlines).Name("PageMode", "UseOutlines")
	}
	d.Ref("Metadata", b.metadata(info))
	b.out.Dict(catalog, d)
	return catalog, info, nil
}

// pageObjects writes the page tree, in one level: viewers load it at once, and
// a binder has hundreds of pages, not millions.
func (b *book) pageObjects(pages, resources file.Ref) error {
	kids := make([]file.Ref, len(b.sheets))
	for i := range b.sheets {
		sh := &b.sheets[i]
		kids[i] = sh.ref
		content := b.out.Alloc()
		b.out.Stream(content, file.NewDict(), sh.content)
		d := file.NewDict().Name("Type", "Page").Ref("Parent", pages)
		d.Nums("MediaBox", 0, 0, sh.page.Width, sh.page.Height)
		d.Ref("Resources", resources).Ref("Contents", content)
		links, err := b.links(sh.page)
		if err != nil {
			return err
		}
		if len(links) > 0 {
			// Tabs in the order of the structure, as PDF/UA-1, 7.18.3 asks.
			d.Refs("Annots", links).Name("Tabs", "S")
		}
		b.out.Dict(sh.ref, d)
	}
	b.out.Dict(pages, file.NewDict().Name("Type", "Pages").Refs("Kids", kids).Int("Count", len(kids)))
	return nil
}
