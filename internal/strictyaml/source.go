package strictyaml

import (
	"bytes"
	"fmt"
	"slices"
	"unicode/utf8"

	"briefnote/diag"
)

// parser holds what is being made of one file.
type parser struct {
	file      *File
	fileLines func() *diag.Lines // made when first asked for
}

// report adds an error about the bytes [start, end) of the file.
func (p *parser) report(rule string, start, end int, message, hint string) {
	end = min(end, len(p.file.Source)) // what is missing may be missing at the very end
	p.file.Problems = append(p.file.Problems, diag.Diagnostic{
		Rule: rule, Severity: diag.Error, Message: message, Hint: hint,
		Span: diag.Span{File: p.file.Name, Start: start, End: end},
	})
}

const utf8BOM = "\xef\xbb\xbf"

// clean returns a copy of the source in which every byte stands at its place,
// yet whatever no YAML parser should meet (control characters, stray bytes) is
// overwritten. It reports false where the file is no text at all.
func (p *parser) clean(src []byte) ([]byte, bool) {
	switch {
	case len(src) > MaxSize:
		p.report(RuleTooLarge, 0, 0, fmt.Sprintf("the file is larger than %d MiB", MaxSize>>20), "split it into several notes")
		return nil, false
	case looksWide(src):
		p.report(RuleSyntax, 0, 0, "the file is written in UTF-16 or UTF-32", "save it as UTF-8")
		return nil, false
	case bytes.Count(src[:min(len(src), 8<<10)], []byte{0}) > 1:
		p.report(RuleSyntax, 0, 0, "the file is not text", "name a text file, written as YAML")
		return nil, false
	}
	out := bytes.Clone(src)
	p.cleanRunes(out)
	cleanTabs(out)
	return out, true
}

// looksWide reports whether a file is written in 2 or 4 bytes a character: it
// starts with their byte-order mark, or with Latin letters written that way.
func looksWide(src []byte) bool {
	if bytes.HasPrefix(src, []byte("\xff\xfe")) || bytes.HasPrefix(src, []byte("\xfe\xff")) || bytes.HasPrefix(src, []byte("\x00\x00\xfe\xff")) {
		return true
	}
	head := src[:min(len(src), 256)]
	var zeros [2]int // at even and odd places
	for i, b := range head {
		if b == 0 {
			zeros[i%2]++
		}
	}
	return len(head) >= 4 && max(zeros[0], zeros[1]) > len(head)*2/5
}

// cleanRunes overwrites stray bytes and control characters, and reports them:
// each control character, but only the first stray byte.
func (p *parser) cleanRunes(out []byte) {
	stray := false
	for i := 0; i < len(out); {
		if c := out[i]; c >= 0x20 && c < 0x7f || c == '\n' || c == '\t' {
			i++
			continue
		}
		r, n := utf8.DecodeRune(out[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			if !stray {
				p.report(RuleSyntax, i, i+1, fmt.Sprintf("byte %#02x is not UTF-8", out[i]), "save the file as UTF-8; the editor may have saved it as ANSI (Windows-1252)")
			}
			stray = true
			out[i] = '?'
		case r == '\r' && i+1 < len(out) && out[i+1] == '\n':
		case IsControl(r):
			p.report(RuleControl, i, i+n, controlMessage(r), controlHint)
			for k := i; k < i+n; k++ {
				out[k] = ' '
			}
		}
		i += n
	}
}

// cleanTabs makes the tabs of blank lines spaces: editors leave them behind,
// and the parser refuses them although nothing is indented by them.
func cleanTabs(out []byte) {
	for i := 0; i < len(out); {
		end := lineEnd(out, i)
		if line := out[i:end]; bytes.IndexByte(line, '\t') >= 0 && len(bytes.TrimLeft(line, " \t\r")) == 0 {
			for k := range line {
				if line[k] == '\t' {
					line[k] = ' '
				}
			}
		}
		i = end + 1
	}
}

// IsControl reports whether a character is refused: C0 and C1 but
// tab and line feed, DEL, the line and paragraph separators, the controls of
// writing direction, which can make a text read otherwise than it is, and the
// two code points that are no characters and that YAML refuses.
func IsControl(r rune) bool {
	switch {
	case r == '\t' || r == '\n':
		return false
	case r < 0x20, r >= 0x7f && r <= 0x9f:
		return true
	}
	return r == 0xfffe || r == 0xffff || r == 0x2028 || r == 0x2029 || r == 0x061c || r == 0x200e || r == 0x200f ||
		r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069
}

const controlHint = "delete it; most editors do not show it, and it may have come with pasted text"

func controlMessage(r rune) string {
	return fmt.Sprintf("control character U+%04X cannot stand here", r)
}

// extent is a stretch of the source, [start, end).
type extent struct{ start, end int }

// stretch is a stretch of a source between two --- or ... lines.
type stretch struct {
	extent
	marked bool // a --- line stands before it
	empty  bool // nothing stands in it but comments
}

// stretches cuts a source at its --- and ... lines. Both end whatever they
// meet at the start of a line, quotes and block scalars included (YAML 1.2.2,
// 9.1), so looking at lines is enough.
func stretches(src []byte) []stretch {
	var all []stretch
	start, marked := 0, false
	if bytes.HasPrefix(src, []byte(utf8BOM)) {
		start = len(utf8BOM)
	}
	add := func(end int) {
		start = min(start, end)
		all = append(all, stretch{extent{start, end}, marked, onlyComments(src[start:end])})
	}
	for i := start; i < len(src); {
		end := lineEnd(src, i)
		if isMarker(src[i:end]) {
			add(i)
			// What follows the marker on its line belongs to the document.
			start, marked = i+3, src[i] == '-'
		}
		i = end + 1
	}
	add(len(src))
	return all
}

// splitDocuments returns the documents of a source. A file without a marker is
// one document; an empty stretch before the first marker, or after the last, is none.
func splitDocuments(src []byte) []extent {
	var parts []extent
	all := stretches(src)
	for i, s := range all {
		last := i == len(all)-1
		if !s.empty || s.marked && !last || last && len(parts) == 0 {
			parts = append(parts, s.extent)
		}
	}
	return slices.Clip(parts)
}

// isMarker reports whether a line starts or ends a document.
func isMarker(line []byte) bool {
	return (bytes.HasPrefix(line, []byte("---")) || bytes.HasPrefix(line, []byte("..."))) &&
		(len(line) == 3 || line[3] == ' ' || line[3] == '\t' || line[3] == '\r')
}

// onlyComments reports whether a stretch holds nothing but blanks and comments.
func onlyComments(src []byte) bool {
	for i := 0; i < len(src); {
		end := lineEnd(src, i)
		line := bytes.TrimLeft(src[i:end], " \t\r")
		if len(line) > 0 && line[0] != '#' {
			return false
		}
		i = end + 1
	}
	return true
}

// lineEnd returns the offset of the line feed that ends the line at i, or the end.
func lineEnd(src []byte, i int) int {
	if k := bytes.IndexByte(src[i:], '\n'); k >= 0 {
		return i + k
	}
	return len(src)
}
