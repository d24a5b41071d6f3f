package style

import (
	"io/fs"
	"math"
	"path"
	"reflect"
	"strings"
	"testing"

	"briefnote/diag"
	"briefnote/templates"
)

func defaultSheet(t *testing.T) *Sheet {
	t.Helper()
	sh, ds := Load(Default)
	if sh == nil || len(ds) > 0 {
		t.Fatalf("the default style has findings: %v", ds)
	}
	return sh
}

// TestDefault: the default style says everything: no looks are left to zero
// values that a writer would have to guess.
// TestShipped checks that every style that comes with the tool can print all
// that there is to print.
func TestShipped(t *testing.T) {
	files, err := fs.Glob(templates.FS, "house/*.yaml")
	if err != nil || len(files) < 2 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		name := strings.TrimSuffix(path.Base(file), ".yaml")
		sh, ds := Load(name)
		if len(ds) > 0 {
			t.Fatal(name, ds)
		}
		if sh.Name != name || sh.Description == "" {
			t.Errorf("%s calls itself %q: %q", name, sh.Name, sh.Description)
		}
		for _, role := range []string{"type-line", "masthead", "title", "meeting", "label", "run-in", "body", "continued", "cover-marking", "cover-title", "contents", "entry", "cover-entry"} {
			if sh.Block(role, 0) == (BlockStyle{}) {
				t.Errorf("%s: the role %q has no looks", name, role)
			}
		}
		for level := 1; level <= 7; level++ {
			if sh.Block("section", level) == (BlockStyle{}) {
				t.Errorf("%s: headings of level %d have no looks", name, level)
			}
		}
		checkFurniture(t, sh)
	}
}

// checkFurniture checks that all furniture is said, where printers reach.
func checkFurniture(t *testing.T, sh *Sheet) {
	t.Helper()
	said := map[Content]bool{}
	for _, f := range sh.Furniture {
		said[f.Content] = true
		if f.Edge < 18 {
			t.Errorf("%s: %s stands %g points from the edge, where printers do not reach", sh.Name, f.Content, f.Edge)
		}
	}
	for _, c := range []Content{ContentMarking, ContentPage, ContentDraft, ContentTab, ContentStamp} {
		if !said[c] {
			t.Errorf("%s: no page says its %s", sh.Name, c)
		}
	}
}

// TestLargePrint checks what the style for large print is for: no type smaller
// than its name promises, and marks of footnotes that stay legible.
func TestLargePrint(t *testing.T) {
	sh, _ := Load("large-print")
	if sh.Text.Size < 18 || sh.Table.Size < 18 || sh.Note.Size < 18 {
		t.Errorf("text is set in %g, tables in %g, notes in %g points", sh.Text.Size, sh.Table.Size, sh.Note.Size)
	}
	for name, b := range sh.Blocks {
		if b.Size != 0 && b.Size < 18 || b.Italic {
			t.Errorf("%s is set in %g points, italic %v", name, b.Size, b.Italic)
		}
	}
	if k := Contrast(sh.Link.Color, Color{255, 255, 255}); k < 7 {
		t.Errorf("links have a contrast of %.1f, want 7 (WCAG 2.1, 1.4.6)", k)
	}
}

// TestDefault checks the style that all others build on.
func TestDefault(t *testing.T) {
	sh := defaultSheet(t)
	if sh.Paper != (Paper{"letter", 612, 792}) || sh.Margins != (Margins{72, 72, 72, 72}) || sh.Family != "sans" {
		t.Errorf("paper %v, margins %v, family %q", sh.Paper, sh.Margins, sh.Family)
	}
}

// TestParseChangesOnlyWhatItSays: a sheet of one's own is the default but for
// what stands in it.
func TestParseChangesOnlyWhatItSays(t *testing.T) {
	want := defaultSheet(t)
	want.Paper = Paper{"a4", 595.276, 841.89}
	b := want.Blocks["title"]
	b.Bold, b.Size = false, 20
	want.Blocks["title"] = b
	want.Margins.Left = 108
	got, ds := Parse("mine.yaml", []byte("paper: A4\nmargins: {left: 1.5in}\nblocks:\n  title: {bold: false, size: 20pt}\n"))
	if len(ds) > 0 {
		t.Fatal(ds)
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("the sheet is\n%+v, want\n%+v", got, want)
	}
}

