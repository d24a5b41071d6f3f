package lint

import (
	"unicode"

	"briefnote/diag"
)

var nbspColon = &Rule{
	ID: "FR503", Slug: "nbsp-colon", Severity: diag.Warning,
	Doc: Doc{
		Title:  "A no-break space before a colon, and none before ; ! ?",
		Why:    "This is the usage in Canada; that of France, with a space before all four, is what a keyboard set to it types.",
		Bad:    "Objectif: agir dès maintenant ; mais comment ?",
		Good:   "Objectif : agir dès maintenant; mais comment?",
		Source: "Translation Bureau, Clés de la rédaction (espacement)",
	},
	Check: func(p *Pass) {
		for ps := range frenchPassages(p) {
			for i := range len(ps.Plain) {
				switch ps.Plain[i] {
				case ':':
					colonSpace(p, ps, i)
				case ';', '!', '?':
					markSpace(p, ps, i)
				}
			}
		}
	},
}

// colonSpace looks at the space before the colon at i. A colon is judged where
// a space or nothing follows: not in 10:30, an address or a ratio.
func colonSpace(p *Pass, ps *Passage, i int) {
	start := ps.spaceBefore(i)
	before, after := ps.Before(start), ps.After(i+1)
	if after != 0 && !unicode.IsSpace(after) || !endsWords(before) {
		return
	}
	message := "a space that can break stands before this colon"
	switch space := ps.Plain[start:i]; space {
	case nbsp, "\u202f":
		return
	case "":
		message = "no space stands before this colon"
	}
	f := p.At(ps, start, i+1, message, "put a no-break space there")
	frenchMend(f, ps, frenchEdit{start, i + 1, nbsp + ":"})
}

// markSpace looks at the space before the mark at i: there should be none.
func markSpace(p *Pass, ps *Passage, i int) {
	start := ps.spaceBefore(i)
	if start == i || !endsWords(ps.Before(start)) {
		return
	}
	mark := ps.Plain[i : i+1]
	f := p.At(ps, start, i+1, "a space stands before this "+nameOfMark(mark), "delete the space; in Canada there is none")
	frenchMend(f, ps, frenchEdit{start, i + 1, mark})
}

func nameOfMark(mark string) string {
	switch mark {
	case ";":
		return "semicolon"
	case "!":
		return "exclamation mark"
	}
	return "question mark"
}

// endsWords reports whether words, and not an opening bracket, a mark of its
// own or a hole, stand before a place.
func endsWords(r rune) bool {
	switch r {
	case ')', ']', '»', '”', '"', '’', '\'', '%', '$', '°':
		return true
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}
