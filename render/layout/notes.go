package layout

import (
	"fmt"

	"briefnote/render/doc"
)

// setNotes sets all footnotes, each as slabs of one line in s.notes, with the
// mark in front and the text hanging.
func (s *setter) setNotes() error {
	s.out = &s.notes
	s.noteSlabs = make([]span, len(s.doc.Notes))
	if err := s.checkRefs(s.body.refs); err != nil {
		return err
	}
	for i, n := range s.doc.Notes {
		first := len(s.notes.slabs)
		if err := s.note(n); err != nil {
			return err
		}
		s.noteSlabs[i] = span{first, len(s.notes.slabs)}
	}
	return s.checkRefs(s.notes.refs)
}

func (s *setter) checkRefs(refs []int) error {
	for _, n := range refs {
		if n < 0 || n >= len(s.doc.Notes) {
			return fmt.Errorf("a reference leads to footnote %d, but the document has %d: define the footnote", n+1, len(s.doc.Notes))
		}
	}
	return nil
}

// note sets one footnote.
func (s *setter) note(n *doc.Note) error {
	bl := s.noteLook()
	of := Of{Row: -1, Col: -1, Note: n}
	name := of
	name.Label = true
	mark := bl.look
	mark.rise = s.sheet.Note.Raise * bl.size
	mark.size = s.sheet.Note.MarkSize * bl.size
	w, err := s.width(n.Mark, mark)
	if err != nil {
		return err
	}
	a := s.column()
	s.pending = &label{mark, n.Mark, a.x, name}
	a.x, a.width = s.narrow(a, max(bl.size, w+markGap*bl.size/2))
	s.text.reset()
	if err := s.text.runs(n.Runs, bl.look); err != nil {
		return err
	}
	return s.lines(of, bl, a)
}

// noteLook is the looks of a footnote's text.
func (s *setter) noteLook() blockLook {
	n := s.sheet.Note
	bl := s.looks(s.sheet.Block(string(doc.RoleBody), 0))
	bl.size, bl.leading = n.Size, n.Leading*n.Size
	bl.before, bl.after, bl.indent, bl.rule = 0, n.Between, 0, 0
	bl.keepNext, bl.align = false, doc.AlignStart
	return bl
}

// noteHeight returns the height of slabs of s.notes.
func (s *setter) noteHeight(sp span) float64 {
	h := 0.0
	for i := sp.from; i < sp.to; i++ {
		h += s.notes.slabs[i].height + s.notes.slabs[i].after
	}
	return h
}
