package lint

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"briefnote/diag"
)

var frenchDates = &Rule{
	ID: "FR506", Slug: "dates", Severity: diag.Warning,
	Doc: Doc{
		Title:  "Dates as French writes them",
		Why:    "French gives the day, the month in small letters and the year without commas; the first of a month is the only ordinal. 03/04/2019 is read in two ways.",
		Bad:    "La rencontre du Juillet 30, 2019 fait suite à celle du 1 mai.",
		Good:   "La rencontre du 30 juillet 2019 fait suite à celle du 1er mai.",
		Source: "Translation Bureau, Clés de la rédaction (dates)",
	},
	Check: func(p *Pass) {
		for ps := range frenchPassages(p) {
			for i, w := range ps.Words() {
				switch {
				case frenchMonths()[w.Fold] > 0:
					monthAt(ps, i).judge(p)
				case frenchWeekdays()[w.Fold]:
					weekdayAt(p, ps, i)
				case isDigit(w.Text[0]) && len(w.Text) <= 2:
					slashedDate(p, ps, i)
				}
			}
		}
	},
}

// frenchMonths are the months by their names, from 1.
var frenchMonths = sync.OnceValue(func() map[string]int {
	return map[string]int{
		"janvier": 1, "février": 2, "fevrier": 2, "mars": 3, "avril": 4, "mai": 5, "juin": 6, "juillet": 7,
		"août": 8, "aout": 8, "septembre": 9, "octobre": 10, "novembre": 11, "décembre": 12, "decembre": 12,
	}
})

var frenchWeekdays = sync.OnceValue(func() map[string]bool {
	return map[string]bool{
		"lundi": true, "mardi": true, "mercredi": true, "jeudi": true, "vendredi": true, "samedi": true, "dimanche": true,
	}
})

// frenchMonth is the name of a month, with the day before or behind it and the
// year, as far as they are there.
type frenchMonth struct {
	ps     *Passage
	word   Word
	day    Word // before the month: 30, 1er, 1
	behind Word // a number from 1 to 31 behind it
	year   Word // four digits after the month or the day behind it
	comma  bool // before the year
}

func monthAt(ps *Passage, i int) frenchMonth {
	words := ps.Words()
	m := frenchMonth{ps: ps, word: words[i]}
	if i > 0 && ps.onlySpace(words[i-1].End, words[i].Start) && isDay(words[i-1].Fold) {
		m.day = words[i-1]
	}
	last := words[i]
	next := i + 1
	if next < len(words) && ps.onlySpace(last.End, words[next].Start) && isDay(words[next].Fold) {
		m.behind, last = words[next], words[next]
		next++
	}
	if next < len(words) && isYear(words[next].Text) {
		switch between := ps.Plain[last.End:words[next].Start]; {
		case ps.onlySpace(last.End, words[next].Start):
			m.year = words[next]
		case strings.HasPrefix(between, ",") && strings.TrimFunc(between[1:], unicode.IsSpace) == "":
			m.year, m.comma = words[next], true
		}
	}
	return m
}

// isDay reports whether a folded word is the number of a day.
func isDay(w string) bool {
	w = strings.TrimSuffix(w, "er")
	n := digitsAt(w)
	return n == len(w) && (n == 1 && w != "0" || n == 2 && w >= "01" && w <= "31")
}

func isYear(w string) bool { return len(w) == 4 && digitsAt(w) == 4 && (w[0] == '1' || w[0] == '2') }

// judge reports what is wrong with the date, as one finding.
func (m frenchMonth) judge(p *Pass) {
	r, _ := utf8.DecodeRuneInString(m.word.Text)
	capital := unicode.IsUpper(r) && !isCapitals(m.word.Text)
	switch {
	case m.day.End == 0 && m.behind.End > 0 && (m.year.End > 0 || capital && m.alone()):
		m.turned(p)
	case capital && m.isDate() && !m.isHoliday():
		f := p.At(m.ps, m.word.Start, m.word.End, "this month has a capital", "write "+quote(m.word.Fold))
		frenchMend(f, m.ps, frenchEdit{m.word.Start, m.word.End, strings.ToLower(m.word.Text)})
	case m.comma && m.day.End > 0:
		f := p.At(m.ps, m.word.Start, m.year.End, "a comma stands before the year", "delete it")
		frenchMend(f, m.ps, frenchEdit{m.word.End, m.year.Start, " "})
	case m.day.Fold == "1" || m.day.Fold == "01":
		m.first(p, m.day)
	default:
		m.firstOfRange(p)
	}
}

