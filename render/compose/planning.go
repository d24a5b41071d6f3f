package compose

import "briefnote/schema"

// planning adds the introduction and the considerations.
func (c *composer) planning(n *schema.PlanningPaper) {
	c.add(c.blocks(n.Introduction.Blocks)...)
	c.heading("considerations", c.words.Headings["planning_considerations"])
	c.add(c.sections(n.Considerations, 3)...)
}
