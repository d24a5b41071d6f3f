package main

import (
	"errors"
	"slices"

	"codeberg.org/go-fonts/dejavu/dejavusans"
	"codeberg.org/go-fonts/dejavu/dejavusansbold"
	"codeberg.org/go-fonts/liberation/liberationsansbold"
	"codeberg.org/go-fonts/liberation/liberationsansbolditalic"
	"codeberg.org/go-fonts/liberation/liberationsansitalic"
	"codeberg.org/go-fonts/liberation/liberationsansregular"
)

// face says what is made of what.
type face struct {
	file   string // name in templates/fonts, without its endings
	name   string // PostScript name
	source []byte // a TrueType font
	covers coverage
	moves  []move // of a face of combining marks
	beyond []face // asked first, so that what they cover is left out here
}

// made is the data of a face.
type made struct {
	program []byte // not deflated
	metrics []byte
	glyphs  int
}

// faces lists everything that is made, in the order of its making.
//
// The names are not those of the sources, for their licences want another one
// for a font that was changed.
func faces() []face {
	var list []face
	for _, s := range []struct {
		file, name string
		ttf        []byte
	}{
		{"regular", "Regular", liberationsansregular.TTF},
		{"bold", "Bold", liberationsansbold.TTF},
		{"italic", "Italic", liberationsansitalic.TTF},
		{"bold-italic", "BoldItalic", liberationsansbolditalic.TTF},
	} {
		plain := face{file: "sans-" + s.file, name: "BriefSans-" + s.name, source: s.ttf, covers: everyday}
		more := face{
			file: "sans-names-" + s.file, name: "BriefSansNames-" + s.name,
			source: s.ttf, covers: names, beyond: []face{plain},
		}
		rest := face{
			file: "sans-extended-" + s.file, name: "BriefSansExtended-" + s.name,
			source: s.ttf, covers: extended, beyond: []face{plain, more},
		}
		list = append(list, plain, more, rest)
	}
	sans := list[:3] // its styles cover the same
	for _, s := range []struct {
		file, name string
		ttf        []byte
	}{
		{"regular", "Regular", dejavusans.TTF},
		{"bold", "Bold", dejavusansbold.TTF},
	} {
		for _, f := range []face{
			{file: "marks-", name: "BriefMarks-", covers: marks, moves: markMoves()},
			{file: "scripts-", name: "BriefScripts-", covers: scripts},
			{file: "symbols-", name: "BriefSymbols-", covers: symbols},
			{file: "mathematics-", name: "BriefMathematics-", covers: mathematics},
		} {
			f.file, f.name, f.source, f.beyond = f.file+s.file, f.name+s.name, s.ttf, sans
			list = append(list, f)
		}
	}
	return list
}

// runes returns the characters that the face is to cover, in order.
func (f face) runes(src *source) ([]rune, error) {
	list := f.covers.runes(src)
	for _, b := range f.beyond {
		src, err := parseSource(b.source)
		if err != nil {
			return nil, err
		}
		first, err := b.runes(src)
		if err != nil {
			return nil, err
		}
		list = slices.DeleteFunc(list, func(r rune) bool { return slices.Contains(first, r) })
	}
	if len(list) == 0 {
		return nil, errors.New("the source covers nothing of what the face is for")
	}
	return list, nil
}

func (f face) make() (*made, error) {
	src, err := parseSource(f.source)
	if err != nil {
		return nil, err
	}
	runes, err := f.runes(src)
	if err != nil {
		return nil, err
	}
	p, err := newPlan(src, runes, f.moves)
	if err != nil {
		return nil, err
	}
	b, err := buildProgram(src, p)
	if err != nil {
		return nil, err
	}
	return &made{
		program: b.bytes,
		metrics: encodeMetrics(f, src, p, b),
		glyphs:  len(p.glyphs),
	}, nil
}
