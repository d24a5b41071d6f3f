package lint

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// mention is an acronym where it stands in a passage.
type mention struct {
	*Passage
	short      string // without an article, a plural s or 's
	start, end int    // of the acronym
	sure       bool   // spelled as only acronyms are
	long       string // the long form that it is defined by here; "" for a use
}

// text is the acronym as it stands, plural s included.
func (m *mention) text() string { return m.Plain[m.start:m.end] }

// acronymsIn calls f for the acronyms of a passage, in order.
func acronymsIn(ps *Passage, f func(m mention)) {
	words := ps.Words()
	for i := range words {
		w := &words[i]
		if w.Text == w.Fold || !hasTwoCapitals(w.Text) || isShouted(ps, words, i) || ps.Before(w.Start) == '@' || ps.Before(w.Start) == '#' {
			continue
		}
		for start, end := range hyphenated(w) {
			m, ok := acronymAt(ps, start, end)
			if !ok || m.sure && i > 0 && isUnit(m.short) && isFigure(words[i-1].Text) {
				continue
			}
			if end-start == len(w.Text) {
				m.long = longForm(ps, m, i)
			}
			f(m)
		}
	}
}

// hasTwoCapitals reports whether a word has a second capital, or a digit, after
// its first letter; most words with a capital only start a sentence.
func hasTwoCapitals(w string) bool {
	for i := 1; i < len(w); i++ {
		if c := w[i]; c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == 0xC3 {
			return true // 0xC3 begins É and its like in UTF-8
		}
	}
	return false
}

// hyphenated gives the pieces of a word between its hyphens, as places in the
// passage. A word with a number among them (C-37, COVID-19, CF-18) is the name
// of a thing and gives none.
func hyphenated(w *Word) func(yield func(int, int) bool) {
	return func(yield func(int, int) bool) {
		if strings.IndexByte(w.Text, '-') < 0 {
			yield(w.Start, w.End)
			return
		}
		parts := strings.Split(w.Text, "-")
		for _, part := range parts {
			if part != "" && part[0] <= '9' {
				return
			}
		}
		at := w.Start
		for _, part := range parts {
			if !yield(at, at+len(part)) {
				return
			}
			at += len(part) + 1
		}
	}
}

// isShouted reports whether a word in capitals stands among others: "FOR
// OFFICIAL USE ONLY" holds no acronym.
func isShouted(ps *Passage, words []Word, i int) bool {
	run := 1
	for k := i; k > 0 && inCapitals(words[k-1].Text) && ps.onlySpace(words[k-1].End, words[k].Start); k-- {
		run++
	}
	for k := i; k+1 < len(words) && inCapitals(words[k+1].Text) && ps.onlySpace(words[k].End, words[k+1].Start); k++ {
		run++
	}
	return run > 2
}

// inCapitals reports whether a word has two letters or more, all capitals.
func inCapitals(w string) bool {
	return utf8.RuneCountInString(w) > 1 && strings.IndexFunc(w, func(r rune) bool { return !unicode.IsUpper(r) }) < 0
}

func isFigure(w string) bool {
	return w != "" && w[len(w)-1] >= '0' && w[len(w)-1] <= '9' && w[0] < 'A'
}

// acronymAt returns the acronym that plain words [start, end) are.
func acronymAt(ps *Passage, start, end int) (mention, bool) {
	w := ps.Plain[start:end]
	// l'ASFC, d’IRCC
	if i := strings.IndexAny(w, "'’"); i == 1 || i == 2 {
		_, size := utf8.DecodeRuneInString(w[i:])
		start, w = start+i+size, w[i+size:]
	}
	if i := strings.IndexAny(w, "'’"); i >= 0 {
		w = w[:i]
	}
	short := w
	if s, ok := strings.CutSuffix(w, "s"); ok && len(s) > 1 && startsUpper(s[len(s)-1:]) {
		short = s
	}
	sure, ok := isAcronym(short)
	return mention{Passage: ps, short: short, start: start, end: start + len(w), sure: sure}, ok
}

