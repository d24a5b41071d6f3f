package pdf

import (
	"strconv"
	"strings"

	"briefnote/internal/pdfread"
	"briefnote/render/doc"
	"briefnote/render/style"
)

// expectation builds the tags that a document should have, from its tree alone.
type expectation struct {
	doc     *doc.Document
	bullets []string
	titled  bool
}

func node(t pdfread.Name, kids ...*pdfread.Node) *pdfread.Node {
	return &pdfread.Node{Type: t, Kids: kids}
}

// expected returns the tags of a file of one document.
func expected(d *doc.Document, sh *style.Sheet) *pdfread.Node {
	e := &expectation{doc: d, bullets: sh.List.Bullets, titled: d.Titled()}
	root := node("Document", e.blocks(d.Blocks, 0)...)
	for i, n := range d.Notes {
		note := node("Note", node("Lbl", e.words(n.Mark)...), node("P", e.runs(n.Runs, false)...))
		note.ID = "note-" + strconv.Itoa(i+1)
		root.Kids = append(root.Kids, note)
	}
	return root
}

func (e *expectation) blocks(bs []doc.Block, depth int) (out []*pdfread.Node) {
	for _, b := range bs {
		out = append(out, e.block(b, depth)...)
	}
	return out
}

func (e *expectation) block(b doc.Block, depth int) []*pdfread.Node {
	switch b := b.(type) {
	case *doc.Heading:
		return []*pdfread.Node{node(pdfread.Name("H"+strconv.Itoa(b.Level)), e.runs(b.Runs, false)...)}
	case *doc.Paragraph:
		runs := append(b.Lead[:len(b.Lead):len(b.Lead)], b.Runs...)
		if n := len(b.Lead); n > 0 && len(b.Runs) > 0 && !strings.HasSuffix(b.Lead[n-1].(*doc.Text).Value, " ") {
			runs = append(append(b.Lead[:n:n], &doc.Text{Value: " "}), b.Runs...)
		}
		return []*pdfread.Node{node("P", e.runs(runs, false)...)}
	case *doc.List:
		return e.list(b, depth)
	case *doc.Table:
		return e.table(b)
	case *doc.SignOff:
		return e.signOff(b)
	case *doc.Notice:
		return []*pdfread.Node{e.notice(b)}
	case *doc.Severed:
		div := node("Div", e.blocks(b.Blocks, depth)...)
		if b.Cite != "" {
			div.Kids = append(div.Kids, node("P", e.words(b.Cite)...))
		}
		return []*pdfread.Node{div}
	}
	panic("no expectation for this block")
}

func (e *expectation) list(b *doc.List, depth int) (out []*pdfread.Node) {
	number, after := max(b.Start, 1), false
	for _, it := range b.Items {
		if it.Unmarked {
			out, after = append(out, e.blocks(it.Blocks, depth+1)...), false
			continue
		}
		mark, kind := e.bullets[min(depth, len(e.bullets)-1)], pdfread.Name("Disc")
		switch b.Style {
		case doc.Numbers:
			mark, kind = strconv.Itoa(number)+".", "Decimal"
		case doc.Letters:
			mark, kind = string(rune('a'+number-1))+".", "LowerAlpha"
		}
		if !after {
			l := node("L")
			l.Attr = pdfread.Dict{"ListNumbering": kind}
			out, after = append(out, l), true
		}
		li := node("LI", node("Lbl", e.words(mark)...))
		if len(it.Blocks) > 0 {
			li.Kids = append(li.Kids, node("LBody", e.blocks(it.Blocks, depth+1)...))
		}
		out[len(out)-1].Kids = append(out[len(out)-1].Kids, li)
		number++
	}
	return out
}

