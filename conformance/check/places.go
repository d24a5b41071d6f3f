package main

import (
	"fmt"

	"briefnote/render/style"
)

// slack is how far a word's box may reach over an edge, in points: boxes are
// rounded.
const slack = 0.5

// overhang is how much of its height a box may reach over the upper and lower
// edge of the text, for it is higher than the letters in it.
const overhang = 0.35

// misplaced returns the words that stand outside the page, and those outside
// the margins: any sideways but the label of a tab in its mark at the right
// edge, those of the document also above and below.
func misplaced(p *page, number int, m style.Margins, tab style.TabStyle) []string {
	paper := box{0, 0, p.Width, p.Height}
	column := box{m.Left, 0, p.Width - m.Right, p.Height}
	marks := box{p.Width - tab.Width, m.Top, p.Width, p.Height - m.Bottom}
	var faults []string
	for i, w := range p.Words {
		where := ""
		over := overhang * w.height()
		switch {
		case !within(w.box, paper, 0):
			where = "outside the page"
		case i >= p.text && within(w.box, marks, 0):
			continue
		case !within(w.box, column, 0):
			where = "in the margin beside the text"
		case i < p.text && !within(w.box, box{0, m.Top, p.Width, p.Height - m.Bottom}, over):
			where = "in the margin above or below the text"
		default:
			continue
		}
		faults = append(faults, fmt.Sprintf("page %d: %q stands %s, at %.0f to %.0f across and %.0f to %.0f down", number, w.Text, where, w.Left, w.Right, w.Top, w.Bottom))
	}
	return faults
}

// within reports whether a box lies in another, over which it may reach by a
// given height.
func within(b, outer box, over float64) bool {
	return b.Left >= outer.Left-slack && b.Right <= outer.Right+slack &&
		b.Top >= outer.Top-over-slack && b.Bottom <= outer.Bottom+over+slack
}