// turned reports a date in the order of English.
func (m frenchMonth) turned(p *Pass) {
	end := m.behind.End
	day := strings.TrimLeft(m.behind.Fold, "0")
	if day == "1" {
		day = "1er"
	}
	date := day + " " + strings.ToLower(m.word.Text)
	if m.year.End > 0 {
		end = m.year.End
		date += " " + m.year.Text
	}
	f := p.At(m.ps, m.word.Start, end, "the month stands before the day", "write "+quote(date))
	frenchMend(f, m.ps, frenchEdit{m.word.Start, end, date})
}

// alone reports whether no word follows the day behind the month: what follows
// could be what the number counts.
func (m frenchMonth) alone() bool {
	next := m.ps.spaceAfter(m.behind.End)
	return !unicode.IsLetter(m.ps.After(next)) && !opensSentenceAt(m.ps, m.word.Start)
}

// isDate reports whether a month with a capital is surely one within a
// sentence, and not its first word or a name (the planet Mars, Avril).
func (m frenchMonth) isDate() bool {
	return m.day.End > 0 || m.year.End > 0 && !m.comma && !opensSentenceAt(m.ps, m.word.Start)
}

// isHoliday reports whether the day is a holiday known by its date.
func (m frenchMonth) isHoliday() bool {
	if m.year.End > 0 {
		return false
	}
	switch m.day.Fold + " " + m.word.Fold {
	case "14 juillet", "11 novembre", "8 mai", "1er mai", "24 juin":
		return true
	}
	return false
}

// first reports a first of the month that is no ordinal.
func (m frenchMonth) first(p *Pass, day Word) {
	switch before := m.ps.Before(day.Start); before {
	case '.', ',', '/', '-', '$':
		return // part of a larger number
	}
	f := p.At(m.ps, day.Start, day.End, "the first of a month is written as an ordinal", `write "1er"`)
	frenchMend(f, m.ps, frenchEdit{day.Start, day.End, "1er"})
}

// firstOfRange looks at the day before this one: "du 1 au 3 mai", "les 1 et 2 mai".
func (m frenchMonth) firstOfRange(p *Pass) {
	words := m.ps.WordsIn(0, m.day.Start)
	if m.day.End == 0 || len(words) < 3 {
		return
	}
	day, link, before := words[len(words)-2], words[len(words)-1], words[len(words)-3]
	if day.Fold == "1" && (link.Fold == "au" && before.Fold == "du" || link.Fold == "et" && before.Fold == "les") {
		m.first(p, day)
	}
}

// weekdayAt reports a day of the week with a capital within a sentence. The
// names of feasts (le Vendredi saint) are followed by no number.
func weekdayAt(p *Pass, ps *Passage, i int) {
	words := ps.Words()
	w := words[i]
	if r, _ := utf8.DecodeRuneInString(w.Text); !unicode.IsUpper(r) || isCapitals(w.Text) || i+1 == len(words) {
		return
	}
	if !isDay(words[i+1].Fold) || !ps.onlySpace(w.End, words[i+1].Start) || opensSentenceAt(ps, w.Start) {
		return
	}
	f := p.At(ps, w.Start, w.End, "this day of the week has a capital", "write "+quote(w.Fold))
	frenchMend(f, ps, frenchEdit{w.Start, w.End, strings.ToLower(w.Text)})
}

// slashedDate reports a date in figures with slashes, which begins at word i.
func slashedDate(p *Pass, ps *Passage, i int) {
	words := ps.Words()
	if i+2 >= len(words) || !isDay(words[i].Fold) || ps.Before(words[i].Start) == '/' {
		return
	}
	day, month, year := words[i], words[i+1], words[i+2]
	if ps.Plain[day.End:month.Start] == "/" && ps.Plain[month.End:year.Start] == "/" && isDay(month.Fold) && isYear(year.Text) {
		p.At(ps, day.Start, year.End, "a date with slashes can be read in two ways", "write the month in words, or the date as 2019-07-30")
	}
}
