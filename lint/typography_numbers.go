package lint

import (
	"strings"
	"sync"
	"unicode"

	"briefnote/diag"
)

var numberWords = &Rule{
	ID: "TY308", Slug: "number-words", Severity: diag.Info, Langs: []string{"en"},
	Doc: Doc{
		Title:  "Zero to nine in words",
		Why:    "A lone figure stops the reader's eye. Measures, sums of money, dates, ratios and numbers beside larger ones stay in figures.",
		Bad:    "Canada added 3 organizations to the list.",
		Good:   "Canada added three organizations to the list.",
		Source: "Canada.ca Content Style Guide, 4.6",
	},
	Check: func(p *Pass) {
		for ps := range typographyEnglish(p) {
			if !ps.IsText() || ps.Role == Cell {
				continue
			}
			words := ps.Words()
			for i, w := range words {
				if len(w.Text) != 1 || w.Text[0] < '0' || w.Text[0] > '9' || !typographyCounts(ps, words, i) {
					continue
				}
				word := typographyNumerals[w.Text[0]-'0']
				if i == 0 || typographySentence(ps, w.Start).Start == w.Start {
					word = strings.ToUpper(word[:1]) + word[1:]
				}
				f := p.At(ps, w.Start, w.End, "a number below ten stands in figures", "write "+quote(word))
				typographyMend(f, ps, w.Start, w.End, word)
			}
		}
	},
}

var typographyNumerals = [...]string{"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"}

// typographyCounts reports whether the figure that is word i counts things: a
// plural in small letters follows, which is no measure. It does not where it
// belongs to a name (Option 2 shows), a ratio or a range, nor beside a number
// above nine.
func typographyCounts(ps *Passage, words []Word, i int) bool {
	if !typographyNext(ps, words, i) || i > 0 && ps.Plain[words[i-1].End:words[i].Start] != " " && !strings.ContainsAny(ps.Plain[words[i-1].End:words[i].Start], ",;:.(") {
		return false
	}
	if i > 0 && ps.onlySpace(words[i-1].End, words[i].Start) && (typographyLabels()[words[i-1].Fold] || typographyCapital(words[i-1].Text) && i > 1) {
		return false
	}
	if typographyQuoted(ps, words[i].Start) {
		return false
	}
	noun := i + 1
	if !typographyPlural(words[noun].Text) && typographyNext(ps, words, noun) && !typographyLink(words[noun].Fold) {
		noun++ // an adjective may stand between
	}
	if !typographyPlural(words[noun].Text) {
		return false
	}
	s := typographySentence(ps, words[i].Start)
	for _, w := range ps.WordsIn(s.Start, s.End) {
		if len(w.Text) > 1 && unicode.IsDigit(rune(w.Text[0])) && !typographyYear(w.Text) && !strings.ContainsAny(w.Text, "%$-") {
			return false
		}
	}
	return true
}

// typographyPlural reports whether a word is the plural of something counted.
func typographyPlural(w string) bool {
	if !typographyLower(w) || typographyMeasures()[w] {
		return false
	}
	switch w {
	case "people", "children", "men", "women":
		return true
	case "is", "was", "has", "as", "this", "its", "plus", "minus", "percent", "times", "points":
		return false
	}
	return len(w) > 3 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !strings.HasSuffix(w, "us")
}

// typographyLink reports whether a word joins others, so that no thing counted
// can follow it.
func typographyLink(w string) bool {
	switch w {
	case "of", "in", "to", "and", "or", "for", "on", "at", "by", "with", "per", "is", "was", "are", "were", "has", "have", "million", "billion", "percent", "per cent":
		return true
	}
	return false
}

// typographyLabels are words that a number names something with.
var typographyLabels = sync.OnceValue(func() map[string]bool {
	return typographySet(`option options section sections paragraph page pages chapter part tab annex appendix figure table
		phase stage step level tier version clause article item items question note group class category no number line
		schedule goal pillar priority version room unit day week year grade rule bill to than from between nearest`)
})

// typographyMeasures are units; their numbers stay in figures.
var typographyMeasures = sync.OnceValue(func() map[string]bool {
	return typographySet(`seconds minutes hours days weeks months years decades metres kilometres centimetres millimetres
		grams kilograms tonnes litres hectares watts kilowatts megawatts gigawatts degrees bytes megabytes gigabytes terabytes
		dollars cents euros pounds feet inches miles acres knots volts`)
})

