package html_test

import (
	"briefnote/internal/doctest"
	"briefnote/render/style"
)

var (
	t, runs, para, points, item, row = doctest.T, doctest.Runs, doctest.Para, doctest.Points, doctest.Item, doctest.Row
	english, french, notice, book    = doctest.English, doctest.French, doctest.Notice, doctest.Book
)

// house is a house style of these tests' own.
func house() *style.Sheet {
	navy, grey, red := style.Color{R: 0x1f, G: 0x38, B: 0x64}, style.Color{R: 0x55, G: 0x55, B: 0x55}, style.Color{R: 0x9c, G: 0x1c, B: 0x1c}
	return &style.Sheet{
		Name: "test", Paper: style.Paper{Name: "letter", Width: 612, Height: 792},
		Margins: style.Margins{Top: 90, Right: 72, Bottom: 72, Left: 72},
		Family:  "sans", Ink: style.Color{R: 0x1a, G: 0x1a, B: 0x1a}, Text: style.TextStyle{Size: 11, Leading: 1.3},
		Blocks: map[string]style.BlockStyle{
			"type-line": {Bold: true, Align: style.AlignCenter, Upper: true, After: 6},
			"masthead":  {Bold: true, Upper: true, After: 2},
			"title":     {Size: 16, Leading: 1.2, Bold: true, Align: style.AlignCenter, Color: navy, After: 12, KeepNext: true},
			"meeting":   {Italic: true, Align: style.AlignCenter, After: 10},
			"contents":  {Size: 13, NewPage: true},
			"heading-2": {Size: 13, Bold: true, Color: navy, Before: 14, After: 6, Rule: 0.75, KeepNext: true},
			"heading-3": {Bold: true, Underline: true, Before: 10, After: 4, KeepNext: true},
			"label":     {Bold: true, Before: 8, After: 4}, "run-in": {Bold: true, After: 8}, "body": {After: 8}, "continued": {After: 8},
			"sign-off": {Size: 10, Before: 20}, "sign-off-label": {Size: 10, Bold: true, After: 4},
			"notice-head": {Size: 13, Bold: true, Align: style.AlignCenter, After: 18}, "notice": {Size: 10, Rule: 0.5},
			"severed": {Size: 8.5, Align: style.AlignEnd, Color: red, Before: 3, After: 14},
		},
		List:      style.ListStyle{Bullets: []string{"•", "–"}, Indent: []float64{18, 0}, Hang: 18, Item: 4, After: 8},
		Note:      style.NoteStyle{Size: 9, Leading: 1.25, Raise: 0.35, MarkSize: 0.65, RuleWidth: 0.5, RuleLength: 144, Before: 12, Between: 3},
		Table:     style.TableStyle{Size: 10, Rule: 0.5, RuleColor: grey, HeaderFill: style.Color{R: 0xe8, G: 0xec, B: 0xf2}, PadX: 5, PadY: 3, Before: 6, After: 10},
		Severance: style.SeveranceStyle{Rule: 0.5, Color: grey, Fill: style.Color{R: 0xe6, G: 0xe6, B: 0xe6}, Mark: style.Color{R: 0xff, G: 0xf1, B: 0xc2}, Pad: 2, Cite: 0.8},
		Link:      style.LinkStyle{Color: style.Color{R: 0x0b, G: 0x3d, B: 0x91}, Underline: true},
		Furniture: []style.Furniture{
			{Place: style.Header, Content: style.ContentMarking, Size: 10, Bold: true, Align: style.AlignEnd, Edge: 36},
			{Place: style.Header, Content: style.ContentDraft, Size: 10, Bold: true, Align: style.AlignStart, Color: red, Edge: 36},
			{Place: style.Header, Content: style.ContentTab, Size: 9, Align: style.AlignCenter, Edge: 36},
			{Place: style.Footer, Content: style.ContentStamp, Size: 9, Align: style.AlignStart, Edge: 30},
			{Place: style.Footer, Content: style.ContentMarking, Size: 10, Bold: true, Align: style.AlignEnd, Edge: 30},
			{Place: style.Footer, Content: style.ContentPage, Size: 9, Align: style.AlignCenter, Edge: 30},
		},
	}
}
