package layout

import (
	"math/rand"
	"strings"

	"briefnote/render/doc"
)

// maker makes documents out of a stream of random numbers.
type maker struct {
	*rand.Rand
	d *doc.Document
}

var vocabulary = []string{
	"smoke", "alerts", "a", "in-demand", "and/or", "https://example.org/a/b-c/d", "« mot »", "50 %", "l’été", "2018–19",
	"—", ":", "(x)", "co\u00ADope\u00ADration", "no\u00A0break", "zero\u200Bwidth", "join\u2060ed", "  ", "C-75", "…",
	"Ottawa", "antidisestablishmentarianism", strings.Repeat("w", 300), "τέλος", "→",
}

func (m *maker) words() string {
	n := 1 + m.Intn(12)
	if m.Intn(9) == 0 {
		n *= 9
	}
	ws := make([]string, n)
	for i := range ws {
		ws[i] = vocabulary[m.Intn(len(vocabulary))]
	}
	return strings.Join(ws, " ")
}

func (m *maker) runs(depth int) []doc.Run {
	var rs []doc.Run
	for range 1 + m.Intn(3) {
		switch k := m.Intn(12); {
		case k == 0:
			rs = append(rs, withheld())
		case k == 1 && depth > 0:
			rs = append(rs, &doc.Link{URL: "https://example.org/", Runs: m.runs(0)})
		case k == 2 && depth > 0:
			rs = append(rs, &doc.Severance{Cite: "ss. 15(1), 16(2)(c)", Runs: m.runs(0)})
		case k == 3 && depth > 0:
			m.d.Notes = append(m.d.Notes, note(len(m.d.Notes), words(m.words())))
			rs = append(rs, noteRef(len(m.d.Notes)-1))
		default:
			rs = append(rs, &doc.Text{Value: m.words(), Bold: k == 4, Italic: k == 5})
		}
	}
	return rs
}

func (m *maker) block(depth int) doc.Block {
	kinds := 12
	if depth == 0 {
		kinds = 6
	}
	switch m.Intn(kinds) {
	case 0, 1:
		// A heading that fills a page cannot stay with what follows: these are
		// of one line or a few.
		return section(2+m.Intn(3), strings.Join(vocabulary[:3+m.Intn(19)], " "))
	case 2:
		return &doc.Paragraph{Role: doc.RoleRunIn, Lead: runs("Topic:"), Runs: m.runs(1)}
	case 6, 7, 8:
		l := &doc.List{Style: []doc.ListStyle{doc.Bullets, doc.Letters, doc.Numbers}[m.Intn(3)], Start: m.Intn(40)}
		for range 1 + m.Intn(5) {
			l.Items = append(l.Items, doc.Item{Unmarked: m.Intn(5) == 0, Blocks: m.blocks(m.Intn(3), depth-1)})
		}
		return l
	case 9:
		return m.table()
	case 10:
		return &doc.Severed{Cite: "s. 13", Blocks: m.blocks(1+m.Intn(2), depth-1)}
	case 11:
		s := &doc.SignOff{}
		for range m.Intn(4) {
			s.Lines = append(s.Lines, doc.SignOffLine{Label: "Approved:", Entries: [][]doc.Run{m.runs(0), m.runs(0)}[:m.Intn(3)]})
		}
		return s
	}
	return &doc.Paragraph{Role: doc.RoleBody, Runs: m.runs(1)}
}

func (m *maker) blocks(n, depth int) []doc.Block {
	var bs []doc.Block
	for range n {
		bs = append(bs, m.block(depth))
	}
	return bs
}

func (m *maker) table() doc.Block {
	cols := 1 + m.Intn(6)
	if m.Intn(6) == 0 {
		cols = 40 // narrower than any word
	}
	row := func() []doc.Cell {
		cs := make([]doc.Cell, cols)
		for i := range cs {
			cs[i].Runs = m.runs(m.Intn(2))
		}
		return cs
	}
	tb := &doc.Table{Header: row()}
	for range m.Intn(5) {
		tb.Rows = append(tb.Rows, row())
	}
	return tb
}

// makeDocument builds a document from a seed.
func makeDocument(seed int64) *doc.Document {
	m := &maker{Rand: rand.New(rand.NewSource(seed)), d: document()}
	for range m.Intn(4) {
		m.d.Caveats = append(m.d.Caveats, "For Official Use Only")
	}
	for range 1 + m.Intn(25) {
		if m.Intn(20) == 0 {
			m.d.Blocks = append(m.d.Blocks, &doc.Notice{Head: m.runs(0), Sides: []doc.NoticeSide{
				{Paragraphs: [][]doc.Run{m.runs(0), m.runs(0)}}, {Lang: doc.French, Paragraphs: [][]doc.Run{m.runs(0)}},
			}})
		}
		m.d.Blocks = append(m.d.Blocks, m.block(2))
	}
	return m.d
}
