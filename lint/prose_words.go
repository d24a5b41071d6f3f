package lint

import (
	"strings"

	"briefnote/diag"
)

var wordy = &Rule{
	ID: "PL107", Slug: "wordy", Severity: diag.Info,
	Langs: []string{"en"},
	Doc: Doc{
		Title:  "Short words in place of long expressions",
		Why:    "Expressions such as \"in order to\" say no more than the short word, and make a note longer.",
		Bad:    "We met in order to agree on a date.",
		Good:   "We met to agree on a date.",
		Source: "Canada.ca Content Style Guide, 2.3",
	},
	Phrases: wordyPhrases,
	Found: func(p *Pass, m Match) {
		hint := "leave it out"
		if m.Use != "" {
			hint = "write " + quote(m.Use)
		}
		next := m.WordsIn(m.End, len(m.Plain))
		if len(next) > 0 && strings.HasSuffix(next[0].Fold, "ing") && (m.Use == "to" || m.Use == "for") {
			hint = `write "to", and a plain verb for ` + quote(next[0].Text)
		}
		p.At(m.Passage, m.Start, m.End, quote(m.Text())+" is wordy", hint)
	},
}

// wordyPhrases are those that guides to plain English agree on (the Canada.ca
// Content Style Guide, plainlanguage.gov's list of simple words), left out what
// is a term of law or can be meant as it stands ("in accordance with",
// "whether or not").
var wordyPhrases = english([][2]string{
	{"a large number of", "many"},
	{"a number of", "several"},
	{"above-mentioned", "this"},
	{"advance planning", "planning"},
	{"any and all", "any"},
	{"are in need of", "need"},
	{"are supportive of", "support"},
	{"as a consequence of", "because of"},
	{"ascertain", "find out"},
	{"at that point in time", "then"},
	{"at the present time", "now"},
	{"at this point in time", "now"},
	{"at this time", "now"},
	{"by means of", "by"},
	{"collaborate together", "work together"},
	{"commence", "start"},
	{"commenced", "started"},
	{"conduct a review of", "review"},
	{"conduct an assessment of", "assess"},
	{"consensus of opinion", "consensus"},
	{"despite the fact that", "although"},
	{"due to the fact that", "because"},
	{"during the course of", "during"},
	{"each and every", "every"},
	{"end result", "result"},
	{"final outcome", "outcome"},
	{"first and foremost", "first"},
	{"for the purpose of", "for"},
	{"for the reason that", "because"},
	{"future plans", "plans"},
	{"give consideration to", "consider"},
	{"has the ability to", "can"},
	{"have the ability to", "can"},
	{"in a timely manner", "on time"},
	{"in addition to the above", "also"},
	{"in an effort to", "to"},
	{"in close proximity to", "near"},
	{"in conjunction with", "with"},
	{"in excess of", "more than"},
	{"in lieu of", "instead of"},
	{"in light of the fact that", "because"},
	{"in order to", "to"},
	{"in regard to", "about"},
	{"in relation to", "about"},
	{"in relations to", "about"},
	{"in terms of", "in"},
	{"in the absence of", "without"},
	{"in the course of", "during"},
	{"in the event that", "if"},
	{"in the near future", "soon"},
	{"in the vicinity of", "near"},
	{"in view of the fact that", "because"},
	{"irrespective of the fact that", "although"},
	{"is in a position to", "can"},
	{"is in need of", "needs"},
	{"is supportive of", "supports"},
	{"is very supportive of", "strongly supports"},
	{"it is important to note that", ""},
	{"it is worth noting that", ""},
	{"it should be noted that", ""},
	{"make a decision", "decide"},
	{"make reference to", "refer to"},
	{"notwithstanding the fact that", "although"},
	{"on a daily basis", "daily"},
	{"on a monthly basis", "monthly"},
	{"on a regular basis", "regularly"},
	{"on a weekly basis", "weekly"},
	{"on an annual basis", "yearly"},
	{"on an ongoing basis", "continually"},
	{"owing to the fact that", "because"},
	{"past history", "history"},
	{"please note that", ""},
	{"prior to", "before"},
	{"provide assistance to", "help"},
	{"subsequent to", "after"},
	{"take into consideration", "consider"},
	{"the aforementioned", "these"},
	{"the majority of", "most"},
	{"the vast majority of", "most"},
	{"thereof", "of it"},
	{"thereunder", "under it"},
	{"through the use of", "with"},
	{"undertake a review of", "review"},
	{"until such time as", "until"},
	{"utilize", "use"},
	{"utilized", "used"},
	{"utilizes", "uses"},
	{"utilizing", "using"},
	{"with a view to", "to"},
	{"with regard to", "about"},
	{"with regards to", "about"},
	{"with respect to", "about"},
	{"with the exception of", "except"},
})

// english returns phrases of English and what to write in their place.
func english(pairs [][2]string) []Phrase {
	phrases := make([]Phrase, len(pairs))
	for i, p := range pairs {
		phrases[i] = Phrase{Words: p[0], Use: p[1], Lang: "en"}
	}
	return phrases
}

var latinAbbrev = &Rule{
	ID: "PL108", Slug: "latin-abbrev", Severity: diag.Warning,
	Langs: []string{"en"},
	Doc: Doc{
		Title:  "English words in place of Latin abbreviations",
		Why:    "Many readers take \"i.e.\" and \"e.g.\" for each other, and screen readers spell them out.",
		Bad:    "encrypted services (i.e. two well-known ones)",
		Good:   "encrypted services (such as two well-known ones)",
		Source: "Canada.ca Content Style Guide, 4.4",
	},
	Phrases: english([][2]string{
		{"i.e.", `"that is", or "such as" if examples follow`},
		{"i.e", `"that is", or "such as" if examples follow`},
		{"e.g.", `"for example" or "such as"`},
		{"e.g", `"for example" or "such as"`},
		{"etc", `"and so on", or name the rest`},
		{"n.b.", `"note that"`},
		{"viz", `"namely"`},
	}),
	Found: func(p *Pass, m Match) {
		end := m.End
		if m.Passage.After(end) == '.' && m.Phrase.Words != "viz" {
			end++
		}
		p.At(m.Passage, m.Start, end, quote(m.Plain[m.Start:end])+" is a Latin abbreviation", "write "+m.Use)
	},
}

var andOr = &Rule{
	ID: "PL109", Slug: "and-or", Severity: diag.Info,
	Doc: Doc{
		Title:  "\"And\" or \"or\", not \"and/or\"",
		Why:    "\"And/or\" leaves to the reader what the writer did not settle. \"Or\" alone nearly always includes both.",
		Bad:    "regions and/or carriers",
		Good:   "regions or carriers, or both",
		Source: "House style",
	},
	Check: func(p *Pass) {
		for _, ps := range p.Passages {
			words := ps.Words()
			for i := 1; i < len(words); i++ {
				a, b := words[i-1], words[i]
				if b.Start-a.End != 1 || ps.Plain[a.End] != '/' {
					continue
				}
				switch {
				case a.Fold == "and" && b.Fold == "or":
					p.At(ps, a.Start, b.End, "\"and/or\" does not say which", "write \"or\", or \"… or …, or both\"")
				case a.Fold == "et" && b.Fold == "ou":
					p.At(ps, a.Start, b.End, "\"et/ou\" does not say which", "write \"ou\", or \"… ou …, ou les deux\"")
				}
			}
		}
	},
}
