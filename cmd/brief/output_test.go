package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
	"testing"
)

// failAt returns a disk on which one call fails: the nth of all creations,
// writes, closings and renamings, counted from 0. failed says whether it came
// to that.
func failAt(n int, failure error) (d disk, failed *bool) {
	failed = new(bool)
	calls := 0
	fail := func() error {
		calls++
		if calls != n+1 {
			return nil
		}
		*failed = true
		return failure
	}
	return disk{
		create: func(path string) (io.WriteCloser, error) {
			if err := fail(); err != nil {
				return nil, err
			}
			w, err := createFile(path)
			return &failingFile{w, fail}, err
		},
		rename: func(from, to string) error {
			if err := fail(); err != nil {
				return err
			}
			return os.Rename(from, to)
		},
	}, failed
}

type failingFile struct {
	io.WriteCloser
	fail func() error
}

func (f *failingFile) Write(p []byte) (int, error) {
	if err := f.fail(); err != nil {
		n, _ := f.WriteCloser.Write(p[:len(p)/2])
		return n, err
	}
	return f.WriteCloser.Write(p)
}

func (f *failingFile) Close() error {
	err := f.WriteCloser.Close()
	if failed := f.fail(); failed != nil {
		return failed
	}
	return err
}

// TestWholeOrNotAtAll lets each step of writing fail in turn: the folder is
// then as it was before, and without a failure it has all outputs.
func TestWholeOrNotAtAll(t *testing.T) {
	before := map[string]string{"a.pdf": "old a", "c.pdf": "old c", "note.yaml": "note"}
	after := map[string]string{"a.pdf": "new a", "b.pdf": "new b", "c.pdf": "new c", "note.yaml": "note"}
	for n := 0; ; n++ {
		dir := folder(t, before)
		var outputs []output
		for _, name := range []string{"a.pdf", "b.pdf", "c.pdf"} {
			outputs = append(outputs, output{filepath.Join(dir, name), []byte(after[name])})
		}
		d, failed := failAt(n, syscall.ENOSPC)
		err := d.writeAll(outputs)
		want := before
		if !*failed {
			want = after
		}
		if got := contents(t, dir); !maps.Equal(got, want) {
			t.Errorf("step %d fails (%t): the folder holds %v, want %v", n, *failed, got, want)
		}
		var e *exit
		if *failed && (!errors.As(err, &e) || e.code != exitFailure) || !*failed && err != nil {
			t.Errorf("step %d fails (%t): %v", n, *failed, err)
		}
		if !*failed {
			// Three files, each created, written and closed; what stands in
			// the place of the first renamed, and then the three drafts.
			if n != 3*3+1+3 {
				t.Errorf("there are %d steps", n)
			}
			return
		}
	}
}

// TestKeptWhenUndoFails makes sure that what was replaced is not thrown away
// if it cannot be put back.
func TestKeptWhenUndoFails(t *testing.T) {
	dir := folder(t, map[string]string{"a.pdf": "old"})
	calls := 0
	d := disk{create: createFile, rename: func(from, to string) error {
		if calls++; calls > 2 {
			return syscall.EIO
		}
		return os.Rename(from, to)
	}}
	err := d.writeAll([]output{{filepath.Join(dir, "a.pdf"), []byte("new")}, {filepath.Join(dir, "b.pdf"), []byte("new")}})
	if err == nil {
		t.Fatal("no error")
	}
	for _, text := range contents(t, dir) {
		if text == "old" {
			return
		}
	}
	t.Errorf("the old file is gone: %v", contents(t, dir))
}

// TestTempNames has two runs write to one folder, the second while the first
// is half-way. What the first has put aside comes back when it fails.
func TestTempNames(t *testing.T) {
	dir := folder(t, map[string]string{"a.pdf": "old a", "b.pdf": "old b", "c.pdf": "old c", "d.pdf": "old d"})
	out := func(name string) output {
		return output{filepath.Join(dir, name), []byte("new " + name[:1])}
	}
	second := disk{create: createFile, rename: os.Rename}
	first := disk{create: createFile, rename: func(from, to string) error {
		if to != filepath.Join(dir, "b.pdf") {
			return os.Rename(from, to)
		}
		if err := second.writeAll([]output{out("c.pdf"), out("d.pdf")}); err != nil {
			t.Error(err)
		}
		return syscall.ENOSPC
	}}
	if err := first.writeAll([]output{out("a.pdf"), out("b.pdf")}); err == nil {
		t.Error("no error")
	}
	if got, want := contents(t, dir), (map[string]string{"a.pdf": "old a", "b.pdf": "old b", "c.pdf": "new c", "d.pdf": "new d"}); !maps.Equal(got, want) {
		t.Errorf("the folder holds %v, want %v", got, want)
	}
}

