package layout

import (
	"slices"
	"strconv"
	"strings"

	"briefnote/render/doc"
	"briefnote/render/style"
)

// furnishing is the header and footer of a document's pages.
type furnishing struct {
	marks       []Mark     // the same on every page, and shared by all
	numbers     []pageLine // lines with the number of the page
	top, bottom float64    // where the text may start and must end
}

// pageLine is a line of furniture with its place.
type pageLine struct {
	look
	content style.Content
	align   doc.Align
	y       float64 // baseline
	at      int     // place among the furnishing's marks, in the order of reading
}

// Room that furniture leaves: to the text, and between its own lines.
const (
	furnitureGap     = 14  // points
	furnitureLeading = 1.2 // of the size
)

// furniture sets the lines of the header and footer. Both grow towards the
// text with the number of lines, and the text makes room for them.
func (s *setter) furniture() (*furnishing, error) {
	paper, m := s.sheet.Paper, s.sheet.Margins
	f := &furnishing{top: m.Top, bottom: paper.Height - m.Bottom}
	out := flow{}
	s.out = &out
	taken := map[style.Place]map[doc.Align]float64{style.Header: {}, style.Footer: {}}
	for _, e := range s.sheet.Furniture {
		if err := s.furnitureEntry(f, e, taken[e.Place]); err != nil {
			return nil, err
		}
	}
	if err := s.tabMark(); err != nil {
		return nil, err
	}
	f.marks = out.marks
	return f, nil
}

// furnitureEntry sets one entry of the sheet. taken is how far from the
// paper's edge the lines of each alignment reach in the entry's place.
func (s *setter) furnitureEntry(f *furnishing, e style.Furniture, taken map[doc.Align]float64) error {
	if !s.hasWords(e.Content) {
		return nil
	}
	l := furnitureLook(e)
	number := numbered(e.Content)
	count := 1
	if !number {
		var err error
		if count, err = s.furnitureLines(e, l); err != nil || count == 0 {
			return err
		}
	}
	step := e.Size * furnitureLeading
	edge := max(e.Edge, taken[doc.Align(e.Align)])
	taken[doc.Align(e.Align)] = edge + float64(count)*step
	reach := edge + float64(count-1)*step
	y := edge
	if e.Place == style.Footer {
		y = s.sheet.Paper.Height - reach
		f.bottom = min(f.bottom, y-e.Size-furnitureGap)
	} else {
		f.top = max(f.top, reach+furnitureGap)
	}
	if number {
		f.numbers = append(f.numbers, pageLine{l, e.Content, doc.Align(e.Align), y, len(s.out.marks)})
		return nil
	}
	for i, ln := range s.text.lines {
		s.furnitureLine(&s.text, ln, doc.Align(e.Align), y+float64(i)*step)
	}
	return nil
}

// furnitureLines breaks what an entry says into s.text.lines, and counts them.
func (s *setter) furnitureLines(e style.Furniture, l look) (int, error) {
	width, err := s.furnitureWidth(e)
	if err != nil {
		return 0, err
	}
	var ends []int
	s.text.reset()
	for _, w := range s.says(e.Content) {
		if err := s.text.add(stretch{look: l, text: w}); err != nil {
			return 0, err
		}
		if e.Content == style.ContentTitle {
			if err := s.cutToLine(width, l); err != nil {
				return 0, err
			}
		}
		ends = append(ends, len(s.text.glyphs))
	}
	s.text.markBreaks()
	from := 0
	for _, end := range ends {
		for from < end {
			ln := s.text.next(from, end, width)
			s.text.lines = append(s.text.lines, ln)
			from = ln.to
		}
	}
	return len(s.text.lines), nil
}

// numbered reports whether an entry says something else on every page.
func numbered(c style.Content) bool { return c == style.ContentPage || c == style.ContentStamp }

// hasWords reports whether an entry says anything on this document's pages.
func (s *setter) hasWords(c style.Content) bool {
	switch c {
	case style.ContentPage:
		return s.doc.Labels.Page != ""
	case style.ContentStamp:
		return s.doc.Place != nil
	}
	return slices.ContainsFunc(s.says(c), func(line string) bool { return line != "" })
}

// says returns the words of an entry, a line each.
func (s *setter) says(c style.Content) []string {
	switch c {
	case style.ContentMarking:
		return append(append([]string(nil), s.doc.Marking...), s.doc.Caveats...)
	case style.ContentDraft:
		return []string{s.doc.Draft}
	case style.ContentTitle:
		return []string{s.doc.Title}
	case style.ContentTab:
		if s.doc.Place != nil {
			return []string{s.doc.Place.Words}
		}
	}
	return nil
}

