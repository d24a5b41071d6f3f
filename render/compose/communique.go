package compose

import (
	"briefnote/render/doc"
	"briefnote/schema"
)

// communique adds masthead, title, and sections of numbered paragraphs.
func (c *composer) communique(n *schema.Communique) {
	if m := n.Masthead; m != nil {
		c.masthead(c.runs(m.Forum))
		c.masthead(c.runs(m.Theme))
		place := c.runs(m.Place)
		if year := c.runs(m.Year); len(place) > 0 && len(year) > 0 {
			place = append(append(place, c.label(" ", year[0].From())...), year...)
		} else {
			place = append(place, year...)
		}
		c.masthead(place)
	}
	c.title()
	c.details(nil)
	number := 1
	for _, s := range n.Sections {
		if !s.Heading.IsEmpty() {
			c.add(c.sectionHeading(s.Heading, 2))
		}
		if n.Numbering.Value != "continue" {
			number = 1
		}
		if len(s.Paragraphs.Items) == 0 {
			continue
		}
		list := c.list(&s.Paragraphs, doc.Numbers, number)
		for _, item := range list.Items {
			if !item.Unmarked {
				number++
			}
		}
		c.add(list)
	}
}

func (c *composer) masthead(runs []doc.Run) {
	if len(runs) > 0 {
		c.add(&doc.Paragraph{Origin: runs[0].From(), Role: doc.RoleMasthead, Runs: runs})
	}
}
