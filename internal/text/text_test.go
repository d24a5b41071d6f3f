package text_test

import (
	"iter"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"briefnote/internal/text"
)

func TestWidth(t *testing.T) {
	tests := []struct {
		s    string
		want int
	}{
		{"", 0},
		{"Ministre", 8},
		{"été", 3},
		{"e\u0301te\u0301", 3}, // combining accents
		{"\u0301", 0},          // one of them alone
		{"漢字", 4},              // ideographs
		{"ﾊﾝ", 2},              // halfwidth kana
		{"👍", 2},               // emoji
		{"👍\U0001F3FD", 2},     // with a skin tone
		{"👩\u200d👩\u200d👧", 2}, // joined
		{"🇨🇦", 2},              // flag
		{"ᐃᓄᒃᑎᑐᑦ", 6},          // syllabics
		{"30\u00a0000", 6},     // no-break space
		{"a\x1b\u200bb", 2},    // control and format characters
		{"a…—b", 4},            // ambiguous width
		{strings.Repeat("x", 99), 99},
	}
	for _, tt := range tests {
		if got := text.Width(tt.s); got != tt.want {
			t.Errorf("Width(%q) = %d, want %d", tt.s, got, tt.want)
		}
	}
}

// take cuts s at ranges.
func take(s string, ranges iter.Seq[text.Range]) []string {
	var got []string
	for r := range ranges {
		got = append(got, r.In(s))
	}
	return got
}

func TestClusters(t *testing.T) {
	got := take("e\u0301\r\n👍\U0001F3FD\xffx", text.Clusters("e\u0301\r\n👍\U0001F3FD\xffx"))
	want := []string{"e\u0301", "\r\n", "👍\U0001F3FD", "\xff", "x"}
	if !slices.Equal(got, want) {
		t.Errorf("clusters are %q, want %q", got, want)
	}
}

func TestWords(t *testing.T) {
	tests := []struct {
		s    string
		want []string
	}{
		{"", nil},
		{" — … ! ", nil},
		{"We don't know.", []string{"We", "don't", "know"}},
		{"It’s ‘quoted’.", []string{"It’s", "quoted"}},
		{"(RCMP)'s and “X”’s, 's (s)", []string{"RCMP", "s", "and", "X", "s", "s", "s"}},
		{"end-to-end encryption", []string{"end-to-end", "encryption"}},
		{"under Bill C-37, -1 and -", []string{"under", "Bill", "C-37", "1", "and"}},
		{"R&D and Q&A", []string{"R&D", "and", "Q&A"}},
		{"the U.S. and the U.K.", []string{"the", "U.S.", "and", "the", "U.K."}},
		{"at 3 p.m. in 5.1.", []string{"at", "3", "p.m.", "in", "5.1"}},
		{"see www.canada.ca.", []string{"see", "www.canada.ca"}},
		{"l'accès aujourd'hui", []string{"l'accès", "aujourd'hui"}},
		{"l’accès : aujourd’hui", []string{"l’accès", "aujourd’hui"}},
		{"30\u00a0000 et 1\u202f500\u202f000", []string{"30\u00a0000", "et", "1\u202f500\u202f000"}},
		{"le 5\u00a02019, 3\u00a0km", []string{"le", "5", "2019", "3", "km"}},
		{"30 000", []string{"30", "000"}}, // a plain space parts
		{"$1.5 million, US$20, 20%", []string{"$1.5", "million", "US$20", "20%"}},
		{"5$ et 20\u00a0%", []string{"5$", "et", "20"}},
		{"2019-07-29 to 2018–19", []string{"2019-07-29", "to", "2018", "19"}},
		{"a $ b % c", []string{"a", "b", "c"}},
		{"and/or: Issue—none", []string{"and", "or", "Issue", "none"}},
		{"[REDACTED] (s. 15)", []string{"REDACTED", "s", "15"}},
		{"e\u0301te\u0301 ᐃᓄᒃᑎᑐᑦ", []string{"e\u0301te\u0301", "ᐃᓄᒃᑎᑐᑦ"}},
	}
	for _, tt := range tests {
		if got := take(tt.s, text.Words(tt.s)); !slices.Equal(got, tt.want) {
			t.Errorf("words of %q are %q, want %q", tt.s, got, tt.want)
		}
	}
}

