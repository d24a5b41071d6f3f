package html

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"briefnote/render/doc"
	"briefnote/render/style"
)

// looks is a style sheet as the templates and the writer of CSS ask for it:
// nothing is left to inherit or to compute.
type looks struct {
	Style                  *style.Sheet
	Classes                []class
	Levels                 []level
	Furniture              []style.Furniture
	HeaderEdge, FooterEdge float64 // space between the paper's edge and the first and last furniture line, points
	TableSize              float64 // points
	NoteSize, NoteLeading  float64
	MarkSize, CiteSize     float64 // of a footnote's mark and of provisions cited, as a multiple of the text's size
}

// newLooks returns the looks of a style sheet.
func newLooks(sh *style.Sheet) *looks {
	l := &looks{Style: sh, Classes: classes(sh), Levels: levels(sh.List), Furniture: slices.Clone(sh.Furniture)}
	l.TableSize = cmp.Or(sh.Table.Size, sh.Text.Size)
	l.NoteSize, l.NoteLeading = cmp.Or(sh.Note.Size, sh.Text.Size), cmp.Or(sh.Note.Leading, sh.Text.Leading)
	l.MarkSize, l.CiteSize = cmp.Or(sh.Note.MarkSize, 1), cmp.Or(sh.Severance.Cite, 1)
	edges := map[style.Place]float64{style.Header: sh.Margins.Top, style.Footer: sh.Margins.Bottom}
	for i := range l.Furniture {
		f := &l.Furniture[i]
		f.Size = cmp.Or(f.Size, sh.Text.Size)
		f.Color = cmp.Or(f.Color, sh.Ink)
		edges[f.Place] = min(edges[f.Place], edge(*f))
	}
	l.HeaderEdge, l.FooterEdge = edges[style.Header], edges[style.Footer]
	return l
}

// edge returns the space between the paper's edge and a furniture line, whose
// baseline the sheet gives: the line, 1.2 sizes high, rises 0.95 sizes over it
// and falls 0.25 below in the faces used.
func edge(f style.Furniture) float64 {
	if f.Place == style.Header {
		return max(f.Edge-0.95*f.Size, 0)
	}
	return max(f.Edge-0.25*f.Size, 0)
}

// class is the looks of a kind of block, nothing left to inherit.
type class struct {
	Name string
	style.BlockStyle
	writerBefore float64 // Before for LibreOffice, which adds it to the space after the block before
}

// level is the looks of lists at one depth.
type level struct {
	Number int // from 0
	Bullet string
	Text   float64 // distance of the items' text from that around the list, points
	After  float64 // space below the list, points

	writerAfter float64 // the same for LibreOffice, which has it below each item
}

// box is a margin box of a page (CSS Paged Media Module Level 3, section 4).
type box struct {
	At     string // "top-left" to "bottom-right"
	Header bool
	Width  string  // of the row of boxes
	Edge   float64 // space between the paper's edge and its text, points
	Looks  style.Furniture
	Pieces []piece
}

// piece is text of furniture, or the number of the page or of all pages.
type piece struct{ Text, Counter string }

// The counters of CSS Paged Media.
const (
	thisPage = "page"
	allPages = "pages"
)

// classOf returns the class of a block; it is the key of its looks in a sheet.
func classOf(r doc.Role, level int) string {
	if r == doc.RoleSection {
		return fmt.Sprintf("heading-%d", max(level, 2))
	}
	return cmp.Or(string(r), string(doc.RoleBody))
}

// Classes that a sheet has not by itself: they differ from others in the space
// around them alone.
const (
	classItem      = "item"           // body in an item of a list
	classItemGoing = "item-continued" // continued text in one
	classLead      = "run-in-lead"    // the topic of a run-in paragraph, which is no block
	classLastEntry = "sign-off-last"  // the last entry of a line of a sign-off
)

