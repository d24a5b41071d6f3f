package diag

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"briefnote/internal/text"
)

// Sizes of a snippet.
const (
	snippetWidth = 120  // columns of a source line that are shown
	snippetReach = 1024 // bytes on either side that are looked at; more than 60 columns of joined emoji take
	tabWidth     = 4    // columns from one tab stop to the next
	ellipsis     = "…"  // stands for what is cut; 1 column
)

// snippet is a source line as shown, and the columns to mark under it.
type snippet struct {
	text   string
	before int // columns before the first caret
	carets int // at least 1
}

// cell is one character as shown. It takes the columns [start, end).
type cell struct {
	text       string
	start, end int
	source     text.Range // where the character stands in the source line
}

// cut makes a snippet of a line that marks the bytes [start, end) of it. What
// lies outside the line is not marked; if nothing is left, the place is marked
// by one caret.
func cut(line []byte, start, end int) snippet {
	start = min(max(start, 0), len(line)) // a byte-order mark stands before the first line
	end = min(max(end, start), len(line))
	if len(line) <= snippetWidth && printable(string(line)) { // a column each, as nearly all lines are
		return snippet{string(line), start, max(end-start, 1)}
	}
	from, to := near(line, start)
	cells := cellsOf(string(line[from:to]))
	first, last := markedColumns(cells, start-from, end-from)
	leftCut, rightCut := from > 0, to < len(line)
	if width := widthOf(cells); width > snippetWidth || leftCut || rightCut {
		low, high := window(first, last, width)
		leftCut, rightCut = leftCut || low > 0, rightCut || high < width
		cells = within(cells, low, high)
	}
	return draw(cells, first, last, leftCut, rightCut)
}

// near bounds the piece of a line that is worth looking at, so that a line of
// megabytes costs no more than a short one.
func near(line []byte, at int) (from, to int) {
	from, to = max(at-snippetReach, 0), min(at+snippetReach, len(line))
	for from > 0 && from < at && !utf8.RuneStart(line[from]) {
		from++
	}
	for to < len(line) && to > at && !utf8.RuneStart(line[to]) {
		to--
	}
	return from, to
}

// cellsOf sets a line in columns. Tabs become spaces up to the next stop, so
// that the carets stand right whatever the terminal's tabs are.
func cellsOf(line string) []cell {
	var cells []cell
	column := 0
	for r := range text.Clusters(line) {
		c := cell{text: visible(r.In(line)), start: column, source: r}
		if r.In(line) == "\t" {
			c.text = strings.Repeat(" ", tabWidth-column%tabWidth)
		}
		column += text.Width(c.text)
		c.end = column
		cells = append(cells, c)
	}
	return cells
}

func widthOf(cells []cell) int {
	if len(cells) == 0 {
		return 0
	}
	return cells[len(cells)-1].end
}

// markedColumns returns the columns [first, last) of the characters that the
// bytes [start, end) touch: one column at least, which may lie after the line.
func markedColumns(cells []cell, start, end int) (first, last int) {
	first = widthOf(cells)
	for _, c := range cells {
		if c.source.End > start {
			first = min(first, c.start)
			if c.source.Start < end {
				last = c.end
			}
		}
	}
	return first, max(last, first+1)
}

// window chooses the columns [low, high) of a line that is too long: with the
// marked ones in the middle, or from the first marked one if they do not fit,
// and room for an ellipsis on both sides.
func window(first, last, width int) (low, high int) {
	room := snippetWidth - 2*len([]rune(ellipsis))
	low = first - (room-min(last-first, room))/2
	low = max(min(low, width-room), 0)
	return low, min(low+room, width)
}

// within returns the cells that lie wholly in the columns [low, high).
func within(cells []cell, low, high int) []cell {
	var kept []cell
	for _, c := range cells {
		if c.start >= low && c.end <= high {
			kept = append(kept, c)
		}
	}
	return kept
}

// draw puts the cells together, and the marked columns under them.
func draw(cells []cell, first, last int, leftCut, rightCut bool) snippet {
	var b strings.Builder
	origin := 0 // the line's column that is shown first
	if len(cells) > 0 {
		origin = cells[0].start
	}
	if leftCut {
		b.WriteString(ellipsis)
		origin--
	}
	for _, c := range cells {
		b.WriteString(c.text)
	}
	if rightCut {
		b.WriteString(ellipsis)
		last = min(last, max(widthOf(cells), first+1))
	}
	return snippet{text: b.String(), before: first - origin, carets: last - first}
}

// visible returns s with a placeholder of one column for every character that
// would drive a terminal, reorder the text or not be seen: a control picture
// (Unicode 2400 to 2421) for C0 controls and DEL, a replacement character for
// C1 controls, format characters, line separators and bytes that are not
// UTF-8. The joiners and tags that emoji and some scripts are made of stay.
func visible(s string) string {
	if printable(s) {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r < ' ':
			return '\u2400' + r
		case r == 0x7F:
			return '\u2421'
		case r == '\u200C', r == '\u200D', r >= 0xE0020 && r <= 0xE007F:
			return r
		case unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp):
			return utf8.RuneError
		}
		return r
	}, s)
}

// printable reports whether s is plain letters, digits and signs of ASCII, as
// nearly all is that is printed.
func printable(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
	}
	return true
}
