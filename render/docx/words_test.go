package docx_test

import (
	"slices"
	"strings"
	"testing"

	"briefnote/internal/doctest"
	"briefnote/render/doc"
	"briefnote/render/docx"
	"briefnote/render/text"
)

// TestSameWords checks that the words of the file are those of the tree, in
// order, a section a document, and that nothing is wrong with it.
func TestSameWords(tt *testing.T) {
	w := writer(tt, "public-safety")
	sameWords(tt, w, book())
	for seed := range uint64(150) {
		sameWords(tt, w, doctest.Random(seed, 2, ""))
		sameWords(tt, w, doctest.Random(seed+1000, 1, ""))
	}
}

func FuzzSameWords(f *testing.F) {
	w := writer(f, "large-print")
	f.Add(uint64(1), "a\u00ADb")
	f.Fuzz(func(tt *testing.T, seed uint64, words string) {
		sameWords(tt, w, doctest.Random(seed, 2, strings.Map(printable, strings.ToValidUTF8(words, ""))))
	})
}

// printable leaves out what notes cannot hold, lest it be compared with what
// stands for it.
func printable(r rune) rune {
	if r < ' ' || r >= 0x7f && r < 0xa0 || r == 0x2028 || r == 0x2029 || r >= 0xFFFE && r <= 0xFFFF {
		return -1
	}
	return r
}

func sameWords(tt *testing.T, w *docx.Writer, docs []*doc.Document) {
	tt.Helper()
	f := read(tt, written(tt, w, docs...))
	sections := f.Sections()
	if len(sections) != len(docs) {
		tt.Fatalf("%d sections of %d documents", len(sections), len(docs))
	}
	for i, d := range docs {
		want, err := text.Words([]*doc.Document{d})
		if err != nil {
			tt.Fatal(err)
		}
		if got := sections[i].Words(); !slices.Equal(got, want) {
			at := 0
			for at < len(got) && at < len(want) && got[at] == want[at] {
				at++
			}
			tt.Fatalf("from word %d on the DOCX says\n%.300q\nand the tree\n%.300q", at, got[at:], want[at:])
		}
		for _, place := range []string{"header", "footer"} {
			said := f.Furniture(sections[i], place)
			for _, line := range slices.Concat(d.Marking, d.Caveats) {
				for _, word := range strings.Fields(line) {
					if !slices.Contains(said, word) {
						tt.Errorf("the %s lacks %q of %q: %q", place, word, line, said)
					}
				}
			}
		}
	}
	if faults := f.Faults(); len(faults) > 0 {
		tt.Fatal(strings.Join(faults, "\n"))
	}
	want, got := []string{}, marks(f)
	for _, d := range docs {
		want = append(want, said(d.Blocks, 0, []string{"•", "–", "•"})...)
	}
	for i := range got {
		if got[i] == "▪" {
			got[i] = "•"
		}
	}
	if !slices.Equal(got, want) {
		tt.Fatalf("Word counts\n%q, and print\n%q", got, want)
	}
}
