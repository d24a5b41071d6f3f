package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestReadmeNote checks that the note that the README shows is valid, keeps
// house style, is in canonical form and can be printed.
func TestReadmeNote(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(readme), "```yaml\n")
	note, _, found := strings.Cut(rest, "```")
	if !found {
		t.Fatal("the README shows no note")
	}
	path := filepath.Join(t.TempDir(), "note.yaml")
	if err := os.WriteFile(path, []byte(note), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"validate", path}, {"lint", "--fail-on", "warning", path}, {"fmt", "--check", path}, {"render", "-q", path}} {
		s, out, stderr := testStreams()
		if code := run(args, s); code != exitClean {
			t.Errorf("%s ends with %d:\n%s%s", args[0], code, out, stderr)
		}
	}
}
