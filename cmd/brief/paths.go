package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"

	"briefnote/diag"
	"briefnote/internal/strictyaml"
	"briefnote/render"
)

// stdinName is what standard input is called in findings.
const stdinName = "<stdin>"

// source is a file that is named, or that was found in a folder and is called
// as notes are. It is read when its turn comes.
type source struct {
	name string // as shown: the path as the user would write it
	base string // the folder it was found from; "" for a file that was named
	data []byte // what it holds: at once for standard input, else once it is read
}

// read returns the source with its data, and whether it is a note: what is
// named is, what is found in a folder only if it looks like one.
func (s source) read() (_ source, note bool, err error) {
	if s.name != stdinName {
		if s.data, err = readFile(s.name); err != nil {
			return s, true, pathError(s.name, err)
		}
	}
	return s, s.base == "" || isNote(s.data), nil
}

// sources lists the files that the paths mean, each once. Some of those found
// in folders may not be notes, but at least one of all files is.
func (a *app) sources(paths []string) ([]source, error) {
	if len(paths) == 0 {
		return nil, usage("no note is named", "name a file, a folder, or - for standard input")
	}
	var out []source
	for _, path := range paths {
		found, err := a.pathSources(path)
		if err != nil {
			return nil, err
		}
		out = append(out, found...)
	}
	if len(paths) > 1 {
		seen := map[string]bool{}
		out = slices.DeleteFunc(out, func(s source) bool {
			key := filepath.Clean(s.name)
			again := seen[key]
			seen[key] = true
			return again
		})
	}
	// What is named is a note. One that cannot be read may be, and is complained
	// about in its turn.
	if !slices.ContainsFunc(out, func(s source) bool {
		if s.base == "" {
			return true
		}
		_, note, _ := s.read()
		return note
	}) {
		return nil, noNote(paths)
	}
	return out, nil
}

// noNote words the error for folders without a note.
func noNote(paths []string) error {
	var quoted []string
	for _, p := range paths {
		quoted = append(quoted, fmt.Sprintf("%q", p))
	}
	return usage("there is no note in "+strings.Join(quoted, ", "),
		`a note is a .yaml or .yml file that has its kind at the start of a line, such as "kind: briefing-note"`)
}

func (a *app) pathSources(path string) ([]source, error) {
	if path == "-" {
		data, err := limited(a.in)
		if err != nil {
			return nil, failure("standard input cannot be read", "check where it comes from, or name a file")
		}
		return []source{{name: stdinName, data: data}}, nil
	}
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return folderSources(path)
	}
	if f := formatOf(path); f != "" && f != render.Text { // a note may be called .txt, as some editors have it
		return nil, usage(fmt.Sprintf("%q is no note", path), documentHint(path))
	}
	f, err := openFile(path)
	if err != nil {
		return nil, pathError(path, err)
	}
	_ = f.Close() // nothing was written
	return []source{{name: path}}, nil
}

// documentHint says what may have been meant by a document in place of a note.
func documentHint(path string) string {
	for _, ext := range []string{".yaml", ".yml"} {
		note := strings.TrimSuffix(path, filepath.Ext(path)) + ext
		if _, err := os.Stat(note); err == nil {
			return fmt.Sprintf("its note may be %q; what \"brief render\" prints is named with -o", note)
		}
	}
	return "name the .yaml file that it was printed from; what \"brief render\" prints is named with -o"
}

// folderSources lists the files below a folder that are called as notes are,
// in the order of their names. Hidden folders and symbolic links are left out.
func folderSources(root string) ([]source, error) {
	var out []source
	// The folder itself may be a link, since the user named it. The separator
	// after its name has the walk follow it.
	start := root + string(filepath.Separator)
	err := filepath.WalkDir(start, func(path string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return pathError(path, err)
		case e.IsDir():
			if path != start && strings.HasPrefix(e.Name(), ".") {
				return fs.SkipDir
			}
			return nil
		case !e.Type().IsRegular() || !isYAML(e.Name()):
			return nil
		}
		out = append(out, source{name: path, base: root})
		return nil
	})
	return out, err
}

func isYAML(name string) bool {
	ext := strings.ToLower(filepath.Ext(name))
	return ext == ".yaml" || ext == ".yml"
}

