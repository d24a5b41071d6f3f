package bench

import (
	"os"
	"reflect"
	"testing"

	"briefnote/schema"
)

// encryption is the words of the note that all inputs are made of.
func encryption(t testing.TB) *Note {
	t.Helper()
	n, err := Read(sample(t, "01-encryption.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func sample(t testing.TB, name string) []byte {
	t.Helper()
	src, err := os.ReadFile("../samples/fcm-2019/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return src
}

// TestYAML holds that what is written is the note: it is read without a
// finding, and gives the same words.
func TestYAML(t *testing.T) {
	for name, n := range map[string]*Note{"as released": encryption(t), "numbered": encryption(t).Numbered(7), "long": encryption(t).Long(1, 3)} {
		if f := schema.Decode(name, n.YAML()); len(f.Problems) > 0 {
			t.Errorf("%s: %v", name, f.Problems[0])
		}
		got, err := Read(n.YAML())
		if err != nil {
			t.Errorf("%s: %v", name, err)
		} else if !reflect.DeepEqual(got, n) {
			t.Errorf("%s: %+v was written as %+v", name, n, got)
		}
	}
}

// TestNumbered holds that no text stands twice in a long note.
func TestNumbered(t *testing.T) {
	seen := map[string]bool{}
	once := func(s string) {
		if seen[s] {
			t.Errorf("%q stands there twice", s)
		}
		seen[s] = true
	}
	encryption(t).Long(1, 3).walk(func(_ int, s string) { once(s) }, once, func(points []string) {
		for _, p := range points {
			once(p)
		}
	})
	if len(seen) < 90 {
		t.Errorf("the note has %d texts; the test sees too little to mean anything", len(seen))
	}
}
