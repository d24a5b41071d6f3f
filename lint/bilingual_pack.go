package lint

import (
	"encoding/binary"
	"strings"
)

// packed is what a rule keeps of a note until its pair is seen, as a short text:
// of ten thousand notes all facts together must stay small.
type packed []byte

func (p *packed) number(n int) { *p = binary.AppendVarint(*p, int64(n)) }

func (p *packed) words(s string) {
	p.number(len(s))
	*p = append(*p, s...)
}

func (p *packed) said(s said) {
	p.words(s.words)
	p.number(s.start)
	p.number(s.end)
	p.words(s.pointer)
}

// words gives numbers to the words that are met first, so that those which come
// again and again take little room. Where nearly all differ, a table of them
// would be larger than they are: it has an end.
type words struct {
	numbers map[string]int
	list    []string // by their number
}

const mostWords = 1 << 14

// add adds words: their number, from 1, or 0 and the words themselves.
func (w *words) add(p *packed, s string) {
	n, known := w.numbers[s]
	if !known && len(w.list) < mostWords {
		if w.numbers == nil {
			w.numbers = map[string]int{}
		}
		s = strings.Clone(s) // it may be a piece of a long text
		w.list = append(w.list, s)
		n, known = len(w.list), true
		w.numbers[s] = n
	}
	p.number(n)
	if !known {
		p.words(s)
	}
}

// next reads words that add has added.
func (w *words) next(u *unpacked) string {
	if n := u.number(); n > 0 {
		return w.list[n-1]
	}
	return u.words()
}

// unpacked is what is left to read of a packed text.
type unpacked []byte

func (u *unpacked) number() int {
	n, size := binary.Varint(*u)
	*u = (*u)[size:]
	return int(n)
}

func (u *unpacked) words() string {
	n := u.number()
	s := string((*u)[:n])
	*u = (*u)[n:]
	return s
}

func (u *unpacked) said() said {
	return said{words: u.words(), start: u.number(), end: u.number(), pointer: u.words()}
}

// said are words with their place in the file.
type said struct {
	words      string
	start, end int
	pointer    string
}
