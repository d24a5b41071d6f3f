package layout

import "briefnote/render/doc"

// Dots lead from the words of an entry to its page. They stand at multiples of
// the same distance from the right edge on every line, so that they line up.
const (
	dotStep = 4.5 // points
	dotSize = 0.7 // points, each way
)

// contents sets a list of contents: the labels at the margin, the titles
// beside them, and the pages at the right edge, on the last line of a title.
func (s *setter) contents(b *doc.Contents, a area) error {
	bl := s.looks(s.sheet.Block(string(b.Role), 0))
	labels, pages := 0.0, 0.0
	for i := range b.Entries {
		w, err := s.width(b.Entries[i].Label, bl.bold())
		if err != nil {
			return err
		}
		labels = max(labels, w)
		if w, err = s.width(b.Entries[i].Page, bl.look); err != nil {
			return err
		}
		pages = max(pages, w)
	}
	hang := min(labels+bl.size, a.width/3)
	inside := a
	inside.x, inside.width = s.narrow(a, bl.indent+hang)
	if pages > 0 {
		inside.width -= pages + 2*bl.size
	}
	for i := range b.Entries {
		if err := s.entry(b, i, bl, a, inside); err != nil {
			return err
		}
	}
	s.follow = 0
	return nil
}

// entry sets one line of the contents; a is the room for all of it, inside
// that of its title.
func (s *setter) entry(b *doc.Contents, i int, bl blockLook, a, inside area) error {
	e := &b.Entries[i]
	of := Of{Block: b, Row: i, Col: -1}
	if e.Label != "" {
		name := of
		name.Label = true
		s.pending = &label{bl.bold(), e.Label, a.x + bl.indent, name}
	}
	s.text.reset()
	if err := s.text.runs(e.Runs, bl.look); err != nil {
		return err
	}
	bl.indent = 0
	if err := s.lines(of, bl, inside); err != nil {
		return err
	}
	if e.Page == "" {
		return nil
	}
	return s.entryPage(e.Page, of, bl, a)
}

// entryPage adds dots and a page to the last line of the slab just written.
func (s *setter) entryPage(words string, of Of, bl blockLook, a area) error {
	last := &s.out.slabs[len(s.out.slabs)-1]
	base := s.baseline(bl)
	end := a.x
	for _, m := range s.out.marks[last.marks.from:] {
		if p, ok := m.(*Piece); ok {
			end = max(end, p.X+p.Width)
		}
	}
	w, err := s.width(words, bl.look)
	if err != nil {
		return err
	}
	right := a.x + a.width
	y := base - dotSize/2
	first := right - dotStep*float64(int((w+bl.size/2)/dotStep)+1)
	if last := end + bl.size/2; last < first {
		s.out.marks = append(s.out.marks, &Stroke{first, y, last, y, dotSize, bl.color, of, dotStep})
	}
	of.Col = 0
	// A space before the page, unseen in front of the dots, keeps whoever listens
	// from hearing it as one word with the title.
	whole, err := s.width(" "+words, bl.look)
	if err != nil {
		return err
	}
	if _, err := s.printAside(" "+words, bl.look, right-whole, base, of); err != nil {
		return err
	}
	last.marks.to = len(s.out.marks)
	return nil
}
