package lint

import (
	"strings"
	"unicode"

	"briefnote/diag"
)

var numberFormat = &Rule{
	ID: "FR504", Slug: "number-format", Severity: diag.Warning,
	Doc: Doc{
		Title:  "Numbers as French writes them",
		Why:    "French has a decimal comma, parts thousands with a no-break space, and sets % and $ after the figure with one. 4,200 in French is a little more than four.",
		Bad:    "Le coût passe de $1,204,000 à 2.5 millions, soit 108% de plus.",
		Good:   "Le coût passe de 1 204 000 $ à 2,5 millions, soit 108 % de plus.",
		Source: "Translation Bureau, Clés de la rédaction (nombres)",
	},
	Check: func(p *Pass) {
		for ps := range frenchPassages(p) {
			for i := 0; i < len(ps.Plain); i++ {
				if isDigit(ps.Plain[i]) {
					f := readFigure(ps, i)
					f.judge(p)
					i = f.end
				}
			}
		}
	},
}

// judge reports what is wrong with the figure, as one finding.
func (f *frenchFigure) judge(p *Pass) {
	if f.name {
		s := f.ps.Plain
		if f.start > 1 && s[f.start-1] == '-' && isDigit(s[f.start-2]) {
			f.judgeSign(p) // the end of a range: 10-15 %
		}
		return
	}
	next := nextWord(f.rest())
	measured := frenchUnits()[next] || frenchMultiples()[next] || f.sign != "" || strings.HasPrefix(f.rest(), "pour cent")
	switch {
	case f.dollar:
		f.judgeDollar(p, next)
	case f.parted == ',':
		f.mend(p, "commas part the thousands of this number", "put no-break spaces between them")
	case f.unsure && f.whole != "0" && (!measured || f.sign == "$"):
		p.At(f.ps, f.start, f.end, "in French a comma starts the decimals: this number is below a thousand", "put a no-break space in place of the comma if it parts thousands")
	case f.point && measured && !f.labelled():
		f.mend(p, "a point starts the decimals of this number", "write a comma, as French does")
	case f.parted == ' ':
		f.mend(p, "this number can break at the end of a line", "put no-break spaces between its thousands")
	case len(f.whole) > 4 && f.parted == 0 && f.counts(next):
		p.At(f.ps, f.start, f.end, "nothing parts the thousands of this number", "put no-break spaces between them")
	default:
		f.judgeSign(p)
	}
}

// counts reports whether a long row of digits is a number of things or an
// amount, and not a number that something is known by.
func (f *frenchFigure) counts(next string) bool {
	if f.whole[0] == '0' || f.labelled() {
		return false
	}
	return f.sign != "" || next != "" && f.ps.spaceAfter(f.end) > f.end && !unicode.IsUpper(f.ps.After(f.ps.spaceAfter(f.end)))
}

// judgeSign reports a % or $ that no no-break space parts from the figure.
func (f *frenchFigure) judgeSign(p *Pass) {
	if f.sign == "" {
		return
	}
	switch f.ps.Plain[f.end : f.signEnd-len(f.sign)] {
	case nbsp, "\u202f":
		return
	case "":
		f.mend(p, "no space stands before "+f.sign, "put a no-break space there")
	default:
		f.mend(p, "a space that can break stands before "+f.sign, "put a no-break space there")
	}
}

// judgeDollar reports a dollar sign before its amount. Where a multiple
// follows, or letters precede, other words must change as well.
func (f *frenchFigure) judgeDollar(p *Pass, next string) {
	sign := f.start - 1
	const message = "the dollar sign stands before the amount"
	switch {
	case frenchMultiples()[next]:
		p.At(f.ps, sign, f.end, message, "write it in words after the number: "+quote("2,5"+nbsp+"millions de dollars"))
	case f.sign != "" || unicode.IsLetter(f.ps.Before(sign)):
		p.At(f.ps, sign, f.end, message, "write "+quote(f.form()+nbsp+"$")+", and the country after it, as in $ US")
	default:
		g := p.At(f.ps, sign, f.end, message, "write "+quote(f.form()+nbsp+"$"))
		frenchMend(g, f.ps, frenchEdit{sign, f.end, f.form() + nbsp + "$"})
	}
}

// mend reports the figure with its sign, and puts both right.
func (f *frenchFigure) mend(p *Pass, message, hint string) {
	end, words := f.end, f.form()
	if f.sign != "" {
		end, words = f.signEnd, words+nbsp+f.sign
	}
	g := p.At(f.ps, f.start, end, message, hint)
	frenchMend(g, f.ps, frenchEdit{f.start, end, words})
}
