package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"briefnote/schema"
)

// newFile is a note to be written.
type newFile struct{ path, language string }

// newFiles says where the notes go that "brief new" writes.
func newFiles(k schema.Kind, name string, o *newOptions) ([]newFile, error) {
	switch {
	case name == "":
		name = k.Name
	case isFolder(name) || os.IsPathSeparator(name[len(name)-1]):
		name = filepath.Join(name, k.Name)
	}
	if err := inside(name); err != nil {
		return nil, err
	}
	ext := filepath.Ext(name)
	switch {
	case isYAML(name):
		name = strings.TrimSuffix(name, ext)
	case formatOf(name) != "" || looksLikeFile(name):
		return nil, usage(fmt.Sprintf("a note cannot be called %q", filepath.Base(name)), "call it "+shown(strings.TrimSuffix(filepath.Base(name), ext))+".yaml; brief render makes other files of it")
	default:
		ext = ".yaml"
	}
	if !o.pair {
		return []newFile{{name + ext, o.language}}, nil
	}
	for _, l := range languages() {
		name = strings.TrimSuffix(name, "."+l)
	}
	var files []newFile
	for _, l := range languages() {
		files = append(files, newFile{name + "." + l + ext, l})
	}
	return files, nil
}

// inside refuses a name that leads out of the folder the command runs in, by
// itself or through a link.
func inside(name string) error {
	outside := usage(fmt.Sprintf("%q is outside the folder that the command runs in", name), "name a file in it or below it, or go to the other folder first, with cd")
	here, err := os.Getwd()
	if err != nil {
		return failure("the folder that the command runs in cannot be found", "run it from a folder that exists")
	}
	path, err := filepath.Abs(name)
	if err != nil || !isBelow(here, path) {
		return outside
	}
	real, err := filepath.EvalSymlinks(filepath.Dir(path))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return usage(fmt.Sprintf("there is no folder %q", filepath.Dir(name)), "create it first, or check the spelling")
	case err != nil:
		return pathError(filepath.Dir(name), err)
	}
	if here, err = filepath.EvalSymlinks(here); err != nil || !isBelow(here, filepath.Join(real, filepath.Base(path))) {
		return outside
	}
	return nil
}

// isBelow reports whether a path is one below a folder.
func isBelow(folder, path string) bool {
	rel, err := filepath.Rel(folder, path)
	return err == nil && filepath.IsLocal(rel) && rel != "."
}

// Where the schemas are for editors, in the folder of notes.
const (
	ownFolder    = ".brief" // nothing in it is the user's
	schemaFolder = ownFolder + "/schema"
	noteSchema   = schemaFolder + "/note.json"
)

// schemaPath is where an editor finds the schema, as seen from a folder: the
// one that "brief init" has put there or in a folder above it.
func (a *app) schemaPath(dir string) string {
	up := ""
	for range 32 {
		if _, err := os.Stat(filepath.Join(dir, filepath.FromSlash(up+noteSchema))); err == nil {
			return up + noteSchema
		}
		up += "../"
	}
	return noteSchema
}

// deliverNew writes the notes, and says what to do next.
func (a *app) deliverNew(outputs []output, o *newOptions) error {
	var err error
	if o.force {
		err = placed(a.disk.writeAll(outputs))
	} else {
		err = a.disk.writeNew(outputs)
	}
	if err != nil {
		return err
	}
	var names strings.Builder
	var quoted []string
	for _, f := range outputs {
		names.WriteString(a.named(f.path) + "\n")
		quoted = append(quoted, typed(f.path))
	}
	if a.quiet {
		return nil
	}
	if err := a.say(names.String()); err != nil {
		return err
	}
	list := strings.Join(quoted, " ")
	fmt.Fprintf(a.err, "Write over what stands in [brackets]. \"brief lint %s\" shows what is left.\n", list)
	if _, err := os.Stat(filepath.Join(filepath.Dir(outputs[0].path), filepath.FromSlash(a.schemaPath(filepath.Dir(outputs[0].path))))); err != nil {
		fmt.Fprintln(a.err, "\"brief init\" tells your editor which keys there are.")
	}
	return nil
}

// writeNew writes files where there are none: all of them or none. Nothing is
// written over, even if it appears meanwhile.
func (d disk) writeNew(outputs []output) error {
	for _, o := range outputs {
		if _, err := os.Lstat(o.path); err == nil {
			return usage(fmt.Sprintf("%q is there already, and is left as it is", o.path), "name another file, or write over it with --force")
		}
	}
	for i, o := range outputs {
		if err := d.writeOne(o); err != nil {
			for _, written := range outputs[:i] {
				_ = os.Remove(written.path)
			}
			return placed(outputError(o.path, err))
		}
	}
	return nil
}

// placed takes the flag out of what is said of a place that cannot be written
// to: here, the place is no flag's.
func placed(err error) error {
	var e *exit
	if errors.As(err, &e) {
		e.hint = strings.ReplaceAll(e.hint, " with -o", "")
	}
	return err
}

// writeOne creates a file. One that cannot be written to its end is removed.
func (d disk) writeOne(o output) error {
	w, err := d.create(o.path)
	if err != nil {
		return err
	}
	_, err = w.Write(o.data)
	if closed := w.Close(); err == nil {
		err = closed
	}
	if err != nil {
		_ = os.Remove(o.path)
	}
	return err
}
