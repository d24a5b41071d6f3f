package layout

import (
	"slices"

	"briefnote/render/doc"
	"briefnote/render/font"
	"briefnote/render/style"
)

// keep says how firmly a slab stays with the next one.
type keep uint8

const (
	keepNone keep = iota
	keepWish      // a block that had better not be cut
	keepFirm      // a heading, or the first and last lines of a paragraph
)

// slab is a slice of the flow, as wide as the text, that no page break cuts.
// Its marks have y counted from its own top until it is put on a page.
type slab struct {
	marks         span // in flow.marks
	refs          span // notes referred to, in flow.refs
	height        float64
	before, after float64 // space; of two that meet, the larger holds
	sink          float64 // space above it where it opens a page
	newPage       bool    // it opens a page
	keep          keep
	notice        *doc.Notice  // has a page to itself with its like, and stands in its middle
	head          int          // index + 1 of the table header to repeat above it at the top of a page
	row           int          // number of the row that it is a stripe of: see row.go; 0 elsewhere
	grid          *grid        // of the table that it is a row of
	heading       *doc.Heading // that starts here
	severed       *doc.Severed // tinted, with whatever neighbours belong to the same
}

// flow is slabs in order, with all their marks and references.
type flow struct {
	marks []Mark
	slabs []slab
	refs  []int
}

// blockLook is a block's style with nothing left to default.
type blockLook struct {
	look
	leading       float64 // distance of baselines, points
	align         doc.Align
	before, after float64
	indent, rule  float64
	sink          float64
	keepNext      bool
	newPage       bool
}

// looks completes a block's style from the sheet's text style.
func (s *setter) looks(bs style.BlockStyle) blockLook {
	bl := blockLook{
		look:   look{size: bs.Size, color: bs.Color, upper: bs.Upper, underline: bs.Underline},
		align:  doc.Align(bs.Align),
		before: bs.Before, after: bs.After,
		indent: bs.Indent, rule: bs.Rule, sink: bs.Sink, keepNext: bs.KeepNext, newPage: bs.NewPage,
	}
	if bl.size == 0 {
		bl.size = s.sheet.Text.Size
	}
	bl.leading = bs.Leading * bl.size
	if bs.Leading == 0 {
		bl.leading = s.sheet.Text.Leading * bl.size
	}
	if bl.color == (style.Color{}) {
		bl.color = s.sheet.Ink
	}
	if bs.Bold {
		bl.style |= font.Bold
	}
	if bs.Italic {
		bl.style |= font.Italic
	}
	return bl
}

// newOf says that marks belong to a block in an area.
func newOf(b doc.Block, a area) Of { return Of{Block: b, Item: a.item, Row: -1, Col: -1} }

func (s *setter) heading(b *doc.Heading, a area) error {
	bl := s.looks(s.sheet.Block(string(b.Role), b.Level))
	bl.keepNext = true
	s.text.reset()
	if err := s.text.runs(b.Runs, bl.look); err != nil {
		return err
	}
	first := len(s.out.slabs)
	if err := s.lines(newOf(b, a), bl, a); err != nil {
		return err
	}
	for i := first; i < len(s.out.slabs); i++ {
		s.out.slabs[i].keep = keepFirm
	}
	s.out.slabs[first].heading = b
	s.follow = 2
	return nil
}

func (s *setter) paragraph(b *doc.Paragraph, a area) error {
	bl := s.looks(s.sheet.Block(string(b.Role), 0))
	body := bl.look
	s.text.reset()
	if b.Role == doc.RoleRunIn {
		body = s.looks(s.sheet.Block(string(doc.RoleBody), 0)).look // the role's looks are those of the topic
	}
	if err := s.text.runs(b.Lead, bl.look); err != nil {
		return err
	}
	if n := len(b.Lead); n > 0 && len(b.Runs) > 0 && s.text.lastRune() != ' ' {
		if err := s.text.add(stretch{look: body, text: " ", run: b.Lead[n-1]}); err != nil {
			return err
		}
	}
	if err := s.text.runs(b.Runs, body); err != nil {
		return err
	}
	if a.depth > 0 {
		bl.before, bl.after = s.sheet.List.Item, s.sheet.List.Item
	}
	if len(s.text.glyphs) == 0 && s.pending == nil {
		return nil // a paragraph without words has nothing to print
	}
	return s.lines(newOf(b, a), bl, a)
}

