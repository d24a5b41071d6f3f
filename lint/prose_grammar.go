package lint

import "briefnote/diag"

var leftoverEdit = &Rule{
	ID: "PL112", Slug: "leftover-edit", Severity: diag.Error,
	Langs: []string{"en"},
	Doc: Doc{
		Title:  "No remains of an edit",
		Why:    "Where a word was replaced and the old one not deleted, the sentence says two things at once.",
		Bad:    "We cooperate collaborate on the increasing the use of ferries.",
		Good:   "We collaborate on the increasing use of ferries.",
		Source: "Public Safety, briefing book of 2019",
	},
	Check: func(p *Pass) {
		for _, ps := range p.Passages {
			if ps.Lang != "en" {
				continue
			}
			words := ps.Words()
			for i := 1; i < len(words); i++ {
				leftover(p, ps, words, i)
			}
		}
	},
}

// leftover looks for remains of an edit that end with the word of an index.
func leftover(p *Pass, ps *Passage, words []Word, i int) {
	w, before := &words[i], &words[i-1]
	from, hint := -1, ""
	switch {
	case isArticle(w.Fold) && isArticle(before.Fold) && w.Fold != before.Fold && w.Text == w.Fold && before.Text != "A":
		// "A the" may be the letter; "the a priori" is no slip.
		if i+1 == len(words) || words[i+1].Fold != "priori" {
			from, hint = i-1, "delete one of the two"
		}
	case w.Fold == "the" && i > 1 && (words[i-2].Fold == "a" || words[i-2].Fold == "an") && verbForms().gerund[before.Fold]:
		from, hint = i-2, "delete "+quote(words[i-2].Text)+", or "+quote(w.Text)
	case verbForms().third[w.Fold] != "":
		from, hint = auxiliary(words, i)
	case verbForms().base[w.Fold] && verbForms().base[before.Fold] && w.Text == w.Fold && inList(ps, words, i-1):
		from, hint = i-1, "delete one of the two verbs"
	}
	if from < 0 || !ps.spaced(words[from:i+1]) {
		return
	}
	p.At(ps, words[from].Start, w.End, quote(ps.Plain[words[from].Start:w.End])+" looks like the remains of an edit", hint)
}

// auxiliary returns the auxiliary that the verb of an index cannot follow in
// the third person ("has also enables", "will ensures"), or -1.
func auxiliary(words []Word, i int) (int, string) {
	k := i - 1
	if k > 0 && isAdverb(words[k].Fold) {
		k--
	}
	w := words[k].Fold
	modal := isModal(w) && w == words[k].Text && (k == 0 || !isDeterminer(words[k-1].Fold)) // not "May", nor "the will"
	if modal || isHave(w) && i-k > 1 || w == "to" && i-k == 1 {
		return k, "make the words fit each other"
	}
	return -1, ""
}

// inList reports whether the verb of an index goes on a list of verbs, where
// two in a row can only be a slip; in "regions that join receive" they are none.
func inList(ps *Passage, words []Word, i int) bool {
	if i == 0 {
		return false
	}
	for k := max(i-8, 0); k < i; k++ {
		switch words[k].Fold {
		case "who", "that", "which", "where", "whom", "if", "when", "what", "how":
			return false
		}
	}
	switch w := words[i-1].Fold; w {
	case "to", "and", "or":
		return true
	default:
		return isModal(w) || ps.comma(words, i)
	}
}

// spaced reports whether nothing but a space stands between each two words.
func (p *Passage) spaced(words []Word) bool {
	for k := 1; k < len(words); k++ {
		if !p.onlySpace(words[k-1].End, words[k].Start) {
			return false
		}
	}
	return true
}

func isArticle(w string) bool { return w == "a" || w == "an" || w == "the" }

var missingPossessive = &Rule{
	ID: "PL114", Slug: "missing-possessive", Severity: diag.Warning,
	Langs: []string{"en"},
	Doc: Doc{
		Title:  "\"Last year's meeting\", not \"last year meeting\"",
		Why:    "Without 's the sentence stumbles: the reader expects something that happened last year.",
		Bad:    "As agreed at last year ministers meeting",
		Good:   "As agreed at last year’s ministers’ meeting",
		Source: "House style",
	},
	Check: func(p *Pass) {
		for _, ps := range p.Passages {
			if ps.Lang != "en" {
				continue
			}
			words := ps.Words()
			for i := 0; i+2 < len(words); i++ {
				if isTime(words[i+1].Fold) && isWhich(words[i].Fold) && ps.spaced(words[i:i+2]) && qualifies(ps, words[i+1:]) {
					p.At(ps, words[i].Start, words[i+1].End, quote(ps.Plain[words[i].Start:words[i+1].End])+" lacks its 's",
						"write "+quote(ps.Plain[words[i].Start:words[i+1].End]+"’s"))
				}
			}
		}
	},
}

func isWhich(w string) bool { return w == "last" || w == "this" || w == "next" }

func isTime(w string) bool {
	switch w {
	case "week", "month", "quarter", "year", "spring", "summer", "fall", "autumn", "winter":
		return true
	}
	return false
}

// qualifies reports whether a time, the first of the words, belongs to an event
// named right after it: "last year Five Country meeting". Events that may be
// verbs are left out: "this week report", "next year plan".
func qualifies(ps *Passage, words []Word) bool {
	for k := 1; k < min(len(words), 6) && ps.spaced(words[k-1:k+1]); k++ {
		switch words[k].Fold {
		case "meeting", "summit", "conference", "communiqué", "agreement", "strategy", "election",
			"session", "assembly", "ceremony", "dialogue", "roundtable", "workshop", "convention":
			return true
		}
		if !startsUpper(words[k].Text) {
			return false
		}
	}
	return false
}
