package schema

import (
	"strings"
	"testing"
)

// TestMarksInProse checks that a line of prose that starts like an item keeps
// its mark, and that escapes and tabs give what a reader expects.
func TestMarksInProse(t *testing.T) {
	for text, want := range map[string]string{
		"3. seven":               "3. seven",
		"c. gamma and more":      "c. gamma and more",
		"It ended in\n  19. Yes": "It ended in 19. Yes",
		"a\tb":                   "a b",
		`\1. First`:              `\1. First`,
		`1\. First`:              "1. First",
	} {
		src := "kind: planning-paper\ntitle: x\nmarking: SECRET\nconsiderations: |\n  " + text + "\n"
		f := Decode("n.yaml", []byte(src))
		if !f.Valid() {
			t.Errorf("%q: %v", text, f.Problems)
			continue
		}
		p, ok := f.Notes[0].(*PlanningPaper).Considerations[0].Blocks[0].(*Paragraph)
		if !ok || p.Text.String() != want {
			t.Errorf("%q reads as %+v, want %q", text, p, want)
		}
	}
	f := Decode("n.yaml", []byte("kind: planning-paper\ntitle: \"a\\tb\"\nmarking: SECRET\nconsiderations: |\n  | a \\| b | c |\n  |---|---|\n  | d | e |\n"))
	n := f.Notes[0].(*PlanningPaper)
	table := n.Considerations[0].Blocks[0].(*Table)
	if got := n.Title.In(false).String() + " " + table.Header[0].String() + " " + strings.Join([]string{table.Header[1].String(), table.Rows[0][1].String()}, " "); got != "a b a | b c e" {
		t.Errorf("title and cells read as %q", got)
	}
}
