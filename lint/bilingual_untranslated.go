package lint

import (
	"sort"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"briefnote/diag"
	"briefnote/internal/text"
	"briefnote/schema"
)

var untranslated = &Rule{
	ID: "BI513", Slug: "untranslated", Severity: diag.Warning,
	Doc: Doc{
		Title:  "No text is left in the other language",
		Why:    "A sentence that the translator skipped is easy to miss among the names that stay as they are. Quotations and what is in italics may be in any language.",
		Bad:    "Le service prend fin en mars. Funding for the second year is not yet approved.",
		Good:   "Le service prend fin en mars. Le financement de la deuxième année n’est pas encore approuvé.",
		Source: "House style",
	},
	Check: func(p *Pass) {
		var found []foreignText
		own, other := 0, 0
		title := p.Env().Title
		same := sameTitle(title.En.String(), title.Fr.String()) // which is a finding of its own
		for _, ps := range p.Passages {
			if !mayBeForeign(ps) || ps.Role == Title && same {
				continue
			}
			ours, theirs := countStops(ps)
			texts := foreignTexts(ps, ours, theirs)
			found = append(found, texts...)
			if ps.Lang == p.Lang && ps.Role != Title {
				if len(texts) > 0 && ours == 0 {
					other++
				} else if ours > 0 {
					own++
				}
			}
		}
		lang := p.Lang
		if other >= 5 && other > own {
			p.OnValue("language", "this note is said to be in "+languageName(lang)+", and most of its text is not", "write language: "+otherLanguage(lang)+", or translate it")
			return
		}
		for _, f := range found {
			p.At(f.ps, f.start, f.end, "this text is in "+languageName(otherLanguage(f.ps.Lang)), "translate it; set a title that stays as it is in italics")
		}
	},
}

func otherLanguage(lang string) string {
	if lang == "fr" {
		return "en"
	}
	return "fr"
}

// foreignText is plain words of a passage in the other language.
type foreignText struct {
	ps         *Passage
	start, end int
}

// mayBeForeign reports whether a passage is to be in its note's language: names
// of people, offices and events need not be.
func mayBeForeign(ps *Passage) bool {
	switch ps.Role {
	case SignOff, Detail, Masthead:
		return false
	}
	return true
}

// stopOf returns 'e' or 'f' for a folded word that only English or only French
// has, and that hardly a sentence does without; else 0.
func stopOf(fold string) byte {
	if i := strings.IndexByte(fold, '\''); i > 0 {
		switch fold[:i] {
		case "l", "d", "qu", "n", "s", "c", "j", "jusqu", "lorsqu":
			return 'f'
		}
		return 0
	}
	return stopWords()[fold]
}

// countStops counts the stop words of a passage that belong to its own language
// and to the other one.
func countStops(ps *Passage) (ours, theirs int) {
	for _, w := range ps.Words() {
		if s := stopOf(w.Fold); s == ps.Lang[0] {
			ours++
		} else if s != 0 {
			theirs++
		}
	}
	return ours, theirs
}

// foreignTexts returns what of a passage is in the other language. Sentences
// that follow each other are one text.
func foreignTexts(ps *Passage, ours, theirs int) []foreignText {
	if theirs == 0 || theirs < 2 && !isLabel(ps) {
		return nil
	}
	var out []foreignText
	whole := false // whether the last text goes to the end of its sentence
	kept := keptAsIs(ps)
	capitals := ours == 0 && strings.IndexFunc(ps.Plain, unicode.IsLower) < 0
	for _, s := range ps.Sentences() {
		runs := runsOf(ps, s, kept, capitals)
		follows := whole
		whole = false
		for _, r := range runs {
			if !r.isForeign(ps, len(runs) == 1 && !r.ended) {
				continue
			}
			whole = r.end == s.End
			if n := len(out); n > 0 && follows && r.start == s.Start {
				out[n-1].end = r.end
			} else {
				out = append(out, foreignText{ps, r.start, r.end})
			}
		}
	}
	return out
}

