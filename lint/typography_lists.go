package lint

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"briefnote/diag"
	"briefnote/internal/text"
)

var serialComma = &Rule{
	ID: "TY315", Slug: "serial-comma", Severity: diag.Info, Langs: []string{"en"},
	Doc: Doc{
		Title:  "One way to set commas in a list within a sentence",
		Why:    "A note that writes both \"ships, ports and crews\" and \"ships, ports, and crews\" was not read in one go. Either is right; where an item has an \"and\" of its own, the comma helps and does not count.",
		Bad:    "We thank the crews, pilots, ports and owners. The plan covers ships, ports, and crews.",
		Good:   "We thank the crews, pilots, ports and owners. The plan covers ships, ports, crews and pilots.",
		Source: "Canada.ca Content Style Guide",
	},
	Check: func(p *Pass) {
		var with, without []typographyMark
		for ps := range typographyEnglish(p) {
			if !ps.IsText() || strings.IndexByte(ps.Plain, ',') < 0 {
				continue
			}
			words := ps.Words()
			for i, w := range words {
				if w.Fold != "and" && w.Fold != "or" {
					continue
				}
				switch typographySerial(ps, words, i) {
				case typographyWithComma:
					with = append(with, typographyMark{ps, text.Range{Start: words[i-1].Start, End: w.End}})
				case typographyWithoutComma:
					without = append(without, typographyMark{ps, text.Range{Start: words[i-1].Start, End: w.End}})
				}
			}
		}
		fewer, message := with, "this list has a comma before its last item, and others of this note have none"
		if len(without) < len(with) {
			fewer, message = without, "this list has no comma before its last item, and others of this note have one"
		}
		if len(fewer) > 0 && len(with)+len(without) > len(fewer) {
			m := fewer[0]
			p.At(m.Passage, m.Start, m.End, message, "choose one way for the whole note")
		}
	},
}

type typographySeries uint8

const (
	typographyNoSeries typographySeries = iota
	typographyWithComma
	typographyWithoutComma
)

// typographySerial judges the "and" that is word i. It ends a list where short
// items, parted by commas, stand before it: two of them if the last comma is
// left out, since "in May, ships and crews" is no list of three.
func typographySerial(ps *Passage, words []Word, i int) typographySeries {
	items, comma := 0, false
	for k, length := i-1, 0; k >= 0; k-- {
		glue := ps.Plain[words[k].End:words[k+1].Start]
		switch strings.TrimSpace(glue) {
		case "":
			if k == i-1 {
				comma = false
			}
		case ",":
			if k == i-1 {
				comma = true
			} else {
				items++
				length = 0
			}
		default:
			k = -1
			continue
		}
		if length++; length > 3 || typographyNoItem(words[k].Fold) {
			break
		}
	}
	switch {
	case comma && items >= 2:
		return typographyWithComma
	case !comma && items >= 2:
		return typographyWithoutComma
	}
	return typographyNoSeries
}

// typographyNoItem reports whether a word shows that commas part clauses here,
// and no items, or that an item has an "and" of its own.
func typographyNoItem(w string) bool {
	switch w {
	case "and", "or", "but", "we", "they", "it", "he", "she", "you", "i", "who", "which", "that", "where", "when", "is", "are", "was",
		"were", "has", "have", "had", "will", "would", "should", "can", "may", "must", "if", "while", "however", "such", "including":
		return true
	}
	return typographyYear(w)
}

var terminalPunct = &Rule{
	ID: "TY318", Slug: "terminal-punct", Severity: diag.Warning, Langs: []string{"en"},
	Doc: Doc{
		Title:  "The points of a list end alike",
		Why:    "A point that ends otherwise than its neighbours looks cut off. Points end in a full stop throughout, in nothing throughout, or in semicolons up to the last one. What follows a run-in topic is a sentence, and ends like one.",
		Bad:    "- The crews are ready.\n- The ports stay open\n- Fuel is in store.",
		Good:   "- The crews are ready.\n- The ports stay open.\n- Fuel is in store.",
		Source: "Canada.ca Content Style Guide, lists",
	},
	Check: func(p *Pass) {
		p.Lists(func(l *List) { typographyList(p, l) })
		p.Sections(func(s *Section) {
			if s.Key != "report" || s.Level == 0 || len(s.Pieces) == 0 {
				return
			}
			ps, ok := s.Pieces[len(s.Pieces)-1].(*Passage)
			if ok && ps.Lang == "en" && typographyEnd(ps) == "" && len(ps.Words()) > 4 {
				typographyStops(p, []*Passage{ps}, "this sentence has no full stop")
			}
		})
	},
}

