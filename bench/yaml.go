package bench

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
)

// width is how many characters a line of a folded text has at the most, as in
// the samples.
const width = 100

// YAML writes the note as its authors do: texts folded, one entry below the
// other.
func (n *Note) YAML() []byte {
	w := &yamlWriter{}
	w.line(0, "kind: briefing-note")
	w.line(0, "title: "+strconv.Quote(n.Title))
	w.line(0, "language: en")
	w.line(0, "status: released")
	w.line(0, "marking: UNCLASSIFIED")
	w.line(0, "addressee: minister")
	w.list(0, "strategic_objectives:", n.Objectives)
	w.line(0, "key_messages:")
	w.topics(1, n.Messages)
	w.line(0, "background:")
	for _, s := range n.Background {
		w.line(1, "- heading: "+strconv.Quote(s.Heading))
		if len(s.Paragraphs) > 0 {
			w.line(2, "body: >-")
			w.folded(3, strings.Join(s.Paragraphs, "\n\n"))
		}
	}
	w.line(0, "drafted: "+strconv.Quote(n.Drafted))
	w.line(0, "consulted: "+strconv.Quote(n.Consulted))
	w.line(0, "approved: "+strconv.Quote(n.Approved))
	return w.Bytes()
}

// BinderNotes is how many notes the large binder has.
const BinderNotes = 1000

// Binder writes a binder of so many notes, which stand beside it under the
// names that [NoteName] gives.
func Binder(notes int) []byte {
	w := &yamlWriter{}
	w.line(0, "kind: binder")
	w.line(0, `title: "A binder to measure with"`)
	w.line(0, "language: en")
	w.line(0, "status: released")
	w.line(0, "tabs:")
	for i := range notes {
		w.line(1, "- include: "+NoteName(i))
	}
	return w.Bytes()
}

// NoteName is the name of a file of the batch, counted from 0.
func NoteName(i int) string { return fmt.Sprintf("note-%04d.yaml", i+1) }

// yamlWriter writes lines at a level, of two spaces each.
type yamlWriter struct{ bytes.Buffer }

func (w *yamlWriter) line(level int, text string) {
	w.WriteString(strings.Repeat("  ", level))
	w.WriteString(text)
	w.WriteByte('\n')
}

func (w *yamlWriter) topics(level int, list []Topic) {
	for _, t := range list {
		w.line(level, "- topic: "+strconv.Quote(t.Heading))
		w.list(level+1, "points:", t.Points)
		if len(t.Topics) > 0 {
			w.line(level+1, "topics:")
			w.topics(level+2, t.Topics)
		}
	}
}

// list writes a list of texts under a key, or nothing if it is empty.
func (w *yamlWriter) list(level int, key string, texts []string) {
	if len(texts) == 0 {
		return
	}
	w.line(level, key)
	for _, t := range texts {
		w.line(level+1, "- >-")
		w.folded(level+2, t)
	}
}

// folded writes paragraphs broken into lines, with a blank line between two.
func (w *yamlWriter) folded(level int, text string) {
	for i, paragraph := range strings.Split(text, "\n\n") {
		if i > 0 {
			w.WriteByte('\n')
		}
		room := width - 2*level
		line := ""
		for word := range strings.FieldsSeq(paragraph) {
			if line != "" && len(line)+1+len(word) > room {
				w.line(level, line)
				line = ""
			}
			if line != "" {
				line += " "
			}
			line += word
		}
		w.line(level, line)
	}
}
