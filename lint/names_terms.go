package lint

import (
	"strings"
	"unicode/utf8"

	"briefnote/diag"
)

var definedTermCase = &Rule{
	ID: "AC206", Slug: "defined-term-case", Severity: diag.Error,
	Doc: Doc{
		Title:  "A defined term keeps its capitals",
		Why:    "Once \"Five Ports\" is the name of five given ports, \"five ports\" are any five.",
		Bad:    "Alder and four others (the \"Five Ports\") met. The five ports agreed.",
		Good:   "Alder and four others (the \"Five Ports\") met. The Five Ports agreed.",
		Source: "House style",
	},
	Check: func(p *Pass) {
		var terms []term
		pairs := pairsIn(p)
		for _, ps := range p.Passages {
			if ps.Lang != p.Lang || !ps.IsText() && ps.Role != RunIn {
				continue
			}
			terms = termsIn(ps, terms)
			words := ps.Words()
			for i := range words {
				otherCase(p, ps, words, i, terms, pairs)
			}
		}
	},
}

// term is a term that the note defines: "(the “Five Ports”)".
type term struct {
	text  string
	words []string
	in    *Passage
	end   int // of the definition in its passage
}

// termsIn adds the terms that a passage defines. A term of one word is left
// out: where "the Agreement" is defined, another agreement may be met.
func termsIn(ps *Passage, terms []term) []term {
	rest := ps.Plain
	for {
		_, after, ok := strings.Cut(rest, "(")
		if !ok {
			return terms
		}
		rest = after
		for _, article := range []string{"the ", "le ", "la ", "les "} {
			after = strings.TrimPrefix(after, article)
		}
		quoted, size := utf8.DecodeRuneInString(after)
		end := strings.IndexAny(after[size:], "\"”»")
		if end < 0 || !strings.ContainsRune("\"“«", quoted) || !strings.Contains(after[size:], ")") {
			continue
		}
		words := foldedWords(after[size : size+end])
		if t := strings.Trim(after[size:size+end], " \u00a0\u202f"); len(words) > 1 && len(words) < 6 && startsUpper(t) {
			terms = append(terms, term{t, words, ps, len(ps.Plain) - len(after) + size + end})
		}
	}
}

// otherCase reports the term that starts at the word of an index, if its
// capitals are not those that it has been defined with, or has elsewhere.
func otherCase(p *Pass, ps *Passage, words []Word, i int, terms []term, pairs map[string]int) {
	for _, t := range terms {
		if words[i].Fold != t.words[0] || t.in == ps && words[i].Start < t.end || !sameName(ps, words, i, t.words) {
			continue
		}
		last := &words[i+len(t.words)-1]
		found := ps.Plain[words[i].Start:nameEnd(last)]
		if found != t.text && strings.ToUpper(found) != found {
			p.At(ps, words[i].Start, nameEnd(last), quote(found)+" is defined as "+quote(t.text), "write "+quote(t.text))
		}
		return
	}
	if isHalfName(ps, words, i) && pairs[words[i].Fold+" "+words[i+1].Fold] > 1 {
		whole := words[i].Text + " " + strings.ToUpper(words[i+1].Text[:1]) + words[i+1].Text[1:]
		p.At(ps, words[i].Start, words[i+1].End, quote(ps.Plain[words[i].Start:words[i+1].End])+" has two capitals elsewhere in this note", "write "+quote(whole))
	}
}

// isHalfName reports whether an ordinary word has a capital in the middle of a
// sentence, as names have, and the word after it has none: "the Five ports".
func isHalfName(ps *Passage, words []Word, i int) bool {
	if i == 0 || i+1 == len(words) || !isName(words[i].Text) || !mayOpenName(words[i].Fold) {
		return false
	}
	next := words[i+1].Text
	return next[0] >= 'a' && next[0] <= 'z' && ps.Plain[words[i-1].End:words[i].Start] == " " && ps.onlySpace(words[i].End, words[i+1].Start)
}

// pairsIn counts the pairs of words with two capitals, by their small letters.
func pairsIn(p *Pass) map[string]int {
	pairs := map[string]int{}
	for _, ps := range p.Passages {
		if ps.Lang != p.Lang || !ps.IsText() {
			continue
		}
		words := ps.Words()
		for i := 0; i+1 < len(words); i++ {
			if words[i].Text != words[i].Fold && mayOpenName(words[i].Fold) && isName(words[i+1].Text) && ps.onlySpace(words[i].End, words[i+1].Start) {
				pairs[words[i].Fold+" "+words[i+1].Fold]++
			}
		}
	}
	return pairs
}

// mayOpenName reports whether a word is an ordinary one that has a capital only
// as part of a name. Canadian or Pacific would have it anyway.
func mayOpenName(w string) bool {
	switch w {
	case "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "joint", "digital", "global", "federal", "provincial",
		"senior", "special", "working", "rapid", "safe", "open", "common", "white", "green", "strategic", "regional", "international",
		"northern", "southern", "eastern", "western", "central":
		return true
	}
	return false
}
