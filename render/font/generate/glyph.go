package main

import "encoding/binary"

// Flags of a component of a composite glyph (OpenType, table glyf).
const (
	argsAreWords    = 1 << 0
	argsAreOffsets  = 1 << 1
	hasScale        = 1 << 3
	moreComponents  = 1 << 5
	hasTwoScales    = 1 << 6
	hasMatrix       = 1 << 7
	hasInstructions = 1 << 8
)

const glyphHeader = 10 // number of contours and the four edges

// component is the record of a component, from its flags on.
type component []byte

func (c component) flags() int   { return u16(c, 0) }
func (c component) glyph() int   { return u16(c, 2) }
func (c component) set(gid int)  { binary.BigEndian.PutUint16(c[2:], uint16(gid)) }
func (c component) forget(f int) { binary.BigEndian.PutUint16(c, uint16(c.flags()&^f)) }

// size returns the record's length in bytes.
func (c component) size() int {
	n := 6 // flags, glyph, two offsets of a byte
	if c.flags()&argsAreWords != 0 {
		n += 2
	}
	switch {
	case c.flags()&hasScale != 0:
		n += 2
	case c.flags()&hasTwoScales != 0:
		n += 4
	case c.flags()&hasMatrix != 0:
		n += 8
	}
	return n
}

// components returns the records of a composite glyph, as views of outline,
// and none for a simple or empty one.
func components(outline []byte) []component {
	if len(outline) == 0 || i16(outline, 0) >= 0 {
		return nil
	}
	var list []component
	for rest := outline[glyphHeader:]; ; {
		c := component(rest)
		c = c[:c.size():c.size()]
		list = append(list, c)
		if c.flags()&moreComponents == 0 {
			return list
		}
		rest = rest[len(c):]
	}
}

// shape returns a glyph's outline without its hinting instructions, which no
// printed page needs, and with its components as the plan numbers them.
func (p *plan) shape(src *source, g glyph) []byte {
	if g.from == blank {
		return nil
	}
	outline := src.glyphs[g.from]
	if g.right != 0 || g.up != 0 {
		return moved(outline, p.at[g.from], g.right, g.up)
	}
	if len(outline) == 0 || i16(outline, 0) >= 0 {
		return unhinted(outline)
	}
	n := glyphHeader
	for _, c := range components(outline) {
		n += len(c)
	}
	outline = append([]byte(nil), outline[:n]...) // instructions follow the components
	for _, c := range components(outline) {
		c.set(p.at[c.glyph()])
		c.forget(hasInstructions)
	}
	return outline
}

// moved returns a composite glyph: the glyph gid, of the given outline, moved.
func moved(outline []byte, gid, right, up int) []byte {
	b := make([]byte, glyphHeader+8)
	put(b, 0, -1, i16(outline, 2)+right, i16(outline, 4)+up, i16(outline, 6)+right, i16(outline, 8)+up)
	put(b, glyphHeader, argsAreWords|argsAreOffsets, gid, right, up)
	return b
}

// unhinted returns a simple glyph without its instructions.
func unhinted(outline []byte) []byte {
	if len(outline) == 0 {
		return nil
	}
	at := glyphHeader + 2*i16(outline, 0) // the instructions' length, after the ends of contours
	n := u16(outline, at)
	bare := append([]byte(nil), outline[:at]...)
	bare = append(bare, 0, 0)
	return append(bare, outline[at+2+n:]...)
}

// points returns how many points and contours a simple glyph has.
func points(outline []byte) (points, contours int) {
	contours = i16(outline, 0)
	return u16(outline, glyphHeader+2*(contours-1)) + 1, contours
}

// size is what table maxp asks of a glyph.
type size struct {
	points, contours int // of all its components together
	components       int // of the glyph itself
	depth            int // levels of components; 0 for a simple glyph
}

// measure finds the size of a glyph among the outlines of its face.
func measure(outlines [][]byte, gid int) size {
	outline := outlines[gid]
	if len(outline) == 0 {
		return size{}
	}
	parts := components(outline)
	if parts == nil {
		p, c := points(outline)
		return size{points: p, contours: c}
	}
	s := size{components: len(parts)}
	for _, c := range parts {
		part := measure(outlines, c.glyph())
		s.points += part.points
		s.contours += part.contours
		s.depth = max(s.depth, part.depth+1)
	}
	return s
}
