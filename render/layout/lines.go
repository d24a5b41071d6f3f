package layout

import "slices"

// line is a range of glyphs on one baseline.
type line struct {
	from, to int     // glyphs [from, to), white space that hangs over the end included
	width    float64 // without that white space
	hyphen   bool    // ends at a soft hyphen, which is drawn
}

// slack forgives the rounding of a sum of advances, in points.
const slack = 1e-6

// fill breaks the text into lines of at most the given width, greedily: each
// line takes what fits. A word longer than a line is cut between characters.
// The lines are valid until the next reset. A text without glyphs has no line.
func (t *text) fill(width float64) []line {
	t.markBreaks()
	t.lines = t.lines[:0]
	for from := 0; from < len(t.glyphs); {
		ln := t.next(from, len(t.glyphs), width)
		t.lines = append(t.lines, ln)
		from = ln.to
	}
	return t.lines
}

// balance breaks the text, which takes more than one line of the width, into
// as many lines of about the same length: no title ends with a word alone.
func (t *text) balance(width float64) []line {
	count := len(t.fill(width))
	low, high := width/float64(count), width
	for high-low > 1 { // to a point
		if mid := (low + high) / 2; len(t.fill(mid)) <= count {
			high = mid
		} else {
			low = mid
		}
	}
	return t.fill(high)
}

// next returns the line that starts at a glyph, of a text that ends before
// another.
func (t *text) next(from, end int, width float64) line {
	var x, inked float64 // to the end of the glyph; of the last one that is no space
	best := line{to: -1}
	for i := from; i < end; i++ {
		g := &t.glyphs[i]
		x += g.advance()
		if g.flags&isSpace == 0 {
			if x > width+slack && i > from {
				return t.cut(from, i, best)
			}
			inked = x
		}
		if g.flags&canEnd == 0 {
			continue
		}
		ln := line{from: from, to: i + 1, width: inked}
		if g.flags&isSoft != 0 {
			ln.hyphen = true
			ln.width += t.hyphen(g)
			if ln.width > width+slack {
				continue // no room for the hyphen itself
			}
		}
		best = ln
	}
	return line{from: from, to: end, width: inked}
}

// cut ends a line that glyph i does not fit on: at the best break so far, or
// before i where the word is longer than the line. Words that no-break spaces
// make longer than a line are parted at one of those.
func (t *text) cut(from, i int, best line) line {
	if best.to > from {
		return best
	}
	if to := t.noBreak(from, i); to > from {
		return line{from: from, to: to, width: t.inked(from, to)}
	}
	to := i
	for to > from+1 && t.glyphs[to].flags&isMark != 0 {
		to-- // an accent stays with its letter
	}
	if t.glyphs[to].flags&isMark != 0 {
		to = i
	}
	return line{from: from, to: to, width: t.inked(from, to)}
}

// noBreak returns the end of the last no-break space among glyphs [from, i), or from.
func (t *text) noBreak(from, i int) int {
	for ; i > from; i-- {
		if r := t.glyphs[i-1].r; r == '\u00a0' || r == '\u202f' {
			return i
		}
	}
	return from
}

// inked returns the width of glyphs [from, to) without white space at the end.
func (t *text) inked(from, to int) float64 {
	var w, inked float64
	for i := from; i < to; i++ {
		w += t.glyphs[i].advance()
		if t.glyphs[i].flags&isSpace == 0 {
			inked = w
		}
	}
	return inked
}

// hyphen returns the width of a soft hyphen that is drawn.
func (t *text) hyphen(g *glyph) float64 {
	return float64(g.face.Advance(g.gid)) * t.stretch[g.stretch].size / 1000
}

// extent returns the width of the whole text on one line, and that of its
// widest part between two places where a line may end.
func (t *text) extent() (whole, widest float64) {
	t.markBreaks()
	var part, inked float64
	for i := range t.glyphs {
		g := &t.glyphs[i]
		part += g.advance()
		if g.flags&isSpace == 0 {
			inked = part
		}
		whole += g.advance()
		if g.flags&canEnd == 0 {
			continue
		}
		if g.flags&isSoft != 0 {
			inked += t.hyphen(g)
		}
		widest = max(widest, inked)
		part, inked = 0, 0
	}
	return whole, max(widest, inked)
}

// refsOf appends the notes referred to on a line to dst. Lines are asked for
// in order, so that the references are walked once.
func (t *text) refsOf(ln line, dst []int) []int {
	i, _ := slices.BinarySearchFunc(t.refs, ln.from, func(r ref, from int) int { return r.glyph - from })
	for ; i < len(t.refs) && t.refs[i].glyph < ln.to; i++ {
		dst = append(dst, t.refs[i].note)
	}
	return dst
}
