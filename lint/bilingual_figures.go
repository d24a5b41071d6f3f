package lint

import (
	"strings"
	"unicode"

	"briefnote/internal/rows"
	"briefnote/schema"
)

// pairFigures are the figures and dates of a note, section by section. What they
// mean is worked out only for notes that have a pair.
type pairFigures struct {
	sections  []pairSection
	figures   []pairFigure
	date, due said
	titled    bool // in both languages: the note's own titles have been compared
}

// pairSection is a section that figures stand in.
type pairSection struct {
	part    string
	pointer string
	level   int
	shape   []byte // the roles of its passages
	spelled uint64 // the small numbers and months that stand in words, and holes
}

// pairFigure is a figure as it stands, and where: in the file, and in which
// passage of which section.
type pairFigure struct {
	raw              string
	start, end       int
	section, passage int
}

// figureGatherer collects the figures of a note.
type figureGatherer struct {
	pairFigures
	last *Section // that of the last passage
}

// gatherFigures returns the figures of a note. Its footnotes count as one
// section, since one note may have them where they are referred to and the
// other at the end.
func gatherFigures(p *Pass) pairFigures {
	g := &figureGatherer{}
	for _, ps := range p.Passages {
		if ps.Role != Footnote && saysTheSame(p, ps) {
			g.add(ps, ps.Part, ps.Section)
		}
	}
	for _, ps := range p.Passages {
		if ps.Role == Footnote {
			g.add(ps, "footnotes", nil)
		}
	}
	return g.done(p.Env())
}

// saysTheSame reports whether a passage is to say the same in both notes: not so
// the title in the other language, names, offices and numbers of files.
func saysTheSame(p *Pass, ps *Passage) bool {
	switch ps.Role {
	case SignOff, Caveat:
		return false
	case Detail:
		return ps.Part == "event"
	}
	return ps.Lang == p.Lang
}

func (g *figureGatherer) done(env *schema.Envelope) pairFigures {
	g.titled = !env.Title.En.IsEmpty() && !env.Title.Fr.IsEmpty()
	g.date = said{env.Date.Value, env.Date.Span.Start, env.Date.Span.End, env.Date.Pointer}
	g.due = said{env.Due.Value, env.Due.Span.Start, env.Due.Span.End, env.Due.Pointer}
	return g.pairFigures
}

// add collects the figures of a passage of a section.
func (g *figureGatherer) add(ps *Passage, part string, section *Section) {
	s := g.section(ps, part, section)
	words := ps.Words()
	for i := 0; i < len(words); i++ {
		last, ok := figureAt(ps, i)
		if !ok {
			s.spelled |= spelledBit(ps, words[i])
			continue
		}
		start, end := words[i].Start, words[last].End
		at := ps.Place(start, end)
		g.figures = append(g.figures, pairFigure{ps.Plain[start:end], at.Start, at.End, len(g.sections) - 1, len(s.shape)})
		i = last
	}
	if strings.ContainsRune(ps.Plain, Hole) {
		s.spelled |= holeBit
	}
	s.shape = append(s.shape, 'a'+byte(ps.Role))
}

// section returns the section that a passage belongs to, which is the last one or
// a new one. Outside the body each scalar is one.
func (g *figureGatherer) section(ps *Passage, part string, section *Section) *pairSection {
	next := pairSection{part: part, pointer: ps.Text.Pointer()}
	switch {
	case section != nil:
		next.pointer, next.level = section.Pointer, section.Level
	case ps.Role == Footnote:
		next.pointer = "/" + part
	}
	n := len(g.sections)
	if n == 0 || g.last != section || g.sections[n-1].pointer != next.pointer || g.sections[n-1].part != part {
		g.sections, g.last = append(g.sections, next), section
	}
	return &g.sections[len(g.sections)-1]
}

