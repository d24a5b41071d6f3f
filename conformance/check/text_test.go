package main

import (
	"strings"
	"testing"

	"briefnote/render/style"
)

var inch = style.Margins{Top: 72, Right: 72, Bottom: 72, Left: 72}

// pageOf sets lines at the left margin as pdftotext would report them, a word
// each 6 points a letter and 6 points apart; "|" joins two words of unlike font.
// The line "--" goes to the footer.
func pageOf(lines ...string) page {
	p := page{Width: 612, Height: 792}
	y := 80.0
	for _, line := range lines {
		if line == "--" {
			y = 740
			continue
		}
		x := 72.0
		for _, w := range strings.Fields(line) {
			for _, piece := range strings.Split(w, "|") {
				end := x + 6*float64(len([]rune(piece)))
				p.Words = append(p.Words, word{box{x, y, end, y + 12}, piece})
				x = end
			}
			x += 6
		}
		y += 14
	}
	p.text = textOf(&p, inch)
	return p
}

func docOf(body, notes string, foot ...string) document {
	var d document
	d.body, _ = appendText(nil, body, spaced)
	d.notes, _ = appendText(nil, notes, spaced)
	d.foot = foot
	return d
}

func TestSameText(t *testing.T) {
	good := docOf("Ports stay open.1 Ice-breakers cover the route. End", "1 A log of the port.", "PROTECTED B")
	pages := []page{
		pageOf("Ports stay open.|1 Ice-", "breakers cover", "1 A log", "--", "PROTECTED B Page 1"),
		pageOf("the route. End", "of the port.", "--", "PROTECTED B Page 2"),
	}
	for _, c := range []struct {
		name string
		doc  document
		want string // part of a fault; "" for none
	}{
		{"the same", good, ""},
		{"a word missing", docOf("Ports all stay open.1 Ice-breakers cover the route. End", "1 A log of the port.", "PROTECTED B"), `page 1: the PDF has "Ports stay open`},
		{"a word added", docOf("Ports stay open.1 Ice-breakers the route. End", "1 A log of the port.", "PROTECTED B"), "page 1: the PDF has"},
		{"words swapped", docOf("stay Ports open.1 Ice-breakers cover the route. End", "1 A log of the port.", "PROTECTED B"), "page 1: the PDF has"},
		{"a note missing", docOf("Ports stay open.1 Ice-breakers cover the route. End", "", "PROTECTED B"), "page 1: the PDF has"},
		{"a note cut short", docOf("Ports stay open.1 Ice-breakers cover the route. End", "1 A log of the port. More.", "PROTECTED B"), `no page has "More."`},
		{"a body cut short", docOf("Ports stay open.1 Ice-breakers cover the route. End of", "1 A log of the port.", "PROTECTED B"), `no page has "of"`},
		{"a space missing", docOf("Ports stay o pen.1 Ice-breakers cover the route. End", "1 A log of the port.", "PROTECTED B"), `the HTML "Ports stay o pen.1`},
		{"a space added", docOf("Portsstay open.1 Ice-breakers cover the route. End", "1 A log of the port.", "PROTECTED B"), `the HTML "Portsstay open.1`},
		{"a mark set off", docOf("Ports stay open. 1 Ice-breakers cover the route. End", "1 A log of the port.", "PROTECTED B"), `the HTML "Ports stay open. 1`},
		{"no marking", docOf("Ports stay open.1 Ice-breakers cover the route. End", "1 A log of the port.", "SECRET"), `page 2: its footer lacks "SECRET"`},
	} {
		faults := strings.Join(sameText(pages, []document{c.doc}), "\n")
		if (c.want == "") != (faults == "") || !strings.Contains(faults, c.want) {
			t.Errorf("%s: faults %q, want %q", c.name, faults, c.want)
		}
	}
}

func TestSameTextOfSeveralDocuments(t *testing.T) {
	pages := []page{pageOf("One"), pageOf("Two", "1 Note")}
	documents := []document{docOf("One", ""), docOf("Two", "1 Note")}
	if faults := sameText(pages, documents); len(faults) > 0 {
		t.Error(faults)
	}
	if faults := sameText(pages[:1], documents); len(faults) != 1 {
		t.Errorf("a document without a page: %q", faults)
	}
	if faults := sameText(append(pages, pageOf("Three")), documents); len(faults) != 1 {
		t.Errorf("a page without a document: %q", faults)
	}
}

