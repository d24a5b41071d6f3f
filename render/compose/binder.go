package compose

import (
	"slices"
	"strings"

	"briefnote/render/doc"
	"briefnote/schema"
)

// The stamps of a binder that does not say how its pages are stamped: from 1,
// with as many digits as in the released books.
const (
	firstStamp = 1
	stampWidth = 6
)

// Binder composes a binder with the notes of its tabs. Its front matter bears
// the highest marking on each ladder, and every caveat, of the notes and of the
// binder itself. The error is a fault of the tool.
func Binder(b *schema.Binder, tabs [][]schema.Note) (*doc.Binder, error) {
	c := newComposer(b)
	if err := c.note(b); err != nil {
		return nil, err
	}
	front := c.out
	front.Labels.Tab, front.Labels.Tabs, front.Labels.Contents = c.words.Tab, c.words.Tabs, c.words.Contents
	front.Marking = nil
	for _, level := range b.RollUp(tabs) {
		front.Marking = append(front.Marking, levelWord(level, front.Lang))
	}
	out := &doc.Binder{Front: front, Cover: b.Cover == nil || *b.Cover, Start: firstStamp, Width: stampWidth}
	if p := b.PageStamp; p != nil {
		out.Start, out.Width = valueOr(p.Start, firstStamp), valueOr(p.Digits, stampWidth)
	}
	for i := range b.Tabs {
		t := c.tab(b, i)
		for _, n := range tabs[i] {
			d, err := Note(n)
			if err != nil {
				return nil, err
			}
			t.Docs = append(t.Docs, d)
			front.Caveats = union(front.Caveats, d.Caveats)
		}
		out.Tabs = append(out.Tabs, t)
	}
	return out, nil
}

// tab composes what the binder itself says of a tab.
func (c *composer) tab(b *schema.Binder, i int) doc.Tab {
	t := &b.Tabs[i]
	return doc.Tab{
		Origin: origin(t.Include.Pointer, t.Include.Span),
		Label:  doc.Plain(c.runs(t.Label)), Title: c.runs(t.Title),
		Pin: valueOr(t.Stamp, 0), PinAt: origin(b.PinAt(i)),
	}
}

// valueOr returns a number that a note may leave out, or what holds where it does.
func valueOr(n *int, otherwise int) int {
	if n == nil {
		return otherwise
	}
	return *n
}

// union adds to a list of texts those of another that it lacks. Texts that
// differ in case alone are the same.
func union(list, more []string) []string {
	for _, s := range more {
		if !slices.ContainsFunc(list, func(have string) bool { return strings.EqualFold(have, s) }) {
			list = append(list, s)
		}
	}
	return list
}

// levelWord is a security level in a language.
func levelWord(l schema.Level, lang doc.Lang) string {
	if lang == doc.French {
		return l.French
	}
	return l.English
}
