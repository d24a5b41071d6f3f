package schema

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"

	"briefnote/diag"
	"briefnote/internal/strictyaml"
)

// Included is the notes that a binder binds, and the files they came from.
type Included struct {
	Tabs     [][]Note // a tab each, in order; a file of several notes gives all of them
	Files    []*File
	Problems []diag.Diagnostic // of the includes, of the files included, and of the binder's marking
}

// Include reads the notes of a binder's tabs. Paths count from the binder's
// own folder, fsys, and stay inside it; file names in findings are folder and
// path joined. fsys must refuse to follow symbolic links out of itself, as
// that of os.Root does. self is the binder's own name in fsys.
func (b *Binder) Include(fsys fs.FS, folder, self string) Included {
	in := &includer{fsys: fsys, folder: folder, self: path.Clean(self), d: &strictyaml.Decoder{}, read: map[string]*File{}}
	for i := range b.Tabs {
		in.out.Tabs = append(in.out.Tabs, in.tab(&b.Tabs[i]))
	}
	b.checkMarking(in.d, in.out.Tabs)
	in.out.Problems = append(in.out.Problems, in.d.Problems...)
	return in.out
}

type includer struct {
	fsys         fs.FS
	folder, self string
	d            *strictyaml.Decoder
	read         map[string]*File
	out          Included
}

// tab reads the notes of one tab.
func (in *includer) tab(t *Tab) []Note {
	name := strings.ReplaceAll(t.Include.Value, `\`, "/")
	if name == "" {
		return nil // reported as missing
	}
	name = path.Clean(name)
	switch {
	case path.IsAbs(name) || strings.Contains(name, ":") || name == ".." || strings.HasPrefix(name, "../"):
		in.outside(t)
		return nil
	case name == in.self:
		in.report(t, strictyaml.RuleValue, "the binder includes itself", "name one of its notes")
		return nil
	}
	f, known := in.read[name]
	if !known {
		f = in.file(t, name)
		in.read[name] = f
	}
	if f == nil {
		return nil
	}
	var notes []Note
	for _, n := range f.Notes {
		if _, nested := n.(*Binder); nested {
			in.report(t, strictyaml.RuleValue, fmt.Sprintf("%q is a binder, and a binder cannot stand in another", t.Include.Value), "include its notes one by one")
			continue
		}
		notes = append(notes, n)
	}
	return notes
}

// file reads and decodes a file, or reports why it cannot.
func (in *includer) file(t *Tab, name string) *File {
	src, err := readAll(in.fsys, name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		in.report(t, RuleIncludeNotFound, fmt.Sprintf("there is no file %q", t.Include.Value), in.nearby(name))
		return nil
	case errors.Is(err, fs.ErrPermission):
		in.report(t, RuleIncludeNotFound, fmt.Sprintf("%q cannot be read: permission is denied", t.Include.Value), "ask its owner for access")
		return nil
	case errors.Is(err, errNotFile):
		in.report(t, RuleIncludeNotFound, fmt.Sprintf("%q is not a file", t.Include.Value), "name a note")
		return nil
	case err != nil: // what is left is a symbolic link that leads out
		in.outside(t)
		return nil
	}
	f := Decode(path.Join(in.folder, name), src)
	in.out.Files = append(in.out.Files, f)
	in.out.Problems = append(in.out.Problems, f.Problems...)
	return f
}

func (in *includer) outside(t *Tab) {
	in.report(t, RuleIncludeNotFound, fmt.Sprintf("%q is outside the folder of the binder", t.Include.Value), "move the note into the folder, and name it from there")
}

func (in *includer) report(t *Tab, rule, message, hint string) {
	in.d.Report(rule, t.Include.Span, t.Include.Pointer, message, hint)
}

// nearby suggests a note of the same folder for a mistyped path.
func (in *includer) nearby(name string) string {
	entries, err := fs.ReadDir(in.fsys, path.Dir(name))
	if err != nil {
		return "check the path: it counts from the binder's own folder"
	}
	var names []string
	for _, e := range entries {
		if ext := path.Ext(e.Name()); ext == ".yaml" || ext == ".yml" {
			names = append(names, path.Join(path.Dir(name), e.Name()))
		}
	}
	if hint := diag.DidYouMean(name, names); hint != "" {
		return hint
	}
	return "check the path: it counts from the binder's own folder"
}

var errNotFile = errors.New("not a regular file")

// readAll reads a file, but not much more of it than a note may have.
func readAll(fsys fs.FS, name string) ([]byte, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close() //nolint:errcheck // nothing was written
	if info, err := f.Stat(); err != nil || !info.Mode().IsRegular() {
		return nil, errNotFile
	}
	return io.ReadAll(io.LimitReader(f, strictyaml.MaxSize+1))
}
