package html

import (
	"cmp"
	"fmt"
	"html"
	"html/template"
	"slices"
	"strconv"
	"strings"

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
	SignOff   *signOff
	Severed   *severed
	Markup    template.HTML // of a plain heading, or of a block that has templates of its own
}

// tags open and close what stands between them. Nothing in them is a note's.
type tags struct{ open, close template.HTML }

// element returns the tags of an element; attributes begin with a space.
func element(name, attributes string) tags {
	return tags{template.HTML("<" + name + attributes + ">"), template.HTML("</" + name + ">")}
}

// within returns the tags within an element.
func (t tags) within(name, attributes string) tags {
	around := element(name, attributes)
	return tags{around.open + t.open, t.close + around.close}
}

type heading struct {
	Open, Close template.HTML
	Runs        []run
}

// paragraph of one run of plain words has them as Words, not as Runs: most are
// such, and are printed without a template of their own.
type paragraph struct {
	Class string
	Lead  []run
	Words string
	Runs  []run
}

// manyColumns is the number of columns from which a table is set narrow, lest
// its last ones run off the paper. A screen can scroll, and sets it as others.
const manyColumns = 12

// narrow returns the size of letters in a table of so many columns, and the
// padding of its cells, in points.
func (l *looks) narrow(columns int) (size, padX, padY float64) {
	size, padX, padY = l.TableSize, l.Style.Table.PadX, l.Style.Table.PadY
	if columns < manyColumns {
		return size, padX, padY
	}
	pad := max(36/float64(columns), 1)
	return max(min(size, 110/float64(columns)), 6), min(padX, pad), min(padY, pad)
}

type table struct {
	Wide   bool // it has many columns
	Tight  bool // its longest words side by side are wider than the paper, and may be broken anywhere
	Pad    int  // padding of its cells in pixels: without it, LibreOffice makes columns too narrow for their words
	Header []cell
	Rows   []row
}

type row struct {
	Long  bool // it may be broken between two pages
	Cells []cell
}

// cell has its looks with it: LibreOffice takes them from nowhere else.
type cell struct {
	Looks template.CSS
	Runs  []run
}

// signOff has the looks of its cells with it, too.
type signOff struct {
	Looks template.CSS
	Lines []signOffLine
}

type signOffLine struct {
	Room    template.CSS // space above the first line, for LibreOffice
	Label   string
	Entries []signOffEntry
}

type signOffEntry struct {
	Class string
	Runs  []run
}

type notice struct {
	Titles bool // the head is the document's heading of level 1
	Head   []run
	Sides  []side
}

type side struct {
	Lang       doc.Lang
	Width      string       // for LibreOffice
	Looks      template.CSS // of its cell
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
	looks     *looks
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
		return []block{b.heading(one)}
	case *doc.Paragraph:
		return []block{{Paragraph: b.paragraph(one)}}
	case *doc.List:
		return b.list(one)
	case *doc.Table:
		return []block{{Markup: b.markup("table", b.table(one))}}
	case *doc.SignOff:
		return []block{{SignOff: b.signOff(one)}}
	case *doc.Notice:
		return []block{{Markup: b.markup("notice", b.notice(one))}}
	case *doc.Contents:
		return []block{{Markup: b.markup("contents", b.contents(one))}}
	case *doc.Severed:
		return []block{{Severed: &severed{Cite: one.Cite, Blocks: b.blocks(one.Blocks)}}}
	}
	b.fail(one, "HTML has no form for this kind of block; please report it as a fault of brief")
	return nil
}

// markup returns what a template of few.html makes of the view of a block.
func (b *builder) markup(name string, view any) template.HTML {
	t, err := few()
	var out strings.Builder
	if err == nil {
		err = t.ExecuteTemplate(&out, name, view)
	}
	if err != nil && b.err == nil {
		b.err = err
	}
	return template.HTML(out.String())
}

// classOf returns the class of a paragraph, which has one of its own in lists.
func (b *builder) classOf(r doc.Role) string {
	class := classOf(r, 0)
	switch {
	case b.level > 0 && class == string(doc.RoleBody):
		return classItem
	case b.level > 0 && class == string(doc.RoleContinued):
		return classItemGoing
	}
	return class
}

func (b *builder) paragraph(p *doc.Paragraph) *paragraph {
	view := &paragraph{Class: b.classOf(p.Role)}
	if len(p.Lead) > 0 {
		view.Lead = b.runs(p.Lead)
	}
	if words, ok := plainWords(p.Runs); ok {
		view.Words = words
	} else {
		view.Runs = b.runs(p.Runs)
	}
	return view
}

