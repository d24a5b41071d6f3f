package docx

import (
	"cmp"
	"fmt"

	"briefnote/render/doc"
	"briefnote/render/style"
)

// kindOfLooks is what the styles of a file depend on, besides the house style.
type kindOfLooks struct {
	lang  doc.Lang
	book  bool
	title doc.Role // of the file's title
}

// looks is the styles of a file, and the lists that are theirs.
type looks struct {
	paras map[string]*paraStyle
	part  packed
	lists numbering
	plain packed // the numbering part of a file that has no more lists
}

// paraStyle is a style of paragraphs.
type paraStyle struct {
	id, name string // name as Word knows it, in lower case where it is one of Word's headings
	base     string // the style it differs from; empty: Normal
	own      bool   // a name that is not Word's
	style.BlockStyle
	heading int     // level of a heading from 1; 0 for others
	hang    float64 // how far the first line starts to the left of the others, points
	num     int     // the list that it belongs to; 0 for none
	level   int     // in that list, from 0
}

// looksOf returns the styles of a kind of file, made when the first such file
// is written.
func (w *Writer) looksOf(k kindOfLooks) *looks {
	if l, ok := w.made.Load(k); ok {
		return l.(*looks)
	}
	l := &looks{paras: map[string]*paraStyle{}}
	all := w.paraStyles(k)
	for i := range all {
		l.paras[all[i].id] = &all[i]
	}
	l.part = deflate("word/styles.xml", w.stylesPart(all, k.lang))
	l.lists.start(w)
	l.plain = l.lists.part()
	w.made.Store(k, l)
	return l
}

// complete leaves nothing of a block's looks to inherit.
func (w *Writer) complete(s style.BlockStyle) style.BlockStyle {
	s.Size = cmp.Or(s.Size, w.sheet.Text.Size, defaultSize)
	s.Leading = cmp.Or(s.Leading, w.sheet.Text.Leading, defaultLeading)
	s.Color = cmp.Or(s.Color, w.sheet.Ink)
	return s
}

// What a style sheet that says nothing of its text is taken to say.
const (
	defaultSize    = 11.0
	defaultLeading = 1.2
)

// paraStyles returns the styles of paragraphs, those that others differ from first.
func (w *Writer) paraStyles(k kindOfLooks) []paraStyle {
	block := func(key string) style.BlockStyle { return w.complete(w.sheet.Blocks[key]) }
	plain := block(string(doc.RoleBody))
	plain.Before, plain.After, plain.Indent = 0, 0, 0
	all := []paraStyle{{id: "Normal", name: "Normal", BlockStyle: w.complete(style.BlockStyle{})}}
	all = append(all, paraStyle{id: "Title", name: "Title", BlockStyle: heading(block(string(k.title)))})
	all = append(all, w.headings(k)...)
	all = append(all, []paraStyle{
		{id: "BodyText", name: "Body Text", BlockStyle: block("body")},
		{id: "TypeLine", name: "Type Line", own: true, BlockStyle: block("type-line")},
		{id: "Masthead", name: "Masthead", own: true, BlockStyle: block("masthead")},
		{id: "Particulars", name: "Particulars", own: true, BlockStyle: block("meeting")},
		{id: "Label", name: "Label", own: true, BlockStyle: block("label")},
		{id: "RunIn", name: "Run-in", own: true, BlockStyle: w.runIn()},
		{id: "Continued", name: "Continued", own: true, BlockStyle: block("continued")},
		{id: "CoverMarking", name: "Cover Marking", own: true, BlockStyle: block("cover-marking")},
		{id: "CoverEntry", name: "Cover Entry", own: true, BlockStyle: block("cover-entry")},
		{id: "TOC1", name: "toc 1", BlockStyle: block("entry")},
		{id: "SignOff", name: "Sign-off", own: true, BlockStyle: between(block(style.BlockSignOff))},
		{id: "NoticeHead", name: "Notice Head", own: true, BlockStyle: heading(block(style.BlockNoticeHead))},
		{id: "Notice", name: "Notice", own: true, BlockStyle: between(block(style.BlockNotice))},
		{id: "Severed", name: "Severed", own: true, BlockStyle: block(style.BlockSevered)},
		{id: "TableText", name: "Table Text", own: true, BlockStyle: w.cellLooks(false)},
		{id: "TableHeading", name: "Table Heading", own: true, BlockStyle: w.cellLooks(true)},
		{id: "FootnoteText", name: "footnote text", BlockStyle: w.noteLooks(), hang: w.noteLooks().Size},
		{id: "AfterTable", name: "After Table", own: true, BlockStyle: plain},
		{id: "Header", name: "header", BlockStyle: furnitureLooks(plain)},
		{id: "Footer", name: "footer", BlockStyle: furnitureLooks(plain)},
	}...)
	return append(all, w.listStyles(plain)...)
}

