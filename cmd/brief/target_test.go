package main

import (
	"path/filepath"
	"testing"

	"briefnote/render"
)

func TestLooksLikeFile(t *testing.T) {
	for path, want := range map[string]bool{
		"note.docx": true, "out/note.pfd": true, "note.PDF": true, "a.b.yaml": true,
		"out": false, "drafts.v2": false, "2026.03": false, ".cache": false, "..": false,
		"../out": false, "notes.d": false, "a.pdf/out": false, ".hidden.odt": true,
	} {
		if got := looksLikeFile(filepath.FromSlash(path)); got != want {
			t.Errorf("looksLikeFile(%q) = %t", path, got)
		}
	}
}

func TestTargetPath(t *testing.T) {
	named, found := source{name: "notes/sea/light.en.yaml"}, source{name: "notes/sea/light.en.yaml", base: "notes"}
	for _, test := range []struct {
		target target
		source source
		i, n   int
		want   string
	}{
		{target{}, named, 0, 1, "notes/sea/light.en.pdf"},
		{target{}, named, 1, 3, "notes/sea/light.en-2.pdf"},
		{target{folder: "out"}, named, 0, 1, "out/light.en.pdf"},
		{target{folder: "out"}, found, 0, 1, "out/sea/light.en.pdf"},
		{target{file: "x/y.pdf"}, found, 0, 1, "x/y.pdf"},
		{target{folder: "out"}, source{name: "../a/b.yaml", base: ".."}, 0, 1, "out/a/b.pdf"},
		{target{folder: "out"}, source{name: "b.yaml", base: "."}, 0, 1, "out/b.pdf"},
		{target{folder: "out"}, source{name: "noextension"}, 0, 1, "out/noextension.pdf"},
		{target{folder: "out"}, source{name: stdinName}, 0, 2, "out/stdin-1.pdf"},
		{target{}, source{name: stdinName}, 0, 1, "stdin.pdf"},
	} {
		if got := filepath.ToSlash(test.target.path(test.source, test.i, test.n, render.PDF)); got != test.want {
			t.Errorf("%+v of %+v: %q, want %q", test.target, test.source, got, test.want)
		}
	}
}
