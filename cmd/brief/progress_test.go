package main

import (
	"bytes"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestProgress(t *testing.T) {
	var screen bytes.Buffer
	tty, file := stream{&screen, true}, stream{Writer: &screen}
	p := progress{Writer: &screen, total: 10000, done: 98}
	p.draw() // not due yet
	p.yield(tty)
	p.back()
	p.due = true
	p.draw()
	p.done = 1234
	p.back() // still there
	p.yield(file)
	p.draw()
	p.yield(tty)
	p.yield(tty)
	p.back()
	const line = "\r1,234 of 10,000 files"
	want := "\r98 of 10,000 files" + line + "\r" + strings.Repeat(" ", len(line)-1) + "\r" + line
	if screen.String() != want {
		t.Errorf("%q, want %q", &screen, want)
	}
	(&progress{total: 1, due: true}).draw() // nobody looks
}

// TestProgressOfRun has a clock that always strikes. The terminal is clean in
// the end, and shows what it would show without the line.
func TestProgressOfRun(t *testing.T) {
	notes := map[string]string{"bad.yaml": badNote}
	for i := range 20 {
		notes[fmt.Sprintf("note-%d.yaml", i)] = goodNote
	}
	dir := folder(t, notes)
	for name, test := range map[string]struct {
		terminal bool
		args     []string
		line     bool
	}{
		"terminal":    {true, []string{"render", "--color", "never", "--to", "txt", dir}, true},
		"quiet":       {true, []string{"render", "--color", "never", "--to", "txt", "--quiet", dir}, false},
		"one file":    {true, []string{"render", "--color", "never", "--to", "txt", filepath.Join(dir, "bad.yaml")}, false},
		"no terminal": {false, []string{"render", "--color", "never", "--to", "txt", dir}, false},
	} {
		t.Run(name, func(t *testing.T) {
			plain, names, want := testStreams()
			run(test.args, plain)
			s, _, _ := testStreams()
			screen := &terminal{}
			s.err = stream{Writer: screen, terminal: test.terminal}
			s.beats = striking
			run(test.args, s)
			if got := screen.String(); got != want.String() {
				t.Errorf("the terminal shows %q, want %q", got, want)
			}
			if screen.rewritten != test.line {
				t.Errorf("the line was there: %t", screen.rewritten)
			}
			if test.terminal { // for the names of the files too
				screen = &terminal{}
				s.out, s.err = stream{screen, true}, stream{screen, true}
				run(test.args, s)
				if got := screen.String(); got != names.String()+want.String() {
					t.Errorf("the terminal shows %q, want %q", got, names.String()+want.String())
				}
			}
		})
	}
}

// striking is a clock that strikes whenever one looks at it.
func striking() (<-chan time.Time, func()) {
	c := make(chan time.Time)
	close(c)
	return c, func() {}
}

// terminal shows what is written to it. Of its control characters it knows
// those that end a line and go back to its start.
type terminal struct {
	strings.Builder        // the lines above
	last            []byte // the line that is written to
	column          int
	rewritten       bool
}

func (s *terminal) Write(text []byte) (int, error) {
	for _, b := range text {
		switch {
		case b == '\r':
			s.column, s.rewritten = 0, true
			continue
		case b == '\n':
			fmt.Fprintf(&s.Builder, "%s\n", bytes.TrimRight(s.last, " "))
			s.last, s.column = nil, 0
			continue
		case s.column < len(s.last):
			s.last[s.column] = b
		default:
			s.last = append(s.last, b)
		}
		s.column++
	}
	return len(text), nil
}

func (s *terminal) String() string {
	return s.Builder.String() + strings.TrimRight(string(s.last), " ")
}
