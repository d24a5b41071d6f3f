package lint

import (
	"path"
	"strings"

	"briefnote/diag"
)

var usedBeforeDefined = &Rule{
	ID: "AC201", Slug: "used-before-defined", Severity: diag.Error,
	Doc: Doc{
		Title:  "An acronym is written out where it is first used",
		Why:    "A reader who meets \"CSP\" cold stops, or guesses. Titles, headings and sign-offs are no place to explain it. What every federal reader knows (RCMP, UN), or the glossary lists, need not be written out.",
		Bad:    "CSPs have gone to court.",
		Good:   "Communication service providers (CSPs) have gone to court.",
		Source: "Canada.ca Content Style Guide, 4.4; Writing Tips Plus",
	},
	Check: func(p *Pass) {
		note := acronymsOf(p)
		for i := range note {
			if m := &note[i]; m.explains() && m.long == "" && firstOf(note[:i], m.short) {
				undefined(p, m, note[:i], note[i+1:])
			}
		}
	},
}

// shared is what several rules ask for about a note.
type shared struct {
	acronyms []mention
	searched bool // for acronyms
}

// acronymsOf returns the acronyms of a note, in reading order.
func acronymsOf(p *Pass) []mention {
	if s := p.shared; !s.searched {
		s.searched = true
		for _, ps := range p.Passages {
			if ps.Lang == p.Lang {
				acronymsIn(ps, func(m mention) { s.acronyms = append(s.acronyms, m) })
			}
		}
	}
	return p.shared.acronyms
}

// explains reports whether a mention stands where acronyms are met in reading,
// and may be defined.
func (m *mention) explains() bool { return m.IsText() || m.Role == RunIn }

// inHeading reports whether a mention stands in a heading.
func (m *mention) inHeading() bool { return m.Role == Heading || m.Role == Title }

// firstOf reports whether no mention in text has an acronym.
func firstOf(before []mention, short string) bool {
	for i := range before {
		if before[i].short == short && before[i].explains() {
			return false
		}
	}
	return true
}

// definition returns the first definition of an acronym that fits, or nil.
func definition(mentions []mention, short string, fits func(*mention) bool) *mention {
	for i := range mentions {
		if m := &mentions[i]; m.short == short && m.long != "" && fits(m) {
			return m
		}
	}
	return nil
}

// undefined reports an acronym at its first use.
func undefined(p *Pass, m *mention, before, after []mention) {
	word := quote(m.text())
	later := definition(after, m.short, (*mention).explains)
	heading := definition(before, m.short, (*mention).inHeading)
	switch {
	case later != nil:
		f := p.At(m.Passage, m.start, m.end, word+" is used before it is written out", "write "+quote(later.long+" ("+later.text()+")")+" here, and "+word+" alone after it")
		if known(p, m.short) {
			f.Raise(diag.Warning)
		}
	case known(p, m.short):
	case heading != nil:
		p.At(m.Passage, m.start, m.end, word+" is written out in a heading only", "write "+quote(heading.long+" ("+heading.text()+")")+" here").Raise(diag.Warning)
	case m.sure:
		hint := "write the long form here with (" + m.text() + ") after it, or add it to the glossary if every reader knows it"
		if long := spelledOut(p, m.short); long != "" {
			hint = "write " + quote(long+" ("+m.short+")") + " where the note first names it"
		}
		p.At(m.Passage, m.start, m.end, word+" is not written out", hint)
	}
}

var definedNeverUsed = &Rule{
	ID: "AC202", Slug: "defined-never-used", Severity: diag.Warning,
	Doc: Doc{
		Title:  "Only acronyms that are used again are introduced",
		Why:    "An acronym in brackets asks the reader to remember it. If it never comes back, the effort is for nothing.",
		Bad:    "The North Ferry Safety Board (NFSB) met in May.",
		Good:   "The North Ferry Safety Board met in May.",
		Source: "Canada.ca Content Style Guide, 4.4",
	},
	Check: func(p *Pass) {
		note := acronymsOf(p)
		used := map[string]bool{}
		for i := range note {
			if note[i].long == "" {
				used[note[i].short] = true
			}
		}
		for i := range note {
			if m := &note[i]; m.long != "" && !used[m.short] && (m.explains() || m.inHeading()) {
				used[m.short] = true // once is enough
				p.At(m.Passage, m.start, m.end, quote(m.text())+" is introduced and never used", "delete it with its brackets")
			}
		}
	},
}

