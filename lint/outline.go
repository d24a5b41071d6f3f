package lint

import (
	"briefnote/diag"
	"briefnote/schema"
)

// Section is a part of the note's body: what stands under a top-level key
// (level 0), or under a heading or topic within it (level 1 and deeper).
type Section struct {
	Key      string   // the top-level key: "background"
	Level    int      // 0 for all that stands under the key
	Heading  *Passage // nil at level 0, and for text before the first heading
	Pieces   []Piece  // what stands directly under it, in order
	Under    []*Section
	Parent   *Section
	Withheld bool // severed as a whole, it or a section around it
	Marked   bool // background to responsive lines
	Pointer  string
	Span     diag.Span // of the key or the heading
}

// Piece is what a section holds: a [*Passage] (a paragraph), a [*List] or a [*Table].
type Piece interface{ piece() }

// List is a list of points.
type List struct {
	Style   schema.ListStyle
	Items   []*Item
	Section *Section
	Level   int   // from 1
	Over    *Item // the point that it stands under; nil at level 1
}

// Item is a point.
type Item struct {
	List      *List
	Text      *Passage // nil for an empty point
	Continued bool     // goes on from the point before
	Withheld  bool     // severed as a whole
	Under     *List    // nil if no points stand under it
	Pointer   string
	Span      diag.Span
}

// Table is a table.
type Table struct {
	Header  []*Passage // a column each; nil for a cell without words
	Rows    [][]*Passage
	Section *Section
}

func (*Passage) piece() {}
func (*List) piece()    {}
func (*Table) piece()   {}

// Empty reports whether nothing stands under a section's key or heading.
func (s *Section) Empty() bool { return len(s.Pieces) == 0 && len(s.Under) == 0 }

// Name is the section's heading as plain words, or "".
func (s *Section) Name() string {
	if s.Heading == nil {
		return ""
	}
	return s.Heading.Plain
}

// Sections calls f for a section and all under it, in reading order.
func (s *Section) Sections(f func(*Section)) {
	f(s)
	for _, u := range s.Under {
		u.Sections(f)
	}
}

// Lists calls f for the lists of a section, those within points included, but
// not those of the sections under it.
func (s *Section) Lists(f func(*List)) {
	for _, p := range s.Pieces {
		if l, ok := p.(*List); ok {
			l.walk(f)
		}
	}
}

func (l *List) walk(f func(*List)) {
	f(l)
	for _, it := range l.Items {
		if it.Under != nil {
			it.Under.walk(f)
		}
	}
}

// walker walks a note once, in the order in which it is printed.
type walker struct {
	lang     string
	parts    []*Section
	passages []*Passage
	part     string
	section  *Section
}

// walk returns the outline of a note and all its passages.
func walk(n schema.Note) ([]*Section, []*Passage) {
	env := n.Env()
	w := &walker{lang: langOf(env)}
	w.head(env)
	w.body(n)
	w.tail(env)
	return w.parts, w.passages
}

func langOf(env *schema.Envelope) string {
	if env.French() {
		return "fr"
	}
	return "en"
}

// add adds a passage, and after it the footnotes that stand in it. It returns
// nil for a text without words.
func (w *walker) add(role Role, t schema.Text) *Passage {
	if t.IsEmpty() {
		return nil
	}
	p := w.passage(role, t, t.Inlines)
	w.inlineNotes(t, t.Inlines)
	return p
}

func (w *walker) passage(role Role, t schema.Text, inlines []schema.Inline) *Passage {
	p := newPassage(role, t, inlines)
	p.Lang, p.Part, p.Section = w.lang, w.part, w.section
	w.passages = append(w.passages, p)
	return p
}

func (w *walker) inlineNotes(t schema.Text, inlines []schema.Inline) {
	for _, in := range inlines {
		if in.Kind == schema.InlineNote && len(in.Children) > 0 {
			w.passage(Footnote, t, in.Children)
			continue
		}
		w.inlineNotes(t, in.Children)
	}
}

// head adds what a note prints before its body.
func (w *walker) head(env *schema.Envelope) {
	for _, c := range env.Caveats {
		w.part = "caveats"
		w.add(Caveat, c)
	}
	w.part = "title"
	w.add(Title, env.Title.Plain)
	for lang, t := range [...]schema.Text{env.Title.En, env.Title.Fr} {
		if p := w.add(Title, t); p != nil {
			p.Lang = [...]string{"en", "fr"}[lang]
		}
	}
	for _, d := range []struct {
		key  string
		text schema.Text
	}{
		{"addressee", env.Addressee},
		{"event", env.Event},
		{"tracking_number", env.TrackingNumber},
		{"originating_sector", env.OriginatingSector},
	} {
		w.part = d.key
		w.add(Detail, d.text)
	}
}

// tail adds what a note prints after its body.
func (w *walker) tail(env *schema.Envelope) {
	w.section = nil
	for _, line := range []struct {
		key     string
		entries schema.SignOff
	}{{"drafted", env.Drafted}, {"consulted", env.Consulted}, {"approved", env.Approved}} {
		w.part = line.key
		for _, e := range line.entries {
			for _, t := range []schema.Text{e.Text, e.Org, e.Name, e.Role} {
				w.add(SignOff, t)
			}
		}
	}
	w.part = "footnotes"
	for _, f := range env.Footnotes {
		w.add(Footnote, f.Text)
	}
}
