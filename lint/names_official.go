package lint

import (
	"slices"
	"strings"
	"sync"

	"briefnote/diag"
	"briefnote/internal/text"
)

var entityGlossary = &Rule{
	ID: "AC205", Slug: "entity-glossary", Severity: diag.Warning,
	Doc: Doc{
		Title:  "Bodies, statutes and programs by their official names",
		Why:    "A wrong name is the first thing that the body itself sees. The glossary lists a department's own names and the wrong forms it meets.",
		Bad:    "the Canadian Border Services Agency",
		Good:   "the Canada Border Services Agency",
		Source: "Treasury Board, Registry of Applied Titles; the bodies' own sites",
	},
	Check: func(p *Pass) {
		index := p.Glossary.nameIndex()
		for _, ps := range p.Passages {
			words := ps.Words()
			for i := range words {
				if words[i].Text == words[i].Fold && !index.small {
					continue // names start with a capital
				}
				for _, n := range index.byFirst[words[i].Fold].forms() {
					if n.at(ps, words, i) {
						end := nameEnd(&words[i+len(n.words)-1])
						p.At(ps, words[i].Start, end, quote(ps.Plain[words[i].Start:end])+" is not the official name", "write "+quote(n.official(ps.Lang)))
					}
				}
			}
		}
	},
}

// nameIndex holds wrong forms of names by their first words.
type nameIndex struct {
	once    sync.Once
	byFirst map[string]*nameGroup
	small   bool // one of them starts with a small letter
}

// nameGroup is the wrong forms that start with one word. They are taken apart
// when a note has that word: most notes have few of them.
type nameGroup struct {
	once  sync.Once
	names []Name
	which []int // of a name's wrong forms
	wrong []wrongName
}

// wrongName is a wrong form of an official name.
type wrongName struct {
	form   string
	words  []string
	exact  bool // the official name differs in case alone
	name   Name
	proper [][]string // the words of the official names
}

// nameIndex returns the index of the glossary and the names that come with the tool.
func (g *Glossary) nameIndex() *nameIndex {
	g.names.once.Do(func() {
		g.names.byFirst = map[string]*nameGroup{}
		for _, n := range slices.Concat(g.Names, officialNames) {
			g.names.add(n)
		}
	})
	return &g.names
}

// add adds the wrong forms of a name.
func (x *nameIndex) add(n Name) {
	for i, form := range n.Not {
		for r := range text.Words(form) {
			first := fold(r.In(form))
			group := x.byFirst[first]
			if group == nil {
				group = &nameGroup{}
				x.byFirst[first] = group
			}
			group.names, group.which = append(group.names, n), append(group.which, i)
			x.small = x.small || !startsUpper(form)
			break
		}
	}
}

// forms returns the wrong forms of a group, which may be nil.
func (g *nameGroup) forms() []wrongName {
	if g == nil {
		return nil
	}
	g.once.Do(func() {
		for i, n := range g.names {
			form := n.Not[g.which[i]]
			w := wrongName{form: form, words: foldedWords(form), name: n, proper: [][]string{foldedWords(n.En), foldedWords(n.Fr)}}
			w.exact = slices.Equal(w.words, w.proper[0]) || slices.Equal(w.words, w.proper[1])
			g.wrong = append(g.wrong, w)
		}
	})
	return g.wrong
}

func foldedWords(s string) []string {
	var out []string
	for r := range text.Words(s) {
		out = append(out, fold(r.In(s)))
	}
	return out
}

func (n *wrongName) official(lang string) string {
	if lang == "fr" && n.name.Fr != "" || n.name.En == "" {
		return n.name.Fr
	}
	return n.name.En
}

// at reports whether the wrong form stands at the word of an index, and is not
// part of the official name.
func (n *wrongName) at(ps *Passage, words []Word, i int) bool {
	if !sameName(ps, words, i, n.words) {
		return false
	}
	last := &words[i+len(n.words)-1]
	if n.exact && ps.Plain[words[i].Start:nameEnd(last)] != n.form {
		return false
	}
	for _, proper := range n.proper {
		for from := 0; from+len(n.words) <= len(proper) && !n.exact; from++ {
			if slices.Equal(proper[from:from+len(n.words)], n.words) && i >= from && sameName(ps, words, i-from, proper) {
				return false
			}
		}
	}
	return true
}

// sameName reports whether words from an index on are those of a name, with
// nothing but spaces and commas between them.
func sameName(ps *Passage, words []Word, i int, name []string) bool {
	if len(words)-i < len(name) {
		return false
	}
	for k, want := range name {
		w := &words[i+k]
		if w.Fold != want && (k < len(name)-1 || strings.TrimSuffix(w.Fold, "'s") != want) {
			return false
		}
		if k > 0 && strings.Trim(ps.Plain[words[i+k-1].End:w.Start], ", \u00a0") != "" {
			return false
		}
	}
	return true
}

// nameEnd returns where the last word of a name ends, without its 's.
func nameEnd(w *Word) int {
	if s, ok := strings.CutSuffix(w.Text, "'s"); ok {
		return w.Start + len(s)
	}
	if s, ok := strings.CutSuffix(w.Text, "’s"); ok {
		return w.Start + len(s)
	}
	return w.End
}
