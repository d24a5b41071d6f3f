package main

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"briefnote/render"
)

// TestClashes compares what is found by names with what a look at every file
// finds, for files whose names and numbers of notes come close.
func TestClashes(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	refused := 0
	for n := range 300 {
		dir := t.TempDir()
		var files []source
		for range 2 + r.IntN(6) {
			name := filepath.Join(dir, pick(r, "", "a", "b"), pick(r, "x", "x-1", "x-2", "x-1-1", "x-01", "x-", "-1", "y")+pick(r, ".yaml", ".yml", ".txt", ".pdf", ""))
			if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
				t.Fatal(err)
			}
			text := pick(r, badNote, goodNote, goodNote+"---\n"+goodNote, goodNote+"---\n"+goodNote+"---\n"+goodNote, "title: x\n", "")
			if _, err := os.Stat(name); err == nil {
				continue
			}
			if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
				t.Fatal(err)
			}
			files = append(files, source{name: name})
		}
		target := &target{formats: []render.Format{render.Text}, folder: pick(r, "", filepath.Join(dir, "a"), "out")}
		if r.IntN(2) == 0 {
			target.formats = append(target.formats, render.PDF)
		}
		p := &printing{target: target, jobs: 2}
		err := p.refuseClashes(files)
		if want := clash(target, files); (err != nil) != (want != "") {
			t.Errorf("list %d, to %q: %v, want a clash at %q", n, target.folder, err, want)
		}
		if err != nil {
			refused++
		}
	}
	if refused < 50 || refused > 250 {
		t.Errorf("%d of 300 lists are refused; the lists show too little", refused)
	}
}

func pick(r *rand.Rand, from ...string) string { return from[r.IntN(len(from))] }

// clash looks at every file and returns an output in the way of another or of
// a note, or "".
func clash(target *target, files []source) string {
	absolute := target.clashes(nil).absolute
	taken := map[string]bool{}
	for _, s := range files {
		taken[absolute(s.name)] = true
	}
	for _, s := range files {
		n, _ := countNotes(s)
		for _, path := range target.paths(s, n) {
			if path = absolute(path); taken[path] {
				return path
			}
			taken[path] = true
		}
	}
	return ""
}

// TestFewAreRead makes sure that files are only read before their turn if
// their names leave something open.
func TestFewAreRead(t *testing.T) {
	for names, want := range map[string]string{
		"a b c":                     "",
		"a-1 a-2 a-3":               "",
		"a a-1 a-2 b b-01 b-0 b--1": "a",
		"x/a y/a b":                 "",
		"a.yaml a.yml b":            "a.yaml a.yml",
		"a.txt b":                   "a.txt",
		"a.txt a b":                 "a.txt a",
		"a a-2.txt":                 "a a-2.txt",
	} {
		var files []source
		for name := range strings.FieldsSeq(names) {
			files = append(files, source{name: name})
		}
		c := (&target{formats: []render.Format{render.Text}}).clashes(files)
		var got []string
		for _, i := range c.suspects() {
			got = append(got, files[i].name)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("of %s, %q are read; want %s", names, got, want)
		}
	}
}
