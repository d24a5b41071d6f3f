package lint

import (
	"strings"

	"briefnote/diag"
)

var personTitle = &Rule{
	ID: "AC207", Slug: "person-title", Severity: diag.Warning,
	Langs: []string{"en"},
	Doc: Doc{
		Title:  "A person who holds an office is not called by the surname alone",
		Why:    "The note may be read out, or released to the person it is about: \"Minister Okafor\", not \"Okafor\".",
		Bad:    "Minister Okafor opened the meeting. Okafor asked about ports.",
		Good:   "Minister Okafor opened the meeting. The minister asked about ports.",
		Source: "Writing Tips Plus, styles of address",
	},
	Check: func(p *Pass) {
		names := surnamesIn(p)
		if len(names) == 0 {
			return
		}
		for _, ps := range p.Passages {
			if ps.Lang != "en" || !ps.IsText() {
				continue
			}
			words := ps.Words()
			for i := range words {
				w := &words[i]
				if w.Text == w.Fold || !names[strings.TrimSuffix(w.Fold, "'s")] || !isBare(ps, words, i) {
					continue
				}
				end := nameEnd(w)
				p.At(ps, w.Start, end, quote(ps.Plain[w.Start:end])+" stands without a title", "write the title before the name, or the office alone")
			}
		}
	},
}

// surnamesIn returns the surnames of the people whom the note calls by an
// office, in small letters: "Minister Okafor", "Secretary of State Jane Okafor".
// A word that the note also writes in small letters is no surname.
func surnamesIn(p *Pass) map[string]bool {
	names := map[string]bool{}
	for _, ps := range p.Passages {
		if ps.Lang != "en" || ps.Role == SignOff || ps.Role == Masthead {
			continue
		}
		words := ps.Words()
		for i := range words {
			if words[i].Text != words[i].Fold && isOffice(words[i].Fold) {
				if s := surnameAfter(ps, words, i); s != "" {
					names[s] = true
				}
			}
		}
	}
	if len(names) == 0 {
		return nil
	}
	for _, ps := range p.Passages {
		for _, w := range ps.Words() {
			if w.Text == w.Fold {
				delete(names, w.Fold)
			}
		}
	}
	return names
}

// surnameAfter returns the surname after the office of an index, or "".
func surnameAfter(ps *Passage, words []Word, i int) string {
	k, least := i+1, 1
	if k < len(words) && words[k].Fold == "of" {
		k, least = k+1, 3 // Secretary of State Jane Okafor
	}
	from := k
	for k < len(words) && k-from < 6 && isName(words[k].Text) && ps.nextTo(words, k) && !isOffice(words[k].Fold) {
		k++
	}
	if k-from < least || k == from {
		return ""
	}
	last := strings.TrimSuffix(words[k-1].Fold, "'s")
	if len(last) < 3 || isNoSurname(last) || k-from > 1 && isNoSurname(words[k-2].Fold) {
		return ""
	}
	return last
}

// nextTo reports whether nothing but a space, or a full stop and a space after
// a short title (Mr., Hon.), stands before the word of an index.
func (p *Passage) nextTo(words []Word, i int) bool {
	between := p.Plain[words[i-1].End:words[i].Start]
	return strings.Trim(between, " \u00a0") == "" || between == ". " && len(words[i-1].Text) < 5
}

// isBare reports whether the surname at an index stands without a title, a
// first name, or anything after it that makes it part of another name ("the
// Okafor Inquiry"). In "Ministers Okafor and Lund" both have their title.
func isBare(ps *Passage, words []Word, i int) bool {
	if i+1 < len(words) && ps.onlySpace(words[i].End, words[i+1].Start) {
		next := words[i+1]
		if isName(next.Text) && next.Text != "I" || isOfPeople(next.Fold) {
			return false
		}
	}
	for k := i - 1; k >= 0; k-- {
		between := ps.Plain[words[k].End:words[k+1].Start]
		switch w := words[k]; {
		case strings.ContainsAny(between, ".;:!?"+string(Hole)) && !ps.nextTo(words, k+1):
			return true
		case isOffice(w.Fold), isDeterminer(w.Fold):
			return false
		case w.Fold == "and", startsUpper(w.Text) && strings.HasPrefix(between, ","):
			// A list of people: its first one tells.
		case startsUpper(w.Text) && k == i-1 && !opensClause(w.Fold):
			return false // a first name, or an initial
		case startsUpper(w.Text):
		default:
			return true
		}
	}
	return true
}