var noBreakSpace = &Rule{
	ID: "TY309", Slug: "nbsp", Severity: diag.Info, Langs: []string{"en"},
	Doc: Doc{
		Title:  "No line break within a date, a measure or the number of a bill",
		Why:    "A number at the end of a line and its unit at the start of the next are hard to read. A no-break space keeps them together.",
		Bad:    "Bill C-37 allows officers to open packages of 30 g, from May 17 on; with plain spaces",
		Good:   "Bill C-37 allows officers to open packages of 30 g, from May 17 on; with no-break spaces",
		Source: "Canada.ca Content Style Guide, 4.6 and 4.7",
	},
	Check: func(p *Pass) {
		for ps := range typographyEnglish(p) {
			if !ps.IsText() || ps.Role == Cell {
				continue
			}
			words := ps.Words()
			for i := range len(words) - 1 {
				a, b := words[i], words[i+1]
				if b.Start-a.End != 1 || ps.Plain[a.End] != ' ' || !typographyInseparable(words, i) {
					continue
				}
				f := p.At(ps, a.Start, b.End, "a line may end within "+quote(a.Text+" "+b.Text), "put a no-break space between them")
				typographyTie(f, ps, a, b)
			}
		}
	},
}

// typographyTie puts a no-break space between two words. Where the line ends
// there in the file, it ends before the first of them instead.
func typographyTie(f *Finding, ps *Passage, a, b Word) {
	source := f.pass.File.Source
	at := diag.Span{File: f.pass.File.Name, Start: ps.Place(a.Start, a.End).End, End: ps.Place(b.Start, b.End).Start}
	gap := string(source[at.Start:at.End])
	if gap == " " {
		typographyMend(f, ps, a.End, b.Start, "\u00a0")
		return
	}
	before := ps.Place(a.Start, a.End).Start
	if strings.TrimSpace(gap) != "" || source[before-1] != ' ' || source[before-2] <= ' ' || typographyWithheld(ps, a.Start-1, b.Start) {
		return // markup stands there, or the first word opens its line
	}
	d := &(*f.pass.out)[f.at]
	d.Fix = append(d.Fix,
		diag.Edit{Span: diag.Span{File: at.File, Start: before - 1, End: before}, Text: gap},
		diag.Edit{Span: at, Text: "\u00a0"})
}

// typographyInseparable reports whether no line should end between words i and i+1.
func typographyInseparable(words []Word, i int) bool {
	a, b := words[i].Text, words[i+1].Text
	switch {
	case a == "Bill":
		return len(b) >= 3 && (b[0] == 'C' || b[0] == 'S') && b[1] == '-' && typographyDigits(b[2:])
	case typographyMonth(a):
		day, figures := typographyDay(b)
		return day > 0 && figures == len(b) && (i == 0 || !typographyDigits(words[i-1].Text) || typographyYear(words[i-1].Text))
	case a[0] >= '0' && a[0] <= '9':
		return typographyUnit(b)
	}
	return false
}

// typographyUnit reports whether a word is a unit in its short form.
func typographyUnit(w string) bool {
	switch w {
	case "km", "cm", "mm", "m", "kg", "g", "mg", "t", "ha", "L", "mL", "kW", "MW", "GW", "TW", "kWh", "MWh", "GWh", "TWh",
		"Hz", "kHz", "MHz", "GHz", "kB", "MB", "GB", "TB", "Mbps", "Gbps", "Mt", "kt", "V", "kV", "a.m.", "p.m.":
		return true
	}
	return false
}

var ampersand = &Rule{
	ID: "TY310", Slug: "ampersand", Severity: diag.Warning, Langs: []string{"en"},
	Doc: Doc{
		Title:  "\"And\" in sentences, and no &",
		Why:    "The sign is for names; in a sentence the word reads better, and screen readers say it.",
		Bad:    "The plan covers law enforcement & border security.",
		Good:   "The plan covers law enforcement and border security.",
		Source: "Canada.ca Content Style Guide, 4.3",
	},
	Check: func(p *Pass) {
		for ps := range typographyEnglish(p) {
			if strings.IndexByte(ps.Plain, '&') < 0 || !ps.Body() && ps.Role != Title {
				continue
			}
			words := ps.Words()
			for i := range len(words) - 1 {
				a, b := words[i], words[i+1]
				glue := ps.Plain[a.End:b.Start]
				// Names have capitals on both sides: Blood & Honour.
				if strings.Trim(glue, " \u00a0") != "&" || len(glue) < 3 || !typographyLower(a.Text) && !typographyLower(b.Text) {
					continue
				}
				at := a.End + strings.IndexByte(glue, '&')
				if !typographyQuoted(ps, at) {
					p.At(ps, at, at+1, "this sign stands for a word", `write "and"`)
				}
			}
		}
	},
}
