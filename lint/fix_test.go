package lint

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"briefnote/diag"
	"briefnote/schema"
)

// mended mends a file until there is nothing more to mend.
func mended(f *schema.File, opts *Options) *schema.File {
	for range 10 {
		src, done := Fix(f, FindIgnores(f, All()).Filter(New(nil).File(f, opts)))
		if len(done) == 0 {
			break
		}
		f = schema.Decode(f.Name, src)
	}
	return f
}

// TestFixSamples mends every sample: the note stays valid, its severances stay
// as they are, and a second time changes nothing.
func TestFixSamples(t *testing.T) {
	paths, err := filepath.Glob("../samples/*/*.yaml")
	if err != nil || len(paths) < 30 {
		t.Fatal(paths, err)
	}
	for _, path := range paths {
		src, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		f := schema.Decode(path, src)
		opts := &Options{Profile: ProfileDraft}
		once := mended(f, opts)
		if !once.Valid() {
			t.Errorf("%s is broken: %v", path, once.Problems)
			continue
		}
		if before, after := readingsOf(f).severances, readingsOf(once).severances; len(before) != len(after) {
			t.Errorf("%s had %d severances and has %d", path, len(before), len(after))
		}
		if twice := mended(once, opts); !bytes.Equal(once.Source, twice.Source) {
			t.Errorf("%s is mended further the second time", path)
		}
	}
}

// TestFixRefuses makes sure that edits that do harm are left out, and the
// others are made all the same.
func TestFixRefuses(t *testing.T) {
	src := []byte("kind: meeting-report\ntitle: One two\nmarking: SECRET\nsummary: Three four [REDACTED] five.\n")
	at := func(words, to, path string) diag.Diagnostic {
		i := bytes.Index(src, []byte(words))
		span := diag.Span{File: "n.yaml", Start: i, End: i + len(words)}
		return diag.Diagnostic{Span: span, Path: path, Fix: []diag.Edit{{Span: span, Text: to}}}
	}
	f := schema.Decode("n.yaml", src)
	got, done := Fix(f, []diag.Diagnostic{
		at("two", "2", "/title"),
		at("SECRET", "UNCLASSIFIED", "/title"), // another value than the finding's
		at("Three", "Three: and", "/summary"),  // no longer YAML
		at("REDACTED", "redacted", "/summary"), // a severance
		at("five", "5", "/summary"),
	})
	want := "kind: meeting-report\ntitle: One 2\nmarking: SECRET\nsummary: Three four [REDACTED] 5.\n"
	if string(got) != want || len(done) != 2 {
		t.Errorf("%d mended:\n%s\nwant\n%s", len(done), got, want)
	}
}

// FuzzFix proves of any note that mending leaves it valid and its severances
// as they were, and that a second time changes nothing.
func FuzzFix(f *testing.F) {
	for _, pattern := range []string{"../samples/*/*.yaml", "testdata/*/bad*.yaml"} {
		paths, err := filepath.Glob(pattern)
		if err != nil || len(paths) == 0 {
			f.Fatal("no notes to start from", err)
		}
		for _, path := range paths {
			src, err := os.ReadFile(path)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(src)
		}
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		file := schema.Decode("n.yaml", src)
		if !file.Valid() || len(file.Notes) == 0 || len(src) > 64<<10 {
			t.Skip()
		}
		opts := &Options{Profile: ProfileDraft}
		once := mended(file, opts)
		if !once.Valid() {
			t.Fatalf("mended, it is no longer valid: %v\n%s", once.Problems, once.Source)
		}
		before, after := readingsOf(file), readingsOf(once)
		if len(before.scalars) != len(after.scalars) || len(before.severances) != len(after.severances) {
			t.Fatalf("mending changed more than words:\n%s", once.Source)
		}
		if twice := mended(once, opts); !bytes.Equal(once.Source, twice.Source) {
			t.Fatalf("mended further the second time:\n%s\n---\n%s", once.Source, twice.Source)
		}
	})
}
