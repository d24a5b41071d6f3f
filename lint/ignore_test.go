package lint

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"briefnote/schema"
)

// ignored lints a note with comments, and returns the lines of the findings
// that are left and of what is wrong with the comments: "5 PL111".
func ignored(t *testing.T, src string, off ...string) []string {
	t.Helper()
	f := schema.Decode("n.yaml", []byte(src))
	if !f.Valid() {
		t.Fatalf("%v in\n%s", f.Problems, src)
	}
	rules := []*Rule{Find(All(), "PL111"), Find(All(), "PL107")}
	ig := FindIgnores(f, All())
	found := ig.Filter(Run([]*schema.File{f}, Options{Rules: rules}))
	found = append(found, ig.Problems(func(r *Rule) bool { return slices.Contains(off, r.ID) })...)
	var out []string
	for _, d := range found {
		name := d.ID
		if name == "" {
			name = d.Rule
		}
		out = append(out, fmt.Sprint(1+strings.Count(src[:d.Span.Start], "\n"), " ", name))
	}
	slices.Sort(out)
	return out
}

func TestIgnores(t *testing.T) {
	const head = "kind: planning-paper\ntitle: Plan\nmarking: UNCLASSIFIED\n"
	for _, tt := range []struct {
		name, body string
		want       []string
	}{
		{"none", "introduction: The the ship.\nconsiderations: |\n  In order to go.\n", []string{"4 PL111", "6 PL107"}},
		{"behind the entry", "introduction: The the ship. # brief:ignore PL111 a band's name\nconsiderations: |\n  The the ship.\n", []string{"6 PL111"}},
		{"by slug, with a colon", "introduction: The the ship. # brief:ignore: double-word a band's name\nconsiderations: |\n  Sails.\n", nil},
		{"on a line of its own", "# brief:ignore PL111 a band's name\nintroduction: The the ship.\nconsiderations: |\n  The the ship.\n", []string{"7 PL111"}},
		{"over a block, with all in it", "introduction: Go.\n# brief:ignore PL111,wordy as it was signed\nconsiderations:\n  - heading: The the ship\n    body: In order to go the the way.\n", nil},
		{"over an item", "considerations:\n  # brief:ignore PL111 name\n  - heading: The the ship\n    body: Goes.\n  - heading: The the ship\n    body: Goes.\n", []string{"8 PL111"}},
		{"behind the mark of a block", "introduction: | # brief:ignore PL111 name\n  The the ship.\n\n  The the ship.\nconsiderations: |\n  The the ship.\n", []string{"9 PL111"}},
		{"another rule", "introduction: The the ship. # brief:ignore PL107 name\nconsiderations: |\n  Sails.\n", []string{"4 PL111", "4 ignore-unused"}},
		{"in a text it is no comment", "introduction: |\n  The the ship. # brief:ignore PL111 name\nconsiderations: |\n  Sails.\n", []string{"5 PL111"}},
		{"in quotes neither", "introduction: \"The the ship. # brief:ignore PL111 name\"\nconsiderations: |\n  Sails.\n", []string{"4 PL111"}},
		{"without a reason", "introduction: The the ship. # brief:ignore PL111\nconsiderations: |\n  Sails.\n", []string{"4 PL111", "4 ignore-without-reason"}},
		{"unknown", "introduction: The the ship. # brief:ignore PL111,PL999 name\nconsiderations: |\n  Sails.\n", []string{"4 ignore-unknown-rule"}},
		{"unused", "introduction: The ship. # brief:ignore PL111 name\nconsiderations: |\n  Sails.\n", []string{"4 ignore-unused"}},
		{"after an accent and an emoji", "introduction: été 🙂 the the ship. # brief:ignore PL111 été\nconsiderations: |\n  Sails.\n", nil},
	} {
		if got := ignored(t, head+tt.body); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
	if got := ignored(t, head+"introduction: The ship. # brief:ignore PL111 name\nconsiderations: |\n  Sails.\n", "PL111"); len(got) > 0 {
		t.Errorf("nothing is known of a rule that was not run: %q", got)
	}
	if got := ignored(t, strings.ReplaceAll(head+"introduction: The the ship. # brief:ignore PL111 name\nconsiderations: |\n  Sails.\n", "\n", "\r\n")); len(got) > 0 {
		t.Errorf("with CRLF: %q", got)
	}
}
