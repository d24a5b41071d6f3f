package lint

import (
	"strings"
	"sync"

	"briefnote/diag"
	"briefnote/schema"
)

var relativeDate = &Rule{
	ID: "TY305", Slug: "relative-date", Severity: diag.Warning, Langs: []string{"en"},
	Doc: Doc{
		Title:  "A date, and not \"last year\"",
		Why:    "A note is read later than it is written, often by people who do not know when that was. What is relative to a date given in the same sentence is clear.",
		Bad:    "Canada hosted the talks last November.",
		Good:   "Canada hosted the talks in November 2018.",
		Source: "House style",
	},
	Check: func(p *Pass) {
		for ps := range typographyEnglish(p) {
			if !ps.IsText() || ps.Role == Cell {
				continue
			}
			words := ps.Words()
			for i := 0; i < len(words); i++ {
				from, to := typographyRelative(p, ps, words, i)
				if to <= i {
					continue
				}
				start, end := words[from].Start, words[to-1].End
				if !typographyQuoted(ps, start) {
					p.At(ps, start, end, quote(ps.Plain[start:end])+" depends on when this is read", "give the date")
				}
				i = to - 1
			}
		}
	},
}

// typographyRelative finds the relative date that starts at word i. It returns
// the range of its words; one that ends at i is none.
func typographyRelative(p *Pass, ps *Passage, words []Word, i int) (from, to int) {
	switch w := words[i].Fold; w {
	case "yesterday", "tomorrow", "tonight":
		return i, i + 1
	case "today": // a communiqué is of the day that it bears
		if p.Kind != "communique" {
			return i, i + 1
		}
	case "recently", "previous", "ago":
		return typographyBackwards(ps, words, i)
	case "last", "past", "next", "this":
		return typographyNearby(ps, words, i)
	case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday":
		return typographyWeekday(ps, words, i)
	}
	return i, i
}

// typographyBackwards judges words that are clear where the sentence gives a date.
func typographyBackwards(ps *Passage, words []Word, i int) (from, to int) {
	from, to = i, i
	switch words[i].Fold {
	case "recently":
		to = i + 1
		if i > 0 && words[i-1].Fold == "most" {
			from--
		}
	case "previous":
		if typographyNext(ps, words, i) {
			switch words[i+1].Fold {
			case "day", "night", "week", "weekend", "month", "year":
				to = i + 2
			}
		}
	case "ago":
		if typographyNext(ps, words, i-1) && typographyUnits()[strings.TrimSuffix(words[i-1].Fold, "s")] {
			from, to = i-1, i+1
			if typographyNext(ps, words, i-2) {
				from--
			}
		}
	}
	if to > i && typographyDated(ps, words[i].Start) {
		return i, i
	}
	return from, to
}

// typographyDated reports whether the sentence around an offset gives a date.
func typographyDated(ps *Passage, at int) bool {
	s := typographySentence(ps, at)
	for _, w := range ps.WordsIn(s.Start, s.End) {
		if typographyYear(w.Text) || typographyMonth(w.Text) && w.Text != "May" && w.Text != "March" {
			return true
		}
	}
	return false
}

// typographyUnits are spans of the calendar, and what "last" and "next" may
// stand before.
var typographyUnits = sync.OnceValue(func() map[string]bool {
	return typographySet("day week weekend month quarter year decade spring summer fall autumn winter")
})

// typographyNearby judges "last year", "earlier this year", "next March" and
// "the past four months". The next four months are a time allowed, and no date.
func typographyNearby(ps *Passage, words []Word, i int) (from, to int) {
	if !typographyNext(ps, words, i) {
		return i, i
	}
	w, next := words[i].Fold, words[i+1]
	unit := typographyUnits()[strings.TrimSuffix(next.Fold, "'s")] || typographyMonth(next.Text) && w != "past" ||
		w == "this" && (next.Fold == "morning" || next.Fold == "afternoon")
	from, to = i, i
	switch {
	case next.Fold == "day":
		return i, i
	case unit:
		to = i + 2
	case (w == "last" || w == "past") && typographyNext(ps, words, i+1) && typographyCount(next.Fold) &&
		typographyUnits()[strings.TrimSuffix(words[i+2].Fold, "s")]:
		to = i + 3
	default:
		return i, i
	}
	if typographyNext(ps, words, to-1) && words[to].Fold == "of" { // the last week of August 2019
		return i, i
	}
	if w == "this" && i > 0 {
		switch words[i-1].Fold {
		case "earlier", "later", "early", "late":
			from--
		}
	}
	return from, to
}

// typographyCount reports whether a word says how many.
func typographyCount(w string) bool {
	switch w {
	case "few", "several", "couple", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "twenty":
		return true
	}
	return typographyDigits(w)
}

// typographyWeekday judges the name of a day of the week. It is clear with its
// date, in "every Monday", and in names such as Good Friday.
func typographyWeekday(ps *Passage, words []Word, i int) (from, to int) {
	if i == 0 || !typographyCapital(words[i].Text) || ps.Before(words[i].Start) == '(' {
		return i, i
	}
	switch words[i-1].Fold {
	case "on", "by", "until", "since", "from", "next", "last", "this", "before", "after":
		if i+1 < len(words) && (typographyMonth(words[i+1].Text) || words[i+1].Text[0] >= '0' && words[i+1].Text[0] <= '9') {
			return i, i
		}
		return i, i + 1
	}
	return i, i
}

var yearMissing = &Rule{
	ID: "TY306", Slug: "year-missing", Severity: diag.Info, Langs: []string{"en"},
	Doc: Doc{
		Title:  "A date has its year",
		Why:    "A note is kept for years, and read by people who do not know when it was written.",
		Bad:    "On June 26, the ministers met.",
		Good:   "On June 26, 2019, the ministers met.",
		Source: "House style",
	},
	Check: func(p *Pass) {
		if c, ok := p.Note.(*schema.Communique); ok && c.Masthead != nil && !c.Masthead.Year.IsEmpty() {
			return // the masthead gives the year of all its dates
		}
		for ps := range typographyEnglish(p) {
			if ps.IsText() && ps.Role != Cell {
				typographyYearless(p, ps)
			}
		}
	},
}

// typographyYearless reports the first date of each sentence of a passage that
// gives no year at all.
func typographyYearless(p *Pass, ps *Passage) {
	words := ps.Words()
	done := -1 // the end of the sentence reported last
	for i, w := range words {
		if w.Start < done || !typographyMonth(w.Text) {
			continue
		}
		end := w.End
		if typographyNext(ps, words, i) {
			if day, _ := typographyDay(words[i+1].Text); day > 0 {
				end = words[i+1].End
			}
		}
		if end == w.End && !typographyTimed(words, i) || typographyHasYear(words) || typographyQuoted(ps, w.Start) {
			continue
		}
		done = typographySentence(ps, w.Start).End
		p.At(ps, w.Start, end, "this date has no year", "add the year")
	}
}

// typographyTimed reports whether the word before the name of a month shows
// that the month is meant, and no year can be told from it.
func typographyTimed(words []Word, i int) bool {
	if i == 0 {
		return false
	}
	switch w := words[i-1].Fold; w {
	case "in", "on", "since", "until", "till", "by", "of", "from", "to", "before", "after", "between", "early", "late", "during", "through":
		return true
	default:
		day, _ := typographyDay(w)
		return day > 0
	}
}
