package lint

import (
	"bytes"
	"strings"
	"unicode"

	"briefnote/diag"
	"briefnote/schema"
)

var doubleSpace = &Rule{
	ID: "TY311", Slug: "double-space", Severity: diag.Warning,
	Doc: Doc{
		Title:  "One space between words",
		Why:    "Two spaces are a slip of the keyboard, or what is left where a word was deleted.",
		Bad:    "Our nations  agreed on a joint statement.",
		Good:   "Our nations agreed on a joint statement.",
		Source: "House style",
	},
	Check: func(p *Pass) {
		for _, ps := range p.Passages {
			for at := strings.Index(ps.Plain, "  "); at >= 0; {
				end := at
				for end < len(ps.Plain) && ps.Plain[end] == ' ' {
					end++
				}
				if !typographyEndsLine(p, ps.Place(at, end)) {
					f := p.At(ps, at, end, "more than one space stands here", "leave one; a word may be missing")
					typographyMend(f, ps, at, end, " ")
				}
				k := strings.Index(ps.Plain[end:], "  ")
				if k < 0 {
					break
				}
				at = end + k
			}
		}
	},
}

// typographyEndsLine reports whether white space goes on to the end of its line
// in the file, which trailing-space tells.
func typographyEndsLine(p *Pass, at diag.Span) bool {
	rest := bytes.TrimLeft(p.File.Source[at.Start:], " \t\r")
	return len(rest) == 0 || rest[0] == '\n'
}

var trailingSpace = &Rule{
	ID: "TY312", Slug: "trailing-space", Severity: diag.Info,
	Doc: Doc{
		Title:  "No space at the end of a line",
		Why:    "Nobody sees it, and it shows up as a change when two versions of a note are compared.",
		Bad:    "\"- Ask for support. \", with a space after the full stop",
		Good:   "\"- Ask for support.\"",
		Source: "House style",
	},
	Check: func(p *Pass) {
		if p.Env().Node == nil {
			return
		}
		var severed []diag.Span
		at := p.Env().Node.Span
		for start := at.Start; start < at.End; {
			end := bytes.IndexByte(p.File.Source[start:], '\n')
			if end < 0 {
				end = len(p.File.Source) - start
			}
			line := bytes.TrimSuffix(p.File.Source[start:start+end], []byte("\r"))
			text := bytes.TrimRight(line, " \t")
			if len(text) < len(line) && !bytes.HasSuffix(text, []byte(`\`)) { // "\ " is an escape
				if severed == nil {
					severed = typographySevered(p)
				}
				typographyTrailing(p, severed, diag.Span{File: p.File.Name, Start: start + len(text), End: start + len(line)})
			}
			start += end + 1
		}
	},
}

// typographyTrailing reports white space at a line's end. It may go unless it
// stands within a severance, which only its author changes.
func typographyTrailing(p *Pass, severed []diag.Span, at diag.Span) {
	f := p.Report(at, "", "this line ends in a space", "delete it")
	for _, s := range severed {
		if at.Start < s.End && at.End > s.Start {
			return
		}
	}
	d := &(*f.pass.out)[f.at]
	d.Fix = append(d.Fix, diag.Edit{Span: at})
}

// typographySevered returns where the note's severances stand.
func typographySevered(p *Pass) []diag.Span {
	out := []diag.Span{}
	for _, ps := range p.Passages {
		for _, s := range ps.Spans {
			if s.Kind == schema.Severance {
				out = append(out, ps.Text.Place(s.Inline.Start, s.Inline.End))
			}
		}
	}
	return out
}

var dashSpacing = &Rule{
	ID: "TY307", Slug: "dash-spacing", Severity: diag.Warning, Langs: []string{"en"},
	Doc: Doc{
		Title:  "The same space on both sides of a dash",
		Why:    "A dash with a space on one side only looks like a hyphen that lost its word.",
		Bad:    "The other members — our closest allies— agreed.",
		Good:   "The other members — our closest allies — agreed.",
		Source: "Canada.ca Content Style Guide, 4.1",
	},
	Check: func(p *Pass) {
		for ps := range typographyEnglish(p) {
			for _, dash := range [...]string{"—", "–", "- "} {
				for at := 0; ; {
					k := strings.Index(ps.Plain[at:], dash)
					if k < 0 {
						break
					}
					start := at + k
					at = start + len(dash)
					if dash == "- " {
						typographyHyphen(p, ps, start)
					} else {
						typographyDash(p, ps, start, at)
					}
				}
			}
		}
	},
}

// typographyDash reports a dash with space on one side only. An en dash beside
// a figure belongs to a range.
func typographyDash(p *Pass, ps *Passage, start, end int) {
	before, after := ps.Before(start), ps.After(end)
	left, right := unicode.IsSpace(before), unicode.IsSpace(after)
	other := before
	if left {
		other = after
	}
	if left == right || !unicode.IsLetter(other) && !strings.ContainsRune(`.,)]”"’'`, other) {
		return
	}
	gapStart, gapEnd := end, len(ps.Plain)-len(strings.TrimLeft(ps.Plain[end:], " \u00a0"))
	if left {
		gapStart, gapEnd = len(strings.TrimRight(ps.Plain[:start], " \u00a0")), start
	}
	if strings.ContainsRune("—–-", ps.Before(gapStart)) && left || strings.ContainsRune("—–-", ps.After(gapEnd)) && !left {
		return // two dashes in a row are no dash
	}
	from, to := typographyAtDash(ps, start, end)
	f := p.At(ps, from, to, "this dash has a space on one side only", "put a space on both sides, or on neither")
	switch {
	case ps.Plain[start:end] != "–" && !strings.Contains(ps.Plain, " — "):
		typographyMend(f, ps, gapStart, gapEnd, "")
	case left:
		typographyMend(f, ps, end, end, " ")
	default:
		typographyMend(f, ps, start, start, " ")
	}
}

// typographyHyphen reports a hyphen that follows a word and has a space behind
// it, but for one that waits for the rest of the word: short- and long-term.
func typographyHyphen(p *Pass, ps *Passage, start int) {
	before := ps.Before(start)
	if !unicode.IsLetter(before) && !unicode.IsDigit(before) || ps.After(start+2) == Hole {
		return
	}
	next := strings.TrimLeft(ps.Plain[start+1:], " ")
	next, _, _ = strings.Cut(next, " ")
	switch next {
	case "", "and", "or", "to", "nor", "but", "through", "versus", "vs", "vs.", "&", "as", "and/or":
		return
	}
	from, to := typographyAtDash(ps, start, start+1)
	p.At(ps, from, to, "this hyphen has a space on one side only", "close it up, or write a dash with a space on both sides")
}

// typographyAtDash widens a dash to the words on both sides.
func typographyAtDash(ps *Passage, start, end int) (from, to int) {
	from, to = start, end
	for _, w := range ps.Words() {
		if w.End <= start && strings.TrimSpace(ps.Plain[w.End:start]) == "" {
			from = w.Start
		}
		if w.Start >= end {
			if strings.TrimSpace(ps.Plain[end:w.Start]) == "" {
				to = w.End
			}
			break
		}
	}
	return from, to
}
