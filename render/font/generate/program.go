package main

import (
	"encoding/binary"
	"fmt"
	"slices"
)

// program is a TrueType file of the tables that a PDF needs (ISO 32000-1,
// 9.9): glyf, head, hhea, hmtx, loca, maxp. Characters are not its matter; the
// PDF shows glyphs by their numbers.
type program struct {
	bytes                    []byte
	left, bottom, right, top int // edges of all glyphs laid over one another, units
}

func buildProgram(src *source, p *plan) (*program, error) {
	outlines := make([][]byte, len(p.glyphs))
	for gid, g := range p.glyphs {
		outlines[gid] = p.shape(src, g)
	}
	glyf, loca, long := joinOutlines(outlines)
	if len(p.glyphs) > 0xFFFF {
		return nil, fmt.Errorf("%d glyphs are more than a face can have", len(p.glyphs))
	}
	b := &program{}
	b.left, b.bottom, b.right, b.top = edges(outlines)
	b.bytes = joinTables([]table{ // in the order of their tags, as the directory wants it
		{"glyf", glyf},
		{"head", b.head(src, long)},
		{"hhea", b.hhea(src, p, outlines)},
		{"hmtx", hmtx(src, p)},
		{"loca", loca},
		{"maxp", maxp(src, outlines)},
	})
	return b, nil
}

// joinOutlines makes the tables glyf and loca. Short offsets count in words,
// so every outline starts at an even byte.
func joinOutlines(outlines [][]byte) (glyf, loca []byte, long bool) {
	offsets := make([]int, 0, len(outlines)+1)
	for _, o := range outlines {
		offsets = append(offsets, len(glyf))
		glyf = append(glyf, o...)
		if len(glyf)%2 != 0 {
			glyf = append(glyf, 0)
		}
	}
	offsets = append(offsets, len(glyf))
	long = len(glyf) > 2*0xFFFF
	for _, at := range offsets {
		if long {
			loca = binary.BigEndian.AppendUint32(loca, uint32(at))
		} else {
			loca = binary.BigEndian.AppendUint16(loca, uint16(at/2))
		}
	}
	return glyf, loca, long
}

func edges(outlines [][]byte) (left, bottom, right, top int) {
	left, bottom, right, top = 0x7FFF, 0x7FFF, -0x8000, -0x8000
	for _, o := range outlines {
		if len(o) != 0 {
			left, bottom = min(left, i16(o, 2)), min(bottom, i16(o, 4))
			right, top = max(right, i16(o, 6)), max(top, i16(o, 8))
		}
	}
	return left, bottom, right, top
}

// put writes 16-bit numbers one after another from a byte offset on.
func put(b []byte, at int, numbers ...int) {
	for i, n := range numbers {
		binary.BigEndian.PutUint16(b[at+2*i:], uint16(n))
	}
}

func (b *program) head(src *source, long bool) []byte {
	head := slices.Clone(src.tables["head"])
	clear(head[8:12])              // the checksum of the whole file, filled in last
	put(head, 16, u16(head, 16)&3) // baseline and left edges at 0; the other flags tell of hinting
	put(head, 36, b.left, b.bottom, b.right, b.top)
	put(head, 50, 0)
	if long {
		put(head, 50, 1)
	}
	return head
}

// hhea gives every glyph an advance of its own, and the extremes of them all.
func (b *program) hhea(src *source, p *plan, outlines [][]byte) []byte {
	hhea := slices.Clone(src.tables["hhea"])
	widest, left, right, extent := 0, 0x7FFF, 0x7FFF, -0x8000
	for gid, g := range p.glyphs {
		widest = max(widest, g.advance)
		if o := outlines[gid]; len(o) != 0 {
			bearing, width := src.bearing(g.from)+g.right, i16(o, 6)-i16(o, 2)
			left, right = min(left, bearing), min(right, g.advance-bearing-width)
			extent = max(extent, bearing+width)
		}
	}
	put(hhea, 10, widest, left, right, extent)
	put(hhea, 34, len(p.glyphs))
	return hhea
}

func hmtx(src *source, p *plan) []byte {
	b := make([]byte, 4*len(p.glyphs))
	for gid, g := range p.glyphs {
		put(b, 4*gid, g.advance)
		if g.from != blank {
			put(b, 4*gid+2, src.bearing(g.from)+g.right)
		}
	}
	return b
}

// maxp gives the greatest sizes among the glyphs. Those that tell of hinting stay 0.
func maxp(src *source, outlines [][]byte) []byte {
	var simple, composite size
	for gid := range outlines {
		s, m := measure(outlines, gid), &simple
		if s.depth > 0 {
			m = &composite
		}
		m.points, m.contours = max(m.points, s.points), max(m.contours, s.contours)
		m.components, m.depth = max(m.components, s.components), max(m.depth, s.depth)
	}
	b := make([]byte, 32)
	copy(b, src.tables["maxp"][:4]) // version
	put(b, 4, len(outlines), simple.points, simple.contours, composite.points, composite.contours)
	put(b, 14, 2) // maxZones, as the specification advises
	put(b, 28, composite.components, composite.depth)
	return b
}

// table is a table of a TrueType file.
type table struct {
	tag  string
	data []byte
}

// joinTables makes the file: a directory of the tables and the tables, each
// from a multiple of four bytes on.
func joinTables(tables []table) []byte {
	power := 1 // the greatest power of two that is not over the number of tables
	log := 0
	for 2*power <= len(tables) {
		power, log = 2*power, log+1
	}
	file := []byte{0, 1, 0, 0}
	for _, n := range []int{len(tables), 16 * power, log, 16 * (len(tables) - power)} {
		file = binary.BigEndian.AppendUint16(file, uint16(n))
	}
	at, head := len(file)+16*len(tables), 0
	for _, t := range tables {
		if t.tag == "head" {
			head = at
		}
		file = append(file, t.tag...)
		for _, n := range []uint32{checksum(t.data), uint32(at), uint32(len(t.data))} {
			file = binary.BigEndian.AppendUint32(file, n)
		}
		at += (len(t.data) + 3) &^ 3
	}
	for _, t := range tables {
		file = append(file, t.data...)
		file = append(file, make([]byte, -len(t.data)&3)...)
	}
	binary.BigEndian.PutUint32(file[head+8:], 0xB1B0AFBA-checksum(file)) // checksumAdjustment
	return file
}

// checksum sums the 32-bit words of a table, filled up with zeros.
func checksum(b []byte) (sum uint32) {
	for len(b) >= 4 {
		sum += binary.BigEndian.Uint32(b)
		b = b[4:]
	}
	var last [4]byte
	copy(last[:], b)
	return sum + binary.BigEndian.Uint32(last[:])
}
