package lint

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"briefnote/diag"
)

var trackArtefact = &Rule{
	ID: "RL403", Slug: "track-artefact", Severity: diag.Error,
	Doc: Doc{
		Title:  "No remarks of a word processor",
		Why:    "Words such as \"Formatted: Font\" or \"Comment [AB1]\" come from the margin of a file with tracked changes. They show that the text was copied out of it, and what was deleted may be there, too.",
		Bad:    "Formatted: Font: (Default) Arial",
		Good:   "(nothing)",
		Source: "Public Safety, briefing book of 2019",
	},
	Check: func(p *Pass) {
		for _, ps := range p.Passages {
			if strings.IndexByte(ps.Plain, ':') < 0 && strings.IndexByte(ps.Plain, '[') < 0 && !strings.Contains(ps.Plain, "Changed") {
				continue
			}
			for _, trace := range residueTraces {
				at := strings.Index(ps.Plain, trace.words)
				if at < 0 || at > 0 && (trace.opens || unicode.IsLetter(ps.Before(at))) {
					continue
				}
				end := at + len(strings.TrimSpace(trace.words))
				p.At(ps, at, end, "this is a remark of a word processor, and no part of the note", "delete the remark with all its words, and look for more of them")
			}
		}
	},
}

// residueTraces are how the remarks of Microsoft Word begin, in English and in
// French. Some are words that a sentence may hold, and count only where they open a text.
var residueTraces = [...]struct {
	words string
	opens bool
}{
	{"Formatted: ", false},
	{"Deleted: ", true},
	{"Inserted: ", true},
	{"Moved (insertion)", false},
	{"Moved down [", false},
	{"Moved up [", false},
	{"Comment [", false},
	{"Commented [", false},
	{"Field Code Changed", false},
	{"Formatted Table", true},
	{"Mis en forme : ", false},
	{"Mis en forme\u00a0: ", false},
	{"Supprimé : ", true},
	{"Supprimé\u00a0: ", true},
	{"Commentaire [", false},
	{"Code de champ modifié", false},
}

var strikeFragment = &Rule{
	ID: "RL404", Slug: "strike-fragment", Severity: diag.Error,
	Doc: Doc{
		Title:  "No pieces of deleted words",
		Why:    "When tracked changes are copied as plain text, pieces of what was struck out stay behind: \"Fi-five\", or a hyphen before a word. In a heading, a dash that the same heading of another note does not have is such a piece.",
		Bad:    "We reaffirm the Fi-five Country partnership and support our -partners.",
		Good:   "We reaffirm the Five Country partnership and support our partners.",
		Source: "Public Safety, briefing book of 2019",
	},
	Check: func(p *Pass) {
		for _, ps := range p.Passages {
			for at := 0; ; {
				k := strings.IndexByte(ps.Plain[at:], '-')
				if k < 0 {
					break
				}
				at += k + 1
				residueHyphen(p, ps, at-1)
			}
		}
	},
	Gather:  residueGatherHeadings,
	Compare: residueCompareHeadings,
}

// residueHyphen judges a hyphen.
func residueHyphen(p *Pass, ps *Passage, at int) {
	before, after := ps.Before(at), ps.After(at+1)
	if !unicode.IsLetter(after) || ps.Role == SignOff {
		return
	}
	end := at + 1 + residueLetters(ps.Plain[at+1:])
	switch {
	case before == ' ' || before == '\u00a0':
		word := strings.TrimRight(ps.Plain[:at], " \u00a0")
		word = word[strings.LastIndexAny(word, " \u00a0")+1:]
		switch word {
		case "", "and", "or", "to", "but", "et", "ou", "nor": // government-owned and -operated
			return
		}
		p.At(ps, at, end, "a hyphen stands before this word", "delete it; look for what else a deletion left behind")
	case before == Hole:
		if !residueSuffix(ps.Plain[at+1 : end]) {
			p.At(ps, at, end, "a hyphen is left between a severance and this word", "delete it if it belonged to deleted text").Raise(diag.Warning)
		}
	case unicode.IsLetter(before):
		start := at
		for start > 0 && unicode.IsLetter(ps.Before(start)) {
			start -= utf8.RuneLen(ps.Before(start))
		}
		if start > 0 && ps.Plain[start-1] == '-' || !residueStutter(ps.Plain[start:at], ps.Plain[at+1:end]) {
			return
		}
		p.At(ps, start, end, quote(ps.Plain[start:end])+" is a piece of a deleted word and a word", "delete the piece")
	}
}

// residueLetters returns how many bytes of letters s starts with.
func residueLetters(s string) int {
	if i := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) }); i >= 0 {
		return i
	}
	return len(s)
}

