package main

import (
	"fmt"

	"github.com/rogpeppe/go-internal/diff"
)

// sayDiff prints what would change in a file, as a unified diff.
func (a *app) sayDiff(name string, before, after []byte) error {
	return a.say(string(diff.Diff(name, before, name, after)))
}

// write writes a file whole or not at all. An interruption waits until it is done.
func (a *app) write(o output) error {
	interrupted, release := a.hold()
	defer release()
	err := a.disk.writeAll([]output{o})
	select {
	case <-interrupted:
		return &exit{code: exitInterrupted}
	default:
		return err
	}
}

// fixesStdin reports whether the mended text of standard input is what the
// command prints.
func (l *linting) fixesStdin() bool {
	return l.fix && !l.diff && len(l.edits) > 0 && l.edits[len(l.edits)-1].path == stdinName
}

// deliverFixes writes the mended files, each whole or not at all.
func (l *linting) deliverFixes() error {
	if l.diff || len(l.edits) == 0 {
		return nil
	}
	for _, e := range l.edits {
		if e.path == stdinName {
			if err := l.say(string(e.data)); err != nil {
				return err
			}
			continue
		}
		if err := l.write(e); err != nil {
			return err
		}
	}
	if !l.quiet {
		fmt.Fprintf(l.err, "mended %s in %s\n", plural(l.mended, "finding"), plural(len(l.edits), "file"))
	}
	return nil
}
