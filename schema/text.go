package schema

import (
	"strings"

	"briefnote/diag"
	"briefnote/internal/strictyaml"
)

// Word is a scalar without markup: a name from a list, a date, a path.
type Word = strictyaml.Text

// Text is a stretch of a scalar that is printed, its inline markup parsed.
type Text struct {
	Source     *strictyaml.Text // the scalar it stands in
	Start, End int              // the stretch, in bytes of Source.Value
	Inlines    []Inline
}

// IsEmpty reports whether there is nothing to print.
func (t Text) IsEmpty() bool { return len(t.Inlines) == 0 }

// Pointer returns the JSON pointer of the scalar the text stands in.
func (t Text) Pointer() string {
	if t.Source == nil {
		return ""
	}
	return t.Source.Pointer
}

// Span returns the place of the whole text, markup included.
func (t Text) Span() diag.Span { return t.Place(t.Start, t.End) }

// Place returns where a range of Source.Value stands in the file.
func (t Text) Place(start, end int) diag.Span {
	if t.Source == nil {
		return diag.Span{}
	}
	return t.Source.Place(start, end)
}

// String returns the words as printed, without markup and without footnotes.
func (t Text) String() string {
	var b strings.Builder
	write(&b, t.Inlines)
	return b.String()
}

func write(b *strings.Builder, inlines []Inline) {
	for _, in := range inlines {
		switch in.Kind {
		case Words, Redacted:
			b.WriteString(in.Text)
		case NoteRef, InlineNote:
		default:
			write(b, in.Children)
		}
	}
}

// UnmarshalNode reads a scalar as one text: its line breaks are spaces.
func (t *Text) UnmarshalNode(d *strictyaml.Decoder, n *strictyaml.Node) {
	if n.Kind != strictyaml.Scalar {
		d.WrongType(n, "a text")
		return
	}
	*t = newText(d, &n.Text, 0, len(n.Text.Value))
}

func (Text) describe(d *describer, filled bool) subschema { return d.text(filled) }

// newText parses a stretch of a scalar, blanks at its ends left out.
func newText(d *strictyaml.Decoder, source *strictyaml.Text, start, end int) Text {
	return parseText(d, source, start, end, false)
}

// parseText parses a stretch of a scalar; noted says that it is a footnote's.
func parseText(d *strictyaml.Decoder, source *strictyaml.Text, start, end int, noted bool) Text {
	for start < end && isBlank(source.Value[start]) {
		start++
	}
	for end > start && isBlank(source.Value[end-1]) {
		end--
	}
	t := Text{Source: source, Start: start, End: end}
	p := inlineParser{decoder: d, text: t, flat: flatten(source.Value[start:end]), noted: noted}
	t.Inlines = p.parse(0, len(p.flat))
	return t
}

// flatten writes a space for each tab, and for each byte of a line break and of
// the indentation that follows it, so that every other byte keeps its place.
func flatten(s string) string {
	if strings.IndexByte(s, '\n') < 0 && strings.IndexByte(s, '\t') < 0 {
		return s // nearly always
	}
	flat := []byte(s)
	for i := 0; i < len(flat); i++ {
		if flat[i] == '\t' {
			flat[i] = ' '
		}
		if flat[i] != '\n' {
			continue
		}
		for ; i < len(flat) && isBlank(flat[i]); i++ {
			flat[i] = ' '
		}
	}
	return string(flat)
}

func isBlank(c byte) bool { return c == ' ' || c == '\t' || c == '\n' }
