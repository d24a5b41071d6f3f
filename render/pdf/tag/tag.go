// Package tag builds the logical structure of a PDF file: a tree of elements
// that says what the words on its pages are, and in which order they are read
// (ISO 32000-1, 14.7 and 14.8; PDF/UA-1, ISO 14289-1, 7). It knows the types of
// elements and nothing of what a document holds.
//
// Start with [New] and hang elements under [Tree.Root] with [Elem.Add]. While
// pages are drawn, [Tree.Mark] numbers a piece of a page's content that belongs
// to an element, and [Tree.Object] does so for an annotation. At the end,
// [Tree.Write] writes the tree, with the tables that lead back from the pages
// to it.
package tag

import "briefnote/render/pdf/file"

// Type is a standard structure type (14.8.4). No other is used, so that a file
// needs no role map.
type Type uint8

// The types of elements. Grouping ones come first, then blocks, then what
// stands in a line.
const (
	Document Type = iota
	Part          // a document in a file of several
	Sect
	Div
	P
	H1
	H2
	H3
	H4
	H5
	H6
	List
	Item
	Contents
	Entry
	Label
	Body
	Table
	Head
	Rows
	Row
	Header
	Cell
	Note
	Reference
	Link
	Span
)

var typeNames = [...]string{
	"Document", "Part", "Sect", "Div", "P", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "TOC", "TOCI", "Lbl", "LBody",
	"Table", "THead", "TBody", "TR", "TH", "TD", "Note", "Reference", "Link", "Span",
}

// String returns the name of a type in the file.
func (t Type) String() string { return typeNames[t] }

// Heading returns the type of a heading of a level, 1 to 6 (14.8.4.3.2).
func Heading(level int) Type { return H1 + Type(min(max(level, 1), 6)-1) }

// Attr is the attributes of an element (14.7.5). Elements with the same ones
// share one object of the file.
type Attr uint8

// The attributes: what a header cell is the header of (14.8.5.7), and what
// marks the items of a list (14.8.5.5).
const (
	NoAttr Attr = iota
	ScopeColumn
	Disc
	Decimal
	LowerAlpha
	attrs // how many there are
)

// attrObjects are the attributes in the syntax of PDF.
var attrObjects = [attrs]string{
	ScopeColumn: "<</O/Table/Scope/Column>>",
	Disc:        "<</O/List/ListNumbering/Disc>>",
	Decimal:     "<</O/List/ListNumbering/Decimal>>",
	LowerAlpha:  "<</O/List/ListNumbering/LowerAlpha>>",
}

// Elem is an element of the structure (14.7.2). There are dozens on a page, and
// most are a type and children.
type Elem struct {
	Type Type
	Attr Attr

	says *Says
	kids []kid
	ref  file.Ref
}

// Says is what few elements say of themselves. What is empty is left out.
type Says struct {
	Lang  string // where it is not that of the element around it (14.9.2)
	Alt   string // what is read out in its place (14.9.3)
	Title string // for people who look at the tree; not read out
	ID    string // unique in the file
}

// Says returns what the element says of itself, to be set until the tree is
// written.
func (e *Elem) Says() *Says {
	if e.says == nil {
		e.says = &Says{}
	}
	return e.says
}

// kid is what stands in an element: another one, or a piece of a page's marked
// content, or an annotation on a page.
type kid struct {
	elem   *Elem
	object file.Ref
	page   int32
	mcid   int32
}

// Add appends an element of a type to e and returns it.
func (e *Elem) Add(t Type) *Elem {
	k := &Elem{Type: t}
	e.kids = append(e.kids, kid{elem: k})
	return k
}

// Tree is the structure of a file.
type Tree struct {
	root    *Elem
	pages   [][]*Elem // of each page, the owners of its marked content by MCID
	objects []*Elem   // owners of annotations, in the order of their keys
}

// New returns the tree of a file with a number of pages: a Document without
// content.
func New(pages int) *Tree {
	return &Tree{root: &Elem{Type: Document}, pages: make([][]*Elem, pages)}
}

// Root returns the element of the whole file.
func (t *Tree) Root() *Elem { return t.root }

// Mark adds a piece of marked content to e: the next one of a page, which is
// counted from 0. It returns the number that brackets the content in the page's
// stream (14.7.4.2, MCID).
func (t *Tree) Mark(e *Elem, page int) (mcid int) {
	mcid = len(t.pages[page])
	t.pages[page] = append(t.pages[page], e)
	e.kids = append(e.kids, kid{page: int32(page), mcid: int32(mcid)})
	return mcid
}

// Object adds an annotation on a page to e. It returns the number by which the
// annotation leads back to e (14.7.4.3, StructParent).
func (t *Tree) Object(e *Elem, page int, annotation file.Ref) (key int) {
	e.kids = append(e.kids, kid{object: annotation, page: int32(page)})
	t.objects = append(t.objects, e)
	return len(t.pages) + len(t.objects) - 1
}

// PageKey returns the number by which a page leads back to the owners of its
// content (14.7.4.4, StructParents).
func (t *Tree) PageKey(page int) int { return page }
