package font

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"sort"
	"sync"
	"unicode"
)

// Metrics are the measures of a whole face, in thousandths of an em unless
// they say otherwise; y grows upwards from the baseline. They are what a font
// descriptor asks for (ISO 32000-1, 9.8.1), and what lines are spaced by.
type Metrics struct {
	Ascent, Descent    int // Descent is negative
	LineGap            int // room that the design asks for between lines, beyond the two
	CapHeight, XHeight int // heights of H and x
	UnderlinePosition  int // middle of an underline; negative, for it is below the baseline
	UnderlineThickness int
	BBox               [4]int // left, bottom, right and top of all glyphs laid over one another
	ItalicAngle        int    // degrees from the vertical, counter-clockwise: negative in italics
	StemV              int    // thickness of an upright stem
	Flags              int    // of a font descriptor (ISO 32000-1, table 123)
}

// Face is one font program and all that is to be known about it.
//
// Its glyphs stand in the order of their characters: glyph 0 is drawn for no
// character, then come those of the characters covered, one each, so that a
// few spans of characters say all, in both directions. In a face of combining
// marks all of them follow once more for each move, and in any face the last
// glyphs are the pieces that others are composed of.
type Face struct {
	name     string
	metrics  Metrics
	latin    [latinEnd]uint16 // glyphs of the characters below latinEnd; 0 for none
	spans    []span
	moves    []move
	advances []byte // a big-endian uint16 a glyph
	length   int    // bytes of the program once inflated
	program  func() ([]byte, error)
}

// latinEnd is the end of Latin Extended-B. What is below is nearly all of
// every note and looked up in a table.
const latinEnd = 0x250

// span is a run of characters without a gap, and the glyph of its first one.
type span struct {
	first rune
	count int
	gid   int
}

// Name returns the face's PostScript name with the tag that marks a subset,
// e.g. "ABCDEF+BriefSans-Bold" (ISO 32000-1, 9.6.4).
func (f *Face) Name() string { return f.name }

// Metrics returns the measures of the whole face.
func (f *Face) Metrics() Metrics { return f.metrics }

// Glyph returns the glyph of a character, and false where the face has none.
func (f *Face) Glyph(r rune) (gid uint16, ok bool) {
	if uint32(r) < latinEnd {
		gid = f.latin[r]
		return gid, gid != 0
	}
	i := sort.Search(len(f.spans), func(i int) bool { return f.spans[i].first > r }) - 1
	if i < 0 || int(r-f.spans[i].first) >= f.spans[i].count {
		return 0, false
	}
	return uint16(f.spans[i].gid + int(r-f.spans[i].first)), true
}

// Advance returns the width of a glyph of the face, in thousandths of an em.
func (f *Face) Advance(gid uint16) int {
	return int(binary.BigEndian.Uint16(f.advances[2*int(gid):]))
}

// Rune returns the character that a glyph stands for when text is copied or
// read out, or 0 for a glyph that stands for none. Every character has a
// glyph of its own, so that text comes out of a PDF exactly as it went in.
func (f *Face) Rune(gid uint16) rune {
	at, n := int(gid), f.covered()
	if at > n && at <= n*(1+len(f.moves)) {
		at = (at-1)%n + 1
	}
	i := sort.Search(len(f.spans), func(i int) bool { return f.spans[i].gid > at }) - 1
	if i < 0 || at-f.spans[i].gid >= f.spans[i].count {
		return 0
	}
	return f.spans[i].first + rune(at-f.spans[i].gid)
}

// covered returns how many characters the face covers.
func (f *Face) covered() int {
	last := f.spans[len(f.spans)-1]
	return last.gid + last.count - 1
}

// NumGlyphs returns how many glyphs the face has, glyph 0 among them.
func (f *Face) NumGlyphs() int { return len(f.advances) / 2 }

// Program returns the font program, a TrueType file (ISO 32000-1, 9.9)
// deflated as FlateDecode wants it, and its length once inflated. It is read
// once, and must not be changed.
func (f *Face) Program() (deflated []byte, length int, err error) {
	deflated, err = f.program()
	return deflated, f.length, err
}

