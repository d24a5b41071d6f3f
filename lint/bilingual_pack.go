package lint

import "encoding/binary"

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
