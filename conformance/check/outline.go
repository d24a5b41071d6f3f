package main

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strconv"

	"golang.org/x/net/html"
)

// outline is what a word processor has to know of a file: its text without list
// marks, and what is a heading, a list and a note.
type outline struct {
	body, notes []char
	headings    []string // "2 Background"
	items       []string // of lists: the depth, from 1, and how the item begins
	lists       []string // those that are in no other: "bullets", "1 from 4", "a"
	comments    int
	word        bool // as Word has it: items are a paragraph each, and text between two does not part their list
}

// opening is how many characters of an item are compared.
const opening = 40

func (o *outline) heading(level int, words []char) {
	o.headings = append(o.headings, fmt.Sprintf("%d %s", level, squeezed(text(words))))
}

func (o *outline) item(depth int, words []char) {
	all := []rune(squeezed(text(words)))
	o.items = append(o.items, fmt.Sprintf("%d %s", depth, string(all[:min(len(all), opening)])))
}

func (o *outline) list(kind string, start int) {
	// Nothing tells one list of bullets from the next to Word.
	if n := len(o.lists); o.word && kind == "bullets" && n > 0 && o.lists[n-1] == kind {
		return
	}
	if start > 1 {
		kind += " from " + strconv.Itoa(start)
	}
	o.lists = append(o.lists, kind)
}

// outlineHTML returns the outline of an HTML file. In one of several documents,
// their headers and footers stand in the text if inText.
func outlineHTML(src []byte, inText bool) (*outline, error) {
	root, err := html.Parse(bytes.NewReader(src))
	if err != nil {
		return nil, err
	}
	o := outline{word: !inText}
	var depth int
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		for c := range n.ChildNodes() {
			o.element(c, depth)
			list := c.Data == "ol" || c.Data == "ul"
			if list {
				depth++
			}
			walk(c)
			if list {
				depth--
			}
		}
	}
	for n := range root.Descendants() {
		if !hasClass(n, "sheet") {
			continue
		}
		if inText && n.Data == "article" {
			r := reader{unmarked: true}
			r.children(n)
			o.body = append(o.body, r.out...)
		}
		for part := range n.Descendants() {
			switch {
			case hasClass(part, "content"):
				if !inText || n.Data != "article" {
					r := reader{unmarked: true}
					r.children(part)
					o.body = append(o.body, r.out...)
				}
				walk(part)
			case hasClass(part, "notes"):
				o.notes = append(o.notes, words(part, nil)...)
			}
		}
	}
	return &o, nil
}

// element adds what an element of HTML is.
func (o *outline) element(n *html.Node, depth int) {
	if n.Type != html.ElementNode {
		return
	}
	switch n.Data {
	case "h1", "h2", "h3", "h4", "h5", "h6":
		o.heading(int(n.Data[1]-'0'), words(n, nil))
	case "li":
		r := reader{unmarked: true, shallow: true}
		if p := firstLine(n); p != nil && o.word {
			r.children(p)
		} else {
			r.children(n)
		}
		o.item(depth, r.out)
	case "ol":
		if depth == 0 {
			start, _ := strconv.Atoi(attr(n, "start")) // none: from the first
			kind := "1"
			if attr(n, "type") == "a" {
				kind = "a"
			}
			o.list(kind, start)
		}
	case "ul":
		if depth == 0 {
			o.list("bullets", 0)
		}
	}
}

// firstLine returns the paragraph that an item starts with, or nil.
func firstLine(item *html.Node) *html.Node {
	for n := range item.Descendants() {
		switch n.Data {
		case "p":
			return n
		case "ol", "ul":
			return nil
		}
	}
	return nil
}

// node is an element of OpenDocument with what stands in it, in order; text
// has no name.
type node struct {
	name     string
	attrs    map[string]string
	text     string
	children []*node
}

// readODT returns the outline of an OpenDocument text (OpenDocument 1.3, part
// 3), which was made of a DOCX file if word.
func readODT(path string, word bool) (*outline, error) {
	z, err := zip.OpenReader(path)
	if err != nil {
		return nil, fmt.Errorf("LibreOffice made nothing of it: %w", err)
	}
	defer func() { _ = z.Close() }() // it was read
	r := newODT(word)
	var root *node
	for _, part := range []string{"styles.xml", "content.xml"} {
		f, err := z.Open(part)
		if err != nil {
			return nil, err
		}
		if root, err = parseXML(f); err != nil {
			return nil, err
		}
		r.collect(root)
	}
	r.walk(root)
	return &r.outline, nil
}

