package layout

import (
	"strconv"

	"briefnote/render/doc"
)

// label is a bullet, number, letter or the like that waits for the first line
// of the text it stands before.
type label struct {
	look
	words string
	x     float64
	of    Of
}

// list sets the items with hanging indents: marks at one edge, texts at another.
func (s *setter) list(b *doc.List, a area) error {
	bl := s.looks(s.sheet.Block(string(doc.RoleBody), 0))
	hang, err := s.hang(b, a.depth, bl.look)
	if err != nil {
		return err
	}
	level := s.sheet.List
	x := a.x
	if n := len(level.Indent); n > 0 {
		x += level.Indent[min(a.depth, n-1)]
	}
	inside := a
	inside.depth++
	inside.x, inside.width = s.narrow(a, x-a.x+hang)
	first, number := len(s.out.slabs), max(b.Start, 1)
	for i := range b.Items {
		it := &b.Items[i]
		inside.item = it
		if !it.Unmarked {
			of := Of{Block: b, Item: it, Label: true, Row: -1, Col: -1}
			s.pending = &label{bl.look, s.markOf(b, a.depth, number), min(x, inside.x), of}
			number++
		}
		if err := s.item(it, inside); err != nil {
			return err
		}
	}
	s.endList(first, a.depth)
	return nil
}

// endList puts the space below a list at the margin.
func (s *setter) endList(first, depth int) {
	if n := len(s.out.slabs); depth == 0 && n > first {
		last := &s.out.slabs[n-1]
		last.after = s.sheet.List.After
		if s.follow > 0 && s.followed == n {
			// A list of one line is company enough for its heading; it need not
			// hold on to what comes after it as well.
			last.keep = keepNone
		}
		s.follow = 0
	}
}

// item sets one entry; what is empty prints its mark alone.
func (s *setter) item(it *doc.Item, a area) error {
	if err := s.blocks(it.Blocks, a); err != nil {
		return err
	}
	return s.labelAlone(a)
}

// narrow takes indent off the left of an area, but leaves room for text
// however deep lists are nested.
func (s *setter) narrow(a area, indent float64) (x, width float64) {
	least := min(a.width, 6*s.sheet.Text.Size)
	indent = min(indent, a.width-least)
	return a.x + indent, a.width - indent
}

// hang returns the distance from the marks of a list to its texts: the
// sheet's, or more where a mark is longer.
func (s *setter) hang(b *doc.List, depth int, l look) (float64, error) {
	h := s.sheet.List.Hang
	last := max(b.Start, 1) - 1
	for i := range b.Items {
		if !b.Items[i].Unmarked {
			last++
		}
	}
	// Digits are of one width, so the last number is a longest one. Of the
	// letters m is the widest: one a place bounds them all.
	widest := s.markOf(b, depth, max(last, 1))
	if b.Style == doc.Letters {
		widest = ""
		for range len(s.markOf(b, depth, max(last, 1))) - 1 {
			widest += "m"
		}
		if last <= 12 { // a. to l.: none is as wide as an m
			widest = "d"
		}
		widest += "."
	}
	w, err := s.width(widest, l)
	return max(h, w+markGap*l.size), err
}

// markGap is the least room between a mark and its text, as a multiple of the size.
const markGap = 0.4

// markOf returns the mark of the n-th item.
func (s *setter) markOf(b *doc.List, depth, n int) string {
	switch b.Style {
	case doc.Numbers:
		return strconv.Itoa(n) + "."
	case doc.Letters:
		return letters(n) + "."
	default:
		marks := s.sheet.List.Bullets
		if len(marks) == 0 {
			return "•"
		}
		return marks[min(depth, len(marks)-1)]
	}
}

// letters counts a, b, … z, aa, ab, … from 1.
func letters(n int) string {
	s := ""
	for ; n > 0; n = (n - 1) / 26 {
		s = string(rune('a'+(n-1)%26)) + s
	}
	return s
}

// printLabel prints the label that waits on the line that is being set.
func (s *setter) printLabel(base float64) error {
	m := s.pending
	if m == nil {
		return nil
	}
	s.pending = nil
	_, err := s.printAside(m.words, m.look, m.x, base, m.of)
	return err
}

// labelAlone gives a label that still waits a line of its own.
func (s *setter) labelAlone(a area) error {
	if s.pending == nil {
		return nil
	}
	bl := s.looks(s.sheet.Block(string(doc.RoleBody), 0))
	bl.before, bl.after = s.sheet.List.Item, s.sheet.List.Item
	s.text.reset()
	return s.lines(s.pending.of, bl, a)
}