// isNote tells a note from other YAML in a folder by its lines, so that one
// that is broken is still taken for a note: a kind at the root, and no
// apiVersion, as the files of Kubernetes have beside theirs. A file in UTF-16
// is looked at as if it were text.
func isNote(data []byte) bool {
	if bytes.HasPrefix(data, []byte("\xff\xfe")) || bytes.HasPrefix(data, []byte("\xfe\xff")) {
		data = bytes.ReplaceAll(data[2:], []byte{0}, nil)
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	kind := false
	for line := range bytes.Lines(data) {
		switch rootKey(line) {
		case "apiVersion":
			return false
		case "kind":
			kind = true
		}
	}
	return kind
}

// rootKey returns the key that a line has at its very start, or "".
func rootKey(line []byte) string {
	key, _, found := bytes.Cut(line, []byte(":"))
	if !found {
		return ""
	}
	return strings.Trim(strings.TrimRight(string(key), " \t"), `"'`)
}

// errNoFile says that a path leads to something that is no file: a folder, a
// device, or a pipe, which might be read for ever.
var errNoFile = errors.New("not a file")

// openFile opens a file, and nothing else that has a name.
func openFile(path string) (*os.File, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, errNoFile
	}
	return os.Open(path)
}

// readFile reads a file, but not much more of it than a note may have.
func readFile(path string) ([]byte, error) {
	f, err := openFile(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	size := 0
	if info, err := f.Stat(); err == nil && info.Size() <= strictyaml.MaxSize {
		size = int(info.Size())
	}
	// Room for one byte more: reading it finds the end.
	b := bytes.NewBuffer(make([]byte, 0, size+bytes.MinRead))
	_, err = b.ReadFrom(io.LimitReader(f, strictyaml.MaxSize+1))
	return b.Bytes(), err
}

func limited(r io.Reader) ([]byte, error) {
	return io.ReadAll(io.LimitReader(r, strictyaml.MaxSize+1))
}

// pathError words the failure to read what the user named.
func pathError(path string, err error) error {
	quoted := fmt.Sprintf("%q", path)
	switch {
	case path == "":
		return usage("one of the paths is empty", "name a file, a folder, or - for standard input; in a script, check its variables")
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, syscall.ENOTDIR):
		return missing(path)
	case errors.Is(err, errNoFile):
		return usage(quoted+" is no file that can be read", "name a file on disk; to read from a pipe, name - and send it to standard input")
	case errors.Is(err, fs.ErrPermission):
		return usage(quoted+" cannot be read: permission is denied", "ask its owner for access")
	case errors.Is(err, syscall.ENAMETOOLONG):
		return usage("there can be no file with so long a name: "+quoted, "check the spelling")
	case errors.Is(err, syscall.ELOOP):
		return usage(quoted+" is a link that leads in a circle", "name the file itself")
	case errors.Is(err, syscall.EIO):
		return failure(quoted+" cannot be read: the disk reports an error", "copy it to another disk, and try again")
	default:
		return usage(quoted+" cannot be read", "check that it is a file or folder on this machine")
	}
}

// missing words the error for a path that leads nowhere.
func missing(path string) error {
	if _, err := os.Lstat(path); err == nil {
		return usage(fmt.Sprintf("%q is a link to something that is not there", path), "name the file itself")
	}
	return usage(fmt.Sprintf("there is no file or folder %q", path), nearbyHint(path))
}

// nearbyHint suggests a file of the same folder for a mistyped name.
func nearbyHint(path string) string {
	if strings.ContainsAny(path, "*?") {
		return "name the folder to take all of its notes"
	}
	if slices.Contains(render.FormatNames(), strings.ToLower(path)) {
		return "several formats have commas between them: --to pdf,docx"
	}
	dir := filepath.Dir(path)
	entries, err := os.ReadDir(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Sprintf("there is no folder %q either", dir)
	case err != nil:
		return fmt.Sprintf("%q is not a folder", dir)
	}
	var names []string
	for _, e := range entries {
		if e.IsDir() || isYAML(e.Name()) {
			names = append(names, e.Name())
		}
	}
	if near, ok := diag.Nearest(filepath.Base(path), names); ok {
		return fmt.Sprintf("did you mean %q?", filepath.Join(dir, near))
	}
	return "check the spelling, and the folder you are in"
}

// stem is a path without folder and extension.
func stem(path string) string {
	base := filepath.Base(path)
	return base[:len(base)-len(filepath.Ext(base))]
}
