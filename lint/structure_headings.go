package lint

import (
	"slices"
	"strings"

	"briefnote/diag"
)

var headingDrift = &Rule{
	ID: "BN016", Slug: "heading-drift", Severity: diag.Warning,
	Doc: Doc{
		Title:  "A section is called the same in all notes",
		Why:    "A reader of a book finds a subject by its heading, and takes two wordings for two subjects. Capitals, what stands in parentheses and a colon at the end are not looked at.",
		Bad:    "## Existing solution   # in one note\n## Existing solutions   # in another",
		Good:   "## Existing solutions   # in both",
		Source: "House style",
	},
	Gather: func(p *Pass) {
		p.Sections(func(s *Section) {
			if s.Heading == nil || strings.ContainsRune(s.Heading.Plain, Hole) {
				return
			}
			stems := nameStems(plainName(s.Heading.Plain), s.Heading.Lang)
			p.Gather(Fact{
				Key: s.Heading.Lang + " " + strings.Join(stems, " "), Text: s.Heading.Plain,
				Span: s.Span, Pointer: s.Pointer,
			})
		})
	},
	Compare: func(p *SetPass) {
		p.ByKey(func(_ string, facts []Fact) {
			if len(facts) < 2 {
				return
			}
			usual := commonest(facts, plainName)
			for _, f := range facts {
				if plainName(f.Text) != plainName(usual.Text) {
					p.Report(f, "this section is called "+quote(usual.Text)+" "+elsewhere(f, usual), "call it the same in all notes")
				}
			}
		})
	},
}

var sectionsMirrored = &Rule{
	ID: "BN020", Slug: "sections-mirrored", Severity: diag.Warning, Kinds: briefings,
	Doc: Doc{
		Title:  "The background has a section for each topic of the key messages",
		Why:    "Whoever says a key message is asked about it, and looks for more under the same name. Topics to be withheld are left aside, and so is a background without headings.",
		Bad:    "key_messages: |\n  ## Cost\n  - Fares stay as they are.\nbackground: |\n  ## Service\n  The ferry makes eight sailings a day.",
		Good:   "key_messages: |\n  ## Cost\n  - Fares stay as they are.\nbackground: |\n  ## Cost\n  The budget covers the repair.",
		Source: "House style",
	},
	Check: func(p *Pass) {
		messages, background := p.Part("key_messages"), p.Part("background")
		if messages == nil || background == nil {
			return
		}
		var sections [][]string
		unknown := false
		background.Sections(func(s *Section) {
			if s.Heading != nil {
				sections = append(sections, topicStems(s.Name(), s.Heading.Lang))
				unknown = unknown || strings.ContainsRune(s.Name(), Hole)
			}
		})
		if len(sections) > 0 && !unknown {
			m := mirror{p, sections, p.titles()}
			for _, s := range messages.Under {
				m.topic(s)
			}
		}
	},
}

// mirror compares topics with the sections of the background.
type mirror struct {
	*Pass
	sections [][]string // what each section is about
	titles   []string
}

// topic reports a topic that no section answers to, or those under it. A
// section that answers to a topic answers to those under it too, unless the
// topic is that of the whole note.
func (m *mirror) topic(s *Section) {
	if s.Withheld || s.Heading != nil && strings.ContainsRune(s.Name(), Hole) {
		return
	}
	if s.Heading != nil {
		stems := topicStems(s.Name(), s.Heading.Lang)
		answered := len(stems) == 0 || slices.ContainsFunc(m.sections, func(section []string) bool { return alike(stems, section) })
		if answered && !slices.Contains(m.titles, plainName(s.Name())) {
			return
		}
		if !answered && len(s.Pieces) > 0 {
			m.On(s.Heading, "the background has no section on this topic", "write one, or give both the same heading")
		}
	}
	for _, under := range s.Under {
		m.topic(under)
	}
}

// alike reports whether two names have more than half of the words of the
// shorter one in common.
func alike(a, b []string) bool {
	shared := 0
	for _, w := range a {
		if slices.Contains(b, w) {
			shared++
		}
	}
	return 2*shared > min(len(a), len(b))
}