// furnitureWidth is the width of an entry's lines: that of the text, or a part
// of it where lines of other alignments stand beside them. What is centred
// takes the width of its words, up to a third, and leaves the rest to both sides.
func (s *setter) furnitureWidth(e style.Furniture) (float64, error) {
	beside := map[style.Align]bool{}
	center := 0.0
	for _, o := range s.sheet.Furniture {
		if o.Place != e.Place || !s.hasWords(o.Content) {
			continue
		}
		beside[o.Align] = true
		if o.Align == style.AlignCenter {
			w, err := s.unbroken(o)
			if err != nil {
				return 0, err
			}
			center = max(center, w)
		}
	}
	m := s.sheet.Margins
	all := s.sheet.Paper.Width - m.Left - m.Right
	center = min(center, all/3)
	switch {
	case len(beside) == 1:
		return all, nil
	case !beside[style.AlignCenter]:
		return (all - furnitureGap) / 2, nil
	case e.Align == style.AlignCenter:
		return center, nil
	}
	return (all-center)/2 - furnitureGap, nil
}

// unbroken is the width of the longest line of an entry's words.
func (s *setter) unbroken(e style.Furniture) (float64, error) {
	lines := s.says(e.Content)
	if numbered(e.Content) {
		lines = []string{s.numberOf(e.Content, widePage, widePage)}
	}
	widest := 0.0
	for _, words := range lines {
		w, err := s.width(words, furnitureLook(e))
		if err != nil {
			return 0, err
		}
		widest = max(widest, w)
	}
	return widest + slack, nil
}

// widePage is a number of pages as wide as most are.
const widePage = 100

// furnitureLook is how an entry's words are drawn.
func furnitureLook(e style.Furniture) look {
	l := look{size: e.Size, color: e.Color}
	if e.Bold {
		l = l.bold()
	}
	return l
}

// cutToLine shortens the text at hand to one line, with an ellipsis in place
// of what is cut.
func (s *setter) cutToLine(width float64, l look) error {
	if s.text.inked(0, len(s.text.glyphs)) <= width {
		return nil
	}
	x, err := s.width("…", l)
	if err != nil {
		return err
	}
	n := 0
	for ; n < len(s.text.glyphs); n++ {
		if x += s.text.glyphs[n].advance(); x > width {
			break
		}
	}
	s.text.glyphs = s.text.glyphs[:n]
	return s.text.add(stretch{look: l, text: "…", stays: true})
}

// furnitureLine prints a line of furniture between the margins.
func (s *setter) furnitureLine(t *text, ln line, al doc.Align, y float64) {
	m := s.sheet.Margins
	x := m.Left + indentOf(al, s.sheet.Paper.Width-m.Left-m.Right-ln.width)
	s.print(t, ln, x, y, &Of{Row: -1, Col: -1})
}

// furnish gives every page its header and footer, now that their number is known.
func (s *setter) furnish(pages []Page, f *furnishing) error {
	for i := range pages {
		own := flow{marks: make([]Mark, 0, len(f.marks)+len(f.numbers)+len(pages[i].Furniture))}
		s.out = &own
		from := 0
		for _, n := range f.numbers {
			own.marks = append(own.marks, f.marks[from:n.at]...)
			from = n.at
			s.aside.reset()
			if err := s.aside.add(stretch{look: n.look, text: s.numberOf(n.content, i, len(pages))}); err != nil {
				return err
			}
			ln := line{to: len(s.aside.glyphs), width: s.aside.inked(0, len(s.aside.glyphs))}
			s.furnitureLine(&s.aside, ln, n.align, n.y)
		}
		own.marks = append(own.marks, f.marks[from:]...)
		pages[i].Furniture = append(own.marks, pages[i].Furniture...)
	}
	return nil
}

// numberOf is what a line says on page i of all, counted from 0.
func (s *setter) numberOf(c style.Content, i, all int) string {
	if c == style.ContentStamp {
		return s.doc.Place.Stamps.Page(i, all)
	}
	label := strings.ReplaceAll(s.doc.Labels.Page, "{n}", strconv.Itoa(i+1))
	return strings.ReplaceAll(label, "{total}", strconv.Itoa(all))
}

// tabPad is the room between the edge of a tab's mark and its label, points.
const tabPad = 3

// tabMark draws the mark of the document's tab at the right edge of the paper.
// The marks of tabs that follow one another stand one below the other, and
// start over at the top when the text's height is used up. A label too long
// for the mark is left to the header.
func (s *setter) tabMark() error {
	look, p := s.sheet.Tab, s.doc.Place
	if p == nil || look.Width <= 0 || look.Height <= 0 {
		return nil
	}
	paper, m := s.sheet.Paper, s.sheet.Margins
	step := look.Height + look.Gap
	slots := max(1, int((paper.Height-m.Top-m.Bottom+look.Gap)/step))
	x, y := paper.Width-look.Width, m.Top+float64((p.Tab-1)%slots)*step
	of := Of{Row: -1, Col: -1}
	s.out.marks = append(s.out.marks, &Fill{X: x, Y: y, W: look.Width, H: look.Height, Color: look.Ground, Of: of})
	l := style.BlockStyle{Size: look.Size, Leading: look.Height / look.Size, Bold: true, Color: look.Ink}
	bl := s.looks(l)
	w, err := s.width(p.Label, bl.look)
	if err != nil || w > look.Width-2*tabPad {
		return err
	}
	_, err = s.printAside(p.Label, bl.look, x+(look.Width-w)/2, y+s.baseline(bl), of)
	return err
}