// opensClause reports whether a word with a capital before a name is no name.
func opensClause(w string) bool {
	switch w {
	case "when", "while", "if", "as", "since", "because", "although", "but", "so", "yet", "then", "also", "both", "after", "before",
		"did", "does", "has", "had", "was", "is", "will", "should", "on", "in", "for", "to", "with", "from", "by":
		return true
	}
	return false
}

func isOfPeople(w string) bool {
	switch w {
	case "administration", "government", "era", "cabinet", "report", "inquiry", "commission", "family", "doctrine", "plan", "act":
		return true
	}
	return false
}

// isOffice reports whether a word is an office or a form of address.
func isOffice(w string) bool {
	switch w {
	case "minister", "ministers", "secretary", "secretaries", "president", "presidents", "premier", "premiers", "ambassador",
		"ambassadors", "commissioner", "commissioners", "director", "senator", "senators", "chancellor", "governor", "mayor", "chief",
		"general", "mr", "mrs", "ms", "dr", "hon", "honourable", "honorable", "professor", "judge", "justice", "sir", "lord", "colonel", "captain",
		"sergeant", "constable", "inspector", "superintendent", "admiral", "councillor", "envoy", "speaker", "representative":
		return true
	}
	return false
}

// isNoSurname reports whether a word after an office is part of the office or a
// country: Secretary of Homeland Security, Minister of Health Canada.
func isNoSurname(w string) bool {
	switch w {
	case "security", "justice", "affairs", "safety", "defence", "defense", "relations", "finance", "health", "state", "trade",
		"environment", "services", "preparedness", "development", "council", "treasury", "board", "staff", "labour", "labor", "transport",
		"industry", "agriculture", "education", "energy", "interior", "immigration", "fisheries", "oceans", "heritage", "resources",
		"revenue", "water", "office", "branch", "directorate", "bank", "league", "public", "foreign", "home", "homeland", "national",
		"canada", "kingdom", "states", "zealand", "guinea", "africa", "korea", "ireland", "republic", "arabia", "emirates", "lanka",
		"rica", "leone", "islands", "nations", "union", "america", "ontario", "quebec", "québec", "columbia", "of", "and", "for", "to":
		return true
	}
	return false
}

var titleCase = &Rule{
	ID: "AC208", Slug: "title-case", Severity: diag.Warning,
	Langs: []string{"en"},
	Doc: Doc{
		Title:  "Small words in titles and names have no capital",
		Why:    "\"Minister Of Justice\" is not how the office is written.",
		Bad:    "the Minister Of Justice",
		Good:   "the Minister of Justice",
		Source: "Writing Tips Plus, capitalization",
	},
	Check: func(p *Pass) {
		for _, ps := range p.Passages {
			if ps.Lang != "en" {
				continue
			}
			words := ps.Words()
			for i := 1; i+1 < len(words); i++ {
				w := &words[i]
				switch w.Text {
				case "Of", "And", "For", "To":
				default:
					continue
				}
				if !isName(words[i-1].Text) || !startsUpper(words[i+1].Text) || !ps.spaced(words[i-1:i+2]) {
					continue
				}
				f := p.At(ps, w.Start, w.End, quote(w.Text)+" has no capital inside a title", "write "+quote(w.Fold))
				if isOffice(words[i-1].Fold) {
					f.Fix(ps, w.Start, w.End, w.Fold)
				}
			}
		}
	},
}

