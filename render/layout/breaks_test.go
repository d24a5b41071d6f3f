package layout

import (
	"strings"
	"testing"
	"unicode"

	"briefnote/render/doc"
)

// broken sets runs in a column and returns its lines, soft hyphens at their
// ends drawn.
func broken(t *testing.T, width float64, rs ...doc.Run) []string {
	t.Helper()
	tx := text{fonts: fonts(t), sheet: sheet(t)}
	if err := tx.runs(rs, look{size: 10}); err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, ln := range tx.fill(width) {
		s := ""
		for _, g := range tx.glyphs[ln.from:ln.to] {
			if g.flags&isHidden == 0 {
				s += string(g.r)
			}
		}
		if ln.hyphen {
			s += "-"
		}
		if ln.width > width+slack && ln.to-ln.from > 1 {
			t.Errorf("%q is %.2f wide, the column %.2f", s, ln.width, width)
		}
		lines = append(lines, s)
	}
	return lines
}

// lineEnds are texts and the places where each may be broken.
var lineEnds = []struct{ name, text, want string }{
	{"spaces", "one two  three", "one |two  |three"},
	{"hyphen between letters", "a well-known in-demand thing", "a |well-|known |in-|demand |thing"},
	{"hyphen before a digit", "under C-75 now", "under |C-75 |now"},
	{"hyphen after a digit", "five 30-day periods", "five |30-|day |periods"},
	{"range of digits", "call 555-0123 now", "call |555-0123 |now"},
	{"minus", "at -40 outside", "at |-40 |outside"},
	{"dashes", "years 2018–2019 or one—two", "years |2018–|2019 |or |one—|two"},
	{"slash", "one and/or two", "one |and/|or |two"},
	{"date with slashes", "today 2019/07/29 ends", "today |2019/07/29 |ends"},
	{"address", "https://example.org/reports", "https://|example.org/|reports"},
	{"zero-width space", "snow\u200Bmobile", "snow|mobile"},
	{"soft hyphen", "extra\u00ADordinary", "extra-|ordinary"},
	{"no-break space", "no\u00A0break here", "no\u00A0break |here"},
	{"narrow no-break space", "10\u202F000 alerts", "10\u202F000 |alerts"},
	{"no-break hyphen", "co\u2011operate now", "co\u2011operate |now"},
	{"word joiner", "and/\u2060or not", "and/or |not"},
	{"double punctuation", "vraiment ! Oui : non ; quoi ?", "vraiment ! |Oui : |non ; |quoi ?"},
	{"guillemets", "le « mot » juste", "le |« mot » |juste"},
	{"percent", "presque 50 % des gens", "presque |50 % |des |gens"},
	{"closing bracket", "as (it was ) said", "as |(it |was ) |said"},
	{"point that starts a word", "all .gov sites", "all |.gov |sites"},
	{"ellipsis", "and so … on", "and |so … |on"},
}

func TestWhereLinesEnd(t *testing.T) {
	for _, c := range lineEnds {
		t.Run(c.name, func(t *testing.T) {
			tx := text{fonts: fonts(t), sheet: sheet(t)}
			if err := tx.runs(runs(c.text), look{size: 10}); err != nil {
				t.Fatal(err)
			}
			tx.markBreaks()
			got := ""
			for i := range tx.glyphs {
				g := &tx.glyphs[i]
				if g.flags&isHidden == 0 {
					got += string(g.r)
				}
				if g.flags&canEnd != 0 {
					if g.flags&isSoft != 0 {
						got += "-"
					}
					got += "|"
				}
			}
			if got != c.want {
				t.Errorf("breaks are %q, want %q", got, c.want)
			}
		})
	}
}

