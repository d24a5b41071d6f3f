package lint

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"briefnote/diag"
	"briefnote/schema"
)

var headingStyle = &Rule{
	ID: "TY316", Slug: "heading-style", Severity: diag.Warning, Langs: []string{"en"},
	Options: []Option{
		{Key: "sentence_case", Default: true, Doc: "whether headings with capitals as in a title are reported, too"},
	},
	Doc: Doc{
		Title:  "Headings in sentence case, without punctuation at the end",
		Why:    "Capitals throughout are hard to read and hide which words are names; a colon at the end says what the heading's place says already.",
		Bad:    "## Existing efforts:\n## NEXT STEPS FOR THE FLEET",
		Good:   "## Existing efforts\n## Next steps for the fleet",
		Source: "Canada.ca Content Style Guide, 4.1",
	},
	Check: func(p *Pass) {
		sentenceCase := p.Bool("sentence_case")
		for ps := range typographyEnglish(p) {
			if ps.Role != Heading && ps.Role != RunIn && ps.Role != Title {
				continue
			}
			if r, size := utf8.DecodeLastRuneInString(ps.Plain); strings.ContainsRune(":.;,", r) && !typographyAbbreviated(ps) {
				at := len(ps.Plain) - size
				f := p.At(ps, at, len(ps.Plain), "this heading ends in punctuation", "delete it")
				typographyMend(f, ps, at, len(ps.Plain), "")
			}
			switch {
			case typographyAllCaps(p, ps):
				p.On(ps, "this heading is in capitals throughout", "write a capital for its first word and for names alone")
			case sentenceCase && ps.Role != Title && typographyTitleCase(p, ps):
				p.On(ps, "the words of this heading have capitals, as in a title", "write a capital for its first word and for names alone, here and in the headings below").Raise(diag.Info)
				sentenceCase = false // it is a habit: once a note is enough
			}
		}
	},
}

// typographyAbbreviated reports whether the full stop at the end of a heading
// belongs to its last word (U.S., etc.).
func typographyAbbreviated(ps *Passage) bool {
	words := ps.Words()
	if len(words) == 0 {
		return false
	}
	last := words[len(words)-1]
	return last.End == len(ps.Plain) || last.Fold == "etc" || last.Fold == "inc" || last.Fold == "ltd"
}

// typographyAllCaps reports whether a heading is in capitals, and no acronym. A
// communiqué's title stands in capitals by custom. A single word is an acronym
// if it is short, in the glossary, or written so in the text.
func typographyAllCaps(p *Pass, ps *Passage) bool {
	if p.Kind == "communique" && ps.Role == Title || strings.ContainsFunc(ps.Plain, unicode.IsLower) {
		return false
	}
	words := ps.Words()
	long := 0
	for _, w := range words {
		if len(w.Text) >= 5 && strings.IndexFunc(w.Text, unicode.IsLetter) == 0 {
			long++
		}
	}
	if long == 0 || len(words) > 1 {
		return long > 0 && len(words) > 1 && typographyLetters(ps.Plain) >= 8
	}
	only := words[0].Text
	for _, a := range p.Glossary.Acronyms {
		if a.Short == only {
			return false
		}
	}
	for _, other := range p.Passages {
		if other != ps && strings.Contains(other.Plain, only) && strings.ContainsFunc(other.Plain, unicode.IsLower) {
			return false
		}
	}
	return len(only) >= 7
}

func typographyLetters(s string) int {
	n := 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}

// typographyTitleCase reports whether a heading has capitals on words that are
// no names: the note writes each of them in small letters somewhere, and the
// heading's words in a row nowhere with their capitals.
func typographyTitleCase(p *Pass, ps *Passage) bool {
	capitals := 0
	for i, w := range ps.Words() {
		if i == 0 || len(w.Text) < 4 {
			continue
		}
		if !typographyCapital(w.Text) || !typographyWritten(p, w.Fold) {
			return false
		}
		capitals++
	}
	return capitals > 0 && !typographyWritten(p, ps.Plain)
}

