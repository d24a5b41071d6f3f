package samples

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"briefnote/diag"
	"briefnote/lint"
)

// TestFindingsAreRead compares the findings on the released notes with the list
// of those that somebody has read at their place and found right. A new one is
// to be read, and added to the list or mended in its rule.
func TestFindingsAreRead(t *testing.T) {
	list, err := os.ReadFile("fcm-2019.read.md")
	if err != nil {
		t.Fatal(err)
	}
	read := map[string]bool{}
	rule := ""
	for line := range strings.Lines(string(list)) {
		line = strings.TrimSpace(line)
		if heading, ok := strings.CutPrefix(line, "## "); ok {
			rule, _, _ = strings.Cut(heading, " ")
		}
		entry, ok := strings.CutPrefix(line, "- ")
		if !ok {
			continue
		}
		name, places, _ := strings.Cut(entry, ": ")
		for _, place := range strings.Fields(places) {
			read[fmt.Sprintf("%s fcm-2019/%s.yaml:%s", rule, name, place)] = true
		}
	}
	report := linted(t, "fcm-2019/*.yaml", lint.ProfileDraft)
	lines := map[string]*diag.Lines{}
	found := map[string]bool{}
	for _, d := range report.Diagnostics {
		if lines[d.Span.File] == nil {
			lines[d.Span.File] = diag.NewLines(report.Sources[d.Span.File])
		}
		at := lines[d.Span.File].Position(d.Span.Start)
		key := fmt.Sprintf("%s %s:%d:%d", d.ID, d.Span.File, at.Line, at.Column)
		found[key] = true
		if !read[key] {
			t.Errorf("nobody has read this finding: %s: %s", key, d.Message)
		}
	}
	for key := range read {
		if !found[key] {
			t.Errorf("this finding is gone from the notes, and is to be taken off the list: %s", key)
		}
	}
}
