package layout

import (
	"errors"
	"slices"
	"strconv"
	"strings"
	"testing"

	"briefnote/render/doc"
)

// alien is a block, and foreign a run, of a kind that layout does not know.
type (
	alien   struct{ *doc.Paragraph }
	foreign struct{ *doc.Text }
)

func TestErrors(t *testing.T) {
	crowded := document(para(words("text")))
	crowded.Caveats = strings.Split(strings.Repeat("For Official Use Only,", 60), ",")
	for _, c := range []struct {
		name string
		doc  *doc.Document
		want string
	}{
		{"block", document(alien{&doc.Paragraph{}}), "cannot be set"},
		{"run", document(para(foreign{&doc.Text{Value: "x"}})), "cannot be set"},
		{"block in an item", document(bullets(item(alien{&doc.Paragraph{}}))), "cannot be set"},
		{"note that is not there", document(para(words("x"), noteRef(3))), "define the footnote"},
		{"caveats without end", crowded, "print fewer caveats"},
		{"ragged table", document(&doc.Table{Header: []doc.Cell{cell("a"), cell("b")}, Rows: [][]doc.Cell{{cell("c")}}}), "give each row as many"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Set(c.doc, sheet(t), fonts(t))
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("the error is %v, want one with %q", err, c.want)
			}
		})
	}
}

func TestUncovered(t *testing.T) {
	at := doc.Origin{Pointer: "/issue"}
	_, err := Set(document(para(&doc.Text{Origin: at, Value: "a \U0001F525 fire"})), sheet(t), fonts(t))
	var u *UncoveredError
	if !errors.As(err, &u) || u.Rune != '\U0001F525' || u.Origin != at {
		t.Errorf("the error is %#v, want one about U+1F525 at /issue", err)
	}
}

// TestHeaderMakesRoom: however many caveats there are, the text starts below
// them and ends above them.
func TestHeaderMakesRoom(t *testing.T) {
	before := 0.0
	for n := range 12 {
		d := document(para(words(strings.Repeat("text ", 3000))))
		for range n {
			d.Caveats = append(d.Caveats, "For Official Use Only")
		}
		r := set(t, d)
		checkInside(t, r, sheet(t))
		top := r.Pages[0].Marks[0].(*Piece).Y
		if top < before {
			t.Errorf("with %d caveats the text starts at %.1f, above where it was with one less", n, top)
		}
		before = top
	}
	if before < 150 {
		t.Errorf("with 11 caveats the text starts at %.1f, among them", before)
	}
}

func TestPageNumbers(t *testing.T) {
	r := set(t, document(para(words(strings.Repeat("text ", 2000)))))
	if len(r.Pages) < 3 {
		t.Fatalf("%d pages, want more", len(r.Pages))
	}
	for i, want := range map[int]string{0: "Page 1 of ", len(r.Pages) - 1: "Page " + string(rune('0'+len(r.Pages))) + " of "} {
		found := false
		for _, m := range r.Pages[i].Furniture {
			p, ok := m.(*Piece)
			found = found || ok && strings.HasPrefix(p.Text, want)
		}
		if !found {
			t.Errorf("page %d does not say %q", i+1, want)
		}
	}
}

// TestTableHeadRepeats: every page of a table starts with its header, once in
// the text and later as furniture.
func TestTableHeadRepeats(t *testing.T) {
	r := set(t, tableSample())
	if len(r.Pages) < 2 {
		t.Fatal("the table fits on a page")
	}
	for i, pg := range r.Pages {
		heads := map[bool]int{}
		for _, furniture := range []bool{false, true} {
			marks := pg.Marks
			if furniture {
				marks = pg.Furniture
			}
			for _, m := range marks {
				if p, ok := m.(*Piece); ok && p.Of.Row == 0 && p.Text == "Year" {
					heads[furniture]++
				}
			}
		}
		if want := i > 0; heads[want] != 1 || heads[!want] != 0 {
			t.Errorf("page %d: %d header rows in the text, %d in the furniture", i+1, heads[false], heads[true])
		}
	}
}

// TestTablesStayOnTheSheet: no number of columns leaves the page, rules included.
func TestTablesStayOnTheSheet(t *testing.T) {
	sh := sheet(t)
	for _, n := range []int{1, 7, 40, 200} {
		tb := &doc.Table{}
		for range n {
			tb.Header = append(tb.Header, cell("Heading"))
		}
		for range 40 {
			tb.Rows = append(tb.Rows, tb.Header)
		}
		r := set(t, document(tb))
		checkInside(t, r, sh)
		for _, pg := range r.Pages {
			for _, m := range pg.Marks {
				if s, ok := m.(*Stroke); ok && (s.X2 > sh.Paper.Width-sh.Margins.Right+0.01 || s.Y2 > pg.Height-50) {
					t.Fatalf("%d columns: a rule ends at %.2f %.2f", n, s.X2, s.Y2)
				}
			}
		}
	}
}

// TestSignOffHasCompany: the sign-off never stands on a page without text.
func TestSignOffHasCompany(t *testing.T) {
	sign := &doc.SignOff{Lines: []doc.SignOffLine{{Label: "Drafted:", Entries: [][]doc.Run{runs("A"), runs("B"), runs("C")}}}}
	for n := 20; n < 40; n++ {
		var items []doc.Item
		for range n {
			items = append(items, item(para(words("point"))))
		}
		r := set(t, document(bullets(items...), sign))
		last := r.Pages[len(r.Pages)-1]
		if _, ok := last.Marks[0].(*Piece).Of.Block.(*doc.SignOff); ok {
			t.Errorf("after %d points the sign-off has a page to itself", n)
		}
	}
}

