package lint

import (
	"slices"
	"testing"
)

// TestFigureValues checks what figures mean, so that both languages can be compared.
func TestFigureValues(t *testing.T) {
	for _, tc := range []struct {
		lang, raw string
		want      []string
	}{
		{"en", "1,204", []string{"1204"}},
		{"fr", "1 204", []string{"1204"}},
		{"fr", "1\u00a0204\u202f000", []string{"1204000"}},
		{"fr", "4,20", []string{"4.2"}},
		{"fr", "4,200", []string{"4.2"}},
		{"fr", "1,204,000", []string{"1204000"}},
		{"en", "$4.2 million", []string{"4200000"}},
		{"fr", "4,2 millions", []string{"4200000"}},
		{"en", "$4.2M", []string{"4200000"}},
		{"fr", "4,2\u00a0M", []string{"4200000"}},
		{"en", "$3 billion", []string{"3000000000"}},
		{"fr", "3 milliards", []string{"3000000000"}},
		{"fr", "3 billions", []string{"3000000000000"}},
		{"en", "0.05", []string{"0.05"}},
		{"en", "5M", []string{"5"}},
		{"en", "C-37", []string{"37"}},
		{"en", "5G", []string{"5"}},
		{"en", "2018-19", []string{"2018", "2019"}},
		{"en", "1999-00", []string{"1999", "2000"}},
		{"en", "2018-20", []string{"2018", "20"}},
		{"fr", "2026-10-06", []string{"2026", "M10", "6"}},
		{"fr", "1er", []string{"1"}},
		{"en", "2:30 p.m.", []string{"14", "30"}},
		{"en", "2:00 pm", []string{"14"}},
		{"en", "12 p.m.", []string{"12"}},
		{"en", "12:15 a.m.", []string{"0", "15"}},
		{"fr", "14h30", []string{"14", "30"}},
		{"en", "May", []string{"M5"}},
		{"fr", "août", []string{"M8"}},
		{"fr", "sept", []string{"M9"}},
	} {
		var got []string
		for _, v := range figureValues(tc.lang, tc.raw) {
			got = append(got, v.value)
		}
		if !slices.Equal(got, tc.want) {
			t.Errorf("%s %q means %q, want %q", tc.lang, tc.raw, got, tc.want)
		}
	}
}

// TestPairs checks which notes of a run are taken for each other's translation.
func TestPairs(t *testing.T) {
	facts := []Fact{
		{File: "./a/x.en.yaml", Lang: "en"},
		{File: "a/x.fr.yml", Lang: "fr"},
		{File: `b\note.yaml`, Lang: "en"},
		{File: "b/sub/traduction.yaml", Lang: "fr", Key: "b/note.yaml"},
		{File: "c.en.yaml", Lang: "en"},
		{File: "c.fr.yaml", Lang: "en"}, // both say that they are in English
		{File: "d.fr.yaml", Lang: "fr", Key: "lost.yaml"},
		{File: "d.en.yaml", Lang: "en", Key: "lost.yaml"},
		{File: "e.en.yaml", Lang: "en", Note: 1},
		{File: "e.fr.yaml", Lang: "fr", Note: 0},
		{File: "e.fr.yaml", Lang: "fr", Note: 1, Key: "e.en.yaml"},
		{File: "f.yaml", Lang: "fr", Key: "g.yaml"},
		{File: "g.yaml", Lang: "en", Key: "f.yaml"},
	}
	var got [][2]string
	pairs(facts, func(en, fr Fact) { got = append(got, [2]string{en.File, fr.File}) })
	want := [][2]string{
		{"./a/x.en.yaml", "a/x.fr.yml"},
		{`b\note.yaml`, "b/sub/traduction.yaml"},
		{"e.en.yaml", "e.fr.yaml"},
		{"g.yaml", "f.yaml"},
	}
	if !slices.Equal(got, want) {
		t.Errorf("pairs are %q, want %q", got, want)
	}
}
