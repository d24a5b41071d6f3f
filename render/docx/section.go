package docx

import (
	"strconv"

	"briefnote/render/style"
)

// section writes a document as a section of the file (17.6).
func (f *file) section(i int) {
	s := &section{file: f, doc: f.docs[i], number: i, titled: f.docs[i].Titled(), refs: map[int]reference{}}
	s.x = &s.words
	s.blocks(s.doc.Blocks, area{})
	s.noteParts()
	if f.err != nil {
		return
	}
	s.settle()
	last := i == len(f.docs)-1
	for i := range s.pieces {
		s.piece(i, last)
	}
	if last {
		s.sectionProperties()
	}
}

// settle gives the pieces the space that depends on their neighbours: tables
// have none of their own, and what opens a page has what its looks say of that.
func (s *section) settle() {
	// Word asks for a paragraph after a table. LibreOffice counts no pages in the
	// header and footer of a section that ends within a field.
	if n := len(s.pieces); n == 0 || s.pieces[n-1].style == nil || s.pieces[n-1].field {
		s.pieces = append(s.pieces, piece{style: s.looks.paras["AfterTable"]})
	}
	var out []piece
	for i, p := range s.pieces {
		var before *piece
		if i == 0 {
			p.newPage = false
		} else {
			before = &out[len(out)-1]
		}
		switch {
		case i == 0, p.newPage && p.style != nil:
			p.before = p.sink
		case p.newPage: // a table cannot open a page by itself
			out = append(out, piece{style: s.looks.paras["AfterTable"], newPage: true, keepNext: true})
		case p.style == nil && before.style == nil: // Word would make one of two tables
			out = append(out, piece{style: s.looks.paras["AfterTable"], before: max(before.after, p.before), keepNext: true})
		case p.style == nil:
			before.after = max(before.after, p.before)
		case before.style == nil:
			p.before = max(p.before, before.after)
		}
		out = append(out, p)
	}
	s.pieces = out
}

// piece writes a piece into the document part.
func (s *section) piece(i int, lastSection bool) {
	p, x := &s.pieces[i], &s.body
	words := s.words.b[p.from:p.to]
	if p.style == nil {
		if i == 0 {
			x.empty("w:bookmarkEnd", "w:id", s.bookmark(x, s.names[s.doc]))
		}
		x.b = append(x.b, words...)
		return
	}
	x.open("w:p")
	x.open("w:pPr")
	s.paraProperties(p)
	if i == len(s.pieces)-1 && !lastSection {
		s.sectionProperties()
	}
	x.close("w:pPr")
	if i == 0 {
		id := s.bookmark(x, s.names[s.doc])
		x.b = append(x.b, words...)
		x.empty("w:bookmarkEnd", "w:id", id)
	} else {
		x.b = append(x.b, words...)
	}
	x.close("w:p")
}

// paraProperties writes how a paragraph differs from its style, in the order
// of 17.3.1.26.
func (s *section) paraProperties(p *piece) {
	x, st := &s.body, p.style
	x.val("w:pStyle", st.id)
	x.flag(p.keepNext && !st.KeepNext, "w:keepNext")
	if p.newPage != st.NewPage {
		toggle(x, "w:pageBreakBefore", p.newPage, st.NewPage)
	}
	if m := p.mark; m != nil && (m.list.num != st.num || m.depth != st.level) {
		numbered(x, m.list.num, m.depth)
	}
	if p.severed {
		s.ground(p)
	}
	if len(p.tabs) > 0 {
		tabStops(x, p.tabs)
	}
	if p.before != st.Before || p.after != st.After {
		x.empty("w:spacing", "w:before", unless(p.before, st.Before), "w:after", unless(p.after, st.After))
	}
	if indent, own := p.indent, st.Indent+st.hang; p.mark == nil && (indent != own || p.hang != st.hang || p.aside > 0) {
		x.empty("w:ind", "w:left", twips(indent+p.aside), "w:right", positive(p.aside), "w:hanging", hanging(p.hang, st.hang))
	}
}

// ground writes the ground of blocks to be withheld, and the bar beside it.
func (s *section) ground(p *piece) {
	x, look := &s.body, s.sheet.Severance
	x.open("w:pBdr")
	// The bar stands to the left of the text, marks included, however far in that is.
	left := p.indent - p.hang
	if p.mark != nil {
		left, _ = s.edges(p.mark.list.levels, p.mark.depth)
	}
	space := strconv.Itoa(int(min(max(left, 0)+barGap, widestGap)))
	x.empty("w:left", "w:val", "single", "w:sz", eighths(barWidth), "w:space", space, "w:color", hex(look.Color))
	if p.style.Rule > 0 {
		x.empty("w:bottom", "w:val", "single", "w:sz", eighths(p.style.Rule), "w:space", "3", "w:color", hex(p.style.Color))
	}
	x.close("w:pBdr")
	shade(x, look.Mark)
}

// The bar beside blocks to be withheld, in points.
const (
	barWidth  = 2
	barGap    = 4  // from the edge of the text
	widestGap = 31 // that Word takes (17.3.4)
)

func tabStops(x *xml, tabs []tab) {
	x.open("w:tabs")
	for _, t := range tabs {
		kind, leader := "left", ""
		if t.right {
			kind = "right"
		}
		if t.dots {
			leader = "dot"
		}
		x.empty("w:tab", "w:val", kind, "w:leader", leader, "w:pos", twips(t.at))
	}
	x.close("w:tabs")
}

// unless returns a length in twips where it is not the style's.
func unless(points, styles float64) string {
	if points == styles {
		return ""
	}
	return twips(points)
}

// hanging returns how far a first line hangs out, where the style has it otherwise.
func hanging(points, styles float64) string {
	if points == 0 && styles == 0 {
		return ""
	}
	return twips(points)
}

// sectionProperties writes the page of the section (17.6.17).
func (s *section) sectionProperties() {
	x, sh := &s.body, s.sheet
	x.open("w:sectPr")
	s.furnish(x)
	x.val("w:type", "nextPage")
	x.empty("w:pgSz", "w:w", twips(sh.Paper.Width), "w:h", twips(sh.Paper.Height))
	m := sh.Margins
	x.empty("w:pgMar", "w:top", twips(m.Top), "w:right", twips(m.Right), "w:bottom", twips(m.Bottom), "w:left", twips(m.Left),
		"w:header", twips(edgeOf(sh, style.Header)), "w:footer", twips(edgeOf(sh, style.Footer)), "w:gutter", "0")
	if s.book {
		x.empty("w:pgNumType", "w:start", "1")
	}
	x.close("w:sectPr")
}

// pageCount returns how many pages the section takes, as far as is known.
func (s *section) pageCount() int {
	if s.number < len(s.opt.Pages) {
		return max(s.opt.Pages[s.number], 1)
	}
	return 1
}

func (s *section) pageWords() string { return strconv.Itoa(s.pageCount()) }
