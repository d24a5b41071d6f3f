package main

import (
	"cmp"
	"fmt"
	"slices"
)

// glyph is one glyph of a face to be made.
type glyph struct {
	from      int // glyph of the source, or blank
	advance   int // units of the source
	right, up int // how far the outline is moved, units of the source
}

// blank is the origin of a glyph without an outline.
const blank = -1

// plan is the choice of a face's glyphs in their order: glyph 0, one for each
// character in the order of characters, the latter once more for each move,
// and then the components of composite glyphs, which stand for no character.
type plan struct {
	runes  []rune // runes[i] is drawn by glyphs[i+1]
	glyphs []glyph
	at     map[int]int // glyph of the source → first glyph of the plan made of it
}

func newPlan(src *source, runes []rune, moves []move) (*plan, error) {
	p := &plan{runes: runes, glyphs: []glyph{{from: 0, advance: src.advance(0)}}, at: map[int]int{0: 0}}
	for _, r := range runes {
		g, err := glyphFor(src, r)
		if err != nil {
			return nil, err
		}
		p.add(g)
	}
	for _, m := range moves {
		for _, g := range p.glyphs[1 : 1+len(runes)] {
			g.right, g.up = src.units(m.right), src.units(m.up)
			p.add(g)
		}
	}
	for i := 0; i < len(p.glyphs); i++ { // the list grows: components may have components
		if p.glyphs[i].from == blank {
			continue
		}
		for _, c := range components(src.glyphs[p.glyphs[i].from]) {
			gid := c.glyph()
			if _, ok := p.at[gid]; !ok {
				p.add(glyph{from: gid, advance: src.advance(gid)})
			}
		}
	}
	return p, nil
}

func (p *plan) add(g glyph) {
	if _, ok := p.at[g.from]; !ok {
		p.at[g.from] = len(p.glyphs)
	}
	p.glyphs = append(p.glyphs, g)
}

const (
	hyphen            = '\u2010'
	nonBreakingHyphen = '\u2011' // which some sources lack
)

// glyphFor finds what draws a character: nothing but room for a space, and the
// hyphen for one at which no line breaks.
func glyphFor(src *source, r rune) (glyph, error) {
	if width, ok := spaceWidth(src, r); ok {
		return glyph{from: blank, advance: width}, nil
	}
	if r == nonBreakingHyphen {
		r = hyphen
	}
	gid, ok := src.glyphOf[r]
	if !ok || len(src.glyphs[gid]) == 0 {
		return glyph{}, fmt.Errorf("the source draws nothing for %U", r)
	}
	return glyph{from: gid, advance: src.advance(gid)}, nil
}

// spaceWidth returns the width of a space in the units of the source, and
// false for any other character. Sources lack some of them or disagree, so
// those with a width by definition (The Unicode Standard, table 6-2) get that;
// the narrow no-break space, which French sets before ; ! and ?, is half a
// space.
func spaceWidth(src *source, r rune) (units int, ok bool) {
	em, of := src.unitsPerEm, func(r rune) int { return src.advance(src.glyphOf[r]) }
	switch r {
	case ' ', '\u00A0':
		return of(' '), true
	case '\u2000', '\u2002': // en quad, en space
		return em / 2, true
	case '\u2001', '\u2003': // em quad, em space
		return em, true
	case '\u2004': // three to an em
		return em / 3, true
	case '\u2005': // four to an em
		return em / 4, true
	case '\u2006': // six to an em
		return em / 6, true
	case '\u2007': // figure space
		return of('0'), true
	case '\u2008': // punctuation space
		return of('.'), true
	case '\u2009': // thin space
		return em / 5, true
	case '\u200A': // hair space
		return em / 12, true
	case '\u202F': // narrow no-break space
		return of(' ') / 2, true
	case '\u205F': // medium mathematical space
		return em * 4 / 18, true
	case '\u200B', '\u2060': // places where a line may break, and may not
		return 0, true
	}
	return 0, false
}

// block is a range of characters, both ends included.
type block struct{ first, last rune }

// coverage is what a face is for: the characters that the source has of some
// blocks, without those of others.
type coverage struct {
	of     []block
	but    []block
	spaces bool // also all spaces, whether the source has them or not
}

// runes returns the characters that a face covers, in order.
func (c coverage) runes(src *source) []rune {
	var list []rune
	for _, b := range c.of {
		for r := b.first; r <= b.last; r++ {
			_, has := src.glyphOf[r]
			has = has || r == nonBreakingHyphen
			if _, space := spaceWidth(src, r); space {
				has = c.spaces
			}
			if has && !within(r, c.but) {
				list = append(list, r)
			}
		}
	}
	slices.SortFunc(list, cmp.Compare[rune])
	return slices.Compact(list)
}

func within(r rune, blocks []block) bool {
	return slices.ContainsFunc(blocks, func(b block) bool { return b.first <= r && r <= b.last })
}