// TestFurnitureEndsTheText has a table header repeated after the header and
// footer, as it is drawn.
func TestFurnitureEndsTheText(t *testing.T) {
	p := pageOf("Text of the page", "--", "SECRET")
	p.Words = append(p.Words, word{box{72, 72, 100, 84}, "Port"})
	p.text = textOf(&p, inch)
	if got := text(chars(p.Words[:p.text])); got != "Text of the page" {
		t.Errorf("the text is %q", got)
	}
}

func TestSameBag(t *testing.T) {
	d := []document{docOf("• Po\u00adrts stay\u00a0open.1", "1 A log.", "SECRET")}
	if faults := sameBag("SECRET\n\n- Po\u00adrts stay\nopen.¹\n\n¹ A log.\n\nSECRET\n", d); len(faults) > 0 {
		t.Error(faults)
	}
	faults := sameBag("SECRET\n\n- Ports stay\nclosed.¹\n\n¹ A log.\n", d)
	if len(faults) != 3 { // open, closed, and the marking at the foot
		t.Errorf("%d faults: %q", len(faults), faults)
	}
}

func TestParseHTML(t *testing.T) {
	const file = `<body><div class="sheet"><div class="head"><div class="corner right"><p>SECRET</p>
<p>For <b>us</b></p></div></div><main class="content"><h1>Ti<em>t</em>le</h1><p>A word.<a><sup>1</sup></a> <mark>[So]</mark></p>
<ul class="level-0"><li><p>One</p><ol class="level-1" type="a" start="26"><li>y</li><li><br></li></ol></li></ul><div class="unmarked">Go on</div>
<ol><li>n` + "\u00ad" + `o</li></ol><table><tr><td>a</td><td>b</td></tr></table>
<div class="notes"><div><p><sup>1</sup> Note</p></div></div></main><div class="foot"><div class="corner"><p>SECRET</p></div></div></div>
<div class="sheet"><div class="content"><p>Next</p></div></div>`
	docs, err := parseHTML([]byte(file), []string{"•", "–"})
	if err != nil || len(docs) != 2 {
		t.Fatal(len(docs), err)
	}
	d := docs[0]
	if got, want := text(d.body), "Title A word.1 [So] • One z. y aa. Go on 1. no a b"; got != want {
		t.Errorf("body %q, want %q", got, want)
	}
	if got := text(d.notes); got != "1 Note" {
		t.Errorf("notes %q", got)
	}
	if head, foot := strings.Join(d.head, "; "), strings.Join(d.foot, "; "); head != "SECRET; For us" || foot != "SECRET" {
		t.Errorf("header %q, footer %q", head, foot)
	}
}

func TestParsePages(t *testing.T) {
	const file = `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "x"><html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body><doc>
<page width="612.0" height="792.0"><word xMin="72.0" yMin="80.0" xMax="90.5" yMax="92.0">A&amp;B</word><word xMin="72" yMin="740" xMax="90" yMax="752">Page</word></page>
<page width="612.0" height="792.0"></page></doc></body></html>`
	pages, err := parsePages([]byte(file), inch)
	if err != nil || len(pages) != 2 {
		t.Fatal(len(pages), err)
	}
	p := pages[0]
	if len(p.Words) != 2 || p.text != 1 || p.Words[0] != (word{box{72, 80, 90.5, 92}, "A&B"}) {
		t.Errorf("%+v", p)
	}
}

// TestStamps checks that a page of a book bears one of its document's stamps.
func TestStamps(t *testing.T) {
	footer := []word{{Text: "Page"}, {Text: "000016"}}
	for line, want := range map[string]int{"000015–000019": 0, "000017–000019": 1, "000016": 0, "SECRET": 1} {
		if got := lacking(footer, []string{line}, 1, "footer"); len(got) != want {
			t.Errorf("%q: %q", line, got)
		}
	}
}
