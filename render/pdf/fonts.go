package pdf

import (
	"strconv"
	"unicode/utf16"

	"briefnote/render/font"
	"briefnote/render/pdf/file"
)

// fontTable is the faces used in a file, in the order of their first use, and
// the glyphs used of each.
type fontTable struct {
	index map[*font.Face]int
	faces []usedFace
	err   error
}

// usedFace is a face and the glyphs used of it, a bit each.
type usedFace struct {
	face *font.Face
	used []uint64
}

// name returns the resource name of a face.
func (t *fontTable) name(f *font.Face) string { return fontName(t.of(f)) }

func (t *fontTable) of(f *font.Face) int {
	i, ok := t.index[f]
	if !ok {
		i = len(t.faces)
		t.index[f] = i
		t.faces = append(t.faces, usedFace{face: f})
	}
	return i
}

// use notes that glyphs of a face are drawn.
func (t *fontTable) use(f *font.Face, gids []uint16) {
	u := &t.faces[t.of(f)]
	for _, g := range gids {
		w := int(g / 64)
		for w >= len(u.used) {
			u.used = append(u.used, 0)
		}
		u.used[w] |= 1 << (g % 64)
	}
}

// glyphs returns the glyphs used, in order.
func (u *usedFace) glyphs() []uint16 {
	var gs []uint16
	for w, bits := range u.used {
		for b := range 64 {
			if bits&(1<<b) != 0 {
				gs = append(gs, uint16(64*w+b))
			}
		}
	}
	return gs
}

// write writes all fonts and returns the entry of the pages' resources.
func (t *fontTable) write(out *file.Writer) *file.Dict {
	d := file.NewDict()
	for i := range t.faces {
		ref, err := t.faces[i].write(out)
		if err != nil {
			t.err = err
			return d
		}
		d.Ref(fontName(i), ref)
	}
	return d
}

// write writes one font: a composite one whose character codes are glyph
// indices (9.7, CIDFontType2 with Identity-H), so that any glyph of the face
// can be drawn and none needs an encoding.
func (u *usedFace) write(out *file.Writer) (file.Ref, error) {
	program, length, err := u.face.Program()
	if err != nil {
		return 0, err
	}
	embedded, toUnicode := out.Alloc(), out.Alloc()
	out.Deflated(embedded, file.NewDict().Int("Length1", length), program)
	gs := u.glyphs()
	out.Stream(toUnicode, file.NewDict(), unicodeMap(u.face, gs))
	name := u.face.Name()
	cid := file.NewDict().Name("Type", "Font").Name("Subtype", "CIDFontType2").Name("BaseFont", name)
	cid.Dict("CIDSystemInfo", file.NewDict().Bytes("Registry", "Adobe").Bytes("Ordering", "Identity").Int("Supplement", 0))
	cid.Ref("FontDescriptor", out.Add(descriptor(u.face, embedded)))
	cid.Raw("W", widths(u.face, gs)).Name("CIDToGIDMap", "Identity")
	descendant := out.Add(cid)
	d := file.NewDict().Name("Type", "Font").Name("Subtype", "Type0").Name("BaseFont", name)
	d.Name("Encoding", "Identity-H").Refs("DescendantFonts", []file.Ref{descendant}).Ref("ToUnicode", toUnicode)
	return out.Add(d), nil
}

// descriptor describes a face to viewers (9.8).
func descriptor(f *font.Face, program file.Ref) *file.Dict {
	m := f.Metrics()
	d := file.NewDict().Name("Type", "FontDescriptor").Name("FontName", f.Name())
	d.Int("Flags", int(m.Flags))
	d.Nums("FontBBox", float64(m.BBox[0]), float64(m.BBox[1]), float64(m.BBox[2]), float64(m.BBox[3]))
	d.Nums("ItalicAngle", 0)
	d.Int("Ascent", int(m.Ascent)).Int("Descent", int(m.Descent)).Int("CapHeight", int(m.CapHeight)).Int("XHeight", int(m.XHeight))
	d.Int("StemV", int(m.StemV)).Ref("FontFile2", program)
	return d
}

// widths writes the advances of glyphs: runs of neighbours as "first [w w …]"
// (9.7.4.3).
func widths(f *font.Face, gs []uint16) string {
	b := []byte{'['}
	for i, g := range gs {
		if i == 0 || gs[i-1]+1 != g {
			if i > 0 {
				b = append(b, "] "...)
			}
			b = strconv.AppendInt(b, int64(g), 10)
			b = append(b, " ["...)
		} else {
			b = append(b, ' ')
		}
		b = strconv.AppendInt(b, int64(f.Advance(g)), 10)
	}
	if len(gs) > 0 {
		b = append(b, ']')
	}
	return string(append(b, ']'))
}

// unicodeMap writes the CMap that says which characters glyphs stand for
// (9.10.3): the first glyph, the last, and the first one's character. Glyphs
// stand in the order of characters, so that a range takes many.
func unicodeMap(f *font.Face, gs []uint16) []byte {
	b := []byte("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	const most = 100 // ranges a section may have
	ranges := rangesOf(f, gs)
	for len(ranges) > 0 {
		n := min(len(ranges), most)
		b = strconv.AppendInt(b, int64(n), 10)
		b = append(b, " beginbfrange\n"...)
		for _, r := range ranges[:n] {
			b = appendCode(append(b, '<'), r.first)
			b = appendCode(append(b, "> <"...), r.last)
			b = append(b, "> <"...)
			for _, u := range utf16.Encode([]rune{f.Rune(r.first)}) {
				b = appendCode(b, u)
			}
			b = append(b, ">\n"...)
		}
		b = append(b, "endbfrange\n"...)
		ranges = ranges[n:]
	}
	return append(b, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"...)
}

// glyphRange is glyphs that stand for as many characters in a row.
type glyphRange struct{ first, last uint16 }

// rangesOf gathers glyphs into ranges. Of the codes in a range, and of the
// characters too, only the last byte may differ.
func rangesOf(f *font.Face, gs []uint16) []glyphRange {
	var ranges []glyphRange
	for i, g := range gs {
		if n := len(ranges); n > 0 && gs[i-1]+1 == g && g&0xFF != 0 {
			if before, r := f.Rune(gs[i-1]), f.Rune(g); before+1 == r && r&0xFF != 0 {
				ranges[n-1].last = g
				continue
			}
		}
		ranges = append(ranges, glyphRange{g, g})
	}
	return ranges
}

// appendCode appends a code in hexadecimal.
func appendCode(b []byte, c uint16) []byte {
	const digits = "0123456789ABCDEF"
	return append(b, digits[c>>12], digits[c>>8&15], digits[c>>4&15], digits[c&15])
}
