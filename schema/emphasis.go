package schema

import (
	"cmp"
	"slices"
	"unicode"
	"unicode/utf8"
)

// mark is a piece of markup in a text: all of a bracket, or the asterisks that
// open or close emphasis. Start and end count in the flat text.
type mark struct {
	start, end int
	bracket    *bracket // nil for asterisks
	opens      bool
}

// stars is a run of asterisks (a "delimiter run" of CommonMark 0.31.2, 6.2).
// Each pair of emphasis takes one or two of them: from the front where they
// close it, from the back where they open it.
type stars struct {
	at, count     int
	front, back   int // taken so far
	opens, closes bool
}

func (s *stars) left() int { return s.count - s.front - s.back }

// markup finds the markup of flat[start:end] in the order of its places. A
// bracket is one piece, whatever is in it.
func (p *inlineParser) markup(start, end int) []mark {
	var marks []mark
	var runs []stars
	for i := start; i < end; {
		switch p.flat[i] {
		case '\\':
			i += 2
		case '[', '^':
			if b := p.bracketAt(i); b != nil {
				marks = append(marks, mark{start: i, end: b.end, bracket: b})
				i = b.end
			} else {
				i++
			}
		case '*':
			run := starsAt(p.flat[start:end], i-start)
			run.at += start
			runs = append(runs, run)
			i += run.count
		default:
			i++
		}
	}
	marks = append(marks, emphasis(runs)...)
	slices.SortFunc(marks, func(a, b mark) int { return cmp.Compare(a.start, b.start) })
	return marks
}

// starsAt returns the run of asterisks that starts at text[at]. What stands
// beside it says what it can do: "2 * 3" is no emphasis.
func starsAt(text string, at int) stars {
	run := stars{at: at}
	for at+run.count < len(text) && text[at+run.count] == '*' {
		run.count++
	}
	before, after := ' ', ' '
	if at > 0 {
		before, _ = utf8.DecodeLastRuneInString(text[:at])
	}
	if rest := text[at+run.count:]; len(rest) > 0 {
		after, _ = utf8.DecodeRuneInString(rest)
	}
	run.opens = !unicode.IsSpace(after) && (!punctuation(after) || unicode.IsSpace(before) || punctuation(before))
	run.closes = !unicode.IsSpace(before) && (!punctuation(before) || unicode.IsSpace(after) || punctuation(after))
	return run
}

// punctuation is what CommonMark calls so: symbols too.
func punctuation(r rune) bool { return unicode.IsPunct(r) || unicode.IsSymbol(r) }

// emphasis pairs the asterisks of a text, as the appendix of CommonMark 0.31.2
// does ("process emphasis").
func emphasis(runs []stars) []mark {
	var marks []mark
	var open []int         // runs that may open emphasis yet
	var searched [2][3]int // up to which run there is no opener for a kind of closer
	for c := 0; c < len(runs); {
		closer := &runs[c]
		k := -1
		bottom := &searched[index(closer.opens)][closer.count%3]
		if closer.closes {
			k = opener(runs, open, closer, *bottom)
		}
		if k < 0 {
			if closer.closes {
				*bottom = c
			}
			if closer.opens {
				open = append(open, c)
			}
			c++
			continue
		}
		from := &runs[open[k]]
		n := min(2, from.left(), closer.left())
		behind := from.at + from.count - from.back
		before := closer.at + closer.front
		marks = append(marks, mark{start: behind - n, end: behind, opens: true}, mark{start: before, end: before + n})
		from.back += n
		closer.front += n
		open = open[:k+1] // emphasis between the two would cross theirs
		if from.left() == 0 {
			open = open[:k]
		}
		if closer.left() == 0 {
			c++
		}
	}
	return marks
}

func index(b bool) int {
	if b {
		return 1
	}
	return 0
}

// opener returns which of the open runs, from number bottom on, a closer goes
// with: the last that fits, or -1. "Rule of three": one that could do both
// goes only with what makes no multiple of three with it, so that in **a*b**
// the middle one stays a letter.
func opener(runs []stars, open []int, closer *stars, bottom int) int {
	for k := len(open) - 1; k >= 0 && open[k] >= bottom; k-- {
		o := &runs[open[k]]
		if (o.closes || closer.opens) && (o.count+closer.count)%3 == 0 && closer.count%3 != 0 {
			continue
		}
		return k
	}
	return -1
}
