package lint

import (
	"slices"
	"strings"

	"briefnote/diag"
	"briefnote/internal/text"
	"briefnote/schema"
)

var severanceInconsistent = &Rule{
	ID: "RL410", Slug: "severance-inconsistent", Severity: diag.Warning,
	Doc: Doc{
		Title:  "A sentence is severed alike wherever it stands",
		Why:    "What one copy withholds and another releases is not withheld. The finding says where the other copy stands, and never what it says.",
		Bad:    "\"We will meet in [REDACTED] to agree on a plan for the winter\" in one note, and the same sentence whole in another",
		Good:   "the same severance in both, or none",
		Source: "House style",
	},
	Gather:  residueGatherSentences,
	Compare: residueCompareSentences,
}

// The facts of severance-inconsistent: a note's sentences without a severance
// as a row of records, each sentence with a hole once for every hole, and each
// sentence that is withheld whole as its record. Records hold hashes, because
// a run may be over thousands of notes.
const (
	residueWhole    = "whole"
	residueHoled    = "holed"
	residueWithheld = "withheld"
)

func residueGatherSentences(p *Pass) {
	var whole []byte
	var folded []string
	for _, ps := range p.Passages {
		if !ps.Body() || !ps.IsText() {
			continue
		}
		if !residueSevered(ps) {
			for _, s := range ps.Sentences() {
				folded = residueFolded(folded[:0], ps.WordsIn(s.Start, s.End))
				whole = residueRecordOf(folded).append(whole)
			}
			whole = residueRecord{}.append(whole)
			continue
		}
		hidden := ps.Section != nil && ps.Section.Withheld || ps.Item != nil && ps.Item.Withheld
		for _, s := range ps.Sentences() {
			switch tokens, holes := residueTokens(ps, s); {
			case hidden:
				residueGatherWithheld(p, ps, s)
			case len(holes) == 0:
				folded = residueFolded(folded[:0], ps.WordsIn(s.Start, s.End))
				whole = residueRecordOf(folded).append(whole)
			default:
				whole = residueRecord{}.append(whole) // keeps the sentences around it apart
				joined := strings.Join(tokens, " ")
				for i, h := range holes {
					p.Gather(Fact{Key: residueHoled, Text: joined, Value: i, Span: ps.Place(h.Start, h.End), Pointer: ps.Text.Pointer()})
				}
				residueGatherInner(p, ps, s)
			}
		}
		whole = residueRecord{}.append(whole)
	}
	if len(whole) > 0 {
		p.Gather(Fact{Key: residueWhole, Text: string(whole)})
	}
}

// residueTokens returns the words of a sentence as they stand, a hole for each
// severance made or to be made, and where those stand. Severances side by side
// are one. One before the capital that opens the sentence is of another sentence.
func residueTokens(ps *Passage, s text.Range) (tokens []string, holes []text.Range) {
	at := s.Start
	add := func(to int) {
		for _, w := range ps.WordsIn(at, to) {
			tokens = append(tokens, w.Text)
		}
	}
	for _, span := range ps.Spans {
		if span.Kind != schema.Redacted && span.Kind != schema.Severance || span.End <= s.Start || span.Start >= s.End {
			continue
		}
		add(max(span.Start, at))
		at = min(span.End, s.End)
		if n := len(tokens); n > 0 && tokens[n-1] == string(Hole) {
			continue
		}
		tokens = append(tokens, string(Hole))
		holes = append(holes, text.Range{Start: max(span.Start, s.Start), End: at})
	}
	add(s.End)
	if len(tokens) > 1 && tokens[0] == string(Hole) && typographyCapital(tokens[1]) {
		return tokens[1:], holes[1:]
	}
	return tokens, holes
}

// residueGatherInner keeps the sentences that a severance to be made holds whole.
func residueGatherInner(p *Pass, ps *Passage, s text.Range) {
	for _, span := range ps.Spans {
		if span.Kind == schema.Severance && span.Start <= s.Start && span.End >= s.End {
			residueGatherWithheld(p, ps, s)
		}
	}
}

