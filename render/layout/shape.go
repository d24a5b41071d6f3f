package layout

import (
	"fmt"
	"slices"
	"unicode"
	"unicode/utf8"

	"briefnote/render/doc"
	"briefnote/render/font"
	"briefnote/render/style"
)

// look is how words are drawn.
type look struct {
	style     font.Style
	size      float64 // points
	rise      float64 // over the baseline, points
	color     style.Color
	upper     bool
	underline bool
}

// box is what stands around or behind the words of a severance.
type box uint8

const (
	boxNone  box = iota
	boxMade      // withheld already: an outlined box around the token
	boxToSev     // still to be withheld: a tint behind the text
)

// stretch is words that share everything but their letters.
type stretch struct {
	look
	text   string
	run    doc.Run   // outermost run; nil for labels and furniture
	within []doc.Run // runs inside it, down to the innermost
	link   *doc.Link
	sev    *doc.Severance // the severance whose box this text is in
	box    box
	lang   doc.Lang
	tied   bool // breaks at no space but after a comma
	stays  bool // never starts a line
	label  bool
}

// What a glyph is to the line breaker.
const (
	isSpace  uint8 = 1 << iota // hangs over the end of a line
	isHidden                   // takes no room and is not drawn
	isSoft                     // a soft hyphen: hidden, but drawn where a line ends at it
	isMark                     // combines with the letter before
	canEnd                     // a line may end after it
)

// glyph is a character with its face and advance.
type glyph struct {
	face    *font.Face
	w       float64 // advance, points
	pre     float32 // room before it that belongs to a box, points
	post    float32 // room after it, likewise
	at      int32   // byte offset in its stretch's text
	stretch int32
	r       rune
	gid     uint16
	flags   uint8
}

// advance is the glyph's room on the line, that of a box's edges included.
func (g *glyph) advance() float64 { return g.w + float64(g.pre) + float64(g.post) }

// text is a paragraph's worth of glyphs, before and after it is broken into
// lines. One is used over and over, so that a document costs few allocations.
type text struct {
	fonts   *font.Set
	stretch []stretch
	glyphs  []glyph
	lines   []line
	refs    []ref // references to footnotes, in order
	sheet   *style.Sheet
}

// ref is a reference to a footnote: at which glyph, and which note.
type ref struct{ glyph, note int }

func (t *text) reset() {
	t.stretch, t.glyphs, t.lines, t.refs = t.stretch[:0], t.glyphs[:0], t.lines[:0], t.refs[:0]
}

// add appends words and finds their glyphs.
func (t *text) add(s stretch) error {
	n := int32(len(t.stretch))
	t.glyphs = slices.Grow(t.glyphs, len(s.text))
	face := t.fonts.Face(s.style)
	for at, r := range s.text {
		if r >= ' ' && r < utf8.RuneSelf && !s.upper { // nearly always
			if gid, ok := face.Glyph(r); ok {
				t.glyphs = append(t.glyphs, glyph{
					face: face, w: float64(face.Advance(gid)) * s.size / 1000,
					at: int32(at), stretch: n, r: r, gid: gid, flags: classify(r),
				})
				continue
			}
		}
		g := glyph{at: int32(at), stretch: n, r: r}
		if err := t.find(&g, &s); err != nil {
			return err
		}
		t.glyphs = append(t.glyphs, g)
	}
	t.stretch = append(t.stretch, s)
	return nil
}

// find gives a glyph its face, index and advance.
func (t *text) find(g *glyph, s *stretch) error {
	g.flags = classify(g.r)
	if g.flags&isHidden != 0 && g.flags&isSoft == 0 {
		return nil
	}
	r := g.r
	if s.upper {
		r = unicode.ToUpper(r)
	}
	face, gid, ok := t.pick(g, s, r)
	if !ok && g.flags&isSoft != 0 {
		face, gid, ok = t.fonts.Pick(s.style, '-')
	}
	if !ok {
		err := &UncoveredError{Rune: g.r}
		if s.run != nil {
			err.Origin = s.run.From()
		}
		return err
	}
	g.face, g.gid = face, gid
	if g.flags&isHidden == 0 {
		g.w = float64(face.Advance(gid)) * s.size / 1000
	}
	return nil
}

// pick finds the face and index of a character. A mark that combines goes where
// the letter before it needs it.
func (t *text) pick(g *glyph, s *stretch, r rune) (*font.Face, uint16, bool) {
	if n := len(t.glyphs); g.flags&isMark != 0 && n > 0 {
		return t.fonts.PickOn(s.style, t.glyphs[n-1].r, r)
	}
	return t.fonts.Pick(s.style, r)
}

// NeedsNoGlyph reports whether layout takes a character for an instruction to
// the line breaker and draws nothing for it: the soft hyphen (drawn as a
// hyphen where a line ends at it), the zero-width space and the word joiner.
func NeedsNoGlyph(r rune) bool { return classify(r)&isHidden != 0 }

