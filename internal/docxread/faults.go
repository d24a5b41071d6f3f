package docxread

import (
	"fmt"
	"path"
	"slices"
	"strings"
)

// Faults returns what is wrong with the file, a line a fault: what programs
// stumble over, and what readers would, although every schema lets it pass.
func (f *File) Faults() []string {
	c := &checker{File: f}
	c.contentTypes()
	for _, name := range f.Names {
		if strings.HasSuffix(name, ".rels") {
			c.relationships(name)
		}
	}
	if f.Root("word/document.xml").Kid("w:body") == nil {
		return append(c.faults, "there is no body")
	}
	c.definitions()
	for _, name := range f.Names {
		if root := f.Root(name); root != nil && strings.HasPrefix(name, "word/") && !strings.HasSuffix(name, ".rels") {
			c.story(name, root)
		}
	}
	c.notes()
	c.bookmarks()
	c.blocks("word/document.xml", f.Root("word/document.xml").Kid("w:body"))
	c.properties()
	return c.faults
}

type checker struct {
	*File
	faults               []string
	styles, lists, noted map[string]bool
}

func (c *checker) fault(form string, args ...any) {
	c.faults = append(c.faults, fmt.Sprintf(form, args...))
}

// kinds are the content types of parts by the kind of relationship to them.
var kinds = map[string]string{
	"officeDocument": "document.main", "styles": "styles", "numbering": "numbering", "settings": "settings",
	"footnotes": "footnotes", "header": "header", "footer": "footer",
}

// contentTypes checks that every part has a type (Part 2, 7.2.3).
func (c *checker) contentTypes() {
	const list = "[Content_Types].xml"
	if len(c.Names) == 0 || c.Names[0] != list || c.Root(list) == nil {
		c.fault("the archive does not start with %s", list)
		return
	}
	seen := map[string]bool{}
	for _, o := range c.Root(list).Find("Override") {
		name := strings.TrimPrefix(o.Attr["PartName"], "/")
		if seen[name] {
			c.fault("%s: two types for %s", list, name)
		}
		if seen[name] = true; c.Part(name) == nil {
			c.fault("%s: a type for %s, which is not there", list, name)
		}
	}
	for _, name := range c.Names[1:] {
		if !seen[name] && !strings.HasSuffix(name, ".rels") {
			c.fault("%s: no type for %s", list, name)
		}
	}
}

func (f *File) typeOf(name string) string {
	for _, o := range f.Root("[Content_Types].xml").Find("Override") {
		if o.Attr["PartName"] == "/"+name {
			return o.Attr["ContentType"]
		}
	}
	return ""
}

// relsOf returns the part that holds the relationships of a part.
func relsOf(name string) string {
	return path.Join(path.Dir(name), "_rels", path.Base(name)+".rels")
}

// targets returns the parts that a part relates to, by the id of the
// relationship; an address outside the file is as it stands.
func (f *File) targets(of string) map[string]string {
	out := map[string]string{}
	for _, r := range f.Root(relsOf(of)).Find("Relationship") {
		out[r.Attr["Id"]] = r.Attr["Target"]
		if r.Attr["TargetMode"] != "External" {
			out[r.Attr["Id"]] = path.Join(path.Dir(of), r.Attr["Target"])
		}
	}
	return out
}

// relationships checks that what is related to is there and used.
func (c *checker) relationships(rels string) {
	of := path.Join(path.Dir(path.Dir(rels)), strings.TrimSuffix(path.Base(rels), ".rels"))
	root := c.Root(of)
	if root == nil && rels != "_rels/.rels" {
		c.fault("%s: %s is not there", rels, of)
	}
	used := map[string]bool{}
	root.All(func(n *Node) {
		for key, id := range n.Attr {
			if strings.HasPrefix(key, "r:") {
				used[id] = true
			}
		}
	})
	seen := map[string]bool{}
	for _, r := range c.Root(rels).Find("Relationship") {
		id, kind := r.Attr["Id"], path.Base(r.Attr["Type"])
		if seen[id] {
			c.fault("%s: %s is there twice", rels, id)
		}
		seen[id] = true
		if r.Attr["TargetMode"] == "External" {
			if !used[id] {
				c.fault("%s: nothing uses %s", rels, id)
			}
			continue
		}
		target := path.Join(path.Dir(of), r.Attr["Target"])
		if c.Part(target) == nil {
			c.fault("%s: %s leads to %s, which is not there", rels, id, target)
		} else if want := kinds[kind]; want != "" && !strings.HasSuffix(c.typeOf(target), "."+want+"+xml") {
			c.fault("%s: %s has the type %s", rels, target, c.typeOf(target))
		}
	}
	for id := range used {
		if !seen[id] {
			c.fault("%s: %s is not defined", of, id)
		}
	}
}

