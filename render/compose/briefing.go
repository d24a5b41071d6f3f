package compose

import (
	"strings"

	"briefnote/render/doc"
	"briefnote/schema"
)

// typeLine adds "BRIEFING NOTE FOR THE MINISTER".
func (c *composer) typeLine() {
	to := c.env.Addressee
	if to.IsEmpty() {
		return
	}
	from := origin(to.Pointer(), to.Span())
	before, after, _ := strings.Cut(c.words.TypeLine, "{office}")
	var runs []doc.Run
	if office, known := c.words.Offices[to.String()]; known {
		runs = c.label(before+office+after, from)
	} else {
		b, a, _ := strings.Cut(c.words.OtherOffice, "{office}")
		runs = c.label(before+b, from)
		runs = append(runs, c.runs(to)...)
		if a += after; a != "" {
			runs = append(runs, c.label(a, from)...)
		}
	}
	c.add(&doc.Paragraph{Origin: from, Role: doc.RoleTypeLine, Runs: runs})
}

// title adds the document's title.
func (c *composer) title() {
	t := c.env.Title.In(c.lang == doc.French)
	if t.IsEmpty() {
		return
	}
	runs := c.runs(t)
	c.out.Title = doc.Plain(runs)
	c.add(&doc.Heading{Origin: origin(t.Pointer(), t.Span()), Level: 1, Role: doc.RoleTitle, Runs: runs})
}

// briefing adds the body of a briefing or meeting note.
func (c *composer) briefing(b *schema.Briefing) {
	c.keyed("issue", c.blocks(b.Issue.Blocks))
	c.keyed("strategic_objectives", c.points(&b.StrategicObjectives))
	c.keyed("key_messages", c.topics(b.KeyMessages, 3))
	c.keyed("responsive_lines", c.topics(b.ResponsiveLines, 3))
	c.keyed("background", c.sections(b.Background, 3))
	c.keyed("considerations", c.blocks(b.Considerations.Blocks))
	c.keyed("recommendation", c.blocks(b.Recommendation.Blocks))
	c.keyed("next_steps", c.blocks(b.NextSteps.Blocks))
}

// keyed adds a part of the note under its heading. A part that was left empty
// is not there; one whose key is not in the note at all neither.
func (c *composer) keyed(key string, blocks []doc.Block) {
	if len(blocks) == 0 {
		return
	}
	c.heading(key, c.words.Headings[key])
	c.add(blocks...)
}

func (c *composer) points(p *schema.Points) []doc.Block {
	if len(p.Items) == 0 {
		return nil
	}
	return []doc.Block{c.list(p, doc.ListStyle(p.Style), 1)}
}
