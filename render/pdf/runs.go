package pdf

import (
	"fmt"
	"slices"

	"briefnote/render/doc"
	"briefnote/render/layout"
	"briefnote/render/pdf/tag"
)

// place is an element whose content is words, and in it the elements of the
// runs that the last words were part of. Words come in order, if not all at
// once: a row of a table goes on from page to page, each of its cells where it
// left off.
type place struct {
	elem   *tag.Elem
	whole  *openRun // the link that the element is; nil for any other
	run    doc.Run  // of the last words, and those inside it
	within []doc.Run
	in     *tag.Elem // the element of the last words; nil before the first
	open   []openRun // runs that have an element and hold the last words, outermost first
}

// openRun is a run and the element that its words go into. An entry of contents
// is no run: it has the document that it leads to.
type openRun struct {
	run  doc.Run
	elem *tag.Elem
	to   *doc.Document
}

// enter returns the element of words at a place: that of the innermost run
// which has one, or else the place's own.
func (s *structure) enter(p *place, of *layout.Of) (*tag.Elem, error) {
	if p.in != nil && p.run == of.Run && slices.Equal(p.within, of.Within) {
		return p.in, nil
	}
	p.run, p.within, p.in = of.Run, of.Within, p.elem
	depth := 0
	for i := -1; i < len(of.Within); i++ {
		r := of.Run
		if i >= 0 {
			r = of.Within[i]
		}
		if !tagged(r) {
			continue
		}
		if depth == len(p.open) || !p.open[depth].goesOn(r) {
			p.open = p.open[:depth]
			e, err := s.run(p, r)
			if err != nil {
				return nil, err
			}
			p.open = append(p.open, openRun{run: r, elem: e})
		}
		p.in = p.open[depth].elem
		depth++
	}
	p.open = p.open[:depth]
	return p.in, nil
}

// link returns what leads somewhere with the words that were entered last: the
// innermost run that does, or the place as a whole; nil where nothing does.
func (p *place) link() *openRun {
	for i := range slices.Backward(p.open) {
		if p.open[i].elem.Type == tag.Link {
			return &p.open[i]
		}
	}
	return p.whole
}

// tagged reports whether a run has an element of its own. Words have one only
// where they are in another language; labels are part of no run at all.
func tagged(r doc.Run) bool {
	t, isText := r.(*doc.Text)
	return r != nil && (!isText || t.Lang != "")
}

// goesOn reports whether words of a run belong to the element that is open:
// words of another language are one piece to a voice, whatever their looks.
func (o openRun) goesOn(r doc.Run) bool {
	if o.run == r {
		return true
	}
	was, ok := o.run.(*doc.Text)
	is, isText := r.(*doc.Text)
	return ok && isText && was.Lang == is.Lang
}

// run makes the element of a run and returns the one that its words go into.
func (s *structure) run(p *place, r doc.Run) (*tag.Elem, error) {
	switch r := r.(type) {
	case *doc.Text:
		e := p.in.Add(tag.Span)
		e.Says().Lang = string(r.Lang)
		return e, nil
	case *doc.Link:
		return p.in.Add(tag.Link), nil
	case *doc.NoteRef:
		e := p.in.Add(tag.Reference)
		if p.link() == nil { // a mark inside a link leads where that leads
			e = e.Add(tag.Link)
		}
		return e, nil
	case *doc.Severance:
		e := p.in.Add(tag.Span)
		if r.Made {
			// Read out in place of the token, which is copied as it is printed.
			e.Says().Alt = s.doc.Labels.Spoken(r.Provisions)
		}
		return e, nil
	default:
		return nil, fmt.Errorf("a run of %s is of a kind that PDF has no tag for; please report it as a fault of brief", r.From().Pointer)
	}
}
