package schema

import (
	"cmp"
	"reflect"
	"slices"
	"strings"
	"unicode/utf8"

	"briefnote/internal/strictyaml"
)

// entry is a key with its value, or an item of a list, as it is written.
type entry struct {
	key   string // "" of an item
	value *strictyaml.Node
	lead  []strictyaml.Comment // above it
	loose bool                 // a blank line parts them from it
	body  block
}

// collection writes a mapping or a list in block style, its entries at a column.
func (w *writer) collection(n *strictyaml.Node, column int) block {
	entries := w.entries(n, w.ordered(n), column)
	apart := separator(n, entries)
	var out block
	for i, e := range entries {
		// A first comment that stands apart has its blank line from comments.
		if i > 0 && apart(entries[i-1], e) && !(len(e.lead) > 0 && e.lead[0].Apart) {
			out.blank()
		}
		out.comments(e.lead, column)
		if len(e.lead) > 0 && e.loose {
			out.add("")
		}
		out.lines = append(out.lines, e.body.lines...)
		out.keeps, out.feeds = e.body.keeps, e.body.feeds
	}
	out.comments(w.commentsOf(n).Foot, column)
	return out
}

// entries writes the entries of a mapping, whose pairs are given in the order
// wanted, or of a list.
func (w *writer) entries(n *strictyaml.Node, pairs []strictyaml.Pair, column int) []entry {
	var out []entry
	indent := strings.Repeat(" ", column)
	for _, p := range pairs {
		e := w.entry(indent+strictyaml.WriteKey(&p.Key)+":", p.Value, column, false)
		e.key = p.Key.Value
		out = append(out, e)
	}
	for _, item := range n.Items {
		w.lift(item)
		out = append(out, w.entry(indent+"-", item, column, true))
	}
	return out
}

// sorted returns the pairs of a mapping in the order of its form's fields. A
// mapping without such a form, as that of footnotes, keeps its order.
func sorted(n *strictyaml.Node) []strictyaml.Pair {
	if n.Form == nil || n.Form.Kind() != reflect.Struct {
		return n.Pairs
	}
	keys := strictyaml.Keys(strictyaml.Fields(n.Form))
	pairs := slices.Clone(n.Pairs)
	slices.SortStableFunc(pairs, func(a, b strictyaml.Pair) int {
		return cmp.Compare(slices.Index(keys, a.Key.Value), slices.Index(keys, b.Key.Value))
	})
	return pairs
}

// ordered returns the pairs of a mapping in canonical order, unless that would
// make a comment that leaves findings out hold for more than it did: behind the
// first key of a list's item it holds for the whole item.
func (w *writer) ordered(n *strictyaml.Node) []strictyaml.Pair {
	pairs := sorted(n)
	if w.items[n] && pairs[0].Value != n.Pairs[0].Value && len(w.ignores(pairs[0].Value)) > 0 {
		return n.Pairs
	}
	return pairs
}

// ignores returns the comments about an entry that leave findings out.
func (w *writer) ignores(n *strictyaml.Node) []strictyaml.Comment {
	var out []strictyaml.Comment
	c := w.commentsOf(n)
	for _, c := range slices.Concat(c.Lead, c.Side) {
		if c.Ignores() {
			out = append(out, c)
		}
	}
	return out
}

// lift moves comments that leave findings out of a whole item, because they
// stand by its first key, above the item, if that key is not to stay the first.
func (w *writer) lift(item *strictyaml.Node) {
	w.items[item] = true
	if len(item.Pairs) == 0 || w.ordered(item)[0].Value == item.Pairs[0].Value {
		return
	}
	first := item.Pairs[0].Value
	up := w.ignores(first)
	if len(up) == 0 {
		return
	}
	c, of := *w.commentsOf(first), *w.commentsOf(item)
	c.Lead = slices.DeleteFunc(slices.Clone(c.Lead), strictyaml.Comment.Ignores)
	c.Side = slices.DeleteFunc(slices.Clone(c.Side), strictyaml.Comment.Ignores)
	of.Lead = slices.Concat(of.Lead, up)
	w.about[first], w.about[item] = &c, &of
}

