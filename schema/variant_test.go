package schema

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"

	"briefnote/internal/strictyaml"
)

// variant writes a note as an author might: keys in any order, texts in any
// style that can hold them, broken into lines anywhere, comments wherever YAML
// allows them. It shares no code with the writer of canonical form.
type variant struct {
	*rand.Rand
	comments  []string // those written so far
	commented bool     // write comments at all
	restyled  bool     // change brackets into lines and back, and quotes
	keeps     bool     // blank lines now would belong to the text before
	out       strings.Builder
}

// chance is true once in n times.
func (v *variant) chance(n int) bool { return v.IntN(n) == 0 }

// comment makes a comment that is like no other.
func (v *variant) comment() string {
	forms := []string{"# c%d", "#c%d", "# key%d: value", "# - item %d", "# \"quote %d", "# l’été nº %d 😀", "#: %d", "# brief:ignore BN013 c%d", "## c%d #"}
	c := fmt.Sprintf(forms[v.IntN(len(forms))], len(v.comments))
	v.comments = append(v.comments, c)
	v.keeps = false
	return c
}

// side is a comment behind something, at times.
func (v *variant) side() string {
	if !v.commented || !v.chance(6) {
		return ""
	}
	return strings.Repeat(" ", 1+v.IntN(3)) + v.comment()
}

// own writes comments on lines of their own, and blank lines, at times.
func (v *variant) own(column int) {
	for !v.keeps && v.chance(4) {
		v.out.WriteString("\n")
	}
	for v.commented && v.chance(6) {
		v.out.WriteString(strings.Repeat(" ", column) + v.comment() + "\n")
		if v.chance(3) {
			v.out.WriteString("\n")
		}
	}
}

// document writes a note.
func (v *variant) document(n *strictyaml.Node) {
	v.own(0)
	v.block(n, 0)
	v.own(0)
}

func (v *variant) pairs(n *strictyaml.Node) []strictyaml.Pair {
	pairs := slices.Clone(n.Pairs)
	if n.Form != typeOf[Footnotes]() {
		v.Shuffle(len(pairs), func(i, j int) { pairs[i], pairs[j] = pairs[j], pairs[i] })
	}
	return pairs
}

// block writes a mapping or list on lines, from the start of a line.
func (v *variant) block(n *strictyaml.Node, column int) {
	v.blockFrom(n, column, strings.Repeat(" ", column))
}

// blockFrom writes a mapping or list whose first entry stands behind lead.
func (v *variant) blockFrom(n *strictyaml.Node, column int, lead string) {
	indent := strings.Repeat(" ", column)
	open := func(i int, mark string) {
		if i > 0 {
			v.own(column)
			lead = indent
		}
		v.out.WriteString(lead + mark)
	}
	for i, p := range v.pairs(n) {
		open(i, v.key(p.Key)+":")
		v.value(p.Value, column, false)
	}
	for i, item := range n.Items {
		open(i, "-")
		v.value(item, column, true)
	}
	if v.commented && v.chance(8) {
		v.out.WriteString(indent + v.comment() + "\n")
	}
}

func (v *variant) key(t strictyaml.Text) string {
	if !v.restyled && t.Style != strictyaml.Plain || v.restyled && v.chance(5) {
		return `"` + t.Value + `"`
	}
	return t.Value
}

// value writes what stands behind a key or a dash, to the end of its line or lines.
func (v *variant) value(n *strictyaml.Node, column int, item bool) {
	v.keeps = false
	switch {
	case n.Kind == strictyaml.Scalar && n.Null:
		v.out.WriteString([]string{"", " ~", " null", " "}[v.IntN(4)] + v.side() + "\n")
		if v.commented && v.chance(6) {
			v.out.WriteString(strings.Repeat(" ", column+1+v.IntN(4)) + v.comment() + "\n")
		}
	case n.Kind == strictyaml.Scalar:
		v.scalar(n, column)
	case len(n.Pairs)+len(n.Items) == 0 || v.inBrackets(n):
		v.out.WriteString(" ")
		v.flow(n, column+1)
		v.out.WriteString(v.side() + "\n")
	default:
		inner := column + 1 + v.IntN(4)
		if item && v.chance(2) {
			v.blockFrom(n, inner+1, strings.Repeat(" ", inner-column))
			return
		}
		v.out.WriteString(v.side() + "\n")
		v.own(inner)
		if n.Kind == strictyaml.Sequence && !item && v.chance(3) {
			inner = column
		}
		v.block(n, inner)
	}
}

// inBrackets decides whether a mapping or list is written in brackets.
func (v *variant) inBrackets(n *strictyaml.Node) bool {
	if !v.restyled {
		return n.Flow && fitsBrackets(n)
	}
	return v.chance(4) && fitsBrackets(n)
}

func fitsBrackets(n *strictyaml.Node) bool {
	if n.Kind == strictyaml.Scalar {
		return !n.Null && n.Text.Style != strictyaml.Literal
	}
	for _, p := range n.Pairs {
		if !fitsBrackets(p.Value) {
			return false
		}
	}
	return !slices.ContainsFunc(n.Items, func(i *strictyaml.Node) bool { return !fitsBrackets(i) })
}

