package doc

import "strings"

// Run is a piece of a line: one of the types of this file.
type Run interface {
	From() Origin
	run()
}

// Text is words in one style. It holds no line break and no control character.
type Text struct {
	Origin
	Value        string
	Bold, Italic bool
	Lang         Lang // set where it is not the document's
}

// NoteRef is the reference to a footnote, printed as its raised mark.
type NoteRef struct {
	Origin
	Note int    // index in Document.Notes
	Mark string // as printed: "1"
}

// Link is text that leads to an address (http, https or mailto).
type Link struct {
	Origin
	URL  string
	Runs []Run
}

// Severance is text withheld, or to be withheld, under the Act.
//
// Where Made, the text is gone already, Runs is empty, and Token stands in its
// place as released ("[REDACTED]" or "[redacted]"). Otherwise Runs is the text
// to withhold, and Cite names the provisions behind it ("s. 15(1)(a)").
type Severance struct {
	Origin
	Made       bool
	Token      string
	Provisions []string
	Cite       string
	Runs       []Run
}

// Note is a footnote. It stands once in the tree, at Document.Notes.
type Note struct {
	Origin
	ID   string // unique in the document, fit for an anchor
	Mark string // as printed: "1"
	Runs []Run
}

func (*Text) run()      {}
func (*NoteRef) run()   {}
func (*Link) run()      {}
func (*Severance) run() {}

// Plain returns the words of runs for places that are no part of the page:
// a file's properties, bookmarks. Text to withhold is an ellipsis there, and
// the marks of footnotes are left out.
func Plain(runs []Run) string {
	var b strings.Builder
	appendPlain(&b, runs)
	return b.String()
}

func appendPlain(b *strings.Builder, runs []Run) {
	for _, r := range runs {
		switch r := r.(type) {
		case *Text:
			b.WriteString(r.Value)
		case *Link:
			appendPlain(b, r.Runs)
		case *Severance:
			if r.Made {
				b.WriteString(r.Token)
			} else {
				b.WriteString("…")
			}
		}
	}
}