func TestSentences(t *testing.T) {
	tests := []struct {
		name, s string
		want    []string
	}{
		{"none", " \n ", nil},
		{"one without a stop", " Canada supports this ", []string{"Canada supports this"}},
		{"two", "One. Two!", []string{"One.", "Two!"}},
		{"several stops", "Really?! Yes… Wait... and see.", []string{"Really?!", "Yes…", "Wait... and see."}},
		{"no space", "See 1.5 and canada.ca/x.y.", []string{"See 1.5 and canada.ca/x.y."}},
		{"closing marks", "(It did.) “It ‘did.’” Then.", []string{"(It did.)", "“It ‘did.’”", "Then."}},
		{"titles", "Mr. Smith met Mme. Roy and M. Le Blanc.", []string{"Mr. Smith met Mme. Roy and M. Le Blanc."}},
		{"elided title", "Il faut que l’hon. Roy parte.", []string{"Il faut que l’hon. Roy parte."}},
		{"initials", "J. Smith of the U.S. Government", []string{"J. Smith of the U.S. Government"}},
		{"initials at the end", "So does the U.S. We agree.", []string{"So does the U.S.", "We agree."}},
		{"French initials", "Comme aux É.-U. Le Canada aussi. Et l'O.N.U. Le reste.", []string{"Comme aux É.-U.", "Le Canada aussi.", "Et l'O.N.U.", "Le reste."}},
		{"before numbers", "Under s. 15(1) and no. 3 on Sept. 5.", []string{"Under s. 15(1) and no. 3 on Sept. 5."}},
		{"the word no", "The answer is no. We know.", []string{"The answer is no.", "We know."}},
		{"small letter", "Fish, meat etc. are not.", []string{"Fish, meat etc. are not."}},
		{"after etc.", "Fish, meat etc. These are not.", []string{"Fish, meat etc.", "These are not."}},
		{"year", "It was in 2019. We met.", []string{"It was in 2019.", "We met."}},
		{"number of an item", "1. Agree to this. 2. Or not.", []string{"1. Agree to this.", "2. Or not."}},
		{"French quotation", "«\u00a0Pourquoi\u202f?\u00a0» Elle part. «\u00a0Oui\u00a0!\u00a0» dit-il.", []string{"«\u00a0Pourquoi\u202f?\u00a0»", "Elle part.", "«\u00a0Oui\u00a0!\u00a0» dit-il."}},
		{"line break", "One line\nand the next.\nTwo.", []string{"One line\nand the next.", "Two."}},
		{"blank line", "A heading\n \t\nThen text", []string{"A heading", "Then text"}},
		{"blank line, CRLF", "A heading\r\n\r\nThen text", []string{"A heading", "Then text"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := take(tt.s, text.Sentences(tt.s)); !slices.Equal(got, tt.want) {
				t.Errorf("sentences of %q are %q, want %q", tt.s, got, tt.want)
			}
		})
	}
}

// TestStopEarly proves that a loop over any of the sequences may be left.
func TestStopEarly(t *testing.T) {
	const s = "One two. Three four."
	for name, ranges := range map[string]iter.Seq[text.Range]{
		"clusters": text.Clusters(s), "words": text.Words(s), "sentences": text.Sentences(s),
	} {
		n := 0
		for range ranges {
			n++
			break
		}
		if n != 1 {
			t.Errorf("%s: %d turns, want 1", name, n)
		}
	}
}

// TestLongTexts proves that time grows with the length of a text, no faster,
// where rules look back or ahead.
func TestLongTexts(t *testing.T) {
	for _, piece := range []string{"1. ", ". ", "a.", ".\"", "\n ", "1\u00a0", "a-", "\u0301"} {
		s := strings.Repeat(piece, 1<<18/len(piece))
		start := time.Now()
		for range text.Words(s) {
			continue
		}
		for range text.Sentences(s) {
			continue
		}
		if took := time.Since(start); took > 2*time.Second {
			t.Errorf("%q, many times: %v", piece, took)
		}
	}
}

// FuzzRanges proves that ranges are in order, never overlap, lie at the borders
// of characters, and leave out nothing but what they may.
func FuzzRanges(f *testing.F) {
	for _, s := range []string{"", "It's $1.5. The U.S. too.", "«\u00a0Oui\u00a0!\u00a0» 30\u00a0000", "\xff\xfe. A", "5$6%7", "a.b.c.\n\nd"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		checkRanges(t, s, text.Clusters(s), func(rune) bool { return false })
		checkRanges(t, s, text.Words(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		checkRanges(t, s, text.Sentences(s), unicode.IsSpace)
		text.Width(s)
	})
}

// checkRanges checks that what stands between the ranges is all dispensable.
func checkRanges(t *testing.T, s string, ranges iter.Seq[text.Range], dispensable func(rune) bool) {
	t.Helper()
	at := 0
	gap := func(end int) {
		if left := strings.TrimFunc(s[at:end], dispensable); left != "" {
			t.Errorf("%q: %q is left out", s, left)
		}
	}
	for r := range ranges {
		if r.Start < at || r.End <= r.Start || r.End > len(s) {
			t.Fatalf("%q: range %v after offset %d", s, r, at)
		}
		if utf8.ValidString(s) && !utf8.ValidString(r.In(s)) {
			t.Errorf("%q: range %v cuts a character", s, r)
		}
		if strings.TrimFunc(r.In(s), dispensable) == "" {
			t.Errorf("%q: range %v holds nothing", s, r)
		}
		gap(r.Start)
		at = r.End
	}
	gap(len(s))
}
