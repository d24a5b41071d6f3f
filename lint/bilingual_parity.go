package lint

import (
	"slices"

	"briefnote/diag"
)

var parity = &Rule{
	ID: "BI510", Slug: "parity", Severity: diag.Error, From: Approved,
	Doc: Doc{
		Title:  "Both languages have the same parts, points, footnotes and severances",
		Why:    "The two notes are one document. What only one of them says was lost or added in translation, and text that is withheld in one language alone is not withheld.",
		Bad:    "- Two regions have the service.\n- [The third declined.]{s=\"14\"}   # x.en.yaml\n\n- Deux régions ont le service.\n- La troisième a refusé.            # x.fr.yaml",
		Good:   "- Two regions have the service.\n- [The third declined.]{s=\"14\"}   # x.en.yaml\n\n- Deux régions ont le service.\n- [La troisième a refusé.]{s=\"14\"} # x.fr.yaml",
		Source: "House style",
	},
	Gather: func(p *Pass) {
		outline := outlineOf(p)
		gatherPair(p, outline.pack())
	},
	Compare: func(p *SetPass) {
		pairs(p.Facts, func(en, fr Fact) {
			c := &parityCheck{SetPass: p, facts: [2]Fact{en, fr}, notes: [2]pairOutline{unpackOutline(en.Text), unpackOutline(fr.Text)}}
			c.run()
		})
	},
}

// parityCheck compares the English note (0) with the French one (1).
type parityCheck struct {
	*SetPass
	facts [2]Fact
	notes [2]pairOutline
}

func (c *parityCheck) run() {
	en, fr := &c.notes[0], &c.notes[1]
	if en.kind != fr.kind {
		c.Report(c.facts[1].at(fr.at.start, fr.at.end, fr.at.pointer),
			"this note is a "+fr.kind+", and the English one a "+en.kind, "make both notes of one kind")
		return
	}
	for side, note := range c.notes {
		for _, s := range note.sections {
			if s.level == 0 && c.notes[1-side].part(s.part) < 0 {
				c.at(side, s, "this part is not in the "+c.other(side)+" note", "translate it")
			}
		}
	}
	for i, s := range en.sections {
		if j := fr.part(s.part); s.level == 0 && j >= 0 {
			c.sections(i, j)
		}
	}
	c.severances(en.loose, fr.loose, "")
}

// at reports a finding at a section of one of the notes.
func (c *parityCheck) at(side int, s outlineSection, message, hint string) {
	c.Report(c.facts[side].at(s.start, s.end, s.pointer), message, hint)
}

func (c *parityCheck) other(side int) string { return languageName(c.facts[1-side].Lang) }

// sections compares a section of the English note with one of the French, and
// what stands under them.
func (c *parityCheck) sections(i, j int) {
	a, b := c.notes[0].sections[i], c.notes[1].sections[j]
	c.contents(a, b)
	headed, bare := c.notes[0].under(i)
	headedFr, bareFr := c.notes[1].under(j)
	if len(headed) != len(headedFr) {
		c.at(1, b, countOf(len(headedFr), len(headed), "heading", "English"), "translate every section, under a heading of its own")
	} else {
		for k := range headed {
			c.sections(headed[k], headedFr[k])
		}
	}
	if len(bare) == len(bareFr) {
		for k := range bare {
			c.sections(bare[k], bareFr[k])
		}
	}
}

// contents compares what stands directly under two headings.
func (c *parityCheck) contents(a, b outlineSection) {
	switch {
	case a.points != b.points:
		c.at(1, b, countOf(b.points, a.points, "point", "English"), "translate every point as a point of its own")
	case a.lists != b.lists:
		c.at(1, b, "the lists here are not marked or nested as in the English note", "give both notes the same lists")
	}
	if a.tables != b.tables {
		c.at(1, b, "the tables here have not the rows and columns of those in the English note", "give both notes the same tables")
	}
	if a.notes != b.notes {
		c.at(1, b, countOf(b.notes, a.notes, "footnote", "English"), "refer to the same footnotes in both notes")
	}
	if a.withheld != b.withheld {
		side, s := 0, a
		if b.withheld {
			side, s = 1, b
		}
		c.at(side, s, "this section is to be withheld, and that in the "+c.other(side)+" note is not", "withhold the same in both notes")
		return
	}
	c.severances(a.severed, b.severed, b.pointer)
}

// severances compares the severances of two sections by their provisions.
func (c *parityCheck) severances(a, b []pairSeverance, pointer string) {
	onlyEn, onlyFr := withoutPair(a, b), withoutPair(b, a)
	const hint = "sever the same words under the same provisions in both notes"
	for i, s := range onlyFr {
		message := "nothing is severed in the English note for this"
		if i < len(onlyEn) {
			message = severanceName(s) + " here, and " + severanceName(onlyEn[i]) + " in the English note"
		}
		c.Report(c.facts[1].at(s.start, s.end, pointer), message, hint)
	}
	for _, s := range onlyEn[min(len(onlyFr), len(onlyEn)):] {
		c.Report(c.facts[0].at(s.start, s.end, pointer), "nothing is severed in the French note for this", hint)
	}
}

func severanceName(s pairSeverance) string {
	switch s.provisions {
	case severedAlready:
		return "a severance made"
	case severedWhole:
		return "a whole point withheld"
	}
	return "a severance under " + s.provisions
}

// withoutPair returns the severances of a that have none like them in b.
func withoutPair(a, b []pairSeverance) []pairSeverance {
	left := slices.Clone(b)
	var out []pairSeverance
	for _, s := range a {
		k := slices.IndexFunc(left, func(t pairSeverance) bool { return t.provisions == s.provisions })
		if k < 0 {
			out = append(out, s)
			continue
		}
		left = slices.Delete(left, k, k+1)
	}
	return out
}
