package lint

import (
	"briefnote/diag"
	"briefnote/schema"
)

// body walks what a note's kind holds.
func (w *walker) body(n schema.Note) {
	switch n := n.(type) {
	case *schema.BriefingNote:
		w.briefing(n.Env(), &n.Briefing)
	case *schema.MeetingNote:
		w.meeting(n.Meeting)
		w.briefing(n.Env(), &n.Briefing)
	case *schema.Communique:
		w.communique(n)
	case *schema.MeetingReport:
		w.report(n)
	case *schema.PlanningPaper:
		w.key(n.Env(), "introduction", func() { w.blocks(n.Introduction.Blocks) })
		w.key(n.Env(), "considerations", func() { w.sections(n.Considerations, 1) })
	case *schema.Binder:
		w.part = "tabs"
		for _, t := range n.Tabs {
			w.add(TabText, t.Label)
			w.add(TabText, t.Title)
		}
	}
}

// key walks what stands under a top-level key, if the note has it.
func (w *walker) key(env *schema.Envelope, key string, f func()) {
	if env.Node == nil {
		return
	}
	for _, pair := range env.Node.Pairs {
		if pair.Key.Value != key {
			continue
		}
		s := &Section{Key: key, Pointer: pair.Key.Pointer, Span: pair.Key.Span}
		w.part, w.section = key, s
		w.parts = append(w.parts, s)
		f()
		w.section = nil
		return
	}
}

func (w *walker) meeting(m *schema.Meeting) {
	if m == nil {
		return
	}
	w.part = "meeting"
	for _, p := range m.With {
		for _, t := range []schema.Text{p.Name, p.Title, p.Country} {
			w.add(Detail, t)
		}
	}
	w.add(Detail, m.Place)
}

func (w *walker) briefing(env *schema.Envelope, b *schema.Briefing) {
	w.key(env, "issue", func() { w.blocks(b.Issue.Blocks) })
	w.key(env, "strategic_objectives", func() { w.points(&b.StrategicObjectives, nil) })
	w.key(env, "key_messages", func() { w.topics(b.KeyMessages, 1) })
	w.key(env, "responsive_lines", func() { w.topics(b.ResponsiveLines, 1) })
	w.key(env, "background", func() { w.sections(b.Background, 1) })
	w.key(env, "considerations", func() { w.blocks(b.Considerations.Blocks) })
	w.key(env, "recommendation", func() { w.blocks(b.Recommendation.Blocks) })
	w.key(env, "next_steps", func() { w.blocks(b.NextSteps.Blocks) })
}

func (w *walker) communique(n *schema.Communique) {
	if m := n.Masthead; m != nil {
		w.part = "masthead"
		for _, t := range []schema.Text{m.Forum, m.Theme, m.Place, m.Year} {
			w.add(Masthead, t)
		}
	}
	w.key(n.Env(), "sections", func() {
		for _, s := range n.Sections {
			done := w.under(Heading, s.Heading, 1, false, false, s.Pointer, s.Span)
			p := s.Paragraphs
			p.Style = schema.Numbers
			w.points(&p, nil)
			done()
		}
	})
}

func (w *walker) report(n *schema.MeetingReport) {
	w.key(n.Env(), "summary", func() { w.blocks(n.Summary.Blocks) })
	w.key(n.Env(), "report", func() {
		for _, t := range n.Report {
			done := w.under(RunIn, t.Topic, 1, false, false, t.Pointer, t.Span)
			w.blocks(t.Blocks)
			done()
		}
	})
}

// under starts a section within the one at hand; the function that it returns
// ends it.
func (w *walker) under(role Role, heading schema.Text, level int, withheld, marked bool, pointer string, span diag.Span) func() {
	outer := w.section
	s := &Section{
		Key: outer.Key, Level: level, Parent: outer, Marked: marked,
		Withheld: withheld || outer.Withheld, Pointer: pointer, Span: span,
	}
	outer.Under = append(outer.Under, s)
	w.section = s
	if s.Heading = w.add(role, heading); s.Heading != nil {
		s.Pointer, s.Span = heading.Pointer(), heading.Span()
	}
	return func() { w.section = outer }
}

func (w *walker) topics(topics schema.Topics, level int) {
	for _, t := range topics {
		done := w.under(Heading, t.Topic, level, len(t.Withhold) > 0, false, t.Pointer, t.Span)
		w.points(&t.Points, nil)
		w.topics(t.Topics, level+1)
		done()
	}
}

func (w *walker) sections(sections schema.Sections, level int) {
	for _, s := range sections {
		done := w.under(Heading, s.Heading, level, len(s.Withhold) > 0, s.Responsive, s.Pointer, s.Span)
		w.blocks(s.Blocks)
		w.sections(s.Sections, level+1)
		done()
	}
}

// blocks walks running text.
func (w *walker) blocks(blocks []schema.Block) {
	for _, b := range blocks {
		switch b := b.(type) {
		case *schema.Paragraph:
			if p := w.add(Paragraph, b.Text); p != nil {
				w.section.Pieces = append(w.section.Pieces, p)
			}
		case *schema.Points:
			w.points(b, nil)
		case *schema.Table:
			w.table(b)
		}
	}
}

// points walks a list; over is the point that it stands under.
func (w *walker) points(p *schema.Points, over *Item) {
	if len(p.Items) == 0 {
		return
	}
	l := &List{Style: p.Style, Section: w.section, Level: 1, Over: over}
	if over != nil {
		l.Level = over.List.Level + 1
		over.Under = l
	} else {
		w.section.Pieces = append(w.section.Pieces, l)
	}
	for i := range p.Items {
		point := &p.Items[i]
		it := &Item{List: l, Continued: point.Continued, Withheld: len(point.Withhold) > 0, Pointer: point.Pointer, Span: point.Span}
		l.Items = append(l.Items, it)
		if it.Text = w.add(Point, point.Text); it.Text != nil {
			it.Text.Item, it.Text.Level = it, l.Level
		}
		w.points(&point.Points, it)
	}
}

func (w *walker) table(t *schema.Table) {
	out := &Table{Section: w.section}
	row := func(role Role, cells []schema.Text) []*Passage {
		ps := make([]*Passage, len(cells))
		for i, c := range cells {
			ps[i] = w.add(role, c)
		}
		return ps
	}
	out.Header = row(HeadCell, t.Header)
	for _, r := range t.Rows {
		out.Rows = append(out.Rows, row(Cell, r))
	}
	w.section.Pieces = append(w.section.Pieces, out)
}
