package lint

import "strings"

// phraseTable finds the phrases of all rules in one go over a passage's words.
type phraseTable struct {
	byFirst map[string][]entry // by the first word
	stems   map[string][]entry // by its first letters, where it ends in *
}

// stemLength is how many letters of a word that ends in * are looked up.
const stemLength = 3

// entry is a phrase of the rule with an index.
type entry struct {
	words  []string
	phrase Phrase
	rule   int
}

// tableOf returns the phrases of rules in a language.
func tableOf(rules []*Rule, lang string) *phraseTable {
	t := &phraseTable{byFirst: map[string][]entry{}, stems: map[string][]entry{}}
	for i, r := range rules {
		for _, ph := range r.Phrases {
			if ph.Lang != "" && ph.Lang != lang {
				continue
			}
			e := entry{strings.Fields(ph.Words), ph, i}
			first := e.words[0]
			if stem, ok := strings.CutSuffix(first, "*"); ok {
				key := stem[:min(stemLength, len(stem))]
				t.stems[key] = append(t.stems[key], e)
			} else {
				t.byFirst[first] = append(t.byFirst[first], e)
			}
		}
	}
	return t
}

// found hands the phrases in all passages to the rules that hold.
func (l *Linter) found(held []*Pass, passages []*Passage) {
	for _, ps := range passages {
		t := l.phrases[ps.Lang]()
		words := ps.Words()
		for i := range words {
			w := words[i].Fold
			t.try(t.byFirst[w], held, ps, i)
			if len(w) >= stemLength && len(t.stems) > 0 {
				t.try(t.stems[w[:stemLength]], held, ps, i)
			}
		}
	}
}

// try compares phrases with the words from the one with an index on.
func (t *phraseTable) try(entries []entry, held []*Pass, ps *Passage, i int) {
	words := ps.Words()
	for _, e := range entries {
		if held[e.rule] == nil || !e.matches(ps, words[i:]) {
			continue
		}
		last := words[i+len(e.words)-1]
		held[e.rule].rule.Found(held[e.rule], Match{ps, e.phrase, words[i].Start, last.End})
	}
}

// matches reports whether words start with the phrase, with nothing but a
// space between each two.
func (e *entry) matches(ps *Passage, words []Word) bool {
	if len(words) < len(e.words) {
		return false
	}
	for k, want := range e.words {
		if stem, ok := strings.CutSuffix(want, "*"); ok {
			if !strings.HasPrefix(words[k].Fold, stem) {
				return false
			}
		} else if words[k].Fold != want {
			return false
		}
		if k > 0 && strings.TrimLeft(ps.Plain[words[k-1].End:words[k].Start], " \u00a0") != "" {
			return false
		}
	}
	return true
}
