package layout

import (
	"fmt"
	"strings"

	"briefnote/render/doc"
	"briefnote/render/font"
	"briefnote/render/style"
)

// Set lays a document out on the pages of a style sheet. A document without
// blocks gives one page. The result shares the document's words, blocks and
// runs; neither may change while it is in use.
//
// The error is an [*UncoveredError] for a character without a glyph, and
// otherwise says what about the document or the sheet cannot be set.
func Set(d *doc.Document, sh *style.Sheet, fonts *font.Set) (*Result, error) {
	b, err := Break(d, sh, fonts)
	if err != nil {
		return nil, err
	}
	return b.Furnish()
}

// Broken is a document that has been broken into pages. Its header and footer
// are still to come, since they may tell what only the number of pages tells.
type Broken struct {
	set        *setter
	furnishing *furnishing
	res        *Result
}

// Break is the first half of [Set].
func Break(d *doc.Document, sh *style.Sheet, fonts *font.Set) (*Broken, error) {
	s := &setter{doc: d, sheet: sh, fonts: fonts}
	// A paragraph of a hundred and fifty words, and a page and a half of lines:
	// most notes need little more, and none has to be copied to grow that far.
	s.text = text{fonts: fonts, sheet: sh, glyphs: make([]glyph, 0, 900)}
	s.body.slabs = make([]slab, 0, 64)
	s.aside = text{fonts: fonts, sheet: sh}
	f, err := s.furniture()
	if err != nil {
		return nil, err
	}
	s.top, s.height = f.top, f.bottom-f.top
	if s.height < minLines*s.sheet.Text.Size*s.sheet.Text.Leading {
		return nil, &NoRoomError{d.CaveatsFrom}
	}
	s.out = &s.body
	if err := s.blocks(d.Blocks, s.column()); err != nil {
		return nil, err
	}
	if err := s.setNotes(); err != nil {
		return nil, err
	}
	res, err := s.pages()
	return &Broken{s, f, res}, err
}

// Pages returns the number of pages.
func (b *Broken) Pages() int { return len(b.res.Pages) }

// Furnish is the second half of [Set]: it prints header and footer. The
// document's place in a book must be known by now, if it has one.
func (b *Broken) Furnish() (*Result, error) {
	return b.res, b.set.furnish(b.res.Pages, b.furnishing)
}

// minLines is how many lines of text a page has room for at the least.
const minLines = 6

// setter sets one document. Blocks are written to out as slabs, the notes
// after the body; both are then dealt out to pages.
type setter struct {
	doc         *doc.Document
	sheet       *style.Sheet
	fonts       *font.Set
	top, height float64 // of the text on every page
	text        text    // the paragraph at hand
	aside       text    // what stands beside it: marks of items, furniture
	out         *flow
	body, notes flow
	noteSlabs   []span // of each note, in notes
	heads       []repeatedHead
	row         rowLines
	striped     int      // rows cut into stripes so far
	pending     *label   // an item's mark that waits for its first line
	follow      int      // lines that are still to stay with the heading before them
	followed    int      // count of slabs when the last line was kept for that alone
	printed     printed  // last
	pieces      []Piece  // stock of empty pieces: one allocation serves many
	gids        []uint16 // stock of room for glyphs
}

// span is a range of slabs.
type span struct{ from, to int }

// area is where blocks are set: a column of the page and what it stands in.
type area struct {
	x, width float64
	item     *doc.Item
	depth    int          // of lists around it
	severed  *doc.Severed // outermost of the withheld blocks around it
}

// column is the area between the margins.
func (s *setter) column() area {
	m := s.sheet.Margins
	return area{x: m.Left, width: s.sheet.Paper.Width - m.Left - m.Right}
}

func (s *setter) blocks(bs []doc.Block, a area) error {
	for i, b := range bs {
		if n := len(s.out.slabs); i > 0 && n > 0 && leadsIn(bs[i-1], b, a) {
			last := &s.out.slabs[n-1]
			last.keep = max(last.keep, keepFirm)
		}
		if s.pending != nil && !startsWithLine(b) {
			if err := s.labelAlone(a); err != nil {
				return err
			}
		}
		if err := s.block(b, a); err != nil {
			return err
		}
	}
	return nil
}

// leadsIn reports whether a paragraph opens the list after it, and so stays on
// its page: the words of a point with points under it, or text that ends with
// a colon.
func leadsIn(before, after doc.Block, a area) bool {
	p, ok := before.(*doc.Paragraph)
	if _, list := after.(*doc.List); !ok || !list || len(p.Runs) == 0 {
		return false
	}
	return a.item != nil || strings.HasSuffix(strings.TrimSpace(doc.Plain(p.Runs)), ":")
}

func (s *setter) block(b doc.Block, a area) error {
	switch b := b.(type) {
	case *doc.Heading:
		return s.heading(b, a)
	case *doc.Paragraph:
		return s.paragraph(b, a)
	case *doc.List:
		return s.list(b, a)
	case *doc.Table:
		return s.table(b, a)
	case *doc.SignOff:
		return s.signOff(b, a)
	case *doc.Notice:
		return s.notice(b, a)
	case *doc.Severed:
		return s.severed(b, a)
	case *doc.Contents:
		return s.contents(b, a)
	default:
		return fmt.Errorf("the block of %s is of a kind that cannot be set on a page", b.From().Pointer)
	}
}

// startsWithLine reports whether an item's mark can stand on the block's first line.
func startsWithLine(b doc.Block) bool {
	switch b := b.(type) {
	case *doc.Paragraph, *doc.Heading:
		return true
	case *doc.Severed:
		return len(b.Blocks) > 0 && startsWithLine(b.Blocks[0])
	}
	return false
}

// severed sets blocks to be withheld, tinted, and after them the provisions.
func (s *setter) severed(b *doc.Severed, a area) error {
	bl := s.looks(s.sheet.Blocks[style.BlockSevered])
	outer := a.severed == nil
	if outer {
		a.severed = b
	}
	first := len(s.out.slabs)
	if first > 0 && outer {
		before := &s.out.slabs[first-1]
		before.after = max(before.after, bl.after) // room for the edges of the tint
	}
	if err := s.blocks(b.Blocks, a); err != nil {
		return err
	}
	if b.Cite == "" {
		return nil
	}
	s.text.reset()
	if err := s.text.add(stretch{look: bl.look, text: b.Cite}); err != nil {
		return err
	}
	if n := len(s.out.slabs); n > first {
		last := &s.out.slabs[n-1]
		last.keep = keepFirm // the provisions stay with what they are cited for
		last.after = bl.before
	}
	return s.lines(newOf(b, a), bl, a)
}
