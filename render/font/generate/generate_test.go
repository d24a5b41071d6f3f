package main

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"io"
	"io/fs"
	"slices"
	"strings"
	"testing"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"briefnote/render/font"
	"briefnote/templates"
)

func committed(t *testing.T) fs.FS {
	t.Helper()
	fsys, err := fs.Sub(templates.FS, "fonts")
	if err != nil {
		t.Fatal(err)
	}
	return fsys
}

func read(t *testing.T, name string) []byte {
	t.Helper()
	b, err := fs.ReadFile(committed(t), name)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func inflate(t *testing.T, b []byte) []byte {
	t.Helper()
	z, err := zlib.NewReader(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	if b, err = io.ReadAll(z); err != nil {
		t.Fatal(err)
	}
	return b
}

func generate(t *testing.T, f face) *made {
	t.Helper()
	m, err := f.make()
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// The data in templates/fonts is what the generator makes now. Programs are
// compared inflated, for another version of Go may deflate otherwise.
func TestCommittedDataIsFresh(t *testing.T) {
	var names []string
	for _, f := range faces() {
		m := generate(t, f)
		names = append(names, f.file+".metrics", f.file+".ttf.z")
		if !bytes.Equal(m.metrics, read(t, f.file+".metrics")) {
			t.Errorf("%s.metrics is stale: run go generate in render/font", f.file)
		}
		if !bytes.Equal(m.program, inflate(t, read(t, f.file+".ttf.z"))) {
			t.Errorf("%s.ttf.z is stale: run go generate in render/font", f.file)
		}
	}
	names = append(names, "LICENSE-DejaVu.txt", "LICENSE-OFL.txt", "README.md")
	slices.Sort(names)
	found, err := fs.Glob(committed(t), "*")
	if err != nil || !slices.Equal(found, names) {
		t.Errorf("%v: the folder holds %v, want %v", err, found, names)
	}
}

func TestTwoRunsGiveTheSameBytes(t *testing.T) {
	for _, f := range faces() {
		a, b := generate(t, f), generate(t, f)
		da, err := deflate(a.program)
		if err != nil {
			t.Fatal(err)
		}
		db, err := deflate(b.program)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(da, db) || !bytes.Equal(a.metrics, b.metrics) {
			t.Errorf("%s differs from run to run", f.file)
		}
	}
}

// Licences ask that their text go with the fonts and that the names go.
func TestLicencesAndNames(t *testing.T) {
	for name, text := range map[string]string{
		"LICENSE-OFL.txt":    "SIL OPEN FONT LICENSE Version 1.1",
		"LICENSE-DejaVu.txt": "Bitstream Vera Fonts Copyright",
	} {
		if !bytes.Contains(read(t, name), []byte(text)) {
			t.Errorf("%s does not say %q", name, text)
		}
	}
	for _, f := range faces() {
		b := strings.ToLower(f.name + string(generate(t, f).program))
		for _, reserved := range []string{"liberation", "arimo", "bitstream", "vera", "dejavu", "arev"} {
			if strings.Contains(b, reserved) {
				t.Errorf("%s: holds the name %s", f.file, reserved)
			}
		}
	}
}

// pair is a face as committed beside the font it was made of, both read by
// another reader of TrueType than the generator's own.
type pair struct {
	face     face
	src      *source
	was, now *sfnt.Font
	program  []byte
}

func load(t *testing.T, f face) pair {
	t.Helper()
	p := pair{face: f, program: inflate(t, read(t, f.file+".ttf.z"))}
	var err error
	if p.src, err = parseSource(f.source); err != nil {
		t.Fatal(err)
	}
	if p.was, err = sfnt.Parse(f.source); err != nil {
		t.Fatal(err)
	}
	if p.now, err = sfnt.Parse(withCharacters(t, p.program)); err != nil {
		t.Fatal(err)
	}
	return p
}

// withCharacters adds the tables that a program of a PDF goes without but the
// reader of this test wants: cmap, with no character, and post.
func withCharacters(t *testing.T, program []byte) []byte {
	t.Helper()
	cmap := []byte{0, 0, 0, 1, 0, 3, 0, 10, 0, 0, 0, 12, 0, 12, 0, 0, 0, 0, 0, 16, 0, 0, 0, 0, 0, 0, 0, 0}
	post := make([]byte, 32)
	binary.BigEndian.PutUint32(post, 0x30000)
	list := append(tablesOf(t, program), table{"cmap", cmap}, table{"post", post})
	slices.SortFunc(list, func(a, b table) int { return strings.Compare(a.tag, b.tag) })
	return joinTables(list)
}

func tablesOf(t *testing.T, program []byte) (list []table) {
	t.Helper()
	for i := range u16(program, 4) {
		rec := program[12+16*i:]
		data := program[u32(rec, 8):][:u32(rec, 12)]
		if got := int(checksum(data)); string(rec[:4]) != "head" && got != u32(rec, 4) {
			t.Errorf("table %s: checksum %x, want %x", rec[:4], u32(rec, 4), got)
		}
		list = append(list, table{string(rec[:4]), data})
	}
	return list
}

// outline draws a glyph in the font's own units.
func outline(t *testing.T, f *sfnt.Font, gid int) sfnt.Segments {
	t.Helper()
	var b sfnt.Buffer
	s, err := f.LoadGlyph(&b, sfnt.GlyphIndex(gid), fixed.Int26_6(f.UnitsPerEm()), nil)
	if err != nil {
		t.Fatalf("glyph %d: %v", gid, err)
	}
	return s
}

// Every glyph draws what its character draws in the source, is as wide, and
// has ink unless it is a space.
func TestGlyphsDrawTheirCharacters(t *testing.T) {
	set, err := font.Load(committed(t), "sans")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range faces() {
		t.Run(f.file, func(t *testing.T) {
			p := load(t, f)
			runes, err := f.runes(p.src)
			if err != nil {
				t.Fatal(err)
			}
			face := faceOf(t, set, f, runes[0])
			for i, r := range runes {
				gid, ok := face.Glyph(r)
				if !ok || int(gid) != i+1 {
					t.Fatalf("%U has glyph %d, want %d", r, gid, i+1)
				}
				p.compare(t, face, r, int(gid))
			}
			for gid := range face.NumGlyphs() { // components too can be drawn, and are within the box
				outline(t, p.now, gid)
			}
		})
	}
}

func (p pair) compare(t *testing.T, face *font.Face, r rune, gid int) {
	t.Helper()
	now := outline(t, p.now, gid)
	if width, ok := spaceWidth(p.src, r); ok {
		if len(now) != 0 || face.Advance(uint16(gid)) != p.src.thousandths(width) {
			t.Errorf("space %U: %d segments, %d wide", r, len(now), face.Advance(uint16(gid)))
		}
		return
	}
	if len(now) == 0 {
		t.Errorf("%U draws nothing", r)
	}
	if r == nonBreakingHyphen {
		r = hyphen
	}
	var b sfnt.Buffer
	was, err := p.was.GlyphIndex(&b, r)
	if err != nil || was == 0 {
		t.Fatalf("%U: the source has no glyph: %v", r, err)
	}
	if !slices.Equal(now, outline(t, p.was, int(was))) {
		t.Errorf("%U is drawn otherwise than in the source", r)
	}
	width, err := p.was.GlyphAdvance(&b, was, fixed.Int26_6(p.was.UnitsPerEm()), 0)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := face.Advance(uint16(gid)), (int(width)*1000+1024)/2048; got != want {
		t.Errorf("%U is %d wide, want %d", r, got, want)
	}
	inner, err := p.now.GlyphAdvance(&b, sfnt.GlyphIndex(gid), fixed.Int26_6(p.was.UnitsPerEm()), 0)
	if err != nil || inner != width {
		t.Errorf("%U: the program says it is %d wide, want %d (%v)", r, inner, width, err)
	}
}

// faceOf finds the face of a file in the set, by a character of its own.
func faceOf(t *testing.T, set *font.Set, f face, r rune) *font.Face {
	t.Helper()
	for st := font.Regular; st <= font.BoldItalic; st++ {
		if got, _, ok := set.Pick(st, r); ok && strings.HasSuffix(got.Name(), "+"+f.name) {
			return got
		}
	}
	t.Fatalf("no style picks %s for %U", f.name, r)
	return nil
}

// Each moved mark is the mark, moved.
func TestMovedMarks(t *testing.T) {
	for _, f := range faces() {
		if f.moves == nil {
			continue
		}
		p := load(t, f)
		runes, err := f.runes(p.src)
		if err != nil {
			t.Fatal(err)
		}
		for i, m := range f.moves {
			for j, r := range runes {
				want := slices.Clone(outline(t, p.now, 1+j))
				for k := range want {
					for a := range want[k].Args {
						want[k].Args[a].X += fixed.Int26_6(p.src.units(m.right))
						want[k].Args[a].Y -= fixed.Int26_6(p.src.units(m.up))
					}
				}
				want = closed(want)
				if got := outline(t, p.now, 1+(i+1)*len(runes)+j); !slices.Equal(closed(got), want) {
					t.Fatalf("%s: %U moved by %v: got %v, want %v", f.file, r, m, got, want)
				}
			}
		}
	}
}

// closed clears the unused points of segments, so that they compare.
func closed(s sfnt.Segments) sfnt.Segments {
	for i := range s {
		used := map[sfnt.SegmentOp]int{sfnt.SegmentOpMoveTo: 1, sfnt.SegmentOpLineTo: 1, sfnt.SegmentOpQuadTo: 2}[s[i].Op]
		for a := used; a < len(s[i].Args); a++ {
			s[i].Args[a] = fixed.Point26_6{}
		}
	}
	return s
}

// The file sums up as the specification wants, and its tables agree.
func TestProgramsAreSound(t *testing.T) {
	for _, f := range faces() {
		p := load(t, f)
		if sum := checksum(p.program); sum != 0xB1B0AFBA {
			t.Errorf("%s: the file sums up to %x", f.file, sum)
		}
		tables := map[string][]byte{}
		var tags []string
		for _, tb := range tablesOf(t, p.program) {
			tables[tb.tag] = tb.data
			tags = append(tags, tb.tag)
		}
		if want := []string{"glyf", "head", "hhea", "hmtx", "loca", "maxp"}; !slices.Equal(tags, want) {
			t.Errorf("%s: tables %v, want %v", f.file, tags, want)
		}
		n := u16(tables["maxp"], 4)
		if u16(tables["hhea"], 34) != n || len(tables["hmtx"]) != 4*n {
			t.Errorf("%s: %d glyphs, %d advances", f.file, n, u16(tables["hhea"], 34))
		}
		if long := u16(tables["head"], 50); len(tables["loca"]) != (n+1)*(2+2*long) {
			t.Errorf("%s: %d bytes of offsets for %d glyphs", f.file, len(tables["loca"]), n)
		}
		head, hhea := tables["head"], tables["hhea"]
		left, bottom, right, top := drawnEdges(t, p.now, n)
		if i16(head, 36) > left || i16(head, 38) > bottom || i16(head, 40) < right || i16(head, 42) < top {
			t.Errorf("%s: ink at %d %d %d %d is outside the box of head", f.file, left, bottom, right, top)
		}
		if i16(hhea, 12) > left || i16(hhea, 16) < right {
			t.Errorf("%s: ink from %d to %d is outside the extremes of hhea, %d and %d", f.file, left, right, i16(hhea, 12), i16(hhea, 16))
		}
		if depth := u16(tables["maxp"], 30); depth < 1 || depth > 4 {
			t.Errorf("%s: components %d deep", f.file, depth)
		}
	}
}

// drawnEdges lays all glyphs over one another. Control points outside the
// curve make it no smaller than the ink.
func drawnEdges(t *testing.T, f *sfnt.Font, glyphs int) (left, bottom, right, top int) {
	t.Helper()
	var b sfnt.Buffer
	for gid := range glyphs {
		box, _, err := f.GlyphBounds(&b, sfnt.GlyphIndex(gid), fixed.Int26_6(f.UnitsPerEm()), 0)
		if err != nil {
			t.Fatal(err)
		}
		left, right = min(left, int(box.Min.X)), max(right, int(box.Max.X))
		bottom, top = min(bottom, -int(box.Max.Y)), max(top, -int(box.Min.Y))
	}
	return left, bottom, right, top
}