// isAcronym reports whether a word may be an acronym, and whether it can hardly
// be anything else: two to six capitals, with one small letter (IoT) or a digit
// (C3P) among them. C18, B&H and G7 are acronyms only where they are defined.
func isAcronym(w string) (sure, ok bool) {
	if len(w) < 2 || len(w) > 9 || !startsUpper(w) {
		return false, false
	}
	upper, lower, digits, joined := 0, 0, 0, 0
	for _, r := range w {
		switch {
		case unicode.IsUpper(r):
			upper++
		case unicode.IsLower(r):
			lower++
		case r >= '0' && r <= '9':
			digits++
		case r == '&':
			joined++
		default:
			return false, false
		}
	}
	if upper > 7 || upper+digits < 2 || lower > 1 || lower == 1 && (upper < 2 || !startsUpper(w[len(w)-1:])) {
		return false, false
	}
	last, _ := utf8.DecodeLastRuneInString(w)
	return upper > 1 && upper < 7 && joined == 0 && unicode.IsUpper(last) && !isRoman(w), true
}

// isRoman reports whether a word is a number such as II, IV or XIX.
func isRoman(w string) bool { return strings.Trim(w, "IVX") == "" }

// isUnit reports whether an acronym is a unit after a number: 40 MW.
func isUnit(w string) bool {
	switch w {
	case "MW", "GW", "TW", "MB", "GB", "TB", "KB", "HP", "KM", "AM", "PM", "AD", "BC", "CE", "GT", "MT":
		return true
	}
	return false
}

// longForm returns the long form beside an acronym, which is the word of an
// index or a piece of it, or "".
func longForm(ps *Passage, m mention, word int) string {
	long := longFormBefore(ps, m, word)
	if long == "" {
		long = longFormAfter(ps, m)
	}
	long = strings.TrimSuffix(strings.TrimSuffix(long, "'s"), "’s")
	return long
}

// longFormBefore returns the long form before an acronym in brackets: "Royal
// Canadian Mounted Police (RCMP)", "(RCMP, or the Force)", "(the “RCMP”)".
func longFormBefore(ps *Passage, m mention, word int) string {
	open := strings.LastIndexByte(ps.Plain[:m.start], '(')
	if open < 0 || open+40 < m.start || !endsDefinition(ps.Plain[m.end:]) {
		return ""
	}
	lead := strings.Trim(ps.Plain[open+1:m.start], " \"“«\u00a0\u202f")
	if strings.ContainsAny(lead, ")."+string(Hole)) || strings.Count(lead, " ") > 2 {
		return ""
	}
	to := word
	for words := ps.Words(); to > 0 && words[to-1].End > open; {
		to--
	}
	if long := initialsBefore(ps, to, open, m.short); long != "" || lead == "" || isArticle(fold(lead)) {
		return long
	}
	// "Centre of Excellence on Ports (Ports CoE)" shortens words further back.
	for back := 1; back < 6 && to > back; back++ {
		if long := initialsBefore(ps, to-back, ps.Words()[to-back].Start, m.short); long != "" {
			return long
		}
	}
	return ""
}

// endsDefinition reports whether an acronym in brackets ends there, or before a
// remark: "(GIFCT, led by four firms)"; "(RCMP officers)" defines nothing.
func endsDefinition(after string) bool {
	after = strings.TrimLeft(after, "\"”»\u00a0\u202f")
	if after == "" {
		return false
	}
	switch after[0] {
	case ')', ',', ';', ':', '/':
		return true
	}
	return strings.HasPrefix(after, " –") || strings.HasPrefix(after, " —") || strings.HasPrefix(after, " or ") || strings.HasPrefix(after, " ou ")
}

// longFormAfter returns the long form in brackets after an acronym: "RCMP
// (Royal Canadian Mounted Police)".
func longFormAfter(ps *Passage, m mention) string {
	inside, ok := strings.CutPrefix(ps.Plain[m.end:], " (")
	if !ok {
		return ""
	}
	end := strings.IndexAny(inside, ",;)"+string(Hole))
	if end < 0 || inside[end] != ')' && inside[end] != ',' && inside[end] != ';' {
		return ""
	}
	start := m.end + len(" (")
	long := initialsOf(ps, start, start+end, m.short)
	if article, whole := strings.CutSuffix(strings.TrimSpace(inside[:end]), long); !whole || article != "" && article != "the " {
		return ""
	}
	return long
}
