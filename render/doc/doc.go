// Package doc is the document as a tree, free of any output format.
//
// Composition makes a [Document] of a note, every transformation (binder,
// redline, release) turns trees into trees, and each writer prints one. All
// words that a reader sees stand in the tree, labels included, so that every
// format prints the same ones. Every block and run remembers the place in the
// note that it came from ([Origin]).
package doc

import (
	"fmt"
	"strings"

	"briefnote/diag"
)

// Lang is a language as a BCP 47 primary tag: "en" or "fr".
type Lang string

// The languages a document may have.
const (
	English Lang = "en"
	French  Lang = "fr"
)

// Document is one note, ready to be printed.
type Document struct {
	Kind        string   // the note's kind, e.g. "briefing-note"
	Lang        Lang     // language of the body and the labels
	Title       string   // plain text: metadata, bookmarks, file properties
	Marking     []string // one entry a ladder, printed on every page; empty if there is none
	Caveats     []string // printed under the marking on every page
	CaveatsFrom Origin   // where they are written
	Draft       string   // the word every page of a draft carries ("DRAFT", "ÉBAUCHE"); empty otherwise
	Meta        Meta
	Labels      Labels
	Blocks      []Block
	Notes       []*Note // footnotes in the order of their first reference
	Place       *Place  // in a book; nil for a document by itself
}

// Titled reports whether a document has a heading of level 1. The head of a
// notice is one where no other stands, so that a reader's program finds a title
// in every document.
func (d *Document) Titled() bool {
	for _, b := range d.Blocks {
		if h, ok := b.(*Heading); ok && h.Level == 1 {
			return true
		}
	}
	return false
}

// Meta is what a file says about itself. None of it is printed.
type Meta struct {
	Author  string // who drafted the note, as written; empty if nobody did or may be named
	Subject string // the kind and event in words
	Date    string // YYYY-MM-DD, or empty
}

// Labels are the words that writers place themselves, in the document's language.
type Labels struct {
	Page      string // "Page {n} of {total}"
	Footnotes string // "Notes": heading of the notes where a format gathers them at the end
	Footnote  string // "Footnote {n}": read out for a footnote's mark
	Redacted  string // "redacted": read out for a severance
	Section   string // "section": before a provision that is read out
	Tab       string // "Tab {label}": on the pages of a tab
	Tabs      string // "Tabs": heading of the list on a cover
	Contents  string // "Contents": heading of a book's contents
}

// Spoken returns what a reader's program says for a severance that is made:
// "redacted, section 15(1)(a)".
func (l Labels) Spoken(provisions []string) string {
	if l.Redacted == "" || len(provisions) == 0 {
		return l.Redacted
	}
	return l.Redacted + ", " + l.Section + " " + strings.Join(provisions, ", ")
}

// Origin is where a block or run came from.
type Origin struct {
	Pointer string // JSON pointer in the note
	Span    diag.Span
}

// From returns the origin itself; blocks and runs get it by embedding.
func (o Origin) From() Origin { return o }

// Fault is the error that a piece of a document cannot be written, with the
// place in the note that it came from; nil for a piece that is not there at all.
func Fault(piece interface{ From() Origin }, message string) error {
	var from Origin
	if piece != nil {
		from = piece.From()
	}
	return fmt.Errorf("%s %s: %s", from.Span.File, from.Pointer, message)
}

// Block is a piece of a page: one of the types of this file.
type Block interface {
	From() Origin
	block()
}

// Role says what a heading or paragraph is for. A style sheet gives each role its looks.
type Role string

// The roles.
const (
	RoleTypeLine  Role = "type-line" // BRIEFING NOTE FOR THE MINISTER
	RoleMasthead  Role = "masthead"  // forum, theme, place and year of a communiqué
	RoleTitle     Role = "title"     // the document's title; a heading of level 1
	RoleMeeting   Role = "meeting"   // a line under the title: what for, with whom, where, when
	RoleSection   Role = "section"   // a heading of level 2 to 6
	RoleLabel     Role = "label"     // "Report:" over the topics of a meeting report
	RoleRunIn     Role = "run-in"    // a paragraph that opens with its topic
	RoleBody      Role = "body"      // running text
	RoleContinued Role = "continued" // unmarked text that goes on from the point before

	RoleCoverMarking Role = "cover-marking" // marking and caveats, large, at the head of a cover
	RoleCoverTitle   Role = "cover-title"   // the title of a book; a heading of level 1
	RoleContents     Role = "contents"      // the heading of a book's contents
	RoleEntry        Role = "entry"         // a line of the contents
	RoleCoverEntry   Role = "cover-entry"   // a line of the list of tabs on a cover
)

// Heading opens a section. Levels never skip on the way down.
type Heading struct {
	Origin
	Level int // 1 to 6
	Role  Role
	Runs  []Run
}

// Paragraph is running text.
type Paragraph struct {
	Origin
	Role Role
	Lead []Run // the topic of a run-in paragraph, its colon included; else empty
	Runs []Run
}

// ListStyle is how the items of a list are marked.
type ListStyle string

// The styles of lists.
const (
	Bullets ListStyle = "bullets"
	Letters ListStyle = "letters" // a. b. c.
	Numbers ListStyle = "numbers" // 1. 2. 3.
)

// List is a list; lists nest by standing among the blocks of an item.
type List struct {
	Origin
	Style ListStyle
	Start int // number or letter of the first marked item, from 1
	Items []Item
}

// Item is an entry of a list. One without blocks is an empty point, and prints its mark alone.
type Item struct {
	Origin
	Unmarked bool // text that goes on from what stood before the list: neither marked nor counted
	Blocks   []Block
}

// Align is the alignment of a table column.
type Align string

// The alignments; the zero value is that of the text's start.
const (
	AlignStart  Align = ""
	AlignCenter Align = "center"
	AlignEnd    Align = "end"
)

// Table is a table with a header row. Every row has as many cells as Header.
type Table struct {
	Origin
	Align  []Align // a column each
	Header []Cell
	Rows   [][]Cell
}

// Cell is a cell of a table.
type Cell struct {
	Origin
	Runs []Run
}

// SignOff says who drafted, was consulted, and approved.
type SignOff struct {
	Origin
	Lines []SignOffLine
}

// SignOffLine is one of the sign-off's lines. Entries follow the label on its
// line, and one another on lines of their own.
type SignOffLine struct {
	Origin
	Label   string // "Drafted:"
	Entries [][]Run
}

// Notice tells that whole pages are withheld. The two languages stand side by side.
type Notice struct {
	Origin
	First, Last int   // the pages withheld
	Head        []Run // "Pages 9 to / à 14"
	Sides       []NoticeSide
}

// NoticeSide is what a notice says in one language, a paragraph an entry.
type NoticeSide struct {
	Lang       Lang
	Paragraphs [][]Run
}

// Severed is blocks to be withheld as a whole: printed in a draft with the
// provisions cited, and gone in a release.
type Severed struct {
	Origin
	Provisions []string // e.g. "15(1)(a)"
	Cite       string   // as printed after the blocks: "s. 15(1)(a)"
	Blocks     []Block
}

func (*Heading) block()   {}
func (*Paragraph) block() {}
func (*List) block()      {}
func (*Table) block()     {}
func (*SignOff) block()   {}
func (*Notice) block()    {}
func (*Severed) block()   {}
