package docx

import (
	"strings"

	"briefnote/render/doc"
	"briefnote/render/style"
)

// section is a document on its way into the file.
type section struct {
	*file
	doc    *doc.Document
	number int  // in the file, from 0
	titled bool // it has a heading of level 1
	x      *xml // where runs are written to
	words  xml  // the content of the pieces
	pieces []piece
	item   *mark // of the item whose first line is still to come
	turn   bool  // what comes next opens a page
	inked  bool  // the piece at hand has words
	refs   map[int]reference
	inNote bool // the footnotes are being written
}

// piece is a paragraph or a table.
type piece struct {
	from, to      int        // its content, in section.words
	style         *paraStyle // nil for a table
	before, after float64
	sink          float64 // before, where it opens a page
	keepNext      bool
	newPage       bool
	severed       bool
	field         bool // a field that began in a paragraph before ends in it
	mark          *mark
	indent, hang  float64 // points
	aside         float64 // further from both edges, points
	tabs          []tab
}

// mark makes a paragraph an item of a list.
type mark struct {
	list  *listing
	depth int
	style string
}

// tab is a tab stop.
type tab struct {
	at    float64 // points
	right bool
	dots  bool
}

// area is where blocks stand.
type area struct {
	left    float64 // from the edge of the text, points
	depth   int     // of lists around it
	list    *listing
	severed bool
}

// blocks makes pieces of blocks.
func (s *section) blocks(blocks []doc.Block, a area) {
	for i, b := range blocks {
		if n := len(s.pieces); i > 0 && n > 0 && leadsIn(blocks[i-1], b, a) {
			s.pieces[n-1].keepNext = true
		}
		if s.item != nil && !startsWithLine(b) {
			s.markAlone(a)
		}
		s.block(b, a)
	}
}

// leadsIn reports whether a paragraph opens the list after it: the words of a
// point with points under it, or text that ends with a colon.
func leadsIn(before, after doc.Block, a area) bool {
	p, ok := before.(*doc.Paragraph)
	if _, list := after.(*doc.List); !ok || !list || len(p.Runs) == 0 {
		return false
	}
	return a.depth > 0 || strings.HasSuffix(strings.TrimSpace(doc.Plain(p.Runs)), ":")
}

// startsWithLine reports whether an item's mark can stand on the block's first line.
func startsWithLine(b doc.Block) bool {
	switch b := b.(type) {
	case *doc.Paragraph:
		return len(b.Lead)+len(b.Runs) > 0
	case *doc.Heading:
		return true
	case *doc.Severed:
		return len(b.Blocks) > 0 && startsWithLine(b.Blocks[0])
	}
	return false
}

func (s *section) block(b doc.Block, a area) {
	switch b := b.(type) {
	case *doc.Heading:
		s.heading(b, a)
	case *doc.Paragraph:
		s.paragraph(b, a)
	case *doc.List:
		s.list(b, a)
	case *doc.Table:
		s.table(b, a)
	case *doc.SignOff:
		s.signOff(b, a)
	case *doc.Notice:
		s.notice(b, a)
	case *doc.Contents:
		s.contents(b, a)
	case *doc.Severed:
		s.severed(b, a)
	default:
		s.fail(b, "DOCX has no form for this kind of block; please report it as a fault of brief")
	}
}

// open starts a paragraph of a style, and end ends it.
func (s *section) open(id string, a area) *piece {
	st := s.looks.paras[id]
	s.pieces = append(s.pieces, piece{
		from: len(s.words.b), style: st, before: st.Before, after: st.After, sink: st.Sink,
		indent: st.Indent + a.left, hang: st.hang, severed: a.severed,
	})
	p := &s.pieces[len(s.pieces)-1]
	p.newPage = s.turn || st.NewPage
	s.turn, s.inked = false, false
	if a.depth > 0 {
		p.mark, s.item = s.item, nil
	}
	return p
}

// end ends a paragraph or table. A paragraph without words has nothing to
// print, unless it is an item of a list.
func (s *section) end(p *piece) {
	p.to = len(s.words.b)
	if !s.inked && p.mark == nil && p.style != nil {
		s.words.b = s.words.b[:p.from]
		s.turn = p.newPage && !p.style.NewPage
		s.pieces = s.pieces[:len(s.pieces)-1]
	}
}

// styles are the styles of paragraphs by their role; running text has that of
// the body.
var styles = map[doc.Role]string{
	doc.RoleTypeLine: "TypeLine", doc.RoleMasthead: "Masthead", doc.RoleMeeting: "Particulars", doc.RoleLabel: "Label",
	doc.RoleRunIn: "RunIn", doc.RoleContinued: "Continued", doc.RoleCoverMarking: "CoverMarking",
	doc.RoleEntry: "TOC1", doc.RoleCoverEntry: "CoverEntry",
}

