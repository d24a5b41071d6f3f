package lint

import (
	"strings"

	"briefnote/diag"
	"briefnote/schema"
)

var markingMissing = &Rule{
	ID: "BN001", Slug: "marking-missing", Severity: diag.Error,
	Kinds: []string{"briefing-note", "meeting-note", "communique", "meeting-report", "planning-paper"},
	Doc: Doc{
		Title:  "Every note bears a security marking",
		Why:    "A reader who sees no marking cannot tell whether it was left out or never decided. Validation asks for one until a note is released; this rule asks for it also in released notes that are checked as drafts.",
		Bad:    "title: Winter readiness",
		Good:   "title: Winter readiness\nmarking: UNCLASSIFIED",
		Source: "Directive on Security Management",
	},
	Check: func(p *Pass) {
		env := p.Env()
		if env.Marking.Value == "" && len(env.Caveats) == 0 { // caveats without a level are BN002
			p.OnKey("marking", "the note has no security marking", "add a line marking: with a level such as UNCLASSIFIED or PROTECTED B")
		}
	},
}

var markingUnknown = &Rule{
	ID: "BN002", Slug: "marking-unknown", Severity: diag.Error,
	Options: []Option{{Key: "caveats", Default: knownCaveats(), Doc: "caveats in full, by which one that was cut short is known"}},
	Doc: Doc{
		Title:  "A level is a level, and a caveat is a caveat in full",
		Why:    "The level says how to protect a note, a caveat who may see it. One does not stand for the other, and half a caveat says nothing that can be acted on. A partner's caveat such as For Official Use Only may stand beside a level.",
		Bad:    "marking: UNCLASSIFIED\ncaveats: [FOR OFFICIAL USE]",
		Good:   "marking: UNCLASSIFIED\ncaveats: [For Official Use Only]",
		Source: "Directive on Security Management",
	},
	Check: checkCaveats,
}

// knownCaveats are caveats in full that any department meets: for handling, of
// Cabinet and of counsel, and those of close partners.
func knownCaveats() []string {
	return []string{
		"For Official Use Only", "Official Use Only", "For Internal Use Only", "Canadian Eyes Only", "For Canadian Eyes Only", "Five Eyes Only",
		"Confidence of the King's Privy Council", "Confidence of the King's Privy Council for Canada",
		"Confidence of the Queen's Privy Council", "Confidence of the Queen's Privy Council for Canada",
		"Cabinet Confidence", "Solicitor-Client Privilege", "Protected by Solicitor-Client Privilege",
		"Law Enforcement Sensitive", "Not for Further Distribution",
		"Réservé aux Canadiens", "Réservé à l'usage officiel", "À usage officiel seulement", "À usage interne seulement",
		"Renseignement confidentiel du Conseil privé du Roi", "Renseignement confidentiel du Conseil privé du Roi pour le Canada",
		"Document confidentiel du Cabinet", "Secret professionnel de l'avocat", "Protégé par le secret professionnel de l'avocat",
	}
}

func checkCaveats(p *Pass) {
	env := p.Env()
	seen := map[string]bool{}
	for _, ps := range p.Passages {
		if ps.Role != Caveat || strings.ContainsRune(ps.Plain, Hole) {
			continue
		}
		form := plainName(ps.Plain)
		level, end := leadingLevel(ps.Plain)
		switch own, _ := schema.ParseLevel(env.Marking.Value); {
		case seen[form]:
			p.On(ps, "this caveat stands twice", "delete one")
		case end > 0 && level == own:
			p.At(ps, 0, end, quote(ps.Plain[:end])+" is the marking, which is printed above the caveats", "delete it here")
		case end > 0:
			p.At(ps, 0, end, quote(ps.Plain[:end])+" is a security level and no caveat", "write it under marking:, and only other words here")
		default:
			p.caveat(ps, form)
		}
		seen[form] = true
	}
}

