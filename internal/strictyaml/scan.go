package strictyaml

import (
	"bytes"
	"fmt"
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

// What is said in several places, mostly about texts that YAML takes for something else.
const (
	quoteHint  = "put it in quotes, or write it on the next line under >-"
	tabMessage = "a tab indents this line"
	tabHint    = "indent with spaces; set the editor to write spaces for tabs"
	quoteWhole = "put the whole text in quotes, or write it on the next line under >-"
)

func mustQuote(lead string) string {
	return "a text that starts with " + lead + " must be quoted or written under >-"
}

// scan returns the faults of a document in order.
func (s *scanner) scan() []fault {
	s.lines = splitLines(s.text)
	if s.foreign() {
		return s.faults
	}
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
				at: extent{l.start + t, l.start + t + 1}, message: tabMessage,
				hint: tabHint, bad: extent{l.start, s.lines[end-1].end},
			})
		}
		s.tabbed = true
		return end
	}
	at, marks := l.start+l.indent, 0
	for at < l.end && s.text[at] == '-' && (at+1 >= l.end || isBlankByte(s.text[at+1])) {
		if !s.enter(at-l.start, true, i) {
			return s.skipDeeper(i)
		}
		marks++
		at++
		for at < l.end && s.text[at] == ' ' {
			at++
		}
	}
	return s.content(i, at, marks > 0)
}

// content looks at what stands on line i from offset at on, behind list marks
// or at the line's start.
func (s *scanner) content(i, at int, item bool) int {
	l := s.lines[i]
	rest := bytes.TrimRight(s.text[at:l.end], " \t")
	switch k := keyAt(rest); {
	case len(rest) == 0 || rest[0] == '#':
		return i + 1
	case item && rest[0] == '\t':
		s.addLine(i, extent{at, at + 1}, "a tab stands after the -", "write a space in its place")
		return s.skipDeeper(i)
	case k == 0:
		s.addLine(i, extent{at, at + len(rest)}, "a colon stands here without a key before it", "write key: value; if it is text, put it in quotes")
		return s.skipDeeper(i)
	case k > 0 && (!item || keyForm().Match(rest[:k]) || keyEnd(bytes.TrimLeft(rest[k+1:], " ")) < 0):
		return s.pair(i, at, at-l.start, k)
	case item:
		// Also a text with several colons, of which the first ends no key of ours.
		s.open[len(s.open)-1].waits = false
		return s.value(i, at, s.open[len(s.open)-1].column)
	}
	return s.stray(i)
}

// keyAt returns the offset of the colon that ends a key, where rest is an entry of a mapping.
func keyAt(rest []byte) int {
	if len(rest) == 0 || bytes.IndexByte([]byte("[]{},*&!%@`|>"), rest[0]) >= 0 {
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
		top.waits = false // what it waited for is here; the rest stands beside that
		s.open = append(s.open, level{column, list, list})
		return true
	case top.column == column && list:
		s.addWhole(i, "a list item stands among keys", "indent it more than the key it belongs to")
	case top.column == column:
		s.addWhole(i, "a key stands among list items", "indent it under an item, or less if the list ends here")
	default:
		s.addWhole(i, "the indentation of this line fits no line above", "give it the same indentation as the entries beside it")
	}
	return false
}

var (
	tightKey  = pattern(`^[\p{L}_][\p{L}\p{N}_-]*:\S`)
	tightDash = pattern(`^-[^\s-]`)
	oddBullet = pattern(`^[•●▪◦·○■*–—➢o]\s`) // as typed, and as pasted from a word processor
	directive = pattern(`^%[A-Z]`)
)

// foreign reports a file that is no YAML at all: its first line is neither a
// key nor an item, and none is a key as ours are.
func (s *scanner) foreign() bool {
	i := s.firstLine()
	l := s.lines[i]
	if keyAt(l.text) >= 0 || len(l.text) == 0 || bytes.IndexByte([]byte("-[{\"'%"), l.text[0]) >= 0 {
		return false
	}
	for _, l := range s.lines {
		if k := keyAt(l.text); l.indent == 0 && k > 0 && keyForm().Match(l.text[:k]) {
			return false
		}
	}
	s.add(fault{
		at: extent{l.start + l.indent, l.start + l.indent + len(l.text)}, bad: extent{0, len(s.text)},
		message: `a file starts with a line "key: value", and this one has none`, hint: "write one key a line, such as title: …, and its text after the colon",
	})
	return true
}

// stray reports a line that is neither a key nor an item.
func (s *scanner) stray(i int) int {
	switch text := s.lines[i].text; {
	case oddBullet().Match(text):
		s.addWhole(i, `a list item starts with "- "`, fmt.Sprintf("write - in place of %s", bytes.Fields(text)[0]))
	case directive().Match(text):
		s.addWhole(i, "lines that start with % are not used here", "delete the line")
	case tightDash().Match(text):
		s.addWhole(i, "a list item needs a space after the -", `write "- text"`)
	case tightKey().Match(text):
		s.addWhole(i, "a key needs a space after the colon", `write "key: value"`)
	case len(s.open) == 0 && i == s.firstLine() && !s.moreBelow(i):
		// A lone text is sound YAML; what it lacks is said later.
		return s.value(i, s.lines[i].start+s.lines[i].indent, -1)
	default:
		s.addWhole(i, `this line is neither "key: value" nor "- item"`, "if it goes on from the line above, indent it more; if it is text, write it under >- or |")
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

// addLine reports a place on a line, and blanks out the entry that the line
// opens. Of lines that follow each other with the same mistake only the first
// is reported.
func (s *scanner) addLine(i int, at extent, message, hint string) {
	bad := extent{s.lines[i].start, s.lines[s.skipDeeper(i)-1].end}
	if k := len(s.faults) - 1; k >= 0 && s.faults[k].message == message && !s.faults[k].value &&
		isBlank(string(s.text[s.faults[k].bad.end:bad.start])) {
		s.faults[k].bad.end = bad.end
		return
	}
	s.add(fault{at: at, message: message, hint: hint, bad: bad})
}

// addWhole is addLine for a line that is wrong as a whole.
func (s *scanner) addWhole(i int, message, hint string) {
	l := s.lines[i]
	s.addLine(i, extent{l.start + l.indent, l.start + l.indent + len(l.text)}, message, hint)
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
