package lint

import (
	"iter"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"briefnote/internal/text"
	"briefnote/schema"
)

// typographyEnglish gives the note's passages in English.
func typographyEnglish(p *Pass) iter.Seq[*Passage] {
	return func(yield func(*Passage) bool) {
		for _, ps := range p.Passages {
			if ps.Lang == "en" && !yield(ps) {
				return
			}
		}
	}
}

// typographyMend gives a finding a fix, but for a place where the source says
// something else than the words do (markup or a line break stands between
// them), and within a severance, which nobody but its author changes.
func typographyMend(f *Finding, ps *Passage, start, end int, words string) *Finding {
	if typographyWithheld(ps, start, end) {
		return f
	}
	at := ps.Place(start, end)
	source, plain := string(f.pass.File.Source[at.Start:at.End]), ps.Plain[start:end]
	same := source == plain || source == `\`+plain || source == plain+plain // an escaped quotation mark
	if !same {
		return f
	}
	return f.Fix(ps, start, end, words)
}

// typographyWithheld reports whether words [start, end) touch a severance.
func typographyWithheld(ps *Passage, start, end int) bool {
	for _, s := range ps.Spans {
		if (s.Kind == schema.Severance || s.Kind == schema.Redacted) && start < s.End && end > s.Start {
			return true
		}
	}
	return false
}

// typographyQuoted reports whether an offset of a passage stands within
// quotation marks. What others said or wrote keeps its own style.
func typographyQuoted(ps *Passage, at int) bool {
	depth, straight := 0, false
	for _, r := range ps.Plain[:at] {
		switch r {
		case '“', '«':
			depth++
		case '”', '»':
			depth--
		case '"':
			straight = !straight
		}
	}
	return depth > 0 || straight
}

// typographyNext reports whether words i and i+1 stand side by side, with
// nothing but space between them.
func typographyNext(ps *Passage, words []Word, i int) bool {
	return i >= 0 && i+1 < len(words) && ps.onlySpace(words[i].End, words[i+1].Start)
}

// typographySentence returns the range of the sentence that holds an offset.
func typographySentence(ps *Passage, at int) text.Range {
	for _, s := range ps.Sentences() {
		if at < s.End {
			return s
		}
	}
	return text.Range{Start: 0, End: len(ps.Plain)}
}

// typographyHasYear reports whether a year stands among words.
func typographyHasYear(words []Word) bool {
	for _, w := range words {
		if typographyYear(w.Text) {
			return true
		}
	}
	return false
}

// typographyYear reports whether a word is a year.
func typographyYear(w string) bool {
	return len(w) == 4 && (w[:2] == "19" || w[:2] == "20") && typographyDigits(w)
}

// typographyDay returns the day of a month that a word names in figures, with
// or without the letters of an ordinal, and how many figures it has; or 0.
func typographyDay(w string) (day, figures int) {
	for figures < len(w) && w[figures] >= '0' && w[figures] <= '9' {
		day = day*10 + int(w[figures]-'0')
		figures++
		if figures > 2 {
			return 0, 0
		}
	}
	switch w[figures:] {
	case "", "st", "nd", "rd", "th":
		if day >= 1 && day <= 31 {
			return day, figures
		}
	}
	return 0, 0
}

func typographyDigits(w string) bool {
	for i := 0; i < len(w); i++ {
		if w[i] < '0' || w[i] > '9' {
			return false
		}
	}
	return w != ""
}

// typographyCapital reports whether a word starts with a capital letter.
func typographyCapital(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r)
}

// typographyLower reports whether a text starts with a small letter.
func typographyLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

var typographyMonths = sync.OnceValue(func() map[string]bool {
	months := map[string]bool{}
	for _, m := range strings.Fields("January February March April May June July August September October November December") {
		months[m] = true
	}
	return months
})

// typographyMonth reports whether a word is the name of a month; all of them
// have three letters or more.
func typographyMonth(w string) bool {
	return len(w) >= 3 && len(w) <= 9 && w[0] >= 'A' && w[0] <= 'S' && typographyMonths()[w]
}

// typographySet makes a set of words that stand in one text.
func typographySet(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}
