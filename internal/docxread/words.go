package docxread

import (
	"strconv"
	"strings"
)

// Section is what a section of the file says (17.6).
type Section struct {
	Body, Notes []string // words
	Properties  *Node    // w:sectPr
}

// Words returns the words of the section: the body, then the footnotes.
func (s *Section) Words() []string { return append(s.Body[:len(s.Body):len(s.Body)], s.Notes...) }

// Sections returns the sections in order. The marks of lists are no words; those
// of footnotes stand right behind their word, as digits. Of alternatives Word's
// is taken.
func (f *File) Sections() []Section {
	var out []Section
	var part []*Node
	number := 0
	notes := f.Root("word/footnotes.xml").Find("w:footnote")
	for _, block := range f.Root("word/document.xml").Kid("w:body").Kids {
		end := block.Kid("w:pPr").Kid("w:sectPr")
		if block.Name == "w:sectPr" {
			end = block
		} else {
			part = append(part, block)
		}
		if end == nil {
			continue
		}
		if end.Kid("w:footnotePr").Kid("w:numRestart").Val() == "eachSect" {
			number = 0
		}
		r := &reader{number: number, marks: map[string]string{}}
		for _, b := range part {
			r.blockwise(b)
		}
		s := Section{Properties: end, Body: strings.Fields(r.out.String())}
		r.out.Reset()
		for _, n := range notes {
			if mark, referred := r.marks[n.Attr["w:id"]]; referred {
				r.mark = mark
				r.blockwise(n)
			}
		}
		s.Notes = strings.Fields(r.out.String())
		out, part, number = append(out, s), nil, r.number
	}
	return out
}

// reader collects the text of elements.
type reader struct {
	out    strings.Builder
	number int               // of the last footnote that was counted
	marks  map[string]string // of the footnotes referred to; empty where the text has it
	mark   string            // of the footnote that is being read
}

func (r *reader) blockwise(n *Node) {
	switch n.Name {
	case "w:pPr", "w:rPr", "w:sdtPr", "w:instrText", "w:tblPr", "w:tblGrid", "w:trPr", "w:tcPr", "mc:Fallback":
		return
	case "w:t":
		r.out.WriteString(n.Text)
	case "w:softHyphen":
		r.out.WriteString("\u00AD")
	case "w:noBreakHyphen":
		r.out.WriteString("\u2011")
	case "w:tab", "w:br":
		r.out.WriteByte(' ')
	case "w:footnoteReference":
		r.marks[n.Attr["w:id"]] = ""
		if on := n.Attr["w:customMarkFollows"]; on != "1" {
			r.number++
			r.marks[n.Attr["w:id"]] = strconv.Itoa(r.number)
			r.out.WriteString(strconv.Itoa(r.number))
		}
	case "w:footnoteRef":
		r.out.WriteString(r.mark)
	}
	for _, k := range n.Kids {
		r.blockwise(k)
	}
	if n.Name == "w:p" {
		r.out.WriteByte(' ')
	}
}

// Furniture returns the words of the header or footer of a section: place is
// "header" or "footer". Of alternatives it takes the one for every program.
func (f *File) Furniture(s Section, place string) []string {
	ref := s.Properties.Kid("w:" + place + "Reference")
	if ref == nil {
		return nil
	}
	target := f.targets("word/document.xml")[ref.Attr["r:id"]]
	var r reader
	var walk func(n *Node)
	walk = func(n *Node) {
		if n.Name == "mc:Choice" {
			return
		}
		if len(n.Kids) == 0 || n.Name == "w:pPr" || n.Name == "w:rPr" {
			r.blockwise(n)
			return
		}
		for _, k := range n.Kids {
			walk(k)
		}
		if n.Name == "w:p" {
			r.out.WriteByte(' ')
		}
	}
	walk(f.Root(target))
	return strings.Fields(r.out.String())
}
