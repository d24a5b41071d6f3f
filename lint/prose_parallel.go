package lint

import "briefnote/diag"

var parallelBullets = &Rule{
	ID: "PL105", Slug: "parallel-bullets", Severity: diag.Warning,
	Langs: []string{"en"},
	Doc: Doc{
		Title:  "The points of a list start alike",
		Why:    "Points that all start with a verb, or all with a thing, can be compared at a glance; one that starts otherwise is read twice.",
		Bad:    "- Confirm the date.\n- Agree on the place.\n- Sending the agenda.",
		Good:   "- Confirm the date.\n- Agree on the place.\n- Send the agenda.",
		Source: "Canada.ca Content Style Guide, lists",
	},
	Check: func(p *Pass) {
		p.Lists(func(l *List) {
			// The paragraphs of a communiqué are numbered, but they are no list.
			if len(l.Items) > 2 && (p.Kind != "communique" || l.Level > 1) {
				oddPoints(p, l)
			}
		})
	},
}

// beginning is what a point starts with. Beginnings that cannot be told are
// not judged, nor do they count for or against the others.
type beginning uint8

const (
	unclear    beginning = iota
	verb                 // Confirm the date
	infinitive           // To confirm the date
	going                // Confirming the date
	thing                // The date, We have
)

// startWith says how to mend a point that should start with a beginning.
var startWith = [...]string{
	verb:       "start it with a verb, as the others do",
	infinitive: "start it with \"to\", as the others do",
	going:      "start it with a verb in -ing, as the others do",
	thing:      "start it with who or what it is about, as the others do",
}

// oddPoints reports the points that start otherwise than most of the list.
func oddPoints(p *Pass, l *List) {
	var starts [thing + 1]int
	for _, it := range l.Items {
		starts[beginningOf(it)]++
	}
	most := verb
	for b := verb; b <= thing; b++ {
		if starts[b] > starts[most] {
			most = b
		}
	}
	odd := len(l.Items) - starts[unclear] - starts[most]
	if odd == 0 || odd*2 > starts[most] || starts[most]*2 <= len(l.Items) {
		return
	}
	for _, it := range l.Items {
		if b := beginningOf(it); b != unclear && b != most {
			w := it.Text.Words()[0]
			p.At(it.Text, w.Start, w.End, "this point does not start like the others of its list", startWith[most])
		}
	}
}

// beginningOf returns what an item starts with.
func beginningOf(it *Item) beginning {
	if it.Text == nil || it.Continued || it.Text.Lang != "en" {
		return unclear
	}
	words := it.Text.Words()
	if len(words) < 2 || !it.Text.spaced(words[:2]) || words[0].Start > 0 {
		return unclear
	}
	first, second := words[0].Fold, words[1].Fold
	switch f := verbForms(); {
	case f.base[first], f.either[first] && isDeterminer(second), first == "do" && second == "not":
		return verb
	case first == "to" && (f.base[second] || f.either[second]):
		return infinitive
	case f.gerund[first] && !hasFinite(words[1:]):
		return going
	}
	switch first {
	case "the", "we", "this", "these", "our", "it", "they", "there", "you", "he", "she", "a", "an":
		return thing
	}
	return unclear
}

// hasFinite reports whether words hold the verb of a sentence: "Buying a ferry
// would cost more" is about a thing.
func hasFinite(words []Word) bool {
	for i := range words {
		if isFinite(words[i].Fold) {
			return true
		}
	}
	return false
}
