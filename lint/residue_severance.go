package lint

import (
	"path"
	"slices"
	"strconv"
	"strings"

	"briefnote/diag"
	"briefnote/schema"
)

var redactionInDraft = &Rule{
	ID: "RL401", Slug: "redaction-in-draft", Severity: diag.Error,
	Doc: Doc{
		Title:  "No severed text in a note that is not released",
		Why:    "In a draft, [REDACTED] means that text was copied from a release and its words are lost. What is to be withheld stands in a draft with its words, and goes when the note is released.",
		Bad:    "The ministers will meet in [REDACTED].",
		Good:   "The ministers will meet in [the port of Skarholm]{s=\"15(1)\"}.",
		Source: "Access to Information Act, s. 25",
	},
	Check: func(p *Pass) {
		residueHoles(p, func(ps *Passage, s Span) {
			p.At(ps, s.Start, s.End, "text was severed here, in a note that is not released", `write the words; what must be withheld is written [words]{s="15(1)"}`)
		})
	},
}

// residueHoles calls f for the severances that are made already.
func residueHoles(p *Pass, f func(*Passage, Span)) {
	for _, ps := range p.Passages {
		for _, s := range ps.Spans {
			if s.Kind == schema.Redacted {
				f(ps, s)
			}
		}
	}
}

var redactionCase = &Rule{
	ID: "RL402", Slug: "redaction-case", Severity: diag.Info,
	Doc: Doc{
		Title:  "One way to write a severance",
		Why:    "A search for [REDACTED] must find all of them, and readers must not wonder whether small letters mean something.",
		Bad:    "The port of [redacted] closes.",
		Good:   "The port of [REDACTED] closes.",
		Source: "Public Safety, briefing book of 2019",
	},
	Check: func(p *Pass) {
		residueHoles(p, func(ps *Passage, s Span) {
			if s.Inline.Text != "[REDACTED]" {
				p.At(ps, s.Start, s.End, "this severance is not in capitals", "write [REDACTED]")
			}
		})
	},
}

var severanceNoSection = &Rule{
	ID: "RL409", Slug: "severance-no-section", Severity: diag.Warning,
	Doc: Doc{
		Title:  "Every severance names the provision it is made under",
		Why:    "A reader can complain about a severance only if they know its ground, and a reviewer can check it only then.",
		Bad:    "The ministers will meet in [REDACTED].",
		Good:   "The ministers will meet in [the port of Skarholm]{s=\"15(1)\"}.",
		Source: "Information Commissioner of Canada, on naming the sections of the Act",
	},
	Check: func(p *Pass) {
		residueHoles(p, func(ps *Passage, s Span) {
			p.At(ps, s.Start, s.End, "this severance names no provision", `name the section of the Act: [words]{s="15(1)"}`)
		})
		if n, ok := p.Note.(*schema.WithheldNotice); ok && n.ExemptionsUnknown {
			p.OnKey("exemptions_unknown", "this notice names no provision", "write exemptions: and the sections of the Act that the pages are withheld under")
		}
	},
}

var noticeOverlap = &Rule{
	ID: "RL411", Slug: "notice-overlap", Severity: diag.Error, Released: ReleasedError,
	Doc: Doc{
		Title:  "No page of a release is withheld twice, or withheld and released",
		Why:    "Every page of a release is either printed or named in one notice; a page that is counted twice makes the totals wrong.",
		Bad:    "pages: {from: 9, to: 14} in one notice, and pages: {from: 14, to: 20} in the next",
		Good:   "pages: {from: 9, to: 14} in one notice, and pages: {from: 15, to: 20} in the next",
		Source: "House style",
	},
	Gather:  residueGatherPages,
	Compare: residueComparePages,
}

// residueGatherPages keeps the pages that a notice withholds, and those that a
// note says it was transcribed from. Pages of one release are those of notes in
// one folder with one source.
func residueGatherPages(p *Pass) {
	env := p.Env()
	key := path.Dir(p.File.Name) + "\n"
	at := diag.Span{File: p.File.Name}
	if env.Source != nil {
		key += env.Source.File.Value
	}
	if n, ok := p.Note.(*schema.WithheldNotice); ok && n.Pages != nil {
		if v := env.Node.Get("pages"); v != nil {
			at = v.Span
		}
		p.Gather(Fact{Key: key, Text: strconv.Itoa(n.Pages.To), Value: n.Pages.From, Span: at, Pointer: "/pages"})
		return
	}
	if env.Source != nil && len(env.Source.Pages) == 2 {
		if v := env.Node.Get("source"); v != nil {
			at = v.Span
		}
		p.Gather(Fact{Key: key, Text: strconv.Itoa(env.Source.Pages[1]), Value: env.Source.Pages[0], Span: at, Pointer: "/source/pages"})
	}
}

