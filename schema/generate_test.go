package schema

import (
	"math/rand/v2"
	"reflect"
	"strings"

	"gopkg.in/yaml.v3"

	"briefnote/internal/strictyaml"
)

// generator makes up notes, always the same for the same seed.
type generator struct{ *rand.Rand }

// note is a note of some kind, of which a value or two may be wrong.
func (g *generator) note() *yaml.Node {
	kinds := Kinds()
	k := kinds[g.IntN(len(kinds))]
	n := g.group(formOf(k), 2)
	set(n, "kind", scalar(k.Name))
	switch g.IntN(6) {
	case 0:
		g.spoil(n)
		fallthrough
	case 1, 2:
		g.spoil(n)
	}
	return n
}

// group is a mapping of some fields of a struct, the required ones always.
func (g *generator) group(t reflect.Type, depth int) *yaml.Node {
	n := &yaml.Node{Kind: yaml.MappingNode}
	for _, f := range strictyaml.Fields(t) {
		if strings.HasPrefix(f.Rules, "required") || g.IntN(4) == 0 {
			set(n, f.Key, g.fitting(f.Type, f.Rules, f.Key, depth))
		}
	}
	return n
}

// set gives a mapping an entry.
func set(n *yaml.Node, key string, value *yaml.Node) {
	for i := 0; i < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			n.Content[i+1] = value
			return
		}
	}
	n.Content = append(n.Content, scalar(key), value)
}

// scalar is a value as it would be typed.
func scalar(text string) *yaml.Node { return &yaml.Node{Kind: yaml.ScalarNode, Value: text} }

// quoted is a text in quotes.
func quoted(text string) *yaml.Node {
	return &yaml.Node{Kind: yaml.ScalarNode, Value: text, Style: yaml.DoubleQuotedStyle, Tag: "!!str"}
}

func list(items ...*yaml.Node) *yaml.Node { return &yaml.Node{Kind: yaml.SequenceNode, Content: items} }

// fitting is a value that probably fits a field.
func (g *generator) fitting(t reflect.Type, rules, key string, depth int) *yaml.Node {
	for rule := range strings.SplitSeq(rules, ",") {
		switch name, param, _ := strings.Cut(rule, "="); name {
		case "oneof":
			words := strings.Fields(param)
			return scalar(words[g.IntN(len(words))])
		case "marking":
			return g.pick("UNCLASSIFIED", "protected b", "Protégé B", "TRÈS SECRET", "top  secret", "ſecret")
		case "date":
			return g.pick("2026-01-31", "2024-02-29", "2026-11-30")
		case "due":
			return g.pick("2026-01-31", "2026-01-31T17:00")
		case "range":
			return list(scalar("1"), scalar("9"))
		}
	}
	switch t.Kind() {
	case reflect.Int:
		return g.pick("1", "7", "9", "+3", "012")
	case reflect.Bool:
		return g.pick("true", "no", "Yes", "FALSE")
	case reflect.Pointer:
		return g.fitting(t.Elem(), "", key, depth)
	}
	return g.union(t, key, depth)
}

// union is a value of one of the types that may be written in several forms.
func (g *generator) union(t reflect.Type, key string, depth int) *yaml.Node {
	switch t {
	case typeOf[Points]():
		return g.either(g.points(depth), "- One.\n- Two.\n")
	case typeOf[Topics]():
		return g.either(g.topics(depth), "## Cost\n- One.\n")
	case typeOf[Sections]():
		return g.either(g.groups(typeOf[sectionForm](), depth), "## Cost\nIt is low.\n")
	case typeOf[NumberedSections]():
		return g.either(g.groups(typeOf[communiqueSectionForm](), depth), "## Cost\n- It is low.\n")
	case typeOf[ReportTopics]():
		return g.either(g.groups(typeOf[reportTopicForm](), depth), "## Cost\nIt is low.\n")
	case typeOf[rawNode]():
		if key == "topics" {
			return g.union(typeOf[Topics](), key, depth-1)
		}
		return g.union(typeOf[Sections](), key, depth-1)
	case typeOf[BlockText]():
		return literal("It is low.\n\n- One.\n")
	case typeOf[Provisions]():
		return g.one(scalar("15(1)"), list(scalar("15"), scalar("21(1)(a)")), scalar("16.1"), list())
	case typeOf[Footnotes]():
		return g.one(mapping("1", scalar("A note.")), mapping("a-b", scalar("2019")))
	case typeOf[SignOff]():
		entry := g.group(typeOf[signOffForm](), 0)
		return g.one(g.text(), list(g.text(), entry), entry, list())
	case typeOf[Title]():
		return g.one(g.text(), mapping("en", g.text()), mapping("fr", g.text(), "en", scalar("~")))
	case textType, wordType:
		if key == "date" {
			return g.pick("2026-01-31", "2024-02-29")
		}
		return g.text()
	}
	if t.Kind() == reflect.Slice {
		return list(g.fitting(t.Elem(), "", key, depth), g.fitting(t.Elem(), "", key, depth))
	}
	return g.group(t, depth)
}

