package lint

import (
	"strconv"
	"strings"
	"unicode"

	"briefnote/diag"
	"briefnote/schema"
)

var numberingGap = &Rule{
	ID: "BN018", Slug: "numbering-gap", Severity: diag.Error,
	Doc: Doc{
		Title:  "Numbers and letters follow each other without a gap",
		Why:    "A missing number tells the reader that something was taken out. A number typed before a point that has a mark of its own is printed beside it.",
		Bad:    "Three reasons matter: (1) cost, (2) safety and (4) time.",
		Good:   "Three reasons matter: (1) cost, (2) safety and (3) time.",
		Source: "House style",
	},
	Check: func(p *Pass) {
		p.releasedNotes()
		p.Lists(func(l *List) {
			typedNumbers(p, l)
			typedMarks(p, l)
		})
		p.Sections(func(s *Section) { headingNumbers(p, s.Under) })
		for _, ps := range p.Passages {
			if ps.IsText() {
				enumeration(p, ps)
			}
		}
	},
}

// releasedNotes reports footnotes whose numbers leave out others. Only those
// of a released note are printed as they are written.
func (p *Pass) releasedNotes() {
	env := p.Env()
	if !env.Released() || len(env.Footnotes) == 0 {
		return
	}
	last, seen := 0, map[string]bool{}
	p.noteRefs(func(in schema.Inline) {
		n, err := strconv.Atoi(in.Text)
		switch {
		case in.Kind == schema.InlineNote, err != nil && !seen[in.Text]:
			last++ // numbered after the one before
		case err == nil && n > last+1 && !seen[in.Text]:
			for _, f := range env.Footnotes {
				if f.ID.Value == in.Text {
					p.Report(f.ID.Span, f.ID.Pointer, noteGap(last, in.Text), "number the footnotes from 1 without a gap, or give them names, and they are numbered when printed")
				}
			}
			last = n
		case err == nil:
			last = max(last, n)
		}
		seen[in.Text] = true
	})
}

// noteGap says that a footnote leaves out numbers after the last one.
func noteGap(last int, id string) string {
	if last == 0 {
		return "the first footnote is numbered " + id
	}
	return "footnote " + id + " comes after footnote " + strconv.Itoa(last)
}

// noteRefs calls f for the references to footnotes and the footnotes in place,
// in the order they are printed.
func (p *Pass) noteRefs(f func(schema.Inline)) {
	for _, ps := range p.Passages {
		for _, s := range ps.Spans {
			if s.Kind == schema.NoteRef || s.Kind == schema.InlineNote {
				f(s.Inline)
			}
		}
	}
}

// typedNumbers reports the first point of a block text whose number is not the
// one that is printed. Points that are all numbered 1 are meant to be counted.
func typedNumbers(p *Pass, l *List) {
	count := 0
	for _, it := range l.Items {
		if it.Continued || it.Text == nil {
			continue
		}
		count++
		mark, at := markOf(it.Text.Text)
		n := numberOf(mark)
		if n == count || n <= 1 {
			continue
		}
		printed := strconv.Itoa(count) + "."
		if l.Style == schema.Letters {
			printed = string(rune('a'+count-1)) + "."
		}
		p.Report(it.Text.Text.Place(at, at+len(mark)), it.Pointer, "this point is printed as "+quote(printed),
			"number the points without a gap, and check what the text says of them")
		return
	}
}

// markOf returns the mark that a block text gives to a point, and where it
// stands; "" for a point written in another way.
func markOf(t schema.Text) (mark string, at int) {
	if t.Source == nil || t.Start == 0 {
		return "", 0
	}
	before := t.Source.Value[:t.Start]
	line := before[strings.LastIndexByte(before, '\n')+1:]
	mark = strings.TrimSpace(line)
	return mark, t.Start - len(strings.TrimLeft(line, " \t"))
}

// numberOf is the number of a mark: 4 for "4." and "d."; 0 for any other mark.
func numberOf(mark string) int {
	body, ok := strings.CutSuffix(mark, ".")
	if !ok {
		return 0
	}
	if len(body) == 1 && body[0] >= 'a' && body[0] <= 'z' {
		return int(body[0]-'a') + 1
	}
	n, _ := strconv.Atoi(body)
	return n
}

// typedMarks reports points that start with a number or letter of their own.
// A letter counts only where it is that of the point's place, so that "A. Roy"
// and "e. coli" are words.
func typedMarks(p *Pass, l *List) {
	count := 0
	for _, it := range l.Items {
		if it.Continued || it.Text == nil {
			continue
		}
		count++
		n, letter, end := leadingMark(it.Text.Plain)
		if end == 0 || letter && n != count {
			continue
		}
		p.At(it.Text, 0, end, quote(it.Text.Plain[:end])+" is typed before a point that has a mark of its own", "delete it; for a numbered list write 1. in place of -, or list: numbers")
	}
}

