package docx

import (
	"fmt"
	"strconv"
	"unicode/utf8"

	"briefnote/render/doc"
)

// reference is how a footnote is referred to.
type reference struct {
	counted bool   // Word numbers it
	name    string // of the bookmark around the reference
}

// noteRef writes the reference to a footnote: the first one carries the note,
// those after it repeat its mark.
func (s *section) noteRef(r *doc.NoteRef, l runLooks) {
	if r.Note < 0 || r.Note >= len(s.doc.Notes) {
		s.fail(r, fmt.Sprintf("footnote %s has no text; please report it as a fault of brief", r.Mark))
		return
	}
	l.style = "FootnoteReference"
	ref, again := s.refs[r.Note]
	switch {
	case again && ref.counted:
		s.field(` NOTEREF `+ref.name+` \f \h `, r.Mark, l)
	case again && !l.unlinked:
		s.x.open("w:hyperlink", "w:anchor", ref.name, "w:history", "1")
		s.run(r.Mark, l)
		s.x.close("w:hyperlink")
	case again || s.inNote: // Word has no footnotes of footnotes
		s.run(r.Mark, l)
	default:
		s.firstRef(r, l)
	}
}

// firstRef writes the reference that carries a footnote.
func (s *section) firstRef(r *doc.NoteRef, l runLooks) {
	id := strconv.Itoa(s.footnotes + r.Note + 1)
	ref := reference{name: "note_" + id}
	custom := "1"
	if r.Mark == strconv.Itoa(s.counted+1) && r.Mark == s.doc.Notes[r.Note].Mark {
		ref.counted, custom, s.inked = true, "", true
		s.counted++
	}
	s.refs[r.Note] = ref
	mark := s.bookmark(s.x, ref.name)
	s.x.open("w:r")
	s.properties(l)
	s.x.empty("w:footnoteReference", "w:customMarkFollows", custom, "w:id", id)
	if !ref.counted {
		first, rest := cut(r.Mark)
		s.text(first)
		s.text(rest)
	}
	s.x.close("w:r")
	s.x.empty("w:bookmarkEnd", "w:id", mark)
}

// noteParts writes the footnotes of the document, when its body is written. One
// that nothing in the body refers to stands under the one before it or, where
// there is none, at the end of the body.
func (s *section) noteParts() {
	open := false
	s.inNote = true
	for i, n := range s.doc.Notes {
		ref, referred := s.refs[i]
		if !referred && !open {
			p := s.open("FootnoteText", area{})
			s.note(n, false, false)
			s.end(p)
			continue
		}
		s.x = &s.notes
		if referred {
			if open {
				s.x.close("w:footnote")
			}
			open = true
			s.x.open("w:footnote", "w:id", strconv.Itoa(s.footnotes+i+1))
		}
		s.x.open("w:p")
		s.x.open("w:pPr")
		s.x.val("w:pStyle", "FootnoteText")
		if room := s.noteRoom(n); room > s.looks.paras["FootnoteText"].hang {
			s.x.empty("w:ind", "w:left", twips(room), "w:hanging", twips(room))
		}
		s.x.close("w:pPr")
		s.note(n, ref.counted, referred)
		s.x.close("w:p")
		s.x = &s.words
	}
	if open {
		s.notes.close("w:footnote")
	}
	s.footnotes += len(s.doc.Notes)
}

// noteRoom returns the room that the mark of a note takes, in points.
func (s *section) noteRoom(n *doc.Note) float64 {
	size := s.looks.paras["FootnoteText"].Size
	return s.width(n.Mark, size*max(superscript, s.sheet.Note.MarkSize), false) + markGap*size/2
}

// cut parts the first character of a mark from the others, which LibreOffice
// (7.4) would print twice if they stood with it.
func cut(mark string) (first, rest string) {
	_, n := utf8.DecodeRuneInString(mark)
	return mark[:n], mark[n:]
}

// note writes a footnote's mark and text. A mark that is written out is there
// for Word alone (ECMA-376, Part 3, 7.2): LibreOffice sets it by itself.
func (s *section) note(n *doc.Note, counted, carried bool) {
	mark := s.plain()
	mark.style = "FootnoteReference"
	x := s.x
	x.open("w:r")
	s.properties(mark)
	switch {
	case counted:
		x.empty("w:footnoteRef")
	case carried:
		x.open("mc:AlternateContent")
		x.open("mc:Choice", "Requires", "w15")
		s.text(n.Mark)
		x.close("mc:Choice")
		x.empty("mc:Fallback")
		x.close("mc:AlternateContent")
	default:
		s.text(n.Mark)
	}
	x.close("w:r")
	s.tab()
	s.runs(n.Runs, s.plain())
}
