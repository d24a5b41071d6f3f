package main

import (
	"maps"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestFormatOnFullDisk lets each step of writing a note fail in turn: the note
// is then as it was, nothing is left behind, and the message says why.
func TestFormatOnFullDisk(t *testing.T) {
	before := map[string]string{"note.yaml": "kind:   withheld-notice\nstatus: released\npages: {from: 1, to: 2}\nact: privacy\nexemptions_unknown: true\n"}
	for n := 0; ; n++ {
		dir := folder(t, before)
		s, _, stderr := testStreams()
		var failed *bool
		s.disk, failed = failAt(n, syscall.ENOSPC)
		code := run([]string{"fmt", dir}, s)
		if !*failed {
			if code != exitClean || maps.Equal(contents(t, dir), before) || n != 4 {
				t.Errorf("after %d steps, the exit code is %d: %s", n, code, stderr)
			}
			return
		}
		if code != exitFailure || !strings.Contains(stderr.String(), "the disk is full") || !maps.Equal(contents(t, dir), before) {
			t.Errorf("step %d fails: exit code %d, %s; the folder holds %v", n, code, stderr, contents(t, dir))
		}
	}
}

// TestFormatPage checks that what docs/format.md shows is what the command does.
func TestFormatPage(t *testing.T) {
	page, err := os.ReadFile(filepath.Join("..", "..", "docs", "format.md"))
	if err != nil {
		t.Fatal(err)
	}
	parts := strings.Split(string(page), "```")
	if len(parts) < 5 {
		t.Fatal("the page shows no two notes")
	}
	s, out, stderr := testStreams()
	s.in = strings.NewReader(strings.TrimPrefix(parts[1], "yaml\n"))
	if code := run([]string{"fmt", "-"}, s); code != exitClean {
		t.Fatalf("exit code %d: %s", code, stderr)
	}
	if want := strings.TrimPrefix(parts[3], "yaml\n"); out.String() != want {
		t.Errorf("the page shows\n%s\nand it is\n%s", want, out)
	}
}
