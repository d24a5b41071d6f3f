package html

import (
	"fmt"

	"briefnote/render/doc"
	"briefnote/render/style"
)

// block is a block of the tree as the templates print it: exactly one of its
// fields is set.
type block struct {
	Heading   *heading
	Paragraph *paragraph
	Unmarked  *unmarked
	List      *list
	Table     *table
	SignOff   []signOffLine
	Notice    *notice
	Severed   *severed
	Contents  *contents
}

type heading struct {
	Level int // 1 to 6
	Class string
	Runs  []run
}

type paragraph struct {
	Class      string
	Lead, Runs []run
}

// unmarked is an item that has no mark. It stands between two lists, so that
// no reader's program marks or counts it.
type unmarked struct {
	Level  int
	Blocks []block
}

type list struct {
	Ordered bool
	Type    string // "a" for letters; empty for numbers, whose start LibreOffice forgets if a type is given
	Start   int
	Level   int // from 0
	Items   [][]block
}

// manyColumns is the number of columns from which a table is set narrow in
// print, lest its last ones run off the paper.
const manyColumns = 12

type table struct {
	Wide   bool // it has many columns
	Header []cell
	Rows   [][]cell
}

type cell struct {
	Looks style.TableStyle
	Align style.Align
	Runs  []run
}

type signOffLine struct {
	Label   string
	Entries [][]run
}

type notice struct {
	Titles bool // the head is the document's heading of level 1
	Head   []run
	Sides  []side
}

type side struct {
	Lang       doc.Lang
	Paragraphs [][]run
}

// contents is a list of contents; its class gives its lines their looks.
type contents struct {
	Class   string
	Entries []entry
}

// entry is a line of a list of contents; Sheet is the element it leads to.
type entry struct {
	Label, Page, Sheet string
	Runs               []run
}

type severed struct {
	Cite   string
	Blocks []block
}

// builder turns one document into its view. Its first error ends up with the
// caller.
type builder struct {
	doc       *doc.Document
	sheets    map[*doc.Document]string // the names of the file's sheets
	style     *style.Sheet
	firstNote int  // number of its first footnote, counted through the file
	titled    bool // it has a heading of level 1
	deepest   int  // deepest level of list that has looks of its own
	level     int  // of the list that is being built, from 0
	refs      map[int]int
	err       error
}

func (b *builder) blocks(blocks []doc.Block) []block {
	var out []block
	for _, one := range blocks {
		out = append(out, b.block(one)...)
	}
	return out
}

// block returns the view of a block; only a list with unmarked items gives
// more than one.
func (b *builder) block(one doc.Block) []block {
	switch one := one.(type) {
	case *doc.Heading:
		return []block{{Heading: b.heading(one)}}
	case *doc.Paragraph:
		return []block{{Paragraph: &paragraph{Class: classOf(one.Role, 0), Lead: b.runs(one.Lead), Runs: b.runs(one.Runs)}}}
	case *doc.List:
		return b.list(one)
	case *doc.Table:
		return []block{{Table: b.table(one)}}
	case *doc.SignOff:
		return []block{{SignOff: b.signOff(one)}}
	case *doc.Notice:
		return []block{{Notice: b.notice(one)}}
	case *doc.Contents:
		return []block{{Contents: b.contents(one)}}
	case *doc.Severed:
		return []block{{Severed: &severed{Cite: one.Cite, Blocks: b.blocks(one.Blocks)}}}
	}
	b.fail(one, "HTML has no form for this kind of block; please report it as a fault of brief")
	return nil
}

func (b *builder) heading(h *doc.Heading) *heading {
	level := min(max(h.Level, 1), 6)
	return &heading{Level: level, Class: classOf(h.Role, level), Runs: b.runs(h.Runs)}
}

// list returns a list in parts: it is interrupted by each unmarked item, and
// counts on behind it.
func (b *builder) list(l *doc.List) []block {
	var out []block
	var open *list
	next := max(l.Start, 1)
	at := min(b.level, b.deepest)
	b.level++
	for _, item := range l.Items {
		blocks := b.blocks(item.Blocks)
		if item.Unmarked {
			out = append(out, block{Unmarked: &unmarked{Level: at, Blocks: blocks}})
			open = nil
			continue
		}
		if open == nil {
			open = &list{Ordered: l.Style != doc.Bullets, Type: listType(l.Style), Start: next, Level: at}
			out = append(out, block{List: open})
		}
		open.Items = append(open.Items, blocks)
		next++
	}
	b.level--
	return out
}

// listType returns the type attribute of a list.
func listType(s doc.ListStyle) string {
	if s == doc.Letters {
		return "a"
	}
	return ""
}

func (b *builder) table(t *doc.Table) *table {
	view := &table{Wide: len(t.Header) >= manyColumns, Header: b.row(t, t.Header)}
	for i, row := range t.Rows {
		if len(row) != len(t.Header) {
			b.fail(t, fmt.Sprintf("the table has cells missing or too many: %d in row %d, and %d in its header; give every row as many as the header",
				len(row), i+1, len(t.Header)))
		}
		view.Rows = append(view.Rows, b.row(t, row))
	}
	return view
}

func (b *builder) row(t *doc.Table, cells []doc.Cell) []cell {
	row := make([]cell, len(cells))
	for i, c := range cells {
		row[i] = cell{Looks: b.style.Table, Runs: b.runs(c.Runs)}
		if i < len(t.Align) {
			row[i].Align = style.Align(t.Align[i])
		}
	}
	return row
}

func (b *builder) signOff(s *doc.SignOff) []signOffLine {
	lines := make([]signOffLine, len(s.Lines))
	for i, l := range s.Lines {
		lines[i] = signOffLine{Label: l.Label, Entries: b.texts(l.Entries)}
	}
	return lines
}

func (b *builder) notice(n *doc.Notice) *notice {
	view := &notice{Titles: !b.titled, Head: b.runs(n.Head)}
	b.titled = true
	for _, s := range n.Sides {
		view.Sides = append(view.Sides, side{Lang: s.Lang, Paragraphs: b.texts(s.Paragraphs)})
	}
	return view
}

func (b *builder) contents(c *doc.Contents) *contents {
	entries := make([]entry, len(c.Entries))
	for i, e := range c.Entries {
		entries[i] = entry{Label: e.Label, Page: e.Page, Sheet: b.sheets[e.Target], Runs: b.runs(e.Runs)}
	}
	return &contents{Class: classOf(c.Role, 0), Entries: entries}
}

// fail records the first fault, with where its cause came from.
func (b *builder) fail(piece interface{ From() doc.Origin }, message string) {
	if b.err != nil {
		return
	}
	var from doc.Origin
	if piece != nil {
		from = piece.From()
	}
	b.err = fmt.Errorf("%s %s: %s", from.Span.File, from.Pointer, message)
}
