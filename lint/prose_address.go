package lint

import (
	"strings"

	"briefnote/diag"
)

var youAddress = &Rule{
	ID: "PL110", Slug: "you-address", Severity: diag.Info,
	Kinds: []string{"briefing-note", "meeting-note"},
	Doc: Doc{
		Title:  "The note speaks to its reader as \"you\" throughout",
		Why:    "A note that says \"you\" in one line and \"the Minister\" in the next leaves open whether it is the same person.",
		Bad:    "You met the council in May. The Minister may wish to thank it.",
		Good:   "You met the council in May. You may wish to thank it.",
		Source: "Public Safety, briefing book of 2019",
	},
	Check: func(p *Pass) {
		if to := p.Env().Addressee.String(); to != "" && to != "minister" || meetsMinister(p) || !says(p, isYou) {
			return
		}
		for _, ps := range p.Passages {
			words := ps.Words()
			for i := 1; i < len(words) && toReader(ps); i++ {
				if isTheMinister(ps, words, i) {
					p.At(ps, words[i-1].Start, words[i].End, quote(ps.Plain[words[i-1].Start:words[i].End])+" is called "+quote(youIn(ps.Lang))+" elsewhere in this note",
						"write "+quote(youIn(ps.Lang))+", or name the other minister")
				}
			}
		}
	},
}

// toReader reports whether a passage speaks to the reader: lines to be said
// speak to others.
func toReader(ps *Passage) bool { return ps.IsText() && !ps.isSpoken() }

// meetsMinister reports whether the note is about another minister, who is
// then "the Minister".
func meetsMinister(p *Pass) bool {
	for _, ps := range p.Passages {
		if ps.Part == "meeting" && strings.Contains(strings.ToLower(ps.Plain), "minist") {
			return true
		}
	}
	return false
}

// says reports whether a word is among those that speak to the reader.
func says(p *Pass, is func(string) bool) bool {
	for _, ps := range p.Passages {
		if !toReader(ps) {
			continue
		}
		for _, w := range ps.Words() {
			if is(w.Fold) {
				return true
			}
		}
	}
	return false
}

func isYou(w string) bool {
	switch w {
	case "you", "your", "vous", "votre", "vos":
		return true
	}
	return false
}

func youIn(lang string) string {
	if lang == "fr" {
		return "vous"
	}
	return "you"
}

// isTheMinister reports whether the word of an index ends "the Minister" with
// nothing after it that says which, in a passage that names no minister.
func isTheMinister(ps *Passage, words []Word, i int) bool {
	article, w := words[i-1].Fold, words[i]
	english := article == "the" && w.Text == "Minister"
	french := (article == "le" || article == "la") && w.Fold == "ministre" && ps.Lang == "fr"
	if !english && !french || !ps.onlySpace(words[i-1].End, w.Start) {
		return false
	}
	for k := 0; k < len(words)-1; k++ {
		if words[k].Fold != "minister" && words[k].Fold != "ministre" {
			continue
		}
		// "Minister Okafor", "Minister of Ports", "ministre des Ports", "Minister responsible for".
		switch next := words[k+1]; {
		case startsUpper(next.Text) && ps.onlySpace(words[k].End, next.Start),
			next.Fold == "of", next.Fold == "for", next.Fold == "responsible", next.Fold == "responsable",
			next.Fold == "de", next.Fold == "des", next.Fold == "du", strings.HasPrefix(next.Fold, "d'"), strings.HasPrefix(next.Fold, "l'"):
			return false
		}
	}
	return true
}