// residueGatherWithheld keeps a sentence that is withheld whole.
func residueGatherWithheld(p *Pass, ps *Passage, s text.Range) {
	words := ps.WordsIn(s.Start, s.End)
	if len(words) < 8 {
		return
	}
	p.Gather(Fact{Key: residueWithheld, Text: string(residueRecordOf(residueFolded(nil, words)).append(nil)), Span: ps.Place(s.Start, s.End), Pointer: ps.Text.Pointer()})
}

// residueFolded appends words in small letters.
func residueFolded(out []string, words []Word) []string {
	for _, w := range words {
		out = append(out, w.Fold)
	}
	return out
}

// residueGapped is a sentence with holes, ready to be compared, with all the
// places where it stands.
type residueGapped struct {
	places     [][]Fact // of each hole, as long as nothing has been told about them
	first      []Fact   // where it stands first, and in which other note next
	known      int      // words
	before     int      // words before the first hole
	after      int      // words after the last one
	start, end residueRecord
	follows    uint32 // the first words after the hole, where they may open a sentence of their own
	opensOwn   bool
	tokens     []string
}

func residueGappedOf(sentence string) *residueGapped {
	written := strings.Split(sentence, " ")
	tokens := make([]string, len(written))
	for i, w := range written {
		tokens[i] = fold(w)
	}
	g := &residueGapped{tokens: tokens}
	firstHole, lastHole := -1, -1
	for i, t := range tokens {
		if t == string(Hole) {
			if firstHole < 0 {
				firstHole = i
			}
			lastHole = i
			g.places = append(g.places, nil)
			continue
		}
		g.known++
	}
	g.before, g.after = firstHole, len(tokens)-lastHole-1
	g.start, g.end = residueRecordOf(tokens[:firstHole]), residueRecordOf(tokens[lastHole+1:])
	if g.after > 0 {
		g.opensOwn = typographyCapital(written[lastHole+1])
	}
	g.follows = residueHash(tokens, firstHole+1, 4)
	return g
}

// fits reports whether a whole sentence, with the one that follows it, is a
// copy of this one with words in the place of its holes.
func (g *residueGapped) fits(r, next residueRecord) bool {
	n := int(r.count)
	start4, end4 := g.start.first4, g.end.last4
	switch {
	case start4 != 0 && end4 != 0 && r.first4 == start4 && r.last4 == end4:
		return n > g.known && n <= g.known+60 && (g.start.first8 == 0 || g.start.first8 == r.first8) && (g.end.last8 == 0 || g.end.last8 == r.last8)
	case g.before == 0: // the hole opens the sentence
		return g.end.last8 != 0 && r.last8 == g.end.last8 && n > g.after
	case g.after == 0, g.opensOwn: // it ends it
		if g.start.first8 != 0 {
			return r.first8 == g.start.first8 && n > g.before
		}
		return start4 != 0 && r.first4 == start4 && n > g.before && g.follows != 0 && next.first4 == g.follows
	}
	return false
}

// residueCompareSentences reports the sentences that are severed in one note
// and not in another, or elsewhere. Copies of a sentence are taken together:
// there may be thousands.
func residueCompareSentences(p *SetPass) {
	c := residueComparison{
		SetPass: p, bySentence: map[string]*residueGapped{}, byKey: map[uint32][]*residueGapped{},
		withheld: map[residueRecord][]Fact{}, told: map[diag.Span]bool{},
	}
	for _, f := range p.Facts {
		switch f.Key {
		case residueWithheld:
			r := residueReadRecord(f.Text)
			c.withheld[r] = append(c.withheld[r], f)
		case residueHoled:
			c.holed(f)
		}
	}
	if len(c.gapped) > 0 || len(c.withheld) > 0 {
		for _, f := range p.Facts {
			if f.Key == residueWhole {
				c.whole(f)
			}
		}
	}
	c.holes()
}

// residueComparison is the sentences that are severed somewhere.
type residueComparison struct {
	*SetPass
	gapped     []*residueGapped
	bySentence map[string]*residueGapped
	byKey      map[uint32][]*residueGapped // by the first four words, or the last eight
	withheld   map[residueRecord][]Fact
	told       map[diag.Span]bool
}

