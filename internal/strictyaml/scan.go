package strictyaml

import (
	"bytes"
)

// scanner looks for the mistakes that authors make in YAML, once the parser
// has refused a document. It knows block style as notes use it; it builds
// nothing, and what it finds is where the author went wrong rather than where
// the parser gave up.
type scanner struct {
	text   []byte
	lines  []sourceLine
	open   []level // mappings and lists that stand open, outermost first
	faults []fault
	tabbed bool
}

// level is an open mapping or list: the column its entries start at.
type level struct {
	column int
	list   bool
	waits  bool // its last entry has no value yet, so deeper lines may follow
}

const quoteHint = "put it in quotes, or write it on the next line under >-"

func mustQuote(lead string) string {
	return "a text that starts with " + lead + " must be quoted or written under >-"
}

// scan returns the faults of a document in order.
func (s *scanner) scan() []fault {
	s.lines = splitLines(s.text)
	for i := 0; i < len(s.lines); {
		if s.lines[i].blank() {
			i++
			continue
		}
		i = s.entry(i)
	}
	return s.faults
}

// entry looks at the entry that starts on line i, and returns the line after it.
func (s *scanner) entry(i int) int {
	l := s.lines[i]
	if t := bytes.IndexByte(s.text[l.start:l.start+l.indent], '\t'); t >= 0 {
		// What stands under the line cannot be told from what stands beside it.
		end := s.skipDeeper(i)
		if s.tabbed { // one file, one editor setting: saying it once is enough
			s.blank(i, end)
		} else {
			s.add(fault{
				at: extent{l.start + t, l.start + t + 1}, message: "a tab indents this line",
				hint: "indent with spaces; set the editor to write spaces for tabs", bad: extent{l.start, s.lines[end-1].end},
			})
		}
		s.tabbed = true
		return end
	}
	at, column, marks := l.start+l.indent, l.indent, 0
	for at < l.end && s.text[at] == '-' && (at+1 >= l.end || isBlankByte(s.text[at+1])) {
		if !s.enter(column, true, i) {
			return s.skipDeeper(i)
		}
		marks++
		at++
		for at < l.end && s.text[at] == ' ' {
			at++
		}
		column = at - l.start
	}
	rest := bytes.TrimRight(s.text[at:l.end], " \t")
	if len(rest) == 0 || rest[0] == '#' {
		return i + 1
	}
	if k := s.keyAt(rest); k >= 0 {
		return s.pair(i, at, column, k)
	}
	if marks > 0 {
		s.open[len(s.open)-1].waits = false
		return s.value(i, at, s.open[len(s.open)-1].column)
	}
	return s.stray(i)
}

// keyAt returns the offset of the colon that ends a key, where rest is an entry of a mapping.
func (s *scanner) keyAt(rest []byte) int {
	switch rest[0] {
	case '[', '{', '*', '&', '!', '%', '@', '`', '|', '>':
		return -1
	}
	return keyEnd(rest)
}

// pair looks at "key: value" at offset at.
func (s *scanner) pair(i, at, column, colon int) int {
	if !s.enter(column, false, i) {
		return s.skipDeeper(i)
	}
	v := at + colon + 1
	l := s.lines[i]
	for v < l.end && isBlankByte(s.text[v]) {
		v++
	}
	top := &s.open[len(s.open)-1]
	if v >= l.end || s.text[v] == '#' {
		top.waits = true
		return i + 1
	}
	top.waits = false
	return s.value(i, v, column)
}

// enter opens or goes on with a mapping or list whose entry starts at a
// column. It reports false, and the fault, where none can stand there.
func (s *scanner) enter(column int, list bool, i int) bool {
	for len(s.open) > 0 && s.open[len(s.open)-1].column > column {
		s.open = s.open[:len(s.open)-1]
	}
	// A list may stand at the column of the key it belongs to; the next key ends it.
	if k := len(s.open); !list && k > 1 && s.open[k-1].list && s.open[k-1].column == column && s.open[k-2].column == column {
		s.open = s.open[:k-1]
	}
	if len(s.open) == 0 {
		s.open = append(s.open, level{column, list, list})
		return true
	}
	top := &s.open[len(s.open)-1]
	switch {
	case top.column == column && top.list == list:
		top.waits = list
		return true
	case top.column == column && list && top.waits, top.column < column && top.waits:
		s.open = append(s.open, level{column, list, list})
		return true
	case top.column == column && list:
		s.addLine(i, "a list item stands among keys", "indent it under the key it belongs to, whose line ends with the colon")
	case top.column == column:
		s.addLine(i, "a key stands among list items", "indent it under an item, or less if the list ends here")
	default:
		s.addLine(i, "the indentation of this line fits no line above", "give it the same indentation as the entries beside it")
	}
	return false
}

var (
	tightKey  = pattern(`^[\p{L}_][\p{L}\p{N}_-]*:\S`)
	tightDash = pattern(`^-[^\s-]`)
)

// stray reports a line that is neither a key nor an item.
func (s *scanner) stray(i int) int {
	switch text := s.lines[i].text; {
	case tightDash().Match(text):
		s.addLine(i, "a list item needs a space after the -", `write "- text"`)
	case tightKey().Match(text):
		s.addLine(i, "a key needs a space after the colon", `write "key: value"`)
	case len(s.open) == 0 && i == s.firstLine() && !s.moreBelow(i):
		// A lone text is sound YAML; what it lacks is said later.
		return s.value(i, s.lines[i].start+s.lines[i].indent, -1)
	default:
		s.addLine(i, `this line is neither "key: value" nor "- item"`, "if it goes on from the line above, indent it more; if it is text, write it under >- or |")
	}
	return s.skipDeeper(i)
}

func (s *scanner) firstLine() int {
	for i, l := range s.lines {
		if !l.blank() {
			return i
		}
	}
	return 0
}

// moreBelow reports whether anything follows line i.
func (s *scanner) moreBelow(i int) bool {
	for _, l := range s.lines[i+1:] {
		if !l.blank() {
			return true
		}
	}
	return false
}

func (s *scanner) add(f fault) {
	if f.rule == "" {
		f.rule = RuleSyntax
	}
	s.faults = append(s.faults, f)
}

// addLine reports a line and blanks out the entry that it opens.
func (s *scanner) addLine(i int, message, hint string) {
	l := s.lines[i]
	end := s.skipDeeper(i)
	s.add(fault{
		at: extent{l.start + l.indent, l.start + l.indent + len(l.text)}, message: message, hint: hint,
		bad: extent{l.start, s.lines[end-1].end},
	})
}

// skipDeeper returns the line after those that belong to the entry on line i.
func (s *scanner) skipDeeper(i int) int {
	end := i + 1
	for k := i + 1; k < len(s.lines); k++ {
		switch {
		case s.lines[k].blank():
		case s.lines[k].indent > s.lines[i].indent:
			end = k + 1
		default:
			return end
		}
	}
	return end
}

// blank takes lines out without a finding of their own.
func (s *scanner) blank(from, to int) {
	for k := s.lines[from].start; k < s.lines[to-1].end; k++ {
		if c := s.text[k]; c != '\n' && c != '\r' {
			s.text[k] = ' '
		}
	}
}
