package font_test

import (
	"testing"
	"unicode"

	"briefnote/render/font"
)

func TestScript(t *testing.T) {
	for r, want := range map[rune]string{
		'ש': "Hebrew", '\uFB2A': "Hebrew", 'ع': "Arabic", 'ݐ': "Arabic", '\uFEFB': "Arabic", '،': "Arabic",
		'ܐ': "Syriac", 'ދ': "Thaana", 'ߒ': "N’Ko", 'ह': "Devanagari", 'த': "Tamil",
		'ก': "Thai", 'ມ': "Lao", 'က': "Burmese", 'ខ': "Khmer", 'བ': "Tibetan", 'ᠮ': "Mongolian", '𞤀': "Adlam", '𐤀': "right-to-left",
		'A': "", 'é': "", 'Ж': "", 'λ': "", 'Ա': "", 'გ': "", 'ᓄ': "", '漢': "", '✓': "", '\u0530': "", '\uFEFF': "", -1: "", 0x10FFFF: "",
	} {
		if got := font.Script(r); got != want || font.Unsettable(r) != (want != "") {
			t.Errorf("%U: got %q, %t, want %q", r, got, font.Unsettable(r), want)
		}
	}
}

// What the standard library's tables call right-to-left or Indic must be here.
func TestUnsettableScriptsAreComplete(t *testing.T) {
	tables := map[string]*unicode.RangeTable{
		"Hebrew": unicode.Hebrew, "Arabic": unicode.Arabic, "Syriac": unicode.Syriac, "Thaana": unicode.Thaana,
		"N’Ko": unicode.Nko, "Samaritan": unicode.Samaritan, "Mandaic": unicode.Mandaic, "Adlam": unicode.Adlam,
		"Devanagari": unicode.Devanagari, "Bengali": unicode.Bengali, "Gurmukhi": unicode.Gurmukhi,
		"Gujarati": unicode.Gujarati, "Odia": unicode.Oriya, "Tamil": unicode.Tamil, "Telugu": unicode.Telugu,
		"Kannada": unicode.Kannada, "Malayalam": unicode.Malayalam, "Sinhala": unicode.Sinhala, "Thai": unicode.Thai,
		"Lao": unicode.Lao, "Tibetan": unicode.Tibetan, "Burmese": unicode.Myanmar, "Khmer": unicode.Khmer,
		"Mongolian": unicode.Mongolian, "Javanese": unicode.Javanese, "Balinese": unicode.Balinese,
	}
	for want, table := range tables {
		for r := rune(0); r < 0x10000; r++ {
			if !unicode.Is(table, r) {
				continue
			}
			if got := font.Script(r); got != want {
				t.Errorf("%U: got %q, want %q", r, got, want)
			}
		}
	}
}
