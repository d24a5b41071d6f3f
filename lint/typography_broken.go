package lint

import (
	"strings"
	"unicode"

	"briefnote/diag"
	"briefnote/schema"
)

var brokenSentence = &Rule{
	ID: "TY321", Slug: "broken-sentence", Severity: diag.Error,
	Doc: Doc{
		Title:  "A paragraph starts and ends as a sentence does",
		Why:    "A paragraph that starts with a small letter or ends without a full stop was cut in two, or has lost words. What stands beside a severance, a list or a heading is judged with care: the rest may be there.",
		Bad:    "The ministers met in London to discuss the\n\nsafety of ports and ships.",
		Good:   "The ministers met in London to discuss the safety of ports and ships.",
		Source: "Public Safety, briefing book of 2019",
	},
	Check: func(p *Pass) {
		p.Sections(func(s *Section) {
			for i, piece := range s.Pieces {
				switch piece := piece.(type) {
				case *Passage:
					typographyParagraph(p, s, i, piece)
				case *List:
					typographyContinued(p, piece)
				}
			}
		})
	},
}

// typographyParagraph judges paragraph i of a section.
func typographyParagraph(p *Pass, s *Section, i int, ps *Passage) {
	first, afterList := typographyBefore(s, i)
	if typographyLower(ps.Plain) && !typographyOddWord(ps) && !first && !afterList {
		w := ps.Words()[0]
		p.At(ps, w.Start, w.End, "this paragraph starts with a small letter", "join it to the paragraph that it belongs to, or write the start of the sentence")
	}
	if s.Level > 0 && s.Key == "report" || len(ps.Words()) < typographySentenceWords || typographyEnd(ps) != "" || typographyGoesOn(s, i) {
		return // what follows a run-in topic belongs to terminal-punct
	}
	if k := len(ps.Spans) - 1; k >= 0 && ps.Spans[k].End == len(ps.Plain) && ps.Spans[k].Kind == schema.Link {
		return
	}
	p.At(ps, typographyLastWord(ps), len(ps.Plain), "this paragraph ends without a full stop", "finish the sentence, or join it to the next paragraph")
}

// typographySentenceWords is how many words a paragraph must have to be taken
// for a sentence, and not for a label such as "Not applicable".
const typographySentenceWords = 6

// typographyBefore reports what paragraph i of a section follows: text that
// ends in a severance, so that its own start may be missing there; or a list,
// whose sentence it may end.
func typographyBefore(s *Section, i int) (hole, list bool) {
	if i == 0 {
		return s.Level > 0 && s.Heading != nil && s.Heading.Role == RunIn, false
	}
	switch piece := s.Pieces[i-1].(type) {
	case *Passage:
		return typographyEnd(piece) == "hole", false
	case *List:
		return false, true
	default:
		return false, true
	}
}

// typographyGoesOn reports whether a list, a table or a severance follows
// paragraph i, so that its sentence may end there.
func typographyGoesOn(s *Section, i int) bool {
	if i+1 == len(s.Pieces) {
		return false
	}
	next, ok := s.Pieces[i+1].(*Passage)
	return !ok || strings.HasPrefix(next.Plain, string(Hole))
}

// typographyContinued judges the text of a list that goes on from a point: it
// may start with a small letter only where that point's sentence is not over.
func typographyContinued(p *Pass, l *List) {
	for i, it := range l.Items {
		if !it.Continued || it.Text == nil || i == 0 || l.Items[i-1].Text == nil || l.Items[i-1].Under != nil {
			continue
		}
		if typographyLower(it.Text.Plain) && !typographyOddWord(it.Text) && typographyEnd(l.Items[i-1].Text) == "." {
			w := it.Text.Words()[0]
			p.At(it.Text, w.Start, w.End, "this text starts with a small letter, though the sentence before it is over", "write the start of the sentence")
		}
	}
}

// typographyOddWord reports whether a passage opens with a word that keeps its
// small letter, such as iPhone.
func typographyOddWord(ps *Passage) bool {
	words := ps.Words()
	return len(words) == 0 || strings.ContainsFunc(words[0].Text[1:], unicode.IsUpper)
}