// caveat reports a caveat that was cut short, or that stands in place of a level.
func (p *Pass) caveat(ps *Passage, form string) {
	if whole := wholeCaveat(form, p.List("caveats")); whole != "" {
		if ps.Plain == strings.ToUpper(ps.Plain) {
			whole = strings.ToUpper(whole)
		}
		p.On(ps, "this caveat is cut short", "write it in full: "+whole)
		return
	}
	if p.Env().Marking.Value == "" && p.Kind != "binder" && p.Kind != "withheld-notice" {
		p.On(ps, "this caveat stands in place of a security level", "add a line marking: with a level such as UNCLASSIFIED, and keep the caveat")
	}
}

// leadingLevel returns the security level that a text consists of, or starts
// with before a dash, slash or other mark, and where it ends; 0 if there is
// none. "Protected B when completed" is a caveat of its own.
func leadingLevel(s string) (schema.Level, int) {
	end := strings.IndexAny(s, "/,;:–—|")
	if i := strings.Index(s, " - "); i >= 0 && (end < 0 || i < end) {
		end = i
	}
	if end < 0 {
		end = len(s)
	}
	end = len(strings.TrimRight(s[:end], " \u00a0"))
	if l, ok := schema.ParseLevel(s[:end]); ok {
		return l, end
	}
	return schema.Level{}, 0
}

// wholeCaveat returns the caveat in full of which a form is only the
// beginning, two words of it at least; "" if it is in full or unknown.
func wholeCaveat(form string, known []string) string {
	if !strings.Contains(form, " ") {
		return ""
	}
	whole := ""
	for _, k := range known {
		switch rest, begins := strings.CutPrefix(plainName(k), form); {
		case begins && rest == "":
			return ""
		case begins && rest[0] == ' ' && whole == "":
			whole = k
		}
	}
	return whole
}

var markingDominance = &Rule{
	ID: "BN003", Slug: "marking-dominance", Severity: diag.Error,
	Doc: Doc{
		Title:  "A note is marked at least as high as each of its parts",
		Why:    "Whoever handles a note looks at its own marking, and would handle a part that is marked higher too lightly. PROTECTED and SECRET markings cannot be compared, so neither covers the other. That a binder covers its notes is a matter of validation.",
		Bad:    "marking: UNCLASSIFIED\nbackground: |\n  ## Sources (SECRET)",
		Good:   "marking: SECRET\nbackground: |\n  ## Sources (SECRET)",
		Source: "Directive on Security Management",
	},
	Check: func(p *Pass) {
		own, ok := schema.ParseLevel(p.Env().Marking.Value)
		if !ok {
			return
		}
		for _, ps := range p.Passages {
			part, start, end := portion(ps)
			if end == 0 || part.Ladder == schema.NoLadder || part.Ladder == own.Ladder && part.Rank <= own.Rank {
				continue
			}
			p.At(ps, start, end, "this part is marked "+part.English+", and the note "+own.English,
				"mark the note "+part.English+" too, or move this part to a note of its own")
		}
	},
}

// portion finds the marking of a part, in capitals and parentheses: before any
// text, or after a heading or title. After running text it would be the
// marking of what the text speaks of.
func portion(ps *Passage) (level schema.Level, start, end int) {
	s := ps.Plain
	if strings.HasPrefix(s, "(") {
		if level, end = portionIn(s, 0); end > 0 {
			return level, 0, end
		}
	}
	if (ps.Role == Heading || ps.Role == Title) && strings.HasSuffix(s, ")") {
		if start = strings.LastIndexByte(s, '('); start >= 0 {
			level, end = portionIn(s, start)
		}
	}
	return level, start, end
}

// portionIn reads a marking in the parentheses that open at an offset.
func portionIn(s string, open int) (schema.Level, int) {
	n := strings.IndexByte(s[open:], ')')
	if n < 0 || n > 40 {
		return schema.Level{}, 0
	}
	within := s[open+1 : open+n]
	if within != strings.ToUpper(within) {
		return schema.Level{}, 0
	}
	level, end := leadingLevel(within)
	if end == 0 {
		return level, 0
	}
	return level, open + n + 1
}
