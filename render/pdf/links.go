package pdf

import (
	"errors"
	"fmt"
	"strings"

	"briefnote/render/doc"
	"briefnote/render/layout"
	"briefnote/render/pdf/file"
)

// area is a rectangle on a page that leads somewhere.
type area struct {
	openRun                          // what leads there, and its element
	base                     float64 // baseline of its words, points
	left, right, top, bottom float64 // points from the left and top edges
}

// landing is a place on a page that links of the file lead to.
type landing struct {
	page int     // counted through the file
	y    float64 // from the top edge, points
}

// reach notes where words that are part of a link stand, and where a footnote
// begins. The words of a link that follow one another on a line share an area.
func (p *pen) reach(link *openRun, m *layout.Piece) {
	f := m.Face.Metrics()
	top, bottom := m.Y-float64(f.Ascent)*m.Size/1000, m.Y-float64(f.Descent)*m.Size/1000
	if n := m.Of.Note; n != nil {
		if _, known := p.in.landings[n]; !known {
			p.in.landings[n] = landing{p.page, top}
		}
	}
	if link == nil {
		return
	}
	a := area{openRun: *link, base: m.Y, left: m.X, right: m.X + m.Width, top: top, bottom: bottom}
	if n := len(p.areas); n > 0 && p.areas[n-1].elem == link.elem && p.areas[n-1].base == a.base {
		p.areas[n-1].right = a.right
		return
	}
	p.areas = append(p.areas, a)
}

// annotation is a link's annotation that waits to be written: where it leads is
// known when the whole document is drawn.
type annotation struct {
	area
	sheet int
	ref   file.Ref
	key   int // leads back to the link's element
}

// annotate reserves the annotations of a page's links, one for each line that a
// link stands on, and makes them part of the links' elements.
func (b *book) annotate(waiting []annotation, page int, areas []area) []annotation {
	for _, a := range areas {
		ref := b.out.Alloc()
		waiting = append(waiting, annotation{a, page, ref, b.tree.Object(a.elem, page, ref)})
		b.sheets[page].links = append(b.sheets[page].links, ref)
	}
	return waiting
}

// annotations writes the annotations of a document.
func (b *book) annotations(in *structure, waiting []annotation) error {
	for i := range waiting {
		a := &waiting[i]
		height := b.sheets[a.sheet].page.Height
		d := file.NewDict().Name("Type", "Annot").Name("Subtype", "Link")
		d.Nums("Rect", a.left, height-a.bottom, a.right, height-a.top)
		d.Nums("Border", 0, 0, 0)
		d.Int("F", 4) // printed with the page (12.5.3), as PDF/A-2, 6.3.2 asks
		d.Int("StructParent", a.key)
		if err := b.target(d, in, a.openRun); err != nil {
			return err
		}
		b.out.Dict(a.ref, d)
	}
	return nil
}

// target adds where a link leads, and the words that say so (PDF/UA-1, 7.18.5).
func (b *book) target(d *file.Dict, in *structure, link openRun) error {
	if link.to != nil {
		first, known := b.first[link.to]
		if !known {
			return errors.New("the contents name a document that is not in the book; please report it as a fault of brief")
		}
		d.Text("Contents", link.to.Place.Title)
		d.Raw("Dest", b.dest(landing{page: first}))
		return nil
	}
	switch r := link.run.(type) {
	case *doc.Link:
		to, err := address(r.URL)
		if err != nil {
			return err
		}
		d.Text("Contents", r.URL)
		d.Dict("A", file.NewDict().Name("S", "URI").Bytes("URI", to))
	case *doc.NoteRef:
		to, known := in.landings[in.doc.Notes[r.Note]]
		if !known {
			return fmt.Errorf("footnote %s is on no page; please report it as a fault of brief", r.Mark)
		}
		d.Text("Contents", strings.Replace(in.doc.Labels.Footnote, "{n}", r.Mark, 1))
		d.Raw("Dest", b.dest(to))
	default:
		return errors.New("a link leads nowhere; please report it as a fault of brief")
	}
	return nil
}

// dest returns the destination that shows a place at the top of the window,
// as large as pages are shown already (12.3.2.2).
func (b *book) dest(to landing) string {
	sh := &b.sheets[to.page]
	d := append(file.AppendRef([]byte{'['}, sh.ref), "/XYZ null "...)
	return string(append(file.AppendNum(d, sh.page.Height-to.y), " null]"...))
}

// address returns a link's target in the characters that a URI may have. Only
// addresses that cannot run a program are written.
func address(url string) (string, error) {
	scheme, _, _ := strings.Cut(strings.ToLower(url), ":")
	switch scheme {
	case "http", "https", "mailto":
	default:
		return "", fmt.Errorf("the link %q leads to no web page or mail address: start it with https, http or mailto and a colon", url)
	}
	var b strings.Builder
	for i := range len(url) {
		if c := url[i]; c <= ' ' || c >= 0x7F {
			fmt.Fprintf(&b, "%%%02X", c)
		} else {
			b.WriteByte(c)
		}
	}
	return b.String(), nil
}
