// Package font owns the faces that documents are set in: their metrics, which
// characters they cover, and the programs that a PDF embeds. Layout measures
// with the same [Face] whose program the writer embeds, so that what is
// measured is what is printed.
//
// Start at [Load], which gives a family's [Set]; [Set.Pick] finds the face and
// glyph of a character, and a [Face] answers everything else. All of it is
// data of templates/fonts, made by the generator in the folder generate; this
// package only reads it, and neither parses nor inflates a font program.
//
// Glyphs are 16-bit indices into a face's program, advances and metrics are in
// thousandths of an em, as ISO 32000-1, 9.2.4 has them. A set and its faces
// never change, and may be used by several goroutines at once.
package font

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"sync"
)

//go:generate go run ./generate

// Style says whether a face is bold, italic, both or neither. The two are bits.
type Style uint8

// The styles.
const (
	Regular    Style = 0
	Bold       Style = 1
	Italic     Style = 2
	BoldItalic Style = Bold | Italic
)

const styles = 4

// String returns the style's name as the files of font data have it.
func (st Style) String() string {
	return [styles]string{"regular", "bold", "italic", "bold-italic"}[st&BoldItalic]
}

// upright is the style without its slant.
func (st Style) upright() Style { return st &^ Italic }

// Set is a family's faces, and those that stand in where the family has no glyph.
type Set struct {
	own      [styles]*Face
	standIns func() *[styles][]*Face // a style's faces in the order in which they are asked
}

// Load returns the family's set of faces from a folder of font data, such as
// the folder fonts of templates. It reads the metrics of the four faces that
// draw nearly all of every note; those of the faces that stand in are read when
// a character first asks for one, and no font program before it is embedded.
func Load(fsys fs.FS, family string) (*Set, error) {
	l := loader{fsys: fsys, faces: map[string]*Face{}}
	s := &Set{standIns: sync.OnceValue(func() *[styles][]*Face { return l.standIns(family) })}
	for st := Regular; st <= BoldItalic; st++ {
		f, err := l.face(family + "-" + st.String())
		if errors.Is(err, fs.ErrNotExist) && st == Regular {
			return nil, unknownFamily(fsys, family)
		}
		if err != nil {
			return nil, err
		}
		s.own[st] = f
	}
	return s, nil
}

// standIns reads the faces that stand in. The program carries their data, and
// a test reads all of it: where it is damaged, the program is.
func (l *loader) standIns(family string) *[styles][]*Face {
	var chains [styles][]*Face
	for st := Regular; st <= BoldItalic; st++ {
		for _, file := range chain(family, st) {
			f, err := l.face(file)
			if err != nil {
				panic(err.Error())
			}
			chains[st] = append(chains[st], f)
		}
	}
	return &chains
}

// chain names the faces that stand in for a style's own, which has the everyday
// characters, in the order in which they are asked: those of names from
// elsewhere, the rest of the same design, and then the faces that every family
// shares, which have no italics. The first are kept small, for a file embeds
// each face whole.
func chain(family string, st Style) [6]string {
	return [...]string{
		family + "-names-" + st.String(),
		family + "-extended-" + st.String(),
		"marks-" + st.upright().String(),
		"scripts-" + st.upright().String(),
		"symbols-" + st.upright().String(),
		"mathematics-" + st.upright().String(),
	}
}

func unknownFamily(fsys fs.FS, family string) error {
	const last = "-extended-bold-italic.metrics" // only a family has such a file
	files, err := fs.Glob(fsys, "*"+last)
	if err != nil {
		return err
	}
	for i, f := range files {
		files[i] = strings.TrimSuffix(f, last)
	}
	return fmt.Errorf("there is no font family %q: choose one of %s", family, strings.Join(files, ", "))
}

// loader makes one face of each file, however many chains it stands in.
type loader struct {
	fsys  fs.FS
	faces map[string]*Face
}

func (l *loader) face(file string) (*Face, error) {
	if f := l.faces[file]; f != nil {
		return f, nil
	}
	data, err := fs.ReadFile(l.fsys, file+".metrics")
	if err != nil {
		return nil, fmt.Errorf("font data: %w", err)
	}
	f, err := parseFace(data)
	if err != nil {
		return nil, fmt.Errorf("font data: %s.metrics: %w", file, err)
	}
	f.program = programOf(l.fsys, file+".ttf.z")
	l.faces[file] = f
	return f, nil
}

// Face returns the family's own face of a style.
func (s *Set) Face(st Style) *Face { return s.own[st&BoldItalic] }

// Pick returns the face and glyph that draw a character in a style: the
// family's own face or, where it lacks the character, the first that has it of
// those that stand in. It reports false where none does.
func (s *Set) Pick(st Style, r rune) (f *Face, gid uint16, ok bool) {
	st &= BoldItalic
	if gid, ok := s.own[st].Glyph(r); ok {
		return s.own[st], gid, true
	}
	for _, f := range s.standIns()[st] {
		if gid, ok := f.Glyph(r); ok {
			return f, gid, true
		}
	}
	return nil, 0, false
}

// Advance returns how wide a character is set, as a multiple of the size of type:
// 0 for one that no face has.
func (s *Set) Advance(r rune, bold bool) float64 {
	st := Regular
	if bold {
		st = Bold
	}
	face, gid, ok := s.Pick(st, r)
	if !ok {
		return 0
	}
	return float64(face.Advance(gid)) / 1000
}

// Covers reports whether every style of the set can draw a character. Ask
// [Unsettable] too: a glyph for each letter does not set every script.
func (s *Set) Covers(r rune) bool {
	for st := Regular; st <= BoldItalic; st++ {
		if _, _, ok := s.Pick(st, r); !ok {
			return false
		}
	}
	return true
}
