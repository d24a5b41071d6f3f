package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"github.com/rogpeppe/go-internal/diff"

	"briefnote/internal/text"
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
func (a *app) sayDiff(name string, before, after []byte) error {
	return a.say(string(diff.Diff(name, before, name, after)))
}

// write writes a file whole or not at all. An interruption waits until it is done.
func (a *app) write(o output) error {
	return a.undisturbed(func() error { return a.disk.writeAll([]output{o}) })
}

// undisturbed does something that no interruption may cut short.
func (a *app) undisturbed(f func() error) error {
	interrupted, release := a.hold()
	defer release()
	err := f()
	select {
	case <-interrupted:
		return &exit{code: exitInterrupted}
	default:
		return err
	}
}

// rewrite puts a new text into a note, whole or not at all. The note keeps its
// permissions. One that is read-only is left alone; of a link, what it leads to
// is written.
func (a *app) rewrite(path string, data []byte) error {
	info, err := os.Stat(path)
	if err != nil {
		return pathError(path, err)
	}
	if info.Mode()&0o200 == 0 {
		return usage(fmt.Sprintf("%q cannot be written: it is read-only", path), "make it writable, or copy it")
	}
	real, err := filepath.EvalSymlinks(path)
	if err != nil {
		return pathError(path, err)
	}
	return a.undisturbed(func() error {
		_, err := a.disk.like(info.Mode().Perm()).putAll([]output{{real, data}})
		return rewriteError(path, err)
	})
}

// rewriteError words the failure to write a note anew.
func rewriteError(path string, err error) error {
	cannot := fmt.Sprintf("%q cannot be written, and is as it was: ", path)
	switch {
	case err == nil:
		return nil
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return usage(cannot+"its folder takes no new files", "ask for the right to write there, or copy the note elsewhere")
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT):
		return failure(cannot+"the disk is full", "free some room, and try again")
	default:
		return failure(cannot+"the disk does not take it", "close it if another program has it open, and try again")
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
		if err := l.rewrite(e.path, e.data); err != nil {
			return err
		}
	}
	if !l.quiet {
		fmt.Fprintf(l.err, "mended %s in %s\n", text.Count(l.mended, "finding"), text.Count(len(l.edits), "file"))
	}
	return nil
}
