package lint

import (
	"fmt"
	"reflect"
	"testing"

	"briefnote/diag"
	"briefnote/internal/rows"
)

// TestFactsAreKept keeps facts of several rules, notes and files, more
// different words than have numbers among them, and takes them as they were.
func TestFactsAreKept(t *testing.T) {
	const rules, files = 3, 2000
	s := factStore{rows: make([][]rows.Row, rules)}
	want := make([][]Fact, rules)
	for i := range files {
		facts := make([][]Fact, rules)
		file := fmt.Sprintf("notes/%d.yaml", i)
		for rule := range rules {
			for note := range 2 {
				for k := range 3 {
					f := Fact{
						Key: fmt.Sprint("key ", k), Text: fmt.Sprintf("“%d é”", i*7+k), Value: k - 1, File: file, Note: note,
						Kind: "briefing-note", Lang: []string{"en", "fr"}[note], Stage: Stage(i % 4), Pointer: fmt.Sprint("/points/", k),
						severity: diag.Severity(i % 3),
					}
					if k > 0 { // one has no place
						f.Span = diag.Span{File: file, Start: i * k, End: i*k + 5}
					}
					facts[rule] = append(facts[rule], f)
				}
			}
			want[rule] = append(want[rule], facts[rule]...)
		}
		s.keep(facts)
	}
	if len(s.notes) != 2*files {
		t.Errorf("%d notes, want %d", len(s.notes), 2*files)
	}
	for rule := range rules {
		if got := s.take(rule); !reflect.DeepEqual(got, want[rule]) {
			t.Errorf("rule %d: %d facts of %d, or other ones", rule, len(got), len(want[rule]))
		}
		if again := s.take(rule); len(again) > 0 {
			t.Errorf("rule %d: %d facts are still kept", rule, len(again))
		}
	}
}