// isLabel reports whether a passage is a title or heading: a few words, of
// which one can tell.
func isLabel(ps *Passage) bool {
	switch ps.Role {
	case Title, Heading, RunIn, HeadCell, TabText:
		return true
	}
	return false
}

// foreignRun is a row of words without a stop word of the passage's own language.
type foreignRun struct {
	start, end int // from the first stop word of the other language, or of the whole sentence
	stops      int // of the other language
	plain      int // other words in small letters, which belong to no name
	names      int // words with a capital, but for the first
	ended      bool
}

// isForeign reports whether a run is in the other language. One that is a whole
// sentence needs less to tell than one beside words of the passage's own
// language, which may be an official name.
func (r foreignRun) isForeign(ps *Passage, sentence bool) bool {
	switch {
	case !sentence:
		return r.stops >= 4 && r.plain >= 3
	case isLabel(ps) && r.stops == 1:
		return r.plain >= 1 && r.names == 0 // and not "Port de Grave wharf"
	}
	return r.stops >= 2 && r.plain >= 1
}

// runsOf returns the runs of a sentence. A sentence with no stop word of its own
// language is one run from its start to its end.
func runsOf(ps *Passage, s text.Range, kept []text.Range, capitals bool) []foreignRun {
	var runs []foreignRun
	run := foreignRun{start: -1}
	for _, w := range ps.WordsIn(s.Start, s.End) {
		if withinAny(kept, w.Start) {
			continue
		}
		switch stop := stopOf(w.Fold); {
		case stop == ps.Lang[0]:
			run.ended = true
			runs = append(runs, run)
			run = foreignRun{start: -1, ended: true}
			continue
		case stop != 0:
			run.stops++
			if run.start < 0 {
				run.start = w.Start
			}
		case !startsSmall(w.Text):
			if w.Start > s.Start {
				run.names++
			}
			if capitals {
				run.plain++
			}
		case len(w.Text) > 2:
			run.plain++
		}
		run.end = w.End
	}
	runs = append(runs, run)
	if len(runs) == 1 {
		runs[0].start, runs[0].end = s.Start, s.End
	}
	return runs
}

func startsSmall(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsLower(r)
}

// keptAsIs returns what may be in any language: italics, links and quotations.
func keptAsIs(ps *Passage) []text.Range {
	var out []text.Range
	for _, s := range ps.Spans {
		if s.Kind == schema.Emphasis || s.Kind == schema.Link {
			out = append(out, text.Range{Start: s.Start, End: s.End})
		}
	}
	open, shut := -1, rune(0)
	for i, r := range ps.Plain {
		switch {
		case open >= 0 && r == shut:
			out = append(out, text.Range{Start: open, End: i})
			open = -1
		case open >= 0:
		case r == '«':
			open, shut = i, '»'
		case r == '“':
			open, shut = i, '”'
		case r == '"':
			open, shut = i, '"'
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i].Start < out[j].Start })
	return out
}

func withinAny(ranges []text.Range, i int) bool {
	for _, r := range ranges {
		if i >= r.Start && i < r.End {
			return true
		}
	}
	return false
}

// stopWords are words that only English ('e') or only French ('f') has.
var stopWords = sync.OnceValue(func() map[string]byte {
	out := map[string]byte{}
	for _, w := range strings.Fields(`the of and to is are was were be been has have had will would shall should must can could
		that this these those with for from by at it its they their them we our you your he she his her which who what
		when where how not if in into than then there about between through during against after before under over such
		also because while any each other more most do does did been being only both until within`) {
		out[w] = 'e'
	}
	for _, w := range strings.Fields(`le la les des du de un une et au aux ce cet cette ces il elle ils elles nous vous notre votre
		nos vos leur leurs sa ses que qui dont où pour dans par sur avec sans sous vers chez est sont était étaient être sera
		seront ont avait avaient ne pas mais donc comme lorsque afin selon ainsi aussi à en se très déjà cela peut peuvent
		doit doivent depuis pendant entre puis`) {
		out[w] = 'f'
	}
	return out
})
