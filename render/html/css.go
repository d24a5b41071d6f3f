package html

import (
	"cmp"
	"fmt"
	"html/template"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"briefnote/render/doc"
	"briefnote/render/style"
)

// looks is a style sheet as the templates ask for it.
type looks struct {
	Style                  *style.Sheet
	Classes                []class
	Levels                 []level
	Furniture              []style.Furniture
	HeaderEdge, FooterEdge float64 // space between the paper's edge and the first and last furniture line, points
	MarkRaise, CiteRaise   float64 // of a footnote's mark and of provisions cited, as a multiple of their own size
	SignOffLine            float64 // space between the lines of a sign-off, points
	NoticeRule             float64 // thickness of the line over a notice, points; that below it is its block's own
}

// newLooks returns the looks of a style sheet.
func newLooks(sh *style.Sheet) looks {
	l := looks{Style: sh, Classes: classes(sh), Levels: levels(sh.List), Furniture: slices.Clone(sh.Furniture)}
	l.MarkRaise = sh.Note.Raise / cmp.Or(sh.Note.MarkSize, 1)
	l.CiteRaise = sh.Note.Raise / cmp.Or(sh.Severance.Cite, 1)
	l.SignOffLine = sh.Blocks[style.BlockSignOffLabel].After
	l.NoticeRule = sh.Blocks[style.BlockNotice].Rule
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
}

// level is the looks of lists at one depth.
type level struct {
	Number int // from 0
	Bullet string
	Text   float64 // distance of the items' text from that around the list, points
}

// box is a margin box of a page (CSS Paged Media Module Level 3, section 4).
type box struct {
	At     string // "top-left" to "bottom-right"
	Header bool
	Edge   float64 // space between the paper's edge and its text, points
	Looks  style.Furniture
	Pieces []piece
}

// piece is text in a margin box, or the number of the page or of all pages.
type piece struct{ Text, Counter string }

// classOf returns the class of a block; it is the key of its looks in a sheet.
func classOf(r doc.Role, level int) string {
	if r == doc.RoleSection {
		return fmt.Sprintf("heading-%d", max(level, 2))
	}
	return cmp.Or(string(r), string(doc.RoleBody))
}

// classes returns the looks of a sheet's blocks, in the order of their names.
// The letters of a run-in paragraph are those of its topic alone, which has a
// class of its own; the rest of it is set as the body is.
func classes(sh *style.Sheet) []class {
	blocks := maps.Clone(sh.Blocks)
	if runIn, ok := blocks[string(doc.RoleRunIn)]; ok {
		body := blocks[string(doc.RoleBody)]
		body.Before, body.After, body.Indent, body.KeepNext = runIn.Before, runIn.After, runIn.Indent, runIn.KeepNext
		runIn.Before, runIn.After, runIn.Indent = 0, 0, 0
		blocks[string(doc.RoleRunIn)], blocks[string(doc.RoleRunIn)+"-lead"] = body, runIn
	}
	var out []class
	for _, name := range slices.Sorted(maps.Keys(blocks)) {
		s := blocks[name]
		s.Size = cmp.Or(s.Size, sh.Text.Size)
		s.Leading = cmp.Or(s.Leading, sh.Text.Leading)
		s.Color = cmp.Or(s.Color, sh.Ink)
		out = append(out, class{Name: name, BlockStyle: s})
	}
	return out
}

// levels returns the looks of lists, at least of one level.
func levels(l style.ListStyle) []level {
	out := make([]level, max(len(l.Bullets), len(l.Indent), 1))
	for i := range out {
		out[i] = level{Number: i, Text: l.Hang}
		if n := len(l.Bullets); n > 0 {
			out[i].Bullet = l.Bullets[min(i, n-1)] + "\u2003" // an em space, as a browser leaves none
		}
		if n := len(l.Indent); n > 0 {
			out[i].Text += l.Indent[min(i, n-1)]
		}
	}
	return out
}

// boxes returns the furniture of printed pages. Lines that stand at the same
// place share a box and the looks of the first.
func (l *looks) boxes(d *doc.Document) []box {
	var out []box
	for _, f := range l.Furniture {
		words := strings.Join(says(f.Content, d), "\n")
		if words == "" {
			continue
		}
		pieces := []piece{{Text: words}}
		if f.Content == style.ContentPage {
			pieces = numbered(words)
		}
		at := boxAt(f)
		i := slices.IndexFunc(out, func(b box) bool { return b.At == at })
		if i < 0 {
			out = append(out, box{At: at, Header: f.Place == style.Header, Edge: edge(f), Looks: f, Pieces: pieces})
			continue
		}
		out[i].Pieces = append(append(out[i].Pieces, piece{Text: "\n"}), pieces...)
	}
	return out
}

// boxAt returns the name of the margin box that a furniture line stands in.
func boxAt(f style.Furniture) string {
	if f.Place == style.Footer {
		return "bottom-" + align(f.Align)
	}
	return "top-" + align(f.Align)
}

// numbered returns a label with its {n} and {total} made into counters.
func numbered(s string) []piece {
	var out []piece
	for s != "" {
		at, mark, counter := len(s), "", ""
		if i := strings.Index(s, "{n}"); i >= 0 {
			at, mark, counter = i, "{n}", "page"
		}
		if i := strings.Index(s, "{total}"); i >= 0 && i < at {
			at, mark, counter = i, "{total}", "pages"
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

// points returns a length in points for CSS, to a hundredth.
func points(f float64) string { return number(f) + "pt" }

// number returns a number for CSS, to a hundredth.
func number(f float64) string {
	return strconv.FormatFloat(math.Round(f*100)/100, 'f', -1, 64)
}

// quoted returns text as a CSS string. html/template cannot: it takes strings in
// CSS for addresses, and refuses one such as "Note: secret". So every character
// but letters, digits and spaces is written as its code (CSS Syntax Module Level
// 3, section 4.3.7), and none is left that could end the string or the element.
func quoted(s string) template.CSS {
	var b strings.Builder
	for _, r := range s {
		if r == ' ' || unicode.IsLetter(r) || unicode.IsDigit(r) {
			b.WriteRune(r)
			continue
		}
		fmt.Fprintf(&b, `\%06x`, r)
	}
	return template.CSS(`"` + b.String() + `"`)
}

// align returns an alignment for CSS, by the names of CSS 1, which word
// processors know.
func align(a style.Align) string {
	switch a {
	case style.AlignCenter:
		return "center"
	case style.AlignEnd:
		return "right"
	}
	return "left"
}

// hex returns a colour for CSS.
func hex(c style.Color) string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }

// fill returns a colour to put behind text for CSS, or "" for the zero colour,
// which means none: black would hide the text.
func fill(c style.Color) string {
	if c == (style.Color{}) {
		return ""
	}
	return hex(c)
}