// headingStyle returns the style of a heading.
func (s *section) headingStyle(h *doc.Heading) string {
	level := min(max(h.Level, 1), 6)
	front := s.book && s.number == 0 && s.docs[1].Place != nil
	switch {
	case h.Role == doc.RoleContents:
		return "ContentsHeading"
	case h.Role == doc.RoleLabel:
		return "LabelHeading"
	case level == 1 && (front || !s.book):
		return "Title"
	case front && level == 2:
		return "TabsHeading"
	case s.book:
		return "Heading" + string(rune('0'+level))
	}
	return "Heading" + string(rune('0'+level-1))
}

func (s *section) heading(h *doc.Heading, a area) {
	p := s.open(s.headingStyle(h), a)
	if st := p.style; st.Align == style.AlignCenter && a.depth == 0 {
		p.aside = s.balance(h.Runs, st.Size, st.Bold, s.textWidth()-p.indent) / 2
	}
	s.headings++
	id := s.bookmark(s.x, headingName(s.headings))
	s.runs(h.Runs, s.plain())
	s.x.empty("w:bookmarkEnd", "w:id", id)
	s.end(p)
}

func (s *section) paragraph(b *doc.Paragraph, a area) {
	id := styles[b.Role]
	if id == "" {
		id = "BodyText"
	}
	plain := id == "BodyText" || id == "Continued"
	if plain && a.depth > 0 {
		id = levelStyle("ListContinue", a.depth-1)
		if s.item != nil {
			id = levelStyle(s.item.style, s.item.depth)
		}
	}
	p := s.open(id, area{depth: a.depth, severed: a.severed})
	p.indent = a.left
	if a.depth > 0 {
		p.before, p.after = s.sheet.List.Item, s.sheet.List.Item
	} else {
		p.indent += p.style.Indent
	}
	lead := s.plain()
	if b.Role == doc.RoleRunIn {
		topic := s.sheet.Blocks[string(doc.RoleRunIn)]
		lead.style, lead.bold, lead.italic = "RunInTopic", topic.Bold, topic.Italic
	}
	s.runs(b.Lead, lead)
	if len(b.Lead) > 0 && len(b.Runs) > 0 && !strings.HasSuffix(printed(b.Lead), " ") {
		s.run(" ", s.plain())
	}
	s.runs(b.Runs, s.plain())
	s.end(p)
}

// severed makes pieces of blocks to be withheld, on a ground of their own, and
// after them the provisions.
func (s *section) severed(b *doc.Severed, a area) {
	gap := s.looks.paras["Severed"]
	if n := len(s.pieces); n > 0 && !a.severed {
		s.pieces[n-1].after = max(s.pieces[n-1].after, gap.After)
	}
	a.severed = true
	first := len(s.pieces)
	s.blocks(b.Blocks, a)
	if b.Cite == "" {
		return
	}
	if s.item != nil {
		s.markAlone(a)
	}
	if n := len(s.pieces); n > first {
		s.pieces[n-1].after, s.pieces[n-1].keepNext = gap.Before, true
	}
	p := s.open("Severed", area{severed: true})
	s.run(b.Cite, s.plain())
	s.end(p)
}

// markAlone gives the mark of an item that no line waits for a line of its own.
func (s *section) markAlone(a area) {
	p := s.open(levelStyle(s.item.style, s.item.depth), a)
	p.before, p.after = s.sheet.List.Item, s.sheet.List.Item
	s.end(p)
}

// list makes pieces of the items of a list.
func (s *section) list(l *doc.List, a area) {
	in, number := a, max(l.Start, 1)
	in.depth = a.depth + 1
	s.inList(&in, l, a, number)
	first := len(s.pieces)
	for i := range l.Items {
		it := &l.Items[i]
		if !it.Unmarked {
			if l.Style == doc.Letters && number > alphabet && number%alphabet == 1 {
				s.inList(&in, l, a, number)
			}
			in.list.mark(a.depth)
			s.item = &mark{in.list, min(a.depth, wordLevels-1), styleNames[l.Style]}
			number++
		}
		s.blocks(it.Blocks, in)
		if s.item != nil {
			s.markAlone(in)
		}
	}
	if n := len(s.pieces); a.depth == 0 && n > first {
		s.pieces[n-1].after = s.sheet.List.After
	}
}

// inList makes an area that of the items of a list, from a number on.
func (s *section) inList(in *area, l *doc.List, around area, number int) {
	in.list = s.listing(around.list, l, around.depth, number)
	_, edge := s.edges(in.list.levels, around.depth)
	in.left = min(edge, s.textWidth()-6*s.sheet.Text.Size)
}

// textWidth returns the width of the text on a page, in points.
func (w *Writer) textWidth() float64 {
	return w.sheet.Paper.Width - w.sheet.Margins.Left - w.sheet.Margins.Right
}

// align returns the alignment of a column.
func align(columns []doc.Align, i int) style.Align {
	if i < len(columns) {
		return style.Align(columns[i])
	}
	return style.AlignStart
}
