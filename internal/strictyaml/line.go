package strictyaml

import "bytes"

// sourceLine is a line of a document: [start, end) without its line break.
type sourceLine struct {
	start, end int
	indent     int    // blanks it starts with, in bytes
	text       []byte // without indentation and without blanks at the end
}

// splitLines cuts a document into lines.
func splitLines(text []byte) []sourceLine {
	var lines []sourceLine
	for i := 0; i <= len(text); {
		end := lineEnd(text, i)
		stop := end
		if stop > i && text[stop-1] == '\r' {
			stop--
		}
		body := bytes.TrimLeft(text[i:stop], " \t")
		lines = append(lines, sourceLine{start: i, end: stop, indent: stop - i - len(body), text: bytes.TrimRight(body, " \t")})
		i = end + 1
	}
	return lines
}

// blank reports whether the line holds nothing, or only a comment.
func (l sourceLine) blank() bool { return len(l.text) == 0 || l.text[0] == '#' }

// keyEnd returns the offset in s of the colon that ends a key, or -1: the
// first one followed by a blank or the end, outside quotes and before a comment.
func keyEnd(s []byte) int {
	i := 0
	if len(s) > 0 && (s[0] == '"' || s[0] == '\'') {
		end, ok := closingQuote(s, 0)
		if !ok {
			return -1
		}
		i = end + 1
		for i < len(s) && s[i] == ' ' {
			i++
		}
		if i < len(s) && s[i] == ':' && (i+1 == len(s) || isBlankByte(s[i+1])) {
			return i
		}
		return -1
	}
	for ; i < len(s); i++ {
		switch {
		case s[i] == ':' && (i+1 == len(s) || isBlankByte(s[i+1])):
			return i
		case s[i] == '#' && i > 0 && isBlankByte(s[i-1]), s[i] == '\n':
			return -1
		}
	}
	return -1
}

// closingQuote returns where the quoted text that opens at s[at] closes.
func closingQuote(s []byte, at int) (int, bool) {
	q := s[at]
	for i := at + 1; i < len(s); i++ {
		switch {
		case q == '"' && s[i] == '\\':
			i++
		case s[i] == q && q == '\'' && i+1 < len(s) && s[i+1] == q:
			i++
		case s[i] == q:
			return i, true
		}
	}
	return 0, false
}

func isBlankByte(b byte) bool { return b == ' ' || b == '\t' || b == '\r' || b == '\n' }
