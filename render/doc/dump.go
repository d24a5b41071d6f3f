package doc

import (
	"fmt"
	"io"
	"strings"
)

// Dump writes a tree as text, a line a block and item, for tests and for
// people who want to see what was composed. Runs stand on their block's line:
// *italic*, **bold**, [label](address), a severance made as itself, one to
// make as [text]{provisions}, a footnote's reference as ^mark.
func Dump(w io.Writer, d *Document) error {
	p := &dumper{}
	p.line("document %s %s %q", d.Kind, d.Lang, d.Title)
	p.depth++
	p.list("marking", d.Marking)
	p.list("caveat", d.Caveats)
	if d.Draft != "" {
		p.line("draft %s", d.Draft)
	}
	if at := d.Place; at != nil {
		p.line("place %d of %d %q %q %s", at.Tab, at.Tabs, at.Words, at.Title, at.Stamps)
	}
	if d.Meta != (Meta{}) {
		p.line("meta %q %q %q", d.Meta.Author, d.Meta.Subject, d.Meta.Date)
	}
	p.blocks(d.Blocks)
	for _, n := range d.Notes {
		p.line("note %s %s: %s", n.ID, n.Mark, p.runs(n.Runs))
	}
	if p.err != nil {
		return p.err
	}
	_, err := io.WriteString(w, p.out.String())
	return err
}

type dumper struct {
	out   strings.Builder
	depth int
	err   error
}

func (p *dumper) line(form string, args ...any) {
	line := strings.TrimRight(fmt.Sprintf(form, args...), " ")
	p.out.WriteString(strings.Repeat("  ", p.depth) + line + "\n")
}

func (p *dumper) list(name string, words []string) {
	for _, s := range words {
		p.line("%s %q", name, s)
	}
}

func (p *dumper) blocks(blocks []Block) {
	for _, b := range blocks {
		p.block(b)
	}
}

func (p *dumper) block(b Block) {
	switch b := b.(type) {
	case *Heading:
		p.line("h%d %s: %s", b.Level, b.Role, p.runs(b.Runs))
	case *Paragraph:
		lead := ""
		if len(b.Lead) > 0 {
			lead = "‹" + p.runs(b.Lead) + "›"
		}
		p.line("p %s: %s%s", b.Role, lead, p.runs(b.Runs))
	case *List:
		p.line("list %s from %d", b.Style, b.Start)
		p.items(b.Items)
	case *Table:
		p.table(b)
	case *SignOff:
		p.line("sign-off")
		for _, l := range b.Lines {
			for i, e := range l.Entries {
				p.line("  %s%s", [...]string{l.Label + " ", "… "}[min(i, 1)], p.runs(e))
			}
		}
	case *Notice:
		p.line("notice: %s", p.runs(b.Head))
		for _, s := range b.Sides {
			for _, para := range s.Paragraphs {
				p.line("  %s: %s", s.Lang, p.runs(para))
			}
		}
	case *Severed:
		p.line("severed %s {%s}", b.Cite, strings.Join(b.Provisions, ", "))
		p.depth++
		p.blocks(b.Blocks)
		p.depth--
	case *Contents:
		p.line("contents %s", b.Role)
		for _, e := range b.Entries {
			p.line("  %s %s … %s", e.Label, p.runs(e.Runs), e.Page)
		}
	default:
		p.err = fmt.Errorf("dump: no form for a block of type %T", b)
	}
}

func (p *dumper) items(items []Item) {
	p.depth++
	for _, item := range items {
		mark := "item"
		if item.Unmarked {
			mark = "unmarked"
		}
		p.line("%s", mark)
		p.depth++
		p.blocks(item.Blocks)
		p.depth--
	}
	p.depth--
}

func (p *dumper) table(t *Table) {
	p.line("table %q", t.Align)
	for _, row := range append([][]Cell{t.Header}, t.Rows...) {
		var cells []string
		for _, c := range row {
			cells = append(cells, p.runs(c.Runs))
		}
		p.line("  | %s |", strings.Join(cells, " | "))
	}
}

func (p *dumper) runs(runs []Run) string {
	var b strings.Builder
	for _, r := range runs {
		switch r := r.(type) {
		case *Text:
			b.WriteString(dumpText(r))
		case *NoteRef:
			b.WriteString("^" + r.Mark)
		case *Link:
			b.WriteString("[" + p.runs(r.Runs) + "](" + r.URL + ")")
		case *Severance:
			if r.Made {
				b.WriteString(r.Token)
			} else {
				b.WriteString("[" + p.runs(r.Runs) + "]{" + strings.Join(r.Provisions, ", ") + "; " + r.Cite + "}")
			}
		default:
			p.err = fmt.Errorf("dump: no form for a run of type %T", r)
		}
	}
	return b.String()
}

func dumpText(t *Text) string {
	s := t.Value
	if t.Italic {
		s = "*" + s + "*"
	}
	if t.Bold {
		s = "**" + s + "**"
	}
	if t.Lang != "" {
		s = "‹" + string(t.Lang) + ":" + s + "›"
	}
	return s
}