var ministerStyle = &Rule{
	ID: "AC209", Slug: "minister-style", Severity: diag.Info,
	Langs: []string{"en"},
	Doc: Doc{
		Title:  "\"The Honourable\" before a full name, or \"Minister\" before a surname",
		Why:    "\"Honourable\" is an adjective: it takes \"the\" before it, and a name after it, not an office.",
		Bad:    "Honourable Amara Okafor; the Honourable Minister Okafor",
		Good:   "the Honourable Amara Okafor; Minister Okafor",
		Source: "Canadian Heritage, Styles of address",
	},
	Check: func(p *Pass) {
		for _, ps := range p.Passages {
			if ps.Lang != "en" || !ps.IsText() {
				continue
			}
			words := ps.Words()
			for i := 0; i+1 < len(words); i++ {
				w, next := &words[i], &words[i+1]
				if w.Text != "Honourable" && w.Text != "Hon" || !isName(next.Text) || !ps.nextTo(words, i+1) {
					continue
				}
				switch {
				case isOffice(next.Fold):
					p.At(ps, w.Start, next.End, quote(w.Text)+" stands before a name, not before an office", "write "+quote(next.Text)+" and the surname, or \"the Honourable\" and the full name")
				case i == 0 || !isThe(words[i-1].Fold):
					p.At(ps, w.Start, w.End, quote(w.Text)+" lacks its \"the\"", "write \"the "+w.Text+"\"")
				}
			}
		}
	},
}

// isThe reports whether a word may stand before Honourable.
func isThe(w string) bool { return w == "the" || w == "right" || w == "très" || w == "l" }

var commaTitle = &Rule{
	ID: "AC211", Slug: "comma-title", Severity: diag.Warning,
	Langs: []string{"en"},
	Doc: Doc{
		Title:  "A comma between a name and the office after it",
		Why:    "Without the comma the office reads as part of the name.",
		Bad:    "Meeting with Amara Okafor Minister of Ports",
		Good:   "Meeting with Amara Okafor, Minister of Ports",
		Source: "Writing Tips Plus, comma",
	},
	Check: func(p *Pass) {
		for _, ps := range p.Passages {
			if ps.Role != Title || ps.Lang != "en" {
				continue
			}
			words := ps.Words()
			for i := 3; i < len(words); i++ {
				from := officeStart(words, i)
				if from < 3 || !isOffice(words[i].Fold) || !followsName(ps, words, from) {
					continue
				}
				p.At(ps, words[from-1].Start, words[i].End, "a comma is missing between the name and the office", "write "+quote(words[from-1].Text+", "+ps.Plain[words[from].Start:words[i].End]))
				break
			}
		}
	},
}

// officeStart returns the index of the first word of an office that ends with
// the word of an index: Home Secretary, Deputy Prime Minister.
func officeStart(words []Word, i int) int {
	for i > 0 {
		switch words[i-1].Fold {
		case "prime", "home", "foreign", "deputy", "assistant", "associate", "attorney", "solicitor", "governor", "justice", "defence",
			"finance", "health", "high", "permanent", "under", "interior", "first", "general", "chief", "acting", "parliamentary":
			i--
		default:
			return i
		}
	}
	return i
}

// followsName reports whether the words before an index are "with" and a first
// name and a surname, so far as their spelling tells: two words that are no
// country, people or body.
func followsName(ps *Passage, words []Word, i int) bool {
	if !ps.spaced(words[i-3 : i+1]) {
		return false
	}
	switch words[i-3].Fold {
	case "with", "by", "from", "of":
	default:
		return false
	}
	for _, w := range words[i-2 : i] {
		if !startsUpper(w.Text) || isNoSurname(w.Fold) || isOffice(w.Fold) || isPlace(w.Fold) || strings.ContainsAny(w.Fold, "0123456789'") {
			return false
		}
	}
	return true
}

// isPlace reports whether a word of a title is part of a country, a people or a
// body, and not of a person's name.
func isPlace(w string) bool {
	switch w {
	case "the", "new", "south", "north", "east", "west", "central", "great", "united", "saudi", "costa", "sierra", "sri", "papua", "el", "san",
		"european", "world", "international", "federal", "provincial", "former", "senior", "special", "joint", "global", "commission",
		"agency", "service", "police", "party", "committee", "group", "department", "ministry", "city", "port", "parliament", "university":
		return true
	}
	for _, end := range []string{"ian", "ish", "ese", "can", "land", "stan", "ia"} {
		if len(w) > 5 && strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}
