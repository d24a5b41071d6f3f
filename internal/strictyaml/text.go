package strictyaml

import (
	"sort"
	"strings"

	"briefnote/diag"
)

// Style is how a scalar is written.
type Style uint8

// The styles of scalars.
const (
	Plain Style = iota
	SingleQuoted
	DoubleQuoted
	Literal // under |
	Folded  // under >
)

// Text is a scalar together with the place of each of its bytes in the source.
type Text struct {
	Value   string
	Style   Style
	Pointer string
	Span    diag.Span // all of it, with quotes, or with the | or > line
	pieces  []piece   // in order; they cover Value without a gap
}

// piece ties a stretch of the value, [v0, v1), to a stretch of the source, [s0, s1).
// Where same is set both hold the same bytes; otherwise (an escape, a fold)
// the value's stretch stands for the source's as a whole. Files are short
// enough for offsets of 32 bits (MaxSize), and a text has a piece a line.
type piece struct {
	v0, v1, s0, s1 int32
	same           bool
}

func newPiece(v0, v1, s0, s1 int, same bool) piece {
	return piece{int32(v0), int32(v1), int32(s0), int32(s1), same}
}

// Place returns where Value[start:end] stands in the source. An empty range is
// a point. Within a stretch that was copied as it is, source and value agree
// byte for byte; an escape or a fold is covered whole.
func (t *Text) Place(start, end int) diag.Span {
	if len(t.pieces) == 0 {
		return t.Span
	}
	s := diag.Span{File: t.Span.File, Start: t.before(start)}
	s.End = s.Start
	if end > start {
		s.End = t.after(end)
	}
	return s
}

// before returns the source offset at which the value's byte i begins.
func (t *Text) before(i int) int {
	k := sort.Search(len(t.pieces), func(k int) bool { return int(t.pieces[k].v1) > i })
	if k == len(t.pieces) {
		return int(t.pieces[k-1].s1)
	}
	p := t.pieces[k]
	if p.same {
		return int(p.s0) + max(i-int(p.v0), 0)
	}
	return int(p.s0)
}

// after returns the source offset at which the value's byte i-1 ends.
func (t *Text) after(i int) int {
	k := sort.Search(len(t.pieces), func(k int) bool { return int(t.pieces[k].v1) >= i })
	if k == len(t.pieces) {
		return int(t.pieces[k-1].s1)
	}
	p := t.pieces[k]
	if p.same {
		return int(p.s0-p.v0) + i
	}
	return int(p.s1)
}

func isBlank(s string) bool { return strings.Trim(s, " \t\r\n") == "" }
