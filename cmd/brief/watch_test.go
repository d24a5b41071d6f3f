package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"
)

// shared is a buffer that one goroutine writes and another reads.
type shared struct {
	lock sync.Mutex
	bytes.Buffer
}

func (s *shared) Write(p []byte) (int, error) {
	s.lock.Lock()
	defer s.lock.Unlock()
	return s.Buffer.Write(p)
}

func (s *shared) text() string {
	s.lock.Lock()
	defer s.lock.Unlock()
	return s.String()
}

// watching is a run of "render --watch" whose changes the test tells it of.
type watching struct {
	t           *testing.T
	dir         string
	out, err    *shared
	events      chan string
	interrupted chan os.Signal
	code        chan int
	told        bool // changes are seen by the system's own watcher
}

// watchIn starts a run in a folder.
func watchIn(t *testing.T, files map[string]string, own bool, args ...string) *watching {
	t.Helper()
	return watchOn(t, nil, files, own, args...)
}

// watchOn is watchIn on a disk of the test's own; nil for the system's.
func watchOn(t *testing.T, d *disk, files map[string]string, own bool, args ...string) *watching {
	t.Helper()
	w := &watching{
		t: t, dir: folder(t, files), out: &shared{}, err: &shared{}, told: !own,
		events: make(chan string), interrupted: make(chan os.Signal, 1), code: make(chan int, 1),
	}
	s, _, _ := testStreams()
	s.out.Writer, s.err.Writer = w.out, w.err
	if d != nil {
		s.disk = *d
	}
	s.hold = func() (<-chan os.Signal, func()) { return w.interrupted, func() {} }
	if !own {
		s.watchFolders = func() (*watcher, error) {
			return &watcher{events: w.events, add: func(string) error { return nil }, close: func() {}}, nil
		}
	}
	for i, a := range args {
		if strings.HasSuffix(a, ".yaml") || a == "." {
			args[i] = filepath.Join(w.dir, a)
		}
	}
	go func() { w.code <- run(append([]string{"render", "--watch", "--to", "html"}, args...), s) }()
	return w
}

// change writes a file, or removes one that has no text, and tells the run.
func (w *watching) change(name, text string) {
	w.t.Helper()
	path := filepath.Join(w.dir, name)
	err := os.Remove(path)
	if text != "" {
		err = os.WriteFile(path, []byte(text), 0o666)
	}
	if err != nil {
		w.t.Fatal(err)
	}
	if w.told {
		w.events <- path
	}
}

// shows waits until a stream has shown words n times.
func (w *watching) shows(s *shared, words string, n int) {
	w.t.Helper()
	for deadline := time.Now().Add(20 * time.Second); strings.Count(s.text(), words) < n; time.Sleep(time.Millisecond) {
		if time.Now().After(deadline) {
			w.t.Fatalf("%q is not shown %d times\n%s\n%s", words, n, w.out.text(), w.err.text())
		}
	}
}

// holds waits until an output holds words.
func (w *watching) holds(name, words string) {
	w.t.Helper()
	for deadline := time.Now().Add(20 * time.Second); ; time.Sleep(time.Millisecond) {
		data, _ := os.ReadFile(filepath.Join(w.dir, name))
		if strings.Contains(string(data), words) {
			if !strings.Contains(string(data), "</html>") {
				w.t.Fatalf("%s is half-written", name)
			}
			return
		}
		if time.Now().After(deadline) {
			w.t.Fatalf("%s does not hold %q\n%s\n%s", name, words, w.out.text(), w.err.text())
		}
	}
}

// ends interrupts the run, which must end well.
func (w *watching) ends() {
	w.t.Helper()
	w.interrupted <- os.Interrupt
	select {
	case code := <-w.code:
		if code != exitClean {
			w.t.Errorf("exit code %d\n%s", code, w.err.text())
		}
	case <-time.After(20 * time.Second):
		w.t.Fatal("it does not end")
	}
}

func titled(title string) string {
	return "kind: planning-paper\ntitle: " + title + "\nmarking: SECRET\nconsiderations: |\n  Text.\n"
}

func binderOf(includes ...string) string {
	return "kind: binder\ntitle: Book\ntabs:\n  - include: " + strings.Join(includes, "\n  - include: ") + "\n"
}

func TestWatchPrintsWhatChanges(t *testing.T) {
	w := watchIn(t, map[string]string{"a.yaml": titled("First"), "b.yaml": titled("Other")}, false, ".")
	w.shows(w.err, "watching 2 notes", 1)
	w.change("a.yaml", titled("Second"))
	w.holds("a.html", "Second")
	w.shows(w.out, "a.html", 2)
	w.change("a.yaml", titled("Second")) // a save that changes nothing
	w.change("c.yaml", titled("Third"))
	w.holds("c.html", "Third")

	w.change("a.yaml", "kind: planing-paper\n")
	w.shows(w.err, `error[unknown-kind]: unknown kind "planing-paper"`, 1)
	w.holds("a.html", "Second")
	w.change("a.yaml", "")
	w.shows(w.err, "a.yaml is gone; what was printed of it stays", 1)
	w.holds("a.html", "Second")
	w.change("a.yaml", titled("Again"))
	w.holds("a.html", "Again")
	w.events <- filepath.Join(w.dir, "a.html") // its own
	w.ends()
	if n := strings.Count(w.out.text(), "b.html"); n != 1 {
		t.Errorf("a note that never changed is printed %d times", n)
	}
	if n := strings.Count(w.out.text(), "a.html"); n != 3 {
		t.Errorf("a note that changed twice is printed %d times", n)
	}
}

