package main

import (
	"testing"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"briefnote/render/font"
)

// A mark picked for a letter has its ink over or under the letter's middle,
// and clear of it.
func TestMarksStandOnTheirLetters(t *testing.T) {
	set, err := font.Load(committed(t), "sans")
	if err != nil {
		t.Fatal(err)
	}
	marks := map[font.Style]pair{}
	for _, f := range faces() {
		switch f.file {
		case "marks-regular":
			marks[font.Regular] = load(t, f)
		case "marks-bold":
			marks[font.Bold] = load(t, f)
		}
	}
	const caron, low = '\u030C', '\u0331' // symmetrical, so that the middle of the ink is theirs
	for st, m := range marks {
		for _, letter := range "xniıljtmwkgyKXIWMQλł" {
			face, gid, _ := set.Pick(st, letter)
			_, mark, _ := set.PickOn(st, letter, caron)
			left, bottom, right, _ := m.ink(t, mark)
			m.centred(t, letter, (left+right)/2, face.Advance(gid))
			if floor := face.Metrics().XHeight; bottom < floor {
				t.Errorf("%s %c: the caron begins at %d, within small letters", st, letter, bottom)
			}
			if letter >= 'A' && letter <= 'Z' && bottom < face.Metrics().CapHeight {
				t.Errorf("%s %c: the caron begins at %d, within capitals", st, letter, bottom)
			}
			_, mark, _ = set.PickOn(st, letter, low)
			left, _, right, top := m.ink(t, mark)
			m.centred(t, letter, (left+right)/2, face.Advance(gid))
			if top >= 0 || (letter == 'g' || letter == 'y' || letter == 'j') && top > face.Metrics().Descent {
				t.Errorf("%s %c: the line below ends at %d, within the letter", st, letter, top)
			}
		}
	}
}

// centred checks a mark that is shown where a letter of some width ends. The
// moves are in steps of 50, so that half of one may be left.
func (p pair) centred(t *testing.T, letter rune, middle, width int) {
	t.Helper()
	if off := middle + width/2; off < -30 || off > 30 {
		t.Errorf("%s: the mark is off the middle of %c by %d", p.face.file, letter, off)
	}
}

// ink returns the edges of a glyph in thousandths of an em.
func (p pair) ink(t *testing.T, gid uint16) (left, bottom, right, top int) {
	t.Helper()
	var b sfnt.Buffer
	box, _, err := p.now.GlyphBounds(&b, sfnt.GlyphIndex(gid), fixed.Int26_6(p.now.UnitsPerEm()), 0)
	if err != nil {
		t.Fatal(err)
	}
	of := func(v fixed.Int26_6) int { return p.src.thousandths(int(v)) }
	return of(box.Min.X), -of(box.Max.Y), of(box.Max.X), -of(box.Min.Y)
}
