package strictyaml

import (
	"bytes"
	"slices"
	"strconv"
)

// repair overwrites what is broken in a document so that the rest can be read.
type repair struct {
	*parser
	text    []byte
	base    int
	scanned bool
	// placeholders are the offsets where one letter stands for a value that could not be read
	placeholders map[int]bool
	holes        []int // offsets where an entry was blanked out whole, in order
}

// fault is a syntax error as the scanner sees it.
type fault struct {
	rule          string
	at            extent // what to show
	message, hint string
	bad           extent // what to overwrite
	value         bool   // bad is the value of a key or a list item, which itself is sound
	hole          bool   // bad is a value, and swallows entries of what it stands in
}

// mend deals with a parser's error: it reports what is wrong and overwrites
// it. It reports false where nothing is left to try.
func (r *repair) mend(err error) bool {
	if at, deep := deepBracket(r.text); deep {
		r.report(RuleTooDeep, r.base+at, r.base+at+1, "values are nested more than 32 levels deep", "write this with fewer levels")
		return false
	}
	if !r.scanned {
		r.scanned = true
		s := &scanner{text: r.text}
		if faults := s.scan(); len(faults) > 0 {
			for _, f := range faults {
				r.apply(f)
			}
			return true
		}
	}
	return r.unknownAlias(err) || r.applyParserError(err)
}

// apply reports a fault and overwrites it.
func (r *repair) apply(f fault) {
	r.report(f.rule, r.base+f.at.start, r.base+f.at.end, f.message, f.hint)
	for i := f.bad.start; i < f.bad.end; i++ {
		if c := r.text[i]; c != '\n' && c != '\r' {
			r.text[i] = ' '
		}
	}
	if f.value && f.bad.start < f.bad.end {
		r.text[f.bad.start] = 'x'
		r.placeholders[f.bad.start] = true
	}
	if !f.value || f.hole {
		k, _ := slices.BinarySearch(r.holes, f.bad.start)
		r.holes = slices.Insert(r.holes, k, f.bad.start)
	}
}

// holed reports whether an entry was blanked out in an area.
func (r *repair) holed(area extent) bool {
	k, _ := slices.BinarySearch(r.holes, area.start)
	return k < len(r.holes) && r.holes[k] < area.end
}

var errorLine = pattern(`line (\d+)`)

var unknownAnchor = pattern(`unknown anchor '(.*)' referenced`)

// unknownAlias deals with an alias of nothing, whose place the parser does not
// tell: often a text in brackets that starts with a star.
func (r *repair) unknownAlias(err error) bool {
	m := unknownAnchor().FindStringSubmatch(err.Error())
	if m == nil {
		return false
	}
	alias := []byte("*" + m[1])
	for at := 0; ; at += len(alias) {
		k := bytes.Index(r.text[at:], alias)
		if k < 0 {
			return false
		}
		at += k
		if at > 0 && (isBlankByte(r.text[at-1]) || bytes.IndexByte([]byte("[{,:"), r.text[at-1]) >= 0) {
			place := extent{at, at + len(alias)}
			r.apply(fault{rule: RuleAlias, at: place, message: noAlias, hint: aliasHint, bad: place, value: true})
			return true
		}
	}
}

// applyParserError blanks out the entry on the line that the parser names,
// which is as near as the parser can tell.
func (r *repair) applyParserError(err error) bool {
	lines := splitLines(r.text)
	i := 0
	if m := errorLine().FindStringSubmatch(err.Error()); m != nil {
		i, _ = strconv.Atoi(m[1])
		i--
	}
	i = min(max(i, 0), len(lines)-1)
	for i > 0 && lines[i].blank() {
		i--
	}
	if lines[i].blank() {
		if len(r.file.Problems) > 0 {
			return false // nothing is left to read, and a finding says why
		}
		r.report(RuleSyntax, r.base, r.base, "this cannot be read as YAML", "check the indentation and the quotes")
		return false
	}
	l := lines[i]
	end := i + 1
	for end < len(lines) && (lines[end].blank() || lines[end].indent > l.indent) {
		end++
	}
	r.apply(fault{
		rule: RuleSyntax, at: extent{l.start + l.indent, l.end},
		message: "this line cannot be read as YAML", hint: "check its indentation and its quotes, and those of the line above",
		bad: extent{l.start, lines[end-1].end},
	})
	return true
}

// deepBracket returns the first bracket that opens more than MaxDepth levels
// in brackets, or the first of a row of that many list marks.
func deepBracket(text []byte) (int, bool) {
	depth, marks := 0, 0
	for i, b := range text {
		switch b {
		case '[', '{':
			depth++
		case ']', '}':
			depth = max(depth-1, 0)
		case '\n':
			marks = 0
		case '-':
			if i+1 < len(text) && text[i+1] == ' ' {
				marks++
			}
		}
		if depth > MaxDepth || marks > MaxDepth && onlyMarks(text[:i]) {
			return i, true
		}
	}
	return 0, false
}

// onlyMarks reports whether the last line of text holds nothing but list marks.
func onlyMarks(text []byte) bool {
	for i := len(text) - 1; i >= 0 && text[i] != '\n'; i-- {
		if text[i] != ' ' && text[i] != '-' {
			return false
		}
	}
	return true
}
