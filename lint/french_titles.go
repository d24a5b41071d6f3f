package lint

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"briefnote/diag"
)

var frenchTitles = &Rule{
	ID: "FR509", Slug: "feminization-titles", Severity: diag.Info,
	Doc: Doc{
		Title:  "Titles of men and women in French",
		Why:    "A woman's title is feminine in Canada: la ministre, la première ministre. M. and Mme stay on the line of the name, so a no-break space follows; Mme has no full stop, and Mr is English.",
		Bad:    "Mme. Tremblay, le ministre Tremblay et Mr. Roy",
		Good:   "Mme Tremblay, la ministre Tremblay et M. Roy",
		Source: "Translation Bureau, Clés de la rédaction (titres de civilité, féminisation)",
	},
	Phrases: feminineForms(
		"la premier ministre", "la première ministre", "la directeur", "la directrice", "la député", "la députée",
		"la président", "la présidente", "la vice-président", "la vice-présidente", "la sénateur", "la sénatrice",
		"la gouverneur", "la gouverneure", "la procureur", "la procureure", "la vérificateur", "la vérificatrice",
		"la chancelier", "la chancelière", "la greffier", "la greffière", "une directeur", "une directrice",
		"une conseiller", "une conseillère", "une président", "une présidente", "une député", "une députée",
		"une ambassadeur", "une ambassadrice", "la ministre délégué", "la ministre déléguée",
		"la ministre associé", "la ministre associée", "la sous-ministre adjoint", "la sous-ministre adjointe",
		"la sous-ministre délégué", "la sous-ministre déléguée", "la sous-ministre associé", "la sous-ministre associée",
		"mme le", "mme la", "madame le", "madame la", "mme l'ambassadeur", "mme l'ambassadrice",
		"madame l'ambassadeur", "madame l'ambassadrice", "monsieur la", "monsieur le",
	),
	Found: func(p *Pass, m Match) {
		use := m.Use
		if r, size := utf8.DecodeRuneInString(m.Text()); unicode.IsUpper(r) {
			use = string(r) + use[size:]
		}
		p.At(m.Passage, m.Start, m.End, quote(m.Text())+" is of two genders", "write "+quote(use)+", and the title in the same gender")
	},
	Check: func(p *Pass) {
		var people frenchPeople
		for ps := range frenchPassages(p) {
			for i, w := range ps.Words() {
				switch w.Text {
				case "Mr", "Mrs", "Ms":
					englishTitle(p, ps, i)
				case "M", "MM", "Mme", "Mmes", "Mlle", "Mlles", "Mgr", "Me", "Dr", "Dre", "Mx":
					titleSpace(p, ps, i)
					people.civil(ps, i)
				}
				if i > 0 && epicene()[w.Fold] {
					people.titled(ps, i)
				}
			}
		}
		people.report(p)
	},
}

// feminineForms returns phrases of French, each with what to write in its place.
func feminineForms(pairs ...string) []Phrase {
	var out []Phrase
	for i := 0; i < len(pairs); i += 2 {
		out = append(out, Phrase{Words: pairs[i], Use: pairs[i+1], Lang: "fr"})
	}
	return out
}

// titleEnd returns where a title ends, its full stop included, and where the
// name after it starts; no name follows if that is 0.
func titleEnd(ps *Passage, i int) (end, name int) {
	end = ps.Words()[i].End
	if strings.HasPrefix(ps.Plain[end:], ".") {
		end++
	}
	name = ps.spaceAfter(end)
	if name == end || !unicode.IsUpper(ps.After(name)) {
		return end, 0
	}
	return end, name
}

func englishTitle(p *Pass, ps *Passage, i int) {
	w := ps.Words()[i]
	_, name := titleEnd(ps, i)
	if name == 0 {
		return
	}
	use := "Mme"
	if w.Text == "Mr" {
		use = "M."
	}
	f := p.At(ps, w.Start, name, "this title is English", "write "+quote(use))
	frenchMend(f, ps, frenchEdit{w.Start, name, use + nbsp})
}

