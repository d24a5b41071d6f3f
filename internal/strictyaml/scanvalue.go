package strictyaml

import (
	"bytes"
	"unicode/utf8"
)

// value looks at the value that starts at offset at on line i, of an entry
// whose key or dash stands at a column. It returns the line after the value.
func (s *scanner) value(i, at, column int) int {
	end := s.lastLine(i, column)
	bad := extent{at, s.lines[end-1].end}
	switch c := s.text[at]; c {
	case '|', '>':
		s.blockHeader(i, at, end, bad)
	case '"', '\'':
		s.quotedValue(at, bad)
	case '[', '{':
		s.flowValue(at, bad)
	case '*', '&', '!', '%', '@', '`', ']', '}', ',', '?':
		s.leadValue(i, at, bad)
	case '-':
		if at+1 >= s.lines[i].end || isBlankByte(s.text[at+1]) {
			s.add(fault{
				at: extent{at, at + 1}, message: "a list starts on the line after its key",
				hint: "give each - a line of its own, indented; if it is part of a text, put the text in quotes", bad: bad, value: true,
			})
			break
		}
		fallthrough
	default:
		s.plainValue(i, at, end, bad)
	}
	return end
}

// lastLine returns the line after the last one that is indented more than a column.
func (s *scanner) lastLine(i, column int) int {
	end := i + 1
	for k := i + 1; k < len(s.lines); k++ {
		switch l := s.lines[k]; {
		case len(l.text) == 0:
		case l.indent > column:
			end = k + 1
		default:
			return end
		}
	}
	return end
}

var headerForm = pattern(`^[|>]([+-]?[1-9]?|[1-9][+-])[ \t]*(#.*)?$`)

// blockHeader looks at a | or > and the lines under it.
func (s *scanner) blockHeader(i, at, end int, bad extent) {
	line := bytes.TrimRight(s.text[at:s.lines[i].end], " \t")
	if !headerForm().Match(line) {
		s.add(fault{at: extent{at, at + len(line)}, message: "text stands on the line of the " + string(s.text[at]), hint: "start it on the next line, indented; if the " + string(s.text[at]) + " is part of it, put all of it in quotes", bad: bad, value: true})
		return
	}
	own := -1
	for k := i + 1; k < end; k++ {
		l := s.lines[k]
		if len(l.text) == 0 {
			continue
		}
		if t := bytes.IndexByte(s.text[l.start:l.start+l.indent], '\t'); t >= 0 && (own < 0 || t < own) {
			s.add(fault{at: extent{l.start + t, l.start + t + 1}, message: tabMessage, hint: tabHint, bad: bad, value: true})
			return
		}
		if own < 0 {
			own = l.indent
		}
		if l.indent < own {
			s.add(fault{at: extent{l.start + l.indent, l.end}, message: "this line is indented less than the text it belongs to", hint: "indent it like the first line of the text", bad: bad, value: true})
			return
		}
	}
}

// quotedValue looks at a text in quotes.
func (s *scanner) quotedValue(at int, bad extent) {
	area := s.text[:bad.end]
	end, ok := closingQuote(area, at)
	quote := string(s.text[at])
	if !ok {
		s.add(fault{at: extent{at, at + 1}, message: "this quote is not closed", hint: "close it with " + quote + ", or write the text under >- without quotes", bad: bad, value: true})
		return
	}
	if s.text[at] == '"' {
		if k := badEscape(s.text[at:end]); k > 0 {
			s.add(fault{at: extent{at + k, at + k + 2}, message: `a backslash means something else in double quotes`, hint: `write \\ for a backslash, or use single quotes`, bad: bad, value: true})
			return
		}
	}
	rest := bytes.TrimLeft(area[end+1:], " \t\r\n")
	if len(rest) > 0 && (rest[0] != '#' || !isBlankByte(s.text[end+1])) {
		from := bad.end - len(rest)
		to := lineEnd(s.text, from)
		s.add(fault{at: extent{from, min(to, bad.end)}, message: "text stands after the closing quote", hint: "put the whole text in quotes, or write it under >- without quotes", bad: bad, value: true})
	}
}

// badEscape returns the place of an escape that YAML does not know, or 0.
func badEscape(s []byte) int {
	for i := 1; i+1 < len(s); i++ {
		if s[i] != '\\' {
			continue
		}
		if bytes.IndexByte([]byte("0abt\tnvfre \"/\\N_LPxuU\r\n"), s[i+1]) < 0 {
			return i
		}
		i++
	}
	return 0
}

// flowValue looks at a value that starts with a bracket: a list or mapping of
// one line or several, or a text that should have been quoted.
func (s *scanner) flowValue(at int, bad extent) {
	end := closingBracket(s.text[:bad.end], at)
	if end > 0 {
		rest := bytes.TrimLeft(s.text[end+1:bad.end], " \t\r\n")
		if len(rest) == 0 || rest[0] == '#' {
			s.withinBrackets(extent{at, end + 1}, bad)
			return
		}
	}
	stop := min(lineEnd(s.text, at), bad.end)
	s.add(fault{at: extent{at, len(bytes.TrimRight(s.text[:stop], " \t\r"))}, message: mustQuote(string(s.text[at])), hint: quoteHint, bad: bad, value: true})
}

