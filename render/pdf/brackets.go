package pdf

import (
	"strconv"

	"briefnote/render/layout"
	"briefnote/render/pdf/file"
	"briefnote/render/pdf/tag"
)

// Everything on a page stands in a bracket of marked content (14.6): words in
// one that leads to their element, all else in one that says it is an artifact
// (14.8.2.2), of which a reader's program says nothing. PDF/UA-1, 7.1 wants it.

// artifact is the operator that opens the bracket of an artifact.
type artifact string

// The artifacts: grounds and lines of the body, and what a page has for being a
// page (14.8.2.2.2), such as a table's header that is drawn again.
const (
	decoration artifact = "/Artifact <</Type/Layout>> BDC"
	pagination artifact = "/Artifact <</Type/Pagination>> BDC"
	header     artifact = "/Artifact <</Type/Pagination/Subtype/Header>> BDC"
	footer     artifact = "/Artifact <</Type/Pagination/Subtype/Footer>> BDC"
)

// bracket is what is open on the page: that of an element, or of an artifact,
// or none.
type bracket struct {
	elem     *tag.Elem
	artifact artifact
}

// content opens the bracket of an element's content, unless it is open: what
// follows in the same element shares it.
func (p *pen) content(e *tag.Elem) {
	if p.open.elem == e {
		return
	}
	p.close()
	p.open.elem = e
	p.op = append(file.AppendName(p.op[:0], e.Type.String()), " <</MCID "...)
	p.op = strconv.AppendInt(p.op, int64(p.tree.Mark(e, p.page)), 10)
	p.c.raw(append(p.op, ">> BDC"...))
}

// artifact opens the bracket of an artifact, unless it is open.
func (p *pen) artifact(a artifact) {
	if p.open.artifact == a {
		return
	}
	p.close()
	p.open.artifact = a
	p.operator(string(a))
}

// close closes the bracket that is open. No bracket goes on over the end of a
// page.
func (p *pen) close() {
	if p.open != (bracket{}) {
		p.operator("EMC")
		p.open = bracket{}
	}
}

// edge is the part of a page's height, at its top and at its bottom, where a
// line of furniture is taken for a header or a footer. Elsewhere, and where it
// repeats a part of the body, it is only known to belong to the page.
const edge = 0.15

// furniture returns the artifact that a mark of a page's furniture is.
func furniture(m layout.Mark, height float64) artifact {
	words, ok := m.(*layout.Piece)
	switch {
	case !ok || words.Of.Block != nil:
		return pagination
	case words.Y < edge*height:
		return header
	case words.Y > (1-edge)*height:
		return footer
	}
	return pagination
}
