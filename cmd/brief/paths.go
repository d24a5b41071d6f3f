package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"

	"briefnote/diag"
	"briefnote/internal/strictyaml"
)

// stdinName is what standard input is called in findings.
const stdinName = "<stdin>"

// source is a file of notes as it was read.
type source struct {
	name string // as shown: the path as the user would write it
	base string // the folder it was found from; "" for a file that was named
	data []byte
}

// sources reads the files that the paths mean, each once.
func (a *app) sources(paths []string) ([]source, error) {
	if len(paths) == 0 {
		return nil, usage("no note is named", "name a file, a folder, or - for standard input")
	}
	var out []source
	seen := map[string]bool{}
	for _, path := range paths {
		found, err := a.pathSources(path)
		if err != nil {
			return nil, err
		}
		for _, s := range found {
			if !seen[s.name] {
				seen[s.name] = true
				out = append(out, s)
			}
		}
	}
	if len(out) == 0 {
		return nil, usage("there is no note in "+strings.Join(paths, ", "), `a note is a .yaml file whose first line says its kind, such as "kind: briefing-note"`)
	}
	return out, nil
}

func (a *app) pathSources(path string) ([]source, error) {
	if path == "-" {
		data, err := limited(a.in)
		if err != nil {
			return nil, failure("standard input cannot be read", "")
		}
		return []source{{name: stdinName, data: data}}, nil
	}
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, pathError(path, err)
	case info.IsDir():
		return folderSources(path)
	}
	data, err := readFile(path)
	if err != nil {
		return nil, pathError(path, err)
	}
	return []source{{name: path, data: data}}, nil
}

// pathError words the failure to open what the user named.
func pathError(path string, err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return usage(fmt.Sprintf("there is no file or folder %q", path), nearbyHint(path))
	case errors.Is(err, fs.ErrPermission):
		return usage(fmt.Sprintf("%q cannot be read: permission is denied", path), "ask its owner for access")
	default:
		return usage(fmt.Sprintf("%q cannot be read", path), "check that it is a file or folder on this machine")
	}
}

// nearbyHint suggests a file of the same folder for a mistyped name.
func nearbyHint(path string) string {
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		return fmt.Sprintf("the folder %q does not exist either", filepath.Dir(path))
	}
	var names []string
	for _, e := range entries {
		if e.IsDir() || isYAML(e.Name()) {
			names = append(names, e.Name())
		}
	}
	if near, ok := diag.Nearest(filepath.Base(path), names); ok {
		return fmt.Sprintf("did you mean %q?", filepath.Join(filepath.Dir(path), near))
	}
	return "check the spelling, and the folder you are in"
}

// folderSources reads the notes below a folder in the order of their names.
// Hidden folders and symbolic links are left out.
func folderSources(root string) ([]source, error) {
	var out []source
	err := filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return pathError(path, err)
		case e.IsDir():
			if path != root && strings.HasPrefix(e.Name(), ".") {
				return fs.SkipDir
			}
			return nil
		case !e.Type().IsRegular() || !isYAML(e.Name()):
			return nil
		}
		data, err := readFile(path)
		if err != nil {
			return pathError(path, err)
		}
		if isNote(data) {
			out = append(out, source{name: path, base: root, data: data})
		}
		return nil
	})
	return out, err
}

func isYAML(name string) bool {
	ext := strings.ToLower(filepath.Ext(name))
	return ext == ".yaml" || ext == ".yml"
}

var (
	kindKey = lazily(`(?m)^(?:\x{feff})?["']?kind["']?[ \t]*:`)
	apiKey  = lazily(`(?m)^["']?apiVersion["']?[ \t]*:`)
)

// isNote tells a note from other YAML in a folder by its lines, so that one
// that is broken is still taken for a note: a kind at the root, and no
// apiVersion, as the files of Kubernetes have beside theirs. A file in UTF-16
// is looked at as if it were text.
func isNote(data []byte) bool {
	if bytes.HasPrefix(data, []byte("\xff\xfe")) || bytes.HasPrefix(data, []byte("\xfe\xff")) {
		data = bytes.ReplaceAll(data[2:], []byte{0}, nil)
	}
	return kindKey().Match(data) && !apiKey().Match(data)
}

// readFile reads a file, but not much more of it than a note may have.
func readFile(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return limited(f)
}

func limited(r io.Reader) ([]byte, error) {
	return io.ReadAll(io.LimitReader(r, strictyaml.MaxSize+1))
}

// lazily returns a regular expression that is compiled when it is first used.
func lazily(expr string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}
