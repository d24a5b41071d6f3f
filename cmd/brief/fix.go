package main

import (
	"fmt"

	"github.com/rogpeppe/go-internal/diff"
)

// sayDiff prints what would change in a file, as a unified diff.
func (l *linting) sayDiff(name string, before, after []byte) error {
	return l.say(string(diff.Diff(name, before, name, after)))
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
		if err := l.writeAll([]output{e}); err != nil {
			return err
		}
	}
	if !l.quiet {
		fmt.Fprintf(l.err, "mended %s in %s\n", plural(l.mended, "finding"), plural(len(l.edits), "file"))
	}
	return nil
}
