package doctest

import (
	"math/rand/v2"
	"strconv"
	"strings"

	"briefnote/render/doc"
)

// generator makes documents of every block and run by chance.
type generator struct {
	*rand.Rand
	doc   *doc.Document
	refs  int    // notes referred to so far
	level int    // of the last heading
	own   string // words to strew in
}

// Random returns so many documents made by chance, of every block and run: the
// same ones for the same seed. The words in own are strewn among the others.
func Random(seed uint64, count int, own string) []*doc.Document {
	g := &generator{Rand: rand.New(rand.NewPCG(seed, 0)), own: own}
	docs := make([]*doc.Document, count)
	for i := range docs {
		docs[i] = g.document()
	}
	return docs
}

func (g *generator) document() *doc.Document {
	g.refs, g.level = 0, 1
	g.doc = &doc.Document{
		Lang: []doc.Lang{doc.French, doc.English}[g.IntN(2)], Title: g.phrase(), Marking: []string{"SECRET"}, Caveats: []string{g.phrase(), "x y"}, Draft: []string{"", "ÉBAUCHE"}[g.IntN(2)],
		Labels: doc.Labels{Page: "{n} {x} { of {total}", Footnotes: "Notes", Redacted: "caviardé", Section: "article"},
	}
	if g.IntN(2) == 0 {
		g.doc.Place = &doc.Place{Tab: 1 + g.IntN(40), Tabs: 40, Label: g.phrase(), Words: "Tab A", Stamps: doc.Stamps{First: 7, Last: 7 + g.IntN(3), Width: g.IntN(7)}}
	}
	for i := range 1 + g.IntN(4) {
		g.doc.Notes = append(g.doc.Notes, &doc.Note{Mark: strconv.Itoa((1 + g.IntN(2)) * (i + 1))})
	}
	g.doc.Blocks = append([]doc.Block{&doc.Heading{Level: 1, Role: doc.RoleTitle, Runs: g.runs(1)}}, g.blocks(4)...)
	for _, n := range g.doc.Notes {
		n.Runs = g.runs(2)
	}
	return g.doc
}

func (g *generator) blocks(depth int) []doc.Block {
	out := make([]doc.Block, g.IntN(4))
	for i := range out {
		out[i] = g.block(depth)
	}
	return out
}

func (g *generator) block(depth int) doc.Block {
	if depth == 0 {
		return &doc.Paragraph{Role: doc.RoleRunIn, Lead: g.runs(1), Runs: g.runs(2)}
	}
	switch g.IntN(8) {
	case 0:
		g.level = 2 + g.IntN(min(3, g.level)) // none is skipped
		return &doc.Heading{Level: g.level, Role: []doc.Role{doc.RoleSection, doc.RoleLabel}[g.IntN(2)], Runs: g.runs(1)}
	case 1, 2:
		return g.list(depth)
	case 3:
		return g.table()
	case 4:
		return &doc.SignOff{Lines: []doc.SignOffLine{{Label: g.phrase(), Entries: [][]doc.Run{g.runs(1), g.runs(1)}}, {Label: "Approuvé :"}}}
	case 5:
		return &doc.Notice{Head: append(g.runs(1), T("Pages")), Sides: []doc.NoticeSide{{Lang: doc.English, Paragraphs: [][]doc.Run{g.runs(1), g.runs(2)}}, {Lang: doc.French}}}
	case 6:
		return &doc.Severed{Cite: "art. 15(1)", Blocks: g.blocks(depth - 1)}
	}
	return &doc.Paragraph{Runs: g.runs(2)}
}

func (g *generator) list(depth int) *doc.List {
	l := &doc.List{Style: []doc.ListStyle{doc.Bullets, doc.Numbers, doc.Letters}[g.IntN(3)], Start: 1 + g.IntN(30)}
	for range g.IntN(5) {
		l.Items = append(l.Items, doc.Item{Unmarked: g.IntN(4) == 0, Blocks: g.blocks(depth - 1)})
	}
	return l
}

func (g *generator) table() *doc.Table {
	t := &doc.Table{}
	width := []int{0, 1, 2, 5, 12, 40}[g.IntN(6)]
	cells := func() []doc.Cell {
		row := make([]doc.Cell, width)
		for i := range row {
			row[i].Runs = g.runs(1)
		}
		return row
	}
	t.Header = cells()
	for range g.IntN(4) {
		t.Rows = append(t.Rows, cells())
	}
	return t
}

func (g *generator) runs(depth int) []doc.Run {
	out := make([]doc.Run, g.IntN(4))
	for i := range out {
		out[i] = g.run(depth)
	}
	return out
}

func (g *generator) run(depth int) doc.Run {
	if depth == 0 {
		return T(g.phrase())
	}
	switch g.IntN(7) {
	case 0:
		return g.ref()
	case 1:
		return &doc.Link{URL: []string{"https://example.org/?a=b&c", "javascript:x"}[g.IntN(2)], Runs: g.runs(depth - 1)}
	case 2:
		return &doc.Severance{Made: true, Token: "[REDACTED]", Provisions: []string{"15(1)"}}
	case 3:
		return &doc.Severance{Cite: []string{"art. 15(1)", ""}[g.IntN(2)], Runs: g.runs(depth - 1)}
	}
	return &doc.Text{Value: g.phrase(), Bold: g.IntN(3) == 0, Italic: g.IntN(3) == 0, Lang: []doc.Lang{"", doc.English}[g.IntN(2)]}
}

// ref refers to a note: in the order of the notes at first, as composition has
// it, and some are left out.
func (g *generator) ref() doc.Run {
	n := min(g.refs, len(g.doc.Notes)-1)
	if g.refs > 0 && g.IntN(3) == 0 {
		n = g.IntN(g.refs)
	} else if g.refs < len(g.doc.Notes) {
		g.refs++
	}
	n = min(n, len(g.doc.Notes)-1)
	return &doc.NoteRef{Note: n, Mark: g.doc.Notes[n].Mark}
}

// phrase returns some words, and among them what has a meaning in XML or a field.
func (g *generator) phrase() string {
	pool := []string{"ports", "<script>", "]]>", "&amp;", "\"'", "</w:t>", "29\u00a0mai\u202f:", "{n}", "l’eau", " ", "co\u00ADop", "a\u2011b", strings.Repeat("w", 90), "\\* PAGE", "2,595", "ᐃᓄᒃ", "𝒳"}
	if g.own != "" {
		pool = append(pool, g.own)
	}
	parts := make([]string, g.IntN(5))
	for i := range parts {
		parts[i] = pool[g.IntN(len(pool))]
	}
	return strings.Join(parts, []string{" ", ""}[g.IntN(2)])
}
