package doc

import "fmt"

// Binder is documents to be bound as one book, as it is composed. Package
// binder makes the book of it: a row of documents, the front matter first.
type Binder struct {
	Front *Document // title, particulars and sign-off of the binder itself
	Cover bool      // the book opens with a cover
	Start int       // the first stamp, from 1
	Width int       // digits of a stamp at the least, zeros in front
	Tabs  []Tab
}

// Tab is what stands behind one tab of a binder.
type Tab struct {
	Origin
	Label string // what stands on the tab: "A"
	Title []Run  // in the list of tabs; empty: the title of the tab's first document
	Pin   int    // the stamp of the tab's first page; 0 where none is fixed
	PinAt Origin // where that is written
	Docs  []*Document
}

// Place is where a document stands in a book.
type Place struct {
	Tab    int    // number of its tab, from 1
	Tabs   int    // how many tabs the book has
	Label  string // what stands on the tab: "A"
	Words  string // the same in a line of its own: "Tab A"
	Title  string // as bookmarks name it: "A – Ferry service"
	Stamps Stamps // of its pages
}

// Stamps are the numbers of a document's pages in the book: continuous, with
// zeros in front, and counted over pages withheld too.
type Stamps struct {
	First, Last int
	Width       int // digits at the least
}

// Page returns the stamp of a page, counted from 0. The only page of a notice
// bears the stamps of all the pages that it stands for.
func (s Stamps) Page(i, pages int) string {
	if pages == 1 {
		return s.String()
	}
	return s.number(s.First + i)
}

// String returns the first and last stamp, or the only one: "000009–000014".
func (s Stamps) String() string {
	if s.Last <= s.First {
		return s.number(s.First)
	}
	return s.number(s.First) + "–" + s.number(s.Last)
}

// Open returns the first stamp.
func (s Stamps) Open() string { return s.number(s.First) }

func (s Stamps) number(n int) string { return fmt.Sprintf("%0*d", s.Width, n) }

// Contents lists what a book holds.
type Contents struct {
	Origin
	Role    Role // RoleEntry or RoleCoverEntry
	Entries []Entry
}

// Entry is a line of a list of contents.
type Entry struct {
	Origin
	Label  string // "A"; empty for a further document of the tab before
	Runs   []Run
	Page   string    // the stamp it begins with; empty where none is given
	Target *Document // the document that it leads to
}

func (*Contents) block() {}
