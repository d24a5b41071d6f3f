package lint

import (
	"strings"
	"sync"

	"briefnote/diag"
)

var spellingVariant = &Rule{
	ID: "TY313", Slug: "spelling-variant", Severity: diag.Warning, Langs: []string{"en"},
	Doc: Doc{
		Title:  "One spelling in a note, the Canadian one where no other rules",
		Why:    "Organise and organize side by side show that text was pasted together. American spellings (favor, defense) stand out in any Canadian note; a British text, such as a host's communiqué, keeps its own so long as it does so throughout. Names keep theirs.",
		Bad:    "The organisations recognized that the offense was in favor of nobody.",
		Good:   "The organizations recognized that the offence was in favour of nobody.",
		Source: "The Canadian Style, 3.02 to 3.08",
	},
	Check: func(p *Pass) {
		var found []typographySpelt
		british, canadian := 0, 0
		for ps := range typographyEnglish(p) {
			for i, w := range ps.Words() {
				if len(w.Fold) < len("favor") {
					continue
				}
				v, ok := typographyVariantOf(w.Fold)
				if !ok || typographyIsName(ps, i) {
					continue
				}
				switch {
				case v.family == typographyAmerican:
				case v.better != "":
					british++
				default:
					canadian++
				}
				found = append(found, typographySpelt{ps, w, v})
			}
		}
		for _, s := range found {
			typographySpelling(p, s, british, canadian)
		}
	},
}

// typographySpelling reports a word whose spelling is American, or of the kind
// that is the rarer one in the note.
func typographySpelling(p *Pass, s typographySpelt, british, canadian int) {
	message := "this spelling is American"
	better := s.better
	if s.family == typographyIse {
		if british == 0 || canadian == 0 || (s.better != "") != (british <= canadian) {
			return
		}
		message = "this word has an s where others in this note have a z"
		if s.better == "" {
			message = "this word has a z where others in this note have an s"
			better = s.other
		}
	}
	if typographyQuoted(s.Passage, s.word.Start) {
		return
	}
	if typographyCapital(s.word.Text) {
		better = strings.ToUpper(better[:1]) + better[1:]
	}
	f := p.At(s.Passage, s.word.Start, s.word.End, message, "write "+quote(better))
	if s.word.Text[1:] == s.word.Fold[1:] {
		typographyMend(f, s.Passage, s.word.Start, s.word.End, better)
	}
}

type typographySpelt struct {
	*Passage
	word Word
	typographyVariant
}

// typographyVariant is one of two spellings of a word.
type typographyVariant struct {
	family typographyFamily
	better string // the Canadian spelling; empty if it is this one
	other  string // the British one of a Canadian -ize
}

type typographyFamily uint8

const (
	typographyIse      typographyFamily = iota // organise, analyse: right where the whole note is British
	typographyAmerican                         // favor, defense, center, traveler
)

// typographyIsName reports whether a word has a capital that its place in the
// sentence does not explain: the National Center, the Department of Defense.
func typographyIsName(ps *Passage, i int) bool {
	w := ps.Words()[i]
	if !typographyCapital(w.Text) {
		return false
	}
	return !typographyOpens(ps, w.Start)
}

// typographyOpens reports whether an offset opens a passage or a sentence.
func typographyOpens(ps *Passage, at int) bool {
	before := strings.TrimRight(ps.Plain[:at], " \u00a0\"“‘('")
	return before == "" || strings.ContainsAny(before[len(before)-1:], ".!?:")
}

