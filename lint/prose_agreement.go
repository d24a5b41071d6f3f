package lint

import (
	"strings"

	"briefnote/diag"
)

var agreement = &Rule{
	ID: "PL113", Slug: "agreement", Severity: diag.Warning,
	Langs: []string{"en"},
	Doc: Doc{
		Title:  "The verb agrees with its subject",
		Why:    "A verb in the wrong number shows that the sentence was changed and not read again. Only sentences of a few plain shapes are judged.",
		Bad:    "The Charter enshrine the principle. Areas of work includes the ports.",
		Good:   "The Charter enshrines the principle. Areas of work include the ports.",
		Source: "Public Safety, briefing book of 2019",
	},
	Check: func(p *Pass) {
		for _, ps := range p.Passages {
			if ps.Lang != "en" || !ps.IsText() {
				continue
			}
			for _, s := range ps.Sentences() {
				words := ps.WordsIn(s.Start, s.End)
				if len(words) < 5 {
					continue
				}
				oneActs(p, ps, words)
				severalOf(p, ps, words)
				bothAre(p, ps, words)
				for i := 5; i < len(words); i++ {
					if verbForms().third[words[i].Fold] != "" {
						severalAct(p, ps, words, i)
					}
				}
			}
		}
	},
}

func disagrees(p *Pass, ps *Passage, w *Word, use string) {
	p.At(ps, w.Start, w.End, quote(w.Text)+" does not agree with its subject", "write "+quote(use))
}

// oneActs finds "the Charter enshrine the …": at the start of a sentence, one
// thing and a verb in the plural.
func oneActs(p *Pass, ps *Passage, words []Word) {
	if isAdverb(words[0].Fold) && ps.Plain[words[0].End:words[1].Start] == ", " {
		words = words[1:]
	}
	switch words[0].Fold {
	case "the", "this", "each", "every", "a", "an":
	default:
		return
	}
	for k := 1; k < min(len(words)-1, 5) && ps.spaced(words[k-1:k+1]); k++ {
		w := &words[k]
		if k > 1 && w.Text == w.Fold && verbForms().base[w.Fold] {
			if isDeterminer(words[k+1].Fold) && ps.spaced(words[k:k+2]) {
				disagrees(p, ps, w, thirdPerson(w.Fold))
			}
			return
		}
		if !isOne(w.Fold) {
			return
		}
	}
}

// isOne reports whether a word is part of a name for one thing, so far as its
// spelling tells.
func isOne(w string) bool {
	if strings.HasSuffix(w, "s") || isPreposition(w) || isModal(w) || isBe(w) || isHave(w) || w[0] < 'a' {
		return false
	}
	switch w {
	case "and", "or", "that", "who", "which", "to", "not", "but", "both", "two", "three", "four", "five", "six", "seven",
		"eight", "nine", "ten", "people", "police", "staff", "media", "data", "public", "youth", "elderly", "children",
		"men", "women", "criteria", "phenomena", "personnel", "majority", "minority", "number", "rest", "few", "many", "poor",
		"young", "old", "military", "french", "british", "dutch", "chinese", "japanese", "irish", "english", "crew", "more":
		return false
	}
	return true
}

// severalOf finds "areas of work between … includes": several things, named
// first in the sentence, and the first verb after them in the singular.
func severalOf(p *Pass, ps *Passage, words []Word) {
	if !isSeveral(words[0].Fold) || !isPreposition(words[1].Fold) {
		return
	}
	for k := 2; k+1 < len(words); k++ {
		next := words[k+1].Fold
		switch w := &words[k]; w.Fold {
		case "that":
			if next != "of" {
				return
			}
		case "includes":
			disagrees(p, ps, w, "include")
			return
		case "is", "was", "has":
			if isArticle(next) || next == "not" {
				disagrees(p, ps, w, pluralOf(w.Fold))
			}
			return
		default:
			if isFinite(w.Fold) {
				return
			}
		}
	}
}

func isSeveral(w string) bool {
	switch w {
	case "areas", "aspects", "barriers", "benefits", "causes", "challenges", "changes", "concerns", "conditions", "costs",
		"details", "efforts", "elements", "examples", "factors", "gaps", "goals", "issues", "lessons", "measures", "methods",
		"objectives", "opportunities", "options", "plans", "points", "principles", "priorities", "problems", "programs",
		"proposals", "questions", "reasons", "recommendations", "requirements", "responses", "results", "risks", "rules",
		"steps", "themes", "threats", "topics", "types", "ways":
		return true
	}
	return false
}

// isFinite reports whether a word opens the verb of a clause, or a new clause.
func isFinite(w string) bool {
	switch w {
	case "includes", "include", "do", "does", "did", "remain", "remains", "who", "which", "whose", "where", "when", "while", "that":
		return true
	}
	return isBe(w) || isHave(w) || isModal(w) || verbForms().third[w] != ""
}

func pluralOf(verb string) string {
	switch verb {
	case "is":
		return "are"
	case "was":
		return "were"
	case "has":
		return "have"
	}
	return verbForms().third[verb]
}

// bothAre finds "the Act, which dates from 2004, and the register … is": a
// clause about the first thing ends right before "and the", so that both are
// the subject.
func bothAre(p *Pass, ps *Passage, words []Word) {
	k := 1
	for ; k < len(words) && words[k].Fold != "which" && words[k].Fold != "who"; k++ {
		if words[k].Text == words[k].Fold && !isDeterminer(words[k].Fold) && !isPreposition(words[k].Fold) && words[k].Fold != "and" {
			return
		}
	}
	if k >= len(words)-3 || !ps.comma(words, k) {
		return
	}
	for k++; k < len(words)-2 && !ps.comma(words, k); k++ {
	}
	if words[k].Fold != "and" || !isDeterminer(words[k+1].Fold) {
		return
	}
	for k += 2; k < len(words); k++ {
		switch w := &words[k]; w.Fold {
		case "is", "was", "has":
			disagrees(p, ps, w, pluralOf(w.Fold))
			return
		default:
			if isFinite(w.Fold) {
				return
			}
		}
	}
}

// comma reports whether a comma stands right before the word of an index.
func (p *Passage) comma(words []Word, i int) bool {
	between := p.Plain[words[i-1].End:words[i].Start]
	return strings.IndexByte(between, ',') >= 0 && !strings.ContainsRune(between, Hole)
}

// severalAct finds "that trade, travel and training brings": a list of three or
// more things right after "that" or at the start of a sentence, and the verb of
// an index in the singular.
func severalAct(p *Pass, ps *Passage, words []Word, i int) {
	if words[i-2].Fold != "and" || !ps.spaced(words[i-2:i+1]) {
		return
	}
	commas, long := 0, 1 // words of the item so far
	for k := i - 3; k >= 0; k-- {
		w := words[k].Fold
		if commas > 0 && (w == "that" || w == "which") && ps.spaced(words[k:k+2]) {
			disagrees(p, ps, &words[i], pluralOf(words[i].Fold))
			return
		}
		if isFinite(w) || isPreposition(w) || isDeterminer(w) || w == "and" || long > 2 {
			return
		}
		if long++; k > 0 && ps.comma(words, k) {
			commas, long = commas+1, 0
		}
		if k == 0 && commas > 0 {
			disagrees(p, ps, &words[i], pluralOf(words[i].Fold))
		}
	}
}