// leadingMark reads a typed mark at the start of a text: "2. ", "2) ", "(2) ",
// "b) ", "(b) ". It returns where the mark ends, without the space; 0 if there
// is none.
func leadingMark(s string) (n int, letter bool, end int) {
	open := strings.HasPrefix(s, "(")
	i := 0
	if open {
		i = 1
	}
	start := i
	switch {
	case i < len(s) && s[i] >= 'a' && s[i] <= 'z':
		n, letter = int(s[i]-'a')+1, true
		i++
	default:
		for i < len(s) && s[i] >= '0' && s[i] <= '9' && i-start < 2 {
			n = 10*n + int(s[i]-'0')
			i++
		}
	}
	if i == start || i+1 >= len(s) || s[i+1] != ' ' {
		return 0, false, 0
	}
	if s[i] == ')' || s[i] == '.' && !open && !letter {
		return n, letter, i + 1
	}
	return 0, false, 0
}

// headingNumbers reports the first of some sibling headings whose typed number
// does not follow that of the one before.
func headingNumbers(p *Pass, siblings []*Section) {
	last, any := 0, false
	for _, s := range siblings {
		if s.Heading == nil {
			continue
		}
		n, letter, end := leadingMark(s.Heading.Plain)
		if end == 0 || letter {
			continue
		}
		if any && n != last+1 {
			p.At(s.Heading, 0, end, "this heading is numbered "+strconv.Itoa(n)+", and the one before it "+strconv.Itoa(last), "number the headings without a gap")
			return
		}
		last, any = n, true
	}
}

// enumeration reports the first number or letter in parentheses that leaves
// others out, in a sentence that counts from (1) or (a). What a statute numbers
// so, as in "paragraphs (a) and (c)", is no enumeration.
func enumeration(p *Pass, ps *Passage) {
	if !strings.Contains(ps.Plain, "(1)") && !strings.Contains(ps.Plain, "(a)") || strings.ContainsRune(ps.Plain, Hole) {
		return
	}
	last := map[bool]int{} // by whether it is a letter
	for i := 0; i < len(ps.Plain); i++ {
		if ps.Plain[i] != '(' || i > 0 && !unicode.IsSpace(ps.Before(i)) {
			continue
		}
		n, letter, end := leadingMark(ps.Plain[i:])
		switch {
		case end == 0:
		case n == 1 && ofStatute(ps, i):
			last[letter] = 0
		case n == 1:
			last[letter] = 1
		case last[letter] == 0, letter && n > last[letter]+1 && strings.IndexByte("ivx", ps.Plain[i+1]) >= 0: // a small Roman number
		case n > last[letter]+1:
			p.At(ps, i, i+end, quote(ps.Plain[i:i+end])+" comes after "+quote(inParentheses(last[letter], letter)), "number without a gap")
			return
		default:
			last[letter] = n
		}
	}
}

// inParentheses writes a number, or the letter of that number.
func inParentheses(n int, letter bool) string {
	if letter {
		return "(" + string(rune('a'+n-1)) + ")"
	}
	return "(" + strconv.Itoa(n) + ")"
}

// ofStatute reports whether the word before an offset says that a number
// stands for a place in a statute or another text.
func ofStatute(ps *Passage, at int) bool {
	words := ps.WordsIn(0, at)
	if len(words) == 0 {
		return false
	}
	switch w := strings.TrimSuffix(words[len(words)-1].Fold, "s"); w {
	case "section", "subsection", "paragraph", "subparagraph", "clause", "item", "article", "alinéa", "paragraphe", "note", "option", "point", "schedule":
		return true
	default:
		return w != "" && unicode.IsDigit(rune(w[0])) && strings.TrimSpace(ps.Plain[words[len(words)-1].End:at]) == ""
	}
}

var footnoteOrphan = &Rule{
	ID: "BN019", Slug: "footnote-orphan", Severity: diag.Error,
	Doc: Doc{
		Title:  "Every footnote is referred to, and says something",
		Why:    "A footnote that nothing refers to is not printed, and its author does not notice. That every reference has its footnote is a matter of validation.",
		Bad:    "issue: The ferry carries 300 vehicles.\nfootnotes:\n  counts: Daily average.",
		Good:   "issue: The ferry carries 300 vehicles.[^counts]\nfootnotes:\n  counts: Daily average.",
		Source: "House style",
	},
	Check: func(p *Pass) {
		notes := p.Env().Footnotes
		if len(notes) == 0 {
			return
		}
		used := map[string]bool{}
		p.noteRefs(func(in schema.Inline) { used[in.Text] = true })
		for _, f := range notes {
			switch {
			case !used[f.ID.Value]:
				p.Report(f.ID.Span, f.ID.Pointer, "nothing refers to this footnote, so it is not printed", "write [^"+f.ID.Value+"] where it belongs, or delete it")
			case f.Text.IsEmpty():
				p.Report(f.ID.Span, f.ID.Pointer, "this footnote says nothing", "write it, or delete it and the reference to it")
			}
		}
	},
}
