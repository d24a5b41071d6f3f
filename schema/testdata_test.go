package schema

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"briefnote/diag"
	"briefnote/internal/golden"
)

// notes lists the YAML files of a folder.
func notes(t testing.TB, dir string) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*.yaml"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no notes in %s (%v)", dir, err)
	}
	return files
}

func read(t testing.TB, name string) []byte {
	t.Helper()
	src, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return src
}

// report prints findings as a user sees them.
func reportOf(t testing.TB, f *File) []byte {
	t.Helper()
	var out bytes.Buffer
	r := diag.Report{Files: 1, Diagnostics: f.Problems, Sources: map[string][]byte{f.Name: f.Source}}
	if err := r.Write(&out, diag.Text, diag.Options{}); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// TestBad compares what is said of each file of mistakes with the .out beside it.
func TestBad(t *testing.T) {
	want := golden.Open(t, "testdata/bad")
	for _, path := range notes(t, "testdata/bad") {
		name := filepath.Base(path)
		t.Run(name, func(t *testing.T) {
			src := read(t, path)
			f := Decode(name, src)
			if f.Valid() {
				t.Error("nothing is said about it")
			}
			want.Equal(t, name, src) // so that it is no orphan
			want.Equal(t, strings.TrimSuffix(name, ".yaml")+".out", reportOf(t, f))
		})
	}
}

// TestGood holds that nothing is said of sound notes, our own samples included.
func TestGood(t *testing.T) {
	for _, dir := range []string{"testdata/good", "../samples/drafts", "../samples/fcm-2019"} {
		for _, path := range notes(t, dir) {
			t.Run(filepath.Base(path), func(t *testing.T) {
				f := Decode(filepath.Base(path), read(t, path))
				if len(f.Problems) > 0 || len(f.Notes) == 0 {
					t.Errorf("%d notes\n%s", len(f.Notes), reportOf(t, f))
				}
			})
		}
	}
}
