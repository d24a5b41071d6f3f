package main

import (
	"strings"
	"testing"
)

// sheetOf is an HTML file of one document, as brief writes it.
func sheetOf(body string) []byte {
	return []byte(`<style>@media print{@page{margin-top:72pt;margin-bottom:60pt;@top-right{}}}</style><div class="sheet">
<div class="head"><table><tr><td><p>SECRET</p></td></tr></table></div><main class="content">` + body + `
<div class="notes"><div><p class="note"><a><sup>1</sup></a> A log.</p></div></div></main>
<div class="foot"><p><span class="paged">Page <sdfield></sdfield></span></p><p>SECRET</p></div></div>`)
}

const good = `<h1>Ports</h1><p>Open<a><sup>1</sup></a> all winter.</p>
<ol type="a" start="3"><li><p>One</p><ul><li><p>within</p></li></ul></li><li><br></li></ol>`

// content is the same as OpenDocument has it.
const content = `<office:document-content xmlns:office="o" xmlns:text="t" xmlns:style="s"><office:automatic-styles>
<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="a" text:start-value="3"/></text:list-style>
</office:automatic-styles><office:body><office:text>
<text:h text:outline-level="1">Ports</text:h>
<text:p>Open<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>A log.</text:p></text:note-body></text:note> all<text:s/>winter.</text:p>
<text:list text:style-name="L1"><text:list-item><text:p>One</text:p><text:list><text:list-item><text:p>within</text:p></text:list-item></text:list></text:list-item><text:list-item><text:p/></text:list-item></text:list>
</office:text></office:body></office:document-content>`

func TestOutline(t *testing.T) {
	for _, c := range []struct {
		name, old, new string
		want           string // part of the fault; "" for none
	}{
		{"the same", "", "", ""},
		{"a word missing", " all<text:s/>winter", " winter", "the text differs"},
		{"a word of a note missing", "A log.", "A.", "the footnotes differ"},
		{"a note that is plain text", `<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>A log.</text:p></text:note-body></text:note>`, "1", "the footnotes differ"},
		{"a heading that is a paragraph", `<text:h text:outline-level="1">Ports</text:h>`, `<text:p>Ports</text:p>`, "the headings differ"},
		{"a heading of another level", `outline-level="1"`, `outline-level="2"`, "the headings differ"},
		{"an item that is a paragraph", `<text:list-item><text:p/></text:list-item>`, "<text:p/>", "the items of lists differ"},
		{"an item at the margin", `<text:list><text:list-item><text:p>within</text:p></text:list-item></text:list></text:list-item>`, `</text:list-item><text:list-item><text:p>within</text:p></text:list-item>`, "the items of lists differ"},
		{"a list of another kind", `num-format="a"`, `num-format="1"`, "the lists differ"},
		{"a list that starts elsewhere", ` text:start-value="3"`, "", "the lists differ"},
		{"a comment", "<text:p/>", "<text:p><office:annotation/></text:p>", "1 comments"},
	} {
		t.Run(c.name, func(t *testing.T) {
			src := strings.Replace(content, c.old, c.new, 1)
			if c.old != "" && src == content {
				t.Fatal("nothing is replaced")
			}
			root, err := parseXML(strings.NewReader(src))
			if err != nil {
				t.Fatal(err)
			}
			r := newODT(false)
			r.collect(root)
			r.walk(root)
			want, err := outlineHTML(sheetOf(good), true)
			if err != nil {
				t.Fatal(err)
			}
			faults := strings.Join(differences(&r.outline, want), "\n")
			if (c.want == "") != (faults == "") || !strings.Contains(faults, c.want) {
				t.Errorf("faults %q, want %q", faults, c.want)
			}
		})
	}
}

// printed sets a page as Chromium does: header and footer first.
func printed(head, foot string, lines ...string) page {
	p := pageOf(lines...)
	for i, w := range []string{head, foot} {
		y := []float64{30, 745}[i]
		var margin []word
		for j, field := range strings.Fields(w) {
			margin = append(margin, word{box{72 + 100*float64(j), y, 150 + 100*float64(j), y + 12}, field})
		}
		p.Words = append(margin, p.Words...)
	}
	return p
}

func TestSamePrint(t *testing.T) {
	documents, err := parseHTML(sheetOf(`<p>Ports stay open.</p><table><thead><tr><th>Port</th></tr></thead><tbody><tr><td>Sidney</td></tr><tr><td>Nanaimo soft&shy;ly</td></tr></tbody></table>`), nil)
	if err != nil {
		t.Fatal(err)
	}
	first := printed("SECRET", "Page 1 SECRET", "Ports stay open.", "Port", "Sidney")
	for _, c := range []struct {
		name   string
		second page
		want   string // part of a fault; "" for none
	}{
		{"the same", printed("SECRET", "Page 2 SECRET", "Port", "Nanaimo soft\u2010", "ly", "1 A log."), ""},
		{"without the repeated header", printed("SECRET", "Page 2 SECRET", "Nanaimo softly", "1 A log."), ""},
		{"without the marking", printed("", "Page 2 SECRET", "Nanaimo softly", "1 A log."), `page 2: its header lacks "SECRET"`},
		{"without its number", printed("SECRET", "Page 1 SECRET", "Nanaimo softly", "1 A log."), "page 2: it is not numbered 2"},
		{"a word missing", printed("SECRET", "Page 2 SECRET", "softly", "1 A log."), "page 2: the PDF has"},
		{"a note missing", printed("SECRET", "Page 2 SECRET", "Nanaimo softly"), "no printed page has"},
	} {
		faults := strings.Join(samePrint([]page{first, c.second}, documents), "\n")
		if (c.want == "") != (faults == "") || !strings.Contains(faults, c.want) {
			t.Errorf("%s: faults %q, want %q", c.name, faults, c.want)
		}
	}
}

func TestSameLength(t *testing.T) {
	d := &document{top: 72, bottom: 72}
	// pages are so many full ones, and a last one filled so far.
	pages := func(full int, down float64) []page {
		var out []page
		for range full {
			out = append(out, page{Height: 792})
		}
		return append(out, page{Height: 792, Words: []word{{box{72, down - 12, 90, down}, "end"}}, text: 1})
	}
	for _, c := range []struct {
		name        string
		pages, ours []page
		d           *document
		same        bool
	}{
		{"the same", pages(3, 300), pages(3, 300), d, true},
		{"one page each", pages(0, 700), pages(0, 100), d, true},
		{"a few lines on a new page", pages(3, 100), pages(2, 700), d, true},
		{"a page more", pages(3, 700), pages(2, 700), d, false},
		{"a page less", pages(1, 700), pages(2, 700), d, false},
		{"one of twenty", pages(20, 700), pages(19, 100), d, true},
		{"few lines a page", pages(24, 100), pages(32, 100), &document{top: 300, bottom: 300}, true},
	} {
		if got := len(sameLength(c.pages, c.ours, c.d)) == 0; got != c.same {
			t.Errorf("%s: same is %v", c.name, got)
		}
	}
}
