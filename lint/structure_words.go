package lint

import (
	"path"
	"slices"
	"strings"
	"sync"
	"unicode"
)

// plainName is a heading or caveat in the form by which two of them are told
// apart: in small letters, without what stands in parentheses and without
// punctuation at its end. All dashes are alike.
func plainName(name string) string {
	for {
		open := strings.IndexByte(name, '(')
		if open < 0 {
			break
		}
		end := strings.IndexByte(name[open:], ')')
		if end < 0 {
			break
		}
		name = name[:open] + " " + name[open+end+1:]
	}
	name = dashes().Replace(fold(name))
	return strings.TrimRight(strings.Join(strings.Fields(name), " "), " .:;,")
}

var dashes = sync.OnceValue(func() *strings.Replacer {
	return strings.NewReplacer("–", "-", "—", "-", "‑", "-")
})

// nameStems are the words of a name that [plainName] gave, in the singular and
// without articles: what two wordings of one name have in common.
func nameStems(form, lang string) []string {
	words := strings.FieldsFunc(form, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	stems := words[:0]
	for i, w := range words {
		if articles()[w] && i+1 < len(words) { // "Option A" ends in a letter, not in an article
			continue
		}
		stems = append(stems, singular(w, lang))
	}
	return stems
}

// articles are what a name can lose and stay the same, elided ones and the
// English possessive included.
var articles = sync.OnceValue(func() map[string]bool {
	return setOf("the a an s and le la les l un une d de du des et")
})

// smallWords are the words that do not tell what a topic is about.
var smallWords = sync.OnceValue(func() map[string]bool {
	return setOf("of on in for to with by at from or as its our their including " +
		"sur dans pour avec par en au aux ou dont son sa ses leur leurs")
})

func setOf(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}

// singular takes the ending of the plural off a word. It is good enough to
// tell that two words are the same, and no more.
func singular(w, lang string) string {
	switch {
	case len(w) <= 3:
		return w
	case lang == "fr" && (w[len(w)-1] == 's' || w[len(w)-1] == 'x'):
		return w[:len(w)-1]
	case lang == "fr":
		return w
	case strings.HasSuffix(w, "ies"):
		return w[:len(w)-3] + "y"
	case strings.HasSuffix(w, "ss"), strings.HasSuffix(w, "us"), strings.HasSuffix(w, "is"):
		return w
	}
	return strings.TrimSuffix(w, "s")
}

// topicStems are the stems of a topic that tell what it is about.
func topicStems(name, lang string) []string {
	return slices.DeleteFunc(nameStems(plainName(name), lang), func(w string) bool { return smallWords()[w] })
}

// commonest returns the fact whose text most facts bear, as form tells texts
// apart; of two texts alike in number the one met first.
func commonest(facts []Fact, form func(string) string) Fact {
	count := map[string]int{}
	for _, f := range facts {
		count[form(f.Text)]++
	}
	best, most := Fact{}, 0
	for _, f := range facts {
		if n := count[form(f.Text)]; n > most {
			best, most = f, n
		}
	}
	return best
}

// slashed is a path with forward slashes, as a binder writes it.
func slashed(name string) string { return path.Clean(strings.ReplaceAll(name, `\`, "/")) }

// elsewhere says where another note stands, seen from a fact.
func elsewhere(from, other Fact) string {
	if from.File == other.File && from.Note == other.Note {
		return "elsewhere in this note"
	}
	return "in " + other.File
}