// classify says what a character is to the line breaker.
func classify(r rune) uint8 {
	switch {
	case r == ' ':
		return isSpace
	case r < 0x80:
		return 0
	case r == '\u00AD':
		return isHidden | isSoft
	case r == '\u200B', r == '\u2060', r == '\uFEFF':
		return isHidden
	case r == '\u2007': // figure space: a digit's width, never a break
		return 0
	case r >= '\u2000' && r <= '\u200A', r == '\u205F', r == '\u3000':
		return isSpace
	case r >= 0x300 && unicode.Is(unicode.Mn, r):
		return isMark
	}
	return 0
}

// runs appends a paragraph's runs in the look l.
func (t *text) runs(rs []doc.Run, l look) error { return t.runsIn(rs, l, "") }

// runsIn is runs for a paragraph in another language than the document's.
func (t *text) runsIn(rs []doc.Run, l look, lang doc.Lang) error {
	for _, r := range rs {
		if err := t.run(r, stretch{look: l, run: r, lang: lang}); err != nil {
			return err
		}
	}
	return nil
}

// inner appends the runs inside another run; s carries what they inherit.
func (t *text) inner(rs []doc.Run, s stretch) error {
	around := s.within
	for _, r := range rs {
		s.within = append(around[:len(around):len(around)], r)
		if err := t.run(r, s); err != nil {
			return err
		}
	}
	return nil
}

func (t *text) run(r doc.Run, s stretch) error {
	switch r := r.(type) {
	case *doc.Text:
		s.text = r.Value
		if r.Lang != "" {
			s.lang = r.Lang
		}
		if r.Bold {
			s.style |= font.Bold
		}
		if r.Italic {
			s.style |= font.Italic
		}
		return t.add(s)
	case *doc.NoteRef:
		return t.noteRef(r, s)
	case *doc.Link:
		s.link = r
		s.color, s.underline = t.sheet.Link.Color, t.sheet.Link.Underline
		return t.inner(r.Runs, s)
	case *doc.Severance:
		return t.severance(r, s)
	default:
		return fmt.Errorf("a run of %s is of a kind that cannot be set on a page", r.From().Pointer)
	}
}

func (t *text) noteRef(r *doc.NoteRef, s stretch) error {
	t.refs = append(t.refs, ref{len(t.glyphs), r.Note})
	s.text, s.tied, s.stays = r.Mark, true, true
	s.rise += t.sheet.Note.Raise * s.size
	s.size *= t.sheet.Note.MarkSize
	return t.add(s)
}

// severance sets a token in a box of its own, or text on a tint with the
// provisions raised behind it.
func (t *text) severance(r *doc.Severance, s stretch) error {
	from := len(t.glyphs)
	inside := s
	inside.sev = r
	if r.Made {
		inside.box, inside.tied, inside.text = boxMade, true, r.Token
		if err := t.add(inside); err != nil {
			return err
		}
		t.pad(from)
		return nil
	}
	inside.box = boxToSev
	if err := t.inner(r.Runs, inside); err != nil {
		return err
	}
	t.pad(from)
	if r.Cite == "" {
		return nil
	}
	s.tied, s.stays, s.underline = true, true, false
	s.text = " " + r.Cite // a real space, so that the words stay apart when read out or copied
	s.rise += t.sheet.Note.Raise * s.size
	s.size *= t.sheet.Severance.Cite
	return t.add(s)
}

// boxRoom is the room that a box's edge adds beside its words, as a multiple
// of the size. Programs that extract text take a gap of a tenth of an em for a
// space, and would part a severance from the full stop behind it.
const boxRoom = 0.085

// pad makes room for a box's edges around the glyphs from the given one on.
func (t *text) pad(from int) {
	if from == len(t.glyphs) {
		return
	}
	last := len(t.glyphs) - 1
	t.glyphs[from].pre += float32(boxRoom * t.stretch[t.glyphs[from].stretch].size)
	t.glyphs[last].post += float32(boxRoom * t.stretch[t.glyphs[last].stretch].size)
}

// edge returns how far a box reaches beyond its words, where they have room on
// that side and beside is the glyph that the box leaves behind there: as far
// as the sheet says over white space, but never up to a letter.
func (t *text) edge(room float32, beside int) float64 {
	if beside >= 0 && beside < len(t.glyphs) && t.glyphs[beside].flags&isSpace != 0 {
		return min(t.sheet.Severance.Pad, float64(room)+t.glyphs[beside].w/2)
	}
	return 0.8 * float64(room)
}

// lastRune returns the last character appended, or 0.
func (t *text) lastRune() rune {
	if len(t.stretch) == 0 {
		return 0
	}
	r, n := utf8.DecodeLastRuneInString(t.stretch[len(t.stretch)-1].text)
	if n == 0 {
		return 0
	}
	return r
}

// textEnd returns where glyph i's character ends in its stretch's text.
func (t *text) textEnd(i int) int {
	at := int(t.glyphs[i].at)
	_, n := utf8.DecodeRuneInString(t.stretch[t.glyphs[i].stretch].text[at:])
	return at + n
}
