package lint

import (
	"strings"
	"sync"

	"briefnote/diag"
)

var compoundDrift = &Rule{
	ID: "TY314", Slug: "compound-drift", Severity: diag.Warning, Langs: []string{"en"},
	Doc: Doc{
		Title:  "One spelling of a compound, in a note and across the notes of a run",
		Why:    "A reader who meets cyber security and cybersecurity wonders whether they differ. Before a noun, the parts of a compound are joined by hyphens: a right-wing group.",
		Bad:    "The cyber security centre reports on cybersecurity and right wing groups.",
		Good:   "The cybersecurity centre reports on cybersecurity and right-wing groups.",
		Source: "The Canadian Style, 2.02 to 2.16",
	},
	Phrases: typographyCompoundPhrases,
	Found: func(p *Pass, m Match) {
		compound := strings.TrimSuffix(m.Phrase.Words, "*")
		if typographyIsName(m.Passage, typographyIndex(m)) && m.Role != Heading && m.Role != RunIn || typographyQuoted(m.Passage, m.Start) {
			return
		}
		if compound == "likeminded" {
			f := p.At(m.Passage, m.Start, m.End, `"likeminded" is written with a hyphen`, `write "like-minded"`)
			typographyMend(f, m.Passage, m.Start+len("like"), m.Start+len("like"), "-")
			return
		}
		if !typographyBeforeNoun(m) {
			return
		}
		better := strings.ReplaceAll(m.Text(), " ", "-")
		f := p.At(m.Passage, m.Start, m.End, quote(m.Text())+" stands before a noun without its hyphen", "write "+quote(better))
		typographyMend(f, m.Passage, m.Start, m.End, better)
	},
	Gather: func(p *Pass) {
		found := typographySpellings(p)
		usual, mixed := typographyUsual(found)
		typographyDrift(p, found, usual, mixed)
		typographyGatherDrift(p, found, usual, mixed)
	},
	Compare: typographyCompareDrift,
}

// typographyCompoundPhrases are compounds that are written as two words or
// more, but with hyphens where they stand before a noun.
var typographyCompoundPhrases = []Phrase{
	{Words: "right wing", Lang: "en"},
	{Words: "left wing", Lang: "en"},
	{Words: "far right", Lang: "en"},
	{Words: "far left", Lang: "en"},
	{Words: "long term", Lang: "en"},
	{Words: "short term", Lang: "en"},
	{Words: "medium term", Lang: "en"},
	{Words: "high level", Lang: "en"},
	{Words: "low level", Lang: "en"},
	{Words: "high risk", Lang: "en"},
	{Words: "low risk", Lang: "en"},
	{Words: "large scale", Lang: "en"},
	{Words: "small scale", Lang: "en"},
	{Words: "full time", Lang: "en"},
	{Words: "part time", Lang: "en"},
	{Words: "real time", Lang: "en"},
	{Words: "third party", Lang: "en"},
	{Words: "day to day", Lang: "en"},
	{Words: "case by case", Lang: "en"},
	{Words: "end to end", Lang: "en"},
	{Words: "face to face", Lang: "en"},
	{Words: "whole of government", Lang: "en"},
	{Words: "state of the art", Lang: "en"},
	{Words: "up to date", Lang: "en"},
	{Words: "cost sharing", Lang: "en"},
	{Words: "like minded", Lang: "en"},
	{Words: "likeminded", Lang: "en"},
}

// typographyIndex returns the index of the first word of a match.
func typographyIndex(m Match) int {
	return len(m.WordsIn(0, m.Start))
}

// typographyBeforeNoun reports whether a match stands before a noun that such
// compounds describe, and not at the end of its phrase: "in the long term".
func typographyBeforeNoun(m Match) bool {
	i := len(m.WordsIn(0, m.End))
	if !typographyNext(m.Passage, m.Passage.Words(), i-1) {
		return false
	}
	w := m.Passage.Words()[i].Fold
	return typographyNouns()[w] || typographyNouns()[strings.TrimSuffix(w, "s")]
}

