package lint

import (
	"strings"
	"testing"
)

func TestTypographyDay(t *testing.T) {
	for _, c := range []struct {
		word         string
		day, figures int
	}{
		{"1", 1, 1}, {"31st", 31, 2}, {"3rd", 3, 1}, {"32", 0, 0}, {"0", 0, 0}, {"2019", 0, 0}, {"5G", 0, 0}, {"th", 0, 0}, {"", 0, 0},
	} {
		if day, figures := typographyDay(c.word); day != c.day || figures != c.figures && c.day > 0 {
			t.Errorf("typographyDay(%q) is %d with %d figures, want %d with %d", c.word, day, figures, c.day, c.figures)
		}
	}
}

func TestTypographyIsRange(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"10", "12", true},
		{"$5", "$10", true},
		{"5%", "10%", true},
		{"1,200", "1,500", true},
		{"June", "August", true},
		{"2018", "2019", true},
		{"2018", "19", false}, // a fiscal year
		{"5", "4", false},     // a score
		{"Ottawa", "Skarholm", false},
	} {
		if got := typographyIsRange(c.a, c.b); got != c.want {
			t.Errorf("typographyIsRange(%q, %q) is %v", c.a, c.b, got)
		}
	}
}

func TestTypographyEnd(t *testing.T) {
	for words, want := range map[string]string{
		"It is so.": ".", "It is so!": ".", "“It is so.”": ".", "It is (so).": ".", "It is (so)": "", "Is it?": "?", "ships;": ";",
		"ships; and": "and", "ships, or": "and", "as follows:": ":", "ships\uFFFC": "hole", "ships \uFFFC.": "hole", "": "hole", "été": "",
	} {
		if got := typographyEnd(&Passage{Plain: words}); got != want {
			t.Errorf("typographyEnd(%q) is %q, want %q", words, got, want)
		}
	}
}

// TestTypographyVariants builds words of every kind and looks them up.
func TestTypographyVariants(t *testing.T) {
	american := func(wrong, right string) {
		t.Helper()
		if v, ok := typographyVariantOf(wrong); !ok || v != (typographyVariant{family: typographyAmerican, better: right}) {
			t.Errorf("%s is %+v, want %s", wrong, v, right)
		}
		if v, ok := typographyVariantOf(right); ok {
			t.Errorf("%s is %+v, but is right", right, v)
		}
	}
	ise := func(s, z string) {
		t.Helper()
		if v, ok := typographyVariantOf(s); !ok || v != (typographyVariant{family: typographyIse, better: z}) {
			t.Errorf("%s is %+v, want %s", s, v, z)
		}
		if v, ok := typographyVariantOf(z); !ok || v != (typographyVariant{family: typographyIse, other: s}) {
			t.Errorf("%s is %+v, beside %s", z, v, s)
		}
	}
	for _, stem := range strings.Fields(typographyIzeStems) {
		for _, end := range strings.Fields("e es ed ing er ers ation ations ational able") {
			ise(stem+"is"+end, stem+"iz"+end)
		}
	}
	for _, stem := range strings.Fields("anal paral catal") {
		ise(stem+"ysed", stem+"yzed")
	}
	for _, stem := range strings.Fields(typographyOurStems) {
		for _, end := range []string{"", "s", "ed", "ably", "hood", "al"} {
			american(stem+"or"+end, stem+"our"+end)
		}
	}
	for _, stem := range strings.Fields(typographyDoubled) {
		for _, end := range typographyDoubledEnds {
			american(stem+end, stem+stem[len(stem)-1:]+end)
		}
	}
	for _, two := range strings.Fields(typographyPairs) {
		wrong, right, _ := strings.Cut(two, "/")
		american(wrong, right)
	}
	for _, w := range strings.Fields("advise advisor analyses exercise supervise laboratory honorary vigorous humorous favorite-x doctor colonies") {
		if v, ok := typographyVariantOf(w); ok {
			t.Errorf("%s is %+v", w, v)
		}
	}
}
