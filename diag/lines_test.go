package diag_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"briefnote/diag"
)

func TestLines(t *testing.T) {
	tests := []struct {
		name, src  string
		offset     int
		want, in16 diag.Position
	}{
		{"empty", "", 0, diag.Position{Line: 1, Column: 1}, diag.Position{Line: 1, Column: 1}},
		{"start", "ab\ncd", 0, diag.Position{Line: 1, Column: 1}, diag.Position{Line: 1, Column: 1}},
		{"line feed", "ab\ncd", 2, diag.Position{Line: 1, Column: 3}, diag.Position{Line: 1, Column: 3}},
		{"second line", "ab\ncd", 4, diag.Position{Line: 2, Column: 2}, diag.Position{Line: 2, Column: 2}},
		{"end", "ab\ncd", 5, diag.Position{Line: 2, Column: 3}, diag.Position{Line: 2, Column: 3}},
		{"after the last line feed", "ab\n", 3, diag.Position{Line: 2, Column: 1}, diag.Position{Line: 2, Column: 1}},
		{"carriage return", "ab\r\ncd", 2, diag.Position{Line: 1, Column: 3}, diag.Position{Line: 1, Column: 3}},
		{"after CRLF", "ab\r\ncd", 4, diag.Position{Line: 2, Column: 1}, diag.Position{Line: 2, Column: 1}},
		{"lone carriage return", "ab\rcd", 4, diag.Position{Line: 1, Column: 5}, diag.Position{Line: 1, Column: 5}},
		{"before a mark", "\uFEFFab", 0, diag.Position{Line: 1, Column: 1}, diag.Position{Line: 1, Column: 1}},
		{"after a mark", "\uFEFFab", 3, diag.Position{Line: 1, Column: 1}, diag.Position{Line: 1, Column: 1}},
		{"past a mark", "\uFEFFab", 4, diag.Position{Line: 1, Column: 2}, diag.Position{Line: 1, Column: 2}},
		{"a mark elsewhere", "a\uFEFFb", 4, diag.Position{Line: 1, Column: 3}, diag.Position{Line: 1, Column: 3}},
		{"accents", "été", 5, diag.Position{Line: 1, Column: 4}, diag.Position{Line: 1, Column: 4}},
		{"inside a character", "été", 1, diag.Position{Line: 1, Column: 1}, diag.Position{Line: 1, Column: 1}},
		{"emoji", "👍\U0001F3FDx", 8, diag.Position{Line: 1, Column: 3}, diag.Position{Line: 1, Column: 5}},
		{"not UTF-8", "\xff\xc3x", 2, diag.Position{Line: 1, Column: 3}, diag.Position{Line: 1, Column: 3}},
		{"before the file", "ab", -1, diag.Position{Line: 1, Column: 1}, diag.Position{Line: 1, Column: 1}},
		{"after the file", "ab", 9, diag.Position{Line: 1, Column: 3}, diag.Position{Line: 1, Column: 3}},
		{"far into a line", strings.Repeat("é👍", 1000) + "x", 6000, diag.Position{Line: 1, Column: 2001}, diag.Position{Line: 1, Column: 3001}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			l := diag.NewLines([]byte(tt.src))
			if got := l.Position(tt.offset); got != tt.want {
				t.Errorf("position of %d is %v, want %v", tt.offset, got, tt.want)
			}
			if got := l.Position16(tt.offset); got != tt.in16 {
				t.Errorf("UTF-16 position of %d is %v, want %v", tt.offset, got, tt.in16)
			}
		})
	}
}

func TestOffsetClamps(t *testing.T) {
	l := diag.NewLines([]byte("ab\r\n👍d"))
	tests := []struct {
		line, column, want, want16 int
	}{
		{1, 1, 0, 0},
		{1, 99, 3, 3}, // at the line feed
		{1, int(^uint(0) >> 1), 3, 3},
		{1, -5, 0, 0},
		{0, 2, 1, 1},
		{2, 2, 8, 4}, // in UTF-16, inside the emoji
		{2, 3, 9, 8},
		{7, 1, 4, 4},
		{7, 9, 9, 9},
	}
	for _, tt := range tests {
		p := diag.Position{Line: tt.line, Column: tt.column}
		if got, got16 := l.Offset(p), l.Offset16(p); got != tt.want || got16 != tt.want16 {
			t.Errorf("offsets of %v are %d and %d, want %d and %d", p, got, got16, tt.want, tt.want16)
		}
	}
}