// TestNoticeInTheMiddle: a notice has a page to itself, as much room above it
// as below.
func TestNoticeInTheMiddle(t *testing.T) {
	d := noticeSample()
	d.Blocks = append([]doc.Block{para(words("before"))}, append(d.Blocks, para(words("after")))...)
	r := set(t, d)
	if len(r.Pages) != 3 {
		t.Fatalf("%d pages, want 3", len(r.Pages))
	}
	ms := r.Pages[1].Marks
	head, last := ms[0].(*Piece), ms[len(ms)-1].(*Stroke)
	if above, below := head.Y-72, 720-last.Y1; above-below > 20 || below-above > 20 {
		t.Errorf("%.0f points above the notice, %.0f below", above, below)
	}
}

func TestLettersGoOn(t *testing.T) {
	for n, want := range map[int]string{1: "a", 26: "z", 27: "aa", 52: "az", 53: "ba", 702: "zz", 703: "aaa"} {
		if got := letters(n); got != want {
			t.Errorf("letter %d is %q, want %q", n, got, want)
		}
	}
}

// TestCapitals: what is drawn in capitals keeps its words.
func TestCapitals(t *testing.T) {
	sh := *sheet(t)
	tx := text{fonts: fonts(t), sheet: &sh}
	if err := tx.runs(runs("été"), look{size: 10, upper: true}); err != nil {
		t.Fatal(err)
	}
	g := tx.glyphs[0]
	if r := g.face.Rune(g.gid); r != 'É' || g.r != 'é' {
		t.Errorf("%q is drawn as %q, want É", g.r, r)
	}
}

// BenchmarkPage gives the time a page, which must not grow with their number.
func BenchmarkPage(b *testing.B) {
	sh, fs := sheet(b), fonts(b)
	for _, n := range []int{10, 100, 1000} {
		d := document()
		for range n {
			d.Blocks = append(d.Blocks, section(2, "Section"),
				para(words(strings.Repeat("Smoke hung over the valley for a week. ", 40))),
				bullets(item(para(words(strings.Repeat("Alerts were sent late. ", 12)))), item(para(words("Two sirens failed "), withheld(), words(".")))),
				&doc.Table{Header: []doc.Cell{cell("Year"), cell("Alerts")}, Rows: [][]doc.Cell{{cell("2018"), cell("12")}, {cell("2019"), cell("15")}}})
		}
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			b.ReportAllocs()
			pages := 0
			for b.Loop() {
				r, err := Set(d, sh, fs)
				if err != nil {
					b.Fatal(err)
				}
				pages += len(r.Pages)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(pages), "ns/page")
		})
	}
}

// TestColumns checks that short cells are not broken for the sake of a long
// column beside them, and that long ones share what is left by their length.
func TestColumns(t *testing.T) {
	widths := share([]float64{70, 2000, 1000, 30}, []float64{40, 50, 50, 30}, 10, 400)
	if widths[0] != 70 || widths[3] != 30 {
		t.Errorf("the short columns get %.0f and %.0f points, want 70 and 30", widths[0], widths[3])
	}
	if sum(widths) < 399.9 || sum(widths) > 400.1 || widths[1] < 1.5*widths[2] {
		t.Errorf("the columns are %.0f points wide", widths)
	}
}

// TestRunsOfPieces: each piece names the runs that it is part of, from the
// paragraph's own down to the one that holds its words, and its language.
func TestRunsOfPieces(t *testing.T) {
	inner, french := words("inner"), &doc.Text{Value: "français", Lang: doc.French}
	link := &doc.Link{URL: "https://example.org", Runs: []doc.Run{inner, french}}
	keep := &doc.Severance{Cite: "s. 15(1)", Runs: []doc.Run{words("["), link, words("]")}}
	plain, side := words("plain "), words("côté")
	d := document(para(plain, keep), &doc.Notice{Sides: []doc.NoticeSide{{Lang: doc.French, Paragraphs: [][]doc.Run{{side}}}}})
	want := map[string][]doc.Run{
		"plain ": {plain}, "[": {keep, keep.Runs[0]}, "inner": {keep, link, inner}, "français": {keep, link, french},
		"]": {keep, keep.Runs[2]}, " s. 15(1)": {keep}, "côté": {side},
	}
	for _, pg := range set(t, d).Pages {
		for _, m := range pg.Marks {
			p, ok := m.(*Piece)
			if !ok {
				if m.owner().Run != nil || m.owner().Within != nil {
					t.Errorf("decoration belongs to a run: %+v", m)
				}
				continue
			}
			if got := append([]doc.Run{p.Of.Run}, p.Of.Within...); !slices.Equal(got, want[p.Text]) {
				t.Errorf("%q belongs to the runs %v, want %v", p.Text, got, want[p.Text])
			}
			if isFrench := p.Text == "français" || p.Text == "côté"; isFrench != (p.Lang == doc.French) {
				t.Errorf("%q is in language %q", p.Text, p.Lang)
			}
			delete(want, p.Text)
		}
	}
	if len(want) > 0 {
		t.Errorf("not printed: %v", want)
	}
}
