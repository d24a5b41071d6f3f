package lint

import (
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"briefnote/diag"
	"briefnote/internal/text"
	"briefnote/schema"
)

// Role is what a passage is in its note.
type Role uint8

// The roles.
const (
	Title     Role = iota // of the note; one a language
	Heading               // of a section, topic or part of a communiqué
	RunIn                 // the topic that opens a paragraph of a report
	Paragraph             // running text
	Point                 // of a list; also text that goes on from one
	HeadCell              // of a table's header row
	Cell                  // of a table
	Footnote              // wherever it is written
	SignOff               // who drafted, was consulted and approved
	Detail                // addressee, event, sector, number, participants and place of a meeting
	Masthead              // of a communiqué
	Caveat                // under the marking
	TabText               // label or title of a binder's tab
)

// Hole stands in a passage's plain words where text has been severed.
const Hole = '\uFFFC' // OBJECT REPLACEMENT CHARACTER

// Passage is a text of the note that is printed, or a footnote within one.
type Passage struct {
	Role    Role
	Part    string   // the top-level key that it stands under: "background"
	Section *Section // the section that it stands in or is the heading of; nil outside the body
	Item    *Item    // the point that it is; nil elsewhere
	Level   int      // of a point, from 1
	Lang    string   // "en" or "fr"
	Text    schema.Text
	Inlines []schema.Inline // of Text, or of the footnote that stands in it

	// Plain is the words as they are read: without markup and footnotes, a line
	// break being one space, and a severance made being a [Hole].
	Plain string
	Spans []Span // markup, in the order of its beginnings

	pieces    []piece
	words     []Word
	sentences []text.Range
	worded    bool
	parted    bool
}

// Span is markup over plain words [Start, End). A severance made covers its
// hole; a reference to a footnote stands between words.
type Span struct {
	Kind       schema.InlineKind
	Start, End int
	Inline     schema.Inline
}

// Word is a word of a passage.
type Word struct {
	Start, End int    // in Plain
	Text       string // as it stands
	Fold       string // in small letters, with straight apostrophes
}

// piece ties plain words [start, end) to bytes [at, to) of the scalar's value.
// Where both are as long they are the same bytes.
type piece struct{ start, end, at, to int }

// newPassage makes a passage of inlines of a text.
func newPassage(role Role, t schema.Text, inlines []schema.Inline) *Passage {
	p := &Passage{Role: role, Text: t, Inlines: inlines}
	var b strings.Builder
	p.flatten(&b, inlines)
	p.Plain = b.String()
	return p
}

// flatten appends the plain words of inlines.
func (p *Passage) flatten(b *strings.Builder, inlines []schema.Inline) {
	for _, in := range inlines {
		start := b.Len()
		switch in.Kind {
		case schema.Words:
			p.plainWords(b, in)
			continue
		case schema.Redacted:
			b.WriteRune(Hole)
			p.pieces = append(p.pieces, piece{start, b.Len(), in.Start, in.End})
		case schema.NoteRef, schema.InlineNote:
		default:
			i := len(p.Spans)
			p.Spans = append(p.Spans, Span{Kind: in.Kind, Start: start, Inline: in})
			p.flatten(b, in.Children)
			p.Spans[i].End = b.Len()
			continue
		}
		p.Spans = append(p.Spans, Span{in.Kind, start, b.Len(), in})
	}
}

// plainWords appends words. A line break of the source is one space, of whatever
// length it is there.
func (p *Passage) plainWords(b *strings.Builder, in schema.Inline) {
	start := b.Len()
	b.WriteString(in.Text)
	p.pieces = append(p.pieces, piece{start, b.Len(), in.Start, in.End})
}

// Words returns the words of the passage.
func (p *Passage) Words() []Word {
	if !p.worded {
		p.worded = true
		for r := range text.Words(p.Plain) {
			w := r.In(p.Plain)
			p.words = append(p.words, Word{r.Start, r.End, w, fold(w)})
		}
	}
	return p.words
}

// Sentences returns the ranges of the sentences in Plain.
func (p *Passage) Sentences() []text.Range {
	if !p.parted {
		p.parted = true
		p.sentences = slices.Collect(text.Sentences(p.Plain))
	}
	return p.sentences
}

// WordsIn returns the words of a range of Plain, such as a sentence.
func (p *Passage) WordsIn(start, end int) []Word {
	words := p.Words()
	from := sort.Search(len(words), func(i int) bool { return words[i].Start >= start })
	to := sort.Search(len(words), func(i int) bool { return words[i].End > end })
	return words[from:max(from, to)]
}

// Place returns where plain words [start, end) stand in the file.
func (p *Passage) Place(start, end int) diag.Span {
	return p.Text.Place(p.value(start, false), p.value(end, true))
}

// Span returns where the whole passage stands in the file.
func (p *Passage) Span() diag.Span {
	if len(p.Inlines) == 0 {
		return p.Text.Span()
	}
	return p.Text.Place(p.Inlines[0].Start, p.Inlines[len(p.Inlines)-1].End)
}

// value returns the offset in the scalar's value that an offset in Plain means:
// where what follows it begins, or where what precedes it ends.
func (p *Passage) value(i int, after bool) int {
	if len(p.pieces) == 0 {
		return p.Text.Start
	}
	k := sort.Search(len(p.pieces), func(k int) bool {
		if after {
			return p.pieces[k].end >= i
		}
		return p.pieces[k].end > i
	})
	if k == len(p.pieces) {
		return p.pieces[k-1].to
	}
	pc := p.pieces[k]
	switch {
	case pc.to-pc.at == pc.end-pc.start:
		return pc.at + max(i-pc.start, 0)
	case after:
		return pc.to
	}
	return pc.at
}

// Before returns the character that precedes an offset in Plain, and After the
// one that follows it; both are 0 at the passage's ends.
func (p *Passage) Before(i int) rune {
	if i <= 0 {
		return 0
	}
	r, _ := utf8.DecodeLastRuneInString(p.Plain[:i])
	return r
}

// After returns the character that follows an offset in Plain, or 0.
func (p *Passage) After(i int) rune {
	if i >= len(p.Plain) {
		return 0
	}
	r, _ := utf8.DecodeRuneInString(p.Plain[i:])
	return r
}

// IsText reports whether the passage is running text: a paragraph, point, cell
// or footnote, and no heading or particular.
func (p *Passage) IsText() bool {
	switch p.Role {
	case Paragraph, Point, Cell, Footnote:
		return true
	}
	return false
}

// Body reports whether the passage belongs to the note's body, headings
// included, and not to its envelope.
func (p *Passage) Body() bool {
	return p.Section != nil || p.Role == Footnote
}

// fold returns a word in small letters, with straight apostrophes.
func fold(w string) string {
	for i := 0; i < len(w); i++ {
		if c := w[i]; c >= utf8.RuneSelf || c >= 'A' && c <= 'Z' {
			return strings.ReplaceAll(strings.ToLower(w), "’", "'")
		}
	}
	return w
}
