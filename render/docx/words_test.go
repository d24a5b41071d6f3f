package docx_test

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"briefnote/render/doc"
	"briefnote/render/docx"
	"briefnote/render/text"
)

// TestSameWords checks that the words of the file are those of the tree, in
// order, a section a document, and that nothing is wrong with it.
func TestSameWords(tt *testing.T) {
	w := writer(tt, "public-safety")
	sameWords(tt, w, book())
	for seed := range uint64(150) {
		g := &generator{Rand: rand.New(rand.NewPCG(seed, 0))}
		sameWords(tt, w, []*doc.Document{g.document(), g.document()})
		sameWords(tt, w, []*doc.Document{g.document()})
	}
}

func FuzzSameWords(f *testing.F) {
	w := writer(f, "large-print")
	f.Add(uint64(1), "a\u00ADb")
	f.Fuzz(func(tt *testing.T, seed uint64, words string) {
		g := &generator{Rand: rand.New(rand.NewPCG(seed, 0)), own: strings.Map(printable, strings.ToValidUTF8(words, ""))}
		sameWords(tt, w, []*doc.Document{g.document(), g.document()})
	})
}

// printable leaves out what notes cannot hold, lest it be compared with what
// stands for it.
func printable(r rune) rune {
	if r < ' ' || r >= 0x7f && r < 0xa0 || r == 0x2028 || r == 0x2029 || r >= 0xFFFE && r <= 0xFFFF {
		return -1
	}
	return r
}

func sameWords(tt *testing.T, w *docx.Writer, docs []*doc.Document) {
	tt.Helper()
	f := read(tt, written(tt, w, docs...))
	sections := f.Sections()
	if len(sections) != len(docs) {
		tt.Fatalf("%d sections of %d documents", len(sections), len(docs))
	}
	for i, d := range docs {
		want, err := text.Words([]*doc.Document{d})
		if err != nil {
			tt.Fatal(err)
		}
		if got := sections[i].Words(); !slices.Equal(got, want) {
			at := 0
			for at < len(got) && at < len(want) && got[at] == want[at] {
				at++
			}
			tt.Fatalf("from word %d on the DOCX says\n%.300q\nand the tree\n%.300q", at, got[at:], want[at:])
		}
		for _, place := range []string{"header", "footer"} {
			said := f.Furniture(sections[i], place)
			for _, line := range slices.Concat(d.Marking, d.Caveats) {
				for _, word := range strings.Fields(line) {
					if !slices.Contains(said, word) {
						tt.Errorf("the %s lacks %q of %q: %q", place, word, line, said)
					}
				}
			}
		}
	}
	if faults := f.Faults(); len(faults) > 0 {
		tt.Fatal(strings.Join(faults, "\n"))
	}
	want, got := []string{}, marks(f)
	for _, d := range docs {
		want = append(want, said(d.Blocks, 0, []string{"•", "–", "•"})...)
	}
	for i := range got {
		if got[i] == "▪" {
			got[i] = "•"
		}
	}
	if !slices.Equal(got, want) {
		tt.Fatalf("Word counts\n%q, and print\n%q", got, want)
	}
}

// generator makes documents of every block and run by chance.
type generator struct {
	*rand.Rand
	doc  *doc.Document
	refs int    // notes referred to so far
	own  string // words to strew in
}

func (g *generator) document() *doc.Document {
	g.refs = 0
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
		return &doc.Heading{Level: 2 + g.IntN(3), Role: []doc.Role{doc.RoleSection, doc.RoleLabel}[g.IntN(2)], Runs: g.runs(1)}
	case 1, 2:
		return g.list(depth)
	case 3:
		return g.table()
	case 4:
		return &doc.SignOff{Lines: []doc.SignOffLine{{Label: g.phrase(), Entries: [][]doc.Run{g.runs(1), g.runs(1)}}, {Label: "Approuvé :"}}}
	case 5:
		return &doc.Notice{Head: append(g.runs(1), t("Pages")), Sides: []doc.NoticeSide{{Lang: doc.English, Paragraphs: [][]doc.Run{g.runs(1), g.runs(2)}}, {Lang: doc.French}}}
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
		return t(g.phrase())
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
