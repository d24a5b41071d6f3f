package compose

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"briefnote/internal/golden"
	"briefnote/render/doc"
	"briefnote/schema"
)

// TestTrees compares the trees of notes with those in testdata.
func TestTrees(t *testing.T) {
	notes, err := filepath.Glob("testdata/*.yaml")
	if err != nil || len(notes) == 0 {
		t.Fatal("no notes to compose")
	}
	dir := golden.Open(t, "testdata/trees")
	for _, path := range notes {
		f := decode(t, path)
		var out bytes.Buffer
		for _, n := range f.Notes {
			d, err := Note(n)
			if err != nil {
				t.Fatalf("%s: %v", path, err)
			}
			if err := doc.Dump(&out, d); err != nil {
				t.Fatal(err)
			}
		}
		dir.Equal(t, strings.TrimSuffix(filepath.Base(path), ".yaml")+".tree", out.Bytes())
	}
}

func decode(t *testing.T, path string) *schema.File {
	t.Helper()
	src, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	f := schema.Decode(path, src)
	for _, p := range f.Problems {
		t.Errorf("%s: %s (%s)", path, p.Message, p.Hint)
	}
	return f
}

// TestOrigins checks that every word of a tree that stands in the note points
// at the place where it stands.
func TestOrigins(t *testing.T) {
	f := decode(t, "testdata/briefing.yaml")
	d, err := Note(f.Notes[0])
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	var look func([]doc.Run)
	look = func(runs []doc.Run) {
		for _, r := range runs {
			s := r.From().Span
			at := string(f.Source[s.Start:s.End])
			switch r := r.(type) {
			case *doc.Text:
				if strings.Contains(at, strings.Fields(r.Value + " x")[0]) {
					seen++
				}
			case *doc.Link:
				look(r.Runs)
			case *doc.Severance:
				if r.Made && at != r.Token {
					t.Errorf("the severance %s points at %q", r.Token, at)
				}
				look(r.Runs)
			}
		}
	}
	for _, b := range d.Blocks {
		switch b := b.(type) {
		case *doc.Paragraph:
			look(b.Runs)
		case *doc.List:
			for _, item := range b.Items {
				for _, p := range item.Blocks {
					if p, ok := p.(*doc.Paragraph); ok {
						look(p.Runs)
					}
				}
			}
		}
	}
	if seen < 15 {
		t.Errorf("only %d texts of the tree were found at their places", seen)
	}
}

// TestNotesInARow checks that the marks of two footnotes in a row stand apart.
func TestNotesInARow(t *testing.T) {
	f := schema.Decode("n.yaml", []byte("kind: meeting-report\ntitle: T\nmarking: SECRET\nsummary: row.^[First.]^[Second.] End^[Third.].\n"))
	d, err := Note(f.Notes[0])
	if err != nil || !f.Valid() {
		t.Fatal(err, f.Problems)
	}
	var out bytes.Buffer
	if err := doc.Dump(&out, d); err != nil {
		t.Fatal(err)
	}
	if want := "row.^1\u202f^2 End^3."; !strings.Contains(out.String(), want) {
		t.Errorf("no %q in\n%s", want, out.String())
	}
}
