package lint

import (
	"sync"

	"briefnote/diag"
)

var confusable = &Rule{
	ID: "PL115", Slug: "confusable", Severity: diag.Warning,
	Langs: []string{"en"},
	Doc: Doc{
		Title:  "The right one of two words that look alike",
		Why:    "A spelling checker passes over \"in principal\" and \"will follow-up\", since each word exists; the reader does not.",
		Bad:    "Officials will follow-up on incidences of fraud.",
		Good:   "Officials will follow up on incidents of fraud.",
		Source: "The Canadian Style; Writing Tips Plus",
	},
	Phrases: confusedPhrases,
	Found: func(p *Pass, m Match) {
		p.At(m.Passage, m.Start, m.End, quote(m.Text())+" is a slip for "+quote(m.Use), "write "+quote(m.Use))
	},
	Check: func(p *Pass) {
		for _, ps := range p.Passages {
			if ps.Lang == "en" {
				hyphenedVerbs(p, ps)
			}
		}
	},
}

// confusedPhrases are wrong wherever they stand; pairs that only the sense can
// decide (affect and effect, complement and compliment) are left to the reader.
var confusedPhrases = []Phrase{
	{"a follow up", "a follow-up", "en"},
	{"the follow up to", "the follow-up to", "en"},
	{"follow up meeting", "follow-up meeting", "en"},
	{"follow up call", "follow-up call", "en"},
	{"follow up questions", "follow-up questions", "en"},
	{"incidences of", "incidents of", "en"},
	{"in principal", "in principle", "en"},
	{"principle secretary", "principal secretary", "en"},
	{"principle investigator", "principal investigator", "en"},
	{"principle adviser", "principal adviser", "en"},
	{"principle advisor", "principal advisor", "en"},
	{"principle reason", "principal reason", "en"},
	{"is comprised of", "consists of", "en"},
	{"are comprised of", "consist of", "en"},
	{"could of", "could have", "en"},
	{"should of", "should have", "en"},
	{"would of", "would have", "en"},
	{"it's own", "its own", "en"},
	{"their is", "there is", "en"},
	{"their are", "there are", "en"},
	{"there own", "their own", "en"},
	{"more then", "more than", "en"},
	{"less then", "less than", "en"},
	{"rather then", "rather than", "en"},
	{"other then", "other than", "en"},
	{"fewer then", "fewer than", "en"},
	{"is lead by", "is led by", "en"},
	{"was lead by", "was led by", "en"},
	{"were lead by", "were led by", "en"},
	{"has lead to", "has led to", "en"},
	{"have lead to", "have led to", "en"},
	{"the affect of", "the effect of", "en"},
	{"an affect on", "an effect on", "en"},
	{"to loose", "to lose", "en"},
	{"will loose", "will lose", "en"},
	{"legal council", "legal counsel", "en"},
	{"general council for", "general counsel for", "en"},
	{"privy counsel", "privy council", "en"},
	{"city counsel", "city council", "en"},
	{"legal advise", "legal advice", "en"},
	{"your advise", "your advice", "en"},
	{"will advice", "will advise", "en"},
	{"best practises", "best practices", "en"},
	{"set a precedence", "set a precedent", "en"},
	{"eminent threat", "imminent threat", "en"},
	{"eminent danger", "imminent danger", "en"},
	{"basic tenants of", "basic tenets of", "en"},
	{"key tenants of", "key tenets of", "en"},
	{"diffuse tensions", "defuse tensions", "en"},
	{"diffuse the situation", "defuse the situation", "en"},
	{"risk adverse", "risk averse", "en"},
	{"risk-adverse", "risk-averse", "en"},
	{"flaunt the law", "flout the law", "en"},
	{"flaunt the rules", "flout the rules", "en"},
	{"reign in spending", "rein in spending", "en"},
	{"reign in costs", "rein in costs", "en"},
	{"reign in the", "rein in the", "en"},
	{"free reign", "free rein", "en"},
	{"tow the line", "toe the line", "en"},
	{"hone in on", "home in on", "en"},
	{"peak interest in", "pique interest in", "en"},
	{"mute point", "moot point", "en"},
	{"wreck havoc", "wreak havoc", "en"},
	{"military personal", "military personnel", "en"},
	{"key personal", "key personnel", "en"},
	{"boarder services", "border services", "en"},
	{"boarder security", "border security", "en"},
	{"boarder crossing", "border crossing", "en"},
	{"boarder crossings", "border crossings", "en"},
	{"pubic safety", "public safety", "en"},
	{"pubic service", "public service", "en"},
	{"pubic servants", "public servants", "en"},
	{"pubic health", "public health", "en"},
	{"statue of limitations", "statute of limitations", "en"},
	{"untied states", "United States", "en"},
	{"untied nations", "United Nations", "en"},
	{"untied kingdom", "United Kingdom", "en"},
	{"be weary of", "be wary of", "en"},
	{"to asses the", "to assess the", "en"},
	{"in regards to", "about", "en"},
	{"irregardless", "regardless", "en"},
	{"for all intensive purposes", "for all intents and purposes", "en"},
}