// definitions collects styles, lists and footnotes, each of which has an id of
// its own.
func (c *checker) definitions() {
	c.styles = c.unique("word/styles.xml", "w:style", "w:styleId")
	c.lists = c.unique("word/numbering.xml", "w:num", "w:numId")
	c.noted = c.unique("word/footnotes.xml", "w:footnote", "w:id")
	looks := c.unique("word/numbering.xml", "w:abstractNum", "w:abstractNumId")
	for _, n := range c.Root("word/numbering.xml").Find("w:num") {
		if id := n.Kid("w:abstractNumId").Val(); !looks[id] {
			c.fault("list %s has the looks %s, which are not defined", n.Attr["w:numId"], id)
		}
	}
}

func (c *checker) unique(part, element, key string) map[string]bool {
	seen := map[string]bool{}
	for _, n := range c.Root(part).Find(element) {
		id := n.Attr[key]
		if seen[id] {
			c.fault("%s: two of %s %s", part, element, id)
		}
		seen[id] = true
	}
	return seen
}

// story checks what a part refers to, and its fields and controls.
func (c *checker) story(part string, root *Node) {
	depth := 0
	controls := map[string]bool{}
	root.All(func(n *Node) {
		switch n.Name {
		case "w:pStyle", "w:rStyle", "w:tblStyle", "w:basedOn", "w:next", "w:link":
			if !c.styles[n.Val()] {
				c.fault("%s: there is no style %s", part, n.Val())
			}
		case "w:numId":
			if !c.lists[n.Val()] {
				c.fault("%s: there is no list %s", part, n.Val())
			}
		case "w:fldChar":
			if depth += map[string]int{"begin": 1, "end": -1}[n.Attr["w:fldCharType"]]; depth < 0 {
				c.fault("%s: a field ends that did not begin", part)
			}
		case "w:hyperlink":
			if n.Inside("w:hyperlink") {
				c.fault("%s: a link within a link", part)
			}
		case "w:sdtPr":
			id := n.Kid("w:id").Val()
			if controls[id] {
				c.fault("%s: two controls %s", part, id)
			}
			controls[id] = true
			for _, key := range []string{"w:alias", "w:tag"} {
				if len([]rune(n.Kid(key).Val())) > 64 {
					c.fault("%s: %s of control %s is longer than Word takes", part, key, id)
				}
			}
		case "w:t":
			if n.Inside("w:del") {
				c.fault("%s: w:t within w:del", part)
			}
		}
	})
	if depth > 0 {
		c.fault("%s: a field does not end", part)
	}
}

// notes checks that every footnote is referred to once, and from the body.
func (c *checker) notes() {
	count := map[string]int{}
	for _, part := range c.Names {
		for _, n := range c.Root(part).Find("w:footnoteReference") {
			if part != "word/document.xml" {
				c.fault("%s: it refers to a footnote", part)
			}
			count[n.Attr["w:id"]]++
		}
	}
	for _, n := range c.Root("word/footnotes.xml").Find("w:footnote") {
		if id := n.Attr["w:id"]; n.Attr["w:type"] == "" && count[id] != 1 {
			c.fault("footnote %s is referred to %d times", id, count[id])
		}
	}
	for id := range count {
		if !c.noted[id] {
			c.fault("there is no footnote %s", id)
		}
	}
}

