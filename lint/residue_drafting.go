package lint

import (
	"strings"
	"unicode"

	"briefnote/diag"
	"briefnote/schema"
)

var negotiationBracket = &Rule{
	ID: "RL405", Slug: "negotiation-bracket", Severity: diag.Error, From: Approved,
	Doc: Doc{
		Title:  "No square brackets in an approved text",
		Why:    "Square brackets hold words that are not agreed yet. In an approved text they tell readers that it was approved too early; [sic], […] and words added to a quotation stay.",
		Bad:    "We [agree] [intend] to publish ice warnings.",
		Good:   "We agree to publish ice warnings.",
		Source: "House style",
	},
	Check: func(p *Pass) {
		residueBrackets(p, func(ps *Passage, start, end int) {
			words := strings.TrimSpace(ps.Plain[start+1 : end-1])
			if !residuePlaceholder(words) && residueUnagreed(ps, start, end, words) {
				p.At(ps, start, end, "these square brackets are still open", "settle the words, and delete the brackets")
			}
		})
	},
}

// residueBrackets calls f for the square brackets in the note that are no
// markup; an inner pair is part of the outer one.
func residueBrackets(p *Pass, f func(ps *Passage, start, end int)) {
	for _, ps := range p.Passages {
		for at := 0; ; {
			k := strings.IndexByte(ps.Plain[at:], '[')
			if k < 0 {
				break
			}
			start := at + k
			depth, end := 0, len(ps.Plain)
			for i := start; i < len(ps.Plain); i++ {
				if ps.Plain[i] == '[' {
					depth++
				} else if ps.Plain[i] == ']' {
					if depth--; depth == 0 {
						end = i + 1
						break
					}
				}
			}
			if depth > 0 { // it never closes
				at = start + 1
				continue
			}
			f(ps, start, end)
			at = end
		}
	}
}

// residueUnagreed reports whether words in square brackets may be ones that are
// not agreed: no remark of an editor, no letter changed in a quotation ([t]he),
// no number of a reference.
func residueUnagreed(ps *Passage, start, end int, words string) bool {
	switch strings.ToLower(words) {
	case "", "sic", "...", "…", "emphasis added", "translation", "traduction", "in french", "in english":
		return false
	}
	return !unicode.IsLetter(ps.After(end)) && !typographyDigits(words) && !typographyQuoted(ps, start)
}

var placeholder = &Rule{
	ID: "RL406", Slug: "placeholder", Severity: diag.Error,
	Doc: Doc{
		Title:  "No text that waits to be written",
		Why:    "TBD, XX and \"[insert number]\" are notes to oneself. What is overlooked before approval is printed.",
		Bad:    "The lease costs $XX million; the owner is TBD.",
		Good:   "The lease costs $8.3 million; the owner is the Alder Line.",
		Source: "House style",
	},
	Phrases: []Phrase{
		{Words: "tbd"}, {Words: "tbc"}, {Words: "tba"}, {Words: "todo"}, {Words: "fixme"}, {Words: "lorem ipsum"},
	},
	Found: func(p *Pass, m Match) {
		if m.Phrase.Words != "lorem ipsum" && m.Text() != strings.ToUpper(m.Text()) {
			return // "todo" is a word in Spanish names
		}
		p.At(m.Passage, m.Start, m.End, quote(m.Text())+" still stands for what is to be written", "write it")
	},
	Check: func(p *Pass) {
		for _, ps := range p.Passages {
			residueBlanks(p, ps)
		}
		residueBrackets(p, func(ps *Passage, start, end int) {
			if residuePlaceholder(strings.TrimSpace(ps.Plain[start+1 : end-1])) {
				p.At(ps, start, end, quote(ps.Plain[start:end])+" still stands for what is to be written", "write it")
			}
		})
	},
}