func TestWatchFollowsIncludes(t *testing.T) {
	w := watchIn(t, map[string]string{"book.yaml": binderOf("a.yaml"), "a.yaml": titled("First")}, false, "book.yaml")
	w.holds("book.html", "First")
	w.change("a.yaml", titled("Second"))
	w.holds("book.html", "Second")
	w.change("book.yaml", binderOf("a.yaml", "b.yaml"))
	w.shows(w.err, "include-not-found", 1)
	w.change("b.yaml", titled("Late"))
	w.holds("book.html", "Late")
	w.ends()
}

func TestWatchFollowsTheStyle(t *testing.T) {
	const style = "links: {color: \"#"
	w := watchIn(t, map[string]string{"a.yaml": titled("First"), "mine.yaml": style + "112233\"}\n"}, false, "--style", "mine.yaml", "a.yaml")
	w.shows(w.out, "a.html", 1)
	w.change("mine.yaml", style+"zzz\"}\n")
	w.shows(w.err, "the style is used as it was before", 1)
	w.change("mine.yaml", style+"445566\"}\n")
	w.shows(w.out, "a.html", 2)
	w.ends()
}

// TestWatchFollowsTheConfiguration has another style named while notes are watched.
func TestWatchFollowsTheConfiguration(t *testing.T) {
	w := watchIn(t, map[string]string{"a.yaml": titled("First")}, false, "a.yaml")
	w.shows(w.out, "a.html", 1)
	w.change(".brief.yaml", "style: large-pint\n")
	w.shows(w.err, "did you mean \"large-print\"", 1)
	w.change("b.yaml", titled("Another"))
	w.change(".brief.yaml", "style: large-print\n")
	w.shows(w.out, "a.html", 2)
	w.shows(w.err, "the style is used as it was before", 1)
	w.ends()
}

// TestWatchFullDisk fills the disk while notes are watched, and frees it again.
func TestWatchFullDisk(t *testing.T) {
	var full atomic.Bool
	d := &disk{rename: os.Rename, create: func(name string) (io.WriteCloser, error) {
		if full.Load() {
			return nil, syscall.ENOSPC
		}
		return createFile(name)
	}}
	w := watchOn(t, d, map[string]string{"a.yaml": titled("First")}, false, "a.yaml")
	w.holds("a.html", "First")
	w.shows(w.err, "watching 1 note", 1)
	full.Store(true)
	w.change("a.yaml", titled("Second"))
	w.shows(w.err, "the disk is full", 1)
	w.holds("a.html", "First")
	full.Store(false)
	w.change("a.yaml", titled("Third"))
	w.holds("a.html", "Third")
	w.ends()
	if got := contents(t, w.dir); len(got) != 2 {
		t.Errorf("the folder holds %d files, want the note and what was printed of it", len(got))
	}
}

// TestWatchSeesSaves has the system's own watcher see what editors do.
func TestWatchSeesSaves(t *testing.T) {
	w := watchIn(t, map[string]string{"a.yaml": titled("First")}, true, ".")
	w.shows(w.err, "watching 1 note", 1)
	w.change("a.yaml", titled("Second"))
	w.holds("a.html", "Second")

	next := filepath.Join(w.dir, "a.yaml~") // an atomic save
	if err := os.WriteFile(next, []byte(titled("Third")), 0o666); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(next, filepath.Join(w.dir, "a.yaml")); err != nil {
		t.Fatal(err)
	}
	w.holds("a.html", "Third")

	deep := filepath.Join(w.dir, "deep")
	if err := os.Mkdir(deep, 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(deep, "b.yaml"), []byte(titled("Deep")), 0o666); err != nil {
		t.Fatal(err)
	}
	w.holds(filepath.Join("deep", "b.html"), "Deep")
	w.change(filepath.Join("deep", "b.yaml"), titled("Deeper"))
	w.holds(filepath.Join("deep", "b.html"), "Deeper")
	w.ends()
}

// TestTwoWatchers has two runs print the same note to the same place.
func TestTwoWatchers(t *testing.T) {
	w := watchIn(t, map[string]string{"a.yaml": titled("First")}, true, "a.yaml")
	w.shows(w.err, "watching", 1)
	other, _, _ := testStreams()
	errors, interrupted, code := &shared{}, make(chan os.Signal, 1), make(chan int, 1)
	other.err.Writer, other.out.Writer = errors, &shared{}
	other.hold = func() (<-chan os.Signal, func()) { return interrupted, func() {} }
	go func() {
		code <- run([]string{"render", "--watch", "--to", "html,txt", filepath.Join(w.dir, "a.yaml")}, other)
	}()
	w.shows(errors, "watching", 1)
	for _, title := range []string{"Second", "Third", "Fourth"} {
		w.change("a.yaml", titled(title))
		w.holds("a.html", title)
	}
	interrupted <- os.Interrupt
	if got := <-code; got != exitClean {
		t.Errorf("exit code %d\n%s", got, errors.text())
	}
	w.ends()
}

func TestWatchRefusals(t *testing.T) {
	for args, want := range map[string]string{
		"-":           "--watch cannot watch standard input",
		"-o - a.yaml": "--watch cannot print to standard output",
		"nope.yaml":   "there is no file or folder",
	} {
		s, _, stderr := testStreams()
		code := run(append([]string{"render", "--watch", "--to", "html"}, strings.Fields(args)...), s)
		if code != exitUsage || !strings.Contains(stderr.String(), want) {
			t.Errorf("%s: exit code %d, %q", args, code, stderr)
		}
	}
}
