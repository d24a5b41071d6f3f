package layout

import "unicode"

// Where a line may end. The rules are those of UAX #14 that a briefing note in
// English or French meets, and the house's own: after spaces, hyphens between
// letters, dashes, slashes, zero-width spaces and soft hyphens; never at a
// no-break space (U+00A0, U+202F), a no-break hyphen (U+2011) or a word joiner
// (U+2060), before French double punctuation or closing marks, after opening
// guillemets, inside a severance's token, or before a footnote's mark.

// markBreaks finds the glyphs after which a line may end.
func (t *text) markBreaks() {
	n := len(t.glyphs)
	for i := range n - 1 {
		g := &t.glyphs[i]
		if t.mayEnd(i, g, &t.glyphs[i+1]) {
			g.flags |= canEnd
		}
	}
}

// mayEnd reports whether a line may end between glyph i, which is g, and next.
func (t *text) mayEnd(i int, g, next *glyph) bool {
	if next.flags&(isSpace|isMark) != 0 || next.r == '\u2060' || g.r == '\u2060' {
		return false // white space hangs on the line before
	}
	st, nst := &t.stretch[g.stretch], &t.stretch[next.stretch]
	if nst.stays && g.stretch != next.stretch {
		return false
	}
	if st.tied && g.stretch == next.stretch {
		return g.flags&isSpace != 0 && g.at > 0 && t.rune(i-1) == ','
	}
	switch {
	case g.flags&isSpace != 0:
		return t.spaceMayEnd(i, next)
	case g.r == '\u200B', g.flags&isSoft != 0:
		return true
	case g.r == '-', g.r == '\u2010':
		return isWordy(t.rune(i-1)) && unicode.IsLetter(next.r)
	case g.r == '\u2013', g.r == '\u2014':
		return i > 0 && !isClosing(next.r)
	case g.r == '/':
		// Dates and fractions stay whole; "://" breaks after its last slash.
		return i > 0 && next.r != '/' && !isClosing(next.r) &&
			!(unicode.IsDigit(next.r) && unicode.IsDigit(t.rune(i-1)))
	}
	return false
}

// spaceMayEnd applies the guards around white space: nothing that closes is
// parted from what it closes, as in "50 %" and "« mot »".
func (t *text) spaceMayEnd(i int, next *glyph) bool {
	before := i
	for before >= 0 && t.glyphs[before].flags&isSpace != 0 {
		before--
	}
	if before >= 0 && isOpening(t.glyphs[before].r) {
		return false
	}
	if !isClosing(next.r) {
		return true
	}
	// ".gov" and "’tis" are words; " ." and " :" close something.
	after := t.runeAfter(next)
	return next.r != '»' && (unicode.IsLetter(after) || unicode.IsDigit(after))
}

// rune returns the character of glyph i, or 0 outside the text.
func (t *text) rune(i int) rune {
	if i < 0 || i >= len(t.glyphs) {
		return 0
	}
	return t.glyphs[i].r
}

// runeAfter returns the character that follows g in its stretch, or 0.
func (t *text) runeAfter(g *glyph) rune {
	for at, r := range t.stretch[g.stretch].text[g.at:] {
		if at > 0 {
			return r
		}
	}
	return 0
}

func isWordy(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func isOpening(r rune) bool {
	switch r {
	case '«', '(', '[', '{', '“', '‘':
		return true
	}
	return false
}

func isClosing(r rune) bool {
	switch r {
	case '.', ',', ':', ';', '!', '?', '%', '»', ')', ']', '}', '”', '’', '…', '°':
		return true
	}
	return false
}
