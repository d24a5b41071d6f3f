package schema

import (
	"reflect"
	"slices"
	"strings"

	"briefnote/internal/strictyaml"
)

// inLines are the forms of lists that are always written on lines: what is in
// them is text to read.
var inLines = []reflect.Type{
	typeOf[Points](), typeOf[Topics](), typeOf[Sections](), typeOf[NumberedSections](), typeOf[ReportTopics](),
}

// flow writes a value in brackets on one line, as its author did. It reports
// false where that is not possible: a comment stands in it, or a text of
// several lines, or points.
func (w *writer) flow(n *strictyaml.Node) (string, bool) {
	if !n.Flow && !strings.HasPrefix(n.Pointer, "/source") || len(w.commentsOf(n).Foot) > 0 || slices.Contains(inLines, n.Form) {
		return "", false
	}
	var parts []string
	for _, p := range sorted(n) {
		part, ok := w.flowEntry(p.Value)
		if !ok {
			return "", false
		}
		parts = append(parts, strictyaml.WriteKey(&p.Key)+": "+part)
	}
	for _, item := range n.Items {
		part, ok := w.flowEntry(item)
		if !ok {
			return "", false
		}
		parts = append(parts, part)
	}
	inside := strings.Join(parts, ", ")
	if n.Kind == strictyaml.Sequence {
		return "[" + inside + "]", true
	}
	return "{" + inside + "}", true
}

// flowEntry writes the value of an entry that stands in brackets.
func (w *writer) flowEntry(v *strictyaml.Node) (string, bool) {
	if c := w.commentsOf(v); len(c.Lead)+len(c.Side) > 0 {
		return "", false
	}
	if v.Kind != strictyaml.Scalar {
		return w.flow(v)
	}
	if v.Null || strings.Contains(v.Text.Value, "\n") {
		return "", false
	}
	text := canonical(v)
	return strictyaml.Setting{Flow: true}.Write(&text).First, true
}

// outlines are the forms of entries that have a heading and text under it.
var outlines = []reflect.Type{
	typeOf[topicForm](), typeOf[sectionForm](), typeOf[communiqueSectionForm](), typeOf[reportTopicForm](),
}

// separator returns what tells where a blank line stands above an entry of a
// value: between the parts of a note, and between topics and sections with text.
func separator(n *strictyaml.Node, entries []entry) func(before, here entry) bool {
	long := func(e entry) bool { return len(e.body.lines) > 1 }
	outline := func(e entry) bool { return slices.Contains(outlines, e.value.Form) }
	switch {
	case n.Pointer == "":
		return func(before, here entry) bool {
			a, b := partOf(before.key), partOf(here.key)
			return a != b || a == bodyPart && (long(before) || long(here))
		}
	case n.Kind == strictyaml.Sequence && slices.ContainsFunc(entries, long):
		return func(before, here entry) bool { return outline(before) || outline(here) }
	default:
		return func(entry, entry) bool { return false }
	}
}

// The parts of a note, in their order.
const (
	headPart = iota
	bodyPart
	signOffPart
	footnotePart
)

// partOf tells the part of a note that a key belongs to.
func partOf(key string) int {
	for _, f := range strictyaml.Fields(typeOf[Envelope]()) {
		switch {
		case f.Key != key:
		case f.Type == typeOf[Footnotes]():
			return footnotePart
		case f.Last:
			return signOffPart
		default:
			return headPart
		}
	}
	return bodyPart
}
