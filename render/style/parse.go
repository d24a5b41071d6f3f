package style

import (
	"fmt"
	"slices"
	"strings"

	"briefnote/diag"
	"briefnote/internal/strictyaml"
)

// Default is the name of the style that notes are printed in unless another is
// asked for, and on which every other sheet builds.
const Default = "public-safety"

// Load returns the sheet of a name that comes with the tool. It is nil if there
// is none, and the finding names those that there are.
//
// They are in the program as values (shipped.go): reading the default one took
// a fifth as long as printing a note.
func Load(name string) (*Sheet, []diag.Diagnostic) {
	f, ok := shipped(name)
	if !ok {
		return nil, []diag.Diagnostic{{
			Rule: strictyaml.RuleValue, Severity: diag.Error,
			Message: fmt.Sprintf("there is no style called %q", name),
			Hint:    "the styles are " + strings.Join(Names(), ", ") + "; a style of your own is named by its file",
		}}
	}
	return f.sheet(), nil
}

// Parse reads a sheet of a user's own. It says only what differs from the
// default style: a file with nothing but "paper: a4" is a whole style. name is
// the file's, for the findings. The sheet is nil if there are errors.
func Parse(name string, src []byte) (*Sheet, []diag.Diagnostic) {
	f, _ := shipped(Default)
	ds := f.read(name, src)
	if diag.HasErrors(ds) {
		return nil, ds
	}
	return f.sheet(), ds
}

// read reads a file over what f holds already.
func (f *sheetFile) read(name string, src []byte) []diag.Diagnostic {
	parsed := strictyaml.Parse(name, src)
	d := &strictyaml.Decoder{Problems: parsed.Problems}
	var root *strictyaml.Node
	switch n := len(parsed.Documents); {
	case n > 1:
		d.Report(strictyaml.RuleSyntax, parsed.Documents[1].Span, "", "a style is one document", "delete everything from the second --- on")
	case n == 1:
		root = parsed.Documents[0].Root
	}
	if root != nil {
		d.Decode(root, f)
	}
	check(d, root, f.sheet())
	if !diag.HasErrors(d.Problems) {
		checkEssentials(d, root, f.sheet().Furniture)
	}
	return diag.Sort(d.Problems)
}

// narrowest and lowest are the least room for text between the margins, in points.
const (
	narrowest = 144
	lowest    = 144
)

// check reports what is impossible only taken together: margins that leave no
// room, and text on a ground that it does not stand out from.
func check(d *strictyaml.Decoder, root *strictyaml.Node, sh *Sheet) {
	m, p := sh.Margins, sh.Paper
	if p.Width-m.Left-m.Right < narrowest {
		report(d, root, "margins", fmt.Sprintf("the margins leave %.0fpt for the text of a page %.0fpt wide", p.Width-m.Left-m.Right, p.Width),
			"make left and right smaller")
	}
	if p.Height-m.Top-m.Bottom < lowest {
		report(d, root, "margins", fmt.Sprintf("the margins leave %.0fpt for the text of a page %.0fpt high", p.Height-m.Top-m.Bottom, p.Height),
			"make top and bottom smaller")
	}
	grounds := []struct {
		at     [2]string
		ink    Color
		ground Color
	}{
		{[2]string{"table", "header_fill"}, sh.Ink, sh.Table.HeaderFill},
		{[2]string{"severance", "fill"}, sh.Ink, sh.Severance.Fill},
		{[2]string{"severance", "mark"}, sh.Ink, sh.Severance.Mark},
		{[2]string{"tabs", "ground"}, sh.Tab.Ink, sh.Tab.Ground},
	}
	for _, g := range grounds {
		if Contrast(g.ink, g.ground) < legible {
			at := root.Get(g.at[0])
			if at == nil {
				at = root.Get("ink") // the ground is the default's
			}
			report(d, at, g.at[1], "text does not stand out enough from this ground", "take colours that differ more")
		}
	}
}

// checkEssentials reports what no page may lack: the marking at its head and at
// its foot, its number, and that a draft is one.
func checkEssentials(d *strictyaml.Decoder, root *strictyaml.Node, lines []Furniture) {
	has := func(c Content, places ...Place) bool {
		return slices.ContainsFunc(lines, func(f Furniture) bool { return f.Content == c && slices.Contains(places, f.Place) })
	}
	for _, needed := range []struct {
		content Content
		what    string
		places  []Place
	}{
		{ContentMarking, "the header lacks the marking", []Place{Header}},
		{ContentMarking, "the footer lacks the marking", []Place{Footer}},
		{ContentDraft, "nothing says that a draft is one", []Place{Header, Footer}},
		{ContentPage, "the pages have no numbers", []Place{Header, Footer}},
	} {
		if !has(needed.content, needed.places...) {
			report(d, root, "furniture", needed.what, fmt.Sprintf("add a line such as {place: %s, content: %s, size: 10pt, edge: 0.5in}", needed.places[0], needed.content))
		}
	}
}

