package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"briefnote/render"
)

// target says where outputs go.
type target struct {
	formats []render.Format
	stdout  bool   // -o -
	file    string // -o FILE.ext: one note, one format
	folder  string // -o DIR; "" is beside the note
}

// parseTarget makes sense of --to and -o together. given says whether --to was written.
func parseTarget(to []string, given bool, o string) (*target, error) {
	t := &target{}
	for _, name := range to {
		f, err := render.ParseFormat(strings.TrimSpace(name))
		if err != nil {
			return nil, usage(err.Error(), "")
		}
		if !slices.Contains(t.formats, f) {
			t.formats = append(t.formats, f)
		}
	}
	ext, err := render.ParseFormat(strings.TrimPrefix(filepath.Ext(o), "."))
	switch {
	case o == "-":
		t.stdout = true
	case err == nil && !isFolder(o) && !strings.HasSuffix(o, string(filepath.Separator)):
		t.file = o
		if !given {
			t.formats = []render.Format{ext}
		}
		if len(t.formats) == 1 && t.formats[0] != ext {
			return nil, usage(fmt.Sprintf("-o %s and --to %s do not fit", o, t.formats[0]), "give the file the extension of its format, or leave --to out")
		}
	default:
		t.folder = o
	}
	if len(t.formats) != 1 && (t.stdout || t.file != "") {
		return nil, usage(fmt.Sprintf("-o %s takes one format, not %d", o, len(t.formats)), "name a folder with -o, or one format with --to")
	}
	return t, nil
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// path returns where note i of n of a file goes in a format.
func (t *target) path(s source, i, n int, f render.Format) string {
	if t.file != "" {
		return t.file
	}
	name := stem(s.name)
	if s.name == stdinName {
		name = "stdin"
	}
	if n > 1 {
		name += "-" + strconv.Itoa(i+1)
	}
	name += "." + string(f)
	dir := filepath.Dir(s.name)
	if s.name == stdinName {
		dir = "."
	}
	if t.folder != "" {
		below := "."
		if s.base != "" {
			if rel, err := filepath.Rel(s.base, dir); err == nil {
				below = rel
			}
		}
		dir = filepath.Join(t.folder, below)
	}
	return filepath.Join(dir, name)
}
