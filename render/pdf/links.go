package pdf

import (
	"fmt"
	"strings"

	"briefnote/render/doc"
	"briefnote/render/layout"
	"briefnote/render/pdf/file"
)

// area is a rectangle on a page that leads to an address.
type area struct {
	link                     *doc.Link
	left, right, top, bottom float64 // points from the left and top edges
}

// links writes the annotations of a page's links, one for each line that a
// link stands on.
func (b *book) links(pg *layout.Page) ([]file.Ref, error) {
	var refs []file.Ref
	for _, a := range areas(pg) {
		target, err := address(a.link.URL)
		if err != nil {
			return nil, err
		}
		d := file.NewDict().Name("Type", "Annot").Name("Subtype", "Link")
		d.Nums("Rect", a.left, pg.Height-a.bottom, a.right, pg.Height-a.top)
		d.Nums("Border", 0, 0, 0)
		d.Int("F", 4) // printed with the page (12.5.3), as PDF/A asks
		d.Text("Contents", a.link.URL)
		d.Dict("A", file.NewDict().Name("S", "URI").Bytes("URI", target))
		refs = append(refs, b.out.Add(d))
	}
	return refs, nil
}

// areas finds the places of links on a page. The words of a link that follow
// one another on a line share one.
func areas(pg *layout.Page) []area {
	var as []area
	base := 0.0
	for _, m := range pg.Marks {
		p, ok := m.(*layout.Piece)
		if !ok || p.Of.Link == nil {
			continue
		}
		f := p.Face.Metrics()
		a := area{
			p.Of.Link, p.X, p.X + p.Width,
			p.Y - float64(f.Ascent)*p.Size/1000, p.Y - float64(f.Descent)*p.Size/1000,
		}
		if n := len(as); n > 0 && as[n-1].link == a.link && p.Y == base {
			as[n-1].right = a.right
			continue
		}
		base = p.Y
		as = append(as, a)
	}
	return as
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
