package lint

import (
	"strings"
	"unicode"

	"briefnote/diag"
	"briefnote/internal/text"
)

var quotesMixed = &Rule{
	ID: "TY301", Slug: "quotes-mixed", Severity: diag.Warning, Langs: []string{"en"},
	Doc: Doc{
		Title:  "One style of quotation marks in a note",
		Why:    "Straight and curly quotation marks side by side show that text was pasted together from several files.",
		Bad:    "They spoke of a \"duty of care\" and of “lawful access”.",
		Good:   "They spoke of a “duty of care” and of “lawful access”.",
		Source: "House style",
	},
	Check: func(p *Pass) {
		var curly, straight []typographyMark
		for ps := range typographyEnglish(p) {
			if strings.IndexByte(ps.Plain, '"') >= 0 {
				straight = typographyStraight(straight, ps)
			}
			if strings.Contains(ps.Plain, "“") {
				curly = typographyCurly(curly, ps)
			}
		}
		switch {
		case len(curly) == 0 || len(straight) == 0:
		case len(curly) < len(straight):
			for _, m := range curly {
				p.At(m.Passage, m.Start, m.End, "these quotation marks are curly, and others in this note are straight", `write "…", as elsewhere in the note`)
			}
		default:
			for _, m := range straight {
				f := p.At(m.Passage, m.Start, m.End, "these quotation marks are straight, and others in this note are curly", "write “…”, as elsewhere in the note")
				if m.End-m.Start > 1 {
					typographyMend(f, m.Passage, m.Start, m.Start+1, "“")
					typographyMend(f, m.Passage, m.End-1, m.End, "”")
				}
			}
		}
	},
}

// typographyMark is a place in a passage.
type typographyMark struct {
	*Passage
	text.Range
}

// typographyStraight appends the quotations of a passage in straight marks. A
// mark after a figure is one of inches; one without its other half stands for
// itself.
func typographyStraight(out []typographyMark, ps *Passage) []typographyMark {
	open := -1
	for i := 0; i < len(ps.Plain); i++ {
		switch {
		case ps.Plain[i] != '"':
		case open >= 0:
			out = append(out, typographyMark{ps, text.Range{Start: open, End: i + 1}})
			open = -1
		case i == 0 || !unicode.IsDigit(ps.Before(i)):
			open = i
		}
	}
	if open >= 0 {
		out = append(out, typographyMark{ps, text.Range{Start: open, End: open + 1}})
	}
	return out
}

// typographyCurly appends the quotations of a passage in curly marks.
func typographyCurly(out []typographyMark, ps *Passage) []typographyMark {
	for at := 0; ; {
		k := strings.Index(ps.Plain[at:], "“")
		if k < 0 {
			return out
		}
		start := at + k
		at = start + len("“")
		if k := strings.Index(ps.Plain[at:], "”"); k >= 0 {
			at += k + len("”")
		}
		out = append(out, typographyMark{ps, text.Range{Start: start, End: at}})
	}
}

var apostropheMixed = &Rule{
	ID: "TY302", Slug: "apostrophe-mixed", Severity: diag.Warning, Langs: []string{"en"},
	Doc: Doc{
		Title:  "One style of apostrophes in a note",
		Why:    "Straight and curly apostrophes side by side show that text was pasted together from several files.",
		Bad:    "Canada's position differs from the host’s; Canada’s approach is set out in the ministers’ statement.",
		Good:   "Canada’s position differs from the host’s; Canada’s approach is set out in the ministers’ statement.",
		Source: "House style",
	},
	Check: func(p *Pass) {
		var curly, straight []typographyMark
		for ps := range typographyEnglish(p) {
			if strings.IndexByte(ps.Plain, '\'') >= 0 {
				straight = typographyApostrophes(straight, ps, '\'', '\'')
			}
			if strings.Contains(ps.Plain, "’") {
				curly = typographyApostrophes(curly, ps, '‘', '’')
			}
		}
		switch {
		case len(curly) == 0 || len(straight) == 0:
		case len(curly) < len(straight):
			for _, m := range curly {
				start, end := typographyAround(m)
				p.At(m.Passage, start, end, "this apostrophe is curly, and most in this note are straight", "write ', as elsewhere in the note")
			}
		default:
			for _, m := range straight {
				start, end := typographyAround(m)
				f := p.At(m.Passage, start, end, "this apostrophe is straight, and others in this note are curly", "write ’, as elsewhere in the note")
				typographyMend(f, m.Passage, m.Start, m.End, "’")
			}
		}
	},
}

// typographyApostrophes appends the apostrophes of a passage: those between two
// letters, and those after a plural (the ministers' statement). A mark that
// closes what one before a word opened is a quotation mark, and none of them.
func typographyApostrophes(out []typographyMark, ps *Passage, opens, mark rune) []typographyMark {
	open := false
	for i, r := range ps.Plain {
		end := i + len(string(r))
		before, after := ps.Before(i), ps.After(end)
		switch {
		case r != opens && r != mark:
		case r == mark && unicode.IsLetter(before) && unicode.IsLetter(after):
			out = append(out, typographyMark{ps, text.Range{Start: i, End: end}})
		case r == opens && !unicode.IsLetter(before) && unicode.IsLetter(after):
			open = true
		case open:
			open = false
		case r == mark && before == 's':
			out = append(out, typographyMark{ps, text.Range{Start: i, End: end}})
		}
	}
	return out
}

// typographyAround returns the word that an apostrophe belongs to.
func typographyAround(m typographyMark) (start, end int) {
	for _, w := range m.Words() {
		if w.Start <= m.Start && w.End >= m.Start {
			return w.Start, max(w.End, m.End)
		}
	}
	return m.Start, m.End
}
