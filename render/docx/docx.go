// Package docx writes documents as one Word file (DOCX): WordprocessingML in
// an Open Packaging Conventions package, ECMA-376 transitional. Sections named
// without a standard are those of ECMA-376, Part 1.
//
// Start with [New] and [Writer.Write]. The tree is first made flat: a row of
// paragraphs and tables (flow.go, and a file for each kind of block), whose
// words are WordprocessingML already. Only then are they written into the
// sections of the file (section.go), when it is known what stands beside each.
// Looks are the house style's, as styles of the names that Word knows
// (looks.go, styles.go), so that whoever opens the file can go on with it.
//
// Decisions that are not plain from the code:
//
//   - Headings. The title of a note is of the style Title, the headings under
//     it are Heading 1 and so on. In a book the book has the title, its
//     documents are Heading 1, and their headings Heading 2 and so on.
//   - Lists. A list with the lists under it is one list of several levels for
//     Word too; only what Word would count otherwise than the tree is a list by
//     itself (numbering.go). So are letters from aa on: Word would go on with
//     bb.
//   - Footnotes. Word numbers a footnote itself where it would come to the
//     mark that the tree gives; any other mark is written out, as are those of
//     a book's later documents, for Word alone could start again in each.
//     Where a note is referred to again stands a field that follows the number. Word has no
//     footnotes of footnotes: a note that only another refers to stands under
//     that one.
//   - Severances. One already made is a content control whose title is read
//     out: "redacted, section 15(1)". One still to be made is a marked run,
//     its provisions raised behind it.
//   - Page numbers. "Page n of N" are fields, and hold the numbers of our own
//     layout until a program counts again. The stamp of a page is a formula
//     over its number, and holds all the stamps of its document for programs
//     that know no formulas. The contents name stamps, which no program could
//     count, so that field is locked.
//   - Space. Of two spaces that meet the larger holds, in Word as in the house
//     style; tables, which have no space of their own, borrow their
//     neighbours'. No paragraph is empty for the sake of space; one line of a
//     point in height follows a table where Word asks for a paragraph.
package docx

import (
	"errors"
	"fmt"
	"io"
	"sync"
	"time"

	"briefnote/render/doc"
	"briefnote/render/style"
)

// Advance returns how wide a character is set, as a multiple of the size of
// type. Nothing is broken into lines by it: it gives room to the columns of
// tables, the marks of lists and the like.
type Advance func(r rune, bold bool) float64

// Options is what a file says that its documents do not.
type Options struct {
	Created time.Time // date of the file; zero: the file names none
	Pages   []int     // how many pages each document takes, as far as is known: shown until a program counts itself
}

// Writer writes files in one house style. It may be used by several goroutines
// at once.
type Writer struct {
	sheet   *style.Sheet
	advance Advance
	made    sync.Map // the looks of files, by their kind
	known   known
}

// New returns a writer in the looks of a style sheet.
func New(sh *style.Sheet, advance Advance) *Writer {
	return &Writer{sheet: sh, advance: advance}
}

// Write writes the documents as one file. Nothing is written if a document
// holds a block or run of an unknown kind. The same documents and options give
// the same bytes.
func (w *Writer) Write(to io.Writer, docs []*doc.Document, opt Options) error {
	if len(docs) == 0 {
		return errors.New("there is no document to write as DOCX; name a file that holds a note")
	}
	f := newFile(w, docs, opt)
	for i := range docs {
		f.section(i)
	}
	f.finish()
	if f.err != nil {
		return f.err
	}
	return f.pack.write(to, &w.known)
}

// file is a file that is being written.
type file struct {
	*Writer
	docs      []*doc.Document
	opt       Options
	book      bool // several documents
	lang      doc.Lang
	looks     *looks
	pack      pack
	links     relations // of the document part
	noteLinks relations // of the footnotes part
	body      xml       // the document part
	notes     xml       // the footnotes of the documents so far
	numbering numbering
	names     map[*doc.Document]string // bookmarks at the documents' heads
	furniture map[string]string        // relations to headers and footers, by what they hold
	counted   int                      // footnotes that Word has numbered so far
	footnotes int                      // footnotes so far
	bookmarks int
	headings  int
	controls  int
	err       error
}

func newFile(w *Writer, docs []*doc.Document, opt Options) *file {
	f := &file{
		Writer: w, docs: docs, opt: opt, book: len(docs) > 1, lang: docs[0].Lang,
		names: map[*doc.Document]string{}, furniture: map[string]string{},
	}
	for i, d := range docs {
		f.names[d] = fmt.Sprintf("document_%d", i+1)
	}
	f.looks = w.looksOf(kindOfLooks{lang: f.lang, book: f.book, title: titleRole(docs[0])})
	f.fixedParts()
	return f
}

// titleRole returns the role of a document's heading of level 1.
func titleRole(d *doc.Document) doc.Role {
	for _, b := range d.Blocks {
		if h, ok := b.(*doc.Heading); ok && h.Level == 1 {
			return h.Role
		}
	}
	return doc.RoleTitle
}

// fail records the first fault, with where its cause came from.
func (f *file) fail(piece interface{ From() doc.Origin }, message string) {
	if f.err == nil {
		f.err = doc.Fault(piece, message)
	}
}
