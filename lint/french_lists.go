package lint

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"briefnote/diag"
)

var listPunct = &Rule{
	ID: "FR507", Slug: "list-punct", Severity: diag.Warning,
	Doc: Doc{
		Title:  "The points of a French list end alike",
		Why:    "In French a semicolon ends each point and a full stop the last one, and nothing like \"et\" stands before it. Points that are sentences each end with a full stop, and very short ones may go without.",
		Bad:    "- un plan de travail;\n- une analyse des coûts, et\n- une liste des dépenses",
		Good:   "- un plan de travail;\n- une analyse des coûts;\n- une liste des dépenses.",
		Source: "Translation Bureau, Le guide du rédacteur, 3.1.3",
	},
	Check: func(p *Pass) {
		p.Lists(func(l *List) {
			if p.Lang == "fr" {
				listEnds(p, l)
			}
		})
	},
}

// listEnds compares the ends of a list's points. What most points but the last
// end with says what kind of list it is; one of short points may have commas.
func listEnds(p *Pass, l *List) {
	var points []*Item
	count := map[byte]int{}
	last := l.Items[len(l.Items)-1]
	for i, it := range l.Items {
		// A point that introduces others, or goes on after them, ends as its words ask.
		if it.Text == nil || it.Under != nil || it.Withheld || i+1 < len(l.Items) && l.Items[i+1].Continued {
			continue
		}
		mark := endOf(it.Text)
		if mark == 0 {
			continue
		}
		points = append(points, it)
		if it != last {
			count[mark]++
		}
	}
	chained := count[';'] + count['e']
	switch {
	case len(points) < 2 || count[','] > chained:
	case chained > 0 && chained >= count['.']+count['w']:
		semicolons(p, points, last)
	default:
		unequalEnds(p, points)
	}
}

// semicolons looks at a list whose points end with semicolons.
func semicolons(p *Pass, points []*Item, last *Item) {
	for _, it := range points {
		mark := endOf(it.Text)
		start, end := lastWord(it.Text)
		switch {
		case mark == 'e':
			linkAtEnd(p, it.Text)
		case it == last && (mark == '.' || mark == ';' && goesOn(it)):
		case it == last:
			f := p.At(it.Text, start, end, "the last point of this list does not end with a full stop", "write one")
			if mark == ';' {
				frenchMend(f, it.Text, frenchEdit{end - 1, end, "."})
			}
		case mark != ';':
			p.At(it.Text, start, end, "this point does not end with a semicolon, as others of the list do", "end it with a semicolon")
		}
	}
}

// goesOn reports whether the list that ends with a point stands within a list
// that goes on after it.
func goesOn(it *Item) bool {
	over := it.List.Over
	return over != nil && over != over.List.Items[len(over.List.Items)-1]
}

// linkAtEnd reports an "et" that ends a point.
func linkAtEnd(p *Pass, ps *Passage) {
	words := strings.TrimRightFunc(ps.Plain, unicode.IsSpace)
	start := len(words) - len("et")
	cut := ps.spaceBefore(start)
	f := p.At(ps, cut-1, len(words), `"et" stands at the end of this point`, "end the point with a semicolon alone")
	frenchMend(f, ps, frenchEdit{cut - 1, len(words), ";"})
}

// unequalEnds looks at a list whose points are sentences, or have no mark at the end.
func unequalEnds(p *Pass, points []*Item) {
	bare, stopped := 0, 0
	for _, it := range points {
		switch endOf(it.Text) {
		case 'w':
			bare++
		case '.':
			stopped++
		}
	}
	for _, it := range points {
		start, end := lastWord(it.Text)
		switch mark := endOf(it.Text); {
		case mark == 'e':
			linkAtEnd(p, it.Text)
		case stopped >= bare && mark != '.':
			p.At(it.Text, start, end, "this point does not end with a full stop, as others of the list do", "end all points of a list alike")
		case stopped < bare && mark != 'w':
			p.At(it.Text, start, end, "a mark ends this point, and none ends others of the list", "end all points of a list alike")
		}
	}
}

// endOf returns how a point ends: with ';', ',' or '.' (also for the other marks
// that end a sentence), 'e' for "; et", 'w' for a word, and 0 where that cannot
// be told: next to a hole, or where it introduces what follows.
func endOf(ps *Passage) byte {
	words := strings.TrimRightFunc(ps.Plain, unicode.IsSpace)
	if rest, ok := strings.CutSuffix(words, "et"); ok {
		rest = strings.TrimRightFunc(rest, unicode.IsSpace)
		if strings.HasSuffix(rest, ";") || strings.HasSuffix(rest, ",") {
			return 'e'
		}
	}
	inner := strings.TrimRightFunc(words, func(r rune) bool {
		return unicode.IsSpace(r) || r == '»' || r == '”' || r == '"' || r == ')'
	})
	r, _ := utf8.DecodeLastRuneInString(words)
	if last, _ := utf8.DecodeLastRuneInString(inner); r != last && (last == '.' || last == '?' || last == '!') {
		return '.'
	}
	switch r {
	case Hole, ':', utf8.RuneError:
		return 0
	case ';', ',':
		return byte(r)
	case '.', '!', '?', '…':
		return '.'
	}
	return 'w'
}

// lastWord returns where the last word of a passage stands, with the mark after it.
func lastWord(ps *Passage) (start, end int) {
	end = len(strings.TrimRightFunc(ps.Plain, unicode.IsSpace))
	words := ps.Words()
	if len(words) == 0 {
		return 0, end
	}
	return words[len(words)-1].Start, end
}
