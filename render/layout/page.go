// Package layout sets a document on pages.
//
// [Set] breaks a document's blocks into lines and its lines into pages, in the
// looks of a style sheet and with the metrics of the very faces that the
// writer embeds. What comes out is places only: nothing after it measures,
// breaks or decides anything. Lengths are in points; x grows to the right
// from the paper's left edge, y grows downwards from its top edge.
//
// The way of a document: runs become glyphs (shape.go), glyphs become lines
// (breaks.go, lines.go), lines become slabs, the pieces that no page break may
// cut (flow.go, and a file for each kind of block), and slabs become pages
// (paginate.go, assemble.go, furniture.go). Each step is linear in the length
// of the document.
package layout

import (
	"fmt"

	"briefnote/render/doc"
	"briefnote/render/font"
	"briefnote/render/style"
)

// Page is a page with everything on it, in reading order.
type Page struct {
	Width, Height float64
	Marks         []Mark // the body, then its footnotes: pieces, strokes and fills, each with the element it belongs to
	Furniture     []Mark // header, footer and repeated table headers: no part of the text; pages may share marks
}

// Mark is something drawn: a [Piece], a [Stroke] or a [Fill].
type Mark interface {
	mark()
	shift(dy float64) // moves it down
	clone() Mark
	owner() *Of
}

// Piece is glyphs of one face on one baseline.
type Piece struct {
	X, Y   float64 // start of the baseline
	Width  float64 // without the white space that hangs over the end of a line
	Size   float64
	Face   *font.Face
	Color  style.Color
	Lang   doc.Lang // set where it is not the document's
	Text   string   // the words as they stand in the tree, whatever the glyphs look like (capitals)
	Glyphs []uint16 // indices into Face, in order
	Of     *Of      // shared with the other pieces of the same words; it never changes
}

// Stroke is a straight line, or a row of dots.
type Stroke struct {
	X1, Y1, X2, Y2, Width float64
	Color                 style.Color
	Of                    Of
	Dots                  float64 // distance of dots as long as the line is thick, from the first point on; 0 for a line
}

// Fill is a filled rectangle, or an outlined one where Line is not 0.
type Fill struct {
	X, Y, W, H float64 // top left corner, width, height
	Line       float64 // thickness of the outline; 0 fills the rectangle
	Color      style.Color
	Of         Of
}

// Of says what a mark belongs to, so that a writer can tag it. Decoration
// (boxes, rules, the underline of a link) has a nil Run.
type Of struct {
	Block  doc.Block // innermost block; nil for furniture and footnotes
	Item   *doc.Item // the list item whose mark or text this is; nil outside lists
	Label  bool      // the mark is an item's bullet, number or letter, a sign-off's label, or a note's mark at its text
	Row    int       // of a table: 0 is the header row; of a sign-off: the line; of a notice's side: the paragraph; of contents: the entry; -1 elsewhere
	Col    int       // of a table; of a sign-off's line: the entry; 0 for the page of an entry of contents; -1 elsewhere
	Run    doc.Run   // outermost run of the paragraph, e.g. the link or severance; nil for decoration
	Within []doc.Run // runs inside Run, down to the one whose words these are; empty if they are those of Run itself
	Link   *doc.Link // the link that the mark is part of, at whatever depth; nil outside links
	Note   *doc.Note // the footnote whose text this is; nil in the body
	Side   int       // of a notice: 0 the head, 1 and 2 its languages
}

// Result is a document's pages and the places that others ask for.
type Result struct {
	Pages    []Page
	Headings []HeadingPlace // in order, for bookmarks
}

// HeadingPlace is where a heading of the document came to stand.
type HeadingPlace struct {
	Heading *doc.Heading
	Page    int     // index in Pages
	Y       float64 // top of its first line
}

// UncoveredError reports a character that no face of the style's family has a
// glyph for. Callers check coverage before they lay out; this is the last
// guard, so that no box is ever printed in silence.
type UncoveredError struct {
	Rune   rune
	Origin doc.Origin // of the run that holds it; zero for furniture
}

// Error says which character it is and what to do about it.
func (e *UncoveredError) Error() string {
	return fmt.Sprintf("no font of the style has the character %q (U+%04X): write it another way", e.Rune, e.Rune)
}

// NoRoomError reports that header and footer leave no room for text on the
// pages, because of many or long caveats.
type NoRoomError struct {
	Origin doc.Origin // of the caveats
}

// Error says what is wrong and what to do about it.
func (*NoRoomError) Error() string {
	return "the marking and its caveats leave no room for the text on the page: print fewer caveats, or shorten them"
}

func (*Piece) mark()  {}
func (*Stroke) mark() {}
func (*Fill) mark()   {}

func (p *Piece) shift(dy float64)  { p.Y += dy }
func (s *Stroke) shift(dy float64) { s.Y1, s.Y2 = s.Y1+dy, s.Y2+dy }
func (f *Fill) shift(dy float64)   { f.Y += dy }

func (p *Piece) clone() Mark  { c := *p; return &c }
func (s *Stroke) clone() Mark { c := *s; return &c }
func (f *Fill) clone() Mark   { c := *f; return &c }

func (p *Piece) owner() *Of  { return p.Of }
func (s *Stroke) owner() *Of { return &s.Of }
func (f *Fill) owner() *Of   { return &f.Of }
