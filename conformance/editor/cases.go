package main

import (
	"fmt"
	"slices"
	"strings"
)

// testCase is a note, and what the server must make of it.
type testCase struct {
	name   string
	note   string   // ‸ is where the writer is
	offers []string // at the cursor; others may be offered, too
	never  []string // must not be offered there
	finds  []string // each: the line, ": " and words of the message
	clean  bool     // nothing may be found
	tells  string   // words that hovering over the cursor shows
}

// try opens a note, and returns what is not as it should be.
func (c *client) try(t testCase) ([]string, error) {
	found, at, err := c.open(t.name+".yaml", t.note)
	if err != nil {
		return nil, err
	}
	var faults []string
	if t.clean && len(found) > 0 {
		faults = append(faults, "it finds "+strings.Join(found, "; "))
	}
	for _, want := range t.finds {
		line, words, _ := strings.Cut(want, ": ")
		if !slices.ContainsFunc(found, func(f string) bool { return strings.HasPrefix(f, line+": ") && strings.Contains(f, words) }) {
			faults = append(faults, fmt.Sprintf("it does not find %q, but %q", want, found))
		}
	}
	if t.offers != nil || t.never != nil {
		offered, err := c.complete(at)
		if err != nil {
			return nil, err
		}
		for _, want := range t.offers {
			if !slices.Contains(offered, want) {
				faults = append(faults, fmt.Sprintf("it does not offer %q, but %q", want, offered))
			}
		}
		for _, bad := range t.never {
			if slices.Contains(offered, bad) {
				faults = append(faults, fmt.Sprintf("it offers %q", bad))
			}
		}
	}
	if t.tells != "" {
		said, err := c.hover(at)
		if err != nil {
			return nil, err
		}
		if !strings.Contains(said, t.tells) {
			faults = append(faults, fmt.Sprintf("it does not tell %q, but %q", t.tells, said))
		}
	}
	return faults, nil
}

// modeline is the first line of a scaffold, and sample a note to go on from: a
// key may be added at its end.
const (
	modeline = "# yaml-language-server: $schema=.brief/schema/note.json\n"
	sample   = modeline + `kind: briefing-note
title: Smoke alerts
marking: UNCLASSIFIED
strategic_objectives:
  - Keep the service.
key_messages: |
  - Smoke harms people.
background:
  - body: The pilot began in 2024.
`
)

// cases are notes as writers have them half-way.
func cases() []testCase {
	return []testCase{
		{name: "key", note: sample + "‸", clean: true, offers: []string{"responsive_lines", "status", "footnotes"}, never: []string{"kind", "meeting", "tabs"}},
		{name: "begun-key", note: sample + "resp‸", offers: []string{"responsive_lines"}},
		{name: "key-of-a-kind", note: modeline + "kind: meeting-note\n‸", offers: []string{"meeting", "responsive_lines"}, never: []string{"tabs"}},
		{name: "kind", note: modeline + "kind: ‸\n", offers: kinds},
		{name: "status", note: sample + "status: ‸\n", offers: []string{"draft", "in_review", "approved", "released"}, never: []string{"null", "true"}},
		{name: "marking", note: modeline + "kind: briefing-note\nmarking: ‸\n", offers: []string{"UNCLASSIFIED", "PROTECTED B", "PROTÉGÉ B", "TRÈS SECRET"}, never: []string{"null"}},
		{name: "addressee", note: sample + "addressee: ‸\n", offers: []string{"minister", "deputy_minister"}, never: []string{"null", "true"}},
		{name: "text", note: sample + "event: ‸\n", never: []string{"null", "true", "false"}},
		{name: "group", note: modeline + "kind: meeting-note\nmeeting:\n  ‸\n", offers: []string{"with", "place", "date"}},
		{name: "entry", note: sample + "responsive_lines:\n  - ‸\n", offers: []string{"topic", "points", "text"}},
		{name: "tab", note: modeline + "kind: binder\ntabs:\n  - ‸\n", offers: []string{"include", "label", "stamp"}},

		{name: "misspelt-key", note: sample + "responsive_line: x\n", finds: []string{"11: Property responsive_line is not allowed"}},
		{name: "misspelt-key-inside", note: modeline + "kind: communique\nsections:\n  - paragraph: x\n", finds: []string{"4: the keys here are heading, paragraphs"}},
		{name: "missing-keys", note: modeline + "kind: briefing-note\ntitle: x\n", finds: []string{`2: Missing property "marking"`, `2: Missing property "key_messages"`}},
		{name: "key-of-another-kind", note: sample + "masthead: {forum: x}\n", finds: []string{"11: Property masthead is not allowed"}},
		{name: "wrong-kind", note: modeline + "kind: breifing-note\n", finds: []string{`2: Value is not accepted. Valid values: "briefing-note"`}},
		{name: "wrong-word", note: sample + "status: aproved\n", finds: []string{`11: Value is not accepted. Valid values: "draft"`}},
		{name: "wrong-marking", note: modeline + "kind: binder\nmarking: PROTECTED D\n", finds: []string{"3: Value is not accepted"}},
		{name: "wrong-date", note: sample + "date: 8 September 2026\n", finds: []string{"11: write the date as YYYY-MM-DD"}},
		{name: "colon-in-text", note: sample + "responsive_lines:\n  - Note: text\n", finds: []string{"12: a text is expected here; one with a colon must be quoted"}},
		{name: "text-for-list", note: sample + "caveats: Official\n", finds: []string{"11: a list is expected here"}},
		{name: "word-for-number", note: modeline + "kind: withheld-notice\npages: {from: nine, to: 14}\nact: privacy\nexemptions_unknown: true\n", finds: []string{"3: write a whole number"}},
		{name: "yes-and-no", note: modeline + "kind: communique\ndraft: maybe\n", finds: []string{"3: write true or false"}},

		{name: "not-texts", note: modeline + "kind: binder\ntitle: 2019\nlanguage: en\nevent: 2019-07-29\ncaveats: [no, 1.5]\ncover: no\ntabs:\n  - {include: a.yaml, label: 1, stamp: \"15\"}\n", clean: true},
		{name: "released", note: modeline + "kind: withheld-notice\nstatus: released\ndate: July 2019\npages: {from: 9, to: 14}\nact: privacy\nexemptions_unknown: true\n", clean: true},

		{name: "hover", note: strings.Replace(sample, "title:", "ti‸tle:", 1), tells: "the title as printed"},
		{name: "hover-list", note: sample + "respon‸sive_lines: []\n", tells: "what to say if asked"},
	}
}