// classes returns the looks of a sheet's blocks, in the order of their names.
// The letters of a run-in paragraph are those of its topic alone, which has a
// class of its own; the rest of it is set as the body is. Space around sign-off
// and notice is that of their tables.
func classes(sh *style.Sheet) []class {
	blocks := maps.Clone(sh.Blocks)
	if blocks == nil {
		blocks = map[string]style.BlockStyle{}
	}
	body := blocks[string(doc.RoleBody)]
	if runIn, ok := blocks[string(doc.RoleRunIn)]; ok {
		lead := spaced(runIn, 0, 0)
		rest := spaced(body, runIn.Before, runIn.After)
		rest.Indent, rest.KeepNext, lead.Indent = runIn.Indent, runIn.KeepNext, 0
		blocks[string(doc.RoleRunIn)], blocks[classLead] = rest, lead
	}
	blocks[classItem] = spaced(body, 0, sh.List.Item)
	blocks[classItemGoing] = spaced(blocks[string(doc.RoleContinued)], 0, sh.List.Item)
	label := blocks[style.BlockSignOffLabel]
	blocks[classLastEntry] = spaced(blocks[style.BlockSignOff], 0, label.After)
	blocks[style.BlockSignOff] = spaced(blocks[style.BlockSignOff], 0, 0)
	blocks[style.BlockSignOffLabel] = spaced(label, 0, label.After)
	notice := spaced(blocks[style.BlockNotice], 0, 0)
	notice.Rule, notice.After = 0, cmp.Or(notice.Size, sh.Text.Size)*cmp.Or(notice.Leading, sh.Text.Leading) // a blank line
	blocks[style.BlockNotice] = notice
	var out []class
	for _, name := range slices.Sorted(maps.Keys(blocks)) {
		s := blocks[name]
		s.Size = cmp.Or(s.Size, sh.Text.Size)
		s.Leading = cmp.Or(s.Leading, sh.Text.Leading)
		s.Color = cmp.Or(s.Color, sh.Ink)
		out = append(out, class{Name: name, BlockStyle: s, writerBefore: max(s.Before-body.After, 0)})
	}
	return out
}

// spaced returns the looks of a block with other space around it.
func spaced(s style.BlockStyle, before, after float64) style.BlockStyle {
	s.Before, s.After = before, after
	return s
}

// levels returns the looks of lists, at least of one level.
func levels(l style.ListStyle) []level {
	out := make([]level, max(len(l.Bullets), len(l.Indent), 1))
	for i := range out {
		out[i] = level{Number: i, Text: l.Hang, After: l.Item, writerAfter: l.Item}
		if i == 0 {
			out[i].After = l.After
		}
		if n := len(l.Bullets); n > 0 {
			out[i].Bullet = l.Bullets[min(i, n-1)] + "\u2003" // an em space, as a browser leaves none
		}
		if n := len(l.Indent); n > 0 {
			out[i].Text += l.Indent[min(i, n-1)]
		}
	}
	return out
}

// boxes returns the furniture of the printed pages of a sheet. Lines that stand
// at the same place share a box and the looks of the first.
//
// CSS counts the pages of a file, and knows the number of all of them alone. A
// sheet among others has a counter of its own, and does not say of how many
// pages its page is one.
func (l *looks) boxes(d *doc.Document, sheet string, single bool) []box {
	var out []box
	for _, f := range l.Furniture {
		words := strings.Join(says(f.Content, d), "\n")
		if words == "" {
			continue
		}
		pieces := []piece{{Text: words}}
		switch {
		case f.Content == style.ContentPage && single:
			pieces = numbered(words, thisPage)
		case f.Content == style.ContentPage:
			before, _, _ := strings.Cut(words, "{n}")
			pieces = numbered(before+"{n}", sheet)
		}
		at := boxAt(f)
		i := slices.IndexFunc(out, func(b box) bool { return b.At == at })
		if i < 0 {
			out = append(out, box{At: at, Header: f.Place == style.Header, Edge: edge(f), Looks: f, Pieces: pieces})
			continue
		}
		out[i].Pieces = append(append(out[i].Pieces, piece{Text: "\n"}), pieces...)
	}
	row := map[bool]int{}
	for _, b := range out {
		row[b.Header]++
	}
	for i := range out {
		out[i].Width = share(row[out[i].Header])
	}
	return out
}

// boxAt returns the name of the margin box that a furniture line stands in.
func boxAt(f style.Furniture) string {
	if f.Place == style.Footer {
		return "bottom-" + f.Align.Side()
	}
	return "top-" + f.Align.Side()
}

// numbered returns a label with its {n} and {total} made into counters.
func numbered(s, page string) []piece {
	var out []piece
	for s != "" {
		at, mark, counter := len(s), "", ""
		if i := strings.Index(s, "{n}"); i >= 0 {
			at, mark, counter = i, "{n}", page
		}
		if i := strings.Index(s, "{total}"); i >= 0 && i < at {
			at, mark, counter = i, "{total}", allPages
		}
		if at > 0 {
			out = append(out, piece{Text: s[:at]})
		}
		if counter != "" {
			out = append(out, piece{Counter: counter})
		}
		s = s[at+len(mark):]
	}
	return out
}
