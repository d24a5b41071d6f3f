package font_test

import (
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"briefnote/render/font"
	"briefnote/templates"
)

var all = []font.Style{font.Regular, font.Bold, font.Italic, font.BoldItalic}

// data is the folder of font data that the program carries.
func data(t testing.TB) fs.FS {
	t.Helper()
	fsys, err := fs.Sub(templates.FS, "fonts")
	if err != nil {
		t.Fatal(err)
	}
	return fsys
}

func sans(t testing.TB) *font.Set {
	t.Helper()
	s, err := font.Load(data(t), "sans")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func Example() {
	folder, err := fs.Sub(templates.FS, "fonts")
	if err != nil {
		panic(err)
	}
	set, err := font.Load(folder, "sans")
	if err != nil {
		panic(err)
	}
	width := 0
	for _, r := range "Note" {
		face, glyph, ok := set.Pick(font.Bold, r)
		if !ok {
			panic(fmt.Sprintf("nothing covers %q", r))
		}
		width += face.Advance(glyph)
	}
	fmt.Printf("%.2f points wide at 10 points\n", float64(width)*10/1000)
	// Output: 22.22 points wide at 10 points
}

func TestLoadSaysWhichFamiliesThereAre(t *testing.T) {
	_, err := font.Load(data(t), "serif")
	if want := `there is no font family "serif": choose one of sans`; err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}

func TestLoadRefusesMissingAndDamagedFiles(t *testing.T) {
	whole := fstest.MapFS{}
	for _, name := range files(t, "*.metrics") {
		b, err := fs.ReadFile(data(t), name)
		if err != nil {
			t.Fatal(err)
		}
		whole[name] = &fstest.MapFile{Data: b}
	}
	for name, file := range whole {
		damaged := map[string][]byte{
			"cut":     file.Data[:len(file.Data)-1],
			"empty":   {},
			"longer":  append(file.Data[:len(file.Data):len(file.Data)], 0),
			"foreign": append([]byte("RIFF"), file.Data[4:]...),
			"mixed":   mixed(file.Data),
			"missing": nil,
		}
		for what, b := range damaged {
			whole[name] = &fstest.MapFile{Data: b}
			if b == nil {
				delete(whole, name)
			}
			err := loadAll(whole)
			switch {
			case err == nil:
				t.Errorf("%s %s: no error", name, what)
			case name == "sans-regular.metrics" && what == "missing": // then there is no such family
			case !strings.Contains(err.Error(), name):
				t.Errorf("%s %s: the error does not name the file: %v", name, what, err)
			}
		}
		whole[name] = file
	}
	if err := loadAll(whole); err != nil {
		t.Fatal(err)
	}
}

// loadAll loads a family with the faces that stand in for it, which are read
// when a character that it lacks asks for them. What is wrong with one of those
// is a fault of the program, and panics.
func loadAll(fsys fs.FS) (err error) {
	s, err := font.Load(fsys, "sans")
	if err != nil {
		return err
	}
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("%v", fault)
		}
	}()
	s.Covers('\U0010FFFF')
	return nil
}

// mixed puts the first span of characters once more over the second one.
func mixed(data []byte) []byte {
	const nameAt, spanSize = 42, 6
	spansAt := nameAt + 1 + int(data[nameAt])
	b := append([]byte(nil), data...)
	copy(b[spansAt+spanSize:spansAt+2*spanSize], data[spansAt:])
	return b
}

func files(t testing.TB, pattern string) []string {
	t.Helper()
	names, err := fs.Glob(data(t), pattern)
	if err != nil || len(names) == 0 {
		t.Fatalf("%s: %v, %v", pattern, names, err)
	}
	return names
}

func TestPickFallsBack(t *testing.T) {
	s := sans(t)
	tests := map[rune][4]string{
		'A':      {"Sans-Regular", "Sans-Bold", "Sans-Italic", "Sans-BoldItalic"},
		'ç':      {"Sans-Regular", "Sans-Bold", "Sans-Italic", "Sans-BoldItalic"},
		'ế':      {"SansNames-Regular", "SansNames-Bold", "SansNames-Italic", "SansNames-BoldItalic"},
		'ł':      {"SansNames-Regular", "SansNames-Bold", "SansNames-Italic", "SansNames-BoldItalic"},
		'\u202F': {"Sans-Regular", "Sans-Bold", "Sans-Italic", "Sans-BoldItalic"},
		'ə':      {"SansExtended-Regular", "SansExtended-Bold", "SansExtended-Italic", "SansExtended-BoldItalic"},
		'λ':      {"SansExtended-Regular", "SansExtended-Bold", "SansExtended-Italic", "SansExtended-BoldItalic"},
		'Ж':      {"SansExtended-Regular", "SansExtended-Bold", "SansExtended-Italic", "SansExtended-BoldItalic"},
		'\u0313': {"Marks-Regular", "Marks-Bold", "Marks-Regular", "Marks-Bold"},
		'ᓄ':      {"Scripts-Regular", "Scripts-Bold", "Scripts-Regular", "Scripts-Bold"},
		'✓':      {"Symbols-Regular", "Symbols-Bold", "Symbols-Regular", "Symbols-Bold"},
		'⁰':      {"Symbols-Regular", "Symbols-Bold", "Symbols-Regular", "Symbols-Bold"},
		'∈':      {"Mathematics-Regular", "Mathematics-Bold", "Mathematics-Regular", "Mathematics-Bold"},
	}
	for r, want := range tests {
		for i, st := range all {
			f, gid, ok := s.Pick(st, r)
			if !ok {
				t.Errorf("%q %s: not covered", r, st)
				continue
			}
			if tag, name, _ := strings.Cut(f.Name(), "+"); len(tag) != 6 || name != "Brief"+want[i] {
				t.Errorf("%q %s: got %s, want Brief%s", r, st, f.Name(), want[i])
			}
			if f.Rune(gid) != r {
				t.Errorf("%q %s: glyph %d stands for %q", r, st, gid, f.Rune(gid))
			}
		}
	}
	for _, r := range "한漢😀\u0000\n\uFFFF\U0010FFFF" {
		if f, _, ok := s.Pick(font.Regular, r); ok || s.Covers(r) {
			t.Errorf("%U is covered, by %v", r, f)
		}
	}
	if _, _, ok := s.Pick(font.Regular, -1); ok {
		t.Error("a negative rune is covered")
	}
}

