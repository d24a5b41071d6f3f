// Package golden compares what tests produce with files that hold what they
// should.
//
// Start with [Open], which is for a folder of such files and also fails where
// it finds one that no test asked for; [Equal] is for a single file. After a
// change that is meant, write the files anew with
//
//	go test ./diag -update
//
// and read the difference before it is committed. The flag exists only in the
// tests of packages that import this one.
package golden

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A flag has to be there before a test's main function reads the command line.
var update = flag.Bool("update", false, "write golden files anew")

// Updating reports whether the tests were asked to write golden files anew,
// for tests that keep their expectations in files of another form.
func Updating() bool { return *update }

// Equal fails t unless the file at path holds got, and shows the difference.
// Under -update it writes the file, and the folders above it.
func Equal(t testing.TB, path string, got []byte) {
	t.Helper()
	equal(t, path, got, *update)
}

func equal(t testing.TB, path string, got []byte, write bool) {
	t.Helper()
	want, err := os.ReadFile(path)
	switch {
	case err == nil && bytes.Equal(want, got):
	case write:
		if err := save(path, got); err != nil {
			t.Errorf("golden file not written: %v", err)
		}
	case err != nil:
		t.Errorf("no golden file; -update writes it: %v", err)
	default:
		t.Errorf("%s differs (- want, + got); if the change is meant, -update writes it:\n%s",
			path, cmp.Diff(string(want), string(got)))
	}
}

func save(path string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	return os.WriteFile(path, data, 0o644)
}

// Folder is a folder whose every file is what some test should produce.
type Folder struct {
	dir   string
	mu    sync.Mutex
	asked map[string]bool // by path below dir, with forward slashes
}

// Open returns a folder for t and its subtests. When all of them are through,
// t fails if the folder, or one below it, holds a file that none of them
// compared. That is left out if t has failed or was skipped, and under a -run
// or -skip flag that may leave out subtests: not all have asked then.
func Open(t testing.TB, dir string) *Folder {
	t.Helper()
	f := &Folder{dir: dir, asked: map[string]bool{}}
	t.Cleanup(func() {
		t.Helper()
		if t.Failed() || t.Skipped() || partial() {
			return
		}
		for _, name := range f.orphans(t) {
			t.Errorf("%s: no test asked for this golden file; remove it, or test what it is for", filepath.Join(dir, name))
		}
	})
	return f
}

// Equal is the function [Equal] for a file of the folder; name may have
// folders, parted by forward slashes. Subtests may call it at the same time.
func (f *Folder) Equal(t testing.TB, name string, got []byte) {
	t.Helper()
	f.mu.Lock()
	f.asked[name] = true
	f.mu.Unlock()
	Equal(t, filepath.Join(f.dir, filepath.FromSlash(name)), got)
}

// orphans lists the files that were not asked for, sorted.
func (f *Folder) orphans(t testing.TB) []string {
	t.Helper()
	f.mu.Lock()
	defer f.mu.Unlock()
	var found []string
	err := filepath.WalkDir(f.dir, func(path string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		name, err := filepath.Rel(f.dir, path)
		if name = filepath.ToSlash(name); !f.asked[name] {
			found = append(found, name)
		}
		return err
	})
	if err != nil {
		t.Errorf("golden files not listed: %v", err)
	}
	slices.Sort(found)
	return found
}

// partial reports whether the command line may leave out subtests.
func partial() bool {
	run, skip := flag.Lookup("test.run"), flag.Lookup("test.skip")
	return run != nil && strings.Contains(run.Value.String(), "/") || skip != nil && skip.Value.String() != ""
}
