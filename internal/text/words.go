package text

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Words gives the words of s in order. A word is what stands between the word
// boundaries of Unicode Standard Annex #29 and has a letter or a digit, with
// four additions that make it what a word processor counts:
//
//   - a hyphen or an ampersand joins what it touches on both sides: end-to-end, C-37, R&D;
//   - a no-break or thin space joins the digits of one number: 30 000;
//   - a currency sign or per cent sign belongs to the number that it touches: $1.5, 20%;
//   - the last full stop of an abbreviation made of full stops belongs to it: U.S., p.m.
//
// An elided article is part of its word, as in aujourd'hui: l'accès is one.
func Words(s string) iter.Seq[Range] {
	return func(yield func(Range) bool) {
		var word Range // not given yet: it may go on in the next segment
		for seg := range segments(s) {
			if !strings.ContainsFunc(seg.In(s), alphanumeric) {
				continue
			}
			if word.End > 0 && joins(word.In(s), s[word.End:seg.Start], s[seg.Start:]) {
				word.End = seg.End
				continue
			}
			if word.End > 0 && !yield(widen(s, word)) {
				return
			}
			word = seg
		}
		if word.End > 0 {
			yield(widen(s, word))
		}
	}
}

// joins reports whether glue, which stands between a word and the text after
// it, makes one word of both.
func joins(word, glue, after string) bool {
	switch glue {
	case "-", "\u2010", "\u2011", "&":
		return true
	case "\u00a0", "\u2009", "\u202f":
		return unicode.IsDigit(last(word)) && leadingDigits(after) == 3
	}
	r, size := utf8.DecodeRuneInString(glue)
	return size == len(glue) && unicode.Is(unicode.Sc, r) && unicode.IsDigit(first(after))
}

// widen adds the signs and the full stop that belong to a word.
func widen(s string, word Range) Range {
	if r, size := utf8.DecodeLastRuneInString(s[:word.Start]); unicode.Is(unicode.Sc, r) && unicode.IsDigit(first(word.In(s))) {
		word.Start -= size
	}
	r, size := utf8.DecodeRuneInString(s[word.End:])
	switch {
	case (r == '%' || unicode.Is(unicode.Sc, r)) && unicode.IsDigit(last(word.In(s))),
		r == '.' && dotted(word.In(s)):
		word.End += size
	}
	return word
}

// dotted reports whether a word is an abbreviation with full stops inside, the
// last one left out: U.S, p.m, Ph.D.
func dotted(word string) bool {
	parts := strings.Split(word, ".")
	for _, part := range parts {
		if n := utf8.RuneCountInString(part); n < 1 || n > 2 || strings.ContainsFunc(part, notLetter) {
			return false
		}
	}
	return len(parts) > 1
}

// leadingDigits counts the digits that s starts with.
func leadingDigits(s string) int {
	n := 0
	for _, r := range s {
		if !unicode.IsDigit(r) {
			break
		}
		n++
	}
	return n
}

func first(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

func last(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

func alphanumeric(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func notLetter(r rune) bool { return !unicode.IsLetter(r) }