// typographyWritten reports whether words stand in the note's running text.
func typographyWritten(p *Pass, words string) bool {
	for _, ps := range p.Passages {
		if ps.IsText() && strings.Contains(ps.Plain, words) {
			return true
		}
	}
	return false
}

var italics = &Rule{
	ID: "TY317", Slug: "italics", Severity: diag.Info, Langs: []string{"en"},
	Doc: Doc{
		Title:  "Titles of statutes in italics",
		Why:    "Italics show where the title starts and ends; a note that sets one statute in italics and the next one not was not read in one go.",
		Bad:    "Groups are listed under the *Criminal Code*, and offenders under the Sex Offender Information Registration Act.",
		Good:   "Groups are listed under the *Criminal Code*, and offenders under the *Sex Offender Information Registration Act*.",
		Source: "The Canadian Style, 6.04",
	},
	Check: func(p *Pass) {
		for ps := range typographyEnglish(p) {
			if !ps.IsText() {
				continue
			}
			words := ps.Words()
			for i, w := range words {
				var from, to int
				switch w.Text {
				case "Act":
					from, to = typographyActTitle(ps, words, i), i+1
				case "Code":
					from, to = i, i+1
					if typographyNext(ps, words, i-1) && words[i-1].Text == "Criminal" {
						from = i - 1
					} else {
						continue
					}
				case "Charter":
					from, to = typographyCharter(ps, words, i)
				default:
					continue
				}
				if from < i && to == i+1 || to > i+1 {
					start, end := words[from].Start, words[to-1].End
					if !typographyEmphasised(ps, end) && !typographyQuoted(ps, start) {
						p.At(ps, start, end, "the title of this statute is not in italics", "put it between asterisks: *"+ps.Plain[start:end]+"*")
					}
				}
			}
		}
	},
}

// typographyActTitle returns the first word of the title of a statute whose
// last word is i: words with capitals, and small ones between them.
func typographyActTitle(ps *Passage, words []Word, i int) int {
	from := i
	for k := i - 1; k >= 0; k-- {
		glue := ps.Plain[words[k].End:words[k+1].Start]
		if strings.Trim(glue, ", \u00a0") != "" || strings.HasSuffix(words[k].Fold, "'s") || glue[0] == ',' && !typographyCapital(words[k+1].Text) {
			break
		}
		if typographyCapital(words[k].Text) {
			if typographyOpens(ps, words[k].Start) && typographyNotTitle(words[k].Fold) {
				break
			}
			from = k
			continue
		}
		switch words[k].Fold {
		case "and", "of", "to", "for", "from", "or":
			continue
		}
		break
	}
	return from
}

// typographyNotTitle reports whether a word that opens a sentence stands before
// a title, and not in it.
func typographyNotTitle(w string) bool {
	switch w {
	case "the", "under", "in", "this", "that", "our", "by", "since", "as", "a", "an", "if", "when", "while", "both", "for", "and", "but":
		return true
	}
	return false
}

// typographyCharter returns the words of the Charter of Rights and Freedoms, if
// they stand at word i.
func typographyCharter(ps *Passage, words []Word, i int) (from, to int) {
	if i+4 >= len(words) || !strings.HasPrefix(ps.Plain[words[i].Start:], "Charter of Rights and Freedom") {
		return i, i
	}
	if typographyNext(ps, words, i-1) && words[i-1].Text == "Canadian" {
		return i - 1, i + 5
	}
	return i, i + 5
}

// typographyEmphasised reports whether the word that ends at an offset is in italics.
func typographyEmphasised(ps *Passage, end int) bool {
	for _, s := range ps.Spans {
		if s.Kind == schema.Emphasis && s.Start < end && end <= s.End {
			return true
		}
	}
	return false
}
