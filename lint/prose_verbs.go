package lint

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// pureVerbs are verbs of notes, in their base form, that are no noun or
// adjective as they stand: where one of them is, there is a verb.
const pureVerbs = `
accelerate accept accommodate accompany achieve acknowledge acquire adapt adopt advise affirm agree allow amend
announce apply appoint assess assist assume assure avoid become begin believe clarify collaborate collect
communicate compare comply conclude confirm consider consult contain continue contribute convene convey cooperate
create decide deliver demonstrate deploy describe detain detect deter determine develop disclose discourage discuss
disrupt distribute eliminate emphasise emphasize employ enable encourage endorse enforce engage enhance enrol enshrine
ensure establish evaluate examine exclude expand explain explore extend facilitate fulfil generate give govern
happen identify illustrate implement improve include incorporate incur indicate inform inhibit initiate integrate
introduce investigate involve justify learn maintain manage mitigate modernise modernize negotiate
notify obtain occur oppose organise organize participate perform persuade prepare prevent prioritise prioritize
promote propose protect prove provide pursue reaffirm reassert reassure receive recognise recognize recommend
reconcile reduce refer reflect regulate reinforce reiterate reject remind remove replace represent require respond
restore retain reveal seek send serve simplify solve specify stabilise stabilize stimulate strengthen streamline
submit suggest summarise summarize sustain tackle tell undermine underscore understand undertake uphold utilise
utilize validate verify withdraw write`

// nounVerbs are verbs that may as well be nouns: a determiner after one tells.
const nounVerbs = `
access address advance aim answer appeal approach ask benefit call change charge claim combat comment complete
conduct contact control cost counter delay demand design draft end exchange express finance focus follow fund
gain guide help highlight hire host improve increase invite issue join keep launch lead limit link make meet monitor
note offer open outline plan present press process produce publish push raise reach recall refuse register release
report request resolve review safeguard secure set settle share show sign start stop stress study support
take talk target test thank track train transfer update urge use view visit welcome work`

// forms are the verbs above in their forms.
type forms struct {
	base   map[string]bool   // pureVerbs
	either map[string]bool   // nounVerbs
	third  map[string]string // of pureVerbs, by their form for he, she and it: enables
	gerund map[string]bool   // of both: increasing; but for those that are nouns
}

var verbForms = sync.OnceValue(func() *forms {
	f := &forms{map[string]bool{}, map[string]bool{}, map[string]string{}, map[string]bool{}}
	for v := range strings.FieldsSeq(pureVerbs) {
		f.base[v], f.third[thirdPerson(v)], f.gerund[gerund(v)] = true, v, true
	}
	// Bringing is something that notes say in the third person only; as a
	// base form it stands too often after "help" and "let".
	f.third["brings"] = "bring"
	for v := range strings.FieldsSeq(nounVerbs) {
		f.either[v], f.gerund[gerund(v)] = true, true
	}
	for _, noun := range strings.Fields(`
		understanding writing meeting setting opening offering hiring funding planning training testing processing
		covering following beginning talking reporting financing pressing publishing`) {
		delete(f.gerund, noun)
	}
	return f
})

// thirdPerson returns a verb's form for he, she and it.
func thirdPerson(v string) string {
	switch last := v[len(v)-1]; {
	case last == 'y' && !strings.ContainsRune("aeiou", rune(v[len(v)-2])):
		return v[:len(v)-1] + "ies"
	case last == 's' || last == 'x' || strings.HasSuffix(v, "sh") || strings.HasSuffix(v, "ch"):
		return v + "es"
	}
	return v + "s"
}

// gerund returns a verb's form in -ing, without the doubling of consonants,
// which the list above can do without.
func gerund(v string) string {
	if stem, ok := strings.CutSuffix(v, "e"); ok && !strings.HasSuffix(stem, "e") {
		return stem + "ing"
	}
	return v + "ing"
}

func isModal(w string) bool {
	switch w {
	case "will", "would", "can", "cannot", "could", "shall", "should", "may", "might", "must":
		return true
	}
	return false
}

func isBe(w string) bool {
	switch w {
	case "is", "are", "was", "were", "be", "been", "being":
		return true
	}
	return false
}

func isHave(w string) bool {
	switch w {
	case "has", "have", "had":
		return true
	}
	return false
}

func isDeterminer(w string) bool {
	switch w {
	case "the", "a", "an", "this", "that", "these", "those", "its", "their", "our", "your", "his", "her", "each", "every", "any", "all":
		return true
	}
	return false
}

// isAdverb reports whether a word may stand between an auxiliary and its verb.
func isAdverb(w string) bool {
	switch w {
	case "also", "not", "now", "never", "ever", "already", "always", "often", "since", "then", "thus", "still", "just", "long", "yet", "therefore":
		return true
	}
	return len(w) > 4 && strings.HasSuffix(w, "ly")
}

// isPreposition reports whether a word links a noun to what precedes it.
func isPreposition(w string) bool {
	switch w {
	case "of", "for", "in", "on", "at", "to", "by", "with", "from", "between", "among", "within", "under", "over", "into",
		"through", "about", "against", "across", "during", "without", "towards", "toward", "upon", "via", "per", "as", "than", "like":
		return true
	}
	return false
}

// isName reports whether a word is spelled as a name: a capital, then small letters.
func isName(w string) bool {
	r, size := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r) && size < len(w) && strings.IndexFunc(w[size:], unicode.IsUpper) < 0
}

// startsUpper reports whether a word starts with a capital letter.
func startsUpper(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r)
}
