package schema

import (
	"briefnote/diag"
	"briefnote/internal/strictyaml"
)

// Communique states what the parties to a meeting agreed, in numbered paragraphs.
type Communique struct {
	Envelope  `yaml:",inline"`
	Masthead  *Masthead        `yaml:"masthead" validate:"required" doc:"forum, theme, place and year, printed above the title"`
	Numbering Word             `yaml:"numbering" validate:"omitempty,oneof=restart continue" doc:"restart or continue: how paragraphs are numbered from section to section"`
	Draft     bool             `yaml:"draft" validate:"-" doc:"true where the text is not agreed yet"`
	Sections  NumberedSections `yaml:"sections" validate:"required" doc:"the sections: ## before a heading, - before a paragraph; or heading: and paragraphs: in a list"`
}

// Masthead is what stands above a communiqué's title.
type Masthead struct {
	Forum Text `yaml:"forum" validate:"-" doc:"the forum that met"`
	Theme Text `yaml:"theme" validate:"-" doc:"the theme of the meeting"`
	Place Text `yaml:"place" validate:"-" doc:"where it met"`
	Year  Text `yaml:"year" validate:"-" doc:"the year it met"`
}

// NumberedSections is a list of a communiqué's sections.
type NumberedSections []CommuniqueSection

// CommuniqueSection is a heading with numbered paragraphs. The introduction has no heading.
type CommuniqueSection struct {
	Heading    Text
	Paragraphs Points
	Pointer    string
	Span       diag.Span
}

type communiqueSectionForm struct {
	Heading    Text   `yaml:"heading" doc:"the heading; leave it out for the introduction"`
	Paragraphs Points `yaml:"paragraphs" doc:"the paragraphs, which are numbered when printed"`
}

var numberedKeys = keysOf[communiqueSectionForm]()

const numberedHint = `write "- heading: …" and paragraphs: under it; leave the heading out for the introduction`

func (NumberedSections) describe(d *describer, filled bool) subschema {
	section := d.titled("Section", typeOf[communiqueSectionForm](), false, nil)
	return subschema{{"anyOf", []subschema{d.text(filled), d.list(section, filled)}}}
}

// UnmarshalNode reads a list of sections, or a block text with headings.
func (s *NumberedSections) UnmarshalNode(d *strictyaml.Decoder, n *strictyaml.Node) {
	switch {
	case n.Null || n.Kind == strictyaml.Broken:
	case n.Kind == strictyaml.Scalar:
		p := newBlockParser(d, &n.Text)
		for _, o := range p.outlines(1, 1) {
			sec := CommuniqueSection{Heading: o.heading, Paragraphs: onlyPoints(d, o.blocks, n.Span, "##"), Pointer: n.Pointer, Span: n.Span}
			*s = append(*s, sec)
		}
	case n.Kind == strictyaml.Mapping:
		d.WrongForm(n, "a list of sections", numberedHint)
	default:
		for _, item := range n.Items {
			if item.Kind == strictyaml.Broken {
				continue
			}
			if item.Kind == strictyaml.Scalar && !item.Null || loneText(item, numberedKeys()) {
				d.WrongForm(item, "a section", numberedHint)
				continue
			}
			var form communiqueSectionForm
			d.Decode(item, &form)
			*s = append(*s, CommuniqueSection{form.Heading, form.Paragraphs, item.Pointer, item.Span})
		}
	}
}
