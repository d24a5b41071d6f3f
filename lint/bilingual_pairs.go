package lint

import (
	"path"
	"strings"

	"briefnote/diag"
)

// gatherPair keeps what a rule compares between a note and its translation, as
// one fact a note. Its key is the file that the note says it translates.
func gatherPair(p *Pass, data packed) {
	key := ""
	if of := p.Env().TranslationOf.Value; of != "" {
		key = path.Join(path.Dir(pairPath(p.File.Name)), pairPath(of))
	}
	p.Gather(Fact{Key: key, Text: string(data.Row)})
}

func pairPath(file string) string { return strings.ReplaceAll(file, `\`, "/") }

// pairs calls f for the notes of a run that translate each other, first the
// English one. A note that says which one it translates is that one's pair;
// else x.en.yaml and x.fr.yaml are. Where one of the two is not in the run, or
// both are in one language, there is nothing to compare.
func pairs(facts []Fact, f func(en, fr Fact)) {
	byFile := map[string][]int{}
	for i, fact := range facts {
		name := path.Clean(pairPath(fact.File))
		byFile[name] = append(byFile[name], i)
	}
	seen := map[[2]int]bool{}
	for i, fact := range facts {
		j := pairOf(facts, byFile, fact)
		if j < 0 || fact.Lang == facts[j].Lang {
			continue
		}
		pair := [2]int{i, j}
		if fact.Lang == "fr" {
			pair = [2]int{j, i}
		}
		if !seen[pair] {
			seen[pair] = true
			f(facts[pair[0]], facts[pair[1]])
		}
	}
}

// pairOf returns the index of a note's pair, or -1. Notes of files that hold
// several are paired in their order.
func pairOf(facts []Fact, byFile map[string][]int, of Fact) int {
	for _, name := range otherNames(of) {
		others := byFile[name]
		for _, j := range others {
			if facts[j].Note == of.Note {
				return j
			}
		}
		if of.Key != "" && len(others) == 1 {
			return others[0]
		}
	}
	return -1
}

// otherNames returns the names that the file of a note's pair may have.
func otherNames(of Fact) []string {
	if of.Key != "" {
		return []string{of.Key}
	}
	name := path.Clean(pairPath(of.File))
	ext := path.Ext(name)
	stem := strings.TrimSuffix(name, ext)
	for _, langs := range [...][2]string{{".en", ".fr"}, {".fr", ".en"}} {
		if rest, ok := strings.CutSuffix(stem, langs[0]); ok && (ext == ".yaml" || ext == ".yml") {
			return []string{rest + langs[1] + ".yaml", rest + langs[1] + ".yml"}
		}
	}
	return nil
}

// at returns the fact moved to another place in its file, for a finding there.
func (f Fact) at(start, end int, pointer string) Fact {
	f.Span = diag.Span{File: f.File, Start: start, End: end}
	f.Pointer = pointer
	return f
}

// languageName is the name of a note's language in messages.
func languageName(lang string) string {
	if lang == "fr" {
		return "French"
	}
	return "English"
}