func (n *pairFigures) pack() packed {
	var p packed
	p.Number(len(n.sections))
	for _, s := range n.sections {
		p.Words(s.part)
		p.Words(s.pointer)
		p.Number(s.level)
		p.Words(string(s.shape))
		p.Number(int(s.spelled))
	}
	p.Number(len(n.figures))
	last := 0 // figures stand close to each other, and small numbers are short
	for _, f := range n.figures {
		p.Words(f.raw)
		p.Number(f.start - last)
		p.Number(f.end - f.start)
		p.Number(f.section)
		p.Number(f.passage)
		last = f.end
	}
	p.said(n.date)
	p.said(n.due)
	if n.titled {
		p.Number(1)
	}
	return p
}

func unpackFigures(text string) pairFigures {
	u := unpacked{rows.Reader(text)}
	var n pairFigures
	n.sections = make([]pairSection, u.Number())
	for i := range n.sections {
		n.sections[i] = pairSection{u.Words(), u.Words(), u.Number(), []byte(u.Words()), uint64(u.Number())}
	}
	n.figures = make([]pairFigure, u.Number())
	last := 0
	for i := range n.figures {
		f := &n.figures[i]
		f.raw, f.start = u.Words(), last+u.Number()
		f.end = f.start + u.Number()
		f.section, f.passage = u.Number(), u.Number()
		last = f.end
	}
	n.date, n.due = u.said(), u.said()
	n.titled = u.Reader != ""
	return n
}

// figureAt reports whether a figure starts at word i, and with which word it
// ends: the multiple after a number and a.m. or p.m. belong to it. The name of a
// month beside a number is a figure by itself.
func figureAt(ps *Passage, i int) (last int, ok bool) {
	words := ps.Words()
	if !hasDigit(words[i].Text) {
		beside := i > 0 && hasDigit(words[i-1].Text) || i+1 < len(words) && hasDigit(words[i+1].Text)
		return i, beside && monthOf(ps.Lang, words[i].Text, words[i].Fold) > 0
	}
	last = i
	if words[i].Text == "00" {
		return i, false // 14 h 00 is 2 p.m.
	}
	for last+1 < len(words) && joinsFigure(ps, words[i], words[last], words[last+1]) {
		last++
	}
	return last, true
}

func hasDigit(w string) bool {
	for i := range len(w) {
		if isDigit(w[i]) {
			return true
		}
	}
	return false
}

// joinsFigure reports whether a word belongs to the figure that starts with one
// and goes on to another.
func joinsFigure(ps *Passage, from, last, next Word) bool {
	between := ps.Plain[last.End:next.Start]
	if between == ":" {
		return digitsAt(next.Text) == 2 // 9:30
	}
	if strings.TrimFunc(between, unicode.IsSpace) != "" {
		return false
	}
	switch {
	case hasDigit(next.Text): // 1 204 in French, whatever the space
		thousands := digitsAt(next.Text) >= 3 && (len(next.Text) == 3 || !isDigit(next.Text[3]))
		return ps.Lang == "fr" && thousands && digitsAt(from.Text) <= 3 && digitsAt(last.Text) == len(last.Text) && between == " "
	case shiftOf(ps.Lang, next.Fold) > 0:
		return true
	case next.Fold == "m" || next.Fold == "g" || next.Fold == "k": // 4,2 M$
		return ps.After(next.End) == '$'
	}
	return isHalfOfDay(next.Fold)
}

func isHalfOfDay(fold string) bool {
	return len(fold) <= len("p.m.") && halfOfDay(fold) != "" && digitsAt(fold) == 0
}

// shiftOf returns how many zeros a multiple adds.
func shiftOf(lang, fold string) int {
	switch fold {
	case "thousand", "mille":
		return 3
	case "million", "millions":
		return 6
	case "milliard", "milliards":
		return 9
	case "billion", "billions":
		if lang == "fr" {
			return 12
		}
		return 9
	case "trillion", "trillions":
		return 12
	}
	return 0
}
