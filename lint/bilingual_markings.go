package lint

import (
	"fmt"

	"briefnote/diag"
	"briefnote/internal/rows"
	"briefnote/schema"
)

var markingPair = &Rule{
	ID: "BI512", Slug: "marking-pair", Severity: diag.Error,
	Doc: Doc{
		Title:  "One marking in both languages",
		Why:    "A translation says what the original says, so it needs the same protection.",
		Bad:    "marking: SECRET          # x.en.yaml\nmarking: Protégé B       # x.fr.yaml",
		Good:   "marking: PROTECTED B     # x.en.yaml\nmarking: Protégé B       # x.fr.yaml",
		Source: "Directive on Security Management",
	},
	Gather: func(p *Pass) {
		env := p.Env()
		var data packed
		data.said(said{env.Marking.Value, env.Marking.Span.Start, env.Marking.Span.End, env.Marking.Pointer})
		data.Number(len(env.Caveats))
		if len(env.Caveats) > 0 {
			data.said(wordsOf(env.Caveats[0]))
		}
		gatherPair(p, data)
	},
	Compare: func(p *SetPass) {
		pairs(p.Facts, func(en, fr Fact) {
			a, b := unpackMarking(en.Text), unpackMarking(fr.Text)
			switch {
			case a.at.words == "" || b.at.words == "":
			case a.level.English != b.level.English:
				p.Report(fr.at(b.at.start, b.at.end, b.at.pointer),
					fmt.Sprintf("this note is marked %s, and the English one %s", b.level.French, a.level.English), "give both the same marking")
			case a.caveats > b.caveats:
				p.Report(en.at(a.first.start, a.first.end, a.first.pointer), countOf(a.caveats, b.caveats, "caveat", "French"), "write the same caveats in both")
			case a.caveats < b.caveats:
				p.Report(fr.at(b.first.start, b.first.end, b.first.pointer), countOf(b.caveats, a.caveats, "caveat", "English"), "write the same caveats in both")
			}
		})
	},
}

// pairMarking is how a note is marked.
type pairMarking struct {
	level   schema.Level
	at      said
	caveats int
	first   said // caveat
}

func unpackMarking(text string) pairMarking {
	u := unpacked{rows.Reader(text)}
	m := pairMarking{at: u.said(), caveats: u.Number()}
	m.level, _ = schema.ParseLevel(m.at.words)
	if m.caveats > 0 {
		m.first = u.said()
	}
	return m
}

// countOf says that a note has so many of a thing, and its pair another number.
func countOf(own, other int, thing, lang string) string {
	if own != 1 {
		thing += "s"
	}
	return fmt.Sprintf("%s %s here, and %s in the %s note", number(own, "no"), thing, number(other, "none"), lang)
}

// number is a number in digits, and a word in place of 0.
func number(n int, none string) string {
	if n == 0 {
		return none
	}
	return fmt.Sprint(n)
}
