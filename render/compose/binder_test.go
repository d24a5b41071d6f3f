package compose

import (
	"slices"
	"testing"

	"briefnote/render/doc"
	"briefnote/schema"
)

// TestBinder checks what a binder takes over from its notes, and what it says itself.
func TestBinder(t *testing.T) {
	note := "kind: meeting-report\ntitle: Report\nsummary: x\n"
	notes := schema.Decode("notes.yaml", []byte(note+"marking: SECRET\ncaveats: [Canadian Eyes Only]\n---\n"+
		note+"marking: PROTECTED B\nlanguage: fr\ncaveats: [canadian eyes only, Cabinet]\n"))
	f := schema.Decode("b.yaml", []byte(`kind: binder
title: {en: Book, fr: Cahier}
language: fr
caveats: [Embargo]
drafted: Sector
page_stamp: {start: 3}
tabs:
  - {include: notes.yaml, label: "*A*", title: "Voir^[une note]", stamp: 7}
`))
	if !f.Valid() || !notes.Valid() {
		t.Fatal(f.Problems, notes.Problems)
	}
	b, err := Binder(f.Notes[0].(*schema.Binder), [][]schema.Note{notes.Notes})
	if err != nil {
		t.Fatal(err)
	}
	front := b.Front
	if !slices.Equal(front.Marking, []string{"PROTÉGÉ B", "SECRET"}) {
		t.Errorf("marking %q", front.Marking)
	}
	if !slices.Equal(front.Caveats, []string{"Embargo", "Canadian Eyes Only", "Cabinet"}) {
		t.Errorf("caveats %q", front.Caveats)
	}
	if front.Title != "Cahier" || front.Labels.Contents != "Table des matières" || front.Labels.Tab != "Onglet {label}" {
		t.Errorf("title %q, labels %+v", front.Title, front.Labels)
	}
	if !b.Cover || b.Start != 3 || b.Width != 6 {
		t.Errorf("cover %v, stamps from %d with %d digits", b.Cover, b.Start, b.Width)
	}
	tab := b.Tabs[0]
	at := tab.PinAt.Span
	if tab.Label != "A" || tab.Pin != 7 || string(f.Source[at.Start:at.End]) != "7" || len(tab.Docs) != 2 {
		t.Errorf("tab %+v", tab)
	}
	if doc.Plain(tab.Title) != "Voir" || len(front.Notes) != 1 {
		t.Errorf("title %q, notes %v", doc.Plain(tab.Title), front.Notes)
	}
}
