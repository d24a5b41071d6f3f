package render

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"briefnote/internal/docxread"
	"briefnote/render/doc"
	"briefnote/render/text"
	"briefnote/schema"
)

// TestSamplesAsDOCX prints every sample and edge case in every house style, and
// checks of the DOCX that it says, document for document and in order, what the
// text form says, and that nothing is wrong with it.
func TestSamplesAsDOCX(t *testing.T) {
	for _, style := range []string{DefaultStyle, "large-print"} {
		r, problems, err := New(Options{Style: style})
		if err != nil || len(problems) > 0 {
			t.Fatal(err, problems)
		}
		files := 0
		for _, path := range noteFiles(t, "../samples", "../conformance/notes") {
			for _, book := range booksOf(t, r, path) {
				files++
				sameAsText(t, style+", "+path, book)
			}
		}
		if files < 50 {
			t.Errorf("%d files, want more", files)
		}
	}
}

// noteFiles returns the notes below some folders.
func noteFiles(t *testing.T, folders ...string) []string {
	t.Helper()
	var out []string
	for _, folder := range folders {
		err := filepath.WalkDir(folder, func(path string, _ fs.DirEntry, err error) error {
			if filepath.Ext(path) == ".yaml" {
				out = append(out, path)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return out
}

func decoded(t *testing.T, path string) []schema.Note {
	t.Helper()
	src, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	f := schema.Decode(path, src)
	if !f.Valid() {
		t.Fatalf("%s: %s", path, f.Problems[0].Message)
	}
	return f.Notes
}

// booksOf returns what a file prints: a book a note, or that of a binder.
func booksOf(t *testing.T, r *Renderer, path string) []*Book {
	t.Helper()
	var out []*Book
	for _, n := range decoded(t, path) {
		var book *Book
		var err error
		if b, binder := n.(*schema.Binder); binder {
			var tabs [][]schema.Note
			for _, tab := range b.Tabs {
				tabs = append(tabs, decoded(t, filepath.Join(filepath.Dir(path), filepath.FromSlash(tab.Include.Value))))
			}
			book, _, err = r.Binder(b, tabs)
		} else {
			book, _, err = r.Book([]schema.Note{n})
		}
		if err != nil {
			t.Fatal(path, err)
		}
		out = append(out, book)
	}
	return out
}

// sameAsText compares a DOCX with the text form of the same book.
func sameAsText(t *testing.T, name string, book *Book) {
	t.Helper()
	var out bytes.Buffer
	if err := book.Write(&out, DOCX); err != nil {
		t.Fatal(name, err)
	}
	f, err := docxread.Open(out.Bytes())
	if err != nil {
		t.Fatal(name, err)
	}
	for _, fault := range append(f.Faults(), skipped(f)...) {
		t.Errorf("%s: %s", name, fault)
	}
	sections := f.Sections()
	if len(sections) != len(book.docs) {
		t.Fatalf("%s: %d sections, and %d documents", name, len(sections), len(book.docs))
	}
	for i, d := range book.docs {
		want, err := text.Words([]*doc.Document{d})
		if err != nil {
			t.Fatal(name, err)
		}
		if got := sections[i].Words(); !slices.Equal(got, want) {
			at := 0
			for at < len(got) && at < len(want) && got[at] == want[at] {
				at++
			}
			t.Errorf("%s: from word %d of section %d on the DOCX says %.200q, and the text %.200q", name, at+1, i+1, got[at:], want[at:])
		}
		marked(t, name, f, sections[i], d)
	}
}

// marked checks that every page bears the document's marking, its caveats and
// the word of a draft.
func marked(t *testing.T, name string, f *docxread.File, s docxread.Section, d *doc.Document) {
	t.Helper()
	head, foot := f.Furniture(s, "header"), f.Furniture(s, "footer")
	for _, line := range slices.Concat(d.Marking, d.Caveats) {
		for _, word := range strings.Fields(line) {
			if !slices.Contains(head, word) || !slices.Contains(foot, word) {
				t.Errorf("%s: header %q and footer %q, want both to say %q", name, head, foot, line)
			}
		}
	}
	if d.Draft != "" && !slices.Contains(head, d.Draft) {
		t.Errorf("%s: the header is %q, want %s in it", name, head, d.Draft)
	}
	if d.Place != nil && !slices.Contains(foot, d.Place.Stamps.String()) {
		t.Errorf("%s: the footer is %q, want %s in it", name, foot, d.Place.Stamps)
	}
}

// skipped reports headings that are more than a level below the one before.
func skipped(f *docxread.File) []string {
	levels := map[string]int{}
	for _, s := range f.Root("word/styles.xml").Find("w:style") {
		if l := s.Kid("w:pPr").Kid("w:outlineLvl"); l != nil {
			levels[s.Attr["w:styleId"]] = int(l.Val()[0]-'0') + 1
		}
	}
	var faults []string
	last := 0
	for _, p := range f.Root("word/document.xml").Find("w:pStyle") {
		level := levels[p.Val()]
		if level > last+1 {
			faults = append(faults, "a heading "+p.Val()+" under one that is more than a level above it")
		}
		if level > 0 {
			last = level
		}
	}
	return faults
}