// typographyList judges the points of a list. One that opens a list of its own
// or ends in a severance tells nothing, nor does a question.
func typographyList(p *Pass, l *List) {
	var stops, bare, chained []*Passage
	for i, it := range l.Items {
		if it.Text == nil || it.Under != nil || it.Text.Lang != "en" || it.Continued && i+1 < len(l.Items) ||
			i+1 < len(l.Items) && l.Items[i+1].Continued {
			continue
		}
		switch typographyEnd(it.Text) {
		case ".":
			stops = append(stops, it.Text)
		case "":
			bare = append(bare, it.Text)
		case ";", ",", "and":
			chained = append(chained, it.Text)
		}
	}
	last := l.Items[len(l.Items)-1].Text
	switch {
	case len(chained) > 0 && len(chained) >= len(stops)-1 && len(chained) >= len(bare)-1:
		typographyChain(p, append(bare, stops...), chained, last)
	case len(bare) > 0 && len(stops) >= len(bare):
		typographyStops(p, bare, "this point has no full stop at its end, and others of the list have one")
		typographyUnlike(p, chained, "this point does not end in a full stop, as others of the list do", "end it with a full stop")
	case len(bare) > 0 && len(stops) > 0:
		typographyUnlike(p, append(stops, chained...), "this point ends in punctuation, and most of the list have none", "end all points alike")
	case len(chained) > 0:
		typographyUnlike(p, chained, "this point does not end as the others of the list do", "end all points alike")
	}
}

// typographyChain judges a list that is one sentence: all points but the last
// end in a semicolon or comma, and the last in a full stop.
func typographyChain(p *Pass, others, chained []*Passage, last *Passage) {
	for _, ps := range others {
		switch {
		case ps != last:
			typographyUnlike(p, []*Passage{ps}, "this point does not end in a semicolon, as others of the list do", "end all points but the last with a semicolon")
		case typographyEnd(ps) == "":
			typographyStops(p, []*Passage{ps}, "the last point has no full stop")
		}
	}
	if slices.Contains(chained, last) {
		typographyUnlike(p, []*Passage{last}, "this is the last point, and ends as if another followed", "end it with a full stop")
	}
}

// typographyUnlike reports points that end in the wrong mark.
func typographyUnlike(p *Pass, points []*Passage, message, hint string) {
	for _, ps := range points {
		p.At(ps, typographyLastWord(ps), len(ps.Plain), message, hint)
	}
}

// typographyStops reports passages without a full stop, and adds it. Where
// markup ends with the passage, the full stop belongs behind it, or not.
func typographyStops(p *Pass, passages []*Passage, message string) {
	for _, ps := range passages {
		f := p.At(ps, typographyLastWord(ps), len(ps.Plain), message, "end it with a full stop")
		if len(ps.Spans) == 0 || ps.Spans[len(ps.Spans)-1].End < len(ps.Plain) {
			typographyMend(f, ps, len(ps.Plain), len(ps.Plain), ".")
		}
	}
}

// typographyLastWord returns where the last word of a passage starts.
func typographyLastWord(ps *Passage) int {
	if words := ps.Words(); len(words) > 0 {
		return words[len(words)-1].Start
	}
	return 0
}

// typographyEnd returns how a passage ends: in "." (or another mark that ends a
// sentence), "?", ":", ";" or ",", in "and" or "or" after one of them, in "" for
// a word, or in "hole" for what nobody knows. Closing brackets and quotation
// marks are left out of account, and so is a link.
func typographyEnd(ps *Passage) string {
	words := ps.Plain
	if _, ok := strings.CutSuffix(strings.TrimRight(words, " ."), string(Hole)); ok {
		return "hole"
	}
	for _, and := range [...]string{"; and", "; or", ", and", ", or", "; and/or", ";and"} {
		if strings.HasSuffix(words, and) {
			return "and"
		}
	}
	words = strings.TrimRightFunc(words, func(r rune) bool {
		return unicode.IsSpace(r) || r == '"' || r == '\'' || unicode.In(r, unicode.Pe, unicode.Pf)
	})
	r, _ := utf8.DecodeLastRuneInString(words)
	switch r {
	case '.', '!', '…':
		return "."
	case '?', ':', ';', ',':
		return string(r)
	case Hole, utf8.RuneError:
		return "hole"
	}
	return ""
}
