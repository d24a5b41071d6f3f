package font_test

import (
	"testing"

	"briefnote/render/font"
)

func TestPickOn(t *testing.T) {
	s := sans(t)
	const comma, line = '\u0313', '\u0331'
	by := func(letter, mark rune, st font.Style) uint16 {
		t.Helper()
		f, gid, ok := s.PickOn(st, letter, mark)
		if !ok || f.Rune(gid) != mark || f.Advance(gid) != 0 {
			t.Fatalf("%c on %c: glyph %d of %v, %t", mark, letter, gid, f, ok)
		}
		return gid
	}
	_, plain, _ := s.Pick(font.Regular, comma)
	same := []struct {
		name         string
		letter, like rune
		mark         rune
		want         bool
	}{
		{"small letters of one width", 'n', 'u', comma, true},
		{"a wide letter", 'm', 'n', comma, false},
		{"a narrow letter", 'ı', 'n', comma, false},
		{"a capital of the same width", 'K', 'A', comma, true},
		{"a letter as high as a capital", 'k', 'x', comma, false},
		{"a letter that goes deep", 'g', 'n', line, false},
		{"a capital and a small letter of its width, below", 'J', 'c', line, true},
	}
	for _, c := range same {
		a, b := by(c.letter, c.mark, font.Regular), by(c.like, c.mark, font.Regular)
		if got := a == b; got != c.want {
			t.Errorf("%s: %c and %c have glyphs %d and %d", c.name, c.letter, c.like, a, b)
		}
	}
	if a, b := by('n', comma, font.Regular), by('n', comma, font.Italic); a == b {
		t.Error("a mark does not lean with its letter")
	}
	for _, r := range []rune{0, ' ', '-', '7', '漢'} {
		if got := by(r, comma, font.Regular); got != plain {
			t.Errorf("after %q the mark is moved, to glyph %d", r, got)
		}
	}
}

func TestPickOnWithoutMark(t *testing.T) {
	s := sans(t)
	f, gid, ok := s.PickOn(font.Bold, 'n', 'é')
	g, want, _ := s.Pick(font.Bold, 'é')
	if !ok || f != g || gid != want {
		t.Errorf("a letter is not picked as by Pick: %v %d %t", f, gid, ok)
	}
	if _, _, ok := s.PickOn(font.Bold, 'n', '\u20DD'); ok {
		t.Error("a mark that no face has was picked")
	}
}
