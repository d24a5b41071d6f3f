package lint

import (
	"strings"

	"briefnote/diag"
)

var passive = &Rule{
	ID: "PL106", Slug: "passive", Severity: diag.Info,
	Langs: []string{"en"},
	// The words of a communiqué are agreed between governments, which speak
	// as one; who does what is often left open on purpose.
	Kinds: []string{"briefing-note", "meeting-note", "meeting-report", "planning-paper"},
	Doc: Doc{
		Title:  "Active voice",
		Why:    "A passive sentence leaves out who acts, which is what the reader of a note asks first.",
		Bad:    "The need for a second ferry was emphasized.",
		Good:   "The islanders emphasized the need for a second ferry.",
		Source: "Canada.ca Content Style Guide, 2.4",
	},
	Check: func(p *Pass) {
		for _, ps := range p.Passages {
			if ps.Lang == "en" && ps.IsText() {
				passives(p, ps)
			}
		}
	},
}

// passives finds the passives of a passage that do not say who acts. Where the
// doer follows ("was built by"), the sentence tells all it should.
func passives(p *Pass, ps *Passage) {
	words := ps.Words()
	for i := 0; i+1 < len(words); i++ {
		if !isBe(words[i].Fold) {
			continue
		}
		k := i + 1
		if isAdverb(words[k].Fold) && k+1 < len(words) {
			k++
		}
		// "It is recommended that you" is how decision notes put it.
		if !isParticiple(words[k].Fold) || words[k].Fold == "recommended" || !ps.spaced(words[i:k+1]) || doerFollows(words[k+1:]) {
			continue
		}
		p.At(ps, words[i].Start, words[k].End, quote(ps.Plain[words[i].Start:words[k].End])+" does not say who acts", "name who does it: \"officials found\", not \"it was found\"")
	}
}

// doerFollows reports whether one of the next words is "by".
func doerFollows(words []Word) bool {
	for k := 0; k < min(len(words), 6); k++ {
		if words[k].Fold == "by" {
			return true
		}
	}
	return false
}

// isParticiple reports whether a word after a form of "be" makes it a passive.
func isParticiple(w string) bool {
	if len(w) > 4 && strings.HasSuffix(w, "ed") && !strings.HasSuffix(w, "eed") && !strings.Contains(w, "-") {
		return !isState(w)
	}
	switch w {
	case "brought", "built", "chosen", "done", "drawn", "driven", "given", "held", "kept", "made", "overseen", "paid",
		"seen", "sent", "shown", "sold", "spent", "taken", "taught", "thought", "told", "undertaken", "withheld", "written":
		return true
	}
	return false
}

// isState reports whether a word in -ed describes a state after "be", and not
// what somebody does.
func isState(w string) bool {
	switch w {
	case "accustomed", "aged", "aimed", "allowed", "associated", "authorized", "automated", "based", "bored", "committed", "complicated",
		"composed", "comprised", "concerned", "connected", "convinced", "crowded", "dated", "dedicated", "designed",
		"detailed", "determined", "devoted", "disappointed", "divided", "encouraged", "engaged", "entitled", "excited",
		"expected", "experienced", "exposed", "faced", "finished", "focused", "focussed", "honoured", "inclined", "installed",
		"intended", "interested", "invited", "involved", "isolated", "limited", "linked", "located", "married", "meant",
		"motivated", "needed", "numbered", "obliged", "opposed", "organized", "outdated", "pleased", "populated", "prepared",
		"qualified", "related", "required", "resolved", "retired", "satisfied", "scheduled", "situated", "skilled",
		"sophisticated", "supposed", "surprised", "tired", "unchanged", "undecided", "unemployed", "unlimited", "unprecedented",
		"united", "used", "wanted", "warranted", "worried":
		return true
	}
	return false
}
