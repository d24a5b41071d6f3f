package lint

import (
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// figureValue is what a figure means in both languages: "1204", "4200000",
// "M10" for October. Base is the number that stands before a multiple.
type figureValue struct {
	value, base string
}

// figureValues returns what a figure of a language means. A date in digits and
// a fiscal year mean several things.
func figureValues(lang, raw string) []figureValue {
	if m := monthOf(lang, raw, strings.ToLower(raw)); m > 0 {
		return []figureValue{monthValue(m)}
	}
	numbers := numbersIn(raw)
	if values := yearsOrDate(raw, numbers); values != nil {
		return values
	}
	half := halfOfDay(raw)
	var out []figureValue
	for i, n := range numbers {
		base := plainNumber(lang, n.digits)
		value := shiftNumber(base, n.shift(lang, raw))
		if i == 0 {
			value = hourValue(value, half)
		}
		if i > 0 && numbers[0].clock && value == "0" {
			continue // 2:00 p.m. is 14 h
		}
		out = append(out, figureValue{value, base})
	}
	return out
}

func monthValue(m int) figureValue {
	v := "M" + strconv.Itoa(m)
	return figureValue{v, v}
}

// halfOfDay returns "am" or "pm" where a figure ends with it.
func halfOfDay(raw string) string {
	end := strings.ToLower(strings.ReplaceAll(raw[max(len(raw)-len("p.m."), 0):], ".", ""))
	for _, half := range [...]string{"am", "pm"} {
		if strings.HasSuffix(end, half) {
			return half
		}
	}
	return ""
}

// hourValue returns an hour as French counts it, from 0 to 23.
func hourValue(hour, half string) string {
	n, err := strconv.Atoi(hour)
	switch {
	case err != nil || half == "":
		return hour
	case half == "pm" && n < 12:
		return strconv.Itoa(n + 12)
	case half == "am" && n == 12:
		return "0"
	}
	return hour
}

// digitRun is a number in a figure: its digits with what parts them, and what
// follows.
type digitRun struct {
	digits string
	after  string
	clock  bool // minutes follow
}

// numbersIn returns the numbers of a figure: two of "2018-19", one of "C-37".
func numbersIn(raw string) []digitRun {
	var out []digitRun
	for i := 0; i < len(raw); {
		if !isDigit(raw[i]) {
			i++
			continue
		}
		end := i
		for end < len(raw) {
			r, size := utf8.DecodeRuneInString(raw[end:])
			parts := r == '.' || r == ',' || unicode.IsSpace(r)
			if !isDigit(raw[end]) && (!parts || digitsAt(raw[end+size:]) == 0) {
				break
			}
			end += size
		}
		out = append(out, digitRun{raw[i:end], raw[end:], strings.HasPrefix(raw[end:], ":")})
		i = end
	}
	return out
}

// shift returns how many zeros the multiple after a number adds: of a word, or
// of a letter beside a dollar sign.
func (n digitRun) shift(lang, raw string) int {
	word := nextWord(strings.TrimLeftFunc(n.after, unicode.IsSpace))
	if s := shiftOf(lang, word); s > 0 {
		return s
	}
	if spaced := strings.TrimLeftFunc(n.after, unicode.IsSpace) != n.after; !spaced && !strings.Contains(raw, "$") {
		return 0
	}
	switch word {
	case "k", "k$":
		return 3
	case "m", "m$":
		return 6
	case "g", "g$", "b":
		return 9
	}
	return 0
}

// plainNumber returns a number as digits with a decimal point where one is needed.
func plainNumber(lang, digits string) string {
	digits = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, digits)
	if lang == "fr" && strings.Count(digits, ",") == 1 {
		digits = strings.Replace(digits, ",", ".", 1)
	}
	digits = strings.ReplaceAll(digits, ",", "")
	if strings.Count(digits, ".") == 1 {
		digits = strings.TrimSuffix(strings.TrimRight(digits, "0"), ".")
	}
	digits = strings.TrimLeft(digits, "0")
	if digits == "" || digits[0] == '.' {
		digits = "0" + digits
	}
	return digits
}

// shiftNumber moves the decimal point of a plain number.
func shiftNumber(n string, places int) string {
	whole, decimals, _ := strings.Cut(n, ".")
	if places == 0 || strings.Contains(decimals, ".") {
		return n
	}
	decimals += strings.Repeat("0", max(places-len(decimals), 0))
	return plainNumber("en", whole+decimals[:places]+"."+decimals[places:]+"0")
}

// yearsOrDate returns the meaning of 2026-10-06 and of the fiscal year 2018-19,
// or nil.
func yearsOrDate(raw string, numbers []digitRun) []figureValue {
	switch {
	case len(numbers) == 3 && len(raw) == 10 && raw[4] == '-' && raw[7] == '-':
		month, _ := strconv.Atoi(numbers[1].digits)
		year, day := plainNumber("en", numbers[0].digits), plainNumber("en", numbers[2].digits)
		return []figureValue{{year, year}, monthValue(month), {day, day}}
	case len(numbers) == 2 && isYear(numbers[0].digits) && len(numbers[1].digits) == 2:
		year, _ := strconv.Atoi(numbers[0].digits)
		if next := strconv.Itoa(year + 1); strings.HasSuffix(next, numbers[1].digits) {
			return []figureValue{{numbers[0].digits, ""}, {next, ""}}
		}
	}
	return nil
}

