package layout

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"briefnote/render/doc"
	"briefnote/render/style"
)

func TestProperties(t *testing.T) {
	for seed := range int64(60) {
		checkDocument(t, seed)
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
}

func FuzzSet(f *testing.F) {
	f.Add(int64(1))
	f.Add(int64(-311)) // white space in two looks hangs over the end of a line
	f.Fuzz(func(t *testing.T, seed int64) { checkDocument(t, seed) })
}

// FuzzText sets any text whatever in a narrow and in a wide column.
func FuzzText(f *testing.F) {
	f.Add("« mot » 50 % a-b 2018–19 co\u00ADop")
	f.Add("\u0301\u0301e\u0301 \xff\u2060")
	f.Add("«»‱") // wider than its size is high
	f.Fuzz(func(t *testing.T, s string) {
		d := document(para(words(s)), &doc.Table{Header: slices.Repeat([]doc.Cell{cell(s)}, 40)})
		r, err := Set(d, sheet(t), fonts(t))
		if err != nil {
			if _, ok := err.(*UncoveredError); !ok {
				t.Fatal(err)
			}
			return
		}
		checkInside(t, r, sheet(t))
		checkText(t, d, r)
	})
}

func checkDocument(t *testing.T, seed int64) {
	t.Helper()
	d := makeDocument(seed)
	r := set(t, d)
	checkInside(t, r, sheet(t))
	checkText(t, d, r)
	checkHeadings(t, r)
	checkParagraphs(t, r)
	checkNotes(t, d, r)
}

// checkInside: no piece leaves the margins or meets the furniture.
func checkInside(t *testing.T, r *Result, sh *style.Sheet) {
	t.Helper()
	left, right := sh.Margins.Left-0.01, sh.Paper.Width-sh.Margins.Right+0.01
	for i, pg := range r.Pages {
		top, bottom := 0.0, pg.Height
		for _, m := range pg.Furniture {
			if p, ok := m.(*Piece); ok && p.Of.Block == nil {
				if p.Y < pg.Height/2 {
					top = max(top, p.Y+0.25*p.Size)
				} else {
					bottom = min(bottom, p.Y-p.Size)
				}
			}
		}
		for _, m := range pg.Marks {
			if p, ok := m.(*Piece); ok && (p.X < left || p.X+p.Width > right || p.Y-0.7*p.Size < top || p.Y+0.2*p.Size > bottom) {
				t.Errorf("page %d: %q at %.2f %.2f, %.2f wide, leaves the text area %.2f…%.2f × %.2f…%.2f", i+1, p.Text, p.X, p.Y, p.Width, left, right, top, bottom)
			}
		}
	}
}

// textPlace is what words belong to: a block, a cell, an entry, or a paragraph of a side.
type textPlace struct {
	block          doc.Block
	note           *doc.Note
	row, col, side int
}

// whole is the place without its paragraph: the sides of a tall notice go on
// beside one another from page to page.
func (p textPlace) whole() textPlace {
	if p.side > 0 {
		p.row = -1
	}
	return p
}

// checkText: all words of the document stand on the pages once, in order.
func checkText(t *testing.T, d *doc.Document, r *Result) {
	t.Helper()
	var order []textPlace
	got := map[textPlace]string{}
	for _, pg := range r.Pages {
		for _, m := range pg.Marks {
			p, ok := m.(*Piece)
			if !ok || p.Of.Label {
				continue
			}
			k := textPlace{p.Of.Block, p.Of.Note, p.Of.Row, p.Of.Col, p.Of.Side}
			if c := k.whole(); len(order) == 0 || order[len(order)-1] != c && !slices.Contains(order, c) {
				order = append(order, c)
			}
			got[k] += visible(p.Text)
		}
	}
	notes := func(k textPlace) bool { return k.note != nil }
	want := expected(d)
	for _, w := range want {
		if g := got[w.at]; g != w.text {
			t.Errorf("text of %T is\n%q, want\n%q", w.at.block, g, w.text)
		}
		delete(got, w.at)
	}
	for k, text := range got {
		if k.note == nil || text != visible(text) {
			t.Errorf("words nobody wrote: %q", text)
		}
	}
	order = slices.DeleteFunc(order, notes)
	want = slices.CompactFunc(want, func(a, b expectation) bool { return a.at.whole() == b.at.whole() })
	for i, k := range order {
		if want[i].at.whole() != k {
			t.Fatalf("text %d out of order: %q", i, want[i].text)
		}
	}
}

// visible leaves out what is never drawn.
func visible(s string) string {
	return strings.Map(func(r rune) rune {
		if NeedsNoGlyph(r) {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
}

type expectation struct {
	at   textPlace
	text string
}

// expected lists the document's texts in order, but not its notes.
func expected(d *doc.Document) []expectation {
	var e expectations
	e.blocks(d.Blocks)
	return e
}

type expectations []expectation

// add adds the words of runs, if they have any.
func (e *expectations) add(at textPlace, rs ...[]doc.Run) {
	s := ""
	for _, r := range rs {
		s += plain(r)
	}
	if s = visible(s); s != "" {
		*e = append(*e, expectation{at, s})
	}
}

func (e *expectations) blocks(bs []doc.Block) {
	for _, b := range bs {
		e.block(b, textPlace{block: b, row: -1, col: -1})
	}
}

func (e *expectations) block(b doc.Block, at textPlace) {
	switch b := b.(type) {
	case *doc.Heading:
		e.add(at, b.Runs)
	case *doc.Paragraph:
		lead := b.Lead
		if len(lead) > 0 && len(b.Runs) > 0 {
			lead = append(lead[:1:1], words(" "))
		}
		e.add(at, lead, b.Runs)
	case *doc.List:
		for _, it := range b.Items {
			e.blocks(it.Blocks)
		}
	case *doc.Table:
		for i, row := range append([][]doc.Cell{b.Header}, b.Rows...) {
			for j, c := range row {
				e.add(textPlace{block: b, row: i, col: j}, c.Runs)
			}
		}
	case *doc.SignOff:
		for i, l := range b.Lines {
			for j, entry := range l.Entries {
				e.add(textPlace{block: b, row: i, col: j}, entry)
			}
		}
	case *doc.Notice:
		e.add(at, b.Head)
		for i, s := range b.Sides {
			for j, words := range s.Paragraphs {
				e.add(textPlace{block: b, row: j, col: -1, side: i + 1}, words)
			}
		}
	case *doc.Severed:
		e.blocks(b.Blocks)
		*e = append(*e, expectation{at, b.Cite})
	}
}

// plain returns what runs say.
func plain(rs []doc.Run) string {
	s := ""
	for _, r := range rs {
		switch r := r.(type) {
		case *doc.Text:
			s += r.Value
		case *doc.NoteRef:
			s += r.Mark
		case *doc.Link:
			s += plain(r.Runs)
		case *doc.Severance:
			s += r.Token + plain(r.Runs)
			if r.Cite != "" {
				s += " " + r.Cite
			}
		}
	}
	return s
}

// checkHeadings: no page but the last ends with a heading, unless it holds
// nothing else.
func checkHeadings(t *testing.T, r *Result) {
	t.Helper()
	for i, pg := range r.Pages[:len(r.Pages)-1] {
		last, others := false, false
		for _, m := range pg.Marks {
			if p, ok := m.(*Piece); ok && p.Of.Note == nil {
				_, last = p.Of.Block.(*doc.Heading)
				others = others || !last
			}
		}
		if next := firstBlock(r.Pages[i+1]); last && others {
			if _, notice := next.(*doc.Notice); !notice {
				t.Errorf("page %d ends with a heading", i+1)
			}
		}
	}
}

func firstBlock(pg Page) doc.Block {
	for _, m := range pg.Marks {
		if p, ok := m.(*Piece); ok {
			return p.Of.Block
		}
	}
	return nil
}

// checkParagraphs: no page has a single line of a paragraph of four or more.
func checkParagraphs(t *testing.T, r *Result) {
	t.Helper()
	type stay struct{ page, lines int }
	stays := map[doc.Block][]stay{}
	lastY := map[doc.Block]float64{}
	for i, pg := range r.Pages {
		for _, m := range pg.Marks {
			p, ok := m.(*Piece)
			if !ok {
				continue
			}
			b, ok := p.Of.Block.(*doc.Paragraph)
			if !ok || p.Of.Label {
				continue
			}
			s := stays[b]
			if len(s) == 0 || s[len(s)-1].page != i {
				s, lastY[b] = append(s, stay{page: i}), 0
			}
			if p.Y-lastY[b] > 8 { // raised marks stay within a line
				s[len(s)-1].lines++
				lastY[b] = p.Y
			}
			stays[b] = s
		}
	}
	for b, s := range stays {
		total := 0
		for _, x := range s {
			total += x.lines
		}
		if n := len(s); n > 1 && total >= 4 && (s[0].lines < 2 || s[n-1].lines < 2) {
			t.Errorf("a paragraph of %d lines is cut to %v: %.60q", total, s, plain(b.(*doc.Paragraph).Runs))
		}
	}
}

// checkNotes: a note starts on the page of its reference, where the line has
// no other reference that takes its room.
func checkNotes(t *testing.T, d *doc.Document, r *Result) {
	t.Helper()
	starts := map[*doc.Note]int{}
	for i, pg := range r.Pages {
		for _, m := range pg.Marks {
			if p, ok := m.(*Piece); ok && p.Of.Note != nil && p.Of.Label {
				starts[p.Of.Note] = i
			}
		}
	}
	if len(starts) != len(d.Notes) {
		t.Errorf("%d notes of %d are printed", len(starts), len(d.Notes))
	}
	for i, pg := range r.Pages {
		refs := map[string]int{} // by line
		for _, m := range pg.Marks {
			if ref := refOf(m); ref != nil {
				refs[lineKey(m.(*Piece))]++
			}
		}
		for _, m := range pg.Marks {
			if ref := refOf(m); ref != nil && refs[lineKey(m.(*Piece))] == 1 && starts[d.Notes[ref.Note]] != i {
				if m.(*Piece).Of.Row < 0 {
					t.Errorf("note %d starts on page %d, its reference is on page %d", ref.Note+1, starts[d.Notes[ref.Note]]+1, i+1)
				}
			}
		}
	}
}

func lineKey(p *Piece) string { return fmt.Sprintf("%.1f", p.Y) }

func refOf(m Mark) *doc.NoteRef {
	if p, ok := m.(*Piece); ok {
		ref, _ := p.Of.Run.(*doc.NoteRef)
		return ref
	}
	return nil
}

// TestAtOnce sets documents at the same time with the same sheet and fonts;
// the race detector watches.
func TestAtOnce(t *testing.T) {
	sh, fs := sheet(t), fonts(t)
	var wg sync.WaitGroup
	for seed := range int64(4) {
		wg.Go(func() {
			if _, err := Set(makeDocument(seed), sh, fs); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
}
