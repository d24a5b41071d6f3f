package schema

import (
	"strings"
	"testing"

	"briefnote/internal/golden"
)

// TestReference keeps docs/fields.md as the fields have it.
func TestReference(t *testing.T) {
	golden.Equal(t, "../docs/fields.md", Reference())
}

// TestReferenceNamesAll holds that no key of any kind is left out of the page.
func TestReferenceNamesAll(t *testing.T) {
	page := string(Reference())
	for key := range homes() {
		if !strings.Contains(page, "| `"+key+"` |") {
			t.Errorf("the page does not name the key %s", key)
		}
	}
}

// TestReferenceExamples validates the examples, each in the note that its keys
// make of it.
func TestReferenceExamples(t *testing.T) {
	notes := map[string]string{
		"sections:":      "kind: communique\ntitle: t\nmarking: SECRET\nmasthead: {place: p}\n",
		"report:":        "kind: meeting-report\ntitle: t\nmarking: SECRET\nsummary: s\n",
		"issue:":         "kind: briefing-note\ntitle: t\nmarking: SECRET\nstrategic_objectives: [a]\nkey_messages: [a]\nbackground: a\n",
		"title:":         "kind: briefing-note\nmarking: SECRET\nstrategic_objectives: [a]\nkey_messages: [a]\nbackground: a\n",
		"drafted:":       "kind: briefing-note\ntitle: t\nmarking: SECRET\nstrategic_objectives: [a]\nkey_messages: [a]\nbackground: a\n",
		"footnotes:":     "kind: briefing-note\ntitle: t\nmarking: SECRET\nstrategic_objectives: [a]\nkey_messages: [a]\nbackground: 'a[^1] [^fleet]'\n",
		"strategic_obj":  "kind: briefing-note\ntitle: t\nmarking: SECRET\nkey_messages: [a]\nbackground: a\n",
		"key_messages:":  "kind: briefing-note\ntitle: t\nmarking: SECRET\nstrategic_objectives: [a]\nbackground: a\n",
		"background:":    "kind: briefing-note\ntitle: t\nmarking: SECRET\nstrategic_objectives: [a]\nkey_messages: [a]\n",
		"withhold: [15(": "kind: briefing-note\ntitle: t\nmarking: SECRET\nkey_messages: [a]\nbackground: a\nstrategic_objectives:\n  - text: a\n    ",
	}
	for _, f := range grammar() {
		if f.example == "" {
			continue
		}
		tried := false
		for start, rest := range notes {
			if strings.HasPrefix(f.example, start) {
				tried = true
				if file := Decode(f.name, []byte(rest+f.example)); len(file.Problems) > 0 {
					t.Errorf("%s: %v", f.name, file.Problems[0])
				}
			}
		}
		if !tried {
			t.Errorf("%s: the example was not tried: say here what note it belongs to", f.name)
		}
	}
}
