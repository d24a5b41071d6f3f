package pdfread

import (
	"fmt"
	"reflect"
	"strings"
)

// Node is an element of the structure, or, where Type is empty, words of a page
// that stand in one.
type Node struct {
	Type             Name
	Lang, Alt, Title string
	ID               string
	Attr             Dict // its attributes; nil for none
	Kids             []*Node
	Text             string // of words
	Links            []Dict // annotations that belong to it
	Page             Ref    // where its own words begin; 0 if it has none
}

// Structure returns the root of the tree of tags, with the words that belong to
// each element. It fails the test unless
//
//   - each piece of marked content has one owner, which the parent tree names,
//     and stands on its page in the order of the tree (a note in its own order,
//     for the foot of a page has the order of its lines);
//   - each annotation belongs to one element, and leads back to it;
//   - each element leads back to the one that it stands in;
//   - each ID is found by the tree of IDs.
func (f *File) Structure() *Node {
	f.t.Helper()
	root := f.Dict(f.Catalog()["StructTreeRoot"])
	r := &reader{f: f, parents: f.parentTree(root), owner: map[content]Ref{}, brackets: map[Ref][]Bracket{}, last: map[Ref]int{}, ids: map[string]Ref{}}
	for _, page := range f.Pages() {
		r.brackets[page] = f.Content(page)
	}
	top := f.Catalog()["StructTreeRoot"].(Ref)
	node := r.elem(root["K"].(Ref), top)
	r.pages()
	names := map[string]Ref{}
	pairs := f.Array(f.Dict(root["IDTree"])["Names"])
	for i := 0; i+1 < len(pairs); i += 2 {
		if i > 0 && pairs[i-2].(string) >= pairs[i].(string) {
			f.t.Errorf("the tree of IDs is out of order at %v", pairs[i])
		}
		names[pairs[i].(string)] = pairs[i+1].(Ref)
	}
	if !reflect.DeepEqual(names, r.ids) {
		f.t.Errorf("the tree of IDs is %v, want %v", names, r.ids)
	}
	return node
}

// parentTree returns the entries of the parent tree by key.
func (f *File) parentTree(root Dict) map[int]any {
	m := map[int]any{}
	nums := f.Array(f.Dict(root["ParentTree"])["Nums"])
	for i := 0; i+1 < len(nums); i += 2 {
		key := int(nums[i].(float64))
		if key != i/2 {
			f.t.Errorf("entry %d of the parent tree has the key %d", i/2, key)
		}
		m[key] = nums[i+1]
	}
	if next := root["ParentTreeNextKey"]; next != float64(len(m)) {
		f.t.Errorf("the next key is %v, want %d", next, len(m))
	}
	return m
}

// content is a piece of marked content: its page and number.
type content struct {
	page Ref
	mcid int
}

type reader struct {
	f        *File
	parents  map[int]any
	brackets map[Ref][]Bracket
	owner    map[content]Ref // as the tree has it
	last     map[Ref]int     // of each page, the number after the last one that the tree came to
	ids      map[string]Ref
	objects  int
}

func (r *reader) elem(self, parent Ref) *Node {
	d := r.f.Dict(self)
	if d["P"] != parent {
		r.f.t.Errorf("element %d leads back to %v, want %d", self, d["P"], parent)
	}
	n := &Node{Type: d["S"].(Name), Lang: Text(d["Lang"]), Alt: Text(d["Alt"]), Title: Text(d["T"]), ID: Text(d["ID"]), Attr: r.f.Dict(d["A"])}
	if n.ID != "" {
		if r.ids[n.ID] != 0 {
			r.f.t.Errorf("the ID %s is not unique", n.ID)
		}
		r.ids[n.ID] = self
	}
	if n.Type == "Note" {
		clear(r.last)
	}
	kids, many := d["K"].([]any)
	if !many && d["K"] != nil {
		kids = []any{d["K"]}
	}
	for _, k := range kids {
		r.kid(n, self, d, k)
	}
	return n
}

func (r *reader) kid(n *Node, self Ref, d Dict, k any) {
	page, _ := d["Pg"].(Ref)
	switch k := k.(type) {
	case Ref:
		n.Kids = append(n.Kids, r.elem(k, self))
	case float64:
		r.words(n, self, content{page, int(k)})
	case Dict:
		if pg, ok := k["Pg"].(Ref); ok {
			page = pg
		}
		if k["Type"] == Name("MCR") {
			r.words(n, self, content{page, int(k["MCID"].(float64))})
			return
		}
		r.object(n, self, page, k["Obj"].(Ref))
	}
}

