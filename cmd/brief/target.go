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
	ext := strings.ToLower(strings.TrimPrefix(filepath.Ext(path), "."))
	if f, err := render.ParseFormat(ext); err == nil {
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
	if n > 1 {
		name += "-" + strconv.Itoa(i+1)
	}
	if t.folder != "" {
		dir = filepath.Join(t.folder, below(s, dir))
	}
	return filepath.Join(dir, name+"."+string(f))
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

// check refuses a run in which an output would be written twice or over a
// note, before anything is written.
func (t *target) check(jobs []*job) error {
	count := 0
	notes := map[string]string{}
	for _, j := range jobs {
		count += max(1, len(j.file.Notes))
		notes[absolute(j.name)] = j.name
	}
	if t.single() && count > 1 {
		return usage(fmt.Sprintf("-o %s takes one note, and here are %d", t, count), "name a folder with -o, or only one note")
	}
	taken := map[string]string{} // output → its note
	for _, j := range jobs {
		for _, path := range t.paths(j) {
			key := absolute(path)
			if note, ok := notes[key]; ok {
				return usage(fmt.Sprintf("%s would be written over the note %s", shown(path), shown(note)), "name another place with -o")
			}
			if other, ok := taken[key]; ok {
				return usage(fmt.Sprintf("%s and %s would both be written to %s", shown(other), shown(j.name), shown(path)),
					"print them one by one, each with its own -o")
			}
			taken[key] = j.name
		}
	}
	return nil
}

// paths lists the outputs of a file, note by note. There are none on standard
// output.
func (t *target) paths(j *job) []string {
	var out []string
	for i := range j.file.Notes {
		for _, f := range t.formats {
			if !t.stdout {
				out = append(out, t.path(j.source, i, len(j.file.Notes), f))
			}
		}
	}
	return out
}

// absolute makes different spellings of a path the same, as far as that can
// be done without looking at the disk.
func absolute(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		return abs
	}
	return filepath.Clean(path)
}