// residueStutter reports whether a word begins with the letters before its
// hyphen and goes on. Prefixes (re-release, co-convene) and names do so rightly.
func residueStutter(piece, word string) bool {
	if n := utf8.RuneCountInString(piece); n < 2 || n > 4 || len(word) <= len(piece) || !strings.EqualFold(word[:len(piece)], piece) {
		return false
	}
	switch strings.ToLower(piece) {
	case "re", "co", "de", "pre", "pro", "un", "in", "non", "sub", "anti", "bi", "di", "ex", "al", "el", "bin", "ben", "pan", "para", "semi", "tri", "mini":
		return false
	}
	return true
}

// residueSuffix reports whether a word often follows the name of somebody with
// a hyphen: [REDACTED]-led.
func residueSuffix(w string) bool {
	switch w {
	case "wide", "specific", "style", "type", "like", "level", "friendly", "born", "made", "built", "run", "free":
		return true
	}
	return strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "ing") || len(w) < 3
}

// residueGatherHeadings keeps the headings with dashes, by their words.
func residueGatherHeadings(p *Pass) {
	for _, ps := range p.Passages {
		if ps.Role != Heading && ps.Role != RunIn || !strings.Contains(ps.Plain, " - ") {
			continue
		}
		p.Gather(Fact{
			Key: ps.Lang + " " + strings.ReplaceAll(fold(ps.Plain), " - ", " "), Text: ps.Plain, Value: strings.Count(ps.Plain, " - "),
			Span: ps.Span(), Pointer: ps.Text.Pointer(),
		})
	}
}

// residueCompareHeadings reports the headings with more dashes than the same
// heading has elsewhere.
func residueCompareHeadings(p *SetPass) {
	p.ByKey(func(_ string, facts []Fact) {
		fewest := facts[0]
		for _, f := range facts {
			if f.Value < fewest.Value {
				fewest = f
			}
		}
		for _, f := range facts {
			if f.Value > fewest.Value {
				p.Report(f, "this heading has a dash more than in other notes", "delete the dash that is left over: "+quote(fewest.Text))
			}
		}
	})
}

var runningHeader = &Rule{
	ID: "RL407", Slug: "running-header-in-body", Severity: diag.Warning,
	Doc: Doc{
		Title:  "No marking and no page number in the text",
		Why:    "Markings and page numbers are printed on every page by themselves. Those in the text were copied along from another file.",
		Bad:    "We commit to explore\n\nFOR OFFICIAL USE ONLY\n\nPage 3 of 6\n\nnew ways to share data.",
		Good:   "We commit to explore new ways to share data.",
		Source: "Public Safety, briefing book of 2019",
	},
	Check: func(p *Pass) {
		for _, ps := range p.Passages {
			if !ps.Body() || ps.Role == Cell || ps.Role == HeadCell {
				continue
			}
			if at := strings.Index(ps.Plain, "FOR OFFICIAL USE ONLY"); at >= 0 {
				p.At(ps, at, at+len("FOR OFFICIAL USE ONLY"), "this marking stands in the text", residueHeaderHint)
			} else if len(ps.Plain) <= 80 && residueHeader(ps.Plain) {
				p.At(ps, 0, len(ps.Plain), "this is a marking or a page number, and no text of the note", residueHeaderHint)
			}
		}
	},
}

const residueHeaderHint = "delete it; markings and page numbers are printed on every page"

// residueHeader reports whether a text is nothing but a marking, a page number
// or a stamp.
func residueHeader(s string) bool {
	s = strings.Trim(s, " -–—*")
	if typographyDigits(s) {
		return len(s) <= 3 || s[0] == '0' // a stamp: 000041
	}
	for _, of := range [...]string{" of ", " de ", " / ", "/"} {
		rest, ok := strings.CutPrefix(s, "Page ")
		if a, b, found := strings.Cut(rest, of); ok && found && typographyDigits(a) && typographyDigits(b) {
			return true
		}
	}
	if rest, ok := strings.CutPrefix(s, "Page "); ok && typographyDigits(rest) {
		return true
	}
	marking := s
	for _, by := range [...]string{"//", "/", " – ", " - ", ","} {
		marking, _, _ = strings.Cut(marking, by)
	}
	switch strings.TrimSpace(marking) {
	case "UNCLASSIFIED", "PROTECTED", "PROTECTED A", "PROTECTED B", "PROTECTED C", "CONFIDENTIAL", "SECRET", "TOP SECRET",
		"FOR OFFICIAL USE", "For Official Use Only", "OFFICIAL USE ONLY", "NON CLASSIFIÉ", "PROTÉGÉ A", "PROTÉGÉ B", "PROTÉGÉ C",
		"CONFIDENTIEL", "TRÈS SECRET", "RÉSERVÉ À DES FINS OFFICIELLES":
		return true
	}
	return false
}
