package tag

import (
	"slices"
	"strconv"
	"strings"

	"briefnote/render/pdf/file"
)

// Write writes the tree and returns its root, which the catalog names
// (14.7.2, StructTreeRoot). pages are the objects of the file's pages, in order.
func (t *Tree) Write(out *file.Writer, pages []file.Ref) file.Ref {
	w := &writer{out: out, pages: pages}
	root := out.Alloc()
	w.number(t.root)
	w.elem(t.root, root)
	d := file.NewDict().Name("Type", "StructTreeRoot").Ref("K", t.root.ref)
	d.Ref("ParentTree", w.parents(t)).Int("ParentTreeNextKey", len(t.pages)+len(t.objects))
	if len(w.named) > 0 {
		d.Ref("IDTree", w.ids())
	}
	out.Dict(root, d)
	return root
}

// writer writes one tree.
type writer struct {
	out   *file.Writer
	pages []file.Ref
	attrs [attrs]file.Ref
	named []*Elem // that have an ID
	buf   []byte
}

// number gives the elements their objects, in the order of reading, so that
// what is read together stands together in the file.
func (w *writer) number(e *Elem) {
	e.ref = w.out.Alloc()
	for i := range e.kids {
		if k := e.kids[i].elem; k != nil {
			w.number(k)
		}
	}
}

// elem writes an element and those in it. The Type entry, which is optional
// and always the same, is left out.
func (w *writer) elem(e *Elem, parent file.Ref) {
	for i := range e.kids {
		if k := e.kids[i].elem; k != nil {
			w.elem(k, e.ref)
		}
	}
	attr := w.attr(e.Attr)
	b := append(w.buf[:0], "<</S"...)
	b = file.AppendName(b, e.Type.String())
	b = file.AppendRef(append(b, "/P "...), parent)
	if attr != 0 {
		b = file.AppendRef(append(b, "/A "...), attr)
	}
	if says := e.says; says != nil {
		b = appendText(b, "/Lang ", says.Lang)
		b = appendText(b, "/Alt ", says.Alt)
		b = appendText(b, "/T ", says.Title)
		b = appendText(b, "/ID ", says.ID)
		if says.ID != "" {
			w.named = append(w.named, e)
		}
	}
	w.buf = append(w.kids(b, e), ">>"...)
	w.out.Object(e.ref, w.buf)
}

func appendText(b []byte, key, s string) []byte {
	if s == "" {
		return b
	}
	return file.AppendText(append(b, key...), s)
}

// attr returns the object of attributes, or 0 for none.
func (w *writer) attr(a Attr) file.Ref {
	if a != NoAttr && w.attrs[a] == 0 {
		w.attrs[a] = w.out.Alloc()
		w.out.Object(w.attrs[a], []byte(attrObjects[a]))
	}
	return w.attrs[a]
}

// kids appends what stands in an element, and the page that goes for all of it
// where it does not name another.
func (w *writer) kids(b []byte, e *Elem) []byte {
	if len(e.kids) == 0 {
		return b
	}
	page := int32(-1)
	if i := slices.IndexFunc(e.kids, func(k kid) bool { return k.elem == nil }); i >= 0 {
		page = e.kids[i].page
		b = file.AppendRef(append(b, "/Pg "...), w.pages[page])
	}
	b = append(b, "/K"...)
	if len(e.kids) == 1 {
		return w.kid(append(b, ' '), &e.kids[0], page)
	}
	b = append(b, '[')
	for i := range e.kids {
		if i > 0 {
			b = append(b, ' ')
		}
		b = w.kid(b, &e.kids[i], page)
	}
	return append(b, ']')
}

// kid appends an element's child: a reference to an element, an MCID, or a
// dictionary that says more. page is the one that goes without saying.
func (w *writer) kid(b []byte, k *kid, page int32) []byte {
	switch {
	case k.elem != nil:
		return file.AppendRef(b, k.elem.ref)
	case k.object != 0:
		b = append(b, "<</Type/OBJR"...)
		if k.page != page {
			b = file.AppendRef(append(b, "/Pg "...), w.pages[k.page])
		}
		b = file.AppendRef(append(b, "/Obj "...), k.object)
		return append(b, ">>"...)
	case k.page != page:
		b = file.AppendRef(append(b, "<</Type/MCR/Pg "...), w.pages[k.page])
		b = strconv.AppendInt(append(b, "/MCID "...), int64(k.mcid), 10)
		return append(b, ">>"...)
	}
	return strconv.AppendInt(b, int64(k.mcid), 10)
}

// parents writes the tree that leads from pages and annotations back to
// elements (14.7.4.4). It has one level: a page's owners are an object of their
// own, so what a viewer loads at once is an entry a page and annotation.
func (w *writer) parents(t *Tree) file.Ref {
	b := append([]byte(nil), "<</Nums["...)
	for i, owners := range t.pages {
		page := w.out.Alloc()
		w.buf = append(w.buf[:0], '[')
		for j, e := range owners {
			if j > 0 {
				w.buf = append(w.buf, ' ')
			}
			w.buf = file.AppendRef(w.buf, e.ref)
		}
		w.out.Object(page, append(w.buf, ']'))
		b = appendNum(b, i, page)
	}
	for i, e := range t.objects {
		b = appendNum(b, len(t.pages)+i, e.ref)
	}
	ref := w.out.Alloc()
	w.out.Object(ref, append(b, "]>>"...))
	return ref
}

// appendNum appends an entry of a number tree (7.9.7).
func appendNum(b []byte, key int, v file.Ref) []byte {
	if b[len(b)-1] != '[' {
		b = append(b, ' ')
	}
	b = strconv.AppendInt(b, int64(key), 10)
	return file.AppendRef(append(b, ' '), v)
}

// ids writes the tree that finds elements by their ID (7.9.6).
func (w *writer) ids() file.Ref {
	slices.SortFunc(w.named, func(a, b *Elem) int { return strings.Compare(a.says.ID, b.says.ID) })
	b := append([]byte(nil), "<</Names["...)
	for i, e := range w.named {
		if i > 0 {
			b = append(b, ' ')
		}
		b = file.AppendText(b, e.says.ID)
		b = file.AppendRef(append(b, ' '), e.ref)
	}
	ref := w.out.Alloc()
	w.out.Object(ref, append(b, "]>>"...))
	return ref
}
