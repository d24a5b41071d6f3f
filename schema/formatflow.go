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
	ok := (n.Flow || strings.HasPrefix(n.Pointer, "/source")) && len(w.commentsOf(n).Foot) == 0 && !slices.Contains(inLines, n.Form)
	var parts []string
	for _, p := range sorted(n) {
		part, fine := w.flowEntry(p.Value)
		parts = append(parts, strictyaml.WriteKey(&p.Key)+": "+part)
		ok = ok && fine
	}
	for _, item := range n.Items {
		part, fine := w.flowEntry(item)
		parts = append(parts, part)
		ok = ok && fine
	}
	inside := strings.Join(parts, ", ")
	if n.Kind == strictyaml.Sequence {
		return "[" + inside + "]", ok
	}
	return "{" + inside + "}", ok
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

// apart reports whether a blank line stands above entry i of a value: between
// the parts of a note, and between topics and sections with text.
func apart(n *strictyaml.Node, entries []entry, i int) bool {
	long := func(e entry) bool { return len(e.body.lines) > 1 }
	before, here := entries[i-1], entries[i]
	if n.Pointer == "" {
		a, b := partOf(before.key), partOf(here.key)
		return a != b || a == bodyPart && (long(before) || long(here))
	}
	outline := func(e entry) bool { return slices.Contains(outlines, e.value.Form) }
	return n.Kind == strictyaml.Sequence && (outline(before) || outline(here)) && slices.ContainsFunc(entries, long)
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
