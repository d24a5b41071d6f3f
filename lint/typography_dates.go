package lint

import (
	"strconv"
	"strings"

	"briefnote/diag"
)

var dateFormat = &Rule{
	ID: "TY303", Slug: "date-format", Severity: diag.Warning, Langs: []string{"en"},
	Doc: Doc{
		Title:  "Dates are written July 31, 2016",
		Why:    "One form of date reads fast; in figures alone, 03/04/2019 is March to some readers and April to others.",
		Bad:    "They met on 31st July 2016 and on 03/09/2016.",
		Good:   "They met on July 31, 2016, and on September 3, 2016.",
		Source: "Canada.ca Content Style Guide, 4.7",
	},
	Check: func(p *Pass) {
		for ps := range typographyEnglish(p) {
			words := ps.Words()
			for i, w := range words {
				switch {
				case typographyMonth(w.Text):
					typographyDate(p, ps, words, i)
				case w.Text[0] >= '0' && w.Text[0] <= '9':
					typographyNumericDate(p, ps, words, i)
				}
			}
		}
	},
}

const typographyDateHint = "write the month, the day and the year: July 31, 2016"

// typographyDate judges a date by the words around the name of its month.
func typographyDate(p *Pass, ps *Passage, words []Word, i int) {
	month := words[i]
	if typographyQuoted(ps, month.Start) {
		return
	}
	if from, day, ok := typographyDayBefore(ps, words, i); ok {
		typographyDayFirst(p, ps, words, i, from, day)
		return
	}
	if i+1 == len(words) {
		return
	}
	next := words[i+1]
	day, figures := typographyDay(next.Text)
	glue := ps.Plain[month.End:next.Start]
	switch {
	case typographyYear(next.Text) && strings.TrimSpace(glue) == ",":
		f := p.At(ps, month.Start, next.End, "no comma parts a month from its year", "write "+quote(month.Text+" "+next.Text))
		typographyMend(f, ps, month.End, month.End+1, "")
	case day == 0 || !ps.onlySpace(month.End, next.Start):
	case figures < len(next.Text):
		f := p.At(ps, month.Start, next.End, "the day in a date takes no letters", "write "+quote(month.Text+" "+strconv.Itoa(day)))
		typographyMend(f, ps, next.Start+figures, next.End, "")
	case typographyNext(ps, words, i+1) && typographyYear(words[i+2].Text):
		year := words[i+2]
		f := p.At(ps, month.Start, year.End, "a comma is missing between the day and the year", "write "+quote(month.Text+" "+next.Text+", "+year.Text))
		typographyMend(f, ps, next.End, next.End, ",")
	}
}

// typographyDayBefore finds the day or days that stand before a month: 31 July,
// 31st of July, 29–30 July. It returns the index of the first word, and the day
// unless there are several.
func typographyDayBefore(ps *Passage, words []Word, i int) (from, day int, ok bool) {
	k := i - 1
	if !typographyNext(ps, words, k) {
		return 0, 0, false
	}
	ordinal := words[k].Fold == "of"
	if ordinal {
		k--
		if !typographyNext(ps, words, k) {
			return 0, 0, false
		}
	}
	day, figures := typographyDay(words[k].Text)
	if day == 0 || ordinal && figures == len(words[k].Text) { // "5 of July's cases"
		return 0, 0, false
	}
	if k > 0 && typographyMonth(words[k-1].Text) { // "from July 5 May" is no date
		return 0, 0, false
	}
	if first, found := typographyRangeStart(ps, words, k); found {
		return first, 0, true
	}
	return k, day, true
}

// typographyRangeStart finds the day that opens a range of days whose last one
// is word k.
func typographyRangeStart(ps *Passage, words []Word, k int) (int, bool) {
	if k == 0 {
		return 0, false
	}
	first := k - 1
	switch ps.Plain[words[first].End:words[k].Start] {
	case "–", "-", " – ", " - ":
	default:
		if w := words[first].Fold; first == 0 || w != "to" && w != "and" {
			return 0, false
		}
		first--
	}
	day, _ := typographyDay(words[first].Text)
	return first, day > 0
}