func TestRunsThatStayTogether(t *testing.T) {
	cite := &doc.Severance{Cite: "ss. 15(1)(a), 16(2)", Runs: runs("secret words")}
	for _, c := range []struct {
		name  string
		width float64
		runs  []doc.Run
		want  string
	}{
		{"token of two words", 60, []doc.Run{words("see "), &doc.Severance{Made: true, Token: "[not shown]"}}, "see |[not shown]"},
		{"two tokens", 70, []doc.Run{withheld(), words(" "), withheld()}, "[REDACTED] |[REDACTED]"},
		{"full stop after a token", 66, []doc.Run{words("a "), withheld(), words(".")}, "a |[REDACTED]."},
		{"note's mark", 40, []doc.Run{words("in industry"), noteRef(0)}, "in |industry1"},
		{"note's mark after a space", 44, []doc.Run{words("in industry "), noteRef(0)}, "in |industry 1"},
		{"provisions", 75, []doc.Run{words("the "), cite}, "the secret |words ss. 15(1)(a), |16(2)"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := strings.Join(broken(t, c.width, c.runs...), "|"); got != c.want {
				t.Errorf("lines are %q, want %q", got, c.want)
			}
		})
	}
}

func TestWordsLongerThanALine(t *testing.T) {
	got := broken(t, 100, words("a "+strings.Repeat("m", 2000)))
	for i, ln := range got[1 : len(got)-1] {
		if len(ln) != 12 { // 12 × 8.33 pt
			t.Errorf("line %d has %d letters: %q", i+1, len(ln), ln)
		}
	}
	if all := strings.Join(got, ""); all != "a "+strings.Repeat("m", 2000) {
		t.Error("letters were lost")
	}
	if got := broken(t, 1, words("ab")); len(got) != 2 {
		t.Errorf("a column narrower than a letter has the lines %q, want a letter each", got)
	}
}

func TestAccentsStayWithTheirLetters(t *testing.T) {
	tx := text{}
	tx.stretch = []stretch{{text: "e\u0301e\u0301e\u0301"}}
	for i, r := range tx.stretch[0].text {
		w := 5.0
		if classify(r) == isMark {
			w = 3 // a mark that has a width of its own
		}
		tx.glyphs = append(tx.glyphs, glyph{r: r, at: int32(i), w: w, flags: classify(r)})
	}
	for _, ln := range tx.fill(14) {
		if tx.glyphs[ln.from].flags&isMark != 0 {
			t.Errorf("the line of glyphs %d to %d starts with an accent", ln.from, ln.to)
		}
	}
}

func TestTitlesAreBalanced(t *testing.T) {
	r := set(t, document(title("Extending the text message service that warns of the smoke of wildfires")))
	var widths []float64
	for _, m := range r.Pages[0].Marks {
		widths = append(widths, m.(*Piece).Width)
	}
	if len(widths) != 2 || widths[1] < widths[0]*0.6 {
		t.Errorf("the lines of the title are %.0f points long, want two of about the same length", widths)
	}
}

// TestMarksSuitTheirLetters checks that a mark is drawn where its letter needs
// it: a narrow letter, a wide one and a capital take it in three places.
func TestMarksSuitTheirLetters(t *testing.T) {
	const mark = '\u0313'
	drawn := map[uint16]bool{}
	for _, pg := range set(t, document(para(words("l"+string(mark)+" m"+string(mark)+" M"+string(mark))))).Pages {
		for _, m := range pg.Marks {
			p, ok := m.(*Piece)
			if !ok {
				continue
			}
			for _, gid := range p.Glyphs {
				if p.Face.Rune(gid) == mark {
					drawn[gid] = true
				}
			}
		}
	}
	if len(drawn) != 3 {
		t.Errorf("the mark is drawn in %d places, want 3", len(drawn))
	}
}

// TestNoBreakSpacesGiveWay checks that words joined by no-break spaces that are
// longer than a line are parted at one of those, and not within a word.
func TestNoBreakSpacesGiveWay(t *testing.T) {
	bound := strings.Repeat("bound\u00a0together\u202f", 20) + "end"
	for width := 60.0; width < 400; width += 7 {
		for _, ln := range broken(t, width, words("Before "+bound)) {
			for _, w := range strings.FieldsFunc(ln, unicode.IsSpace) {
				if w != "Before" && w != "bound" && w != "together" && w != "end" {
					t.Errorf("at %g points the line %q cuts a word", width, ln)
				}
			}
		}
	}
}