// holed takes in a place of a sentence with holes.
func (c *residueComparison) holed(f Fact) {
	g := c.bySentence[f.Text]
	if g == nil {
		g = residueGappedOf(f.Text)
		c.bySentence[f.Text] = g
		c.gapped = append(c.gapped, g)
		for _, key := range [...]uint32{g.start.first4, g.end.last8} {
			if key != 0 {
				c.byKey[key] = append(c.byKey[key], g)
			}
		}
	}
	g.places[f.Value] = append(g.places[f.Value], f)
	if len(g.first) == 0 || len(g.first) == 1 && !sameNote(g.first[0], f) {
		g.first = append(g.first, f)
	}
}

// tell reports places that another note's sentence fills.
func (c *residueComparison) tell(places []Fact, other Fact) {
	for _, f := range places {
		if !c.told[f.Span] && !sameNote(f, other) {
			c.told[f.Span] = true
			c.Report(f, "this is withheld here, and the same sentence stands in "+other.File+" with these words", "decide once for both: sever it there, too, or write it here")
		}
	}
}

// left returns the places that nothing has been told about.
func (c *residueComparison) left(places []Fact) []Fact {
	return slices.DeleteFunc(places, func(f Fact) bool { return c.told[f.Span] })
}

// whole looks for copies of severed sentences among those of a note that have
// no hole. The first hole speaks for its sentence.
func (c *residueComparison) whole(f Fact) {
	for s := f.Text; len(s) > 0; s = s[residueRecordSize:] {
		r, next := residueReadRecord(s), residueRecord{}
		if len(s) > residueRecordSize {
			next = residueReadRecord(s[residueRecordSize:])
		}
		if r.count == 0 {
			continue
		}
		if places := c.withheld[r]; len(places) > 0 {
			c.tell(places, f)
			c.withheld[r] = c.left(places)
		}
		for _, key := range [...]uint32{r.first4, r.last8} {
			for _, g := range c.byKey[key] {
				if len(g.places[0]) > 0 && g.fits(r, next) {
					c.tell(g.places[0], f)
					g.places[0] = c.left(g.places[0])
				}
			}
		}
	}
}

// holes compares sentences with holes that start with the same four words: a
// hole of one may be words in another.
func (c *residueComparison) holes() {
	alike := map[uint32][]*residueGapped{}
	for _, g := range c.gapped {
		if h := residueHash(g.tokens, 0, 4); h != 0 && len(alike[h]) < residueMostAlike {
			alike[h] = append(alike[h], g)
		}
	}
	for _, g := range c.gapped {
		for _, o := range alike[residueHash(g.tokens, 0, 4)] {
			for hole, places := range g.places {
				if o != g && len(places) > 0 && residueFilled(g.tokens, o.tokens, hole) {
					c.filled(places, o)
				}
			}
		}
	}
}

// filled reports places that a sentence fills with its words, wherever that stands.
func (c *residueComparison) filled(places []Fact, by *residueGapped) {
	for _, other := range by.first {
		c.tell(places, other)
	}
}

// residueMostAlike bounds how many sentences one is compared with.
const residueMostAlike = 64

// residueFilled reports whether the hole of a sentence with a number, from 0,
// is words in another that agrees with it up to there and for three words after.
func residueFilled(a, b []string, hole int) bool {
	i, j := 0, 0
	for i < len(a) && j < len(b) {
		switch {
		case a[i] == string(Hole) && b[j] == string(Hole):
			if hole == 0 {
				return false
			}
			hole--
			i, j = i+1, j+1
		case a[i] == string(Hole):
			k := residueResume(a[i+1:], b[j:])
			if k < 0 {
				return false
			}
			if hole == 0 {
				return k > 0
			}
			hole--
			i, j = i+1, j+k
		case b[j] == string(Hole):
			k := residueResume(b[j+1:], a[i:])
			if k < 0 {
				return false
			}
			i, j = i+k, j+1
		case a[i] != b[j]:
			return false
		default:
			i, j = i+1, j+1
		}
	}
	return false
}

// residueResume returns how many words of b stand before the three words that a
// starts with, or -1. None of those passed over may be a hole.
func residueResume(a, b []string) int {
	if len(a) < 3 {
		return -1
	}
	for k := 0; k+3 <= len(b) && k <= 40; k++ {
		if b[k] == a[0] && b[k+1] == a[1] && b[k+2] == a[2] {
			return k
		}
		if b[k] == string(Hole) {
			return -1
		}
	}
	return -1
}
