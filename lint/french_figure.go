package lint

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// frenchFigure is a number in digits as it stands in a passage.
type frenchFigure struct {
	ps         *Passage
	start, end int    // of the digits and what stands between them
	whole      string // the digits of the whole part
	decimals   string
	parted     rune   // what parts the thousands: ' ' where one may break, nbsp, ',' or 0
	point      bool   // a point starts the decimals
	unsure     bool   // the comma before three decimals may be meant to part thousands
	name       bool   // no number: a code, a section, several points
	dollar     bool   // a dollar sign stands right before it
	sign       string // % or $ after it; M$, G$ and k$ count too
	signEnd    int
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func digitsAt(s string) int {
	n := 0
	for n < len(s) && isDigit(s[n]) {
		n++
	}
	return n
}

// readFigure reads the figure whose first digit stands at i.
func readFigure(ps *Passage, i int) frenchFigure {
	f := frenchFigure{ps: ps, start: i, end: i}
	f.whole = f.take()
	f.readThousands()
	f.readDecimals()
	f.dollar = ps.Before(i) == '$'
	if f.parted == ',' && len(f.whole) <= 6 && f.decimals == "" && !f.dollar {
		// One comma alone: French reads what follows it as decimals.
		cut := len(f.whole) - 3
		f.whole, f.decimals, f.parted, f.unsure = f.whole[:cut], f.whole[cut:], 0, true
	}
	f.readSign()
	f.name = f.name || f.isName()
	return f
}

// take reads the digits at the end.
func (f *frenchFigure) take() string {
	from := f.end
	f.end += digitsAt(f.ps.Plain[from:])
	return f.ps.Plain[from:f.end]
}

// readThousands reads further groups of three digits.
func (f *frenchFigure) readThousands() {
	if len(f.whole) > 3 || f.whole[0] == '0' {
		return
	}
	for {
		r, size := utf8.DecodeRuneInString(f.ps.Plain[f.end:])
		switch {
		case isNoBreak(r) || r == '\u2009' && f.parted != ' ':
			r = '\u00a0'
		case r != ' ' && r != ',':
			return
		}
		if (r == ',') != (f.parted == ',') && f.parted != 0 || digitsAt(f.ps.Plain[f.end+size:]) != 3 {
			return
		}
		if f.parted != ' ' {
			f.parted = r
		}
		f.end += size
		f.whole += f.take()
	}
}

func (f *frenchFigure) readDecimals() {
	s := f.ps.Plain
	for f.end+1 < len(s) && (s[f.end] == '.' || s[f.end] == ',') && isDigit(s[f.end+1]) {
		f.name = f.name || f.decimals != "" || rune(s[f.end]) == f.parted
		f.point = s[f.end] == '.'
		f.end++
		f.decimals = f.take()
	}
}

func (f *frenchFigure) readSign() {
	at := f.ps.spaceAfter(f.end)
	for _, sign := range [...]string{"%", "$", "M$", "G$", "k$"} {
		end := at + len(sign)
		// A sign right before a digit belongs to the next figure.
		if strings.HasPrefix(f.ps.Plain[at:], sign) && !unicode.IsDigit(f.ps.After(end)) {
			f.sign, f.signEnd = sign, end
			return
		}
	}
}

// isName reports whether the figure is part of a name, code, time, address or
// telephone number, or stands next to a hole.
func (f *frenchFigure) isName() bool {
	before, after := f.ps.Before(f.start), f.ps.After(f.end)
	if unicode.IsLetter(before) || before == Hole || before != 0 && strings.ContainsRune("-.,/:_#@=", before) {
		return true
	}
	if after == Hole || f.sign != "" {
		return after == Hole
	}
	if unicode.IsLetter(after) && !f.dollar || after != 0 && strings.ContainsRune("-/:_@=", after) {
		return true
	}
	// 613 555 1234: what looks like thousands goes on.
	return f.parted != 0 && digitsAt(f.ps.Plain[f.ps.spaceAfter(f.end):]) > 0
}

// rest is what follows the figure, without the space before it.
func (f *frenchFigure) rest() string { return f.ps.Plain[f.ps.spaceAfter(f.end):] }

// form is the figure as French writes it. A whole number of four digits is
// parted only where it was so, or is an amount of money to be rewritten.
func (f *frenchFigure) form() string {
	digits := f.whole
	if len(digits) > 4 || len(digits) == 4 && (f.parted != 0 || f.dollar) {
		for i := len(digits) - 3; i > 0; i -= 3 {
			digits = digits[:i] + nbsp + digits[i:]
		}
	}
	if f.decimals != "" {
		digits += "," + f.decimals
	}
	return digits
}

// frenchMultiples are the words and signs that stand for a multiple of an amount.
var frenchMultiples = sync.OnceValue(func() map[string]bool {
	return map[string]bool{
		"million": true, "millions": true, "milliard": true, "milliards": true, "billion": true, "billions": true,
		"m$": true, "g$": true, "k$": true, "m": true, "k": true, "b": true, "g": true,
	}
})

// frenchUnits are what follows a number that was measured.
var frenchUnits = sync.OnceValue(func() map[string]bool {
	return map[string]bool{
		"km": true, "cm": true, "mm": true, "kg": true, "mg": true, "ha": true, "°c": true, "°": true,
		"ghz": true, "mhz": true, "mw": true, "gw": true, "kw": true, "kwh": true, "mwh": true, "twh": true,
		"ko": true, "mo": true, "go": true, "to": true, "fois": true, "degrés": true, "degré": true, "mètre": true, "mètres": true,
		"kilomètre": true, "kilomètres": true, "litre": true, "litres": true, "tonne": true, "tonnes": true, "hectares": true,
		"heures": true, "ans": true, "années": true, "mois": true, "jours": true, "kilogrammes": true, "kilos": true,
		"dollars": true, "dollar": true, "euros": true, "euro": true,
	}
})

// frenchLabels are the words before a number that something is known by.
var frenchLabels = sync.OnceValue(func() map[string]bool {
	return map[string]bool{
		"no": true, "nos": true, "n°": true, "no.": true, "numéro": true, "numéros": true, "dossier": true, "code": true,
		"poste": true, "référence": true, "réf.": true, "document": true, "iso": true, "case": true, "section": true,
		"sections": true, "article": true, "articles": true, "art.": true, "paragraphe": true, "paragraphes": true,
		"version": true, "chapitre": true, "annexe": true, "tableau": true, "figure": true, "norme": true, "alinéa": true,
	}
})

// labelled reports whether the word before the figure says that it is no quantity.
func (f *frenchFigure) labelled() bool {
	before := f.ps.Plain[:f.ps.spaceBefore(f.start)]
	word := before[strings.LastIndexFunc(before, unicode.IsSpace)+1:]
	return frenchLabels()[strings.ToLower(strings.TrimLeft(word, "(«"+nbsp))]
}

// nextWord is the first word of a text, in small letters.
func nextWord(s string) string {
	end := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && r != '$' && r != '°' })
	if end < 0 {
		end = len(s)
	}
	return strings.ToLower(s[:end])
}
