package lint

import (
	"slices"
	"strconv"
	"strings"

	"briefnote/internal/rows"
	"briefnote/schema"
)

// pairOutline is what a note is made of, for the comparison with its pair.
type pairOutline struct {
	kind     string
	at       said // the kind in the file
	sections []outlineSection
	loose    []pairSeverance // outside the body: in the title, in footnotes
}

// outlineSection is what stands directly under a heading, or under a key of the note.
type outlineSection struct {
	part       string
	pointer    string
	start, end int
	level      int
	headed     bool
	withheld   bool // as a whole, and not for a section around it
	points     int
	notes      int    // references to footnotes, and footnotes in place
	lists      string // the marks and lengths of its lists
	tables     string // the rows and columns of its tables
	severed    []pairSeverance
}

// pairSeverance is text that is severed, or to be severed: the provisions, in
// order, or what kind of severance it is.
type pairSeverance struct {
	provisions string
	start, end int
}

const (
	severedAlready = "[REDACTED]"
	severedWhole   = "withhold"
)

// outlineOf returns a note's outline.
func outlineOf(p *Pass) pairOutline {
	kind := p.Env().Kind
	out := pairOutline{kind: kind.Value, at: said{kind.Value, kind.Span.Start, kind.Span.End, kind.Pointer}}
	index := map[*Section]int{}
	p.Sections(func(s *Section) {
		index[s] = len(out.sections)
		out.sections = append(out.sections, sectionOutline(s))
	})
	for _, ps := range p.Passages {
		severed := severancesOf(ps)
		i, ok := index[ps.Section]
		if !ok || ps.Role == Footnote {
			if ps.Role == Footnote || ps.Lang == p.Lang {
				out.loose = append(out.loose, severed...)
			}
			continue
		}
		s := &out.sections[i]
		s.severed = append(s.severed, severed...)
		for _, span := range ps.Spans {
			if span.Kind == schema.NoteRef || span.Kind == schema.InlineNote {
				s.notes++
			}
		}
	}
	return out
}

func sectionOutline(s *Section) outlineSection {
	out := outlineSection{
		part: s.Key, pointer: s.Pointer, start: s.Span.Start, end: s.Span.End,
		level: s.Level, headed: s.Heading != nil,
		withheld: s.Withheld && (s.Parent == nil || !s.Parent.Withheld),
	}
	var lists, tables strings.Builder
	s.Lists(func(l *List) {
		count := 0
		for _, it := range l.Items {
			if !it.Continued {
				count++
			}
			if it.Withheld {
				out.severed = append(out.severed, pairSeverance{severedWhole, it.Span.Start, it.Span.End})
			}
		}
		out.points += count
		lists.WriteString(string(l.Style))
		lists.WriteString(strconv.Itoa(count))
	})
	for _, piece := range s.Pieces {
		if t, ok := piece.(*Table); ok {
			tables.WriteString(strconv.Itoa(len(t.Rows)) + "×" + strconv.Itoa(len(t.Header)) + " ")
		}
	}
	out.lists, out.tables = lists.String(), tables.String()
	return out
}

// severancesOf returns the severances in a passage.
func severancesOf(ps *Passage) []pairSeverance {
	var out []pairSeverance
	for _, span := range ps.Spans {
		var provisions string
		switch span.Kind {
		case schema.Redacted:
			provisions = severedAlready
		case schema.Severance:
			list := slices.Clone(span.Inline.Provisions)
			slices.Sort(list)
			provisions = strings.Join(list, ", ")
		default:
			continue
		}
		at := ps.Text.Place(span.Inline.Start, span.Inline.End)
		out = append(out, pairSeverance{provisions, at.Start, at.End})
	}
	return out
}

// under returns the indexes of the sections directly under the one with an
// index, those with a heading and those without.
func (o *pairOutline) under(i int) (headed, bare []int) {
	level := o.sections[i].level
	for j := i + 1; j < len(o.sections) && o.sections[j].level > level && o.sections[j].part == o.sections[i].part; j++ {
		switch s := o.sections[j]; {
		case s.level != level+1:
		case s.headed:
			headed = append(headed, j)
		default:
			bare = append(bare, j)
		}
	}
	return headed, bare
}

// part returns the index of the section that stands for a key of the note, or -1.
func (o *pairOutline) part(key string) int {
	return slices.IndexFunc(o.sections, func(s outlineSection) bool { return s.part == key && s.level == 0 })
}

func (o *pairOutline) pack() packed {
	var p packed
	p.Words(o.kind)
	p.said(o.at)
	p.Number(len(o.sections))
	for _, s := range o.sections {
		p.Words(s.part)
		p.Words(s.pointer)
		for _, n := range [...]int{s.start, s.end, s.level, s.flags(), s.points, s.notes} {
			p.Number(n)
		}
		p.Words(s.lists)
		p.Words(s.tables)
		p.severances(s.severed)
	}
	p.severances(o.loose)
	return p
}

// flags are the yes and no of a section in one number.
func (s *outlineSection) flags() int {
	n := 0
	if s.headed {
		n |= 1
	}
	if s.withheld {
		n |= 2
	}
	return n
}

func (p *packed) severances(list []pairSeverance) {
	p.Number(len(list))
	for _, s := range list {
		p.Words(s.provisions)
		p.Number(s.start)
		p.Number(s.end)
	}
}

func unpackOutline(text string) pairOutline {
	u := unpacked{rows.Reader(text)}
	o := pairOutline{kind: u.Words(), at: u.said()}
	o.sections = make([]outlineSection, u.Number())
	for i := range o.sections {
		s := &o.sections[i]
		s.part, s.pointer = u.Words(), u.Words()
		s.start, s.end, s.level = u.Number(), u.Number(), u.Number()
		flags := u.Number()
		s.headed, s.withheld = flags&1 != 0, flags&2 != 0
		s.points, s.notes = u.Number(), u.Number()
		s.lists, s.tables = u.Words(), u.Words()
		s.severed = u.severances()
	}
	o.loose = u.severances()
	return o
}

func (u *unpacked) severances() []pairSeverance {
	list := make([]pairSeverance, u.Number())
	for i := range list {
		list[i] = pairSeverance{u.Words(), u.Number(), u.Number()}
	}
	return list
}
