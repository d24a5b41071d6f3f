package font_test

import (
	"bytes"
	"compress/zlib"
	"io"
	"io/fs"
	"regexp"
	"testing"
	"testing/fstest"

	"briefnote/render/font"
)

// The widths of Arial, which documents made in Word are set in.
func TestWidthsAreThoseOfArial(t *testing.T) {
	s := sans(t)
	tests := map[rune][4]int{
		' ': {278, 278, 278, 278}, '\u00A0': {278, 278, 278, 278},
		'A': {667, 722, 667, 722}, 'W': {944, 944, 944, 944}, 'i': {222, 278, 222, 278},
		'é': {556, 556, 556, 556}, 'Œ': {1000, 1000, 1000, 1000}, 'ç': {500, 556, 500, 556},
		'0': {556, 556, 556, 556}, '-': {333, 333, 333, 333}, '–': {556, 556, 556, 556}, '—': {1000, 1000, 1000, 1000},
		'’': {222, 278, 222, 278}, '“': {333, 500, 333, 500}, '«': {556, 556, 556, 556}, '…': {1000, 1000, 1000, 1000},
		'•': {350, 350, 350, 350}, '™': {1000, 1000, 1000, 1000}, '€': {556, 556, 556, 556}, '½': {834, 834, 834, 834},
		'@': {1015, 975, 1015, 975}, '%': {889, 889, 889, 889}, '§': {556, 556, 556, 556},
	}
	for r, want := range tests {
		for i, st := range all {
			gid, ok := s.Face(st).Glyph(r)
			if got := s.Face(st).Advance(gid); !ok || got != want[i] {
				t.Errorf("%q %s: got %d, want %d", r, st, got, want[i])
			}
		}
	}
}

func TestWidthsOfSpaces(t *testing.T) {
	s := sans(t)
	for _, st := range all {
		f := s.Face(st)
		width := func(r rune) int {
			gid, ok := f.Glyph(r)
			if !ok {
				t.Fatalf("%s: no glyph for %U", st, r)
			}
			return f.Advance(gid)
		}
		for r, want := range map[rune]int{
			'\u00A0': width(' '), '\u202F': width(' ') / 2, '\u2007': width('0'), '\u2008': width('.'),
			'\u2001': 1000, '\u2003': 1000, '\u2000': 500, '\u2002': 500, '\u2005': 250, '\u2009': 200,
			'\u200B': 0, '\u2060': 0, '\u2011': width('-'), '\u00AD': width('-'),
		} {
			if got := width(r); got != want {
				t.Errorf("%s: %U is %d wide, want %d", st, r, got, want)
			}
		}
		if a, h, th := width('\u2006'), width('\u200A'), width('\u2009'); h <= 0 || h >= a || a >= th {
			t.Errorf("%s: hair %d, sixth %d, thin %d", st, h, a, th)
		}
	}
}

func TestMetrics(t *testing.T) {
	s := sans(t)
	const symbolic, italic = 4, 64
	for i, want := range []struct{ angle, stem, flags int }{
		{0, 88, symbolic},
		{0, 137, symbolic},
		{-12, 75, symbolic | italic},
		{-12, 124, symbolic | italic},
	} {
		m := s.Face(all[i]).Metrics()
		if m.Ascent != 905 || m.Descent != -212 || m.LineGap != 33 || m.CapHeight != 688 || m.XHeight != 528 {
			t.Errorf("%s: heights are not Arial's: %+v", all[i], m)
		}
		if m.ItalicAngle != want.angle || m.Flags != want.flags || m.StemV != want.stem {
			t.Errorf("%s: got %+v, want %+v", all[i], m, want)
		}
		if m.UnderlinePosition >= 0 || m.UnderlineThickness < 50 || -m.UnderlinePosition < m.UnderlineThickness/2 {
			t.Errorf("%s: an underline would touch the letters: %+v", all[i], m)
		}
		if b := m.BBox; b[0] >= 0 || b[1] > m.Descent || b[2] < 1000 || b[3] <= m.CapHeight {
			t.Errorf("%s: box %v", all[i], b)
		}
	}
}