// lines breaks the text at hand into lines and writes a slab for each, so
// that no page starts with the last line of a paragraph or ends with its first.
func (s *setter) lines(of Of, bl blockLook, a area) error {
	x, width := a.x+bl.indent, a.width-bl.indent
	lines := s.text.fill(width)
	if bl.align == doc.AlignCenter && len(lines) > 1 {
		lines = s.text.balance(width)
	}
	if len(lines) == 0 {
		lines = []line{{}} // an empty item's mark, or an empty heading's place
	}
	for i, ln := range lines {
		sl := s.open(a)
		base := s.baseline(bl)
		if err := s.printLabel(base); err != nil {
			return err
		}
		s.print(&s.text, ln, x+indentOf(bl.align, width-ln.width), base, &of)
		sl.height = bl.leading
		if i == 0 {
			sl.before, sl.sink, sl.newPage = bl.before, bl.sink, bl.newPage
		}
		if i == 0 && len(lines) > 1 || i == len(lines)-2 {
			sl.keep = keepFirm
		}
		if i == len(lines)-1 {
			s.endParagraph(&sl, of, bl, a)
		}
		if s.follow--; s.follow > 0 && a.depth > 0 {
			if sl.keep == keepNone {
				s.followed = len(s.out.slabs) + 1
			}
			sl.keep = keepFirm
		}
		s.close(sl, s.text.refsOf(ln, s.out.refs))
	}
	if a.depth == 0 {
		s.follow = 0 // the whole of a short block is enough company for a heading
	}
	return nil
}

// endParagraph gives a paragraph's last slab what comes below it.
func (s *setter) endParagraph(sl *slab, of Of, bl blockLook, a area) {
	sl.after = bl.after
	if bl.keepNext {
		sl.keep = keepFirm
	}
	if bl.rule > 0 {
		sl.height += ruleGap + bl.rule
		of.Run, of.Label = nil, false
		y := sl.height - bl.rule/2
		s.out.marks = append(s.out.marks, &Stroke{a.x, y, a.x + a.width, y, bl.rule, bl.color, of, 0})
	}
}

// ruleGap is the room between a block's last line and the rule below it, points.
const ruleGap = 3

// indentOf returns how far a line starts from the left edge, given the room left over.
func indentOf(al doc.Align, room float64) float64 {
	switch al {
	case doc.AlignCenter:
		return max(room/2, 0)
	case doc.AlignEnd:
		return max(room, 0)
	}
	return 0
}

// baseline returns the distance of the baseline from the top of a line: the
// face's ascent, with half of the room between lines above it.
func (s *setter) baseline(bl blockLook) float64 {
	m := s.fonts.Face(font.Regular).Metrics()
	asc, desc := float64(m.Ascent)*bl.size/1000, float64(-m.Descent)*bl.size/1000
	return (bl.leading-asc-desc)/2 + asc
}

// open starts a slab; its marks are those appended until it is closed.
func (s *setter) open(a area) slab {
	return slab{marks: span{from: len(s.out.marks)}, severed: a.severed}
}

// close ends a slab. refs is the flow's references with the slab's appended.
func (s *setter) close(sl slab, refs []int) {
	sl.marks.to = len(s.out.marks)
	sl.refs = span{len(s.out.refs), len(refs)}
	s.out.refs = refs
	if n := len(s.out.slabs); n == cap(s.out.slabs) {
		s.out.slabs = slices.Grow(s.out.slabs, n+1) // twice as many: append grows by a quarter, and copies a long note five times
	}
	s.out.slabs = append(s.out.slabs, sl)
}
