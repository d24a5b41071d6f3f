package lint

import (
	"slices"
	"testing"

	"briefnote/schema"
)

// passageOf makes a passage of a point.
func passageOf(t *testing.T, words, lang string) *Passage {
	t.Helper()
	f := schema.Decode("n.yaml", []byte("kind: planning-paper\ntitle: N\nlanguage: "+lang+"\nmarking: UNCLASSIFIED\nconsiderations: "+words+"\n"))
	if len(f.Problems) > 0 {
		t.Fatal(f.Problems)
	}
	_, passages := walk(f.Notes[0])
	return passages[len(passages)-1]
}

func TestDatesIn(t *testing.T) {
	for words, want := range map[string][]string{
		"We met on July 30, 2019, and on 1 May 2020.":        {"2019-07-30", "2020-05-01"},
		"The forum of November 17 and 18, 2026, is over.":    {"2026-11-18"},
		"The forum of 29–30 July 2019 is over.":              {"2019-07-30"},
		"From November 30 to December 2, 2026, it snows.":    {"2026-12-02"},
		"Le 1er septembre 2026, du 3 au 4 octobre 2026.":     {"2026-09-01", "2026-10-04"},
		"The file of 2026-09-25 is due.":                     {"2026-09-25"},
		"In May 2026 we may meet 20 of 2020 on July 4. 2000": nil,
		"On 2026-13-45 nothing happens.":                     nil,
	} {
		ps := passageOf(t, words, "en")
		var got []string
		for _, d := range datesIn(ps) {
			got = append(got, d.day)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: %v, want %v", words, got, want)
		}
	}
}

func TestNameStems(t *testing.T) {
	for _, c := range []struct {
		a, b, lang string
		same       bool
	}{
		{"Existing Solution", "Existing solutions", "en", true},
		{"Hostile State Activities", "Hostile State Activity (HSA)", "en", true},
		{"Foreign - Interference", "Foreign Interference", "en", true},
		{"Use of the Internet", "Use of Internet", "en", true},
		{"Option A", "Options", "en", false},
		{"Crisis", "Crises", "en", false},
		{"2018 Statement", "2019 Statement", "en", false},
		{"L’échange de données", "Échanges des données", "fr", true},
		{"Coûts", "Coût :", "fr", true},
	} {
		a, b := nameStems(plainName(c.a), c.lang), nameStems(plainName(c.b), c.lang)
		if slices.Equal(a, b) != c.same {
			t.Errorf("%q gives %q, and %q gives %q", c.a, a, c.b, b)
		}
	}
}

func TestLeadingMark(t *testing.T) {
	for words, want := range map[string]int{
		"2. Text": 2, "12) Text": 3, "(2) Text": 3, "b) Text": 2, "(b) Text": 3,
		"2.5 million": 0, "2019. Text": 0, "A. Roy": 0, "e. coli": 0, "5G networks": 0, "(2)": 0, "2": 0, "": 0, "(": 0, "(see) Text": 0,
	} {
		if _, _, end := leadingMark(words); end != want {
			t.Errorf("%q: a mark of %d bytes, want %d", words, end, want)
		}
	}
}

func TestLeadingLevel(t *testing.T) {
	for words, want := range map[string]string{
		"SECRET": "SECRET", "Très secret": "TOP SECRET", "SECRET // CANADIAN EYES ONLY": "SECRET", "Protected A - Cabinet": "PROTECTED A",
		"Protected B when completed": "", "For Official Use Only": "", "": "", "/": "",
	} {
		if level, _ := leadingLevel(words); level.English != want {
			t.Errorf("%q: %q, want %q", words, level.English, want)
		}
	}
}

func TestWholeCaveat(t *testing.T) {
	for words, want := range map[string]string{
		"FOR OFFICIAL USE": "For Official Use Only", "For Official": "For Official Use Only", "Confidence of the King’s": "Confidence of the King's Privy Council",
		"For Official Use Only": "", "Confidence of the King's Privy Council": "", "For": "", "For Offic": "", "Embargoed until delivery": "",
	} {
		if got := wholeCaveat(plainName(words), knownCaveats()); got != want {
			t.Errorf("%q: %q, want %q", words, got, want)
		}
	}
}
