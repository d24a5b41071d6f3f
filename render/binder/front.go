package binder

import (
	"slices"
	"strings"

	"briefnote/render/doc"
)

// front completes the front matter: a cover before the binder's own
// particulars, where it has one, and the list of tabs under them; then the
// contents, on a page of their own.
func front(b *doc.Binder) {
	d := b.Front
	var out []doc.Block
	if b.Cover {
		for _, words := range [][]string{d.Marking, d.Caveats} {
			out = append(out, coverMarking(d, words)...)
		}
	}
	for _, block := range d.Blocks {
		if _, last := block.(*doc.SignOff); last && b.Cover {
			out = append(out, tabs(b)...)
		}
		if h, ok := block.(*doc.Heading); ok && b.Cover && h.Role == doc.RoleTitle {
			h.Role = doc.RoleCoverTitle
		}
		out = append(out, block)
	}
	if b.Cover && !slices.ContainsFunc(d.Blocks, isSignOff) {
		out = append(out, tabs(b)...)
	}
	from := origin(d)
	out = append(out, heading(d.Labels.Contents, doc.RoleContents, from))
	d.Blocks = append(out, &doc.Contents{Origin: from, Role: doc.RoleEntry, Entries: entries(b, true)})
}

func isSignOff(b doc.Block) bool { _, ok := b.(*doc.SignOff); return ok }

// coverMarking prints a marking or caveats on the cover, where they are part
// of the page and not only of its header.
func coverMarking(d *doc.Document, words []string) []doc.Block {
	if len(words) == 0 {
		return nil
	}
	from := origin(d)
	text := &doc.Text{Origin: from, Value: strings.Join(words, " / ")}
	return []doc.Block{&doc.Paragraph{Origin: from, Role: doc.RoleCoverMarking, Runs: []doc.Run{text}}}
}

// tabs is the list of tabs on the cover, without pages.
func tabs(b *doc.Binder) []doc.Block {
	from := origin(b.Front)
	return []doc.Block{
		heading(b.Front.Labels.Tabs, doc.RoleSection, from),
		&doc.Contents{Origin: from, Role: doc.RoleCoverEntry, Entries: entries(b, false)},
	}
}

// origin is where the front matter's own words come from: its title.
func origin(d *doc.Document) doc.Origin {
	for _, b := range d.Blocks {
		if h, ok := b.(*doc.Heading); ok {
			return h.Origin
		}
	}
	return doc.Origin{}
}

func heading(words string, role doc.Role, from doc.Origin) *doc.Heading {
	return &doc.Heading{Origin: from, Level: 2, Role: role, Runs: []doc.Run{&doc.Text{Origin: from, Value: words}}}
}

// entries lists the tabs: one line a tab or, in the contents, one a document,
// with its marking and the stamp of its first page.
func entries(b *doc.Binder, contents bool) []doc.Entry {
	var out []doc.Entry
	for i := range b.Tabs {
		t := &b.Tabs[i]
		for j, d := range t.Docs {
			e := doc.Entry{Origin: t.Origin, Runs: title(b, t, j), Target: d}
			if j == 0 {
				e.Label = t.Label
			} else if !contents {
				break
			}
			if contents {
				e.Page = d.Place.Stamps.Open()
				e.Runs = append(slices.Clone(e.Runs), marked(b, t, d)...)
			}
			out = append(out, e)
		}
	}
	return out
}

// marked is a document's marking behind its title, in brackets.
func marked(b *doc.Binder, t *doc.Tab, d *doc.Document) []doc.Run {
	if len(d.Marking) == 0 {
		return nil
	}
	words := &doc.Text{Origin: t.Origin, Value: " (" + strings.Join(d.Marking, " / ") + ")"}
	if d.Lang != b.Front.Lang {
		words.Lang = d.Lang
	}
	return []doc.Run{words}
}
