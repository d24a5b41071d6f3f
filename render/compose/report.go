package compose

import (
	"briefnote/render/doc"
	"briefnote/schema"
)

// report adds the summary and what was said, topic by topic.
func (c *composer) report(n *schema.MeetingReport) {
	c.add(c.blocks(n.Summary.Blocks)...)
	if written := c.env.Node.Get("report") != nil; written && (n.ReportLabel == nil || *n.ReportLabel) {
		from := c.key("report")
		c.add(&doc.Heading{Origin: from, Level: 2, Role: doc.RoleLabel, Runs: c.label(c.words.Headings["report"], from)})
	}
	for _, t := range n.Report {
		c.add(c.reportTopic(t)...)
	}
}

// reportTopic composes a topic that is run in: "VETUI: …".
func (c *composer) reportTopic(t schema.ReportTopic) []doc.Block {
	blocks := c.blocks(t.Blocks)
	if t.Topic.IsEmpty() {
		return blocks
	}
	from := origin(t.Topic.Pointer(), t.Topic.Span())
	lead := append(c.runs(t.Topic), c.label(c.runInColon(), from)...)
	if len(blocks) > 0 {
		if p, ok := blocks[0].(*doc.Paragraph); ok {
			p.Role, p.Lead = doc.RoleRunIn, append(lead, c.label(" ", from)...)
			return blocks
		}
	}
	return append([]doc.Block{&doc.Paragraph{Origin: from, Role: doc.RoleRunIn, Lead: lead}}, blocks...)
}

// runInColon is what follows a run-in topic: French sets a no-break space before its colon.
func (c *composer) runInColon() string {
	if c.lang == doc.French {
		return "\u00a0:"
	}
	return ":"
}