// words adds a piece of marked content to an element.
func (r *reader) words(n *Node, self Ref, c content) {
	if other, taken := r.owner[c]; taken {
		r.f.t.Errorf("content %v belongs to %d and %d", c, other, self)
	}
	r.owner[c] = self
	if n.Page == 0 {
		n.Page = c.page
	}
	if c.mcid < r.last[c.page] {
		r.f.t.Errorf("content %v is read after number %d", c, r.last[c.page]-1)
	}
	r.last[c.page] = c.mcid + 1
	for _, b := range r.brackets[c.page] {
		if b.MCID() == c.mcid {
			if b.Tag != n.Type {
				r.f.t.Errorf("content %v is marked %s in a %s", c, b.Tag, n.Type)
			}
			if k := len(n.Kids); k > 0 && n.Kids[k-1].Type == "" {
				n.Kids[k-1].Text += b.Text
			} else {
				n.Kids = append(n.Kids, &Node{Text: b.Text})
			}
			return
		}
	}
	r.f.t.Errorf("content %v of element %d is not on its page", c, self)
}

// object adds an annotation to an element.
func (r *reader) object(n *Node, self, page, annotation Ref) {
	d := r.f.Dict(annotation)
	key, ok := d["StructParent"].(float64)
	if !ok || r.parents[int(key)] != self {
		r.f.t.Errorf("annotation %d leads back to %v, want %d", annotation, r.parents[int(key)], self)
	}
	found := 0
	for _, a := range r.f.Array(r.f.Dict(page)["Annots"]) {
		if a == annotation {
			found++
		}
	}
	if found != 1 {
		r.f.t.Errorf("annotation %d is %d times on its page", annotation, found)
	}
	n.Links = append(n.Links, d)
	r.objects++
}

// pages goes the other way: from the pages to the tree.
func (r *reader) pages() {
	annotations, pages := 0, r.f.Pages()
	for _, page := range pages {
		d := r.f.Dict(page)
		annotations += len(r.f.Array(d["Annots"]))
		owners := r.f.Array(r.parents[int(d["StructParents"].(float64))])
		next := 0
		for _, b := range r.brackets[page] {
			if !b.Drawn {
				r.f.t.Errorf("page %d: a bracket holds nothing: %v", page, b)
			}
			if b.Tag == "Artifact" {
				continue
			}
			c := content{page, b.MCID()}
			if c.mcid != next || next >= len(owners) || owners[next] != r.owner[c] {
				r.f.t.Errorf("page %d: content %d should be number %d, of element %d; the parent tree has %v", page, c.mcid, next, r.owner[c], owners)
			}
			next++
		}
		if next != len(owners) {
			r.f.t.Errorf("page %d has %d pieces of content, and the parent tree %d", page, next, len(owners))
		}
	}
	if annotations != r.objects || len(r.parents) != len(pages)+annotations {
		r.f.t.Errorf("%d annotations, of which the tree has %d; %d entries of the parent tree for %d pages", annotations, r.objects, len(r.parents), len(pages))
	}
}

// Dump returns the tree as text, an element or its words a line.
func (n *Node) Dump() string {
	var b strings.Builder
	n.dump(&b, 0)
	return b.String()
}

func (n *Node) dump(b *strings.Builder, depth int) {
	b.WriteString(strings.Repeat("  ", depth))
	if n.Type == "" {
		fmt.Fprintf(b, "%q\n", n.Text)
		return
	}
	b.WriteString(string(n.Type))
	for _, p := range [...][2]string{{"id", n.ID}, {"lang", n.Lang}, {"alt", n.Alt}, {"title", n.Title}} {
		if p[1] != "" {
			fmt.Fprintf(b, " %s=%q", p[0], p[1])
		}
	}
	for _, key := range [...]string{"Scope", "ListNumbering"} {
		if v := n.Attr[key]; v != nil {
			fmt.Fprintf(b, " %s=%v", key, v)
		}
	}
	for _, l := range n.Links {
		fmt.Fprintf(b, " → %q", Text(l["Contents"]))
	}
	if len(n.Kids) == 1 && n.Kids[0].Type == "" {
		fmt.Fprintf(b, " %q\n", n.Kids[0].Text)
		return
	}
	b.WriteByte('\n')
	for _, k := range n.Kids {
		k.dump(b, depth+1)
	}
}