// flow writes a value in brackets, on one line or several.
func (v *variant) flow(n *strictyaml.Node, column int) {
	if n.Kind == strictyaml.Scalar {
		v.out.WriteString(v.inline(n, column))
		return
	}
	brackets := "{}"
	if n.Kind == strictyaml.Sequence {
		brackets = "[]"
	}
	turn := func() {
		if v.chance(4) {
			v.out.WriteString(v.side() + "\n")
			v.own(column)
			v.out.WriteString(strings.Repeat(" ", column))
		}
	}
	v.out.WriteString(brackets[:1])
	turn()
	first := true
	entry := func(key string, value *strictyaml.Node) {
		if !first {
			v.out.WriteString(", ")
			turn()
		}
		first = false
		v.out.WriteString(key)
		v.flow(value, column+1)
	}
	for _, p := range v.pairs(n) {
		entry(v.key(p.Key)+": ", p.Value)
	}
	for _, i := range n.Items {
		entry("", i)
	}
	turn()
	v.out.WriteString(brackets[1:])
}

// scalar writes a text behind its key or dash.
func (v *variant) scalar(n *strictyaml.Node, column int) {
	t := n.Text
	if t.Style == strictyaml.Literal {
		v.literal(t.Value, column)
		return
	}
	if v.chance(2) && folds(strings.TrimSuffix(t.Value, "\n")) && !v.plain(n) {
		v.folded(t.Value, column)
		return
	}
	v.out.WriteString(" ")
	if v.commented && v.chance(12) {
		v.out.WriteString(v.comment() + "\n" + strings.Repeat(" ", column+1+v.IntN(3)))
	}
	v.out.WriteString(v.inline(n, column+1) + v.side() + "\n")
}

var oddForm = regexp.MustCompile(`^([-+.]?[0-9][-0-9_.:xXa-fA-FTt+ ]*|(?i)null|y|n|yes|no|on|off|true|false)$`)

// odd reports whether other programs may take a text for something else.
func (v *variant) odd(s string) bool { return oddForm.MatchString(s) }

// plain reports whether a scalar is to stay without quotes.
func (v *variant) plain(n *strictyaml.Node) bool {
	return n.Form == typeOf[int]() || n.Form == typeOf[bool]() || n.Text.Style == strictyaml.Plain && v.odd(n.Text.Value)
}

// folds reports whether a text can stand under > or, folded, in quotes.
func folds(s string) bool {
	if s == "" || s != strings.Trim(s, "\n") {
		return false
	}
	for line := range strings.SplitSeq(s, "\n") {
		if line != strings.Trim(line, " \t") {
			return false
		}
	}
	return true
}

func (v *variant) literal(s string, column int) {
	body := strings.TrimRight(s, "\n")
	sign := "+"
	switch feeds := len(s) - len(body); {
	case feeds == 0:
		sign = "-"
	case feeds == 1 && body != "":
		sign = ""
	}
	indent := 1 + v.IntN(4)
	if v.chance(4) || strings.HasPrefix(strings.TrimLeft(s, "\n"), " ") {
		sign = fmt.Sprintf("%d%s", indent, sign)
	}
	v.out.WriteString(" |" + sign + v.side() + "\n")
	v.keeps = strings.HasSuffix(sign, "+")
	for line := range strings.SplitSeq(strings.TrimSuffix(s, "\n"), "\n") {
		if line != "" {
			line = strings.Repeat(" ", column+indent) + line
		}
		v.out.WriteString(line + "\n")
	}
}

func (v *variant) folded(s string, column int) {
	sign := "-"
	if strings.HasSuffix(s, "\n") {
		sign = ""
	}
	indent := strings.Repeat(" ", column+1+v.IntN(4))
	v.out.WriteString(" >" + sign + v.side() + "\n" + indent + v.lines(strings.TrimSuffix(s, "\n"), indent) + "\n")
}

// lines breaks a text at single spaces, here and there, and parts its own
// lines with blank ones.
func (v *variant) lines(s, indent string) string {
	often := 1 + v.IntN(30)
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '\n':
			feeds := len(s[i:]) - len(strings.TrimLeft(s[i:], "\n"))
			b.WriteString(strings.Repeat("\n", feeds+1) + indent)
			i += feeds - 1
		case s[i] == ' ' && s[i-1] != ' ' && s[i+1] != ' ' && strings.IndexByte("#-?:|>", s[i+1]) < 0 && v.chance(often):
			b.WriteString("\n" + indent)
		default:
			b.WriteByte(s[i])
		}
	}
	return b.String()
}

var plainForm = regexp.MustCompile(`^[\p{L}(«*][^:#\n\t,\[\]{}"'\\]*[\p{L}.;)]$`)

// inline writes a text plain or in quotes.
func (v *variant) inline(n *strictyaml.Node, column int) string {
	value := n.Text.Value
	indent := strings.Repeat(" ", column+v.IntN(3))
	switch {
	case v.plain(n):
		return value
	case plainForm.MatchString(value) && value[0] != '*' && !v.odd(value) && v.chance(2):
		return v.lines(value, indent)
	case folds(value) && v.chance(2):
		return "'" + v.lines(strings.ReplaceAll(value, "'", "''"), indent) + "'"
	}
	escape := strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\t", `\t`)
	if folds(value) {
		return `"` + v.lines(escape.Replace(value), indent) + `"`
	}
	return `"` + strings.ReplaceAll(escape.Replace(value), "\n", `\n`) + `"`
}