// TestFindings: what is wrong is reported where it stands.
func TestFindings(t *testing.T) {
	for _, c := range []struct{ name, src, at, message string }{
		{"unknown key", "paper: a4\ncolour: red\n", "colour", "unknown key"},
		{"unknown role", "blocks: {heading-7: {bold: true}}\n", "heading-7", "unknown key"},
		{"unit", "text: {size: 11}\n", "11", "is not a length"},
		{"unknown unit", "margins: {top: 3em}\n", "3em", "is not a length"},
		{"negative", "margins: {top: -1in}\n", "-1in", "between 0 and 2000pt"},
		{"no number", "margins: {top: NaNpt}\n", "NaNpt", "is not a length"},
		{"tiny type", "text: {size: 1pt}\n", "1pt", "between 4pt and 96pt"},
		{"leading", "text: {leading: 11}\n", "11", "between 0.1 and 4"},
		{"leading in words", "text: {leading: double}\n", "double", "is not a number"},
		{"colour", "ink: blue\n", "blue", "is not a colour"},
		{"short colour", "ink: \"#123\"\n", `"#123"`, "is not a colour"},
		{"pale ink", "ink: \"#999999\"\n", `"#999999"`, "contrast of 2.8 to 1"},
		{"pale link", "links: {color: \"#ff8800\"}\n", `"#ff8800"`, "contrast of 2."},
		{"dark ground", "table: {header_fill: \"#333333\"}\n", `"#333333"`, "does not stand out"},
		{"label of a tab", "tabs: {ground: \"#999999\"}\n", `"#999999"`, "does not stand out"},
		{"ink of a middling grey on the default's tint", "ink: \"#757575\"\n", `"#757575"`, "does not stand out"},
		{"margins", "margins: {left: 4in, right: 4in}\n", "{left: 4in, right: 4in}", "the margins leave 36pt"},
		{"paper", "paper: legal\n", "legal", "letter or a4"},
		{"alignment", "blocks: {title: {align: middle}}\n", "middle", "start, center or end"},
		{"place", "furniture: [{place: side, content: page, size: 9pt, edge: 1in}]\n", "side", "header or footer"},
		{"content", "furniture: [{place: header, content: date, size: 9pt, edge: 1in}]\n", "date", "marking, page, draft, title, stamp or tab"},
		{"furniture without a size", "furniture: [{place: header, content: page, edge: 1in}]\n", "place", `"size" is missing`},
		{"no marking in the header", "furniture:\n  - {place: footer, content: marking, size: 9pt, edge: 1in}\n  - {place: footer, content: page, size: 9pt, edge: 1in}\n  - {place: footer, content: draft, size: 9pt, edge: 1in}\n", "- {place", "the header lacks the marking"},
		{"no marking in the footer", "furniture: [{place: header, content: marking, size: 9pt, edge: 1in}, {place: footer, content: page, size: 9pt, edge: 1in}, {place: footer, content: draft, size: 9pt, edge: 1in}]\n", "[{place", "the footer lacks the marking"},
		{"no numbers", "furniture: [{place: header, content: marking, size: 9pt, edge: 1in}, {place: footer, content: marking, size: 9pt, edge: 1in}, {place: footer, content: draft, size: 9pt, edge: 1in}]\n", "[{place", "the pages have no numbers"},
		{"no draft", "furniture: [{place: header, content: marking, size: 9pt, edge: 1in}, {place: footer, content: marking, size: 9pt, edge: 1in}, {place: footer, content: page, size: 9pt, edge: 1in}]\n", "[{place", "a draft is one"},
		{"two documents", "paper: a4\n---\npaper: letter\n", "\npaper: letter", "one document"},
	} {
		t.Run(c.name, func(t *testing.T) {
			sh, ds := Parse("mine.yaml", []byte(c.src))
			if sh != nil || len(ds) != 1 {
				t.Fatalf("sheet %v, findings %v, want one finding and no sheet", sh, ds)
			}
			d := ds[0]
			if !strings.Contains(d.Message, c.message) {
				t.Errorf("the message is %q, want one with %q", d.Message, c.message)
			}
			if d.Span.File != "mine.yaml" || !strings.HasPrefix(c.src[d.Span.Start:], c.at) {
				t.Errorf("the finding is at %q, want at %q", c.src[d.Span.Start:], c.at)
			}
		})
	}
}

func TestNoSuchStyle(t *testing.T) {
	sh, ds := Load("publik-safety")
	if sh != nil || !diag.HasErrors(ds) || !strings.Contains(ds[0].Hint, Default) {
		t.Errorf("sheet %v, findings %v", sh, ds)
	}
}

func TestLengths(t *testing.T) {
	for s, want := range map[string]float64{"12pt": 12, " 1 in ": 72, "25.4mm": 72, "2.54cm": 72, "0": 0, ".5in": 36} {
		var l length
		if err := l.DecodeScalar(s); err != nil || math.Abs(float64(l)-want) > 1e-9 {
			t.Errorf("%q is %g points (error %v), want %g", s, l, err, want)
		}
	}
}

// TestContrast: the examples of WCAG's own understanding documents.
func TestContrast(t *testing.T) {
	paper := Color{255, 255, 255}
	for c, want := range map[Color]float64{{}: 21, {255, 255, 255}: 1, {0x76, 0x76, 0x76}: 4.54, {0x77, 0x77, 0x77}: 4.48} {
		if got := Contrast(c, paper); math.Abs(got-want) > 0.005 {
			t.Errorf("contrast of %v on white is %.3f, want %.2f", c, got, want)
		}
	}
}
