package pdf

import (
	"bytes"
	"strings"
	"testing"

	"briefnote/internal/pdfread"
	"briefnote/render/doc"
	"briefnote/render/layout"
)

// TestBook checks the tags and bookmarks of a book: an entry of its contents is
// a link to the document it names, its page included.
func TestBook(t *testing.T) {
	words := func(s string) []doc.Run { return []doc.Run{&doc.Text{Value: s}} }
	heading := []doc.Run{&doc.Text{Value: "Next "}, &doc.Severance{Cite: "s. 15(1)", Runs: words("withheld")}}
	note := &doc.Document{
		Kind: "briefing-note", Lang: doc.English, Title: "Ferries",
		Place: &doc.Place{Tab: 1, Tabs: 1, Label: "A", Words: "Tab A", Title: "A – Ferries", Stamps: doc.Stamps{First: 7, Last: 7, Width: 4}},
		Blocks: []doc.Block{
			&doc.Heading{Level: 1, Role: doc.RoleTitle, Runs: words("Ferries")},
			&doc.Heading{Level: 2, Role: doc.RoleSection, Runs: heading},
		},
	}
	entries := []doc.Entry{{Label: "A", Runs: words("Ferries"), Page: "0007", Target: note}, {Runs: words("More"), Page: "0008", Target: note}}
	front := &doc.Document{Kind: "binder", Lang: doc.English, Title: "Book", Blocks: []doc.Block{
		&doc.Heading{Level: 1, Role: doc.RoleCoverTitle, Runs: words("Book")},
		&doc.Contents{Role: doc.RoleEntry, Entries: entries},
	}}
	sh, fonts := house(t)
	var sets []Set
	for _, d := range []*doc.Document{front, note} {
		pages, err := layout.Set(d, sh, fonts)
		if err != nil {
			t.Fatal(err)
		}
		sets = append(sets, Set{Doc: d, Layout: pages})
	}
	var out bytes.Buffer
	if err := Write(&out, sets, fonts, Options{}); err != nil {
		t.Fatal(err)
	}
	f := pdfread.Read(t, out.Bytes())
	want := `    TOC
      TOCI
        Lbl "A"
        Reference
          Link → "A – Ferries" "Ferries 0007"
      TOCI
        Reference
          Link → "A – Ferries" "More 0008"
`
	if got := f.Structure().Dump(); !strings.Contains(got, want) {
		t.Errorf("no\n%s\nin\n%s", want, got)
	}
	outline := f.Dict(f.Catalog()["Outlines"])
	second := f.Dict(f.Dict(outline["First"])["Next"])
	title := f.Dict(f.Dict(second["First"])["First"])
	if got := pdfread.Text(second["Title"]); got != "A – Ferries" {
		t.Errorf("the bookmark of the tab is %q", got)
	}
	if got := pdfread.Text(title["Title"]); got != "Next …" {
		t.Errorf("the bookmark of a heading is %q, and should not hold what is to be withheld", got)
	}
}