// typographyDayFirst reports a date whose day, or days from word from on,
// stands before the month.
func typographyDayFirst(p *Pass, ps *Passage, words []Word, i, from, day int) {
	month, end := words[i], words[i].End
	year := ""
	if typographyNext(ps, words, i) && typographyYear(words[i+1].Text) {
		year, end = ", "+words[i+1].Text, words[i+1].End
	}
	start := words[from].Start
	if words[i-1].Fold == "of" && typographyNext(ps, words, from-1) && words[from-1].Fold == "the" {
		start = words[from-1].Start // the 31st of July
	}
	message := quote(ps.Plain[start:end]) + " puts the day before the month"
	if day == 0 {
		first, _ := typographyDay(words[from].Text)
		last, _ := typographyDay(words[i-1].Text)
		if last == 0 {
			last, _ = typographyDay(words[i-2].Text) // 29th to 31st of July
		}
		p.At(ps, start, end, message, "write "+quote(month.Text+" "+strconv.Itoa(first)+" to "+strconv.Itoa(last)+year))
		return
	}
	better := month.Text + " " + strconv.Itoa(day) + year
	f := p.At(ps, start, end, message, "write "+quote(better))
	typographyMend(f, ps, start, end, better)
}

// typographyNumericDate reports a date in figures but for 2016-07-31, whose
// order everybody knows.
func typographyNumericDate(p *Pass, ps *Passage, words []Word, i int) {
	start, end := words[i].Start, words[i].End
	if i+2 < len(words) && words[i+2].Start-words[i].End < 5 &&
		ps.Plain[end:words[i+1].Start] == "/" && ps.Plain[words[i+1].End:words[i+2].Start] == "/" {
		end = words[i+2].End
	}
	form := ps.Plain[start:end]
	if len(form) < 8 || len(form) > 10 || ps.Before(start) == '/' || ps.After(end) == '/' {
		return
	}
	for _, by := range [...]string{"/", "-", "."} {
		if strings.Count(form, by) != 2 {
			continue
		}
		a, rest, _ := strings.Cut(form, by)
		b, c, _ := strings.Cut(rest, by)
		if typographyIsDate(a, b, c) || by != "-" && typographyYear(a) && typographyIsDate(b, c, a) {
			p.At(ps, start, end, quote(form)+" is a date in figures", typographyDateHint)
		}
	}
}

// typographyIsDate reports whether three numbers are a day, a month and a year,
// the first two in either order.
func typographyIsDate(a, b, year string) bool {
	x, xn := typographyDay(a)
	y, yn := typographyDay(b)
	return x > 0 && y > 0 && xn == len(a) && yn == len(b) && min(x, y) <= 12 && typographyYear(year)
}

var rangeTo = &Rule{
	ID: "TY304", Slug: "range-to", Severity: diag.Info, Langs: []string{"en"},
	Doc: Doc{
		Title:  "\"To\" between the ends of a range",
		Why:    "A dash between two numbers is easily read as a minus sign or a hyphen, and is not read aloud at all.",
		Bad:    "The trial takes 10–12 weeks.",
		Good:   "The trial takes 10 to 12 weeks.",
		Source: "Canada.ca Content Style Guide, 4.1",
	},
	Check: func(p *Pass) {
		for ps := range typographyEnglish(p) {
			if !strings.Contains(ps.Plain, "–") || ps.Role == Cell || ps.Role == HeadCell {
				continue // a table has no room for words
			}
			words := ps.Words()
			for i := range len(words) - 1 {
				a, b := words[i], words[i+1]
				if ps.Plain[a.End:b.Start] == "–" && typographyIsRange(a.Text, b.Text) && !typographyQuoted(ps, a.Start) {
					typographyRange(p, ps, words, i)
				}
			}
		}
	},
}

// typographyRange reports the range of words i and i+1.
func typographyRange(p *Pass, ps *Passage, words []Word, i int) {
	a, b := words[i], words[i+1]
	before := ""
	if i > 0 {
		before = words[i-1].Fold
	}
	switch before {
	case "pp", "p", "pages", "ss": // references, in their usual form
		return
	case "between":
		p.At(ps, a.Start, b.End, "a dash stands for a word in this range", "write "+quote(a.Text+" and "+b.Text))
		return
	}
	f := p.At(ps, a.Start, b.End, "a dash stands for a word in this range", "write "+quote(a.Text+" to "+b.Text))
	typographyMend(f, ps, a.End, b.Start, " to ")
}

// typographyIsRange reports whether two words with a dash between them are the
// ends of a range: two months, or two numbers that grow. A fiscal year
// (2018–19) and a score (5–4) are none.
func typographyIsRange(a, b string) bool {
	if typographyMonth(a) && typographyMonth(b) {
		return true
	}
	x, errX := strconv.ParseFloat(strings.Trim(strings.ReplaceAll(a, ",", ""), "$%"), 64)
	y, errY := strconv.ParseFloat(strings.Trim(strings.ReplaceAll(b, ",", ""), "$%"), 64)
	return errX == nil && errY == nil && x < y
}
