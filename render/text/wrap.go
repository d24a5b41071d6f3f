package text

import (
	"strings"
	"unicode"
)

// wrap breaks text into lines of at most width characters. It breaks at spaces
// only, of which any number counts as one, and never at a no-break space; a
// word longer than a line stands whole on its own. Text without words gives no
// line.
func wrap(s string, width int) []string {
	var lines []string
	var line strings.Builder
	used := 0
	for _, word := range strings.FieldsFunc(s, breaks) {
		n := columns(word)
		switch {
		case line.Len() == 0:
		case used+1+n <= width:
			line.WriteByte(' ')
			used++
		default:
			lines = append(lines, line.String())
			line.Reset()
			used = 0
		}
		line.WriteString(word)
		used += n
	}
	if line.Len() > 0 {
		lines = append(lines, line.String())
	}
	return lines
}

// breaks reports whether a line may end at the character: it is white space,
// and not one of the three spaces that Unicode gives for keeping words together.
func breaks(r rune) bool {
	switch r {
	case '\u00a0', '\u2007', '\u202f':
		return false
	}
	return unicode.IsSpace(r)
}

// columns returns the width of text in characters. Marks that stand on the
// character before them and invisible format characters take no room.
func columns(s string) int {
	n := 0
	for _, r := range s {
		if !unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) {
			n++
		}
	}
	return n
}

// pad returns spaces that fill text up to width characters.
func pad(s string, width int) string {
	return strings.Repeat(" ", max(width-columns(s), 0))
}

// hang sets lines to the right of a lead such as a bullet, from the given
// column on. A lead without lines stands alone.
func hang(lead string, column int, lines []string) []string {
	if len(lines) == 0 {
		lines = []string{""}
	}
	out := make([]string, len(lines))
	for i, line := range lines {
		start := ""
		if i == 0 {
			start = lead
		}
		out[i] = strings.TrimRight(start+pad(start, column)+line, " ")
	}
	return out
}

// spaced joins parts with a blank line between each two; empty ones vanish.
func spaced(parts [][]string) []string {
	var lines []string
	for _, part := range parts {
		if len(lines) > 0 && len(part) > 0 {
			lines = append(lines, "")
		}
		lines = append(lines, part...)
	}
	return lines
}