var definedTwice = &Rule{
	ID: "AC203", Slug: "defined-twice", Severity: diag.Warning,
	Doc: Doc{
		Title:  "An acronym is written out once, and everywhere in the same words",
		Why:    "A second explanation makes the reader wonder whether it is another thing. So does another long form in the next note of the folder.",
		Bad:    "The North Ferry Board (NFB) met. The Northern Ferry Board (NFB) agreed.",
		Good:   "The North Ferry Board (NFB) met. The NFB agreed.",
		Source: "House style",
	},
	Check: func(p *Pass) {
		note := acronymsOf(p)
		for i := range note {
			m := &note[i]
			if m.long == "" || !m.explains() {
				continue
			}
			first := definition(note[:i], m.short, (*mention).explains)
			switch {
			case first == nil:
			case sameWords(first.long, m.long):
				p.At(m.Passage, m.start, m.end, quote(m.short)+" is written out a second time", "write "+quote(m.short)+" alone")
			default:
				p.At(m.Passage, m.start, m.end, quote(m.short)+" stood for "+quote(first.long)+" before", "use one long form, or another short one")
			}
		}
	},
	Gather: func(p *Pass) {
		note := acronymsOf(p)
		for i := range note {
			m := &note[i]
			if m.long != "" && m.explains() && definition(note[:i], m.short, (*mention).explains) == nil {
				p.Gather(Fact{
					Key: path.Dir(p.File.Name) + "\x00" + p.Lang + "\x00" + m.short, Text: m.long,
					Span: m.Place(m.start, m.end), Pointer: m.Passage.Text.Pointer(),
				})
			}
		}
	},
	Compare: func(p *SetPass) {
		p.ByKey(func(key string, facts []Fact) {
			usual := usualFact(facts)
			for _, f := range facts {
				if !sameWords(f.Text, usual.Text) {
					short := key[strings.LastIndexByte(key, 0)+1:]
					p.Report(f, quote(short)+" stands for "+quote(f.Text)+" here and for "+quote(usual.Text)+" in "+usual.File,
						"use one long form in all notes of the folder")
				}
			}
		})
	},
}

// usualFact returns the first of the facts whose words are the most frequent.
func usualFact(facts []Fact) Fact {
	counts := map[string]int{}
	best := facts[0]
	for _, f := range facts {
		counts[inSmall(f.Text)]++
	}
	for _, f := range facts {
		if counts[inSmall(f.Text)] > counts[inSmall(best.Text)] {
			best = f
		}
	}
	return best
}

// sameWords reports whether two long forms differ in nothing but case and number.
func sameWords(a, b string) bool { return a == b || inSmall(a) == inSmall(b) }

// inSmall returns a long form in small letters, without its plural s.
func inSmall(long string) string {
	words := strings.Fields(fold(long))
	for i, w := range words {
		words[i] = strings.TrimSuffix(w, "s")
	}
	return strings.Join(words, " ")
}

var definedInHeading = &Rule{
	ID: "AC204", Slug: "defined-in-heading", Severity: diag.Warning,
	Doc: Doc{
		Title:  "No acronym is introduced in a heading",
		Why:    "Headings are skimmed, listed and read out by themselves; who jumps past one never learns what the acronym means.",
		Bad:    "## Harbour Safety Code (HSC)",
		Good:   "## Harbour safety code\nThe Harbour Safety Code (HSC) dates from 2019.",
		Source: "House style; accessibility",
	},
	Check: func(p *Pass) {
		note := acronymsOf(p)
		for i := range note {
			m := &note[i]
			if m.long == "" || !m.inHeading() {
				continue
			}
			hint := "delete it here, and write it out where the text first uses it"
			switch {
			case definition(note, m.short, (*mention).explains) != nil:
				hint = "delete it here; the text writes it out"
			case firstOf(note, m.short):
				hint = "delete it here; the text never uses it"
			}
			p.At(m.Passage, m.start, m.end, quote(m.text())+" is introduced in a heading", hint)
		}
	},
}