// titleSpace looks at the full stop and the space between a title and a name.
func titleSpace(p *Pass, ps *Passage, i int) {
	w := ps.Words()[i]
	end, name := titleEnd(ps, i)
	short := w.Text == "M" || w.Text == "MM"
	if name == 0 || short && (end == w.End || isInitial(ps, i)) {
		return
	}
	use := w.Text + nbsp
	if short {
		use = w.Text + "." + nbsp
	}
	space := ps.Plain[end:name]
	switch {
	case !short && end > w.End:
		f := p.At(ps, w.Start, name, quote(w.Text)+" has no full stop in French", "delete it")
		frenchMend(f, ps, frenchEdit{w.Start, name, use})
	case space != nbsp && space != "\u202f":
		f := p.At(ps, w.Start, name, "a line can break between this title and the name", "put a no-break space there")
		frenchMend(f, ps, frenchEdit{w.Start, name, use})
	}
}

// isInitial reports whether M. stands between two names: Jean M. Roy.
func isInitial(ps *Passage, i int) bool {
	if i == 0 {
		return false
	}
	before := ps.Words()[i-1]
	r, _ := utf8.DecodeRuneInString(before.Text)
	return unicode.IsUpper(r) && ps.onlySpace(before.End, ps.Words()[i].Start) && !opensSentenceAt(ps, before.Start)
}

// epicene are titles that are the same for men and women: the article tells.
var epicene = sync.OnceValue(func() map[string]bool {
	return map[string]bool{"ministre": true, "sous-ministre": true, "juge": true, "commissaire": true, "maire": true}
})

// frenchPeople are the people whom a note names, by their last names.
type frenchPeople struct {
	genders  map[string]map[byte]bool // of M. and Mme
	mentions []frenchMention
}

// frenchMention is a title with an article and a name: le ministre Roy.
type frenchMention struct {
	ps         *Passage
	start, end int // of the article and the title
	gender     byte
	name       string
}

// civil notes the gender of whom M. or Mme names.
func (f *frenchPeople) civil(ps *Passage, i int) {
	gender := byte('f')
	switch ps.Words()[i].Text {
	case "M":
		gender = 'm'
	case "Mme", "Mlle":
	default:
		return
	}
	if _, name := titleEnd(ps, i); name > 0 {
		last := lastName(ps, i+1)
		if f.genders == nil {
			f.genders = map[string]map[byte]bool{}
		}
		if f.genders[last] == nil {
			f.genders[last] = map[byte]bool{}
		}
		f.genders[last][gender] = true
	}
}

// titled notes a title that follows an article and precedes a name.
func (f *frenchPeople) titled(ps *Passage, i int) {
	words := ps.Words()
	article, title := words[i-1], words[i]
	var gender byte
	switch article.Fold {
	case "le", "du", "au":
		gender = 'm'
	case "la":
		gender = 'f'
	default:
		return
	}
	if name := lastName(ps, i+1); name != "" && ps.onlySpace(article.End, title.Start) && ps.onlySpace(title.End, words[i+1].Start) {
		f.mentions = append(f.mentions, frenchMention{ps, article.Start, title.End, gender, name})
	}
}

// lastName returns the last word of the name that starts at word i, or "".
func lastName(ps *Passage, i int) string {
	words := ps.Words()
	name := ""
	for ; i < len(words); i++ {
		if r, _ := utf8.DecodeRuneInString(words[i].Text); !unicode.IsUpper(r) || name != "" && !ps.onlySpace(words[i-1].End, words[i].Start) {
			break
		}
		name = words[i].Fold
	}
	return name
}

// report reports the titles whose article is not of the gender of M. or Mme, or
// else of the first article that the note gives the same person.
func (f *frenchPeople) report(p *Pass) {
	first := map[string]byte{}
	for _, m := range f.mentions {
		known, elsewhere := f.genders[m.name], "another gender"
		switch {
		case len(known) > 1:
			continue // two people of one name
		case known['m']:
			first[m.name], elsewhere = 'm', quote("M.")
		case known['f']:
			first[m.name], elsewhere = 'f', quote("Mme")
		case first[m.name] == 0:
			first[m.name] = m.gender
		}
		if m.gender != first[m.name] {
			p.At(m.ps, m.start, m.end, quote(m.ps.Plain[m.start:m.end])+" stands here, and the same person has "+elsewhere+" elsewhere in the note", "write the article and the title in the person's gender")
		}
	}
}