// covered is what the house's notes need of a style, by what it is for.
var covered = map[string]string{
	"ASCII":  " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~",
	"French": "ÀÂÆÇÈÉÊËÎÏÔŒÙÛÜŸàâæçèéêëîïôœùûüÿ«»\u00A0\u202F№ᵉʳ",
	"Europe": "ÅÄÖØÞðßẞąćęłńóśźżčďěňřšťůžőűăâîșțğışŵŷĳ",
	"Asia":   "ẠẢẤầễệƠơƯưựỹǎǐǒǔǘǚḥṣṭẓʿʾā",
	"First Peoples": "ᐃᓄᒃᑎᑐᑦᐅᖃᐅᓯᖅᖏᖕᖠᓀᐦᐃᔭᐍᐏᐣəɬƛλχθʷʔɂʼłǫǥḵx̱ĝǧ" +
		"y\u0313i\u0328x\u0331g\u0331m\u0302",
	"Greek":        "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθικλμνξοπρςστυφχψωάέήίόύώϊϋΰΐ",
	"Cyrillic":     "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюяЄєІіЇїҐґЎўЈљњћџ",
	"others":       "ԱՀայġეორგი",
	"punctuation":  "‐‑‒–—―‘’‚“”„†‡•…‰′″‹›⁄¡¿§¶©®™℠℗",
	"spaces":       "\u00A0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u200B\u202F\u205F\u2060\u00AD",
	"numbers":      "¹²³⁰⁴⁵⁶⁷⁸⁹⁺⁻₀₁₂₃₄₅₆₇₈₉½⅓⅔¼¾⅛⅜⅝⅞ⅠⅣⅫ①⑩",
	"currency":     "$¢£¤¥€₣₤₩₪₫₱₹₽₿",
	"arrows":       "←↑→↓↔↕↗↘⇒⇔➔",
	"mathematics":  "±×÷−∂∆∏∑√∞∫≈≠≡≤≥∈∀∃∅∩∪⊂⊆∝∴ℓ℮Ω°µ",
	"bullets":      "■□▪▫●○◦◆◇▲►▼◄◊★☆",
	"ticks":        "✓✔✗✘☐☑☒⚠",
	"box drawing":  "─│┌┐└┘├┤┬┴┼═║╔╗╚╝░▒▓█",
	"music, suits": "♠♣♥♦♪♯♀♂",
}

func TestCovers(t *testing.T) {
	s := sans(t)
	for what, text := range covered {
		for _, r := range text {
			if !s.Covers(r) {
				t.Errorf("%s: %q (%U) is not covered", what, r, r)
			}
			if font.Unsettable(r) {
				t.Errorf("%s: %q (%U) is unsettable", what, r, r)
			}
		}
	}
}

// Every style covers the same characters, none of a script that cannot be
// set, and no two faces of a style cover the same one.
func TestStylesCoverTheSame(t *testing.T) {
	s := sans(t)
	n := 0
	for r := rune(0); r < 0x20000; r++ {
		_, _, regular := s.Pick(font.Regular, r)
		for _, st := range all {
			if _, _, ok := s.Pick(st, r); ok != regular {
				t.Errorf("%U: %s covers it: %t, regular: %t", r, st, ok, regular)
			}
		}
		if regular {
			n++
		}
		if regular && font.Unsettable(r) {
			t.Errorf("%U is covered, but of %s", r, font.Script(r))
		}
	}
	if n < 3000 {
		t.Errorf("only %d characters are covered", n)
	}
}

func TestFaceOfEveryStyle(t *testing.T) {
	s := sans(t)
	for st, want := range map[font.Style]string{
		font.Regular: "BriefSans-Regular", font.Bold: "BriefSans-Bold",
		font.Italic: "BriefSans-Italic", font.BoldItalic: "BriefSans-BoldItalic",
	} {
		if _, got, _ := strings.Cut(s.Face(st).Name(), "+"); got != want {
			t.Errorf("%s: got %s, want %s", st, got, want)
		}
	}
}

func BenchmarkLoad(b *testing.B) {
	fsys := data(b)
	for b.Loop() {
		s, err := font.Load(fsys, "sans")
		if err != nil {
			b.Fatal(err)
		}
		s.Face(font.Regular).Metrics()
	}
}

func BenchmarkPick(b *testing.B) {
	s := sans(b)
	for name, text := range map[string]string{"latin": "Légalité, e", "punctuation": "“–”•…’‘†‡‹›", "syllabics": "ᐃᓄᒃᑎᑐᑦᓄᓇᕗᑦᐅ"} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				for _, r := range text {
					f, gid, _ := s.Pick(font.Regular, r)
					f.Advance(gid)
				}
			}
		})
	}
}
