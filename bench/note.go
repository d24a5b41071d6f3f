// Package bench holds what the tool's speed is measured with.
//
// Start with [Read], which takes the words of a real note; [Note.Numbered]
// makes distinct notes of them and [Note.Long] long ones, so that nothing can
// be gained by doing the same paragraph once. The benchmarks of this package
// measure the stages of the tool one by one; the program in bench/compare
// measures whole processes beside other tools.
package bench

import (
	"fmt"

	"briefnote/schema"
)

// Note is the words of a briefing note, free of any format.
type Note struct {
	Title      string
	Objectives []string
	Messages   []Topic
	Background []Section
	Drafted    string
	Consulted  string
	Approved   string
}

// Topic is a heading with its points, and the topics under it.
type Topic struct {
	Heading string
	Points  []string
	Topics  []Topic
}

// Section is a heading with its paragraphs.
type Section struct {
	Heading    string
	Paragraphs []string
}

// Read takes the words of a note. It knows what the encryption note of the
// samples is made of, and refuses what it would have to leave out.
func Read(src []byte) (*Note, error) {
	f := schema.Decode("note.yaml", src)
	if !f.Valid() || len(f.Notes) != 1 {
		return nil, fmt.Errorf("the note has %d findings", len(f.Problems))
	}
	b, ok := f.Notes[0].(*schema.BriefingNote)
	if !ok {
		return nil, fmt.Errorf("a %T is no briefing note", f.Notes[0])
	}
	n := &Note{
		Title:      b.Title.In(false).String(),
		Objectives: points(b.StrategicObjectives),
		Messages:   topics(b.KeyMessages),
		Drafted:    signOff(b.Drafted), Consulted: signOff(b.Consulted), Approved: signOff(b.Approved),
	}
	for _, s := range b.Background {
		section := Section{Heading: s.Heading.String()}
		for _, block := range s.Blocks {
			p, ok := block.(*schema.Paragraph)
			if !ok {
				return nil, fmt.Errorf("the section %q holds a %T", section.Heading, block)
			}
			section.Paragraphs = append(section.Paragraphs, p.Text.String())
		}
		n.Background = append(n.Background, section)
	}
	return n, nil
}

func points(list schema.Points) []string {
	var out []string
	for _, p := range list.Items {
		out = append(out, p.Text.String())
	}
	return out
}

func topics(list schema.Topics) []Topic {
	var out []Topic
	for _, t := range list {
		out = append(out, Topic{t.Topic.String(), points(t.Points), topics(t.Topics)})
	}
	return out
}

func signOff(s schema.SignOff) string {
	if len(s) == 0 {
		return ""
	}
	return s[0].Text.String()
}

// Numbered returns a copy in which every heading, point and paragraph bears
// that number and its own: "… as they see fit. (17.31)".
func (n *Note) Numbered(number int) *Note {
	m := marker{number: number}
	return &Note{
		Title: m.mark(n.Title), Objectives: m.all(n.Objectives), Messages: m.topics(n.Messages), Background: m.sections(n.Background),
		Drafted: n.Drafted, Consulted: n.Consulted, Approved: n.Approved,
	}
}

// Long returns a note in which messages and background stand so many times,
// numbered from first on.
func (n *Note) Long(first, copies int) *Note {
	out := n.Numbered(first)
	for i := 1; i < copies; i++ {
		next := n.Numbered(first + i)
		out.Messages = append(out.Messages, next.Messages...)
		out.Background = append(out.Background, next.Background...)
	}
	return out
}

// pagesACopy is what a numbered copy takes in a long note, in house style.
const pagesACopy = 2.4

// OfPages returns a long note of about so many pages, numbered from first on.
func (n *Note) OfPages(first, pages int) *Note {
	return n.Long(first, int(float64(pages)/pagesACopy))
}

// marker numbers texts as they come.
type marker struct{ number, texts int }

func (m *marker) mark(s string) string {
	m.texts++
	return fmt.Sprintf("%s (%d.%d)", s, m.number, m.texts)
}

func (m *marker) all(list []string) []string {
	var out []string
	for _, s := range list {
		out = append(out, m.mark(s))
	}
	return out
}

func (m *marker) topics(list []Topic) []Topic {
	var out []Topic
	for _, t := range list {
		out = append(out, Topic{m.mark(t.Heading), m.all(t.Points), m.topics(t.Topics)})
	}
	return out
}

func (m *marker) sections(list []Section) []Section {
	var out []Section
	for _, s := range list {
		out = append(out, Section{m.mark(s.Heading), m.all(s.Paragraphs)})
	}
	return out
}
