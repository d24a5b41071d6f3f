package text

import (
	"fmt"
	"strings"

	"briefnote/render/doc"
)

// runs returns what runs say.
func (p *printer) runs(runs []doc.Run) string {
	var b strings.Builder
	for _, r := range runs {
		b.WriteString(p.run(r))
	}
	return b.String()
}

func (p *printer) run(r doc.Run) string {
	switch r := r.(type) {
	case *doc.Text:
		return r.Value
	case *doc.NoteRef:
		return p.mark(r.Mark)
	case *doc.Link:
		return p.runs(r.Runs)
	case *doc.Severance:
		if r.Made {
			return r.Token
		}
		return strings.TrimSuffix(p.runs(r.Runs)+" "+r.Cite, " ")
	}
	p.fail("run of text", r)
	return ""
}

// mark returns a footnote's mark, raised if it is made of digits.
func (p *printer) mark(s string) string {
	if p.bare {
		return s
	}
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return r
		}
		return []rune("⁰¹²³⁴⁵⁶⁷⁸⁹")[r-'0']
	}, s)
}

// fail records that a piece of the tree has no form in this format. It is a
// fault of the tool, never of the note.
func (p *printer) fail(what string, piece interface{ From() doc.Origin }) {
	if p.err != nil {
		return
	}
	var from doc.Origin
	if piece != nil {
		from = piece.From()
	}
	p.err = fmt.Errorf("%s %s: plain text has no form for this kind of %s; please report it as a fault of brief",
		from.Span.File, from.Pointer, what)
}
