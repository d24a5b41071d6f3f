package compose

import (
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"

	"briefnote/render/doc"
	"briefnote/schema"
)

// look is the style of the words being composed.
type look struct{ bold, italic bool }

// runs composes a text.
func (c *composer) runs(t schema.Text) []doc.Run { return c.inlines(t, t.Inlines, look{}) }

func (c *composer) inlines(t schema.Text, inlines []schema.Inline, l look) []doc.Run {
	var out []doc.Run
	for i := 0; i < len(inlines); i++ {
		in := inlines[i]
		from := doc.Origin{Pointer: t.Pointer(), Span: t.Place(in.Start, in.End)}
		switch in.Kind {
		case schema.Words:
			words := in.Text
			for ; i+1 < len(inlines) && inlines[i+1].Kind == schema.Words; i++ {
				words += inlines[i+1].Text
				from.Span.End = t.Place(in.Start, inlines[i+1].End).End
			}
			// Composed characters: every face has é, few can stack an accent on an e.
			out = append(out, &doc.Text{Origin: from, Value: norm.NFC.String(words), Bold: l.bold, Italic: l.italic})
		case schema.Emphasis:
			out = append(out, c.inlines(t, in.Children, look{l.bold, true})...)
		case schema.Strong:
			out = append(out, c.inlines(t, in.Children, look{true, l.italic})...)
		case schema.Link:
			out = append(out, &doc.Link{Origin: from, URL: in.Text, Runs: c.inlines(t, in.Children, l)})
		case schema.NoteRef:
			out = append(c.apart(out, from), c.reference(in.Text, from))
		case schema.InlineNote:
			out = append(c.apart(out, from), c.inlineNote(t, in, from))
		case schema.Redacted:
			out = append(out, &doc.Severance{Origin: from, Made: true, Token: in.Text})
		case schema.Severance:
			// Brackets, so that what is to go can be told from the rest without colour.
			inner := append(c.label("[", from), c.inlines(t, in.Children, l)...)
			out = append(out, &doc.Severance{
				Origin: from, Provisions: in.Provisions, Cite: c.cite(in.Provisions),
				Runs: append(inner, c.label("]", from)...),
			})
		}
	}
	return out
}

// apart puts a narrow space between the marks of two footnotes in a row, which
// would read as one number.
func (c *composer) apart(out []doc.Run, from doc.Origin) []doc.Run {
	if n := len(out); n > 0 {
		if _, mark := out[n-1].(*doc.NoteRef); mark {
			return append(out, c.label("\u202f", from)...)
		}
	}
	return out
}

// reference composes a reference to a footnote, and the note at its first one.
func (c *composer) reference(id string, from doc.Origin) doc.Run {
	index, known := c.notes[id]
	if !known {
		index = len(c.out.Notes)
		c.notes[id] = index
		note := &doc.Note{ID: "note-" + strconv.Itoa(index+1), Mark: c.mark(id)}
		c.out.Notes = append(c.out.Notes, note)
		for _, f := range c.env.Footnotes {
			if f.ID.Value == id {
				note.Origin = origin(f.ID.Pointer, f.Text.Span())
				note.Runs = c.runs(f.Text)
			}
		}
	}
	return &doc.NoteRef{Origin: from, Note: index, Mark: c.out.Notes[index].Mark}
}

// inlineNote composes a note that stands where it is referred to.
func (c *composer) inlineNote(t schema.Text, in schema.Inline, from doc.Origin) doc.Run {
	index := len(c.out.Notes)
	note := &doc.Note{Origin: from, ID: "note-" + strconv.Itoa(index+1), Mark: c.mark("")}
	c.out.Notes = append(c.out.Notes, note)
	note.Runs = c.inlines(t, in.Children, look{})
	return &doc.NoteRef{Origin: from, Note: index, Mark: note.Mark}
}

// mark numbers a footnote: by its first reference, but as written where a
// released note gives a number.
func (c *composer) mark(id string) string {
	if n, err := strconv.Atoi(id); err == nil && n > 0 && c.env.Released() {
		c.marks = max(c.marks, n)
		return id
	}
	c.marks++
	return strconv.Itoa(c.marks)
}

// cite names provisions in the note's language: "s. 15(1)(a)", "art. 15(1)a)".
func (c *composer) cite(provisions []string) string {
	form := c.words.CiteOne
	if len(provisions) > 1 {
		form = c.words.CiteMany
	}
	return strings.Replace(form, "{provisions}", c.words.provisions(provisions), 1)
}

// provisions lists provisions in the language's own writing.
func (w *labels) provisions(list []string) string {
	written := make([]string, len(list))
	for i, p := range list {
		written[i] = w.provision(p)
	}
	return strings.Join(written, ", ")
}

// provision writes a paragraph's letter as the language does: (a) or a).
func (w *labels) provision(p string) string {
	var b strings.Builder
	for i := 0; i < len(p); i++ {
		if p[i] == '(' && i+1 < len(p) && p[i+1] >= 'a' && p[i+1] <= 'z' {
			b.WriteString(w.LetterOpen)
			continue
		}
		b.WriteByte(p[i])
	}
	return b.String()
}
