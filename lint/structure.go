package lint

import "briefnote/diag"

// structureRules are about the note's parts and particulars (BN).
func structureRules() []*Rule {
	return []*Rule{emptySection, emptyBullet}
}

var emptySection = &Rule{
	ID: "BN013", Slug: "empty-section", Severity: diag.Error, Released: ReleasedWarning,
	Doc: Doc{
		Title:  "Every heading has something under it",
		Why:    "A heading with nothing under it tells the reader that text is missing, and in a release it looks like a severance that nobody marked.",
		Bad:    "## Existing solution\n\n## Public debate\nCritics point to the cost.",
		Good:   "## Public debate\nCritics point to the cost.",
		Source: "Public Safety, briefing book of 2019",
	},
	Check: func(p *Pass) {
		p.Sections(func(s *Section) {
			if s.Empty() && s.Heading != nil {
				p.On(s.Heading, "nothing stands under this heading", "write what belongs here, or delete the heading")
			}
		})
	},
}

var emptyBullet = &Rule{
	ID: "BN014", Slug: "empty-bullet", Severity: diag.Error, Released: ReleasedWarning,
	Doc: Doc{
		Title:  "Every point says something",
		Why:    "An empty point prints as a lone bullet, and in a release it looks like a severance that nobody marked.",
		Bad:    "- Ask for support.\n-",
		Good:   "- Ask for support.",
		Source: "Public Safety, briefing book of 2019",
	},
	Check: func(p *Pass) {
		p.Lists(func(l *List) {
			for _, it := range l.Items {
				if it.Text == nil && it.Under == nil {
					p.Report(it.Span, it.Pointer, "this point is empty", "write it, or delete the line")
				}
			}
		})
	},
}
