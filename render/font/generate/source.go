package main

import (
	"encoding/binary"
	"fmt"
)

// u16 reads the unsigned number at a byte offset. As everywhere in TrueType,
// the most significant byte comes first.
func u16(b []byte, at int) int { return int(binary.BigEndian.Uint16(b[at:])) }

// i16 reads the signed number at a byte offset.
func i16(b []byte, at int) int { return int(int16(binary.BigEndian.Uint16(b[at:]))) }

func u32(b []byte, at int) int { return int(binary.BigEndian.Uint32(b[at:])) }

// source is a whole TrueType font, read.
type source struct {
	tables     map[string][]byte
	unitsPerEm int
	glyphs     [][]byte     // outlines as in table glyf, by glyph
	glyphOf    map[rune]int // characters of the Basic Multilingual Plane
	longs      int          // glyphs with an advance of their own in table hmtx
}

// parseSource reads a font. The fonts come from pinned modules, so it checks
// no more than that the tables are there and of the formats it knows.
func parseSource(ttf []byte) (*source, error) {
	s := &source{tables: map[string][]byte{}}
	for i := range u16(ttf, 4) {
		rec := ttf[12+16*i:]
		at, n := u32(rec, 8), u32(rec, 12)
		s.tables[string(rec[:4])] = ttf[at : at+n]
	}
	for _, tag := range []string{"cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "post"} {
		if s.tables[tag] == nil {
			return nil, fmt.Errorf("the source has no table %s", tag)
		}
	}
	s.unitsPerEm = u16(s.tables["head"], 18)
	s.longs = u16(s.tables["hhea"], 34)
	s.readGlyphs()
	return s, s.readCharacters()
}

func (s *source) readGlyphs() {
	loca, glyf := s.tables["loca"], s.tables["glyf"]
	offset := func(gid int) int { return 2 * u16(loca, 2*gid) }
	if u16(s.tables["head"], 50) == 1 { // indexToLocFormat: long offsets
		offset = func(gid int) int { return u32(loca, 4*gid) }
	}
	s.glyphs = make([][]byte, u16(s.tables["maxp"], 4))
	for gid := range s.glyphs {
		s.glyphs[gid] = glyf[offset(gid):offset(gid+1)]
	}
}

// readCharacters reads the subtable of table cmap for Windows and the Basic
// Multilingual Plane, which is of format 4 in every font.
func (s *source) readCharacters() error {
	cmap := s.tables["cmap"]
	for i := range u16(cmap, 2) {
		rec := cmap[4+8*i:]
		sub := cmap[u32(rec, 4):]
		if u16(rec, 0) == 3 && u16(rec, 2) == 1 && u16(sub, 0) == 4 {
			s.readFormat4(sub)
			return nil
		}
	}
	return fmt.Errorf("the source has no table of Unicode characters in format 4")
}

func (s *source) readFormat4(sub []byte) {
	s.glyphOf = map[rune]int{}
	n := u16(sub, 6) // twice the number of segments: the length of each of four arrays
	for at := 0; at < n; at += 2 {
		last, first := u16(sub, 14+at), u16(sub, 16+n+at)
		delta, rangeAt := u16(sub, 16+2*n+at), 16+3*n+at
		for r := first; r <= last && r < 0xFFFF; r++ {
			gid := r
			if off := u16(sub, rangeAt); off != 0 {
				if gid = u16(sub, rangeAt+off+2*(r-first)); gid == 0 {
					continue
				}
			}
			if gid = (gid + delta) & 0xFFFF; gid != 0 {
				s.glyphOf[rune(r)] = gid
			}
		}
	}
}

// advance returns a glyph's width in the font's units.
func (s *source) advance(gid int) int {
	return u16(s.tables["hmtx"], 4*min(gid, s.longs-1))
}

// bearing returns the distance from a glyph's origin to its left edge.
func (s *source) bearing(gid int) int {
	if gid < s.longs {
		return i16(s.tables["hmtx"], 4*gid+2)
	}
	return i16(s.tables["hmtx"], 4*s.longs+2*(gid-s.longs))
}

// box returns the edges of a character's glyph.
func (s *source) box(r rune) (left, bottom, right, top int) {
	g := s.glyphs[s.glyphOf[r]]
	return i16(g, 2), i16(g, 4), i16(g, 6), i16(g, 8)
}

// thousandths turns the font's units into thousandths of an em, rounded.
func (s *source) thousandths(units int) int {
	n := units * 1000
	if n < 0 {
		return -((-n + s.unitsPerEm/2) / s.unitsPerEm)
	}
	return (n + s.unitsPerEm/2) / s.unitsPerEm
}

// units turns thousandths of an em into the font's units.
func (s *source) units(thousandths int) int { return thousandths * s.unitsPerEm / 1000 }