// typographyVariantOf returns what is known of a word that is spelt in more than
// one way, in small letters. It looks for the letters that differ, and then for
// the stem before them and the ending after them.
func typographyVariantOf(w string) (typographyVariant, bool) {
	stems := typographyStems()
	if right, ok := stems.pairs[w]; ok {
		return typographyVariant{family: typographyAmerican, better: right}, true
	}
	for i := 2; i+1 < len(w); i++ {
		stem, two, end := w[:i], w[i:i+2], w[i+2:]
		switch two {
		case "or":
			if stems.our[stem] && stems.ourEnds[end] {
				return typographyVariant{family: typographyAmerican, better: stem + "our" + end}, true
			}
		case "is", "ys":
			if stems.ize[stem+two[:1]][end] {
				return typographyVariant{family: typographyIse, better: stem + two[:1] + "z" + end}, true
			}
		case "iz", "yz":
			if stems.ize[stem+two[:1]][end] {
				return typographyVariant{family: typographyIse, other: stem + two[:1] + "s" + end}, true
			}
		}
	}
	for _, end := range typographyDoubledEnds {
		if stem, ok := strings.CutSuffix(w, end); ok && stems.doubled[stem] {
			return typographyVariant{family: typographyAmerican, better: stem + stem[len(stem)-1:] + end}, true
		}
	}
	return typographyVariant{}, false
}

var typographyDoubledEnds = [...]string{"ed", "ing", "er", "ers"}

// typographyWordParts is what words with two spellings are made of.
type typographyWordParts struct {
	ize     map[string]map[string]bool // endings by the stem with its i or y
	our     map[string]bool
	ourEnds map[string]bool
	doubled map[string]bool
	pairs   map[string]string
}

var typographyStems = sync.OnceValue(func() *typographyWordParts {
	p := &typographyWordParts{
		ize: map[string]map[string]bool{}, our: typographySet(typographyOurStems), doubled: typographySet(typographyDoubled),
		ourEnds: typographySet("s ed ing able ably er ers ite ites hood hoods al"), pairs: map[string]string{},
	}
	p.ourEnds[""] = true
	ends := typographySet("e es ed ing er ers ation ations ational able")
	for stem := range strings.FieldsSeq(typographyIzeStems) {
		p.ize[stem+"i"] = ends
	}
	ends = typographySet("e ed ing er ers") // "analyses" is also the plural of a noun
	for stem := range strings.FieldsSeq("anal paral catal") {
		p.ize[stem+"y"] = ends
	}
	for two := range strings.FieldsSeq(typographyPairs) {
		wrong, right, _ := strings.Cut(two, "/")
		p.pairs[wrong] = right
	}
	return p
})

// The stems of verbs that end in -ize, or -ise where spelling is British. Those
// that end in -ise everywhere (advise, exercise, supervise) are not among them.
const typographyIzeStems = `agon amort anonym antagon apolog author brutal capital categor central character civil colon commercial
	computer conceptual contextual criminal critic crystall decentral decolon decriminal demilitar democrat demon destabil
	digit digital dramat econom emphas energ equal external familiar fertil final formal general global harmon hospital human
	ideal immun incentiv individual industrial initial institutional internal international item jeopard legal legitim local
	marginal maxim mechan memor militar minim mobil modern monet monopol national natural neutral normal optim organ ostrac
	patron penal personal polar politic popular priorit privat professional public radical random rational real
	recogn regular reorgan revolution sanit scrutin sensational sensit serial social special stabil standard
	stigmat subsid summar symbol sympath synchron synthes systemat terror theor traumat trivial unauthor unorgan unrecogn
	urban util vandal victim visual vital weapon re-organ re-traumat de-radical deradical`

// The stems of words in -our.
const typographyOurStems = `behavi col discol dishon disfav endeav fav flav harb hon hum lab misbehavi neighb rum sav val vig`

// Verbs whose last letter is doubled.
const typographyDoubled = `cancel channel counsel equal fuel initial label level libel marshal model panel quarrel signal
	total travel tunnel`

// Words of other patterns, the American one first.
const typographyPairs = `defense/defence defenses/defences offense/offence offenses/offences pretense/pretence
	center/centre centers/centres centered/centred caliber/calibre fiber/fibre fibers/fibres theater/theatre theaters/theatres
	liter/litre liters/litres kilometer/kilometre kilometers/kilometres centimeter/centimetre centimeters/centimetres
	millimeter/millimetre millimeters/millimetres`
