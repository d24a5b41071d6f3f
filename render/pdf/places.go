package pdf

import (
	"briefnote/render/doc"
	"briefnote/render/layout"
)

// spot tells the places of a document's words apart. It is the part of
// [layout.Of] that does so.
type spot struct {
	block    doc.Block
	item     *doc.Item // of a list's mark
	note     *doc.Note
	row, col int32
	side     int8
	label    bool
}

// spotOf returns where a piece of a page belongs.
func spotOf(of *layout.Of) spot {
	s := spot{block: of.Block, note: of.Note, label: of.Label, row: int32(of.Row), col: int32(of.Col), side: int8(of.Side)}
	if _, ok := of.Block.(*doc.List); ok {
		s.item = of.Item
	}
	return s
}

// places are the places of a document's words, in the order of its structure.
type places struct {
	all   []placed
	at    int          // of those found last
	index map[spot]int // of all; nil until one is asked for out of order
}

type placed struct {
	spot
	place *place
}

func (p *places) add(at spot, to *place) { p.all = append(p.all, placed{at, to}) }

// find returns the place at a spot, or nil. Words on pages nearly always come in
// the order of the structure, in which what is empty is passed over. An index of
// all places takes longer to make than that; only notes with footnotes, or with
// tables that go on over a page, need one.
func (p *places) find(at spot) *place {
	const ahead = 4
	for i := p.at; i < min(p.at+ahead, len(p.all)); i++ {
		if p.all[i].spot == at {
			p.at = i
			return p.all[i].place
		}
	}
	if p.index == nil {
		p.index = make(map[spot]int, len(p.all))
		for i := range p.all {
			p.index[p.all[i].spot] = i
		}
	}
	i, ok := p.index[at]
	if !ok {
		return nil
	}
	p.at = i
	return p.all[i].place
}
