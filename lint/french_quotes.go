package lint

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"briefnote/diag"
)

var guillemets = &Rule{
	ID: "FR501", Slug: "guillemets", Severity: diag.Warning,
	Doc: Doc{
		Title:  "Guillemets in French",
		Why:    "French sets off quotations with « ». English quotation marks stand only around a quotation within another one.",
		Bad:    `La "Charte" a été signée.`,
		Good:   "La « Charte » a été signée.",
		Source: "Translation Bureau, Clés de la rédaction (guillemets)",
	},
	Check: func(p *Pass) {
		for ps := range frenchPassages(p) {
			if strings.IndexByte(ps.Plain, '"') >= 0 || strings.Contains(ps.Plain, "“") || strings.Contains(ps.Plain, "”") {
				for _, q := range englishQuotes(ps) {
					q.report(p, ps)
				}
			}
		}
	},
}

// frenchQuote is a quotation in marks that are not French, or one such mark
// whose other half is missing.
type frenchQuote struct {
	start, end int // with the marks
	lone       bool
	inner      bool // within guillemets
}

// englishQuotes returns the quotations of a passage that should stand in other
// marks. Within guillemets only straight marks should; one right after a figure
// is one of inches.
func englishQuotes(ps *Passage) []frenchQuote {
	var out []frenchQuote
	open, openMark, depth := -1, rune(0), 0
	alone := func(i, size int) { out = append(out, frenchQuote{start: i, end: i + size, lone: true}) }
	for i, r := range ps.Plain {
		size := utf8.RuneLen(r)
		switch {
		case r == '«':
			depth++
		case r == '»':
			depth = max(depth-1, 0)
		case r == '“' && open < 0, r == '"' && open < 0 && !unicode.IsDigit(ps.Before(i)):
			open, openMark = i, r
		case r == '”' && openMark == '“', r == '"' && openMark == '"':
			if depth == 0 || r == '"' {
				out = append(out, frenchQuote{start: open, end: i + size, inner: depth > 0})
			}
			open, openMark = -1, 0
		case r == '”' && openMark != '"':
			alone(i, size)
		}
	}
	if open >= 0 {
		alone(open, utf8.RuneLen(openMark))
	}
	return out
}

func (q frenchQuote) report(p *Pass, ps *Passage) {
	if q.lone {
		p.At(ps, q.start, q.end, "this quotation mark is English, and its other half is missing", "write « before the quotation and » after it, with no-break spaces inside")
		return
	}
	open, shut := "«"+nbsp, nbsp+"»"
	hint := "write « … », with no-break spaces inside"
	if q.inner {
		open, shut, hint = "“", "”", "write “ ” around a quotation within guillemets"
	}
	f := p.At(ps, q.start, q.end, "these quotation marks are not French", hint)
	_, first := utf8.DecodeRuneInString(ps.Plain[q.start:])
	_, last := utf8.DecodeLastRuneInString(ps.Plain[:q.end])
	within := strings.TrimSpace(ps.Plain[q.start+first : q.end-last])
	if len(within) == q.end-last-q.start-first && within != "" && !strings.ContainsRune(within, Hole) {
		frenchMend(f, ps, frenchEdit{q.start, q.start + first, open}, frenchEdit{q.end - last, q.end, shut})
	}
}

var nbspGuillemets = &Rule{
	ID: "FR502", Slug: "nbsp-guillemets", Severity: diag.Warning,
	Doc: Doc{
		Title:  "No-break spaces inside guillemets",
		Why:    "Without them a line can start with » or end with «.",
		Bad:    "On parle d’«accès légal».",
		Good:   "On parle d’« accès légal », avec des espaces insécables.",
		Source: "Translation Bureau, Clés de la rédaction (guillemets)",
	},
	Check: func(p *Pass) {
		for ps := range frenchPassages(p) {
			if strings.Contains(ps.Plain, "«") || strings.Contains(ps.Plain, "»") {
				looseGuillemets(p, ps)
			}
		}
	},
}

// looseGuillemets reports the guillemets that nothing, or a space that breaks,
// parts from the words they stand around.
func looseGuillemets(p *Pass, ps *Passage) {
	for i, r := range ps.Plain {
		var start, end int
		var words, where string
		switch r {
		case '«':
			start, end = i, ps.spaceAfter(i+len("«"))
			words, where = "«"+nbsp, "after"
			if end == len(ps.Plain) || ps.After(end) == Hole || ps.After(end) == '»' || ps.Plain[start:end] == words || ps.Plain[start:end] == "«\u202f" {
				continue
			}
		case '»':
			start, end = ps.spaceBefore(i), i+len("»")
			words, where = nbsp+"»", "before"
			if start == 0 || ps.Before(start) == Hole || ps.Before(start) == '«' || ps.Plain[start:end] == words || ps.Plain[start:end] == "\u202f»" {
				continue
			}
		default:
			continue
		}
		message := "a space that can break stands " + where + " this guillemet"
		if end-start == len("«") {
			message = "no space stands " + where + " this guillemet"
		}
		f := p.At(ps, start, end, message, "put a no-break space there")
		frenchMend(f, ps, frenchEdit{start, end, words})
	}
}

var apostrophe = &Rule{
	ID: "FR508", Slug: "apostrophe", Severity: diag.Info,
	Doc: Doc{
		Title:  "Curly apostrophes in French",
		Why:    "French has an apostrophe in every second line; straight and curly ones side by side show that text was pasted together.",
		Bad:    "L'accès d’urgence n'a pas changé.",
		Good:   "L’accès d’urgence n’a pas changé.",
		Source: "House style",
	},
	Check: func(p *Pass) {
		for ps := range frenchPassages(p) {
			if strings.ContainsAny(ps.Plain, "'`") || strings.Contains(ps.Plain, "´") || strings.Contains(ps.Plain, "‘") || strings.Contains(ps.Plain, "ʼ") {
				wrongApostrophes(p, ps)
			}
		}
	},
}

// wrongApostrophes reports the apostrophes of a passage that are not curly, all
// of them as one finding: a note that is typed with them has hundreds.
func wrongApostrophes(p *Pass, ps *Passage) {
	var edits []frenchEdit
	first, last, count := 0, 0, 0
	for i, r := range ps.Plain {
		end := i + utf8.RuneLen(r)
		if !isWrongApostrophe(ps, i, end, r) {
			continue
		}
		if count++; count == 1 {
			first = i
		}
		last = end
		if e := (frenchEdit{i, end, "’"}); frenchMendable(ps, e) {
			edits = append(edits, e)
		}
	}
	if count == 0 {
		return
	}
	for _, w := range ps.Words() {
		if w.Start < first && first < w.End {
			first = w.Start
		}
		if w.Start < last && last < w.End {
			last = w.End
		}
	}
	message := "the apostrophe in this word is not curly"
	if count > 1 {
		message = "the apostrophes in this text are not curly"
	}
	frenchMend(p.At(ps, first, last, message, "write ’"), ps, edits...)
}

func isWrongApostrophe(ps *Passage, i, end int, r rune) bool {
	switch r {
	case '\'', '`', '´', '‘', 'ʼ':
	default:
		return false
	}
	next := ps.After(end)
	return unicode.IsLetter(ps.Before(i)) && (unicode.IsLetter(next) || next == '«' || r == '\'' && (next == '"' || next == '“'))
}