var noComments strictyaml.Comments

func (w *writer) commentsOf(n *strictyaml.Node) *strictyaml.Comments {
	if c := w.about[n]; c != nil {
		return c
	}
	return &noComments
}

// entry writes one entry, whose key or mark is given, indented.
func (w *writer) entry(mark string, v *strictyaml.Node, column int, item bool) entry {
	c := w.commentsOf(v)
	e := entry{value: v, loose: c.Loose, lead: append(slices.Clone(c.Lead), allButLast(c.Side)...)}
	side := beside(last(c.Side))
	if v.Null && numbered().MatchString(side) {
		e.lead, side = append(e.lead, last(c.Side)...), ""
	}
	slices.SortFunc(e.lead, func(a, b strictyaml.Comment) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	if v.Kind == strictyaml.Scalar {
		e.body = w.scalar(mark, v, column, side)
		return e
	}
	if len(v.Pairs)+len(v.Items) == 0 {
		e.lead = append(e.lead, c.Foot...)
		e.body.add(mark + map[strictyaml.Kind]string{strictyaml.Mapping: " {}", strictyaml.Sequence: " []"}[v.Kind] + side)
		return e
	}
	if line, ok := w.flow(v); ok && columns(mark)+1+columns(line) <= Width {
		e.body.add(mark + " " + line + side)
		return e
	}
	inner := w.collection(v, column+2)
	if first := inner.lines[0]; item && side == "" && first[column+2] != '#' {
		e.body = inner
		e.body.lines[0] = mark + first[column+1:]
		return e
	}
	inner.lines = append([]string{mark + side}, inner.lines...)
	e.body = inner
	return e
}

func columns(s string) int { return utf8.RuneCountInString(s) }

// scalar writes an entry whose value is a scalar.
func (w *writer) scalar(mark string, v *strictyaml.Node, column int, side string) block {
	var b block
	if v.Null {
		b.add(mark + side)
		b.comments(w.commentsOf(v).Foot, column+2)
		return b
	}
	text := canonical(v)
	s := strictyaml.Setting{
		Column: columns(mark) + 1, Indent: column + 2, Width: Width, Whole: wholes,
		Quoted: numbered().MatchString(side),
	}
	written := s.Write(&text)
	b.add(mark + " " + written.First + side)
	for _, line := range written.Rest {
		if line != "" {
			line = strings.Repeat(" ", column+2) + line
		}
		b.add(line)
	}
	b.keeps, b.feeds = written.Keeps, written.Feeds
	return b
}

// numbered matches a comment that would be taken for a part of a plain text
// before it, as in "Room #12", or for the text itself.
var numbered = pattern(`^\s*#\d`)

// canonical returns a scalar's text in the words of the contract.
func canonical(n *strictyaml.Node) strictyaml.Text {
	t := n.Text
	word := strings.TrimSpace(t.Value)
	level, isLevel := ParseLevel(t.Value)
	switch {
	case n.Pointer == "/marking" && isLevel:
		word = level.English
	case n.Form == typeOf[bool]():
		word = strings.NewReplacer("yes", "true", "no", "false").Replace(strings.ToLower(word))
	case n.Form != typeOf[int]():
		return t
	}
	t.Value, t.Style = word, strictyaml.Plain
	return t
}

// wholes returns the stretches of a text that stay on one line: links,
// severances and references. A footnote in place is broken like other text.
func wholes(text string) [][2]int {
	flat := flatten(text)
	pairs := matchBrackets(flat)
	var out [][2]int
	for i := 0; i < len(flat); i++ {
		switch {
		case flat[i] == '\\':
			i++
		case flat[i] == '[' && (i == 0 || flat[i-1] != '^'):
			b := bracket{open: i, close: pairs[i], end: pairs[i] + 1}
			if b.close > i && b.isMarkup(flat) {
				out = append(out, [2]int{i, b.end})
				i = b.end - 1
			}
		}
	}
	return out
}
