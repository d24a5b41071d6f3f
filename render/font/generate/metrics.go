package main

import (
	"crypto/sha256"
	"encoding/binary"
	"math"

	"briefnote/render/font"
)

// Flags of a font descriptor (ISO 32000-1, table 123).
const (
	flagSymbolic = 1 << 2 // there are glyphs beyond the Latin of Adobe's standard set
	flagItalic   = 1 << 6
)

// encodeMetrics makes the file of metrics, in the format of [font.Magic].
func encodeMetrics(f face, src *source, p *plan, b *program) []byte {
	name := tag(b.bytes) + "+" + f.name
	out := []byte(font.Magic)
	out = binary.BigEndian.AppendUint32(out, uint32(len(b.bytes)))
	numbers := func(list ...int) {
		for _, n := range list {
			out = binary.BigEndian.AppendUint16(out, uint16(n))
		}
	}
	numbers(measures(src, b)...)
	spans := spansOf(p.runes)
	numbers(len(p.glyphs), len(spans), len(f.moves))
	out = append(append(out, uint8(len(name))), name...)
	for _, s := range spans {
		out = binary.BigEndian.AppendUint32(out, uint32(s.first))
		numbers(int(s.last - s.first + 1))
	}
	for _, m := range f.moves {
		numbers(m.right, m.up)
	}
	for _, g := range p.glyphs {
		numbers(src.thousandths(g.advance))
	}
	return out
}

// measures returns the fields of [font.Metrics] in their order.
func measures(src *source, b *program) []int {
	hhea, post := src.tables["hhea"], src.tables["post"]
	angle := float64(int32(binary.BigEndian.Uint32(post[4:]))) / 0x10000
	thickness := i16(post, 10)
	_, _, _, capHeight := src.box('H')
	_, _, _, xHeight := src.box('x')
	list := []int{
		i16(hhea, 4), i16(hhea, 6), i16(hhea, 8), // ascender, descender, lineGap
		capHeight, xHeight,
		i16(post, 8) - thickness/2, // the table gives the upper edge
		thickness,
		b.left, b.bottom, b.right, b.top,
	}
	for i, v := range list {
		list[i] = src.thousandths(v)
	}
	flags := flagSymbolic
	if angle != 0 {
		flags |= flagItalic
	}
	return append(list, int(math.Round(angle)), src.thousandths(stem(src, angle)), flags)
}

// stem returns the thickness of an upright stem: the width of the letter l,
// which is a plain bar in the faces here, less what a slant adds to it.
func stem(src *source, angle float64) int {
	left, bottom, right, top := src.box('l')
	slant := float64(top-bottom) * math.Tan(-angle*math.Pi/180)
	return int(math.Round(float64(right-left) - slant))
}

// spansOf gathers characters in order into runs without a gap.
func spansOf(runes []rune) []block {
	var spans []block
	for _, r := range runes {
		if n := len(spans); n > 0 && spans[n-1].last+1 == r {
			spans[n-1].last = r
			continue
		}
		spans = append(spans, block{r, r})
	}
	return spans
}

// tag returns the six letters that mark a subset (ISO 32000-1, 9.6.4). They
// come from the program itself, so that two that differ never share a name.
func tag(program []byte) string {
	sum := sha256.Sum256(program)
	n := binary.BigEndian.Uint64(sum[:])
	letters := make([]byte, 6)
	for i := range letters {
		letters[i] = 'A' + byte(n%26)
		n /= 26
	}
	return string(letters)
}
