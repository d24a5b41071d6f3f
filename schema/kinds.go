package schema

import "reflect"

// Note is a note of any kind: [*BriefingNote], [*MeetingNote], [*Communique],
// [*MeetingReport], [*PlanningPaper], [*WithheldNotice] or [*Binder].
type Note interface {
	Env() *Envelope
}

// Kind is a kind of note: its name in a file, and what it is for.
type Kind struct {
	Name string
	Doc  string
	New  func() Note
}

// Kinds lists the kinds in the order they are offered to an author.
func Kinds() []Kind {
	return []Kind{
		{"briefing-note", "tells an office what it needs to know or decide", func() Note { return new(BriefingNote) }},
		{"meeting-note", "prepares an office for a meeting", func() Note { return new(MeetingNote) }},
		{"communique", "states what the parties to a meeting agreed", func() Note { return new(Communique) }},
		{"meeting-report", "reports what was said at a meeting", func() Note { return new(MeetingReport) }},
		{"planning-paper", "sets out considerations for work to come", func() Note { return new(PlanningPaper) }},
		{"withheld-notice", "stands for pages withheld in a release", func() Note { return new(WithheldNotice) }},
		{"binder", "binds notes into one book", func() Note { return new(Binder) }},
	}
}

// KindNames returns the names of the kinds.
func KindNames() []string {
	var names []string
	for _, k := range Kinds() {
		names = append(names, k.Name)
	}
	return names
}

func findKind(name string) (Kind, bool) {
	for _, k := range Kinds() {
		if k.Name == name {
			return k, true
		}
	}
	return Kind{}, false
}

// formOf returns the struct type of a kind.
func formOf(k Kind) reflect.Type { return reflect.TypeOf(k.New()).Elem() }