// residueComparePages reports notices that share pages with another note.
func residueComparePages(p *SetPass) {
	p.ByKey(func(_ string, facts []Fact) {
		for i, later := range facts {
			for _, earlier := range facts[:i] {
				if earlier.Kind != "withheld-notice" && later.Kind != "withheld-notice" {
					continue // one document may end on the page where the next one starts
				}
				from := max(earlier.Value, later.Value)
				to := min(residuePage(earlier), residuePage(later))
				if from > to {
					continue
				}
				pages := "page " + strconv.Itoa(from) + " is"
				if to > from {
					pages = "pages " + strconv.Itoa(from) + " to " + strconv.Itoa(to) + " are"
				}
				p.Report(later, pages+" counted in "+earlier.File+", too", "name every page of the release once")
				break
			}
		}
	})
}

func residuePage(f Fact) int {
	n, err := strconv.Atoi(f.Text)
	if err != nil {
		panic("lint: a page range without its end: " + f.Text) // made above
	}
	return n
}

var unmarkedSeverance = &Rule{
	ID: "RL408", Slug: "unmarked-severance", Severity: diag.Warning, Released: ReleasedWarning, From: Released,
	Doc: Doc{
		Title:  "What was withheld from a release is marked",
		Why:    "White space in a release cannot be told from blank paper, and reads as a mistake. The rule looks for headings and points with nothing in them, sentences that stop, and gaps between words; some of them may be slips of the original.",
		Bad:    "Our nations  a joint statement",
		Good:   "Our nations [REDACTED] a joint statement.",
		Source: "Information commissioners of Ontario and Saskatchewan, on white-space redaction",
	},
	Check: func(p *Pass) {
		p.Sections(func(s *Section) {
			switch {
			case !s.Empty():
			case s.Heading != nil:
				residueGap(p, s.Heading, 0, len(s.Heading.Plain), "nothing stands under this heading")
			case s.Level == 0:
				p.Report(s.Span, s.Pointer, "nothing stands under this key: text may have been severed here without a mark", residueGapHint)
			}
		})
		p.Lists(func(l *List) {
			for _, it := range l.Items {
				if it.Text == nil && it.Under == nil {
					p.Report(it.Span, it.Pointer, "this point is empty: text may have been severed here without a mark", residueGapHint)
				}
			}
		})
		for _, ps := range p.Passages {
			if ps.Body() && ps.IsText() {
				residueGaps(p, ps)
			}
		}
	},
}

const residueGapHint = "write [REDACTED] where text was withheld"

func residueGap(p *Pass, ps *Passage, start, end int, what string) {
	p.At(ps, start, end, what+": text may have been severed here without a mark", residueGapHint)
}

// residueGaps looks for the places in running text where words are missing.
func residueGaps(p *Pass, ps *Passage) {
	words := ps.Words()
	if len(words) == 0 {
		return
	}
	for i := range len(words) - 1 {
		a, b := words[i], words[i+1]
		switch glue := ps.Plain[a.End:b.Start]; {
		case strings.Contains(glue, "  "):
			residueGap(p, ps, a.Start, b.End, "a gap stands between these words")
		case ps.Lang == "en" && a.Fold == "a" && glue == " " && residueVowel(b.Fold):
			residueGap(p, ps, a.Start, b.End, `"a" does not fit the word that follows`)
		}
	}
	last := words[len(words)-1]
	switch {
	case residueNothingFollows(ps) && typographyEnd(ps) == ":":
		residueGap(p, ps, last.Start, len(ps.Plain), "nothing follows this colon")
	case len(words) >= typographySentenceWords && ps.Role != Cell && ps.Role != Footnote && typographyEnd(ps) == "" && residueSentence(ps):
		residueGap(p, ps, last.Start, len(ps.Plain), "this sentence has no end")
	}
	if ps.Item != nil && ps.Item.Continued && typographyLower(ps.Plain) {
		residueGap(p, ps, words[0].Start, words[0].End, "this sentence has no start")
	}
}

// residueVowel reports whether a word calls for "an", as far as its letters tell.
func residueVowel(w string) bool {
	switch w[0] {
	case 'a', 'i':
		return len(w) > 2
	case 'e':
		return len(w) > 2 && w[1] != 'u' && w[1] != 'w'
	case 'o':
		return len(w) > 3 && w[:3] != "one" && w[:3] != "oui"
	}
	return false
}

// residueNothingFollows reports whether no list, table or text comes after a
// passage where it stands.
func residueNothingFollows(ps *Passage) bool {
	if it := ps.Item; it != nil {
		i := slices.Index(it.List.Items, it) + 1
		return it.Under == nil && (i == len(it.List.Items) || !it.List.Items[i].Continued)
	}
	if ps.Section == nil || len(ps.Section.Pieces) == 0 {
		return false
	}
	return ps.Section.Pieces[len(ps.Section.Pieces)-1] == Piece(ps) && len(ps.Section.Under) == 0
}

// residueSentence reports whether a passage should end as a sentence does: a
// paragraph that no list follows, or a point among others that end in a full stop.
func residueSentence(ps *Passage) bool {
	if ps.Item == nil {
		s := ps.Section
		if s == nil {
			return false
		}
		for i, piece := range s.Pieces {
			if piece == Piece(ps) {
				return !typographyGoesOn(s, i)
			}
		}
		return false
	}
	for _, it := range ps.Item.List.Items {
		if it.Text != nil && it != ps.Item && typographyEnd(it.Text) == "." {
			return ps.Item.Under == nil
		}
	}
	return false
}
