package schema

import (
	"bytes"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"briefnote/internal/strictyaml"
)

// TestEncodings holds that a byte-order mark, the line ends of Windows and a
// missing last line end change nothing but places.
func TestEncodings(t *testing.T) {
	for _, path := range notes(t, "testdata/good") {
		if filepath.Base(path) == "windows.yaml" {
			continue // is so itself
		}
		src := read(t, path)
		want := Decode("n.yaml", src)
		for name, other := range map[string][]byte{
			"byte-order mark":  append([]byte("\xef\xbb\xbf"), src...),
			"CRLF":             bytes.ReplaceAll(src, []byte("\n"), []byte("\r\n")),
			"no last line end": bytes.TrimRight(src, "\n"),
		} {
			t.Run(filepath.Base(path)+", "+name, func(t *testing.T) {
				got := Decode("n.yaml", other)
				if len(got.Problems) > 0 || shape(got.Notes) != shape(want.Notes) {
					t.Errorf("reads otherwise\n%s", reportOf(t, got))
				}
			})
		}
	}
}

// TestMark holds that a byte-order mark takes no column.
func TestMark(t *testing.T) {
	f := Decode("n.yaml", []byte("\xef\xbb\xbfkin: binder\n"))
	if got := string(reportOf(t, f)); !strings.HasPrefix(got, "n.yaml:1:1: error[unknown-field]") {
		t.Errorf("got %s", got)
	}
}

// TestTooLarge gives a file of 100 MB, which is refused without being read.
func TestTooLarge(t *testing.T) {
	for size, want := range map[int]int{100_000_000: 1, strictyaml.MaxSize + 1: 1, strictyaml.MaxSize: 0} {
		head := []byte("kind: meeting-report\ntitle: x\nmarking: SECRET\nsummary: x\n#")
		src := append(head, bytes.Repeat([]byte("x"), size-len(head))...)
		f := Decode("n.yaml", src)
		if len(f.Problems) != want || want == 1 && f.Problems[0].Rule != strictyaml.RuleTooLarge {
			t.Errorf("%d bytes: %v", size, f.Problems)
		}
	}
}

// units are pieces of markup; a text of nothing else is hard to read.
var units = []string{
	"*", "* ", "*a ", "**a ", "*a* ", "*a **b ", "a*", "[", "]", "[]", "[a](", "[a](b)", "[a]{", `[a]{s="1`, "[a]{{", "^[", "^[a] ", "[^a] ", "[REDACTED]",
	`\`, `\*`, "{s=", "a  ", "- a\n  ", "| a ", "| a\n  ", "## a\n  ", "a\n\n  ", "1. ", "  - a\n  ", `\[`, "[a [b] ", "_", "`", "<a>", "&amp;", "é",
}

// sizedNote is a report whose summary is a unit again and again.
func sizedNote(unit string, size int) []byte {
	return []byte("kind: meeting-report\ntitle: x\nmarking: SECRET\nsummary: |\n  " + strings.Repeat(unit, size/len(unit)) + "\n")
}

// TestSize reads long texts whose markup is hard to read. How long that takes,
// and how it grows with the size, is for BenchmarkSize to tell.
func TestSize(t *testing.T) {
	for _, unit := range units {
		if f := Decode("n.yaml", sizedNote(unit, 1<<16)); len(f.Notes) != 1 {
			t.Errorf("%q: not read", unit)
		}
	}
}

// BenchmarkSize times each unit at two sizes: four times the size should take
// about four times as long.
func BenchmarkSize(b *testing.B) {
	for _, unit := range units {
		for _, size := range []int{1 << 15, 1 << 17} {
			src := sizedNote(unit, size)
			b.Run(fmt.Sprintf("%s/%d", unit, size), func(b *testing.B) {
				for b.Loop() {
					Decode("n.yaml", src)
				}
			})
		}
	}
}

// TestLevels holds that a marking is known in both languages and any case.
func TestLevels(t *testing.T) {
	for in, want := range map[string]string{
		"unclassified": "UNCLASSIFIED", "Protégé B": "PROTECTED B", "PROTÉGÉ b": "PROTECTED B", "top  secret": "TOP SECRET",
		"Très secret": "TOP SECRET", "secret": "SECRET", "Non classifié": "UNCLASSIFIED", "confidentiel": "CONFIDENTIAL",
	} {
		if l, ok := ParseLevel(in); !ok || l.English != want {
			t.Errorf("%q is %q, want %q", in, l.English, want)
		}
	}
	for _, in := range []string{"", "Protected", "PROTECTED D", "FOUO", "SECRETS"} {
		if l, ok := ParseLevel(in); ok {
			t.Errorf("%q is taken for %q", in, l.English)
		}
	}
}

// FuzzDecode holds the decoder to its word: no panic, findings in words and
// within the file, and texts whose words stand where they say they do.
func FuzzDecode(f *testing.F) {
	for _, dir := range []string{"testdata/good", "testdata/bad", "../samples/drafts", "../samples/fcm-2019"} {
		for _, path := range notes(f, dir) {
			f.Add(read(f, path))
		}
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		file := Decode("n.yaml", src)
		for _, d := range file.Problems {
			if d.Span.Start < 0 || d.Span.End < d.Span.Start || d.Span.End > len(src) {
				t.Errorf("%q is placed at [%d,%d) of %d bytes", d.Message, d.Span.Start, d.Span.End, len(src))
			}
			for _, odd := range []string{"yaml:", "strictyaml", "schema.", "%!", "<nil>", "[]string"} {
				if strings.Contains(d.Message+d.Hint, odd) && !bytes.Contains(src, []byte(odd)) {
					t.Errorf("not words for an author: %q", d.Message)
				}
			}
		}
		for _, note := range file.Notes {
			for text := range Texts(note) {
				if file.Valid() {
					checkInlines(t, text, text.Inlines, text.Start, text.End, src)
				}
			}
		}
	})
}
