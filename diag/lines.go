package diag

import (
	"bytes"
	"slices"
	"sort"
	"unicode/utf16"
	"unicode/utf8"
)

// Position is a place in a file as people and editors count: lines and
// columns from 1. Whether a column is a character or a UTF-16 code unit says
// the method that returns it.
type Position struct{ Line, Column int }

// Lines turns byte offsets of a file into positions and back. Make one with
// [NewLines]; looking up takes time that grows with the logarithm of the
// file's length, however long its lines are.
//
// Lines end with a line feed; a carriage return before it is part of the line's
// end. A byte-order mark at the very start takes no column. A byte that is not
// UTF-8 counts as one character.
type Lines struct {
	src    []byte
	starts []int   // offset of the first character of each line
	counts []count // one at or just after every countEvery'th byte
}

// count is how much of a file stands before an offset.
type count struct{ offset, chars, units int }

// countEvery is the distance of counts in bytes. It bounds what a look-up has
// to decode, at a tenth of the file's size in memory.
const countEvery = 256

// quickColumns is up to which column it is quicker to look at the line than at
// the counts. Beyond it, a very long line would take time that grows with its square.
const quickColumns = 4 * countEvery

var bom = []byte("\uFEFF") // byte-order mark

// NewLines indexes the bytes of a file. It keeps src, which must not change.
func NewLines(src []byte) *Lines {
	l := &Lines{src: src, starts: []int{0}, counts: []count{{}}}
	if bytes.HasPrefix(src, bom) {
		l.starts[0] = len(bom)
	}
	l.starts = slices.Grow(l.starts, bytes.Count(src, []byte("\n")))
	for at := 0; ; {
		n := bytes.IndexByte(src[at:], '\n')
		if n < 0 {
			break
		}
		at += n + 1
		l.starts = append(l.starts, at)
	}
	l.counts = slices.Grow(l.counts, len(src)/countEvery)
	for at := (count{}); ; l.counts = append(l.counts, at) {
		at = l.walk(at, len(l.counts)*countEvery)
		if at.offset >= len(src) {
			break
		}
	}
	return l
}

// walk counts on to the first character at or behind an offset.
func (l *Lines) walk(at count, offset int) count {
	offset = min(offset, len(l.src))
	for at.offset < offset {
		n := 0
		for at.offset+n < offset && l.src[at.offset+n] < utf8.RuneSelf { // nearly always
			n++
		}
		at = count{at.offset + n, at.chars + n, at.units + n}
		if at.offset < offset {
			at = l.next(at)
		}
	}
	return at
}

// next counts one character more.
func (l *Lines) next(at count) count {
	r, size := utf8.DecodeRune(l.src[at.offset:])
	return count{at.offset + size, at.chars + 1, at.units + utf16.RuneLen(r)}
}

// Position returns where an offset is, in columns of characters (Unicode code
// points). An offset inside a character is taken for the character's own, one
// outside the file for the nearest inside.
func (l *Lines) Position(offset int) Position { return l.position(offset, count.inChars) }

// Position16 is [Lines.Position] in columns of UTF-16 code units, as the
// Language Server Protocol counts; that one counts lines and columns from 0.
func (l *Lines) Position16(offset int) Position { return l.position(offset, count.inUnits) }

// Offset returns the offset of a position in columns of characters. A column
// past the line's end is taken for the end, a line past the file's for the last.
func (l *Lines) Offset(p Position) int { return l.offset(p, count.inChars) }

// Offset16 is [Lines.Offset] in columns of UTF-16 code units. A column between
// the two units of a character is taken for the first.
func (l *Lines) Offset16(p Position) int { return l.offset(p, count.inUnits) }

// Line returns the text of a line without its end, nil for a line that the
// file does not have. A file that ends with a line feed, and an empty one,
// have an empty last line.
func (l *Lines) Line(n int) []byte {
	if n < 1 || n > len(l.starts) {
		return nil
	}
	if n == len(l.starts) {
		return l.src[l.starts[n-1]:]
	}
	line := l.src[l.starts[n-1] : l.starts[n]-1]
	return bytes.TrimSuffix(line, []byte("\r"))
}

func (c count) inChars() int { return c.chars }

func (c count) inUnits() int { return c.units }

func (l *Lines) position(offset int, in func(count) int) Position {
	offset = min(max(offset, l.starts[0]), len(l.src))
	line, found := slices.BinarySearch(l.starts, offset)
	if !found {
		line--
	}
	return Position{line + 1, in(l.countAt(offset)) - in(l.countAt(l.starts[line])) + 1}
}

// countAt counts up to the character that offset is in.
func (l *Lines) countAt(offset int) count {
	i := min(offset/countEvery, len(l.counts)-1)
	if l.counts[i].offset > offset { // a character astride the border, and offset inside it
		i--
	}
	at := l.counts[i]
	for at.offset < offset {
		next := l.next(at)
		if next.offset > offset {
			break
		}
		at = next
	}
	return at
}

func (l *Lines) offset(p Position, in func(count) int) int {
	line := min(max(p.Line, 1), len(l.starts)) - 1
	end := len(l.src)
	if line+1 < len(l.starts) {
		end = l.starts[line+1] - 1
	}
	column := min(max(p.Column, 1), len(l.src)+1)
	if at := l.starts[line] + column - 1; column <= quickColumns && at <= end && ascii(l.src[l.starts[line]:at]) {
		return at // nearly always, and much quicker
	}
	target := in(l.countAt(l.starts[line])) + column - 1
	after := sort.Search(len(l.counts), func(i int) bool { return in(l.counts[i]) > target })
	at := l.counts[max(after-1, 0)]
	for at.offset < end {
		next := l.next(at)
		if in(next) > target {
			break
		}
		at = next
	}
	return min(at.offset, end)
}

// ascii reports whether every byte is a character of its own.
func ascii(s []byte) bool {
	for _, c := range s {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
