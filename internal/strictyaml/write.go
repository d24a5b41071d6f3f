package strictyaml

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// Written is a scalar as it is to stand in a file.
type Written struct {
	First string   // what stands behind the key or the mark of the item
	Rest  []string // the lines under it, to be indented
	Keeps bool     // blank lines after it would be part of it
	Feeds bool     // it ends with a line feed, which the file must have
}

// Setting says where a scalar is to be written.
type Setting struct {
	Column int  // of its first character
	Indent int  // of the lines under it
	Width  int  // columns of a line, which only what cannot be broken exceeds
	Flow   bool // within brackets, on one line
	Quoted bool // not to be written plain, because of the comment behind it

	// Whole returns the stretches of a text that are not to be broken over lines.
	Whole func(text string) [][2]int
}

// Write writes a text so that it reads exactly as before. Text under | stays
// there, since its lines count. Any other text is written plain if that is
// possible and if it fits on the line; in quotes if they make it fit; else
// under >, its lines broken at single spaces.
func (s Setting) Write(t *Text) Written {
	v := t.Value
	if t.Style == Literal && v != "" && !s.Flow {
		return s.literal(v)
	}
	plain := canBePlain(v, s.Flow) && !s.Quoted && (t.Style == Plain || !ambiguous(v))
	if plain && (s.Flow || t.Style == Plain && ambiguous(v) || s.fits(v)) {
		return Written{First: v}
	}
	quoted := inQuotes(v)
	if s.Flow || !foldable(v) {
		return Written{First: quoted}
	}
	if escaped := quoted[0] == '"' && strings.Contains(quoted, `\`); !plain && !escaped && s.fits(quoted) {
		return Written{First: quoted}
	}
	return s.folded(v)
}

// WriteKey writes a key.
func WriteKey(t *Text) string { return Setting{Flow: true}.Write(t).First }

func (s Setting) fits(text string) bool {
	return s.Column+utf8.RuneCountInString(text) <= s.Width
}

// plainStart matches what no plain text may start with, here a little more
// than YAML 1.2.2, 7.3.3 forbids.
var plainStart = pattern(`^([\[\]{},#&*!|>'"%@` + "`" + `?:\x{feff}]|-+([ \t]|$)|---|\.\.\.)`)

// plainStop matches what no plain text may hold. Some readers refuse tabs there.
var plainStop = pattern(`[\n\t\x{feff}]|:( |$)| #`)

// canBePlain reports whether a text reads as itself without quotes.
func canBePlain(v string, flow bool) bool {
	return v != "" && v == strings.TrimSpace(v) && !isNull(v) &&
		!plainStart().MatchString(v) && !plainStop().MatchString(v) &&
		(!flow || !strings.ContainsAny(v, ",[]{}") && v[0] != '-' && !strings.Contains(v, ":,"))
}

// isNull reports whether a plain text says that nothing is there (YAML 1.2.2, 10.3.2).
func isNull(v string) bool {
	return v == "~" || v == "null" || v == "Null" || v == "NULL"
}

// other lists the forms of plain texts that readers of YAML 1.1 or 1.2 take for
// numbers, dates and the like. Here they are texts all the same; so that
// other programs, too, read a note as before, one in quotes keeps them.
var other = []func() *regexp.Regexp{
	pattern(`(?i)^(y|n|yes|no|on|off|true|false|<<|=|[-+]?\.(inf|nan))$`),
	pattern(`^[-+]?(\.[0-9]|[0-9][0-9_]*\.?)[0-9_]*([eE][-+]?[0-9]+)?$`),
	pattern(`^[-+]?0[xX][0-9a-fA-F_]+$`),
	pattern(`^[-+]?0[oObB][0-7_]+$`),
	pattern(`^[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?$`),
	pattern(`^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(([Tt]|[ \t]+)[0-9:.]+.*)?$`),
}

func ambiguous(v string) bool {
	return slices.ContainsFunc(other, func(form func() *regexp.Regexp) bool { return form().MatchString(v) })
}

// inQuotes writes a text in quotes on one line: in double ones, or in single
// ones where those need fewer marks before other characters.
func inQuotes(v string) string {
	if strings.ContainsAny(v, "\"\\") && !strings.ContainsAny(v, "'\n\t\ufeff") {
		return "'" + v + "'"
	}
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range v {
		switch r {
		case '"', '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case '\n':
			b.WriteString(`\n`)
		case '\t':
			b.WriteString(`\t`)
		case '\ufeff': // invisible, and some readers take it for the start of a file
			b.WriteString(fmt.Sprintf(`\u%04X`, r))
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// literal writes a text under |, line by line.
func (s Setting) literal(v string) Written {
	body, sign := chomp(v)
	w := Written{First: "|" + indication(v) + sign, Keeps: sign == "+", Feeds: sign != "-"}
	for line := range strings.SplitSeq(body, "\n") {
		w.Rest = append(w.Rest, line)
	}
	return w
}

// chomp returns the text without what its line feeds at the end leave to the
// sign behind | or >, and that sign (YAML 1.2.2, 8.1.1.2).
func chomp(v string) (body, sign string) {
	body = strings.TrimRight(v, "\n")
	switch feeds := len(v) - len(body); {
	case feeds == 0:
		return body, "-"
	case feeds == 1 && body != "":
		return body, ""
	default:
		return v[:len(v)-1], "+"
	}
}

// indication returns the indentation to be given behind | or >, where a reader
// could not tell it from the first line (YAML 1.2.2, 8.1.1.1).
func indication(v string) string {
	if lead := strings.TrimLeft(v, "\n"); lead != "" && (lead[0] == ' ' || lead[0] == '\t') {
		return "2"
	}
	return ""
}

// foldable reports whether a text can stand under >: none of its lines ends
// with blanks, which nobody sees there, and the first starts with none.
func foldable(v string) bool {
	if strings.ContainsAny(v, "\ufeff") || indication(v) != "" || strings.Trim(v, "\n") == "" {
		return false
	}
	for line := range strings.SplitSeq(v, "\n") {
		if line != strings.TrimRight(line, " \t") {
			return false
		}
	}
	return true
}

// folded writes a text under >. A line feed between two lines of text takes a
// blank line; beside a line that starts with a blank it stands as it is
// (YAML 1.2.2, 8.1.3).
func (s Setting) folded(v string) Written {
	body, sign := chomp(v)
	if sign == "+" {
		body = strings.TrimRight(v, "\n")
	}
	w := Written{First: ">" + sign, Keeps: sign == "+", Feeds: sign != "-"}
	whole := s.Whole(v)
	before, at := "", 0 // the line of text before, and where this one starts
	for line := range strings.SplitSeq(body, "\n") {
		from := at
		at += len(line) + 1
		if line == "" {
			w.Rest = append(w.Rest, "")
			continue
		}
		if before != "" && !spaced(before) && !spaced(line) {
			w.Rest = append(w.Rest, "")
		}
		w.Rest = append(w.Rest, s.wrap(line, from, whole)...)
		before = line
	}
	if w.Keeps {
		w.Rest = append(w.Rest, make([]string, len(v)-len(body)-1)...)
	}
	return w
}

func spaced(line string) bool { return line[0] == ' ' || line[0] == '\t' }

// leastWidth is how many columns a line may have however deep it is indented.
const leastWidth = 40

// wrap breaks a line of text at single spaces, but not within a stretch that
// is to stay whole, and not before a sign that would open a list or a heading
// if the text were put under |. Those stretches count from where the line
// stands in its text.
func (s Setting) wrap(line string, from int, whole [][2]int) []string {
	if spaced(line) {
		return []string{line}
	}
	width := max(s.Width-s.Indent, leastWidth)
	var out []string
	start, at, last := 0, 0, 0 // the line's start, the columns up to here, and where it could end
	for i, r := range line {
		if r == ' ' && breakable(line, i) {
			for len(whole) > 0 && whole[0][1] <= from+i {
				whole = whole[1:]
			}
			if len(whole) == 0 || from+i < whole[0][0] {
				last = i
			}
		}
		if at++; at > width && last > start {
			out = append(out, line[start:last])
			start = last + 1
			at = utf8.RuneCountInString(line[start:max(i+1, start)])
		}
	}
	return append(out, line[start:])
}

// breakable reports whether the space at an offset may become a line break.
func breakable(line string, i int) bool {
	before, after := line[i-1], line[i+1]
	return !isBlankByte(before) && !isBlankByte(after) && strings.IndexByte("#|", after) < 0 &&
		(after != '-' || i+2 < len(line) && line[i+2] != ' ')
}
