package main

import (
	"bytes"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// document is what a document says, as its HTML has it.
type document struct {
	body, notes []char
	head, foot  []string // lines of the header and footer
	heads       [][]char // of its tables
	top, bottom float64  // margins in print, points
}

// furniture gives the lines of the header and footer, each once.
func (d *document) furniture() map[string]bool {
	lines := map[string]bool{}
	for _, line := range slices.Concat(d.head, d.foot) {
		lines[line] = true
	}
	return lines
}

// readHTML reads the documents of a file in the order of reading. Bullets are
// those of the house style, which HTML leaves to the browser.
func readHTML(path string, bullets []string) ([]document, error) {
	src, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return parseHTML(src, bullets)
}

// parseHTML reads the documents of an HTML file.
func parseHTML(src []byte, bullets []string) ([]document, error) {
	root, err := html.Parse(bytes.NewReader(src))
	if err != nil {
		return nil, err
	}
	var out []document
	margins := printMargins.FindAllSubmatch(src, -1)
	for n := range root.Descendants() {
		if !hasClass(n, "sheet") {
			continue
		}
		var d document
		if len(margins) > len(out) {
			d.top, _ = strconv.ParseFloat(string(margins[len(out)][1]), 64) // both are digits
			d.bottom, _ = strconv.ParseFloat(string(margins[len(out)][2]), 64)
		}
		for part := range n.Descendants() {
			switch {
			case hasClass(part, "content"):
				d.body = words(part, bullets)
			case hasClass(part, "notes"):
				d.notes = words(part, bullets)
			case part.Data == "thead":
				d.heads = append(d.heads, words(part, bullets))
			case hasClass(part, "head"):
				d.head = lines(part)
			case hasClass(part, "foot"):
				d.foot = lines(part)
			}
		}
		out = append(out, d)
	}
	return out, nil
}

// printMargins finds the margins of the pages of a document.
var printMargins = regexp.MustCompile(`@page[^{}]*\{(?:counter-increment:[^;]*;)?margin-top:([0-9.]+)pt;margin-bottom:([0-9.]+)pt;`)

// lines returns the lines of a header or footer, as a browser shows them.
func lines(n *html.Node) []string {
	var out []string
	for p := range n.Descendants() {
		if line := words(p, nil); p.Data == "p" && len(line) > 0 {
			out = append(out, text(line))
		}
	}
	return out
}

// words returns the text within an element, without the footnotes below it.
func words(n *html.Node, bullets []string) []char {
	r := reader{bullets: bullets}
	r.children(n)
	return r.out
}

// reader collects the text of elements. List marks are part of it, as they are
// in print.
type reader struct {
	unmarked bool // leave out the marks of lists
	shallow  bool // leave out lists
	bullets  []string
	out      []char
	gap      gap // before what comes next
}

// inline are the elements that do not part words.
var inline = []string{"a", "em", "mark", "span", "strong", "sup"}

func (r *reader) children(n *html.Node) {
	number := 1
	if s, err := strconv.Atoi(attr(n, "start")); err == nil {
		number = s
	}
	for c := range n.ChildNodes() {
		switch {
		case c.Type == html.TextNode:
			r.text(c.Data)
		case c.Type != html.ElementNode || hasClass(c, "notes"), hasClass(c, "paged"):
		case r.shallow && (c.Data == "ol" || c.Data == "ul"):
		case slices.Contains(inline, c.Data):
			r.children(c)
		default:
			r.gap = spaced
			if c.Data == "li" && !r.unmarked {
				r.text(r.mark(n, number) + " ")
				number++
			}
			r.children(c)
			r.gap = spaced
		}
	}
}

func (r *reader) text(s string) {
	r.out, r.gap = appendText(r.out, s, r.gap)
}

// mark returns the mark of an item of a list.
func (r *reader) mark(list *html.Node, number int) string {
	switch {
	case hasClass(list, "entries"): // of contents, which have labels of their own
		return ""
	case list.Data == "ol" && attr(list, "type") == "a":
		return letters(number) + "."
	case list.Data == "ol":
		return strconv.Itoa(number) + "."
	}
	level, err := strconv.Atoi(strings.TrimPrefix(attr(list, "class"), "level-"))
	if err != nil || len(r.bullets) == 0 {
		return "•"
	}
	return r.bullets[min(level, len(r.bullets)-1)]
}

// letters returns a number from 1 as letters: a to z, then aa, ab and so on.
func letters(n int) string {
	s := ""
	for ; n > 0; n = (n - 1) / 26 {
		s = string(rune('a'+(n-1)%26)) + s
	}
	return s
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func hasClass(n *html.Node, class string) bool {
	return n.Type == html.ElementNode && slices.Contains(strings.Fields(attr(n, "class")), class)
}
