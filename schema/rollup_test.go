package schema

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
)

// marked includes notes of the given markings in a binder of its own.
func marked(t *testing.T, own string, markings ...string) (*Binder, Included) {
	t.Helper()
	src := "kind: binder\ntitle: Book\n"
	if own != "" {
		src += "marking: " + own + "\n"
	}
	src += "tabs:\n"
	fsys := fstest.MapFS{}
	for i, m := range markings {
		name := fmt.Sprintf("%d.yaml", i)
		src += "  - include: " + name + "\n"
		line := "marking: " + m + "\n"
		if m == "" {
			line = "status: released\n"
		}
		fsys[name] = &fstest.MapFile{Data: []byte("kind: meeting-report\ntitle: x\nsummary: y\n" + line)}
	}
	f := Decode("b.yaml", []byte(src))
	if !f.Valid() {
		t.Fatal(f.Problems)
	}
	b := f.Notes[0].(*Binder)
	return b, b.Include(fsys, "", "b.yaml")
}

func TestRollUp(t *testing.T) {
	for _, c := range []struct {
		own   string
		notes []string
		want  string
		bad   string // what the notes are marked, where the binder's own marking is lower
	}{
		{"", []string{"UNCLASSIFIED", "UNCLASSIFIED"}, "UNCLASSIFIED", ""},
		{"", []string{"PROTECTED A", "UNCLASSIFIED", "PROTECTED B"}, "PROTECTED B", ""},
		{"", []string{"SECRET", "CONFIDENTIAL"}, "SECRET", ""},
		{"", []string{"SECRET", "PROTECTED C", "TOP SECRET", "PROTECTED A"}, "PROTECTED C, TOP SECRET", ""},
		{"", []string{"", ""}, "", ""},
		{"", []string{"", "Protégé B"}, "PROTECTED B", ""},
		{"SECRET", []string{"UNCLASSIFIED", "PROTECTED A"}, "PROTECTED A, SECRET", ""},
		{"SECRET", []string{"CONFIDENTIAL"}, "SECRET", ""},
		{"UNCLASSIFIED", []string{"UNCLASSIFIED"}, "UNCLASSIFIED", ""},
		{"UNCLASSIFIED", []string{"PROTECTED A", "SECRET"}, "PROTECTED A, SECRET", "PROTECTED A and SECRET"},
		{"CONFIDENTIAL", []string{"SECRET", "PROTECTED C"}, "PROTECTED C, SECRET", "SECRET"},
		{"protected a", []string{"PROTECTED B"}, "PROTECTED B", "PROTECTED B"},
	} {
		b, in := marked(t, c.own, c.notes...)
		var got []string
		for _, l := range b.RollUp(in.Tabs) {
			got = append(got, l.English)
		}
		if got := strings.Join(got, ", "); got != c.want {
			t.Errorf("%q with %q: %s, want %s", c.own, c.notes, got, c.want)
		}
		switch {
		case c.bad == "" && len(in.Problems) > 0:
			t.Errorf("%q with %q: %v", c.own, c.notes, in.Problems)
		case c.bad != "" && (len(in.Problems) != 1 || !strings.HasSuffix(in.Problems[0].Message, "holds notes marked "+c.bad) || in.Problems[0].Span != b.Marking.Span):
			t.Errorf("%q with %q: %v, want one finding at the marking", c.own, c.notes, in.Problems)
		}
	}
}
