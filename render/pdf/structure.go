package pdf

import (
	"errors"
	"fmt"
	"strconv"

	"briefnote/render/doc"
	"briefnote/render/layout"
	"briefnote/render/pdf/tag"
)

// structure is the elements of one document. They are made of its tree, block
// for block, before a page is drawn; so the tags have the tree's own types and
// order, and what is empty on paper has its place all the same. Pages then only
// ask where the words at hand belong ([structure.place], [structure.enter]).
//
// Footnotes stand at the end of the document, as they do in the tree and in the
// other formats: whoever listens is not interrupted, and a link leads there
// from the mark.
type structure struct {
	doc      *doc.Document
	places   places
	landings map[*doc.Note]landing // where footnotes begin, once they are drawn
	notes    int                   // footnotes so far in the file
	titled   bool                  // the document has its heading of level 1
	err      error

	last   *layout.Of // that was asked for last, and its place
	lastAt *place
}

// newStructure makes the elements of a document under root. Other documents'
// footnotes, as many as notes says, stand in the file before.
func newStructure(d *doc.Document, root *tag.Elem, notes int) (*structure, error) {
	s := &structure{doc: d, landings: map[*doc.Note]landing{}, notes: notes, titled: d.Titled()}
	s.blocks(root, d.Blocks)
	for _, n := range d.Notes {
		s.note(root, n)
	}
	return s, s.err
}

// place returns the place that a piece of a page belongs to.
func (s *structure) place(of *layout.Of) (*place, error) {
	if s.last == of && s.lastAt != nil {
		return s.lastAt, nil
	}
	p := s.places.find(spotOf(of))
	if p == nil {
		return nil, errors.New("words on a page belong to no part of the document; please report it as a fault of brief")
	}
	s.last, s.lastAt = of, p
	return p, nil
}

// words adds an element whose content is words on the pages, at a spot.
func (s *structure) words(up *tag.Elem, t tag.Type, at spot) *tag.Elem {
	e := up.Add(t)
	s.places.add(at, &place{elem: e})
	return e
}

func (s *structure) blocks(up *tag.Elem, blocks []doc.Block) {
	for _, b := range blocks {
		s.block(up, b)
	}
}

func (s *structure) block(up *tag.Elem, b doc.Block) {
	whole := spot{block: b, row: -1, col: -1}
	switch b := b.(type) {
	case *doc.Heading:
		s.words(up, tag.Heading(b.Level), whole)
	case *doc.Paragraph:
		s.words(up, tag.P, whole)
	case *doc.List:
		s.list(up, b)
	case *doc.Table:
		s.table(up, b)
	case *doc.SignOff:
		s.signOff(up, b)
	case *doc.Notice:
		s.notice(up, b)
	case *doc.Contents:
		s.contents(up, b)
	case *doc.Severed:
		div := up.Add(tag.Div)
		s.blocks(div, b.Blocks)
		if b.Cite != "" {
			s.words(div, tag.P, whole)
		}
	default:
		s.err = fmt.Errorf("the block of %s is of a kind that PDF has no tag for; please report it as a fault of brief", b.From().Pointer)
	}
}

// list makes a list in parts: it ends before an unmarked item and starts again
// after it, as in HTML. Text that only goes on is no item: a reader's program
// would count it, and say that a list begins where none can be seen.
func (s *structure) list(up *tag.Elem, b *doc.List) {
	var open *tag.Elem
	for i := range b.Items {
		it := &b.Items[i]
		if it.Unmarked {
			s.blocks(up, it.Blocks)
			open = nil
			continue
		}
		if open == nil {
			open = up.Add(tag.List)
			open.Attr = numbering(b.Style)
		}
		item := open.Add(tag.Item)
		s.words(item, tag.Label, spot{block: b, item: it, label: true, row: -1, col: -1})
		if len(it.Blocks) > 0 {
			s.blocks(item.Add(tag.Body), it.Blocks)
		}
	}
}

