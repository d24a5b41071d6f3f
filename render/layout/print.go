package layout

import (
	"briefnote/render/doc"
	"briefnote/render/font"
)

// A box reaches from a little over the capitals to under the brackets of its
// words, in multiples of the size: less than a line, so that the boxes of
// neighbouring lines never touch.
const (
	boxAbove = 0.84
	boxBelow = 0.28
)

// printer turns a line into marks.
type printer struct {
	s    *setter
	t    *text
	x, y float64 // where the next glyph goes
	ink  float64 // where the last glyph that is no white space at the end of the line ended
	of   *Of
	end  int   // glyph after the last one that is no white space
	tint *Fill // behind the severance at hand
	line *Fill // around it
	sev  *doc.Severance
}

// print appends the marks of a line whose baseline starts at (x, y). All lines
// of a text are printed with the same of.
func (s *setter) print(t *text, ln line, x, y float64, of *Of) {
	p := printer{s: s, t: t, x: x, y: y, ink: x, of: of, end: ln.to}
	for p.end > ln.from && t.glyphs[p.end-1].flags&isSpace != 0 {
		p.end--
	}
	for i := ln.from; i < ln.to; {
		g := &t.glyphs[i]
		if g.flags&isHidden != 0 && (i != ln.to-1 || !ln.hyphen) {
			i++
			continue
		}
		p.box(i, ln)
		to := p.same(i, ln.to)
		p.piece(i, to)
		i = to
	}
	p.closeBox()
}

// same returns the end of the glyphs from i on that make one piece.
func (p *printer) same(i, end int) int {
	first := &p.t.glyphs[i]
	j := i + 1
	for ; j < end; j++ {
		g := &p.t.glyphs[j]
		if g.stretch != first.stretch || g.face != first.face || g.flags&isHidden != 0 ||
			g.pre != 0 || p.t.glyphs[j-1].post != 0 {
			break
		}
	}
	return j
}

// piece appends glyphs [i, to), which share a face and a stretch.
func (p *printer) piece(i, to int) {
	first, st := &p.t.glyphs[i], &p.t.stretch[p.t.glyphs[i].stretch]
	p.x += float64(first.pre)
	gids := p.s.room(to - i)
	w, inked := 0.0, 0.0
	for j := i; j < to; j++ {
		g := &p.t.glyphs[j]
		gids = append(gids, g.gid)
		w += g.w
		if g.flags&isSoft != 0 {
			w += p.t.hyphen(g)
		}
		if j < p.end {
			inked = w
		}
	}
	at := p.x
	if i < p.end {
		p.ink = p.x + inked
	} else {
		at = min(p.x, p.ink) // white space that hangs over the end stays where the words end
	}
	m := p.s.newPiece()
	*m = Piece{
		X: at, Y: p.y - st.rise, Width: inked, Size: st.size, Face: first.face, Color: st.color, Lang: st.lang,
		Text: st.text[first.at:p.t.textEnd(to-1)], Glyphs: gids, Of: p.s.ofWords(p.of, st),
	}
	p.s.out.marks = append(p.s.out.marks, m)
	if st.underline && inked > 0 {
		p.underline(m)
	}
	p.x += w
	if post := p.t.glyphs[to-1].post; post > 0 {
		p.grow(p.x + p.t.edge(post, to))
		p.x += float64(post)
	} else {
		p.grow(p.x)
	}
}

// underline draws the line under a piece where its face wants it.
func (p *printer) underline(m *Piece) {
	f := m.Face.Metrics()
	y := m.Y - float64(f.UnderlinePosition)*m.Size/1000
	of := *m.Of
	of.Run, of.Within = nil, nil
	p.s.out.marks = append(p.s.out.marks,
		&Stroke{m.X, y, m.X + m.Width, y, float64(f.UnderlineThickness) * m.Size / 1000, m.Color, of, 0})
}

// box opens and closes the boxes of severances, a line's worth at a time. A
// box is appended before its words, so that it is painted under them.
func (p *printer) box(i int, ln line) {
	g := &p.t.glyphs[i]
	st := &p.t.stretch[g.stretch]
	if st.sev == p.sev {
		return
	}
	p.closeBox()
	if p.sev = st.sev; p.sev == nil {
		return
	}
	look := p.s.sheet.Severance
	x := p.x // at the start of a line the box stands at the edge of the text
	if g.pre > 0 && i > ln.from {
		x += float64(g.pre) - p.t.edge(g.pre, i-1)
	}
	p.tint = &Fill{X: x, Y: p.y - boxAbove*st.size, H: (boxAbove + boxBelow) * st.size, Color: look.Mark, Of: *p.of}
	if st.box == boxMade {
		p.tint.Color = look.Fill
		p.line = new(Fill)
		*p.line = *p.tint
		p.line.Line, p.line.Color = look.Rule, look.Color
	}
	p.s.out.marks = append(p.s.out.marks, p.tint)
	if p.line != nil && look.Rule > 0 {
		p.s.out.marks = append(p.s.out.marks, p.line)
	}
}

// grow widens the open box to the right.
func (p *printer) grow(right float64) {
	if p.tint != nil {
		p.tint.W = right - p.tint.X
	}
	if p.line != nil {
		p.line.W = right - p.line.X
	}
}

func (p *printer) closeBox() { p.tint, p.line, p.sev = nil, nil, nil }

// ofWords says what a stretch of the text at hand belongs to: most texts are one
// stretch, and all of its pieces share the answer.
func (s *setter) ofWords(of *Of, st *stretch) *Of {
	if last := &s.printed; last.of != of || last.stretch != st {
		own := *of
		own.Run, own.Within, own.Link = st.run, st.within, st.link
		own.Label = own.Label || st.label
		*last = printed{of, st, &own}
	}
	return s.printed.own
}

// printed is the stretch that was printed last, and what it belongs to.
type printed struct {
	of      *Of
	stretch *stretch
	own     *Of
}

// newPiece takes a piece from the stock.
func (s *setter) newPiece() *Piece {
	if len(s.pieces) == 0 {
		s.pieces = make([]Piece, 68) // 8 KiB, which is how memory is given out
	}
	p := &s.pieces[0]
	s.pieces = s.pieces[1:]
	return p
}

// room returns an empty slice with room for exactly n glyphs.
func (s *setter) room(n int) []uint16 {
	if len(s.gids) < n {
		s.gids = make([]uint16, max(2048, n))
	}
	r := s.gids[:0:n]
	s.gids = s.gids[n:]
	return r
}

// printAside appends one line of words that are no part of the running text.
// It returns their width.
func (s *setter) printAside(words string, l look, x, y float64, of Of) (float64, error) {
	s.aside.reset()
	if err := s.aside.add(stretch{look: l, text: words, label: of.Label}); err != nil {
		return 0, err
	}
	w := s.aside.inked(0, len(s.aside.glyphs))
	s.print(&s.aside, line{to: len(s.aside.glyphs), width: w}, x, y, &of)
	return w, nil
}

// width measures words on one line.
func (s *setter) width(words string, l look) (float64, error) {
	s.aside.reset()
	if err := s.aside.add(stretch{look: l, text: words}); err != nil {
		return 0, err
	}
	return s.aside.inked(0, len(s.aside.glyphs)), nil
}

// bold returns the look in bold.
func (l look) bold() look {
	l.style |= font.Bold
	return l
}