// report adds an error at a key of a mapping, or at the mapping.
func report(d *strictyaml.Decoder, n *strictyaml.Node, key, message, hint string) {
	at := n
	if v := n.Get(key); v != nil {
		at = v
	}
	if at == nil {
		d.Report(strictyaml.RuleValue, diag.Span{}, "/"+key, message, hint)
		return
	}
	d.Report(strictyaml.RuleValue, at.Span, at.Pointer, message, hint)
}

// sheet turns what was read into a sheet.
func (f *sheetFile) sheet() *Sheet {
	n, t, v, b := f.Notes, f.Table, f.Severance, f.Tabs
	sh := &Sheet{
		Name: f.Name, Description: f.Description, Family: f.Fonts,
		Paper:   f.Paper.paper(),
		Margins: Margins{float64(f.Margins.Top), float64(f.Margins.Right), float64(f.Margins.Bottom), float64(f.Margins.Left)},
		Ink:     Color(f.Ink),
		Text:    TextStyle{float64(f.Text.Size), float64(f.Text.Leading)},
		Blocks:  f.Blocks.styles(),
		List:    f.List.style(),
		Note: NoteStyle{
			float64(n.Size), float64(n.Leading), float64(n.Raise), float64(n.MarkSize),
			float64(n.RuleWidth), float64(n.RuleLength), float64(n.Before), float64(n.Between),
		},
		Table: TableStyle{
			float64(t.Size), float64(t.Rule), Color(t.RuleColor), Color(t.HeaderFill),
			float64(t.PadX), float64(t.PadY), float64(t.Before), float64(t.After),
		},
		Severance: SeveranceStyle{float64(v.Rule), Color(v.Color), Color(v.Fill), Color(v.Mark), float64(v.Pad), float64(v.Cite)},
		Link:      LinkStyle{Color(f.Links.Color), f.Links.Underline},
		Tab:       TabStyle{float64(b.Width), float64(b.Height), float64(b.Gap), float64(b.Size), Color(b.Ground), Color(b.Ink)},
	}
	for _, e := range f.Furniture {
		sh.Furniture = append(sh.Furniture, Furniture{
			Place(e.Place), Content(e.Content), float64(e.Size), e.Bold, Align(e.Align), Color(e.Color), float64(e.Edge),
		})
	}
	return sh
}

func (f *listFile) style() ListStyle {
	l := ListStyle{Bullets: f.Bullets, Hang: float64(f.Hang), Item: float64(f.Item), After: float64(f.After)}
	for _, in := range f.Indent {
		l.Indent = append(l.Indent, float64(in))
	}
	return l
}

// styles gives every role its looks, under the keys of [Sheet.Block].
func (f *blocksFile) styles() map[string]BlockStyle {
	return map[string]BlockStyle{
		"type-line":       f.TypeLine.style(),
		"masthead":        f.Masthead.style(),
		"title":           f.Title.style(),
		"meeting":         f.Meeting.style(),
		"heading-2":       f.Heading2.style(),
		"heading-3":       f.Heading3.style(),
		"heading-4":       f.Heading4.style(),
		"heading-5":       f.Heading5.style(),
		"heading-6":       f.Heading6.style(),
		"label":           f.Label.style(),
		"run-in":          f.RunIn.style(),
		"body":            f.Body.style(),
		"continued":       f.Continued.style(),
		BlockSignOff:      f.SignOff.style(),
		BlockSignOffLabel: f.SignOffLabel.style(),
		BlockNoticeHead:   f.NoticeHead.style(),
		BlockNotice:       f.Notice.style(),
		BlockSevered:      f.Severed.style(),
		"entry":           f.Entry.style(),
		"cover-entry":     f.CoverEntry.style(),
		"cover-marking":   f.CoverMarking.style(),
		"cover-title":     f.CoverTitle.style(),
		"contents":        f.Contents.style(),
	}
}

func (f *blockFile) style() BlockStyle {
	return BlockStyle{
		Size: float64(f.Size), Leading: float64(f.Leading), Bold: f.Bold, Italic: f.Italic, Underline: f.Underline, Upper: f.Upper,
		Align: Align(f.Align), Color: Color(f.Color), Before: float64(f.Before), After: float64(f.After),
		Indent: float64(f.Indent), Rule: float64(f.Rule), KeepNext: f.KeepNext,
		NewPage: f.NewPage, Sink: float64(f.Sink),
	}
}