// headings returns the styles of headings, and those of titles that are like them.
func (w *Writer) headings(k kindOfLooks) []paraStyle {
	var all []paraStyle
	first := 2 // the level whose looks are those of Heading 1
	if k.book {
		first = 1
	}
	for n := 1; n <= 7-first; n++ {
		key := fmt.Sprintf("heading-%d", n+first-1)
		if n+first-1 == 1 {
			key = string(doc.RoleTitle)
		}
		all = append(all, paraStyle{
			id: fmt.Sprintf("Heading%d", n), name: fmt.Sprintf("heading %d", n), heading: n,
			BlockStyle: heading(w.complete(w.sheet.Blocks[key])),
		})
	}
	like := func(id, name, key string, level int) paraStyle {
		p := paraStyle{id: id, name: name, own: true, base: fmt.Sprintf("Heading%d", level), heading: level}
		p.BlockStyle = heading(w.complete(w.sheet.Blocks[key]))
		return p
	}
	title := like("NoticeTitle", "Notice Title", style.BlockNoticeHead, 1)
	if !k.book {
		title.base, title.heading = "Title", 0
	}
	return append(all, title, like("TabsHeading", "Tabs Heading", "heading-2", 1),
		like("ContentsHeading", "Contents Heading", string(doc.RoleContents), 1), like("LabelHeading", "Label Heading", string(doc.RoleLabel), 3-first))
}

// heading makes looks stay with what follows.
func heading(s style.BlockStyle) style.BlockStyle {
	s.KeepNext = true
	return s
}

// between takes away what belongs to a block as a whole, not to each of its
// paragraphs.
func between(s style.BlockStyle) style.BlockStyle {
	s.Before, s.After, s.Rule, s.KeepNext, s.NewPage = 0, 0, 0, false, false
	return s
}

// runIn returns the looks of run-in paragraphs: the letters are those of the
// body, for the role's own are those of the topic alone.
func (w *Writer) runIn() style.BlockStyle {
	topic, s := w.sheet.Blocks[string(doc.RoleRunIn)], w.complete(w.sheet.Blocks[string(doc.RoleBody)])
	s.Before, s.After, s.Indent, s.KeepNext = topic.Before, topic.After, topic.Indent, topic.KeepNext
	return s
}

func (w *Writer) cellLooks(bold bool) style.BlockStyle {
	s := w.complete(style.BlockStyle{Size: w.sheet.Table.Size})
	s.Bold = bold
	return s
}

func (w *Writer) noteLooks() style.BlockStyle {
	n := w.sheet.Note
	return w.complete(style.BlockStyle{Size: n.Size, Leading: n.Leading, After: n.Between})
}

// furnitureLooks returns the looks of headers and footers, whose lines then
// have each their own.
func furnitureLooks(plain style.BlockStyle) style.BlockStyle {
	plain.Leading = 1.2
	return plain
}

// namedLevels is how many levels of lists Word has names for.
const namedLevels = 5

// listStyles returns the styles of items and of what goes on in an item, a
// level each.
func (w *Writer) listStyles(looks style.BlockStyle) []paraStyle {
	var all []paraStyle
	looks.Before, looks.After, looks.Rule, looks.KeepNext = w.sheet.List.Item, w.sheet.List.Item, 0, false
	for i, kind := range []string{"Bullet", "Number", "Continue"} {
		for level := range namedLevels {
			p := paraStyle{id: "List" + kind, name: "List " + kind, BlockStyle: looks, level: level}
			if level > 0 {
				p.id, p.name = fmt.Sprintf("%s%d", p.id, level+1), fmt.Sprintf("%s %d", p.name, level+1)
			}
			if kind == "Continue" {
				_, p.Indent = w.edges(nil, level)
			} else {
				p.num = i + 1
			}
			all = append(all, p)
		}
	}
	return all
}