// hyphened are nouns made of a verb and a particle, by their spelling.
var hyphened = sync.OnceValue(func() map[string]string {
	return map[string]string{
		"follow-up": "follow up", "set-up": "set up", "back-up": "back up", "roll-out": "roll out",
		"phase-out": "phase out", "scale-up": "scale up", "build-up": "build up", "sign-up": "sign up",
		"clean-up": "clean up", "speed-up": "speed up", "step-up": "step up", "opt-out": "opt out", "opt-in": "opt in",
		"carry-out": "carry out", "check-in": "check in", "log-in": "log in", "hand-over": "hand over", "take-over": "take over",
	}
})

// hyphenedForms are spellings that only a verb could have.
var hyphenedForms = sync.OnceValue(func() map[string]string {
	return map[string]string{
		"followed-up": "followed up", "following-up": "following up", "follows-up": "follows up",
		"setting-up": "setting up", "rolled-out": "rolled out", "rolling-out": "rolling out",
		"phased-out": "phased out", "phasing-out": "phasing out", "carried-out": "carried out", "carrying-out": "carrying out",
		"signed-up": "signed up", "backed-up": "backed up",
	}
})

// hyphenedVerbs finds verbs that are spelled as their nouns: "will follow-up".
func hyphenedVerbs(p *Pass, ps *Passage) {
	words := ps.Words()
	for i := 1; i < len(words); i++ {
		w, before := &words[i], &words[i-1]
		if n := len(w.Fold); n < 6 || w.Fold[n-3] != '-' && w.Fold[n-4] != '-' && w.Fold[n-5] != '-' {
			continue
		}
		if !ps.onlySpace(before.End, w.Start) {
			continue
		}
		after := ""
		if i+1 < len(words) {
			after = words[i+1].Fold
		}
		verb, certain := hyphenedVerb(w, before, after)
		if verb == "" {
			continue
		}
		f := p.At(ps, w.Start, w.End, quote(w.Text)+" has no hyphen as a verb", "write "+quote(verb))
		if certain {
			f.Fix(ps, w.Start, w.End, verb)
		}
	}
}

// hyphenedVerb returns what to write for a word between two others if it is a
// verb there, and whether it can be nothing else.
func hyphenedVerb(w, before *Word, after string) (verb string, certain bool) {
	if form := hyphenedForms()[w.Fold]; form != "" && (isBe(before.Fold) || isHave(before.Fold)) {
		return form, false
	}
	switch {
	case isModal(before.Fold) && before.Text == before.Fold && !isBe(after) && !verbForms().base[after]:
		// Not the month of May, nor "How can follow-up be improved?".
		return hyphened()[w.Fold], w.Text == w.Fold
	case before.Fold == "to" && (isDeterminer(after) || after == "with"):
		// "to follow-up with partners", but "led to follow-up meetings".
		return hyphened()[w.Fold], false
	}
	return "", false
}
