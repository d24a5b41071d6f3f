package lint

import (
	"strings"

	"briefnote/diag"
	"briefnote/internal/rows"
	"briefnote/internal/strictyaml"
	"briefnote/schema"
)

var titlePair = &Rule{
	ID: "BI511", Slug: "title-pair", Severity: diag.Error,
	Doc: Doc{
		Title:  "A title in each language, and the same two in both notes",
		Why:    "The list of briefing notes is published in both languages. A title that stands twice in one language was not translated, and two notes with unlike titles do not look like one.",
		Bad:    "title:\n  en: Funding for the alert service\n  fr: Funding for the alert service",
		Good:   "title:\n  en: Funding for the alert service\n  fr: Financement du service d’alerte",
		Source: "Proactive publication of briefing note titles, Access to Information Act, s. 74 and 88",
	},
	Check: func(p *Pass) {
		title := p.Env().Title
		emptyTitles(p)
		if en, fr := title.En.String(), title.Fr.String(); sameTitle(en, fr) {
			p.Report(title.Fr.Span(), title.Fr.Pointer(), "the two titles are the same", "translate one of them")
		}
	},
	Gather: func(p *Pass) {
		title := p.Env().Title
		said := pairTitles{en: wordsOf(title.En), fr: wordsOf(title.Fr), own: wordsOf(title.Plain)}
		if said.own.words == "" {
			said.own = said.en
			if p.Lang == "fr" {
				said.own = said.fr
			}
		}
		var data packed
		data.said(said.en)
		data.said(said.fr)
		data.said(said.own)
		gatherPair(p, data)
	},
	Compare: func(p *SetPass) {
		pairs(p.Facts, func(en, fr Fact) {
			a, b := unpackTitles(en.Text), unpackTitles(fr.Text)
			if sameTitle(a.own.words, b.own.words) {
				p.Report(fr.at(b.own.start, b.own.end, b.own.pointer), "the title is the same as in the English note", "translate it")
			}
			unlikeTitles(p, a.en, b.en, fr, "English")
			unlikeTitles(p, a.fr, b.fr, fr, "French")
		})
	},
}

// pairTitles are the titles of a note: in English, in French, and in its own language.
type pairTitles struct{ en, fr, own said }

func unpackTitles(text string) pairTitles {
	u := unpacked{rows.Reader(text)}
	return pairTitles{en: u.said(), fr: u.said(), own: u.said()}
}

func wordsOf(t schema.Text) said {
	if t.IsEmpty() {
		return said{}
	}
	span := t.Span()
	return said{t.String(), span.Start, span.End, t.Pointer()}
}

// emptyTitles reports a language that the title names and leaves empty.
func emptyTitles(p *Pass) {
	node := p.Env().Node.Get("title")
	if node == nil || node.Kind != strictyaml.Mapping {
		return
	}
	for _, pair := range node.Pairs {
		if pair.Value.Empty() {
			p.Report(pair.Key.Span, pair.Key.Pointer, "the "+languageName(pair.Key.Value)+" title is empty", "write it")
		}
	}
}

// sameTitle reports whether two titles are the same and yet no name that both
// languages have: COMMUNIQUÉ, Canada–Orvalia Forum 2026.
func sameTitle(en, fr string) bool {
	if en == "" || !strings.EqualFold(strings.TrimSpace(en), strings.TrimSpace(fr)) {
		return false
	}
	words := strings.Fields(strings.ToLower(en))
	for _, w := range words {
		if stopWords()[w] != 0 {
			return true
		}
	}
	return len(words) > 4
}

// unlikeTitles reports a title in a language that the two notes word differently.
func unlikeTitles(p *SetPass, a, b said, fr Fact, lang string) {
	if a.words != "" && b.words != "" && !strings.EqualFold(foldTitle(a.words), foldTitle(b.words)) {
		p.Report(fr.at(b.start, b.end, b.pointer), "the "+lang+" title differs from that in the English note", "give both notes the same two titles")
	}
}

// foldTitle returns a title with plain spaces and apostrophes.
func foldTitle(s string) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(s, "’", "'")), " ")
}