func TestLine(t *testing.T) {
	l := diag.NewLines([]byte("\uFEFFab\r\n\ncd\re\n"))
	for n, want := range []string{0: "", 1: "ab", 2: "", 3: "cd\re", 4: "", 5: ""} {
		if got := l.Line(n); string(got) != want {
			t.Errorf("line %d is %q, want %q", n, got, want)
		}
	}
	if l.Line(4) == nil || l.Line(5) != nil {
		t.Error("the file has 4 lines")
	}
}

// FuzzPrint proves that nothing makes the printers fail, that every offset and
// its position find each other, and that no byte of a file reaches a terminal
// other than as text.
func FuzzPrint(f *testing.F) {
	for _, tt := range cases {
		for _, d := range tt.report.Diagnostics {
			f.Add(tt.report.Sources[d.Span.File], d.Span.Start, d.Span.End)
		}
	}
	f.Add([]byte("a\xe2\x80"), 1, 2)
	f.Add(bytes.Repeat([]byte("\u0903"), 3000), 9, 12) // one character, and very wide
	f.Fuzz(func(t *testing.T, src []byte, start, end int) {
		r := &diag.Report{
			Files:   1,
			Sources: map[string][]byte{string(src): src},
			Diagnostics: []diag.Diagnostic{{
				Rule: "r", Message: string(src), Hint: string(src), Span: diag.Span{File: string(src), Start: start, End: end},
			}},
		}
		for _, format := range diag.Formats() {
			out := printed(t, r, format, diag.Options{})
			switch {
			case format == diag.Text && len(src) == 0:
				checkTerminal(t, out, 3) // the finding, a blank line, the summary
			case format == diag.Text:
				checkTerminal(t, out, 6) // the source line, carets and help besides
			}
		}
		checkPositions(t, src)
	})
}

// checkTerminal checks that out has so many lines, and nothing in them that
// would drive a terminal.
func checkTerminal(t *testing.T, out []byte, want int) {
	t.Helper()
	if n := bytes.Count(out, []byte("\n")); n != want {
		t.Errorf("%d lines, want %d:\n%q", n, want, out)
	}
	for _, r := range string(bytes.ReplaceAll(out, []byte("\n"), nil)) {
		if r < ' ' || r >= 0x7f && r < 0xa0 {
			t.Fatalf("%U is printed:\n%q", r, out)
		}
	}
}

func checkPositions(t *testing.T, src []byte) {
	t.Helper()
	l := diag.NewLines(src)
	start := 0
	if bytes.HasPrefix(src, []byte("\uFEFF")) {
		start = 3
	}
	line, column, column16 := 1, 1, 1
	for start <= len(src) {
		p, p16 := l.Position(start), l.Position16(start)
		if want := (diag.Position{Line: line, Column: column}); p != want || l.Offset(p) != start {
			t.Fatalf("%q: offset %d is at %v and back at %d, want %v", src, start, p, l.Offset(p), want)
		}
		if want := (diag.Position{Line: line, Column: column16}); p16 != want || l.Offset16(p16) != start {
			t.Fatalf("%q: offset %d is at %v and back at %d, want %v", src, start, p16, l.Offset16(p16), want)
		}
		r, size := utf8.DecodeRune(src[start:])
		for inside := start + 1; inside < start+size; inside++ {
			if got := l.Position(inside); got != p {
				t.Fatalf("%q: offset %d is at %v, want %v", src, inside, got, p)
			}
		}
		column, column16 = column+1, column16+1
		if r > 0xFFFF {
			column16++
		}
		if r == '\n' {
			line, column, column16 = line+1, 1, 1
		}
		start += max(size, 1)
	}
}

func BenchmarkLines(b *testing.B) {
	src := []byte(strings.Repeat("  - Une phrase accentuée, assez longue pour une ligne d'une note.\n", 1<<14))
	b.Run("index", func(b *testing.B) {
		b.SetBytes(int64(len(src)))
		for b.Loop() {
			diag.NewLines(src)
		}
	})
	l := diag.NewLines(src)
	for _, at := range []int{1, len(src) / 2, len(src) - 1} {
		b.Run(fmt.Sprint("position/", at), func(b *testing.B) {
			for b.Loop() {
				l.Position(at)
			}
		})
	}
}
