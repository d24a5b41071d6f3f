package schema

import (
	"fmt"
	"strconv"
	"strings"

	"briefnote/internal/strictyaml"
)

// lineKind is what a line of a block text opens.
type lineKind uint8

const (
	textLine lineKind = iota
	blankLine
	headingLine
	itemLine
	tableLine
)

// blockLine is a line of a block text. Offsets count in the scalar's value.
type blockLine struct {
	kind       lineKind
	start, end int // without the line break
	textAt     int // where its text starts, behind indentation and mark
	indent     int
	level      int // of a heading: how many #
	style      ListStyle
	number     int // of an item: its number, or 1 for a., 2 for b.
}

// blockParser reads a block text line by line.
type blockParser struct {
	decoder *strictyaml.Decoder
	text    *strictyaml.Text
	lines   []blockLine
	next    int
	literal bool // written under |, where a line break is no paragraph break
	above   int  // levels of points that the text stands under
}

var (
	headingForm  = pattern(`^(#{1,6})(?:[ \t]+|$)`)
	tightHeading = pattern(`^#{2,6}[^#\s]`)
	itemForm     = pattern(`^(-|\d{1,3}\.|[a-z]\.)(?:[ \t]+|$)`)
)

// newBlockParser cuts a scalar into lines. In any scalar but a literal one YAML
// has folded the lines, so that what looks like a list, table or heading there
// was meant to be one and is not: it is reported.
func newBlockParser(d *strictyaml.Decoder, t *strictyaml.Text) *blockParser {
	p := &blockParser{decoder: d, text: t, literal: t.Style == strictyaml.Literal}
	for at := 0; at <= len(t.Value); {
		end := len(t.Value)
		if k := strings.IndexByte(t.Value[at:], '\n'); k >= 0 {
			end = at + k
		}
		l := classify(t.Value, at, end)
		p.checkLine(&l)
		p.lines = append(p.lines, l)
		at = end + 1
	}
	return p
}

// checkLine reports a line whose form does not fit where it stands.
func (p *blockParser) checkLine(l *blockLine) {
	switch {
	case p.literal && l.kind == textLine && tightHeading().MatchString(p.text.Value[l.start+l.indent:l.end]):
		p.bad(*l, "a heading needs a space after its #", `write "## Heading"; for a text that starts with #, write \#`)
	case p.literal, l.kind == textLine, l.kind == blankLine, l.kind == itemLine && !l.startsList():
		return
	default:
		p.bad(*l, "a "+l.name()+" can be written only under |", `put | after the key's colon, in place of > or quotes, and give each heading, item and row its own line`)
		if l.kind == tableLine {
			l.kind = textLine // its rows were folded into one
		}
	}
}

// classify tells what a line opens.
func classify(value string, start, end int) blockLine {
	l := blockLine{start: start, end: end}
	line := value[start:end]
	body := strings.TrimLeft(line, " \t")
	l.indent = len(line) - len(body)
	l.textAt = start + l.indent
	switch {
	case strings.TrimSpace(body) == "":
		l.kind = blankLine
	case body[0] == '#' && headingForm().MatchString(body):
		l.kind = headingLine
		m := headingForm().FindStringSubmatch(body)
		l.level = len(m[1])
		l.textAt += len(m[0])
	case body[0] == '|':
		l.kind = tableLine
	case likeItem(body) && itemForm().MatchString(body):
		l.kind = itemLine
		m := itemForm().FindStringSubmatch(body)
		l.style, l.number = markOf(m[1])
		l.textAt += len(m[0])
	}
	return l
}

// likeItem reports whether a line starts somewhat like an item. Most do not, and
// the pattern for items takes long beside all else that is done with a line.
func likeItem(body string) bool {
	return body[0] == '-' || strings.Contains(body[:min(len(body), len("999."))], ".")
}

// markOf tells the style and number of an item's mark.
func markOf(mark string) (ListStyle, int) {
	switch c := mark[0]; {
	case c == '-':
		return Bullets, 1
	case c >= '0' && c <= '9':
		n, _ := strconv.Atoi(strings.TrimSuffix(mark, "."))
		return Numbers, n
	default:
		return Letters, int(c-'a') + 1
	}
}

// name says what a line opens, for a message.
func (l blockLine) name() string {
	switch l.kind {
	case headingLine:
		return "heading"
	case tableLine:
		return "table"
	default:
		return "list"
	}
}

// startsList reports whether an item may open a list: one numbered or lettered
// must be the first of its kind, so that a line of prose that happens to start
// with a year or an initial does not.
func (l blockLine) startsList() bool { return l.style == Bullets || l.number == 1 }

func (p *blockParser) done() bool      { return p.next >= len(p.lines) }
func (p *blockParser) line() blockLine { return p.lines[p.next] }
func (p *blockParser) skipBlank() {
	for !p.done() && p.line().kind == blankLine {
		p.next++
	}
}

// bad reports a line.
func (p *blockParser) bad(l blockLine, message, hint string) {
	at := p.text.Place(l.start+l.indent, l.end)
	p.decoder.Report(strictyaml.RuleValue, at, p.text.Pointer, message, hint)
}

// tooDeep reports a line that is nested beyond a limit; what says of what kind
// it is, such as "points".
func (p *blockParser) tooDeep(l blockLine, what string, limit int) {
	at := p.text.Place(l.start+l.indent, l.end)
	message := fmt.Sprintf("%s go %d levels deep here at most", what, limit)
	if limit == 1 {
		message = what + " go one level deep here, with ##"
	}
	p.decoder.Report(strictyaml.RuleTooDeep, at, p.text.Pointer, message, "write it on fewer levels")
}
