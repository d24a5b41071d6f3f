package html_test

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"briefnote/internal/doctest"
	"briefnote/render/doc"
	"briefnote/render/text"
)

// inline are the elements that do not part words.
var inline = []string{"a", "em", "mark", "span", "strong", "sup"}

func parse(tb testing.TB, file string) *html.Node {
	tb.Helper()
	root, err := html.Parse(strings.NewReader(file))
	if err != nil {
		tb.Fatal(err)
	}
	return root
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// words returns the words of a parsed file: those of its documents, without
// header and footer.
func words(root *html.Node) []string {
	var b strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		class := attr(n, "class")
		switch {
		case n.Type == html.TextNode:
			b.WriteString(n.Data)
			return
		case n.Data == "head", class == "head", class == "foot", class == "paged":
			return
		}
		part := n.Type == html.ElementNode && !slices.Contains(inline, n.Data)
		if part {
			b.WriteByte(' ')
		}
		for c := range n.ChildNodes() {
			walk(c)
		}
		if part {
			b.WriteByte(' ')
		}
	}
	walk(root)
	return strings.Fields(b.String())
}

// check reports what is wrong with the structure of a file of some documents.
func check(tb testing.TB, root *html.Node, docs int) {
	tb.Helper()
	count := map[string]int{}
	ids := map[string]bool{}
	level := 0
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		count[n.Data]++
		if id := attr(n, "id"); id != "" {
			if ids[id] {
				tb.Errorf("id %s stands twice", id)
			}
			ids[id] = true
		}
		checkElement(tb, n)
		if len(n.Data) == 2 && n.Data[0] == 'h' && n.Data[1] >= '1' && n.Data[1] <= '6' {
			if next := int(n.Data[1] - '0'); next > level+1 {
				tb.Errorf("heading of level %d below one of level %d", next, level)
			} else {
				level = next
			}
		}
	}
	for n := range root.Descendants() {
		if to, ok := strings.CutPrefix(attr(n, "href"), "#"); ok && !ids[to] {
			tb.Errorf("link to #%s leads nowhere", to)
		}
	}
	if count["main"] != 1 || count["h1"] != docs || count["title"] != 1 {
		tb.Errorf("%d main, %d h1 and %d title in a file of %d documents", count["main"], count["h1"], count["title"], docs)
	}
}

// checkElement reports what is wrong with an element by itself.
func checkElement(tb testing.TB, n *html.Node) {
	tb.Helper()
	if slices.Contains([]string{"script", "link", "img", "iframe", "object", "base", "form"}, n.Data) {
		tb.Errorf("element %s stands in the file", n.Data)
	}
	for _, a := range n.Attr {
		if strings.HasPrefix(a.Key, "on") || a.Key == "src" || a.Key == "srcset" {
			tb.Errorf("attribute %s stands on %s", a.Key, n.Data)
		}
	}
	if href := attr(n, "href"); n.Data == "a" && !slices.ContainsFunc([]string{"#", "http://", "https://", "mailto:"}, func(p string) bool { return strings.HasPrefix(href, p) }) {
		tb.Errorf("link to %s", href)
	}
	if scope := attr(n, "scope"); n.Data == "th" && scope != "col" && scope != "row" {
		tb.Error("th without scope")
	}
	if n.Data == "li" && n.Parent.Data != "ul" && n.Parent.Data != "ol" {
		tb.Errorf("li in %s", n.Parent.Data)
	}
}

func TestStructure(tt *testing.T) {
	for _, docs := range [][]*doc.Document{{english()}, {french()}, {notice()}, {english(), french(), notice(), english()}} {
		check(tt, parse(tt, written(tt, docs...)), len(docs))
	}
}

// TestFootnotesLinkBothWays follows each reference to its note and back.
func TestFootnotesLinkBothWays(tt *testing.T) {
	root := parse(tt, written(tt, english(), french()))
	by := map[string]*html.Node{}
	for n := range root.Descendants() {
		by[attr(n, "id")] = n
	}
	forth := 0
	for n := range root.Descendants() {
		if attr(n, "class") != "sdfootnoteanc" {
			continue
		}
		forth++
		back := by[strings.TrimPrefix(attr(n, "href"), "#")]
		if attr(back, "class") != "sdfootnotesym" || attr(back, "href") != "#"+attr(n, "id") {
			tt.Errorf("%s leads to %s, which leads to %s", attr(n, "id"), attr(back, "id"), attr(back, "href"))
		}
	}
	if forth != 3 {
		tt.Errorf("%d references, want 3", forth)
	}
}

// TestSameWords checks that the words of the file are those of the tree, in
// order, and that the text form keeps every one of them.
func TestSameWords(tt *testing.T) {
	for seed := range uint64(150) {
		sameWords(tt, seed)
	}
}

func FuzzSameWords(f *testing.F) {
	f.Add(uint64(1))
	f.Fuzz(func(tt *testing.T, seed uint64) { sameWords(tt, seed) })
}

func sameWords(tt *testing.T, seed uint64) {
	docs := doctest.Random(seed, 2, "")
	want, err := text.Words(docs)
	if err != nil {
		tt.Fatal(err)
	}
	root := parse(tt, written(tt, docs...))
	if got := words(root); !slices.Equal(got, want) {
		tt.Fatalf("seed %d: words of the HTML\n%q\nand of the tree\n%q", seed, got, want)
	}
	check(tt, root, len(docs))

	var plain strings.Builder
	if err := text.Write(&plain, docs); err != nil {
		tt.Fatal(err)
	}
	left := map[string]int{}
	for _, w := range strings.Fields(plain.String()) {
		left[lowered(w)]++
	}
	for _, w := range want {
		if left[lowered(w)]--; left[lowered(w)] < 0 {
			tt.Fatalf("seed %d: the text form lacks %q", seed, w)
		}
	}
}

// lowered returns a word with raised digits as plain ones.
func lowered(s string) string {
	return strings.NewReplacer("⁰", "0", "¹", "1", "²", "2", "³", "3", "⁴", "4", "⁵", "5", "⁶", "6", "⁷", "7", "⁸", "8", "⁹", "9").Replace(s)
}