// withinBrackets reports what stands in brackets and makes no list or mapping.
func (s *scanner) withinBrackets(at, bad extent) {
	_, err := parseYAML(s.text[at.start:at.end])
	if err == nil || unknownAnchor().MatchString(err.Error()) {
		return
	}
	s.add(fault{
		at: extent{at.start, min(at.end, lineEnd(s.text, at.start))}, message: "what stands in these brackets cannot be read",
		hint: "put a text that holds a colon in quotes; if the brackets belong to a text, put all of it in quotes", bad: bad, value: true,
	})
}

// closingBracket returns where the bracket at an offset closes, or 0.
func closingBracket(text []byte, at int) int {
	var open []byte
	for i := at; i < len(text); i++ {
		switch c := text[i]; c {
		case '[', '{':
			open = append(open, c+2) // in ASCII ] and } stand two behind [ and {
		case ']', '}':
			if open[len(open)-1] != c {
				return 0
			}
			if open = open[:len(open)-1]; len(open) == 0 {
				return i
			}
		case '"', '\'':
			if prev := text[i-1]; isBlankByte(prev) || prev == ',' || prev == '[' || prev == '{' || prev == ':' {
				end, ok := closingQuote(text, i)
				if !ok {
					return 0
				}
				i = end
			}
		}
	}
	return 0
}

var aliasForm = pattern(`^\*[\p{L}\p{N}_-]+[ \t\r]*(#.*)?$`)

// leadValue looks at a value that starts with a character YAML keeps for itself.
func (s *scanner) leadValue(i, at int, bad extent) {
	c := s.text[at]
	line := bytes.TrimRight(s.text[at:s.lines[i].end], " \t")
	next := byte(' ')
	if len(line) > 1 {
		next = line[1]
	}
	f := fault{at: extent{at, at + len(line)}, message: mustQuote(string(c)), hint: quoteHint, bad: bad, value: true}
	switch {
	case c == '?' && next != ' ':
		return // a question mark is special only before a blank
	case c == '*' && aliasForm().Match(line):
		f.rule, f.message, f.hint = RuleAlias, noAlias, aliasHint
	case (c == '&' || c == '!') && next != ' ':
		// An anchor or tag; the parser takes it unless something else is wrong.
		f.rule, f.message, f.hint = RuleAlias, map[byte]string{'&': noAnchor, '!': noTag}[c], markHint(c)
	}
	s.add(f)
}

// plainValue looks at a text without quotes, which may go on over more lines.
func (s *scanner) plainValue(i, at, end int, bad extent) {
	f := fault{
		message: "a text that holds a colon and a space must be quoted or written under >-",
		hint:    quoteHint, bad: bad, value: true,
	}
	if r, _ := utf8.DecodeRune(s.text[at:]); bytes.ContainsRune([]byte("“”„«‘’"), r) {
		f.hint = "put all of it in straight quotes (\"…\"), or write it on the next line under >-"
	}
	first := s.text[at:s.lines[i].end]
	if k := keyEnd(first); k >= 0 {
		f.at = extent{at + k, at + k + 1}
		s.add(f)
		return
	}
	if s.commentWithin(i, at, end, f) {
		return
	}
	for k := i + 1; k < end; k++ {
		l := s.lines[k]
		if t := bytes.IndexByte(s.text[l.start:l.start+l.indent], '\t'); t >= 0 && len(l.text) > 0 {
			f.at = extent{l.start + t, l.start + t + 1}
			f.message, f.hint = tabMessage, tabHint
			s.add(f)
			return
		}
		colon := keyEnd(l.text)
		if l.blank() || colon < 0 {
			continue
		}
		f.at = extent{l.start + l.indent + colon, l.start + l.indent + colon + 1}
		if keyForm().Match(l.text[:colon]) {
			f.at = extent{l.start + l.indent, l.start + l.indent + colon}
			f.message = "this key is indented more than the line above, whose value is a text"
			f.hint = "give it the indentation of the keys beside it; if it is text, " + quoteHint
			f.hole = true
		}
		s.add(f)
		return
	}
}

// commentWithin reports a comment that ends a plain text, where more lines of
// it follow.
func (s *scanner) commentWithin(i, at, end int, f fault) bool {
	for end > i+1 && s.lines[end-1].blank() {
		end--
	}
	from := at
	for k := i; k+1 < end; k++ {
		if m := commentStart().FindIndex(s.text[from:s.lines[k].end]); m != nil {
			f.at = extent{from + m[1] - 1, s.lines[k].end}
			f.message, f.hint = "from # on, this is a comment, which ends the text, but the text goes on below", quoteWhole
			s.add(f)
			return true
		}
		from = s.lines[k+1].start
	}
	return false
}

var commentStart = pattern(`(^|[ \t])#`)

var keyForm = pattern(`^[a-z_]+$`)