// typographyNouns are nouns that a compound often stands before.
var typographyNouns = sync.OnceValue(func() map[string]bool {
	return typographySet(`extremist extremism terrorist terrorism violence group party parties politician militia movement
		activist approach basis business operation plan planning strategy strategies solution meeting official discussion talk
		visit dialogue funding fund financing investment agreement measure goal objective benefit impact effect effects growth
		project program programming initiative commitment challenge issue need risk trend outlook care contract loan debt job
		work worker employee employment student staff position data information monitoring encryption service provider vendor
		country countries partner nation state ally allies attack event change reform review study studies assessment vision
		relationship stability sustainability recovery response effort development exercise deployment equipment technology
		technologies system facility facilities engagement sharing`)
})

// typographyTerms are compounds and words with several accepted spellings. Of
// each term all spellings begin as listed; the rest of the word is free.
var typographyTerms = [...][]string{
	{"cybersecurity", "cyber security", "cyber-security"},
	{"cyberattack", "cyber attack", "cyber-attack"},
	{"cyberspace", "cyber space", "cyber-space"},
	{"cybercrime", "cyber crime", "cyber-crime"},
	{"counterterrorism", "counter-terrorism"},
	{"counterintelligence", "counter-intelligence"},
	{"counterterrorist", "counter-terrorist"},
	{"cooperat", "co-operat"},
	{"coordinat", "co-ordinat"},
	{"combatting", "combating"},
	{"focussed", "focused"},
	{"focussing", "focusing"},
	{"benefitted", "benefited"},
	{"targetted", "targeted"},
	{"website", "web site", "web-site"},
	{"online", "on-line"},
	{"offline", "off-line"},
	{"email", "e-mail"},
	{"livestream", "live-stream", "live stream"},
	{"database", "data base"},
	{"policymak", "policy-mak", "policy mak"},
	{"decision-mak", "decision mak", "decisionmak"},
	{"wellbeing", "well-being"},
	{"underway", "under way"},
	{"ongoing", "on-going"},
	{"longstanding", "long-standing"},
	{"worldwide", "world-wide"},
	{"nationwide", "nation-wide"},
	{"healthcare", "health care"},
	{"childcare", "child care"},
	{"watchlist", "watch list", "watch-list"},
	{"multilateral", "multi-lateral"},
	{"subnational", "sub-national"},
	{"nongovernment", "non-government"},
	{"socioeconomic", "socio-economic"},
	{"stakeholder", "stake-holder", "stake holder"},
	{"taskforce", "task force"},
	{"workforce", "work force"},
	{"workplace", "work place"},
	{"timeline", "time line"},
	{"timeframe", "time frame", "time-frame"},
	{"judgement", "judgment"},
	{"acknowledgement", "acknowledgment"},
}

// typographySpelled is a spelling of a term, met in a passage.
type typographySpelled struct {
	typographyMark
	term, spelling int
}

// typographyTermsByLetters finds the terms by the first two letters of their
// spellings, all of them small ones of English.
var typographyTermsByLetters = sync.OnceValue(func() *[26 * 26][][2]int {
	table := new([26 * 26][][2]int)
	for t, spellings := range typographyTerms {
		for s, words := range spellings {
			if k, ok := typographyLetterPair(words); ok {
				table[k] = append(table[k], [2]int{t, s})
			}
		}
	}
	return table
})

// typographyLetterPair returns the place of a word's first two letters in the table.
func typographyLetterPair(w string) (int, bool) {
	if len(w) < 2 || w[0] < 'a' || w[0] > 'z' {
		return 0, false
	}
	second := w[1]
	if second < 'a' || second > 'z' {
		second = 'z' // e-mail
	}
	return int(w[0]-'a')*26 + int(second-'a'), true
}

// typographySpellings returns the spellings of the terms in a note. Names keep
// the spelling of their owners.
func typographySpellings(p *Pass) []typographySpelled {
	var out []typographySpelled
	table := typographyTermsByLetters()
	for ps := range typographyEnglish(p) {
		if !ps.Body() {
			continue
		}
		words := ps.Words()
		for i, w := range words {
			pair, ok := typographyLetterPair(w.Fold)
			if !ok {
				continue
			}
			for _, k := range table[pair] {
				end := typographySpelledAt(ps, words, i, typographyTerms[k[0]][k[1]])
				if end > 0 && !typographyIsName(ps, i) && !typographyQuoted(ps, w.Start) {
					m := typographyMark{Passage: ps}
					m.Start, m.End = w.Start, end
					out = append(out, typographySpelled{m, k[0], k[1]})
				}
			}
		}
	}
	return out
}

