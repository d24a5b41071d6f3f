// Package docxread reads Word files in tests: what they say, and what is wrong
// with them that no schema tells.
//
// Start with [Open]; [File.Sections] returns the words, and [File.Faults] the
// faults. Sections named without a standard are those of ECMA-376, Part 1.
// Nothing in it writes such files, so that it agrees with no writer's mistakes.
package docxread

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
)

// File is a Word file in memory.
type File struct {
	Names []string // of the parts, in the order of the archive
	parts map[string][]byte
	roots map[string]*Node // of the parts that are XML
}

// Node is an element; its name has the usual prefix of its namespace: "w:p".
type Node struct {
	Name string
	Attr map[string]string // by name with prefix: "w:val"
	Text string            // directly in it
	Kids []*Node
	Up   *Node
}

// prefixes are the prefixes that names are given here, whatever the file has.
var prefixes = map[string]string{
	"http://schemas.openxmlformats.org/wordprocessingml/2006/main":              "w",
	"http://schemas.openxmlformats.org/officeDocument/2006/relationships":       "r",
	"http://schemas.openxmlformats.org/markup-compatibility/2006":               "mc",
	"http://schemas.openxmlformats.org/package/2006/metadata/core-properties":   "cp",
	"http://purl.org/dc/elements/1.1/":                                          "dc",
	"http://purl.org/dc/terms/":                                                 "dcterms",
	"http://www.w3.org/2001/XMLSchema-instance":                                 "xsi",
	"http://www.w3.org/XML/1998/namespace":                                      "xml",
	"http://schemas.openxmlformats.org/package/2006/content-types":              "",
	"http://schemas.openxmlformats.org/package/2006/relationships":              "",
	"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties": "",
}

// largest is the largest part that is read, in bytes.
const largest = 64 << 20

// Open reads a file. It is an error if it is no archive, a part is there twice,
// or a part that should be XML is not.
func Open(data []byte) (*File, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, err
	}
	f := &File{parts: map[string][]byte{}, roots: map[string]*Node{}}
	for _, entry := range z.File {
		if _, twice := f.parts[entry.Name]; twice {
			return nil, fmt.Errorf("%s is in the archive twice", entry.Name)
		}
		r, err := entry.Open()
		if err != nil {
			return nil, err
		}
		part, err := io.ReadAll(io.LimitReader(r, largest))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", entry.Name, err)
		}
		f.Names = append(f.Names, entry.Name)
		f.parts[entry.Name] = part
		if strings.HasSuffix(entry.Name, ".xml") || strings.HasSuffix(entry.Name, ".rels") {
			if f.roots[entry.Name], err = parse(part); err != nil {
				return nil, fmt.Errorf("%s: %w", entry.Name, err)
			}
		}
	}
	return f, nil
}

// Part returns the bytes of a part.
func (f *File) Part(name string) []byte { return f.parts[name] }

// Root returns the root element of a part, or nil.
func (f *File) Root(name string) *Node { return f.roots[name] }

func parse(data []byte) (*Node, error) {
	d := xml.NewDecoder(bytes.NewReader(data))
	top := &Node{}
	at := top
	for {
		token, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, err
		}
		switch t := token.(type) {
		case xml.StartElement:
			n := &Node{Name: name(t.Name), Attr: map[string]string{}, Up: at}
			for _, a := range t.Attr {
				if a.Name.Space != "xmlns" {
					n.Attr[name(a.Name)] = a.Value
				}
			}
			at.Kids = append(at.Kids, n)
			at = n
		case xml.EndElement:
			at = at.Up
		case xml.CharData:
			at.Text += string(t)
		}
	}
	if len(top.Kids) != 1 {
		return nil, fmt.Errorf("%d root elements", len(top.Kids))
	}
	top.Kids[0].Up = nil
	return top.Kids[0], nil
}

func name(n xml.Name) string {
	prefix, known := prefixes[n.Space]
	switch {
	case n.Space == "", known && prefix == "":
		return n.Local
	case known:
		return prefix + ":" + n.Local
	}
	return n.Space + ":" + n.Local
}

// Kid returns the first child of a name, or nil. On nil it returns nil, so that
// calls can be chained.
func (n *Node) Kid(name string) *Node {
	if n != nil {
		for _, k := range n.Kids {
			if k.Name == name {
				return k
			}
		}
	}
	return nil
}

// Val returns the attribute w:val, or "" on nil.
func (n *Node) Val() string {
	if n == nil {
		return ""
	}
	return n.Attr["w:val"]
}

// All calls a function for the element and all below it, in order.
func (n *Node) All(visit func(*Node)) {
	if n == nil {
		return
	}
	visit(n)
	for _, k := range n.Kids {
		k.All(visit)
	}
}

// Find returns the elements of a name in the order of the text.
func (n *Node) Find(name string) []*Node {
	var out []*Node
	n.All(func(k *Node) {
		if k.Name == name {
			out = append(out, k)
		}
	})
	return out
}

// Inside reports whether the element stands in one of a name.
func (n *Node) Inside(name string) bool {
	for up := n.Up; up != nil; up = up.Up {
		if up.Name == name {
			return true
		}
	}
	return false
}
