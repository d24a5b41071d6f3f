package pdf

import (
	"briefnote/render/doc"
	"briefnote/render/layout"
	"briefnote/render/pdf/file"
)

// bookmark is an entry of the outline (12.3.3).
type bookmark struct {
	title string
	to    landing
	kids  []*bookmark
	ref   file.Ref
}

// outlines writes the bookmarks: a document's headings by level, and over them
// the documents where the file has several. It returns 0 where there are none.
func (b *book) outlines() file.Ref {
	top := &bookmark{}
	first := 0
	for _, d := range b.docs {
		over := top
		if n := len(d.Layout.Pages); len(b.docs) > 1 && n > 0 {
			title := d.Doc.Title
			if d.Doc.Place != nil {
				title = d.Doc.Place.Title
			}
			over = &bookmark{title: title, to: landing{page: first}}
			top.kids = append(top.kids, over)
		}
		b.bookmarks(over, d.Layout.Headings, first)
		first += len(d.Layout.Pages)
	}
	if len(top.kids) == 0 {
		return 0
	}
	top.number(b.out)
	b.bookmark(top, 0, nil, nil)
	return top.ref
}

// bookmarks hangs headings under over, each below the last one of a higher
// level. first is the index of the document's first page.
func (b *book) bookmarks(over *bookmark, hs []layout.HeadingPlace, first int) {
	type open struct {
		level int
		mark  *bookmark
	}
	stack := []open{{0, over}}
	for _, h := range hs {
		m := &bookmark{title: doc.Plain(h.Heading.Runs), to: landing{first + h.Page, h.Y}}
		for len(stack) > 1 && stack[len(stack)-1].level >= h.Heading.Level {
			stack = stack[:len(stack)-1]
		}
		up := stack[len(stack)-1].mark
		up.kids = append(up.kids, m)
		stack = append(stack, open{h.Heading.Level, m})
	}
}

func (m *bookmark) number(out *file.Writer) {
	m.ref = out.Alloc()
	for _, k := range m.kids {
		k.number(out)
	}
}

// bookmark writes a bookmark and those under it, and returns how many of them
// show when all are open.
func (b *book) bookmark(m *bookmark, parent file.Ref, prev, next *bookmark) int {
	count := 0
	for i, k := range m.kids {
		var before, after *bookmark
		if i > 0 {
			before = m.kids[i-1]
		}
		if i+1 < len(m.kids) {
			after = m.kids[i+1]
		}
		count += 1 + b.bookmark(k, m.ref, before, after)
	}
	d := file.NewDict()
	if parent == 0 {
		d.Name("Type", "Outlines")
	} else {
		d.Text("Title", m.title).Ref("Parent", parent).Raw("Dest", b.dest(m.to))
	}
	if prev != nil {
		d.Ref("Prev", prev.ref)
	}
	if next != nil {
		d.Ref("Next", next.ref)
	}
	if n := len(m.kids); n > 0 {
		d.Ref("First", m.kids[0].ref).Ref("Last", m.kids[n-1].ref).Int("Count", count)
	}
	b.out.Dict(m.ref, d)
	return count
}
