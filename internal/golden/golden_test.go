package golden

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// recorder is a test whose failures are looked at instead of reported.
type recorder struct {
	testing.TB
	failures []string
	cleanups []func()
}

func (r *recorder) Errorf(format string, args ...any) {
	r.failures = append(r.failures, fmt.Sprintf(format, args...))
}
func (r *recorder) Helper()          {}
func (r *recorder) Failed() bool     { return len(r.failures) > 0 }
func (r *recorder) Skipped() bool    { return false }
func (r *recorder) Cleanup(f func()) { r.cleanups = append(r.cleanups, f) }
func (r *recorder) finish() {
	for _, f := range slices.Backward(r.cleanups) {
		f()
	}
}

func write(t *testing.T, path, content string) {
	t.Helper()
	if err := save(path, []byte(content)); err != nil {
		t.Fatal(err)
	}
}

// expect fails t unless r failed once, with words in its message, or not at
// all where words is empty.
func expect(t *testing.T, r *recorder, words string) {
	t.Helper()
	switch {
	case words == "" && len(r.failures) > 0:
		t.Errorf("fails without cause: %q", r.failures)
	case words != "" && (len(r.failures) != 1 || !strings.Contains(r.failures[0], words)):
		t.Errorf("failures are %q, want one with %q", r.failures, words)
	}
}

func TestEqual(t *testing.T) {
	path := filepath.Join(t.TempDir(), "deep", "want.txt")
	steps := []struct {
		name, got string
		write     bool
		fails     string
	}{
		{"no file", "one\n", false, "no golden file"},
		{"written", "one\n", true, ""},
		{"the same", "one\n", false, ""},
		{"changed", "two\n", false, "differs"},
		{"changed by a byte that is not text", "one\n\xff", false, "differs"},
		{"written anew", "two\n", true, ""},
		{"the same again", "two\n", false, ""},
	}
	for _, s := range steps {
		r := &recorder{TB: t}
		equal(r, path, []byte(s.got), s.write)
		t.Run(s.name, func(t *testing.T) { expect(t, r, s.fails) })
	}
}

func TestEqualCannotWrite(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "file"), "")
	r := &recorder{TB: t}
	equal(r, filepath.Join(dir, "file", "below"), nil, true)
	expect(t, r, "not written")
}

func TestOrphans(t *testing.T) {
	if partial() || Updating() {
		t.Skip("the flags under test are in use")
	}
	dir := t.TempDir()
	write(t, filepath.Join(dir, "a.txt"), "a")
	write(t, filepath.Join(dir, "sub", "b.txt"), "b")

	r := &recorder{TB: t}
	f := Open(r, dir)
	f.Equal(r, "a.txt", []byte("a"))
	f.Equal(r, "sub/b.txt", []byte("b"))
	r.finish()
	expect(t, r, "")

	r = &recorder{TB: t}
	f = Open(r, dir)
	f.Equal(r, "a.txt", []byte("a"))
	r.finish()
	expect(t, r, filepath.Join("sub", "b.txt")+": no test asked")

	r = &recorder{TB: t}
	f = Open(r, dir)
	f.Equal(r, "a.txt", []byte("changed"))
	r.finish()
	expect(t, r, "differs") // and nothing of the orphan
}

func TestOpenWithoutFolder(t *testing.T) {
	r := &recorder{TB: t}
	Open(r, filepath.Join(t.TempDir(), "none"))
	r.finish()
	if !partial() {
		expect(t, r, "not listed")
	}
}