// parseXML reads a file into nodes, whose names lack their namespace: those
// that matter here differ without it.
func parseXML(r io.Reader) (*node, error) {
	root := &node{}
	open := []*node{root}
	d := xml.NewDecoder(r)
	for {
		token, err := d.Token()
		if err == io.EOF {
			return root, nil
		}
		if err != nil {
			return nil, err
		}
		top := open[len(open)-1]
		switch t := token.(type) {
		case xml.StartElement:
			n := &node{name: t.Name.Local, attrs: map[string]string{}}
			for _, a := range t.Attr {
				n.attrs[a.Name.Local] = a.Value
			}
			top.children = append(top.children, n)
			open = append(open, n)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			top.children = append(top.children, &node{text: string(t)})
		}
	}
}

// odt reads the outline of nodes.
type odt struct {
	outline
	styles  map[string]*node  // of lists
	parents map[string]string // of styles of paragraphs
	seen    map[string]bool   // styles of lists that are in no other
	depth   int               // of the list that is being read, from 1
	gap     gap               // before what comes next
}

func newODT(word bool) *odt {
	return &odt{outline: outline{word: word}, styles: map[string]*node{}, parents: map[string]string{}, seen: map[string]bool{}}
}

// collect finds the styles of lists and paragraphs.
func (r *odt) collect(n *node) {
	if n.name == "list-style" {
		r.styles[n.attrs["name"]] = n
	}
	if n.name == "style" && n.attrs["family"] == "paragraph" {
		r.parents[n.attrs["name"]] = n.attrs["parent-style-name"]
	}
	for _, c := range n.children {
		r.collect(c)
	}
}

func (r *odt) walk(n *node) {
	for _, c := range n.children {
		switch c.name {
		case "":
			r.body, r.gap = appendText(r.body, c.text, r.gap)
		case "sequence-decls", "forms", "automatic-styles", "font-face-decls", "scripts":
		case "annotation":
			r.comments++
		case "s", "tab", "line-break":
			r.gap = spaced
		case "h":
			level, _ := strconv.Atoi(c.attrs["outline-level"]) // not a number: no level
			r.block(c)
			r.heading(level, plain(c))
		case "p", "table-cell":
			r.block(c)
			if r.titles(c.attrs["style-name"]) {
				r.heading(0, plain(c))
			}
		case "list":
			r.depth++
			if r.depth == 1 {
				r.topList(c)
			}
			r.walk(c)
			r.depth--
		case "list-item":
			if !r.word || len(firstBlocks(c)) > 0 { // else LibreOffice goes on with a list under it
				r.item(r.depth, firstWords(c))
			}
			r.walk(c)
		case "note":
			r.note(c)
		default:
			r.walk(c)
		}
	}
}

func (r *odt) block(n *node) {
	r.gap = spaced
	r.walk(n)
	r.gap = spaced
}

// titles reports whether a style is that of titles, or one that differs from it.
func (r *odt) titles(style string) bool {
	for range 9 { // deeper than any
		if style == "Title" {
			return true
		}
		style = r.parents[style]
	}
	return false
}

// note adds a footnote, its citation in the text and before its own.
func (r *odt) note(n *node) {
	for _, c := range n.children {
		r.notes, _ = appendText(r.notes, " ", spaced)
		if c.name == "note-citation" {
			r.walk(c)
		}
		r.notes = append(r.notes, plain(c)...)
	}
}

// topList adds the kind of a list that is in no other.
func (r *odt) topList(n *node) {
	for _, level := range r.styleOf(n).children {
		if level.attrs["level"] != "1" {
			continue
		}
		start, _ := strconv.Atoi(level.attrs["start-value"]) // none: from the first
		given := firstItem(n).attrs["start-value"]
		switch {
		case given != "":
			start, _ = strconv.Atoi(given)
		case r.word && (n.attrs["continue-list"] != "" || n.attrs["continue-numbering"] == "true") && level.name != "list-level-style-bullet" && r.seen[n.attrs["style-name"]]:
			continue // the same list goes on
		}
		r.seen[n.attrs["style-name"]] = true
		if level.name == "list-level-style-bullet" {
			r.list("bullets", 0)
		} else {
			r.list(level.attrs["num-format"], start)
		}
	}
}

func (r *odt) styleOf(list *node) *node {
	if s := r.styles[list.attrs["style-name"]]; s != nil {
		return s
	}
	return &node{}
}

func firstItem(n *node) *node {
	for _, c := range n.children {
		if c.name == "list-item" {
			return c
		}
	}
	return &node{}
}

// plain returns the text within a node, that of notes only by their citations.
func plain(n *node) []char {
	var r odt
	r.walk(n)
	return r.body
}

// firstWords returns the text of an item without that of lists in it.
func firstWords(n *node) []char {
	return plain(&node{children: firstBlocks(n)})
}

// firstBlocks returns what stands in an item besides lists.
func firstBlocks(item *node) []*node {
	var out []*node
	for _, c := range item.children {
		if c.name != "list" {
			out = append(out, c)
		}
	}
	return out
}
