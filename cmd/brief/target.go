package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
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

// parseTarget makes sense of --to and -o together.
func parseTarget(o *renderOptions) (*target, error) {
	t := &target{}
	formats, err := parseFormats(o.to)
	if err != nil {
		return nil, err
	}
	ext := formatOf(o.out)
	switch {
	case o.out == "" && o.placed:
		return nil, usage("-o names no place", "name a folder, a file, or - for standard output; in a script, check its variables")
	case o.out == "-":
		t.stdout = true
	case o.out == "" || isFolder(o.out) || os.IsPathSeparator(o.out[len(o.out)-1]):
		t.folder = o.out
	case ext != "":
		t.file = o.out
	case looksLikeFile(o.out):
		return nil, unknownFormat(filepath.Ext(o.out)[1:], fmt.Sprintf("; for a folder of that name, write %q", o.out+string(filepath.Separator)))
	default:
		t.folder = o.out
	}
	switch {
	case len(formats) > 0:
		t.formats = formats
	case t.file != "":
		t.formats = []render.Format{ext}
	default:
		t.formats = []render.Format{render.PDF}
	}
	return t, t.checkFormats(ext)
}

// parseFormats reads the values of --to, each a list with commas. Without any
// there are no formats.
func parseFormats(lists []string) ([]render.Format, error) {
	var formats []render.Format
	for _, list := range lists {
		for name := range strings.SplitSeq(list, ",") {
			name = strings.TrimSpace(name)
			f, err := render.ParseFormat(strings.ToLower(name))
			if err != nil {
				return nil, unknownFormat(name, "")
			}
			if !slices.Contains(formats, f) {
				formats = append(formats, f)
			}
		}
	}
	return formats, nil
}

// unknownFormat words the error for a mistyped format. Something may be added
// to the list of those there are.
func unknownFormat(name, more string) error {
	names := render.FormatNames()
	return usage(fmt.Sprintf("there is no format %q", name), suggest(name, names, "the formats are "+strings.Join(names, ", ")+more))
}

// formatOf returns the format that a file's name ends in, or "".
func formatOf(path string) render.Format {
	f := render.Format(strings.ToLower(strings.TrimPrefix(filepath.Ext(path), ".")))
	if slices.Contains(render.Formats(), f) {
		return f
	}
	return ""
}

// looksLikeFile reports whether a name ends as those of files do, as in
// note.docx or note.pfd, and unlike the folders drafts.v2 and 2026.03: a folder
// made of a mistyped file would be a surprise.
func looksLikeFile(path string) bool {
	base := strings.TrimLeft(filepath.Base(path), ".")
	return regexp.MustCompile(`^\.[A-Za-z]{3,4}$`).MatchString(filepath.Ext(base))
}

// checkFormats refuses formats that do not fit the place.
func (t *target) checkFormats(ext render.Format) error {
	switch {
	case !t.single():
		return nil
	case len(t.formats) != 1:
		return usage(fmt.Sprintf("-o %s takes one format, not %d", t, len(t.formats)), "name a folder with -o, or one format with --to")
	case t.file != "" && t.formats[0] != ext:
		return usage(fmt.Sprintf("-o %s and --to %s do not fit", t, t.formats[0]), "give the file the extension of its format, or leave --to out")
	}
	return nil
}

// single reports whether there is a place for one output only.
func (t *target) single() bool { return t.stdout || t.file != "" }

// String returns the target as it was written after -o.
func (t *target) String() string {
	if t.stdout {
		return "-"
	}
	return shown(t.file + t.folder)
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
	name, dir := stem(s.name), filepath.Dir(s.name)
	if s.name == stdinName {
		name, dir = "stdin", "."
	}
	if t.folder != "" {
		dir = filepath.Join(t.folder, below(s, dir))
	}
	return filepath.Join(dir, numbered(name, i, n)+"."+string(f))
}

// numbered names note i of n of a file, STEM-1 and so on if there are several.
func numbered(stem string, i, n int) string {
	if n == 1 {
		return stem
	}
	return stem + "-" + strconv.Itoa(i+1)
}

// unnumbered takes the number from the name of one of several notes. Without
// such a number there is no name.
func unnumbered(name string) string {
	i := strings.LastIndexByte(name, '-')
	n, err := strconv.Atoi(name[i+1:])
	if i < 0 || err != nil || n < 1 || numbered(name[:i], n-1, n+1) != name {
		return ""
	}
	return name[:i]
}

// below returns the folder of a source as seen from the folder that the user
// named, or "" if it was the file that was named.
func below(s source, dir string) string {
	rel, err := filepath.Rel(s.base, dir)
	if s.base == "" || err != nil {
		return ""
	}
	return rel
}

// paths lists the outputs of a file of n notes, note by note. There are none on
// standard output.
func (t *target) paths(s source, n int) []string {
	var out []string
	for i := range n {
		for _, f := range t.formats {
			if !t.stdout {
				out = append(out, t.path(s, i, n, f))
			}
		}
	}
	return out
}
