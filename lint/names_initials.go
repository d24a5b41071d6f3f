package lint

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// An acronym is defined by the words before it if its letters are their
// initials, so far as acronyms go: small words may be left out (GoC) or not
// (DOS), a word may be passed over (NADD for North American Drug Policy
// Dialogue) or give two letters (TV), a digit may repeat a letter (C3P for
// Canadian Centre for Child Protection), and an acronym in the long form stands
// for its letters (UNGA).

// element is a word of a long form; a compound with a hyphen has several.
type element struct {
	start, end int
	fold       string // in small letters without accents
	small      bool   // of, the, de
	capitals   bool   // itself an acronym
}

// initialsBefore returns the long form that ends before an offset and whose
// initials an acronym is, or "". The words stand before the one of an index.
func initialsBefore(ps *Passage, to, open int, short string) string {
	words := ps.Words()
	from := to
	for from > 0 && to-from < 2*len(short)+4 {
		end := open
		if from < len(words) && from < to {
			end = words[from].Start
		}
		if strings.ContainsAny(ps.Plain[words[from-1].End:end], ".;:?!()[]"+string(Hole)) {
			break
		}
		from--
	}
	return align(ps, words[from:to], short)
}

// initialsOf returns the long form within plain words [start, end), or "".
func initialsOf(ps *Passage, start, end int, short string) string {
	return align(ps, ps.WordsIn(start, end), short)
}

// align returns the long form of an acronym that ends with the last of the words.
func align(ps *Passage, words []Word, short string) string {
	if len(words) == 0 {
		return ""
	}
	a := &aligner{elements: elementsOf(words)}
	for _, repeat := range []bool{true, false} {
		a.units = unitsOf(short, repeat)
		a.limit, a.best, a.from = 2, 3, -1
		if len(a.units) > 3 {
			a.limit, a.best = 3, 4
		}
		a.match(len(a.units)-1, len(a.elements)-1, 0)
		if a.from >= 0 {
			return ps.Plain[a.elements[a.from].start:words[len(words)-1].End]
		}
	}
	return ""
}

// elementsOf splits words at hyphens and elisions.
func elementsOf(words []Word) []element {
	var out []element
	for _, w := range words {
		at := w.Start
		for _, part := range strings.FieldsFunc(w.Text, func(r rune) bool { return r == '-' || r == '\u2011' || r == '&' || r == '\'' || r == '’' }) {
			start := at + strings.Index(w.Text[at-w.Start:], part)
			at = start + len(part)
			if part == "s" && start > w.Start { // Minister's
				continue
			}
			folded := plainLetters(part)
			out = append(out, element{start, at, folded, isSmall(folded), inCapitals(part)})
		}
	}
	return out
}

// unitsOf returns the letters of an acronym that its long form must explain,
// small ones and & left out. A number repeats the letter before it, or stands
// for itself (C18 for Combat 18).
func unitsOf(short string, repeat bool) []string {
	var units []string
	for i := 0; i < len(short); {
		r, size := utf8.DecodeRuneInString(short[i:])
		switch {
		case unicode.IsUpper(r):
			units = append(units, plainLetters(short[i:i+size]))
		case r >= '0' && r <= '9':
			digits := i + size
			for digits < len(short) && short[digits] >= '0' && short[digits] <= '9' {
				digits++
			}
			if n := int(r - '0'); repeat && digits == i+1 && n > 1 && n < 5 && len(units) > 0 {
				for ; n > 1; n-- {
					units = append(units, units[len(units)-1])
				}
			} else {
				units = append(units, short[i:digits])
			}
			size = digits - i
		}
		i += size
	}
	return units
}

// aligner finds the cheapest way to explain units by elements, from the last
// backwards. A word passed over and a letter not explained cost 2 each, a
// second letter of one word 1.
type aligner struct {
	units       []string
	elements    []element
	limit, best int // what may be spent; what the best way found costs
	from        int // the element that the best way starts with, or -1
}

