package font

import (
	"math"
	"strings"
	"unicode"
)

// PickOn returns the face and glyph that draw a combining mark on the letter
// before it, and false where there is no such mark. The mark takes no room: it
// is shown where the letter ends and draws over or under the letter's middle.
//
// Faces place a mark for small letters of common width. Letters are narrower
// and wider, capitals are higher, and italics lean; so a face of marks has
// each of them several times, moved by even steps, and PickOn chooses. A glyph
// that draws the mark elsewhere, and not another place on the page, keeps
// letter and mark together when text is copied.
func (s *Set) PickOn(st Style, letter, mark rune) (f *Face, gid uint16, ok bool) {
	f, gid, ok = s.Pick(st, mark)
	if !ok || len(f.moves) == 0 || !unicode.IsLetter(letter) {
		return f, gid, ok
	}
	base, under, ok := s.Pick(st, letter)
	if !ok {
		return f, gid, true
	}
	return f, f.moved(gid, offset(base, under, letter, mark)), true
}

// move is a distance to the right and up, in thousandths of an em.
type move struct{ right, up int }

// markCenter is how far before their origin marks are centred when not moved,
// and markGap how far their middles are above the x-height or below the
// baseline, in thousandths of an em.
const (
	markCenter = 250
	markGap    = 160
)

// offset returns how far a mark is to be moved from where it stands by itself.
func offset(base *Face, gid uint16, letter, mark rune) (m move) {
	of := base.metrics
	height := -markGap
	switch {
	case !below(mark):
		height = of.XHeight + markGap
		if unicode.IsUpper(letter) || strings.ContainsRune(ascending, letter) {
			m.up = of.CapHeight - of.XHeight
		}
	case strings.ContainsRune(descending, letter):
		m.up = of.Descent
	}
	lean := math.Tan(-float64(of.ItalicAngle) * math.Pi / 180)
	m.right = markCenter - base.Advance(gid)/2 + int(math.Round(lean*float64(height+m.up-of.XHeight/2)))
	return m
}

// Small letters as high as capitals, and those that go below the baseline, of
// the alphabets that put marks on letters.
const (
	ascending  = "bdfhklłtþƛλδθ"
	descending = "gjpqyŋɣχ"
)

// below reports whether a mark stands below its letter; those that faces have
// lie together in the block of combining diacritical marks.
func below(mark rune) bool { return mark >= 0x0323 && mark <= 0x0332 }

// moved returns the glyph of the same mark that is moved by about m.
func (f *Face) moved(gid uint16, m move) uint16 {
	best, least := 0, math.MaxInt
	for i, have := range f.moves {
		if d := abs(have.right-m.right) + abs(have.up-m.up); d < least {
			best, least = i, d
		}
	}
	if n := abs(m.right) + abs(m.up); n <= least {
		return gid
	}
	return uint16((best+1)*f.covered()) + gid
}

func abs(n int) int { return max(n, -n) }
