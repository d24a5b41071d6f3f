package main

import (
	"bytes"
	"fmt"

	"github.com/rogpeppe/go-internal/diff"

	"briefnote/lint"
	"briefnote/schema"
)

// mend lints the file at hand and mends it, until there is nothing more to
// mend. What remains to be found is that of the file as it was under --diff, and
// of the mended one otherwise.
func (l *linting) mend(j *lintJob) {
	before, look, ignores := j.file, j.look, j.ignores
	for range 10 { // each round can only uncover what the one before covered up
		src, mended := lint.Fix(j.file, j.look.Findings)
		if len(mended) == 0 {
			break
		}
		j.mended += len(mended)
		j.file = schema.Decode(before.Name, src)
		l.look(j)
	}
	if bytes.Equal(before.Source, j.file.Source) {
		return
	}
	j.edit = &output{before.Name, j.file.Source}
	if l.diff {
		j.file, j.look, j.ignores = before, look, ignores
	}
}

// sayDiff prints what would change in a file, as a unified diff.
func (l *linting) sayDiff(name string, before, after []byte) error {
	return l.say(string(diff.Diff(name, before, name, after)))
}

// write writes a file whole or not at all. An interruption waits until it is done.
func (l *linting) write(o output) error {
	interrupted, release := l.hold()
	defer release()
	err := l.disk.writeAll([]output{o})
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
