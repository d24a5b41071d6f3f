package lint

import "briefnote/diag"

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
var confusedPhrases = english([][2]string{
	{"a follow up", "a follow-up"},
	{"the follow up to", "the follow-up to"},
	{"follow up meeting", "follow-up meeting"},
	{"follow up call", "follow-up call"},
	{"follow up questions", "follow-up questions"},
	{"incidences of", "incidents of"},
	{"in principal", "in principle"},
	{"principle secretary", "principal secretary"},
	{"principle investigator", "principal investigator"},
	{"principle adviser", "principal adviser"},
	{"principle advisor", "principal advisor"},
	{"principle reason", "principal reason"},
	{"is comprised of", "consists of"},
	{"are comprised of", "consist of"},
	{"could of", "could have"},
	{"should of", "should have"},
	{"would of", "would have"},
	{"it's own", "its own"},
	{"their is", "there is"},
	{"their are", "there are"},
	{"there own", "their own"},
	{"more then", "more than"},
	{"less then", "less than"},
	{"rather then", "rather than"},
	{"other then", "other than"},
	{"fewer then", "fewer than"},
	{"is lead by", "is led by"},
	{"was lead by", "was led by"},
	{"were lead by", "were led by"},
	{"has lead to", "has led to"},
	{"have lead to", "have led to"},
	{"the affect of", "the effect of"},
	{"an affect on", "an effect on"},
	{"to loose", "to lose"},
	{"will loose", "will lose"},
	{"legal council", "legal counsel"},
	{"general council for", "general counsel for"},
	{"privy counsel", "privy council"},
	{"city counsel", "city council"},
	{"legal advise", "legal advice"},
	{"your advise", "your advice"},
	{"will advice", "will advise"},
	{"best practises", "best practices"},
	{"set a precedence", "set a precedent"},
	{"eminent threat", "imminent threat"},
	{"eminent danger", "imminent danger"},
	{"basic tenants of", "basic tenets of"},
	{"key tenants of", "key tenets of"},
	{"diffuse tensions", "defuse tensions"},
	{"diffuse the situation", "defuse the situation"},
	{"risk adverse", "risk averse"},
	{"risk-adverse", "risk-averse"},
	{"flaunt the law", "flout the law"},
	{"flaunt the rules", "flout the rules"},
	{"reign in spending", "rein in spending"},
	{"reign in costs", "rein in costs"},
	{"reign in the", "rein in the"},
	{"free reign", "free rein"},
	{"tow the line", "toe the line"},
	{"hone in on", "home in on"},
	{"peak interest in", "pique interest in"},
	{"mute point", "moot point"},
	{"wreck havoc", "wreak havoc"},
	{"military personal", "military personnel"},
	{"key personal", "key personnel"},
	{"boarder services", "border services"},
	{"boarder security", "border security"},
	{"boarder crossing", "border crossing"},
	{"boarder crossings", "border crossings"},
	{"pubic safety", "public safety"},
	{"pubic service", "public service"},
	{"pubic servants", "public servants"},
	{"pubic health", "public health"},
	{"statue of limitations", "statute of limitations"},
	{"untied states", "United States"},
	{"untied nations", "United Nations"},
	{"untied kingdom", "United Kingdom"},
	{"be weary of", "be wary of"},
	{"to asses the", "to assess the"},
	{"in regards to", "about"},
	{"irregardless", "regardless"},
	{"for all intensive purposes", "for all intents and purposes"},
})

// hyphened are nouns made of a verb and a particle, by their spelling.
var hyphened = map[string]string{
	"follow-up": "follow up", "set-up": "set up", "back-up": "back up", "roll-out": "roll out",
	"phase-out": "phase out", "scale-up": "scale up", "build-up": "build up", "sign-up": "sign up",
	"clean-up": "clean up", "speed-up": "speed up", "step-up": "step up", "opt-out": "opt out", "opt-in": "opt in",
	"carry-out": "carry out", "check-in": "check in", "log-in": "log in", "hand-over": "hand over", "take-over": "take over",
}

// hyphenedForms are spellings that only a verb could have.
var hyphenedForms = map[string]string{
	"followed-up": "followed up", "following-up": "following up", "follows-up": "follows up",
	"setting-up": "setting up", "rolled-out": "rolled out", "rolling-out": "rolling out",
	"phased-out": "phased out", "phasing-out": "phasing out", "carried-out": "carried out", "carrying-out": "carrying out",
	"signed-up": "signed up", "backed-up": "backed up",
}

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
	if form := hyphenedForms[w.Fold]; form != "" && (isBe(before.Fold) || isHave(before.Fold)) {
		return form, false
	}
	switch {
	case isModal(before.Fold) && before.Text == before.Fold && !isBe(after) && !verbForms().base[after]:
		// Not the month of May, nor "How can follow-up be improved?".
		return hyphened[w.Fold], w.Text == w.Fold
	case before.Fold == "to" && (isDeterminer(after) || after == "with"):
		// "to follow-up with partners", but "led to follow-up meetings".
		return hyphened[w.Fold], false
	}
	return "", false
}
