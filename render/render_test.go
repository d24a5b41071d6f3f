package render

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"briefnote/render/layout"
	"briefnote/schema"
)

func renderer(t *testing.T) *Renderer {
	t.Helper()
	r, problems, err := New(Options{Style: DefaultStyle, Date: time.Unix(1_700_000_000, 0)})
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	return r
}

// TestUncovered checks that a character that would print as a box is found at
// its very place, wherever in the note it stands.
func TestUncovered(t *testing.T) {
	const form = `kind: meeting-report
title: Report %s
marking: UNCLASSIFIED
summary: >-
  One line and
  another **bold %[1]s end**.
`
	for _, c := range []struct {
		name, text, marked, message string
	}{
		{"emoji", "😀", "😀", "no font of the house style has"},
		{"Arabic", "سلام", "سلام", "cannot be printed rightly"},
		{"Hebrew", "שלום", "שלום", "cannot be printed rightly"},
		{"Chinese", "中", "中", "no font"},
		{"decomposed accent", "e\u0301te\u0301", "", ""},
		{"French", "«\u00a0où\u00a0» œuvre €", "", ""},
		{"Inuktitut, Greek, Cyrillic", "ᐃᓄᒃᑎᑐᑦ αβγ Київ", "", ""},
	} {
		src := fmt.Sprintf(form, c.text)
		f := schema.Decode("n.yaml", []byte(src))
		if !f.Valid() {
			t.Fatal(c.name, f.Problems)
		}
		_, found, err := renderer(t).Book(f.Notes)
		if err != nil {
			t.Fatal(err)
		}
		if c.marked == "" {
			if len(found) > 0 {
				t.Errorf("%s: refused: %v", c.name, found)
			}
			continue
		}
		if len(found) < 2 {
			t.Fatalf("%s: %d findings, want one in the title and one in the summary", c.name, len(found))
		}
		for _, p := range []int{0, len(found) - 1} {
			s := found[p].Span
			if got := src[s.Start:s.End]; !strings.Contains(c.text, got) || p == 0 && got != c.marked {
				t.Errorf("%s: the finding marks %q", c.name, got)
			}
			if !strings.Contains(found[p].Message, c.message) {
				t.Errorf("%s: %s", c.name, found[p].Message)
			}
		}
	}
}

// TestSameBytes checks that printing twice gives the same bytes, in every format.
func TestSameBytes(t *testing.T) {
	src := "kind: meeting-report\ntitle: T\nmarking: SECRET\nsummary: a^[note] [l](https://example.org) αβ\n"
	f := schema.Decode("n.yaml", []byte(src))
	for _, format := range Formats() {
		var first []byte
		for range 3 {
			b, _, err := renderer(t).Book(f.Notes)
			if err != nil {
				t.Fatal(err)
			}
			var out bytes.Buffer
			if err := b.Write(&out, format); err != nil {
				t.Fatal(err)
			}
			if first == nil {
				first = out.Bytes()
			}
			if !bytes.Equal(first, out.Bytes()) {
				t.Errorf("%s: two runs differ", format)
			}
		}
	}
}

// TestFormats checks the names of formats, and that an unknown one is no file.
func TestFormats(t *testing.T) {
	if _, err := ParseFormat("pfd"); err == nil || !strings.Contains(err.Error(), `"pdf"`) {
		t.Errorf("a mistyped format: %v", err)
	}
	if err := (&Book{Renderer: renderer(t)}).Write(&bytes.Buffer{}, "doc"); err == nil {
		t.Error("a format without a writer was written")
	}
}

// TestShortTopics checks that topics of one line each, under headings of their
// own, do not hold on to one another and leave a page mostly empty.
func TestShortTopics(t *testing.T) {
	src := "kind: briefing-note\ntitle: T\nmarking: SECRET\nstrategic_objectives: |\n  - One.\n  - Two.\nkey_messages: |\n"
	for i := range 16 {
		src += fmt.Sprintf("  ## Topic %d\n  - One line.\n", i)
	}
	f := schema.Decode("n.yaml", []byte(src+"background: |\n  Text.\n"))
	r := renderer(t)
	b, problems, err := r.Book(f.Notes)
	if err != nil || len(problems)+len(f.Problems) > 0 {
		t.Fatal(err, problems, f.Problems)
	}
	result, err := layout.Set(b.docs[0], r.sheet, r.fonts)
	if err != nil {
		t.Fatal(err)
	}
	first := 0
	for _, h := range result.Headings {
		if h.Page == 0 {
			first++
		}
	}
	if first < 10 {
		t.Errorf("page 1 has %d headings; topics of a line each should fill it", first)
	}
}
