package strictyaml

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"

	"gopkg.in/yaml.v3"
)

func itoa(i int) string { return strconv.Itoa(i) }

// mapping converts the pairs of a mapping. Of two pairs with one key the first holds.
func (c *converter) mapping(y *yaml.Node, n *Node, depth, limit int) {
	n.Kind = Mapping
	seen := make(map[string]int, len(y.Content)/2)
	n.Pairs = slices.Grow(n.Pairs, len(y.Content)/2)
	for i := 0; i+1 < len(y.Content); i += 2 {
		key, ok := c.key(y.Content[i], n, seen)
		if !ok {
			n.Holed = true
			continue
		}
		key.Pointer = n.Pointer + "/" + pointerEscaper.Replace(key.Value)
		area := extent{key.Span.End - c.base, limit}
		if i+2 < len(y.Content) {
			area.end = max(c.offset(y.Content[i+2]), area.start)
		}
		value := c.node(y.Content[i+1], key.Pointer, depth+1, area)
		n.Pairs = append(n.Pairs, Pair{Key: key, Value: value})
		n.Span.End = max(n.Span.End, value.Span.End, key.Span.End)
	}
	c.closeFlow(n)
}

// key converts a key, and reports one that cannot stand.
func (c *converter) key(y *yaml.Node, n *Node, seen map[string]int) (Text, bool) {
	start := c.offset(y)
	var k Node
	switch {
	case y.Kind == yaml.ScalarNode && y.Tag == "!!merge":
		c.report(RuleAlias, c.base+start, c.base+start+len(y.Value), "merge keys (<<) are not used here", "write the entries out")
		return k.Text, false
	case y.Kind != yaml.ScalarNode && y.Kind != yaml.AliasNode:
		c.report(RuleType, c.base+start, c.base+start+1, "a key must be a word", "write key: value; if this is text, put it in quotes")
		return k.Text, false
	case c.refused(y, start):
		return k.Text, false
	case c.questioned(start):
		c.report(RuleSyntax, c.base+start, c.base+start+1, mustQuote("?"), quoteHint)
		return k.Text, false
	}
	c.scalar(y, &k, start)
	k.Text.Value = y.Value // a key called null is a key
	if y.Value == "" {
		c.report(RuleSyntax, c.base+start, c.base+start+1, "an entry without a key", "write key: value")
		return k.Text, false
	}
	if first, dup := seen[y.Value]; dup {
		c.report(RuleDuplicate, k.Text.Span.Start, k.Text.Span.End,
			fmt.Sprintf("the key %q stands twice here; the first is on line %d", y.Value, c.fileLine(first)),
			"join the two, or delete one")
		return k.Text, false
	}
	seen[y.Value] = start
	return k.Text, true
}

// questioned reports whether a key is written in the long way, after a question mark.
func (c *converter) questioned(start int) bool {
	before := bytes.TrimRight(c.text[:start], " \t")
	return len(before) < start && bytes.HasSuffix(before, []byte("?"))
}

// fileLine returns the line of the file, from 1, that an offset of the document is on.
func (c *converter) fileLine(offset int) int {
	return c.fileLines().Position(c.base + offset).Line
}