func (g *generator) points(depth int) *yaml.Node {
	n := list(g.text(), scalar("~"))
	if depth >= 0 {
		point := g.group(typeOf[pointForm](), depth-1)
		if g.IntN(2) == 0 {
			point = mapping("text", g.text(), "points", g.points(depth-1))
		}
		n.Content = append(n.Content, point)
	}
	if g.IntN(4) == 0 {
		n.Content = append(n.Content, mapping("continued", g.text()))
	}
	return n
}

func (g *generator) topics(depth int) *yaml.Node {
	if depth < 0 || g.IntN(3) == 0 {
		return g.points(depth)
	}
	return g.groups(typeOf[topicForm](), depth)
}

func (g *generator) groups(t reflect.Type, depth int) *yaml.Node {
	n := list(g.group(t, depth))
	if g.IntN(3) == 0 {
		n.Content = append(n.Content, g.group(t, depth))
	}
	return n
}

// text is a text, or what YAML takes for something else.
func (g *generator) text() *yaml.Node {
	return g.one(scalar("Smoke harms people."), scalar("2019"), scalar("2019-07-29"), scalar("no"), scalar("true"), scalar("1.50"), quoted("It is: so"), quoted("null"))
}

func literal(text string) *yaml.Node {
	return &yaml.Node{Kind: yaml.ScalarNode, Value: text, Style: yaml.LiteralStyle}
}

func mapping(content ...any) *yaml.Node {
	n := &yaml.Node{Kind: yaml.MappingNode}
	for i := 0; i < len(content); i += 2 {
		set(n, content[i].(string), content[i+1].(*yaml.Node))
	}
	return n
}

func (g *generator) pick(texts ...string) *yaml.Node { return scalar(texts[g.IntN(len(texts))]) }

func (g *generator) one(nodes ...*yaml.Node) *yaml.Node { return nodes[g.IntN(len(nodes))] }

// either is a structured value, or the same in block text.
func (g *generator) either(structured *yaml.Node, block string) *yaml.Node {
	if g.IntN(3) == 0 {
		return literal(block)
	}
	return structured
}

// spoil changes something, somewhere.
func (g *generator) spoil(root *yaml.Node) {
	var all []*yaml.Node
	var visit func(n *yaml.Node)
	visit = func(n *yaml.Node) {
		if n.Kind != yaml.ScalarNode {
			all = append(all, n)
		}
		for _, c := range n.Content {
			visit(c)
		}
	}
	visit(root)
	n := all[g.IntN(len(all))]
	if g.IntN(2) == 0 {
		n = root
	}
	if len(n.Content) == 0 {
		return
	}
	if n.Kind == yaml.SequenceNode {
		n.Content[g.IntN(len(n.Content))] = g.anything()
		return
	}
	i := 2 * g.IntN(len(n.Content)/2)
	switch g.IntN(5) {
	case 0:
		n.Content = append(n.Content[:i:i], n.Content[i+2:]...)
	case 1:
		set(n, g.key(), g.anything())
	default:
		n.Content[i+1] = g.anything()
	}
}

// key is a key of some kind, or of none.
func (g *generator) key() string {
	keys := []string{"titel", "apiVersion", "text", "points", "topic", "heading", "continued"}
	for _, k := range Kinds() {
		keys = append(keys, strictyaml.Keys(strictyaml.Fields(formOf(k)))...)
	}
	return keys[g.IntN(len(keys))]
}

// anything is a value of any form.
func (g *generator) anything() *yaml.Node {
	return g.one(
		scalar("~"), quoted(""), quoted("  "), quoted("\u00a0"), list(), mapping(), list(scalar("~")), list(list()), list(mapping()),
		scalar("0"), scalar("-1"), scalar("3"), scalar("12"), scalar("1.5"), scalar("2.0"), scalar("0x1f"), quoted(" 4 "), quoted("+5"), quoted("0"), quoted("10"),
		scalar("true"), scalar("no"), quoted("YES"), scalar("maybe"),
		scalar("2026-02-30"), scalar("2026-13-01"), scalar("2026-01-31T25:00"), scalar("31/01/2026"), scalar("2026-1-1"),
		scalar("secret"), scalar("Protégé\u00a0B"), scalar("RESTRICTED"), scalar("EN"), scalar("released"), scalar("approved"), scalar("binder"),
		scalar("See [^9]."), scalar("[REDACTED"), literal("Only words.\n"), literal("- a\n"), literal("## A\n- b\n"),
		mapping("text", g.text()), mapping("topic", g.text()), mapping("heading", g.text(), "body", literal("A.\n")), mapping("Note", g.text()),
		mapping("points", list(g.text())), mapping("continued", scalar("~")), mapping("continued", g.text(), "text", g.text()),
		mapping("from", scalar("3"), "to", scalar("2")), list(scalar("5"), scalar("2")), list(scalar("0"), scalar("2")), list(scalar("1")),
		mapping("date", scalar("soon")), list(mapping("date", scalar("2026-02-31"), "org", g.text())),
		list(scalar("15(1)"), scalar("99x")), list(g.points(1)), g.points(3), g.topics(3), mapping("a b", g.text()),
	)
}
