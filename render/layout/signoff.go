package layout

import (
	"briefnote/render/doc"
	"briefnote/render/style"
)

// linesAtSignOff is how many lines of text stay with the sign-off: names under
// an empty page would say nothing about what was approved.
const linesAtSignOff = 2

// signOff sets the labels at the margin and the entries in a column beside
// them. The block stays together where a page has room for it.
func (s *setter) signOff(b *doc.SignOff, a area) error {
	block := s.looks(s.sheet.Blocks[style.BlockSignOff])
	labels := s.looks(s.sheet.Blocks[style.BlockSignOffLabel])
	hang, err := s.labelWidth(b, labels, a.width/2)
	if err != nil {
		return err
	}
	inside := a
	inside.x, inside.width = s.narrow(a, block.indent+hang)
	first := len(s.out.slabs)
	for i := range b.Lines {
		of := newOf(b, a)
		of.Row = i
		if err := s.signOffLabel(b.Lines[i].Label, labels, hang, of, a); err != nil {
			return err
		}
		if err := s.entries(b.Lines[i].Entries, block, labels.after, of, inside); err != nil {
			return err
		}
	}
	n := len(s.out.slabs)
	for i := max(first-linesAtSignOff, 0); i < n-1; i++ {
		s.out.slabs[i].keep = max(s.out.slabs[i].keep, keepWish)
	}
	if n > first {
		s.out.slabs[first].before, s.out.slabs[n-1].after = block.before, block.after
	}
	return nil
}

// labelWidth returns the room that the labels take, at most the limit.
func (s *setter) labelWidth(b *doc.SignOff, bl blockLook, limit float64) (float64, error) {
	hang := 0.0
	for i := range b.Lines {
		w, err := s.width(b.Lines[i].Label, bl.look)
		if err != nil {
			return 0, err
		}
		hang = max(hang, w+bl.size)
	}
	return min(hang, limit), nil
}

// signOffLabel leaves a label waiting for its first entry; one that is too
// long to stand beside it gets lines of its own.
func (s *setter) signOffLabel(words string, bl blockLook, hang float64, of Of, a area) error {
	of.Label = true
	w, err := s.width(words, bl.look)
	if err != nil {
		return err
	}
	if w < hang {
		s.pending = &label{bl.look, words, a.x + bl.indent, of}
		return nil
	}
	s.text.reset()
	if err := s.text.add(stretch{look: bl.look, text: words, label: true}); err != nil {
		return err
	}
	bl.before, bl.after, bl.keepNext = 0, 0, true
	return s.lines(of, bl, a)
}

// entries sets what follows a label: one entry under the other, and the
// label's own space after the last.
func (s *setter) entries(es [][]doc.Run, bl blockLook, after float64, of Of, a area) error {
	bl.before, bl.after, bl.indent, bl.rule = 0, 0, 0, 0
	for i, runs := range es {
		s.text.reset()
		if err := s.text.runs(runs, bl.look); err != nil {
			return err
		}
		if i == len(es)-1 {
			bl.after = after
		}
		of.Col = i
		if err := s.lines(of, bl, a); err != nil {
			return err
		}
	}
	return s.labelAlone(a)
}
