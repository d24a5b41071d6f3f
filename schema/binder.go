package schema

import "briefnote/diag"

// Binder binds notes into one book.
type Binder struct {
	Envelope  `yaml:",inline"`
	Cover     *bool      `yaml:"cover" validate:"-" doc:"false to leave out the cover"`
	PageStamp *PageStamp `yaml:"page_stamp" doc:"the continuous page number, e.g. {start: 1, digits: 6}"`
	Tabs      []Tab      `yaml:"tabs" validate:"required,dive" doc:"the notes in order, include: and the path of each"`
}

// Tab is a note of a binder.
type Tab struct {
	Include Word `yaml:"include" validate:"required" doc:"path of the note, from the binder's own folder"`
	Label   Text `yaml:"label" validate:"-" doc:"what stands on the tab, e.g. A"`
	Title   Text `yaml:"title" validate:"-" doc:"the title in the list of tabs, where it is not the note's own"`
	Stamp   *int `yaml:"stamp" validate:"omitempty,min=1" doc:"the stamp of the tab's first page"`
}

// PageStamp is how a binder's pages are stamped.
type PageStamp struct {
	Start  *int `yaml:"start" validate:"omitempty,min=1" doc:"the first stamp"`
	Digits *int `yaml:"digits" validate:"omitempty,min=1,max=9" doc:"how many digits a stamp has, zeros in front"`
}

// PinAt returns the pointer of a tab's stamp and where it is written; both are
// empty where the tab has none.
func (b *Binder) PinAt(tab int) (pointer string, at diag.Span) {
	tabs := b.Node.Get("tabs")
	if tabs == nil || tab >= len(tabs.Items) {
		return "", diag.Span{}
	}
	n := tabs.Items[tab].Get("stamp")
	if n == nil {
		return "", diag.Span{}
	}
	return n.Pointer, n.Span
}