func (a *aligner) match(u, e, cost int) {
	if cost > a.limit || cost >= a.best {
		return
	}
	if u < 0 {
		a.best, a.from = cost, e+1
		return
	}
	if e < 0 {
		return
	}
	el := &a.elements[e]
	if el.begins(a.units[u]) {
		begin := cost
		if u == 0 && el.small {
			begin++ // "Office of Ports and Piers", not "of Ports and Piers"
		}
		a.match(u-1, e-1, begin)
	}
	if el.capitals {
		if n := len(el.fold); u+1 >= n && strings.Join(a.units[u+1-n:u+1], "") == el.fold {
			a.match(u-n, e-1, cost)
		}
	}
	for v := u - 1; v >= 0 && v >= u-2 && len(el.fold) > 5; v-- {
		if strings.HasPrefix(el.fold, a.units[v]) && holds(el.fold[1:], a.units[v+1:u+1]) {
			a.match(v-1, e-1, cost+u-v)
		}
	}
	if el.small {
		a.match(u, e-1, cost)
	} else {
		a.match(u, e-1, cost+2)
	}
	if u > 0 && len(a.units) > 3 {
		a.match(u-1, e, cost+2)
	}
}

// begins reports whether a word begins with a letter, or is a number. X may
// stand for a word in ex-.
func (el *element) begins(unit string) bool {
	if len(unit) > 1 {
		return el.fold == unit
	}
	return strings.HasPrefix(el.fold, unit) || unit == "x" && strings.HasPrefix(el.fold, "ex")
}

// holds reports whether letters stand in a word in their order.
func holds(word string, letters []string) bool {
	for _, l := range letters {
		i := strings.Index(word, l)
		if i < 0 {
			return false
		}
		word = word[i+len(l):]
	}
	return true
}

// isSmall reports whether an acronym may leave a word out.
func isSmall(w string) bool {
	switch w {
	case "of", "the", "and", "for", "to", "in", "on", "a", "an", "at", "by", "with", "or", "from",
		"de", "du", "des", "d", "la", "le", "les", "l", "et", "en", "au", "aux", "pour", "sur", "dans", "par", "relatif", "relative":
		return true
	}
	return false
}

// accents are the letters of French and others that acronyms write without.
var accents = strings.NewReplacer("à", "a", "â", "a", "ç", "c", "é", "e", "è", "e", "ê", "e", "ë", "e", "î", "i", "ï", "i",
	"ô", "o", "ö", "o", "ù", "u", "û", "u", "ü", "u", "œ", "oe")

func plainLetters(w string) string { return accents.Replace(strings.ToLower(w)) }

// known reports whether every reader knows an acronym, or the glossary says so.
func known(p *Pass, short string) bool {
	list := readersKnow()
	if i := sort.SearchStrings(list, short); i < len(list) && list[i] == short {
		return true
	}
	for i := range p.Glossary.Acronyms {
		if p.Glossary.Acronyms[i].Short == short {
			return true
		}
	}
	return false
}

// spelledOut returns words of the note with capitals whose first letters are
// those of an acronym of three letters or more, one by one: Internet of Things
// for IoT. It returns "" if there are none.
func spelledOut(p *Pass, short string) string {
	if utf8.RuneCountInString(short) < 3 {
		return ""
	}
	for _, ps := range p.Passages {
		words := ps.Words()
		for i := range words {
			if end := spelledFrom(ps, words[i:], short); end > 0 && ps.Lang == p.Lang {
				return ps.Plain[words[i].Start:end]
			}
		}
	}
	return ""
}

// spelledFrom returns where the words end whose first letters are an acronym's,
// from the first of the words on, or 0. Small words may stand between them.
func spelledFrom(ps *Passage, words []Word, short string) int {
	i := 0
	for k, r := range short {
		for k > 0 && i < len(words) && isSmall(words[i].Fold) && !startsWith(words[i].Text, r) {
			i++
		}
		if i == len(words) || !startsWith(words[i].Text, r) || i > 0 && !ps.onlySpace(words[i-1].End, words[i].Start) {
			return 0
		}
		i++
	}
	return words[i-1].End
}

func startsWith(w string, r rune) bool {
	first, _ := utf8.DecodeRuneInString(w)
	return first == r
}