// typographySpelledAt returns where a spelling that starts at word i ends, or 0.
func typographySpelledAt(ps *Passage, words []Word, i int, spelling string) int {
	first, second, two := strings.Cut(spelling, " ")
	switch {
	case !two && strings.HasPrefix(words[i].Fold, first):
		return words[i].End
	case two && words[i].Fold == first && typographyNext(ps, words, i) && strings.HasPrefix(words[i+1].Fold, second):
		return words[i+1].End
	}
	return 0
}

// typographyUsual returns the spelling of each term that is met most often; of
// those met as often, the one listed first. Mixed says of which terms there are several.
func typographyUsual(found []typographySpelled) (usual map[int]int, mixed map[int]bool) {
	if len(found) == 0 {
		return nil, nil
	}
	counts := map[[2]int]int{}
	for _, s := range found {
		counts[[2]int{s.term, s.spelling}]++
	}
	usual, mixed = map[int]int{}, map[int]bool{}
	for t, spellings := range typographyTerms {
		best := 0
		for s := range spellings {
			n := counts[[2]int{t, s}]
			if n > 0 && best > 0 {
				mixed[t] = true
			}
			if n > best {
				usual[t], best = s, n
			}
		}
	}
	return usual, mixed
}

// typographyDrift reports the rarer spellings within a note.
func typographyDrift(p *Pass, found []typographySpelled, usual map[int]int, mixed map[int]bool) {
	for _, s := range found {
		if !mixed[s.term] || usual[s.term] == s.spelling {
			continue
		}
		words := s.Plain[s.Start:s.End]
		better := typographyTerms[s.term][usual[s.term]] + words[len(typographyTerms[s.term][s.spelling]):]
		if typographyCapital(words) {
			better = strings.ToUpper(better[:1]) + better[1:]
		}
		f := p.At(s.Passage, s.Start, s.End, quote(words)+" is spelled in two ways in this note", "write "+quote(better)+" throughout")
		typographyMend(f, s.Passage, s.Start, s.End, better)
	}
}

// typographyGatherDrift keeps the first place of each term in a note, and how
// the note spells it. A note that does not agree with itself has been told so.
func typographyGatherDrift(p *Pass, found []typographySpelled, usual map[int]int, mixed map[int]bool) {
	seen := map[int]bool{}
	for _, s := range found {
		if !seen[s.term] && !mixed[s.term] && usual[s.term] == s.spelling {
			seen[s.term] = true
			p.Gather(Fact{
				Key: typographyTerms[s.term][0], Text: typographyTerms[s.term][s.spelling], Value: s.spelling,
				Span: s.Place(s.Start, s.End), Pointer: s.Passage.Text.Pointer(),
			})
		}
	}
}

// typographyCompareDrift reports the notes that spell a term otherwise than
// most notes of the run do; where as many spell it one way, the list decides.
func typographyCompareDrift(p *SetPass) {
	p.ByKey(func(_ string, facts []Fact) {
		var counts [4]int
		for _, f := range facts {
			counts[f.Value]++
		}
		usual := 0
		for s, n := range counts {
			if n > counts[usual] {
				usual = s
			}
		}
		model := ""
		for _, f := range facts {
			if f.Value == usual {
				model = f.Text
				break
			}
		}
		for _, f := range facts {
			if f.Value != usual {
				p.Report(f, "other notes spell this "+quote(model+typographyMore(model))+", and this one "+quote(f.Text+typographyMore(f.Text)), "agree on one spelling for all notes that are read together")
			}
		}
	})
}

// typographyMore shows that a spelling is the beginning of words.
func typographyMore(spelling string) string {
	switch {
	case strings.HasSuffix(spelling, "at"):
		return "ion"
	case strings.HasSuffix(spelling, "mak"):
		return "ing"
	}
	return ""
}