// numbering says how a list's items are marked. Bullets of any shape are discs:
// the standard has no value for a dash, and no program tells them apart.
func numbering(style doc.ListStyle) tag.Attr {
	switch style {
	case doc.Numbers:
		return tag.Decimal
	case doc.Letters:
		return tag.LowerAlpha
	default:
		return tag.Disc
	}
}

// table makes a table's rows. A table without columns has no place on a page,
// and none here; one of a header alone has no parts, for a head without a body
// is none (14.8.4.3.4).
func (s *structure) table(up *tag.Elem, b *doc.Table) {
	if len(b.Header) == 0 {
		return
	}
	table := up.Add(tag.Table)
	head, body := table, table
	if len(b.Rows) > 0 {
		head, body = table.Add(tag.Head), table.Add(tag.Rows)
	}
	header := head.Add(tag.Row)
	for c := range b.Header {
		s.words(header, tag.Header, spot{block: b, col: int32(c)}).Attr = tag.ScopeColumn
	}
	for r, cells := range b.Rows {
		row := body.Add(tag.Row)
		for c := range cells {
			s.words(row, tag.Cell, spot{block: b, row: int32(r + 1), col: int32(c)})
		}
	}
}

// signOff makes a list of labels, each with what is entered behind it: the
// form that the standard has for a list of terms (14.8.4.3.3, Lbl).
func (s *structure) signOff(up *tag.Elem, b *doc.SignOff) {
	if len(b.Lines) == 0 {
		return
	}
	list := up.Add(tag.List)
	for i := range b.Lines {
		item := list.Add(tag.Item)
		s.words(item, tag.Label, spot{block: b, label: true, row: int32(i), col: -1})
		if len(b.Lines[i].Entries) == 0 {
			continue
		}
		body := item.Add(tag.Body)
		for j := range b.Lines[i].Entries {
			s.words(body, tag.P, spot{block: b, row: int32(i), col: int32(j)})
		}
	}
}

// contents makes a list of contents. An entry is a link as a whole, its page
// included; only its label stands before it.
func (s *structure) contents(up *tag.Elem, b *doc.Contents) {
	toc := up.Add(tag.Contents)
	for i := range b.Entries {
		e := &b.Entries[i]
		entry := toc.Add(tag.Entry)
		if e.Label != "" {
			s.words(entry, tag.Label, spot{block: b, label: true, row: int32(i), col: -1})
		}
		link := entry.Add(tag.Reference).Add(tag.Link)
		at := &place{elem: link, whole: &openRun{elem: link, to: e.Target}}
		s.places.add(spot{block: b, row: int32(i), col: -1}, at)
		s.places.add(spot{block: b, row: int32(i), col: 0}, at)
	}
}

// notice makes a notice's head and, one after the other, its languages.
func (s *structure) notice(up *tag.Elem, b *doc.Notice) {
	sect := up.Add(tag.Sect)
	head := tag.P
	if !s.titled {
		s.titled, head = true, tag.H1
	}
	s.words(sect, head, spot{block: b, row: -1, col: -1})
	for i, side := range b.Sides {
		div := sect.Add(tag.Div)
		div.Says().Lang = s.other(side.Lang)
		for j := range side.Paragraphs {
			s.words(div, tag.P, spot{block: b, row: int32(j), col: -1, side: int8(i + 1)})
		}
	}
}

// note makes a footnote. Its ID is the number of the note in the file, for
// PDF/UA-1, 7.9 wants it unique there.
func (s *structure) note(up *tag.Elem, n *doc.Note) {
	s.notes++
	e := up.Add(tag.Note)
	e.Says().ID = "note-" + strconv.Itoa(s.notes)
	s.words(e, tag.Label, spot{note: n, label: true, row: -1, col: -1})
	s.words(e, tag.P, spot{note: n, row: -1, col: -1})
}

// other returns a language where it is not that of the document.
func (s *structure) other(l doc.Lang) string {
	if l == s.doc.Lang {
		return ""
	}
	return string(l)
}
