package schema

import (
	"fmt"

	"briefnote/diag"
	"briefnote/internal/strictyaml"
)

// maxSections is how many levels sections may have.
const maxSections = 4

// Sections is running text by section. An entry without a heading is text
// before the first one.
type Sections []Section

// Section is a heading with what stands under it, in order.
type Section struct {
	Heading    Text
	Blocks     []Block // the body, and then the points
	Sections   Sections
	Responsive bool   // background to responsive lines
	Withhold   []Word // provisions under which all of it is to be severed
	Pointer    string
	Span       diag.Span
}

// sectionForm is a section as it is written.
type sectionForm struct {
	Heading    Text       `yaml:"heading" doc:"the heading; leave it out for text before the first one"`
	Responsive bool       `yaml:"responsive" doc:"true where this is background to responsive lines"`
	Withhold   Provisions `yaml:"withhold" doc:"provisions under which the whole section is to be severed, e.g. [15(1)(a)]"`
	Body       BlockText  `yaml:"body" doc:"the text: paragraphs, lists and tables"`
	Points     Points     `yaml:"points" doc:"points after the text"`
	Sections   rawNode    `yaml:"sections" doc:"sections under this one"`
}

var sectionKeys = keysOf[sectionForm]()

const sectionHint = `write "- heading: …" and body: under it, or "- body: …" where there is no heading`

// UnmarshalNode reads a list of sections, or a block text with headings.
func (s *Sections) UnmarshalNode(d *strictyaml.Decoder, n *strictyaml.Node) {
	*s = decodeSections(d, n, 1)
}

func (Sections) describe(d *describer, filled bool) subschema { return describeSections(d, filled, 1) }

func describeSections(d *describer, filled bool, level int) subschema {
	if level > maxSections {
		return d.text(filled)
	}
	section := d.define(fmt.Sprintf("section-%d", level), func() subschema {
		return d.titled("Section", typeOf[sectionForm](), false, map[string]subschema{"sections": describeSections(d, false, level+1)})
	})
	return subschema{{"anyOf", []subschema{d.text(filled), d.list(section, filled)}}}
}

func decodeSections(d *strictyaml.Decoder, n *strictyaml.Node, level int) Sections {
	n.Form = typeOf[Sections]()
	var out Sections
	switch {
	case n.Null || n.Kind == strictyaml.Broken:
	case n.Kind == strictyaml.Scalar:
		p := newBlockParser(d, &n.Text)
		out = sectionsOf(p.outlines(1, maxSections-level+1), n.Span)
	case n.Kind == strictyaml.Mapping:
		d.WrongForm(n, "a list of sections or a text", sectionHint)
	case level > maxSections:
		d.Report(strictyaml.RuleTooDeep, n.Span, n.Pointer, "sections go 4 levels deep at most", "move these sections up a level")
	default:
		for _, item := range n.Items {
			out = append(out, decodeSection(d, item, level)...)
		}
	}
	return out
}

// decodeSection reads an entry of a list of sections.
func decodeSection(d *strictyaml.Decoder, n *strictyaml.Node, level int) Sections {
	switch {
	case n.Null || n.Kind == strictyaml.Broken:
		return nil
	case n.Kind != strictyaml.Mapping || loneText(n, sectionKeys()):
		d.WrongForm(n, "a section", sectionHint)
		return nil
	}
	var form sectionForm
	d.Decode(n, &form)
	s := Section{
		Heading: form.Heading, Blocks: form.Body.Blocks, Responsive: form.Responsive,
		Withhold: form.Withhold.List, Pointer: n.Pointer, Span: n.Span,
	}
	if len(form.Points.Items) > 0 {
		s.Blocks = append(s.Blocks, &form.Points)
	}
	if form.Sections.node != nil {
		s.Sections = decodeSections(d, form.Sections.node, level+1)
	}
	return Sections{s}
}

// sectionsOf makes sections of a block text's headings.
func sectionsOf(outlines []outline, span diag.Span) Sections {
	var out Sections
	for _, o := range outlines {
		s := Section{Heading: o.heading, Blocks: o.blocks, Sections: sectionsOf(o.under, span), Span: span}
		if !o.heading.IsEmpty() {
			s.Span, s.Pointer = o.heading.Span(), o.heading.Pointer()
		}
		out = append(out, s)
	}
	return out
}
