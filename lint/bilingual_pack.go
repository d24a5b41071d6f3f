package lint

import "briefnote/internal/rows"

// packed is what a rule keeps of a note until its pair is seen, as a short text:
// of ten thousand notes all facts together must stay small.
type packed struct{ rows.Row }

func (p *packed) said(s said) {
	p.Words(s.words)
	p.Number(s.start)
	p.Number(s.end)
	p.Words(s.pointer)
}

// unpacked is what is left to read of a packed text.
type unpacked struct{ rows.Reader }

func (u *unpacked) said() said {
	return said{words: u.Words(), start: u.Number(), end: u.Number(), pointer: u.Words()}
}

// said are words with their place in the file.
type said struct {
	words      string
	start, end int
	pointer    string
}
