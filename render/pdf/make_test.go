package pdf

import (
	"math/rand"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"briefnote/internal/pdfread"
	"briefnote/render/doc"
)

// maker makes documents out of a stream of random numbers.
type maker struct {
	*rand.Rand
	d     *doc.Document
	level int // of the last heading
}

var vocabulary = []string{
	"smoke", "alerts", "in-demand", "and/or", "« mot »", "50 %", "l’été", "co\u00ADope\u00ADration", "no\u00A0break",
	"zero\u200Bwidth", "Łódź", "τέλος", "ᐃᓄᒃ", "k\u0313", "(a)", strings.Repeat("long", 60), "→",
}

func (m *maker) text(lang doc.Lang) doc.Run {
	ws := make([]string, 1+m.Intn(9))
	for i := range ws {
		ws[i] = vocabulary[m.Intn(len(vocabulary))]
	}
	return &doc.Text{Value: strings.Join(ws, " "), Bold: m.Intn(5) == 0, Lang: lang}
}

func (m *maker) runs(depth int) (rs []doc.Run) {
	for range 1 + m.Intn(4) {
		switch k := m.Intn(10); {
		case k == 0:
			rs = append(rs, &doc.Severance{Made: true, Token: "[REDACTED]", Provisions: []string{"15(1)"}[:m.Intn(2)]})
		case k == 1 && depth > 0:
			rs = append(rs, &doc.Link{URL: "https://example.org/" + strconv.Itoa(m.Intn(9)), Runs: m.runs(0)})
		case k == 2 && depth > 0:
			rs = append(rs, &doc.Severance{Cite: "s. 15(1)", Runs: m.runs(depth - 1)})
		case k == 3 && len(m.d.Notes) > 0:
			n := m.Intn(len(m.d.Notes))
			rs = append(rs, &doc.NoteRef{Note: n, Mark: m.d.Notes[n].Mark})
		case k == 4:
			rs = append(rs, m.text(doc.French))
		default:
			rs = append(rs, m.text(""))
		}
	}
	return rs
}

func (m *maker) block(depth int) doc.Block {
	switch k := m.Intn(12); {
	case k < 2 && depth == 2:
		m.level = 2 + m.Intn(min(m.level, 4))
		return &doc.Heading{Level: m.level, Role: doc.RoleSection, Runs: m.runs(0)}
	case k < 5 && depth > 0:
		l := &doc.List{Style: []doc.ListStyle{doc.Bullets, doc.Letters, doc.Numbers}[m.Intn(3)], Start: m.Intn(9)}
		for range m.Intn(8) {
			l.Items = append(l.Items, doc.Item{Unmarked: m.Intn(5) == 0, Blocks: m.blocks(m.Intn(3), depth-1)})
		}
		return l
	case k == 5:
		return m.table()
	case k == 6 && depth > 0:
		return &doc.Severed{Cite: []string{"", "s. 13"}[m.Intn(2)], Blocks: m.blocks(1+m.Intn(2), depth-1)}
	case k == 7:
		s := &doc.SignOff{}
		for range m.Intn(4) {
			s.Lines = append(s.Lines, doc.SignOffLine{Label: "Approved:", Entries: [][]doc.Run{m.runs(1), nil, m.runs(0)}[:m.Intn(4)]})
		}
		return s
	case k == 8 && depth == 2:
		return &doc.Notice{Head: m.runs(0), Sides: []doc.NoticeSide{
			{Lang: doc.English, Paragraphs: [][]doc.Run{m.runs(0), m.runs(1)}}, {Lang: doc.French, Paragraphs: [][]doc.Run{m.runs(0)}},
		}}
	}
	return &doc.Paragraph{Role: doc.RoleBody, Runs: m.runs(2)}
}

func (m *maker) blocks(n, depth int) (bs []doc.Block) {
	for range n {
		bs = append(bs, m.block(depth))
	}
	return bs
}

func (m *maker) table() doc.Block {
	row := func(n int) []doc.Cell {
		cs := make([]doc.Cell, n)
		for i := range cs {
			for range m.Intn(6) {
				cs[i].Runs = append(cs[i].Runs, m.runs(1)...)
			}
		}
		return cs
	}
	n := 1 + m.Intn(4)
	t := &doc.Table{Header: row(n)}
	for range m.Intn(5) {
		t.Rows = append(t.Rows, row(n))
	}
	return t
}

// made makes a document from a seed. Its headings skip no level.
func made(seed int64) *doc.Document {
	m := &maker{Rand: rand.New(rand.NewSource(seed)), level: 1, d: &doc.Document{
		Lang: doc.English, Title: "Random", Marking: []string{"SECRET"},
		Labels: doc.Labels{Page: "Page {n} of {total}", Footnote: "Footnote {n}", Redacted: "redacted", Section: "section"},
		Blocks: []doc.Block{&doc.Heading{Level: 1, Role: doc.RoleTitle, Runs: words("Random")}},
	}}
	for i := range m.Intn(9) {
		m.d.Notes = append(m.d.Notes, &doc.Note{Mark: strconv.Itoa(i + 1), Runs: []doc.Run{m.text("")}})
	}
	for _, n := range m.d.Notes {
		n.Runs = m.runs(2)
	}
	m.d.Blocks = append(m.d.Blocks, m.blocks(1+m.Intn(30), 2)...)
	return m.d
}

func checkTags(t *testing.T, seed int64) {
	t.Helper()
	sh, _ := house(t)
	d := made(seed)
	got := pdfread.Read(t, written(t, Options{}, d)).Structure()
	if diff := cmp.Diff(expected(d, sh).Dump(), visible(got).Dump()); diff != "" {
		t.Error(diff)
	}
}

// TestTagsOfRandomTrees: whatever stands in what, the tags are the tree's.
func TestTagsOfRandomTrees(t *testing.T) {
	for seed := range int64(40) {
		if checkTags(t, seed); t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
}

func FuzzTags(f *testing.F) {
	f.Add(int64(40))
	f.Fuzz(func(t *testing.T, seed int64) { checkTags(t, seed) })
}