// bookmarks checks that they open and close, and that what leads to one finds it.
func (c *checker) bookmarks() {
	root := c.Root("word/document.xml")
	open, names := map[string]bool{}, map[string]bool{}
	used := map[string]bool{}
	root.All(func(n *Node) {
		id, name := n.Attr["w:id"], n.Attr["w:name"]
		switch n.Name {
		case "w:bookmarkStart":
			if used[id] || names[name] || len(name) > 40 {
				c.fault("bookmark %s %q is there twice, or its name is too long", id, name)
			}
			open[id], used[id], names[name] = true, true, true
		case "w:bookmarkEnd":
			if !open[id] {
				c.fault("bookmark %s ends but is not open", id)
			}
			delete(open, id)
		}
	})
	for id := range open {
		c.fault("bookmark %s does not end", id)
	}
	for _, part := range c.Names {
		c.Root(part).All(func(n *Node) {
			to := n.Attr["w:anchor"]
			if words := strings.Fields(n.Text); n.Name == "w:instrText" && len(words) > 1 && words[0] == "NOTEREF" {
				to = words[1]
			}
			if to != "" && !names[to] {
				c.fault("%s: there is no bookmark %s", part, to)
			}
		})
	}
}

// blocks checks paragraphs and tables of the body, and those of its cells.
func (c *checker) blocks(part string, in *Node) {
	var before *Node
	for _, n := range in.Kids {
		switch n.Name {
		case "w:tbl":
			if before != nil && before.Name == "w:tbl" {
				c.fault("%s: two tables that Word would join", part)
			}
			c.table(part, n)
		case "w:p":
			if in.Name == "w:body" && empty(n) {
				c.fault("%s: a paragraph without words", part)
			}
		case "w:bookmarkStart", "w:bookmarkEnd", "w:tcPr", "w:sectPr":
			continue
		default:
			c.fault("%s: a block %s", part, n.Name)
		}
		before = n
	}
	if before == nil || before.Name != "w:p" {
		c.fault("%s: %s does not end with a paragraph", part, in.Name)
	}
}

// empty reports whether a paragraph is there for space alone. What follows a
// table and the point of a list without text are not.
func empty(p *Node) bool {
	pr := p.Kid("w:pPr")
	style := pr.Kid("w:pStyle").Val()
	if style == "AfterTable" || pr.Kid("w:numPr") != nil || strings.HasPrefix(style, "ListBullet") || strings.HasPrefix(style, "ListNumber") {
		return false
	}
	r := &reader{marks: map[string]string{}}
	r.blockwise(p)
	return strings.TrimSpace(r.out.String()) == ""
}

// table checks that rows have as many cells as the table has columns, that no
// cell is without a paragraph, and that a header comes first.
func (c *checker) table(part string, t *Node) {
	columns := len(t.Kid("w:tblGrid").Find("w:gridCol"))
	body := false
	for _, row := range t.Kids {
		if row.Name != "w:tr" {
			continue
		}
		header := row.Kid("w:trPr").Kid("w:tblHeader") != nil
		if body && header {
			c.fault("%s: a header below other rows", part)
		}
		body = body || !header
		cells := slices.DeleteFunc(slices.Clone(row.Kids), func(n *Node) bool { return n.Name != "w:tc" })
		if len(cells) != columns {
			c.fault("%s: a row of %d cells in a table of %d columns", part, len(cells), columns)
		}
		for _, cell := range cells {
			c.blocks(part, cell)
		}
	}
}

// properties checks what the file says about itself (Part 2, 11).
func (c *checker) properties() {
	const part = "docProps/core.xml"
	root := c.Root(part)
	if root == nil {
		c.fault("there is no %s", part)
		return
	}
	seen := map[string]bool{}
	for _, n := range root.Kids {
		if seen[n.Name] {
			c.fault("%s: two of %s", part, n.Name)
		}
		seen[n.Name] = true
		if strings.HasPrefix(n.Name, "dcterms:") && n.Attr["xsi:type"] != "dcterms:W3CDTF" {
			c.fault("%s: %s is no date", part, n.Name)
		}
	}
	for _, name := range []string{"dc:title", "dc:language"} {
		if root.Kid(name) == nil || strings.TrimSpace(root.Kid(name).Text) == "" {
			c.fault("%s: there is no %s", part, name)
		}
	}
	defaults := c.Root("word/styles.xml").Kid("w:docDefaults")
	if langs := defaults.Find("w:lang"); len(langs) != 1 || langs[0].Val() != root.Kid("dc:language").text() {
		c.fault("the styles are not in the language of %s", part)
	}
}

func (n *Node) text() string {
	if n == nil {
		return ""
	}
	return n.Text
}
