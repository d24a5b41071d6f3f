package lint

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"briefnote/diag"
)

var requiredSection = &Rule{
	ID: "BN011", Slug: "required-section", Severity: diag.Error,
	Options: []Option{
		{Key: "briefing-note", Default: []string{}, Doc: "keys that a briefing note must have besides those that validation asks for, such as issue"},
		{Key: "meeting-note", Default: []string{"meeting.with", "meeting.date"}, Doc: "keys that a meeting note must have"},
		{Key: "communique", Default: []string{}, Doc: "keys that a communiqué must have"},
		{Key: "meeting-report", Default: []string{}, Doc: "keys that a meeting report must have"},
		{Key: "planning-paper", Default: []string{}, Doc: "keys that a planning paper must have"},
	},
	Kinds: []string{"briefing-note", "meeting-note", "communique", "meeting-report", "planning-paper"},
	Doc: Doc{
		Title:  "A note has the parts that its kind needs",
		Why:    "Nobody can prepare for a meeting without knowing whom they meet and when. Departments ask for further parts of their own; the rule's options name them.",
		Bad:    "kind: meeting-note\nmeeting:\n  place: Room 4",
		Good:   "kind: meeting-note\nmeeting:\n  with: [{name: Rosalind Tevarre}]\n  date: 2026-11-17",
		Source: "House style",
	},
	Check: func(p *Pass) {
		at := ""
		var missing []string
		for _, name := range p.List(p.Kind) {
			key, under, nested := strings.Cut(name, ".")
			node := p.Env().Node.Get(key)
			if nested && node != nil {
				at, node = key, node.Get(under)
			}
			if node.Empty() {
				missing = append(missing, name)
			}
		}
		if len(missing) > 0 {
			p.OnKey(cmp.Or(at, missing[0]), lacks(missing), "add "+joined(keysOf(missing), "and"))
		}
	},
}

// lacks says what a note lacks: of a meeting in plain words, of the rest by key.
func lacks(missing []string) string {
	plain := map[string]string{"meeting.with": "whom you meet", "meeting.date": "when you meet", "meeting.place": "where you meet"}
	var words []string
	for _, name := range missing {
		if plain[name] == "" {
			return "the note has no " + joined(missing, "and no")
		}
		words = append(words, plain[name])
	}
	return "the note does not say " + joined(words, "and")
}

// keysOf says where keys are to be written: "date: under meeting:".
func keysOf(names []string) []string {
	var out []string
	for _, name := range names {
		key, under, nested := strings.Cut(name, ".")
		if nested {
			key = under + ": under " + key
		}
		out = append(out, key+":")
	}
	return out
}

var sectionOrder = &Rule{
	ID: "BN012", Slug: "section-order", Severity: diag.Warning,
	Doc: Doc{
		Title:  "The parts of a note stand in their usual order, each once",
		Why:    "Readers know where to look. A note is printed in the usual order however it is written, so a file in another order misleads its author; and a section that bears the name of a part looks like that part out of its place.",
		Bad:    "background: |\n  ## Key messages\n  - Fares stay as they are.",
		Good:   "key_messages: |\n  - Fares stay as they are.",
		Source: "House style",
	},
	Check: func(p *Pass) {
		p.fileOrder()
		p.partNames()
		for _, part := range p.Parts {
			firstAndLast(p, part)
		}
	},
}

// fileOrder reports the first part that stands in the file before one that is
// printed before it.
func (p *Pass) fileOrder() {
	for i := 1; i < len(p.Parts); i++ {
		before, s := p.Parts[i-1], p.Parts[i]
		if s.Span.Start < before.Span.Start {
			p.Report(s.Span, s.Pointer, s.Key+" is printed after "+before.Key+", and stands before it here", "move it after "+before.Key)
			return
		}
	}
}

// partNames reports the headings that are the name of a part of the note.
// Planning papers, reports and communiqués have no such parts.
func (p *Pass) partNames() {
	if p.Kind != "briefing-note" && p.Kind != "meeting-note" {
		return
	}
	p.Sections(func(s *Section) {
		if s.Heading == nil {
			return
		}
		key := partNamed()[plainName(s.Name())]
		switch {
		case key == "":
		case s.Marked || key == s.Key:
			p.On(s.Heading, quote(s.Name())+" is the heading of a part of the note", "give this section a heading that says what it is about")
		default:
			p.On(s.Heading, quote(s.Name())+" is the heading of a part of the note", "write it under "+key+":, or give it a heading that says what it is about")
		}
	})
}

