package samples

import (
	"strings"
	"testing"

	"briefnote/schema"
)

// counts is what a note of the release holds.
type counts struct {
	severances, bullets, empty, numbered, lettered int
	italics, headings, runIns, footnotes           int
}

// released says for each document what stands in the release. Notices hold nothing.
var released = map[string]counts{
	"01-encryption.yaml":           {severances: 6, bullets: 16, headings: 11},
	"03-draft-communique-a.yaml":   {severances: 19, bullets: 5, numbered: 25, lettered: 2, headings: 11},
	"04-draft-communique-b.yaml":   {severances: 5, bullets: 5, numbered: 25, lettered: 2, headings: 11},
	"05-draft-communique-c.yaml":   {severances: 17, bullets: 5, numbered: 25, lettered: 2, headings: 11},
	"07-draft-communique-d.yaml":   {severances: 11, bullets: 5, numbered: 25, lettered: 2, headings: 11},
	"08-communique.yaml":           {numbered: 19, headings: 5},
	"09-joint-meeting.yaml":        {bullets: 5, numbered: 18, lettered: 2, headings: 5},
	"11-report-barr.yaml":          {},
	"12-report-pekoske.yaml":       {bullets: 1, runIns: 5},
	"13-report-patel.yaml":         {runIns: 2},
	"14-report-little.yaml":        {runIns: 2},
	"15-report-dutton.yaml":        {runIns: 1},
	"16-meeting-barr.yaml":         {severances: 4, bullets: 21, empty: 2, headings: 12},
	"17-meeting-patel.yaml":        {severances: 3, bullets: 17, empty: 4, headings: 18, italics: 6},
	"19-medium-term-planning.yaml": {severances: 8, headings: 4, italics: 2, footnotes: 2},
	"22-draft-communique-f.yaml":   {severances: 21, bullets: 5, numbered: 24, lettered: 2, headings: 10},
}

// TestCounts counts what the typed notes hold, document by document and in all.
func TestCounts(t *testing.T) {
	var all counts
	documents, notices := 0, 0
	for _, s := range samplesOf(t, "fcm-2019/*.yaml") {
		if _, ok := s.note.(*schema.WithheldNotice); ok {
			notices++
			continue
		}
		documents++
		got := count(s.note)
		if want, ok := released[s.name]; !ok || got != want {
			t.Errorf("%s: %+v, want %+v", s.name, got, want)
		}
		all = sum(all, got)
	}
	if documents != 16 || notices != 8 {
		t.Errorf("%d documents and %d notices, want 16 and 8", documents, notices)
	}
	if want := (counts{severances: 94, bullets: 85, empty: 6, numbered: 161, lettered: 12, italics: 8, headings: 109, runIns: 10, footnotes: 2}); all != want {
		t.Errorf("in all %+v, want %+v", all, want)
	}
}

func sum(a, b counts) counts {
	a.severances += b.severances
	a.bullets += b.bullets
	a.empty += b.empty
	a.numbered += b.numbered
	a.lettered += b.lettered
	a.italics += b.italics
	a.headings += b.headings
	a.runIns += b.runIns
	a.footnotes += b.footnotes
	return a
}

func count(n schema.Note) counts {
	var c counts
	for text := range schema.Texts(n) {
		c.inlines(text.Inlines)
	}
	c.footnotes = len(n.Env().Footnotes)
	switch n := n.(type) {
	case *schema.BriefingNote:
		c.briefing(&n.Briefing)
	case *schema.MeetingNote:
		c.briefing(&n.Briefing)
	case *schema.Communique:
		for _, s := range n.Sections {
			c.heading(s.Heading)
			for _, p := range s.Paragraphs.Items {
				if !p.Continued {
					c.numbered++
				}
				c.points(&p.Points)
			}
		}
	case *schema.MeetingReport:
		for _, topic := range n.Report {
			if !topic.Topic.IsEmpty() {
				c.runIns++
			}
			c.blocks(topic.Blocks)
		}
	case *schema.PlanningPaper:
		c.sections(n.Considerations)
	}
	return c
}

func (c *counts) briefing(b *schema.Briefing) {
	c.points(&b.StrategicObjectives)
	c.topics(b.KeyMessages)
	c.topics(b.ResponsiveLines)
	c.sections(b.Background)
}

func (c *counts) heading(t schema.Text) {
	if !t.IsEmpty() {
		c.headings++
	}
}

func (c *counts) topics(topics schema.Topics) {
	for _, t := range topics {
		c.heading(t.Topic)
		c.points(&t.Points)
		c.topics(t.Topics)
	}
}

func (c *counts) sections(sections schema.Sections) {
	for _, s := range sections {
		c.heading(s.Heading)
		c.blocks(s.Blocks)
		c.sections(s.Sections)
	}
}

func (c *counts) blocks(blocks []schema.Block) {
	for _, b := range blocks {
		if p, ok := b.(*schema.Points); ok {
			c.points(p)
		}
	}
}

func (c *counts) points(p *schema.Points) {
	for i := range p.Items {
		point := &p.Items[i]
		switch {
		case point.Continued:
		case p.Style == schema.Letters:
			c.lettered++
		case point.Text.IsEmpty():
			c.empty++
		default:
			c.bullets++
		}
		c.points(&point.Points)
	}
}

func (c *counts) inlines(inlines []schema.Inline) {
	for _, in := range inlines {
		switch in.Kind {
		case schema.Redacted:
			c.severances++
		case schema.Emphasis:
			c.italics++
		}
		c.inlines(in.Children)
	}
}

// TestPages checks that the notes and notices take the pages of the release,
// each once: 125, of which 57 are withheld.
func TestPages(t *testing.T) {
	taken := make([]string, 126)
	take := func(from, to int, name string) {
		for p := from; p <= to; p++ {
			if taken[p] != "" {
				t.Errorf("page %d is taken by %s and %s", p, taken[p], name)
			}
			taken[p] = name
		}
	}
	withheld := 0
	for _, s := range samplesOf(t, "fcm-2019/*.yaml") {
		pages := s.note.Env().Source.Pages
		if w, ok := s.note.(*schema.WithheldNotice); ok {
			withheld += w.Pages.To - w.Pages.From + 1
			if len(pages) != 2 || pages[0] != w.Pages.From || pages[1] != w.Pages.To {
				t.Errorf("%s: source pages %v, notice %d to %d", s.name, pages, w.Pages.From, w.Pages.To)
			}
		}
		if len(pages) == 2 {
			take(pages[0], pages[1], s.name)
		} else if !strings.Contains("11 12 13 14 15 16 17", s.name[:2]) {
			t.Errorf("%s: source: says no pages", s.name)
		}
	}
	take(57, 75, "the reports and meeting notes, whose split is not known")
	for p, name := range taken[1:] {
		if name == "" {
			t.Errorf("page %d is missing", p+1)
		}
	}
	if withheld != 57 {
		t.Errorf("%d pages are withheld, want 57", withheld)
	}
}
