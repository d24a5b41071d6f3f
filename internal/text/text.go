// Package text knows what plain text is made of: words, sentences, characters
// as a reader sees them, and their width in a terminal.
//
// Start with [Words] and [Sentences] to measure prose, with [Width] and
// [Clusters] to line things up, and with [Nearest] to guess what an author
// meant. The functions take plain text: markup is taken out before. English
// and French are treated alike; nothing needs to know which of them it reads.
package text

import (
	"iter"

	"github.com/rivo/uniseg"
)

// Range is a piece of a text: the half-open range of byte offsets [Start, End).
type Range struct{ Start, End int }

// In returns the piece of s that the range names.
func (r Range) In(s string) string { return s[r.Start:r.End] }

// Width returns the columns that s takes in a terminal: 2 for a wide character
// (Unicode Standard Annex #11) or an emoji, 0 for a combining or control
// character, 1 for any other.
func Width(s string) int {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return uniseg.StringWidth(s)
		}
	}
	return len(s)
}

// Clusters gives the characters of s as a reader sees them: a letter with its
// accents, an emoji with its modifiers, a carriage return with its line feed.
// They are the extended grapheme clusters of Unicode Standard Annex #29, and
// cover s without a gap.
func Clusters(s string) iter.Seq[Range] {
	return pieces(s, asciiCluster, func(rest string, state int) (string, int) {
		cluster, _, _, state := uniseg.FirstGraphemeClusterInString(rest, state)
		return cluster, state
	})
}

// segments gives the pieces of s between the word boundaries of Unicode
// Standard Annex #29, spaces and punctuation included.
func segments(s string) iter.Seq[Range] {
	return pieces(s, asciiSegment, func(rest string, state int) (string, int) {
		segment, _, state := uniseg.FirstWordInString(rest, state)
		return segment, state
	})
}

// pieces cuts s with one of uniseg's functions, each of which takes the state
// that it returned the time before, and -1 at the start. Where a piece and what
// follows it are ASCII, as nearly always, ascii tells its length without looking
// up properties of characters; it returns 0 where they are not.
func pieces(s string, ascii func(rest string) int, first func(rest string, state int) (string, int)) iter.Seq[Range] {
	return func(yield func(Range) bool) {
		for start, state := 0, -1; start < len(s); {
			n, next := ascii(s[start:]), -1
			if n == 0 {
				var piece string
				piece, next = first(s[start:], state)
				n = len(piece)
			}
			if !yield(Range{start, start + n}) {
				return
			}
			start, state = start+n, next
		}
	}
}
