package lint

import "briefnote/diag"

// proseRules are about plain language (PL).
func proseRules() []*Rule {
	return []*Rule{
		keyMessageLength, sentenceLength, paragraphLength, keyMessagesCount, parallelBullets, passive, wordy,
		latinAbbrev, andOr, youAddress, doubleWord, leftoverEdit, agreement, missingPossessive, confusable,
	}
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
				if a.Fold != b.Fold || !ps.onlySpace(a.End, b.Start) || mayRepeat(a, b) {
					continue
				}
				p.At(ps, a.Start, b.End, quote(b.Text)+" stands twice", "delete one").Fix(ps, a.End, b.End, "")
			}
		}
	},
}

// mayRepeat reports whether two words that are the same may follow each other:
// "had had", "nous nous réunissons", a number or a letter in a row of them, and
// names such as Walla Walla, which are neither in small letters nor in capitals.
func mayRepeat(a, b Word) bool {
	switch a.Fold {
	case "had", "that", "nous", "vous":
		return true
	}
	if len(a.Text) == 1 && a.Text != a.Fold || a.Text[0] >= '0' && a.Text[0] <= '9' {
		return true
	}
	return a.Text == b.Text && len(a.Text) > 3 && isName(a.Text)
}
