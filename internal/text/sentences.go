package text

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Sentences gives the sentences of s in order, without the space around them.
//
// A sentence ends at a full stop, question mark, exclamation mark or ellipsis,
// with the closing quotation marks and brackets after it, where a space
// follows and then no small letter; and at a blank line. A full stop ends none
// after an item's number (1.), a title (Mr., Mme), an abbreviation before a
// number (s. 15, no. 3), nor after initials (J., U.S.) unless a word follows
// that commonly opens a sentence. Unicode Standard Annex #29 alone knows none
// of these, nor the space that French sets inside its quotation marks.
func Sentences(s string) iter.Seq[Range] {
	return func(yield func(Range) bool) {
		for start := skipSpace(s, 0); start < len(s); {
			end := sentenceEnd(s, start)
			trimmed := strings.TrimRightFunc(s[start:end], unicode.IsSpace)
			if !yield(Range{start, start + len(trimmed)}) {
				return
			}
			start = skipSpace(s, end)
		}
	}
}

// sentenceEnd returns the offset after the sentence that starts at start,
// which is not a space.
func sentenceEnd(s string, start int) int {
	worded := false // whether there is more than the number of an item so far
	for i := start; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if r == '\n' && blankLine(s[i+1:]) {
			return i
		}
		end := i + size
		if isStop(r) {
			end = closing(s, end)
			if worded && ends(s[start:i], r, s[end:]) {
				return end
			}
		}
		worded = worded || unicode.IsLetter(r)
		i = end
	}
	return len(s)
}

// ends reports whether a stop between two texts ends the sentence. The closing
// marks after the stop belong to neither text.
func ends(before string, stop rune, after string) bool {
	next := strings.TrimLeftFunc(after, unicode.IsSpace)
	if next == "" {
		return true
	}
	if next == after { // no space
		return false
	}
	next = strings.TrimLeftFunc(next, opensQuote)
	return !unicode.IsLower(first(next)) && (stop != '.' || !abbreviates(before, next))
}

// abbreviates reports whether the full stop between two texts belongs to an
// abbreviation, and not to the end of a sentence.
func abbreviates(before, after string) bool {
	word := before[len(strings.TrimRightFunc(before, partOfWord)):]
	switch strings.ToLower(word) {
	case "mr", "mrs", "ms", "dr", "hon", "st", "ste", "gen", "col", "lt", "capt", "sgt", "prof", "vs", "cf",
		"m", "mm", "me", "mme", "mmes", "mlle", "mgr":
		return true
	case "s", "ss", "para", "paras", "art", "sect", "ch", "p", "pp", "no", "nos", "vol", "fig", "al",
		"jan", "feb", "aug", "sept", "oct", "nov", "dec", "janv", "févr", "juill", "déc":
		return unicode.IsDigit(first(after))
	}
	initial := utf8.RuneCountInString(word) == 1 && unicode.IsUpper(first(word))
	return (initial || dotted(word)) && !opensSentence(after)
}

// opensSentence reports whether s starts with a word that opens sentences more
// often than it follows initials: "the U.S. We will", but "the U.S. Government".
func opensSentence(s string) bool {
	word, _, _ := strings.Cut(s, " ")
	switch word {
	case "A", "An", "And", "As", "But", "For", "He", "However,", "If", "In", "It", "On", "Our", "She",
		"That", "The", "There", "These", "They", "This", "To", "We",
		"Ce", "Ces", "Cette", "Elle", "Elles", "En", "Il", "Ils", "La", "Le", "Les", "Nos", "Notre", "Nous", "Un", "Une":
		return true
	}
	return false
}

// closing skips the stops, closing quotation marks and brackets at i, the
// space before a French quotation mark (« … ») included.
func closing(s string, i int) int {
	for i < len(s) {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch rest := strings.TrimLeft(s[i:], " \u00a0\u202f"); {
		case isStop(r), r == '"', r == '\'', unicode.In(r, unicode.Pe, unicode.Pf):
			i += size
		case strings.HasPrefix(rest, "»"):
			i = len(s) - len(rest) + len("»")
		default:
			return i
		}
	}
	return i
}

func isStop(r rune) bool { return r == '.' || r == '!' || r == '?' || r == '…' }

// opensQuote reports whether r may stand before the first word of a sentence;
// the spaces are those inside French quotation marks.
func opensQuote(r rune) bool {
	return r == '"' || r == '\'' || unicode.IsSpace(r) || unicode.In(r, unicode.Ps, unicode.Pi)
}

// partOfWord reports whether r neither parts two words nor opens one; in French
// an apostrophe does (l'hon.).
func partOfWord(r rune) bool { return r != '’' && !opensQuote(r) }

// blankLine reports whether s starts with a line of nothing but space.
func blankLine(s string) bool {
	line, _, found := strings.Cut(s, "\n")
	return found && strings.TrimSpace(line) == ""
}

func skipSpace(s string, i int) int {
	return len(s) - len(strings.TrimLeftFunc(s[i:], unicode.IsSpace))
}