// residueBlanks reports rows of x (XX, 20XX, XXX-XXXX), of underscores and of
// question marks. XX as a Roman number stands with a word in capitals: the XX Games.
func residueBlanks(p *Pass, ps *Passage) {
	for _, blank := range [...]string{"XX", "xxx", "___", "???"} {
		for at := 0; ; {
			k := strings.Index(ps.Plain[at:], blank)
			if k < 0 {
				break
			}
			start := at + k
			at = start
			for at < len(ps.Plain) && ps.Plain[at] == blank[0] {
				at++
			}
			end := at
			if unicode.IsLetter(rune(blank[0])) {
				for start > 0 && residueOfBlank(ps.Before(start)) {
					start--
				}
				if unicode.IsLetter(ps.Before(start)) || unicode.IsLetter(ps.After(end)) || residueRoman(ps, start, end) {
					continue
				}
			}
			p.At(ps, start, end, quote(ps.Plain[start:end])+" still stands for what is to be written", "write it")
		}
	}
}

// residueOfBlank reports whether a character before a row of x belongs to it:
// $XX, 20XX.
func residueOfBlank(r rune) bool { return r == '$' || r >= '0' && r <= '9' }

// residueRoman reports whether XX is a Roman number: a word with a capital
// stands beside it, as in the XX Games and Chapter XX.
func residueRoman(ps *Passage, start, end int) bool {
	if ps.Plain[start:end] != "XX" {
		return false
	}
	words := ps.Words()
	for i, w := range words {
		if w.Start != start || w.End != end {
			continue
		}
		return typographyNext(ps, words, i) && typographyCapital(words[i+1].Text) ||
			typographyNext(ps, words, i-1) && typographyCapital(words[i-1].Text) && !typographyOpens(ps, words[i-1].Start)
	}
	return false
}

// residuePlaceholder reports whether words in square brackets ask for others.
func residuePlaceholder(words string) bool {
	w := strings.ToLower(words)
	for _, start := range [...]string{"insert", "insérer", "to be ", "to come", "tbd", "tbc", "tba", "xx", "add ", "ajouter ", "à ", "nom d", "name of", "date of"} {
		if strings.HasPrefix(w, start) {
			return true
		}
	}
	switch w {
	case "name", "title", "date", "number", "amount", "place", "city", "country", "nom", "titre", "nombre", "montant", "lieu", "ville", "pays", "x", "$x":
		return true
	}
	return false
}

var responsiveIfAsked = &Rule{
	ID: "RL415", Slug: "responsive-if-asked", Severity: diag.Warning,
	Doc: Doc{
		Title:  "Responsive lines open with what they respond to",
		Why:    "A responsive line is said only if somebody asks. \"If asked\" at its start keeps it from being said unasked.",
		Bad:    "- Canada takes these threats seriously.",
		Good:   "- If asked about these threats, say that Canada takes them seriously.",
		Source: "House style",
	},
	Check: func(p *Pass) {
		part := p.Part("responsive_lines")
		if part == nil {
			return
		}
		part.Sections(func(s *Section) {
			opened := s.Heading != nil && residueConditional(s.Heading)
			for _, piece := range s.Pieces {
				l, ok := piece.(*List)
				if !ok {
					continue
				}
				for _, it := range l.Items {
					if it.Text == nil || it.Continued || strings.HasPrefix(it.Text.Plain, string(Hole)) {
						continue
					}
					if opened = opened || residueConditional(it.Text); opened {
						continue // what follows answers the same question
					}
					words := it.Text.Words()
					if len(words) == 0 {
						continue
					}
					hint := `start it with "If asked about …"`
					if it.Text.Lang == "fr" {
						hint = "commencer par « Si l’on demande … »"
					}
					p.At(it.Text, words[0].Start, words[0].End, "this line does not say what it responds to", hint)
				}
			}
		})
	},
}

// residueConditional reports whether a line opens with the case it is for.
func residueConditional(ps *Passage) bool {
	words := ps.Words()
	if len(words) == 0 {
		return false
	}
	second := ""
	if len(words) > 1 {
		second = words[1].Fold
	}
	switch words[0].Fold {
	case "if", "when", "whenever", "should", "asked", "q", "question", "si", "s'il", "s'ils", "lorsque", "lorsqu'on", "advenant", "interrogé", "interrogée":
		return true
	case "in":
		return second == "response" || second == "case" || second == "answer"
	case "on":
		return second == "questions" || second == "request"
	case "au":
		return second == "besoin"
	case "en":
		return second == "réponse" || second == "cas"
	}
	return false
}

