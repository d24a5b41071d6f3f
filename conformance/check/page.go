package main

import (
	"encoding/xml"
	"fmt"
	"strings"
	"unicode"

	"briefnote/render/style"
)

// page is a page as pdftotext reads it. Lengths are in points from its top
// left corner.
type page struct {
	Width  float64 `xml:"width,attr"`
	Height float64 `xml:"height,attr"`
	Words  []word  `xml:"word"` // in the order in which they are drawn
	text   int     // how many of Words are the document's: see [textOf]
}

// word is a stretch of text of one font without white space.
type word struct {
	box
	Text string `xml:",chardata"`
}

// box reaches from the ascent to the descent of a word's font.
type box struct {
	Left   float64 `xml:"xMin,attr"`
	Top    float64 `xml:"yMin,attr"`
	Right  float64 `xml:"xMax,attr"`
	Bottom float64 `xml:"yMax,attr"`
}

func (b box) height() float64 { return b.Bottom - b.Top }

// readPages reads the words of a PDF with their places.
func readPages(path string, m style.Margins) ([]page, error) {
	src, err := output("pdftotext", "-raw", "-bbox", path, "-")
	if err != nil {
		return nil, err
	}
	return parsePages(src, m)
}

// parsePages reads what pdftotext prints.
func parsePages(src []byte, m style.Margins) ([]page, error) {
	var file struct {
		Pages []page `xml:"body>doc>page"`
	}
	if err := xml.Unmarshal(src, &file); err != nil {
		return nil, fmt.Errorf("what pdftotext prints cannot be read: %w", err)
	}
	for i := range file.Pages {
		p := &file.Pages[i]
		p.text = textOf(p, m)
	}
	return file.Pages, nil
}

// textOf returns how many of a page's words are the document's. Those are
// drawn first; the header and footer follow, and table headers that go on from
// the page before. The first word drawn in the paper's margin is the header's
// or footer's, for no word of the document may stand there.
func textOf(p *page, m style.Margins) int {
	for i, w := range p.Words {
		if w.Bottom <= m.Top || w.Top >= p.Height-m.Bottom {
			return i
		}
	}
	return len(p.Words)
}

// gap is what parts a character from the one before.
type gap int

const (
	tight  gap = iota // nothing
	spaced            // white space
	broken            // the end of a line or page, at which white space cannot be seen
)

// char is a character of a running text.
type char struct {
	r rune
	gap
}

// chars returns the text of words.
func chars(words []word) []char {
	var out []char
	for i, w := range words {
		before := broken
		if i > 0 {
			before = between(words[i-1].box, w.box)
		}
		out, _ = appendText(out, w.Text, before)
	}
	return out
}

// appendText adds text to chars; before is what parts it from them. It returns
// what parts the text from what comes next. Invisible format characters, such
// as a soft hyphen, are no part of a text's words.
func appendText(out []char, text string, before gap) ([]char, gap) {
	for _, r := range text {
		switch {
		case unicode.IsSpace(r):
			before = spaced
		case !unicode.Is(unicode.Cf, r):
			out = append(out, char{r, before})
			before = tight
		}
	}
	return out, before
}

// narrowest is the narrowest space between words, as a part of their height:
// wider than the room beside the fill of a severance.
const narrowest = 0.08

// between tells from their places what parts two words drawn one after the other.
func between(a, b box) gap {
	common := min(a.Bottom, b.Bottom) - max(a.Top, b.Top)
	switch {
	case common < min(a.height(), b.height())/2 || b.Right < a.Left:
		return broken
	case b.Left-a.Right < narrowest*max(a.height(), b.height()):
		return tight
	}
	return spaced
}

// text returns chars as words with a space between each two.
func text(cs []char) string {
	var b strings.Builder
	for i, c := range cs {
		if i > 0 && c.gap != tight {
			b.WriteByte(' ')
		}
		b.WriteRune(c.r)
	}
	return b.String()
}
