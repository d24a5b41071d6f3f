package docx

import (
	"briefnote/render/doc"
	"briefnote/render/style"
)

// Blocks whose lines have a label before them or a page behind.

// signOff makes pieces of the sign-off: labels at the edge, entries beside
// them. It stays together, with some of what stands before it.
func (s *section) signOff(b *doc.SignOff, a area) {
	block, label := s.sheet.Blocks[style.BlockSignOff], s.complete(s.sheet.Blocks[style.BlockSignOffLabel])
	width := s.textWidth() - a.left
	hang := 0.0
	for _, l := range b.Lines {
		hang = max(hang, s.width(l.Label, label.Size, label.Bold)+label.Size)
	}
	hang = min(hang, width/2)
	first := len(s.pieces)
	for _, l := range b.Lines {
		s.signOffLine(l, hang, label, a)
	}
	n := len(s.pieces)
	if n == first {
		return
	}
	s.pieces[first].before, s.pieces[n-1].after = block.Before, block.After
	for i := max(first-1, 0); i < n-1; i++ {
		s.pieces[i].keepNext = true
	}
}

func (s *section) signOffLine(l doc.SignOffLine, hang float64, label style.BlockStyle, a area) {
	look := s.plain()
	look.style = "SignOffLabel"
	p := s.open("SignOff", a)
	p.indent, p.hang = p.indent+hang, hang
	s.run(l.Label, look)
	beside := s.width(l.Label, label.Size, label.Bold) < hang
	for i, entry := range l.Entries {
		switch {
		case i == 0 && beside:
			s.tab()
		default:
			s.end(p)
			p = s.open("SignOff", a)
			p.indent += hang
		}
		s.runs(entry, s.plain())
	}
	p.after = label.After
	s.end(p)
}

// contents makes pieces of a list of contents: labels at the edge, titles
// beside them, and the pages at the other edge.
func (s *section) contents(c *doc.Contents, a area) {
	id := styles[c.Role]
	if id == "" {
		id = styles[doc.RoleEntry]
	}
	look := s.looks.paras[id]
	width := s.textWidth() - a.left - look.Indent
	labels, pages := 0.0, 0.0
	for _, e := range c.Entries {
		labels = max(labels, s.width(e.Label, look.Size, true))
		if e.Page != "" {
			pages = max(pages, s.width(" "+e.Page, look.Size, false))
		}
	}
	hang := min(labels+look.Size, width/3)
	tabs := []tab{{at: look.Indent + a.left + hang}}
	room := width - hang
	if pages > 0 {
		room -= pages + 2*look.Size
		tabs = append(tabs, tab{at: look.Indent + a.left + width, right: true, dots: true})
	}
	for i, e := range c.Entries {
		p := s.open(id, a)
		p.indent, p.hang, p.tabs = p.indent+hang, hang, tabs
		if i == 0 && pages > 0 {
			s.openContents()
		}
		if pages > 0 {
			e.Runs = s.wrapped(e.Runs, look.Size, room)
		}
		s.entry(e)
		if i == len(c.Entries)-1 && pages > 0 {
			s.inked = true
			s.fieldChar("end", s.plain())
			p.field = true
		}
		s.end(p)
	}
}

// openContents opens the field that Word makes contents with. It is locked: what
// stands in it are stamps, and no program could count them (17.16.18).
func (s *section) openContents() {
	s.x.open("w:r")
	s.x.empty("w:fldChar", "w:fldCharType", "begin", "w:fldLock", "1")
	s.x.close("w:r")
	s.inked = true // where it begins there is a paragraph
	s.instruction(` TOC \h \z \t "heading 1,1" `, s.plain())
	s.fieldChar("separate", s.plain())
}

// entry writes a line of a list of contents.
func (s *section) entry(e doc.Entry) {
	label, plain := s.plain(), s.plain()
	label.style, label.bold = "EntryLabel", true // LibreOffice drops styles of runs in contents
	s.run(e.Label, label)
	s.tab()
	name := s.names[e.Target]
	if linked := name != "" && len(e.Runs) > 0; linked {
		plain.unlinked = true
		s.x.open("w:hyperlink", "w:anchor", name, "w:history", "1")
		s.runs(e.Runs, plain)
		s.x.close("w:hyperlink")
	} else {
		s.runs(e.Runs, plain)
	}
	if e.Page != "" { // spaces part the words from the dots
		s.run(" ", s.plain())
		s.tab()
		s.run(" "+e.Page, s.plain())
	}
}