func TestFullDisk(t *testing.T) {
	dir := folder(t, map[string]string{"a.yaml": goodNote, "b.yaml": goodNote, "b.pdf": "old"})
	s, stdout, stderr := testStreams()
	// The first note has three steps to its name, and the fourth step is its
	// renaming; the sixth writes the second note.
	s.disk, _ = failAt(5, syscall.ENOSPC)
	code := run([]string{"render", dir}, s)
	a, b := filepath.Join(dir, "a.pdf"), filepath.Join(dir, "b.pdf")
	want := fmt.Sprintf("brief: %q cannot be written: the disk is full\nhelp: free some room, or name another folder with -o\n1 of 2 files printed; 1 could not be printed\n", b)
	if code != exitFailure || stdout.String() != a+"\n" || stderr.String() != want {
		t.Errorf("exit code %d, %q, %q", code, stdout, stderr)
	}
	if got := contents(t, dir); len(got) != 4 || got["b.pdf"] != "old" {
		t.Errorf("the folder holds %d files, and b.pdf is %q", len(got), got["b.pdf"])
	}
}

// TestInterrupted tells the command of an interruption while outputs are put
// in place. They appear whole, and the next file is not printed.
func TestInterrupted(t *testing.T) {
	dir := folder(t, map[string]string{"a.yaml": goodNote, "b.yaml": goodNote, "c.yaml": goodNote})
	s, stdout, stderr := testStreams()
	raised := s.interruptAt(filepath.Join(dir, "b.txt"))
	if code := run([]string{"render", "--to", "txt", "--jobs", "3", dir}, s); code != exitInterrupted || stderr.Len() > 0 {
		t.Errorf("exit code %d, %q", code, stderr)
	}
	a, b := filepath.Join(dir, "a.txt"), filepath.Join(dir, "b.txt")
	if want := a + "\n" + b + "\n"; stdout.String() != want {
		t.Errorf("%q, want %q", stdout, want)
	}
	if got := contents(t, dir); len(got) != 5 || got["a.txt"] == "" || got["b.txt"] != got["a.txt"] {
		t.Errorf("the folder holds %v", got)
	}
	if *raised != os.Interrupt {
		t.Errorf("in the end the process has the signal %v", *raised)
	}
}

// interruptAt interrupts the command when it moves an output to its place. It
// returns the signal that the process gets in the end.
func (s *streams) interruptAt(path string) *os.Signal {
	signals, raised := make(chan os.Signal, 1), new(os.Signal)
	s.hold = func() (<-chan os.Signal, func()) { return signals, func() {} }
	s.raise = func(got os.Signal) { *raised = got }
	s.disk.rename = func(from, to string) error {
		if to == path {
			signals <- os.Interrupt
		}
		return os.Rename(from, to)
	}
	return raised
}

// TestHoldSignals waits for a real interruption.
func TestHoldSignals(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a process cannot interrupt itself there")
	}
	interrupted, release := holdSignals()
	defer release()
	raiseSignal(os.Interrupt)
	if got := <-interrupted; got != os.Interrupt {
		t.Errorf("the signal is %v", got)
	}
}

func TestOutputErrors(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.pdf")
	for _, test := range []struct {
		path string
		err  error
		code int
		want string
	}{
		{filepath.Join(dir, "no", "a.pdf"), fs.ErrNotExist, exitUsage, `there is no folder "` + filepath.Join(dir, "no") + `"`},
		{path, fs.ErrNotExist, exitUsage, `the folder "` + dir + `" takes no new files`},
		{path, fs.ErrPermission, exitUsage, `the folder "` + dir + `" takes no new files`},
		{path, syscall.EROFS, exitUsage, `the folder "` + dir + `" takes no new files`},
		{path, syscall.ENOSPC, exitFailure, "the disk is full"},
		{path, syscall.EDQUOT, exitFailure, "the disk is full"},
		{path, syscall.EISDIR, exitUsage, "a folder has that name"},
		{path, syscall.ENAMETOOLONG, exitUsage, "the name is too long"},
	} {
		t.Run(test.err.Error(), func(t *testing.T) {
			var e *exit
			wrapped := &fs.PathError{Op: "open", Path: "elsewhere", Err: test.err}
			if !errors.As(outputError(test.path, wrapped), &e) || e.code != test.code || e.message != fmt.Sprintf("%q cannot be written: %s", test.path, test.want) || e.hint == "" {
				t.Errorf("%+v", e)
			}
		})
	}
}
