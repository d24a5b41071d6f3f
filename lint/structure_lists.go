package lint

import (
	"strings"
	"unicode"

	"briefnote/diag"
)

var emptyBullet = &Rule{
	ID: "BN014", Slug: "empty-bullet", Severity: diag.Error, Released: ReleasedWarning,
	Doc: Doc{
		Title:  "Every point says something",
		Why:    "An empty point prints as a lone bullet, and in a release it looks like a severance that nobody marked.",
		Bad:    "- Ask for support.\n-",
		Good:   "- Ask for support.",
		Source: "Public Safety, briefing book of 2019",
	},
	Check: func(p *Pass) {
		p.Lists(func(l *List) {
			for _, it := range l.Items {
				switch {
				case it.Under != nil || it.Withheld:
				case it.Text == nil:
					p.Report(it.Span, it.Pointer, "this point is empty", "write it, or delete the line")
				case saysNothing(it.Text):
					p.On(it.Text, "this point says nothing", "write it, or delete the line")
				}
			}
		})
	},
}

// saysNothing reports whether a passage is made of signs alone: no letter, no
// digit, no severance, no footnote.
func saysNothing(ps *Passage) bool {
	return len(ps.Spans) == 0 && !strings.ContainsFunc(ps.Plain, func(r rune) bool {
		return unicode.IsLetter(r) || unicode.IsDigit(r) || r == Hole
	})
}

var listIntroNoList = &Rule{
	ID: "BN015", Slug: "list-intro-no-list", Severity: diag.Error,
	Doc: Doc{
		Title:  "A colon that announces a list is followed by one",
		Why:    "A point or paragraph that ends in a colon with nothing after it tells the reader that text is missing.",
		Bad:    "- There are many examples, including:",
		Good:   "- There are many examples, including:\n  - a joint patrol;\n  - a shared laboratory.",
		Source: "Public Safety, briefing book of 2019",
	},
	Check: func(p *Pass) {
		p.Sections(func(s *Section) {
			for i, piece := range s.Pieces {
				more := i+1 < len(s.Pieces) || followed(s)
				switch piece := piece.(type) {
				case *Passage:
					if !more {
						announces(p, piece)
					}
				case *List:
					listIntros(p, piece, more)
				}
			}
		})
	},
}

// followed reports whether text goes on after a section's own pieces: in
// sections under it, or, of text before the first heading, in those after it.
func followed(s *Section) bool {
	if len(s.Under) > 0 {
		return true
	}
	return s.Heading == nil && s.Parent != nil && s.Parent.Under[len(s.Parent.Under)-1] != s
}

// listIntros looks at the points of a list; more says that text goes on after it.
func listIntros(p *Pass, l *List, more bool) {
	for i, it := range l.Items {
		last := i == len(l.Items)-1
		switch {
		case it.Under != nil:
			listIntros(p, it.Under, !last && l.Items[i+1].Continued)
		case it.Text == nil || last && more || !last && l.Items[i+1].Continued:
		default:
			announces(p, it.Text)
		}
	}
}

// announces reports a passage that ends in a colon, nothing following it.
func announces(p *Pass, ps *Passage) {
	end := len(strings.TrimRightFunc(ps.Plain, unicode.IsSpace))
	if end == 0 || ps.Plain[end-1] != ':' {
		return
	}
	start := end - 1
	if words := ps.Words(); len(words) > 0 && !strings.ContainsRune(ps.Plain[words[len(words)-1].End:], Hole) {
		start = words[len(words)-1].Start
	}
	p.At(ps, start, end, "this announces a list, and none stands under it", "write the list, or end the sentence")
}