// monthOf returns the month that a word names, from 1, or 0; fold is the word in
// small letters. In English only a capital tells May and March from a verb.
func monthOf(lang, word, fold string) int {
	if len(word) < 3 || lang == "en" && (word[0] < 'A' || word[0] > 'Z') {
		return 0
	}
	m := shortMonths()[fold]
	if m == 0 && lang == "fr" {
		return frenchMonths()[fold]
	}
	if m == 0 {
		return englishMonths()[fold]
	}
	return m
}

var englishMonths = sync.OnceValue(func() map[string]int {
	return map[string]int{
		"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7,
		"august": 8, "september": 9, "october": 10, "november": 11, "december": 12,
	}
})

// shortMonths are the months as both languages shorten them, but for the full stop.
var shortMonths = sync.OnceValue(func() map[string]int {
	return map[string]int{
		"jan": 1, "janv": 1, "feb": 2, "févr": 2, "fév": 2, "apr": 4, "avr": 4, "juil": 7, "juill": 7,
		"aug": 8, "sept": 9, "oct": 10, "nov": 11, "dec": 12, "déc": 12,
	}
})

// spelledBit returns the bit of a small number or month in words, or 0.
func spelledBit(ps *Passage, w Word) uint64 {
	if n, ok := spelledNumbers()[w.Fold]; ok {
		return bitOf(n)
	}
	if m := monthOf(ps.Lang, w.Text, w.Fold); m > 0 {
		return 1 << (monthBits + m)
	}
	return 0
}

// holeBit says that something has been severed.
const holeBit = 1 << 62

// monthBits is where the bits of the months start.
const monthBits = 40

// bitOf returns the bit of a number: 0 to 21, the tens to 90, 100 and 1000.
func bitOf(n int) uint64 {
	switch {
	case n <= 21:
		return 1 << n
	case n <= 100:
		return 1 << (20 + n/10)
	}
	return 1 << 31
}

// isSpelled reports whether a value stands in words among those of a section.
func (v figureValue) isSpelled(spelled uint64) bool {
	if m, ok := strings.CutPrefix(v.value, "M"); ok {
		n, _ := strconv.Atoi(m)
		return spelled&(1<<(monthBits+n)) != 0
	}
	n, err := strconv.Atoi(v.base)
	small := n <= 21 || n <= 100 && n%10 == 0 || n == 1000
	return err == nil && n >= 0 && small && spelled&bitOf(n) != 0
}

// spelledNumbers are numbers in words of both languages; what both write alike
// (six, million) is meant in either.
var spelledNumbers = sync.OnceValue(func() map[string]int {
	return map[string]int{
		"zero": 0, "zéro": 0, "midnight": 0, "minuit": 0,
		"one": 1, "un": 1, "une": 1, "first": 1, "premier": 1, "première": 1, "premiers": 1, "premières": 1, "once": 1,
		"two": 2, "deux": 2, "second": 2, "deuxième": 2, "seconde": 2, "twice": 2, "both": 2,
		"three": 3, "trois": 3, "third": 3, "troisième": 3, "four": 4, "quatre": 4, "fourth": 4, "quatrième": 4,
		"five": 5, "cinq": 5, "fifth": 5, "cinquième": 5, "six": 6, "sixth": 6, "sixième": 6,
		"seven": 7, "sept": 7, "seventh": 7, "septième": 7, "eight": 8, "huit": 8, "eighth": 8, "huitième": 8,
		"nine": 9, "neuf": 9, "ninth": 9, "neuvième": 9, "ten": 10, "dix": 10, "tenth": 10, "dixième": 10,
		"eleven": 11, "onze": 11, "twelve": 12, "douze": 12, "noon": 12, "midi": 12, "dozen": 12, "douzaine": 12,
		"thirteen": 13, "treize": 13, "fourteen": 14, "quatorze": 14, "fifteen": 15, "quinze": 15, "quinzaine": 15,
		"sixteen": 16, "seize": 16, "seventeen": 17, "dix-sept": 17, "eighteen": 18, "dix-huit": 18, "xviiie": 18,
		"nineteen": 19, "dix-neuf": 19, "xixe": 19, "twenty": 20, "vingt": 20, "xxe": 20, "twenty-first": 21, "xxie": 21,
		"thirty": 30, "trente": 30, "forty": 40, "quarante": 40, "fifty": 50, "cinquante": 50, "sixty": 60, "soixante": 60,
		"seventy": 70, "soixante-dix": 70, "eighty": 80, "quatre-vingts": 80, "quatre-vingt": 80,
		"ninety": 90, "quatre-vingt-dix": 90, "hundred": 100, "cent": 100, "thousand": 1000, "mille": 1000,
	}
})