// heading returns the view of a heading, or its markup if it is of one run of
// plain words, as most are.
func (b *builder) heading(h *doc.Heading) block {
	level := min(max(h.Level, 1), 6)
	around := element("h"+strconv.Itoa(level), ` class="`+html.EscapeString(classOf(h.Role, level))+`"`)
	if words, ok := plainWords(h.Runs); ok {
		return block{Markup: "\n" + around.open + template.HTML(template.HTMLEscapeString(words)) + around.close}
	}
	return block{Heading: &heading{around.open, around.close, b.runs(h.Runs)}}
}

// plainWords returns the words of text that is one run and needs no tags.
func plainWords(runs []doc.Run) (string, bool) {
	if len(runs) != 1 {
		return "", false
	}
	t, ok := runs[0].(*doc.Text)
	if !ok || !plain(t) {
		return "", false
	}
	return t.Value, true
}

func (b *builder) table(t *doc.Table) *table {
	_, pad, _ := b.looks.narrow(len(t.Header))
	view := &table{
		Wide: len(t.Header) >= manyColumns, Pad: pixels(pad),
		Header: b.cells(t, t.Header, ";background:"+fill(b.looks.Style.Table.HeaderFill)),
	}
	for i, cells := range t.Rows {
		if len(cells) != len(t.Header) {
			b.fail(t, fmt.Sprintf("the table has cells missing or too many: %d in row %d, and %d in its header; give every row as many as the header",
				len(cells), i+1, len(t.Header)))
		}
		view.Rows = append(view.Rows, row{Cells: b.cells(t, cells, "")})
		view.Rows[i].Long = slices.ContainsFunc(view.Rows[i].Cells, func(c cell) bool { return textWidth(c.Runs) > longCell })
	}
	view.Tight = b.looks.tight(view)
	return view
}

// cells returns the view of a row; ground is a declaration of CSS for each cell.
func (b *builder) cells(t *doc.Table, cells []doc.Cell, ground string) []cell {
	ts := &b.looks.Style.Table
	size, padX, padY := b.looks.narrow(len(t.Header))
	looks := "padding:" + points(padY) + " " + points(padX) + ";border:" + points(ts.Rule) + " solid " + hex(ts.RuleColor) +
		";font-size:" + points(size) + ";line-height:" + points(size*b.looks.Style.Text.Leading) + ground + ";text-align:"
	out := make([]cell, len(cells))
	for i, c := range cells {
		var a style.Align
		if i < len(t.Align) {
			a = style.Align(t.Align[i])
		}
		out[i] = cell{Looks: template.CSS(looks + a.Side()), Runs: b.runs(c.Runs)}
	}
	return out
}

func (b *builder) signOff(s *doc.SignOff) *signOff {
	label := b.looks.Style.Blocks[style.BlockSignOffLabel]
	size := cmp.Or(label.Size, b.looks.Style.Text.Size)
	view := &signOff{Looks: template.CSS("border:none;padding:0pt " + points(size) + " 0pt 0pt"), Lines: make([]signOffLine, len(s.Lines))}
	for i, l := range s.Lines {
		line := signOffLine{Label: l.Label, Entries: make([]signOffEntry, len(l.Entries))}
		for j, runs := range l.Entries {
			line.Entries[j] = signOffEntry{Class: style.BlockSignOff, Runs: b.runs(runs)}
			if j == len(l.Entries)-1 {
				line.Entries[j].Class = classLastEntry
			}
		}
		if before := b.looks.Style.Blocks[style.BlockSignOff].Before; i == 0 && before > 0 {
			line.Room = template.CSS("margin-top:" + points(before))
		}
		view.Lines[i] = line
	}
	return view
}

func (b *builder) notice(n *doc.Notice) *notice {
	view := &notice{Titles: !b.titled, Head: b.runs(n.Head)}
	b.titled = true
	for i, s := range n.Sides {
		view.Sides = append(view.Sides, side{
			Lang: s.Lang, Width: strconv.Itoa(100/len(n.Sides)) + "%", Looks: b.sideLooks(i, len(n.Sides)),
			Paragraphs: b.texts(s.Paragraphs),
		})
	}
	return view
}

// sideLooks returns the looks of a side of a notice: a rule above and below, a
// line of room between those and the text, and a gutter between two sides.
func (b *builder) sideLooks(i, sides int) template.CSS {
	looks, text := b.looks.Style.Blocks[style.BlockNotice], b.looks.Style.Text
	size := cmp.Or(looks.Size, text.Size)
	room := points(size * cmp.Or(looks.Leading, text.Leading))
	right, left := points(size), points(size)
	if i == 0 {
		left = points(0)
	}
	if i == sides-1 {
		right = points(0)
	}
	rule := points(looks.Rule) + " solid " + hex(cmp.Or(looks.Color, b.looks.Style.Ink))
	return template.CSS("border:none;border-top:" + rule + ";border-bottom:" + rule +
		";padding:" + room + " " + right + " " + room + " " + left)
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
	if b.err == nil {
		b.err = doc.Fault(piece, message)
	}
}