func (e *expectation) table(b *doc.Table) []*pdfread.Node {
	if len(b.Header) == 0 {
		return nil
	}
	row := func(t pdfread.Name, cells []doc.Cell, attr pdfread.Dict) *pdfread.Node {
		tr := node("TR")
		for _, c := range cells {
			cell := node(t, e.runs(c.Runs, false)...)
			cell.Attr = attr
			tr.Kids = append(tr.Kids, cell)
		}
		return tr
	}
	header := row("TH", b.Header, pdfread.Dict{"Scope": pdfread.Name("Column")})
	if len(b.Rows) == 0 {
		return []*pdfread.Node{node("Table", header)}
	}
	body := node("TBody")
	for _, cells := range b.Rows {
		body.Kids = append(body.Kids, row("TD", cells, nil))
	}
	return []*pdfread.Node{node("Table", node("THead", header), body)}
}

func (e *expectation) signOff(b *doc.SignOff) []*pdfread.Node {
	l := node("L")
	for _, line := range b.Lines {
		li := node("LI", node("Lbl", e.words(line.Label)...))
		body := node("LBody")
		for _, entry := range line.Entries {
			body.Kids = append(body.Kids, node("P", e.runs(entry, false)...))
		}
		if len(body.Kids) > 0 {
			li.Kids = append(li.Kids, body)
		}
		l.Kids = append(l.Kids, li)
	}
	if len(l.Kids) == 0 {
		return nil
	}
	return []*pdfread.Node{l}
}

func (e *expectation) notice(b *doc.Notice) *pdfread.Node {
	sect := node("Sect", node("P", e.runs(b.Head, false)...))
	if !e.titled {
		sect.Kids[0].Type, e.titled = "H1", true
	}
	for _, s := range b.Sides {
		div := node("Div")
		if s.Lang != e.doc.Lang {
			div.Lang = string(s.Lang)
		}
		for _, p := range s.Paragraphs {
			div.Kids = append(div.Kids, node("P", e.runs(p, false)...))
		}
		sect.Kids = append(sect.Kids, div)
	}
	return sect
}

func (e *expectation) words(s string) []*pdfread.Node {
	return e.runs([]doc.Run{&doc.Text{Value: s}}, false)
}

// runs returns what stands in a paragraph; neighbours that are tagged alike are
// one.
func (e *expectation) runs(rs []doc.Run, inLink bool) (out []*pdfread.Node) {
	for _, r := range rs {
		n := e.run(r, inLink)
		visible(n)
		if n.Type == "" && n.Text == "" {
			continue
		}
		if k := len(out); k > 0 {
			last := out[k-1]
			if n.Type == "" && last.Type == "" {
				last.Text += n.Text
				continue
			}
			if n.Type == "Span" && last.Type == "Span" && n.Lang != "" && n.Lang == last.Lang {
				last.Kids[0].Text += n.Kids[0].Text
				continue
			}
		}
		out = append(out, n)
	}
	return out
}

func (e *expectation) run(r doc.Run, inLink bool) *pdfread.Node {
	switch r := r.(type) {
	case *doc.Text:
		text := &pdfread.Node{Text: r.Value}
		if r.Lang == "" {
			return text
		}
		span := node("Span", text)
		span.Lang = string(r.Lang)
		return span
	case *doc.NoteRef:
		mark := &pdfread.Node{Text: r.Mark}
		if inLink {
			return node("Reference", mark)
		}
		link := node("Link", mark)
		link.Links = []pdfread.Dict{{"Contents": strings.Replace(e.doc.Labels.Footnote, "{n}", r.Mark, 1)}}
		return node("Reference", link)
	case *doc.Link:
		link := node("Link", e.runs(r.Runs, true)...)
		link.Links = []pdfread.Dict{{"Contents": r.URL}}
		return link
	case *doc.Severance:
		span := node("Span", e.runs(r.Runs, inLink)...)
		switch {
		case r.Made:
			span.Kids, span.Alt = e.words(r.Token), e.doc.Labels.Spoken(r.Provisions)
		case r.Cite != "":
			span.Kids = e.runs(append(r.Runs[:len(r.Runs):len(r.Runs)], &doc.Text{Value: " " + r.Cite}), inLink)
		}
		return span
	}
	panic("no expectation for this run")
}
