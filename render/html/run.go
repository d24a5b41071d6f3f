package html

import (
	"fmt"
	"html/template"
	"net/url"
	"strconv"
	"strings"

	"briefnote/render/doc"
)

// run is a run of the tree as the templates print it: exactly one of its
// fields is set, or none for a text without words.
type run struct {
	Text     string // as the text around it
	Words    *words
	Ref      *ref
	Link     *link
	Made     *made
	Withhold *withhold
}

// words are text in a style or language of its own.
type words struct {
	Open, Close template.HTML
	Value       string
}

// ref is the reference to a footnote.
type ref struct {
	Number int // of the footnote, counted from 1 through the file
	Repeat int // how often the footnote was referred to before
	Mark   string
	Fixed  bool // the mark is not the number
}

type link struct {
	URL  string // empty if it may not be followed
	Runs []run
}

// made is a severance already made.
type made struct {
	Token, Spoken string
}

// withhold is text that is still to be severed.
type withhold struct {
	Cite string
	Runs []run
}

// note is a footnote's text.
type note struct {
	Number int // counted from 1 through the file
	Mark   string
	Back   bool // something refers to it
	Runs   []run
}

func (b *builder) texts(texts [][]doc.Run) [][]run {
	out := make([][]run, len(texts))
	for i, t := range texts {
		out[i] = b.runs(t)
	}
	return out
}

func (b *builder) runs(runs []doc.Run) []run {
	out := make([]run, len(runs))
	for i, r := range runs {
		out[i] = b.run(r)
	}
	return out
}

func (b *builder) run(r doc.Run) run {
	switch r := r.(type) {
	case *doc.Text:
		if plain(r) {
			return run{Text: r.Value}
		}
		around := textTags(r)
		return run{Words: &words{around.open, around.close, r.Value}}
	case *doc.NoteRef:
		return run{Ref: b.ref(r)}
	case *doc.Link:
		return run{Link: &link{URL: followable(r.URL), Runs: b.runs(r.Runs)}}
	case *doc.Severance:
		if r.Made {
			return run{Made: &made{Token: r.Token, Spoken: b.doc.Labels.Spoken(r.Provisions)}}
		}
		return run{Withhold: &withhold{Cite: r.Cite, Runs: b.runs(r.Runs)}}
	}
	b.fail(r, "HTML has no form for this kind of run of text; please report it as a fault of brief")
	return run{}
}

// plain reports whether text needs no tags.
func plain(t *doc.Text) bool { return !t.Bold && !t.Italic && t.Lang == "" }

// textTags returns the tags around text.
func textTags(t *doc.Text) tags {
	var out tags
	if t.Italic {
		out = out.within("em", "")
	}
	if t.Bold {
		out = out.within("strong", "")
	}
	if t.Lang == doc.English || t.Lang == doc.French {
		out = out.within("span", ` lang="`+string(t.Lang)+`"`)
	}
	return out
}

func (b *builder) ref(r *doc.NoteRef) *ref {
	if r.Note < 0 || r.Note >= len(b.doc.Notes) {
		b.fail(r, fmt.Sprintf("footnote %s has no text; please report it as a fault of brief", r.Mark))
		return nil
	}
	if b.refs == nil {
		b.refs = make(map[int]int)
	}
	repeat := b.refs[r.Note]
	b.refs[r.Note]++
	number := b.firstNote + r.Note
	return &ref{Number: number, Repeat: repeat, Mark: r.Mark, Fixed: r.Mark != strconv.Itoa(number)}
}

// notes returns the footnotes. It is called after the body, whose references
// it asks for.
func (b *builder) notes(notes []*doc.Note) []note {
	out := make([]note, len(notes))
	for i, n := range notes {
		out[i] = note{Number: b.firstNote + i, Mark: n.Mark, Runs: b.runs(n.Runs), Back: b.refs[i] > 0}
	}
	return out
}

// followable returns an address that a reader may follow, and "" for any other,
// whose link is then printed as its label alone. Notes with other addresses do
// not validate; this is the last gate before a browser.
func followable(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	switch strings.ToLower(u.Scheme) {
	case "http", "https":
		if u.Host == "" {
			return ""
		}
	case "mailto":
	default:
		return ""
	}
	return address
}
