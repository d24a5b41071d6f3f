// Package compose makes a document of a note.
//
// [Note] is the only place that knows both: what a kind of note prints, in
// which order and under which headings, stands here and nowhere else. The
// words that notes do not hold come from the label tables of
// templates/labels, in the note's language.
package compose

import (
	"fmt"
	"strings"

	"briefnote/diag"
	"briefnote/render/doc"
	"briefnote/schema"
)

// Note composes a note. Of a binder see [Binder]; here it
// gives its own title, particulars and sign-off. The
// error is a fault of the tool: a note that decoded without findings composes.
func Note(n schema.Note) (*doc.Document, error) {
	c := newComposer(n)
	return c.out, c.note(n)
}

// newComposer starts a note's document.
func newComposer(n schema.Note) *composer {
	env := n.Env()
	lang := doc.English
	if env.French() {
		lang = doc.French
	}
	c := &composer{env: env, lang: lang, words: tables[lang](), notes: map[string]int{}}
	c.out = &doc.Document{
		Kind: env.Kind.Value, Lang: lang,
		Labels: doc.Labels{
			Page: c.words.Page, Footnotes: c.words.Footnotes, Footnote: c.words.Footnote,
			Redacted: c.words.Redacted, Section: c.words.Section,
		},
	}
	return c
}

// note fills in the document.
func (c *composer) note(n schema.Note) error {
	c.furniture()
	if err := c.body(n); err != nil {
		return err
	}
	c.signOff()
	c.meta()
	return nil
}

// composer is the composition of one note.
type composer struct {
	env   *schema.Envelope
	lang  doc.Lang
	words *labels
	out   *doc.Document
	notes map[string]int // id of a footnote → index in out.Notes
	marks int            // numbers given to footnotes so far
}

// body adds what the note's kind prints.
func (c *composer) body(n schema.Note) error {
	switch n := n.(type) {
	case *schema.BriefingNote:
		c.typeLine()
		c.title()
		c.details(nil)
		c.briefing(&n.Briefing)
	case *schema.MeetingNote:
		c.title()
		c.details(n.Meeting)
		c.briefing(&n.Briefing)
	case *schema.Communique:
		c.communique(n)
	case *schema.MeetingReport:
		c.title()
		c.details(nil)
		c.report(n)
	case *schema.PlanningPaper:
		c.title()
		c.details(nil)
		c.planning(n)
	case *schema.WithheldNotice:
		c.withheld(n)
	case *schema.Binder:
		c.title()
		c.details(nil)
	default:
		return fmt.Errorf("notes of kind %q have no form on paper yet", c.env.Kind.Value)
	}
	return nil
}

// furniture fills in what stands on every page.
func (c *composer) furniture() {
	if level, ok := schema.ParseLevel(c.env.Marking.Value); ok {
		c.out.Marking = []string{levelWord(level, c.lang)}
	}
	c.out.CaveatsFrom = c.key("caveats")
	for _, caveat := range c.env.Caveats {
		if !caveat.IsEmpty() {
			c.out.Caveats = append(c.out.Caveats, doc.Plain(c.runs(caveat)))
		}
	}
	status := c.env.Status.Value
	if (status == "" || status == "draft") && c.env.Kind.Value != "withheld-notice" {
		c.out.Draft = c.words.Draft
	}
}

// meta fills in what the file says about itself.
func (c *composer) meta() {
	if c.out.Title == "" {
		c.out.Title = doc.Plain(c.runs(c.env.Title.In(c.lang == doc.French)))
	}
	if c.out.Title == "" {
		c.out.Title = c.words.Kinds[c.env.Kind.Value]
	}
	c.out.Meta.Subject = c.words.Kinds[c.env.Kind.Value]
	var authors []string
	for _, entry := range c.env.Drafted {
		if words := doc.Plain(c.signOffEntry(entry)); words != "" {
			authors = append(authors, words)
		}
	}
	c.out.Meta.Author = strings.Join(authors, ", ")
	if isDate(c.env.Date.Value) {
		c.out.Meta.Date = c.env.Date.Value
	}
}

// origin is where a value of the note stands.
func origin(pointer string, span diag.Span) doc.Origin {
	return doc.Origin{Pointer: pointer, Span: span}
}

// add appends blocks to the document.
func (c *composer) add(blocks ...doc.Block) { c.out.Blocks = append(c.out.Blocks, blocks...) }

// key is the origin of a key of the note's top level.
func (c *composer) key(key string) doc.Origin {
	if c.env.Node != nil {
		for _, p := range c.env.Node.Pairs {
			if p.Key.Value == key {
				return origin(p.Key.Pointer, p.Key.Span)
			}
		}
	}
	return doc.Origin{}
}

// label makes runs of words that no note holds.
func (c *composer) label(words string, from doc.Origin) []doc.Run {
	return []doc.Run{&doc.Text{Origin: from, Value: words}}
}

// heading adds the heading of a key of the note.
func (c *composer) heading(key, label string) {
	from := c.key(key)
	c.add(&doc.Heading{Origin: from, Level: 2, Role: doc.RoleSection, Runs: c.label(label, from)})
}
