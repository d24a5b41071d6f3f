package text

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
)

// Nearest returns the candidate that the author of word most likely meant, and
// whether there is one. Case does not count, and a hyphen, an underscore and a
// space are the same.
//
// A candidate is near when few edits make it of word (see [distance]): 1 for a
// word of up to 4 characters, 2 for up to 8, 3 for longer ones. Failing that,
// one that word begins or abbreviates will do: "responsive" and "lines" both
// find "responsive_lines". Of several, the one with the fewest edits wins,
// then the one that shares the longer beginning, then the earlier one.
func Nearest(word string, candidates []string) (string, bool) {
	var best match
	found, folded := false, fold(word)
	for _, c := range candidates {
		if m, ok := compare(folded, fold(c)); ok && (!found || m.better(best)) {
			m.candidate = c
			best, found = m, true
		}
	}
	return best.candidate, found
}

// match says how near a candidate is.
type match struct {
	candidate string
	short     bool // found as an abbreviation only
	edits     int
	shared    int // characters at the beginning that are the same
}

// better reports whether m is nearer than other.
func (m match) better(other match) bool {
	if m.short != other.short {
		return other.short
	}
	return cmp.Or(cmp.Compare(m.edits, other.edits), cmp.Compare(other.shared, m.shared)) < 0
}

// compare compares two folded words.
func compare(word, candidate []rune) (match, bool) {
	limit := 3
	switch {
	case len(word) <= 4:
		limit = 1
	case len(word) <= 8:
		limit = 2
	}
	// A word with every character replaced is another word. The difference
	// in length is looked at first: a key may be as long as a file.
	longer, apart := max(len(word), len(candidate)), len(word)-len(candidate)
	m := match{shared: shared(word, candidate)}
	if max(apart, -apart) <= limit {
		m.edits = distance(word, candidate)
		if m.edits <= limit && m.edits < longer {
			return m, true
		}
	}
	m.short, m.edits = true, max(apart, -apart)
	return m, abbreviated(string(word), string(candidate))
}

// abbreviated reports whether one of two folded words is the beginning of the
// other, or word is one of the parts of candidate. Fewer than 3 characters
// abbreviate nothing.
func abbreviated(word, candidate string) bool {
	if min(len(word), len(candidate)) < 3 {
		return false
	}
	return strings.HasPrefix(candidate, word) || strings.HasPrefix(word, candidate+" ") ||
		slices.Contains(strings.Fields(candidate), word)
}

// shared counts the characters that two words begin with alike.
func shared(a, b []rune) int {
	n := 0
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	return n
}

// fold makes two spellings of a name the same.
func fold(s string) []rune {
	return []rune(strings.Map(func(r rune) rune {
		if r == '-' || r == '_' {
			return ' '
		}
		return unicode.ToLower(r)
	}, s))
}

// distance counts the edits that make b of a: a character added, left out or
// replaced, or two neighbours swapped. It is the Damerau–Levenshtein distance
// in its restricted form (optimal string alignment), where no piece is edited
// twice. The rows of the table are kept for the last three characters of a.
func distance(a, b []rune) int {
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		before, last, row = last, row, before
		row[0] = i
		for j := 1; j <= len(b); j++ {
			replace := last[j-1]
			if a[i-1] != b[j-1] {
				replace++
			}
			row[j] = min(last[j]+1, row[j-1]+1, replace)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
	}
	return row[len(b)]
}