func programOf(fsys fs.FS, file string) func() ([]byte, error) {
	return sync.OnceValues(func() ([]byte, error) {
		data, err := fs.ReadFile(fsys, file)
		if err != nil {
			return nil, fmt.Errorf("font data: %w", err)
		}
		return data, nil
	})
}

// errDamaged is for the person who builds the program: the data is part of it.
var errDamaged = errors.New("the file is damaged; generate the font data again")

// Magic opens every file of metrics; its digit is the version of the format.
// All numbers are big-endian:
//
//	magic      4 bytes
//	length     uint32            bytes of the program once inflated
//	metrics    14 × int16        in the order of Metrics
//	glyphs     uint16            number of glyphs
//	spans      uint16            number of spans, at least 1
//	moves      uint16            number of moves
//	name       uint8 and bytes   PostScript name with its tag
//	spans      uint32, uint16    first character and count, each
//	moves      2 × int16         to the right and up, each
//	advances   uint16 a glyph
const Magic = "BFM1"

// parseFace reads a file of metrics. It keeps data.
func parseFace(data []byte) (*Face, error) {
	r := reader{data}
	if string(r.bytes(len(Magic))) != Magic {
		return nil, errDamaged
	}
	f := &Face{length: int(r.uint32())}
	f.metrics = r.metrics()
	glyphs, spans, moves := int(r.uint16()), int(r.uint16()), int(r.uint16())
	f.name = string(r.bytes(int(r.uint8())))
	f.spans, f.moves = make([]span, 0, spans), make([]move, 0, moves)
	gid, end := 1, rune(0)
	for range spans {
		s := span{first: rune(r.uint32()), count: int(r.uint16()), gid: gid}
		if s.first < end || s.count == 0 || s.first > unicode.MaxRune+1-rune(s.count) {
			return nil, errDamaged
		}
		f.spans = append(f.spans, s)
		gid, end = gid+s.count, s.first+rune(s.count)
	}
	for range moves {
		f.moves = append(f.moves, move{right: r.int(), up: r.int()})
	}
	f.advances = r.bytes(2 * glyphs)
	if f.advances == nil || len(r.data) != 0 || spans == 0 || 1+(gid-1)*(1+moves) > glyphs {
		return nil, errDamaged
	}
	f.fillLatin()
	return f, nil
}

func (f *Face) fillLatin() {
	for _, s := range f.spans {
		for i := 0; i < s.count && s.first+rune(i) < latinEnd; i++ {
			f.latin[s.first+rune(i)] = uint16(s.gid + i)
		}
	}
}

// reader takes big-endian numbers from the front of data. Past the end it
// gives zeros and nil, so that one check at the last field finds a file that
// was cut.
type reader struct{ data []byte }

func (r *reader) bytes(n int) []byte {
	if n > len(r.data) {
		r.data = nil
		return nil
	}
	b := r.data[:n:n]
	r.data = r.data[n:]
	return b
}

func (r *reader) number(size int) (n uint32) {
	for _, b := range r.bytes(size) {
		n = n<<8 | uint32(b)
	}
	return n
}

func (r *reader) uint8() uint8   { return uint8(r.number(1)) }
func (r *reader) uint16() uint16 { return uint16(r.number(2)) }
func (r *reader) uint32() uint32 { return r.number(4) }
func (r *reader) int() int       { return int(int16(r.uint16())) }

func (r *reader) metrics() (m Metrics) {
	for _, v := range []*int{
		&m.Ascent, &m.Descent, &m.LineGap, &m.CapHeight, &m.XHeight,
		&m.UnderlinePosition, &m.UnderlineThickness,
		&m.BBox[0], &m.BBox[1], &m.BBox[2], &m.BBox[3],
		&m.ItalicAngle, &m.StemV, &m.Flags,
	} {
		*v = r.int()
	}
	return m
}