var questionsMarked = &Rule{
	ID: "RL416", Slug: "questions-marked", Severity: diag.Info,
	Doc: Doc{
		Title:  "Questions to ask stand under a topic of their own",
		Why:    "A question among key messages is read out as a message, or skipped. Under \"Points to ask\" it is found.",
		Bad:    "## Opioids\n- China remains the main source.\n- What are your views on the main challenges?",
		Good:   "## Opioids\n- China remains the main source.\n\n## Points to ask\n- What are your views on the main challenges?",
		Source: "House style",
	},
	Check: func(p *Pass) {
		part := p.Part("key_messages")
		if part == nil {
			return
		}
		part.Sections(func(s *Section) {
			if s.Heading != nil && residueAsks(s.Heading) {
				return
			}
			s.Lists(func(l *List) {
				for _, it := range l.Items {
					if it.Text != nil {
						residueQuestion(p, it.Text)
					}
				}
			})
		})
	},
}

// residueQuestion reports the first question of a point.
func residueQuestion(p *Pass, ps *Passage) {
	if strings.IndexByte(ps.Plain, '?') < 0 {
		return
	}
	for _, s := range ps.Sentences() {
		if strings.HasSuffix(s.In(ps.Plain), "?") && !typographyQuoted(ps, s.End-1) {
			hint := `put it under a topic of its own, such as "Points to ask"`
			if ps.Lang == "fr" {
				hint = "put it under a topic of its own, such as « Questions à poser »"
			}
			p.At(ps, s.Start, s.End, "this is a question among messages", hint)
			return
		}
	}
}

// residueAsks reports whether a heading announces questions.
func residueAsks(ps *Passage) bool {
	for _, w := range ps.Words() {
		switch w.Fold {
		case "ask", "asks", "question", "questions", "poser", "demander", "demandes":
			return true
		}
	}
	return false
}

var personalInfo = &Rule{
	ID: "RL413", Slug: "personal-info", Severity: diag.Warning,
	Doc: Doc{
		Title:  "No phone numbers, e-mail addresses or names of staff",
		Why:    "A note may be released. The office that drafted it is enough; the phone, address and name of an analyst would have to be severed. Numbers and addresses of offices, and what is marked to be withheld, may stay.",
		Bad:    "drafted: {org: MCB, name: Jo Tarn, role: Analyst}, 613-555-0142",
		Good:   "drafted: {org: MCB, role: Analyst}",
		Source: "Access to Information Act, s. 19; Privacy Act, s. 3",
	},
	Check: func(p *Pass) {
		for _, ps := range p.Passages {
			if strings.IndexByte(ps.Plain, '@') >= 0 {
				residueAddresses(p, ps)
			}
			residuePhones(p, ps)
			for _, s := range ps.Spans {
				if to, ok := strings.CutPrefix(s.Inline.Text, "mailto:"); ok && s.Kind == schema.Link && residuePersonal(to) && !strings.Contains(ps.Plain[s.Start:s.End], "@") {
					residuePersonally(p, ps, s.Start, s.End, "this link leads to somebody's e-mail address")
				}
			}
		}
		for _, line := range []schema.SignOff{p.Env().Drafted, p.Env().Consulted} {
			for _, e := range line {
				if !e.Name.IsEmpty() && residueJunior(e.Role.String()) {
					p.Report(e.Name.Span(), e.Name.Pointer(), "this names a member of staff below the rank of director", "name the office and the role alone")
				}
			}
		}
	},
}

// residuePersonally reports personal information, unless it is to be withheld.
func residuePersonally(p *Pass, ps *Passage, start, end int, message string) {
	if !typographyWithheld(ps, start, end) && (ps.Section == nil || !ps.Section.Withheld) && (ps.Item == nil || !ps.Item.Withheld) {
		p.At(ps, start, end, message, "delete it, or name the office")
	}
}
