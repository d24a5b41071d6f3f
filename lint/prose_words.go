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
var wordyPhrases = []Phrase{
	{"a large number of", "many", "en"},
	{"a number of", "several", "en"},
	{"above-mentioned", "this", "en"},
	{"advance planning", "planning", "en"},
	{"any and all", "any", "en"},
	{"are in need of", "need", "en"},
	{"are supportive of", "support", "en"},
	{"as a consequence of", "because of", "en"},
	{"ascertain", "find out", "en"},
	{"at that point in time", "then", "en"},
	{"at the present time", "now", "en"},
	{"at this point in time", "now", "en"},
	{"at this time", "now", "en"},
	{"by means of", "by", "en"},
	{"collaborate together", "work together", "en"},
	{"commence", "start", "en"},
	{"commenced", "started", "en"},
	{"conduct a review of", "review", "en"},
	{"conduct an assessment of", "assess", "en"},
	{"consensus of opinion", "consensus", "en"},
	{"despite the fact that", "although", "en"},
	{"due to the fact that", "because", "en"},
	{"during the course of", "during", "en"},
	{"each and every", "every", "en"},
	{"end result", "result", "en"},
	{"final outcome", "outcome", "en"},
	{"first and foremost", "first", "en"},
	{"for the purpose of", "for", "en"},
	{"for the reason that", "because", "en"},
	{"future plans", "plans", "en"},
	{"give consideration to", "consider", "en"},
	{"has the ability to", "can", "en"},
	{"have the ability to", "can", "en"},
	{"in a timely manner", "on time", "en"},
	{"in addition to the above", "also", "en"},
	{"in an effort to", "to", "en"},
	{"in close proximity to", "near", "en"},
	{"in conjunction with", "with", "en"},
	{"in excess of", "more than", "en"},
	{"in lieu of", "instead of", "en"},
	{"in light of the fact that", "because", "en"},
	{"in order to", "to", "en"},
	{"in regard to", "about", "en"},
	{"in relation to", "about", "en"},
	{"in relations to", "about", "en"},
	{"in terms of", "in", "en"},
	{"in the absence of", "without", "en"},
	{"in the course of", "during", "en"},
	{"in the event that", "if", "en"},
	{"in the near future", "soon", "en"},
	{"in the vicinity of", "near", "en"},
	{"in view of the fact that", "because", "en"},
	{"irrespective of the fact that", "although", "en"},
	{"is in a position to", "can", "en"},
	{"is in need of", "needs", "en"},
	{"is supportive of", "supports", "en"},
	{"is very supportive of", "strongly supports", "en"},
	{"it is important to note that", "", "en"},
	{"it is worth noting that", "", "en"},
	{"it should be noted that", "", "en"},
	{"make a decision", "decide", "en"},
	{"make reference to", "refer to", "en"},
	{"notwithstanding the fact that", "although", "en"},
	{"on a daily basis", "daily", "en"},
	{"on a monthly basis", "monthly", "en"},
	{"on a regular basis", "regularly", "en"},
	{"on a weekly basis", "weekly", "en"},
	{"on an annual basis", "yearly", "en"},
	{"on an ongoing basis", "continually", "en"},
	{"owing to the fact that", "because", "en"},
	{"past history", "history", "en"},
	{"please note that", "", "en"},
	{"prior to", "before", "en"},
	{"provide assistance to", "help", "en"},
	{"subsequent to", "after", "en"},
	{"take into consideration", "consider", "en"},
	{"the aforementioned", "these", "en"},
	{"the majority of", "most", "en"},
	{"the vast majority of", "most", "en"},
	{"thereof", "of it", "en"},
	{"thereunder", "under it", "en"},
	{"through the use of", "with", "en"},
	{"undertake a review of", "review", "en"},
	{"until such time as", "until", "en"},
	{"utilize", "use", "en"},
	{"utilized", "used", "en"},
	{"utilizes", "uses", "en"},
	{"utilizing", "using", "en"},
	{"with a view to", "to", "en"},
	{"with regard to", "about", "en"},
	{"with regards to", "about", "en"},
	{"with respect to", "about", "en"},
	{"with the exception of", "except", "en"},
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
	Phrases: []Phrase{
		{"i.e.", `"that is", or "such as" if examples follow`, "en"},
		{"i.e", `"that is", or "such as" if examples follow`, "en"},
		{"e.g.", `"for example" or "such as"`, "en"},
		{"e.g", `"for example" or "such as"`, "en"},
		{"etc", `"and so on", or name the rest`, "en"},
		{"n.b.", `"note that"`, "en"},
		{"viz", `"namely"`, "en"},
	},
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
