package lint

import "briefnote/diag"

// proseRules are about plain language (PL).
func proseRules() []*Rule {
	return []*Rule{wordy, doubleWord}
}

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
	Phrases: []Phrase{
		{Words: "in order to", Use: "to"},
		{Words: "prior to", Use: "before"},
		{Words: "with regard to", Use: "about"},
	},
	Found: func(p *Pass, m Match) {
		p.At(m.Passage, m.Start, m.End, quote(m.Text())+" is wordy", "write "+quote(m.Use))
	},
}

var doubleWord = &Rule{
	ID: "PL111", Slug: "double-word", Severity: diag.Error,
	Doc: Doc{
		Title:  "No word twice in a row",
		Why:    "A word that stands twice is a slip of the keyboard.",
		Bad:    "They met during the the summit.",
		Good:   "They met during the summit.",
		Source: "Public Safety, briefing book of 2019",
	},
	Check: func(p *Pass) {
		for _, ps := range p.Passages {
			words := ps.Words()
			for i := 1; i < len(words); i++ {
				a, b := words[i-1], words[i]
				if a.Fold != b.Fold || !ps.onlySpace(a.End, b.Start) || mayRepeat(b.Fold) {
					continue
				}
				p.At(ps, a.Start, b.End, quote(b.Text)+" stands twice", "delete one").Fix(ps, a.End, b.End, "")
			}
		}
	},
}

// mayRepeat reports whether a word may stand twice in a row: "had had",
// "nous nous réunissons", a number in a list of them.
func mayRepeat(w string) bool {
	switch w {
	case "had", "that", "nous", "vous", "chut", "bye":
		return true
	}
	return w[0] >= '0' && w[0] <= '9'
}
