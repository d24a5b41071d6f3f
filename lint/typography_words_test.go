package lint

import "testing"

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