// eachFace calls do with every face of the set, once.
func eachFace(t *testing.T, do func(*testing.T, *font.Face)) {
	t.Helper()
	s := sans(t)
	seen := map[*font.Face]bool{}
	for _, st := range all {
		for _, r := range "Ał λ\u0313ᓄ✓∈" {
			f, _, ok := s.Pick(st, r)
			if !ok {
				t.Fatalf("%q is not covered", r)
			}
			if !seen[f] {
				seen[f] = true
				t.Run(f.Name(), func(t *testing.T) { do(t, f) })
			}
		}
	}
	if n := len(files(t, "*.metrics")); len(seen) != n {
		t.Errorf("%d faces were seen, but there are %d files of metrics", len(seen), n)
	}
}

func TestGlyphAndRuneAreInverse(t *testing.T) {
	eachFace(t, func(t *testing.T, f *font.Face) {
		n := 0
		for r := rune(0); r <= 0x10FFFF; r++ {
			gid, ok := f.Glyph(r)
			if !ok {
				continue
			}
			n++
			if int(gid) != n {
				t.Fatalf("%U has glyph %d, want %d: glyphs stand in the order of characters", r, gid, n)
			}
			if f.Rune(gid) != r {
				t.Fatalf("%U has glyph %d, which stands for %U", r, gid, f.Rune(gid))
			}
		}
		if n == 0 || n >= f.NumGlyphs() {
			t.Errorf("%d characters, %d glyphs", n, f.NumGlyphs())
		}
		if f.Rune(0) != 0 {
			t.Errorf("glyph 0 stands for %U", f.Rune(0))
		}
	})
}

func TestNames(t *testing.T) {
	names := map[string]bool{}
	tagged := regexp.MustCompile(`^[A-Z]{6}\+Brief[A-Za-z]+-(Regular|Bold|Italic|BoldItalic)$`)
	eachFace(t, func(t *testing.T, f *font.Face) {
		if !tagged.MatchString(f.Name()) || names[f.Name()[:6]] {
			t.Errorf("%s is malformed, or its tag is another's", f.Name())
		}
		names[f.Name()[:6]] = true
	})
}

func TestProgramInflates(t *testing.T) {
	eachFace(t, func(t *testing.T, f *font.Face) {
		deflated, length, err := f.Program()
		if err != nil {
			t.Fatal(err)
		}
		z, err := zlib.NewReader(bytes.NewReader(deflated))
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(z)
		if err != nil || len(b) != length || !bytes.HasPrefix(b, []byte{0, 1, 0, 0}) {
			t.Errorf("%v, %d bytes, want %d of TrueType", err, len(b), length)
		}
	})
}

func TestProgramMissing(t *testing.T) {
	metrics := fstest.MapFS{}
	for _, name := range files(t, "*.metrics") {
		b, err := fs.ReadFile(data(t), name)
		if err != nil {
			t.Fatal(err)
		}
		metrics[name] = &fstest.MapFile{Data: b}
	}
	s, err := font.Load(metrics, "sans")
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if _, _, err := s.Face(font.Bold).Program(); err == nil {
			t.Error("no error for a program that is not there")
		}
	}
}

func TestLookupsDoNotAllocate(t *testing.T) {
	s := sans(t)
	n := testing.AllocsPerRun(100, func() {
		for _, r := range "Aé“ᓄ✓漢" {
			if f, gid, ok := s.Pick(font.BoldItalic, r); ok {
				f.Advance(gid)
				f.Rune(gid)
			}
		}
		s.PickOn(font.Italic, 'K', '\u0313')
		s.Face(font.Bold).Metrics()
	})
	if n != 0 {
		t.Errorf("%v allocations", n)
	}
}

// Whatever stands in a file of metrics, it is read or refused.
func FuzzLoad(f *testing.F) {
	for _, name := range files(f, "*-bold*.metrics") {
		b, err := fs.ReadFile(data(f), name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	whole := data(f)
	f.Fuzz(func(t *testing.T, b []byte) {
		s, err := font.Load(overlay{whole, "sans-regular.metrics", b}, "sans")
		if err != nil {
			return
		}
		face := s.Face(font.Regular)
		for gid := range face.NumGlyphs() {
			face.Advance(uint16(gid))
			if r := face.Rune(uint16(gid)); r != 0 {
				if got, ok := face.Glyph(r); !ok || face.Rune(got) != r {
					t.Fatalf("glyph %d stands for %U, which has glyph %d", gid, r, got)
				}
			}
		}
	})
}

// overlay is a folder with one file replaced.
type overlay struct {
	fs.FS
	name string
	data []byte
}

func (o overlay) Open(name string) (fs.File, error) {
	if name == o.name {
		return fstest.MapFS{name: {Data: o.data}}.Open(name)
	}
	return o.FS.Open(name)
}