// partNamed gives the key of the part that a heading names, in either language.
var partNamed = sync.OnceValue(func() map[string]string {
	return map[string]string{
		"issue": "issue", "strategic objectives": "strategic_objectives", "key messages": "key_messages",
		"responsive": "responsive_lines", "responsive lines": "responsive_lines", "background": "background",
		"considerations": "considerations", "recommendation": "recommendation", "recommendations": "recommendation",
		"next steps": "next_steps",
		"enjeu":      "issue", "objectifs stratégiques": "strategic_objectives", "messages clés": "key_messages",
		"réponses au besoin": "responsive_lines", "contexte": "background", "considérations": "considerations",
		"recommandation": "recommendation", "recommandations": "recommendation", "prochaines étapes": "next_steps",
	}
})

// firstAndLast reports an introduction that is not the first section of a
// part, and a conclusion that is not the last one, annexes left aside.
func firstAndLast(p *Pass, part *Section) {
	for i, s := range part.Under {
		if s.Heading == nil {
			continue
		}
		switch plainName(s.Name()) {
		case "introduction":
			if i > 0 {
				p.On(s.Heading, "the introduction does not come first", "move it before the other sections")
			}
		case "conclusion", "conclusions":
			if next := i + 1; next < len(part.Under) && !isAnnex(part.Under[next]) {
				p.On(s.Heading, "the conclusion does not come last", "move it after the other sections")
			}
		}
	}
}

func isAnnex(s *Section) bool {
	word, _, _ := strings.Cut(plainName(s.Name()), " ")
	switch word {
	case "annex", "annexes", "appendix", "appendices", "attachment", "attachments", "annexe", "appendice", "":
		return true
	}
	return false
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
		for _, part := range p.Parts {
			part.Sections(func(s *Section) {
				if s.Empty() && s.Heading != nil && !s.Withheld {
					emptyHeading(p, s)
				}
			})
		}
		if s := p.Part("report"); s != nil && s.Empty() && !p.unlabelled() {
			p.Report(s.Span, s.Pointer, "nothing stands under the label of the report", "write what was said, or delete this line")
		}
	},
}

// emptyHeading reports a heading with nothing under it. In a report the text
// of a topic is sometimes written as an entry of its own, without a topic.
func emptyHeading(p *Pass, s *Section) {
	if s.Heading.Role != RunIn {
		p.On(s.Heading, "nothing stands under this heading", "write what belongs here, or delete the heading")
		return
	}
	hint := "write what was said, or delete the topic"
	siblings := s.Parent.Under
	for i := range siblings[:len(siblings)-1] {
		if siblings[i] == s && siblings[i+1].Heading == nil {
			hint = "if the text below belongs to it, make both one entry"
		}
	}
	p.On(s.Heading, "nothing stands under this topic", hint)
}

// unlabelled reports whether a report leaves out the label over its topics.
func (p *Pass) unlabelled() bool {
	node := p.Env().Node.Get("report_label")
	return node != nil && node.Text.Value == "false"
}

var headingOfTitle = &Rule{
	ID: "BN017", Slug: "duplicate-heading-of-title", Severity: diag.Info,
	Doc: Doc{
		Title:  "No heading repeats the title",
		Why:    "A heading that says what the title says tells the reader nothing new; the sections under it could stand a level higher.",
		Bad:    "title: Encryption\nkey_messages: |\n  ## Encryption\n  ### Way forward",
		Good:   "title: Encryption\nkey_messages: |\n  ## Way forward",
		Source: "House style",
	},
	Check: func(p *Pass) {
		titles := p.titles()
		p.Sections(func(s *Section) {
			if s.Heading != nil && slices.Contains(titles, plainName(s.Name())) {
				p.On(s.Heading, "this heading repeats the title", "delete it, or say what this part of the note is about")
			}
		})
	},
}

// titles are the note's titles, as [plainName] gives them.
func (p *Pass) titles() []string {
	var titles []string
	for _, ps := range p.Passages {
		if ps.Role == Title {
			titles = append(titles, plainName(ps.Plain))
		}
	}
	return titles
}
