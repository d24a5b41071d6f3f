package layout

import (
	"strings"
	"testing"

	"briefnote/render/doc"
)

// sweep lays a document out behind any number of lines that a page may hold,
// so that every page break that can happen in it does.
func sweep(t *testing.T, check func(t *testing.T, r *Result), bs ...doc.Block) {
	t.Helper()
	for n := range 50 {
		lines := make([]doc.Item, n)
		for i := range lines {
			lines[i] = item(para(words("line")))
		}
		check(t, set(t, document(append([]doc.Block{bullets(lines...)}, bs...)...)))
	}
}

// pagesOf returns the pages on which words stand.
func pagesOf(r *Result, text string) []int {
	var pages []int
	for i, pg := range r.Pages {
		for _, m := range pg.Marks {
			if p, ok := m.(*Piece); ok && strings.Contains(p.Text, text) && (len(pages) == 0 || pages[len(pages)-1] != i) {
				pages = append(pages, i)
			}
		}
	}
	return pages
}

// together checks that words stand on one page.
func together(texts ...string) func(t *testing.T, r *Result) {
	return func(t *testing.T, r *Result) {
		t.Helper()
		for _, text := range texts {
			if a, b := pagesOf(r, texts[0]), pagesOf(r, text); len(b) != 1 || a[0] != b[0] {
				t.Errorf("%q stands on the pages %v, %q on %v", texts[0], a, text, b)
			}
		}
	}
}

func TestHeadingStaysWithTwoLines(t *testing.T) {
	points := bullets(item(para(words("first point"))), item(para(words("second point"))), item(para(words("third point"))))
	sweep(t, together("Section", "Subsection", "first point", "second point"), section(2, "Section"), section(3, "Subsection"), points)
}

func TestHeadingStaysWithItsTable(t *testing.T) {
	tb := &doc.Table{Header: []doc.Cell{cell("Header")}, Rows: [][]doc.Cell{{cell("first row")}, {cell("second row")}}}
	sweep(t, together("Section", "Header", "first row"), section(2, "Section"), tb)
}

func TestProvisionsStayWithWhatTheyAreCitedFor(t *testing.T) {
	sweep(t, together("withheld point", "s. 15(1)"), &doc.Severed{Cite: "s. 15(1)", Blocks: []doc.Block{bullets(item(para(words("withheld point"))))}})
}

func TestLabelStaysWithItsParagraph(t *testing.T) {
	sweep(t, together("Report:", "One line."), &doc.Paragraph{Role: doc.RoleLabel, Runs: runs("Report:")}, para(words("One line.")))
}

// TestNotesEnd: notes come to an end on pages that have hardly room for a line of them.
func TestNotesEnd(t *testing.T) {
	sh := *sheet(t)
	sh.Note.Size, sh.Margins.Top, sh.Margins.Bottom = 96, 340, 340
	d := document(para(words("text"), noteRef(0)), para(words("more"), noteRef(1)))
	d.Notes = []*doc.Note{note(0, words(strings.Repeat("long ", 20))), note(1, words("short"))}
	r, err := Set(d, &sh, fonts(t))
	if err != nil {
		t.Fatal(err)
	}
	checkText(t, d, r)
	if len(pagesOf(r, "short")) != 1 {
		t.Error("the last note is lost")
	}
}

// TestLastRow checks that a table never leaves its last row alone on a page.
func TestLastRow(t *testing.T) {
	table := &doc.Table{Header: []doc.Cell{cell("Port")}}
	for _, name := range []string{"first", "second", "next to last", "last"} {
		table.Rows = append(table.Rows, []doc.Cell{cell(name + " row")})
	}
	sweep(t, together("next to last row", "last row"), table)
}

// TestLeadIn checks that a point is not parted from the points under it, nor a
// paragraph that ends with a colon from its list.
func TestLeadIn(t *testing.T) {
	under := func() doc.Block {
		return bullets(item(para(words("first under it"))), item(para(words("second under it"))))
	}
	sweep(t, together("We ask to agree", "first under it"), bullets(item(para(words("We ask to agree")), under())))
	sweep(t, together("We ask to agree:", "first under it"), para(words("We ask to agree:")), under())
}

// TestTallRow checks that a row cut over pages leaves no line of it alone.
func TestTallRow(t *testing.T) {
	tall := doc.Cell{Runs: runs(strings.Repeat("word ", 40) + strings.Repeat("more words in a cell that is taller than a page ", 260))}
	table := &doc.Table{Header: []doc.Cell{cell("Header")}, Rows: [][]doc.Cell{{tall}}}
	sweep(t, func(t *testing.T, r *Result) {
		t.Helper()
		for i, pg := range r.Pages {
			lines := map[float64]bool{}
			for _, m := range pg.Marks {
				if p, ok := m.(*Piece); ok && p.Of.Block == doc.Block(table) && p.Of.Row == 1 {
					lines[p.Y] = true
				}
			}
			if len(lines) == 1 {
				t.Errorf("page %d has one line of the row", i+1)
			}
		}
	}, table)
}
