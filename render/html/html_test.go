package html_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"briefnote/render/doc"
	"briefnote/render/html"
	"briefnote/render/style"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func written(tb testing.TB, docs ...*doc.Document) string {
	tb.Helper()
	var b bytes.Buffer
	if err := html.New(house()).Write(&b, docs); err != nil {
		tb.Fatal(err)
	}
	return b.String()
}

func TestGolden(tt *testing.T) {
	for name, docs := range map[string][]*doc.Document{
		"english": {english()}, "french": {french()}, "three": {english(), notice(), french()}, "book": book(),
	} {
		tt.Run(name, func(tt *testing.T) {
			got := written(tt, docs...)
			path := filepath.Join("testdata", name+".html")
			if *update {
				if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
					tt.Fatal(err)
				}
			}
			want, err := os.ReadFile(path)
			if err != nil {
				tt.Fatal(err)
			}
			if got != string(want) {
				tt.Errorf("not as in %s; if it should be, run the test with -update", path)
			}
		})
	}
}

// TestPieces checks what golden files of whole pages show too late or not at all.
func TestPieces(tt *testing.T) {
	link := func(address string) doc.Block {
		return para(&doc.Link{URL: address, Runs: runs(t("label"))})
	}
	bare := `<p class="body">label</p>`
	for _, c := range []struct {
		name  string
		block doc.Block
		want  string
	}{
		{"escaped text", para(t(`<script>alert("1")</script> ]]> & 'x'`)), `<p class="body">&lt;script&gt;alert(&#34;1&#34;)&lt;/script&gt; ]]&gt; &amp; &#39;x&#39;</p>`},
		{"link", link("HTTPS://example.org/é?a=1&b"), `<a href="HTTPS://example.org/%c3%a9?a=1&amp;b">label</a>`},
		{"mail", link("mailto:a@example.org"), `<a href="mailto:a@example.org">label</a>`},
		{"script", link("javascript:alert(1)"), bare},
		{"script in capitals", link("JavaScript:alert(1)"), bare},
		{"script behind a control character", link("\x01javascript:alert(1)"), bare},
		{"script behind a tab", link("java\tscript:alert(1)"), bare},
		{"data", link("data:text/html,x"), bare},
		{"file", link("file:///etc/passwd"), bare},
		{"relative", link("other.html"), bare},
		{"no host", link("https:example"), bare},
		{"both faces and a language", para(&doc.Text{Value: "mot", Bold: true, Italic: true, Lang: doc.French}), `<span lang="fr"><strong><em>mot</em></strong></span>`},
		{"no space between runs", para(t("a"), &doc.Text{Value: "b", Bold: true}, t("c")), `<p class="body">a<strong>b</strong>c</p>`},
		{"severance without provisions", para(&doc.Severance{Made: true, Token: "[redacted]"}), `<span class="severance" role="img" aria-label="redacted">[redacted]</span>`},
		{"severance with provisions", para(&doc.Severance{Made: true, Token: "[REDACTED]", Provisions: []string{"15(1)"}}), `aria-label="redacted, section 15(1)"`},
		{"empty point keeps its mark", points(doc.Bullets, 1, item()), `<li><br></li>`},
		{"list counts on behind an unmarked item", points(doc.Letters, 3, item(para(t("c"))), doc.Item{Unmarked: true, Blocks: []doc.Block{para(t("on"))}}, item(para(t("d")))), `<ol class="level-0" type="a" start="4">`},
		{"marks that need more room than the style has", points(doc.Numbers, 100000, item(para(t("a"))), item(para(t("b")))), `<ol class="level-0" start="100000" style="margin-left:43.12pt">`},
		{"marks that have room enough", points(doc.Numbers, 99, item(para(t("a")))), `<ol class="level-0" start="99">`},
		{"table whose words fit", &doc.Table{Header: row("a", "b")}, `<div class="frame" tabindex="0">`},
		{"table whose words do not fit side by side", &doc.Table{Header: row(strings.Repeat("x", 45), strings.Repeat("y", 45))}, `<div class="frame tight" tabindex="0">`},
		{"table whose words fit if lines end at hyphens", &doc.Table{Header: row(strings.Repeat("xx-", 30), strings.Repeat("y", 45))}, `<div class="frame" tabindex="0">`},
		{"row of a table that may be broken", &doc.Table{Header: row("a"), Rows: [][]doc.Cell{row(strings.Repeat("word ", 90))}}, `<tr class="long" valign="top">`},
		{"list deeper than the style knows", points(doc.Bullets, 1, item(points(doc.Bullets, 1, item(points(doc.Bullets, 1, item()))))), `<ul class="level-1">` + "\n<li><br></li>"},
		{"level beyond 6", &doc.Heading{Level: 9, Role: doc.RoleSection, Runs: runs(t("deep"))}, `<h6 class="heading-6">deep</h6>`},
		{"column head without words", &doc.Table{Header: row("a", "")}, `>a</th><td style=`},
		{"table of many columns", &doc.Table{Header: row(make([]string, 40)...)}, `<div class="frame wide" tabindex="0"><table class="grid" cellpadding="2" width="100%">`},
		{"long word", para(t(strings.Repeat("x", 2000))), `<p class="body">` + strings.Repeat("x", 2000) + `</p>`},
	} {
		tt.Run(c.name, func(tt *testing.T) {
			d := &doc.Document{Lang: doc.English, Labels: english().Labels, Blocks: []doc.Block{c.block}}
			got := written(tt, d)
			if !strings.Contains(got, c.want) {
				_, body, _ := strings.Cut(got, "<body")
				tt.Errorf("no %s in\n%s", c.want, body)
			}
		})
	}
}

// TestFurniture checks the words that stand in the style sheet, where
// html/template's own escaping does not reach.
func TestFurniture(tt *testing.T) {
	d := english()
	d.Marking = []string{`"};</style><script>alert(1)</script>`, `javascript: \a`}
	d.Labels.Page = `{total}\"</style>{n}`
	got := written(tt, d)
	for _, bad := range []string{"<script>", "ZgotmplZ"} {
		if strings.Contains(got, bad) {
			tt.Errorf("%s stands in the file", bad)
		}
	}
	if n := strings.Count(got, "</style>"); n != 1 {
		tt.Errorf("the style sheet ends %d times", n)
	}
	for _, want := range []string{
		`content:counter(pages) "\00005c\000022\00003c\00002fstyle\00003e" counter(page);`,
		`\00000ajavascript\00003a\000020\00005ca\00000aFor\000020Official\000020Use\000020Only"`,
	} {
		if !strings.Contains(got, want) {
			tt.Errorf("no %s in the style sheet", want)
		}
	}
}

// TestStyleSheetIsFilled checks that every variable of the shared style sheet
// has a value, and that its comments stay at home.
func TestStyleSheetIsFilled(tt *testing.T) {
	got := written(tt, english())
	for _, bad := range []string{"var(", "/*", "*/"} {
		if strings.Contains(got, bad) {
			tt.Errorf("%s stands in the file", bad)
		}
	}
}

// TestPagesOfABook checks that each document of a book is counted by itself in
// print, and that the book's marking runs over all pages in LibreOffice.
func TestPagesOfABook(tt *testing.T) {
	docs := book()
	docs[1].Labels.Page = "Page {n} of {total}"
	got := written(tt, docs...)
	for _, want := range []string{
		"@page sheet-2{counter-increment:sheet-2;",
		`content:"Page\000020" counter(sheet-2);`,
		`<div class="paged" title="header">` + "\n" + `<table class="furniture" role="presentation" width="100%"><tr valign="top"><td width="100%" style="padding:0pt">` + "\n" + `<p class="furniture-0" style="margin-bottom:`,
	} {
		if !strings.Contains(got, want) {
			tt.Errorf("no %s", want)
		}
	}
	for _, bad := range []string{"counter(page", "<sdfield"} {
		if strings.Contains(got, bad) {
			tt.Errorf("%s would count the pages of the whole book", bad)
		}
	}
}

func TestDraftAndMarkingShareABox(tt *testing.T) {
	sh := house()
	sh.Furniture[1].Align = sh.Furniture[0].Align
	var b bytes.Buffer
	if err := html.New(sh).Write(&b, []*doc.Document{french()}); err != nil {
		tt.Fatal(err)
	}
	if want := `content:"Réservé\000020à\000020un\000020usage\000020officiel" "\00000a" "ÉBAUCHE";`; !strings.Contains(b.String(), want) {
		tt.Errorf("no %s in the style sheet", want)
	}
}

func TestTitleIsNeverEmpty(tt *testing.T) {
	for _, c := range []struct {
		d    *doc.Document
		want string
	}{
		{&doc.Document{Title: "A <b>"}, "<title>A &lt;b&gt;</title>"},
		{&doc.Document{Meta: doc.Meta{Subject: "Notice"}}, "<title>Notice</title>"},
		{&doc.Document{Kind: "withheld-notice"}, "<title>withheld-notice</title>"},
		{&doc.Document{}, "<title>brief</title>"},
	} {
		if got := written(tt, c.d); !strings.Contains(got, c.want) {
			tt.Errorf("no %s", c.want)
		}
	}
}

// Blocks and runs of a kind that no writer knows.
type (
	strangeBlock struct{ doc.Block }
	strangeRun   struct{ doc.Run }
)

func TestErrors(tt *testing.T) {
	here := doc.Origin{Pointer: "/background/0"}
	here.Span.File = "n.yaml"
	for _, c := range []struct {
		name  string
		block doc.Block
		want  string
	}{
		{"block", &strangeBlock{&doc.Paragraph{Origin: here}}, "n.yaml /background/0: HTML has no form for this kind of block"},
		{"run", para(&strangeRun{&doc.Text{Origin: here}}), "n.yaml /background/0: HTML has no form for this kind of run of text"},
		{"ragged table", &doc.Table{Origin: here, Header: row("a", "b"), Rows: [][]doc.Cell{row("1", "2"), row("3")}}, "n.yaml /background/0: the table has cells missing or too many: 1 in row 2, and 2 in its header"},
		{"note without text", para(&doc.NoteRef{Origin: here, Note: 0, Mark: "1"}), "n.yaml /background/0: footnote 1 has no text"},
		{"nil", nil, "HTML has no form for this kind of block"},
	} {
		tt.Run(c.name, func(tt *testing.T) {
			var b bytes.Buffer
			err := html.New(house()).Write(&b, []*doc.Document{{Blocks: []doc.Block{para(t("Before.")), c.block, &strangeBlock{&doc.Table{}}}}})
			if err == nil || !strings.Contains(err.Error(), c.want) {
				tt.Errorf("got %v, want %s", err, c.want)
			}
			if b.Len() > 0 {
				tt.Error("something was written in spite of the error")
			}
		})
	}
	if err := html.New(house()).Write(&bytes.Buffer{}, nil); err == nil {
		tt.Error("no error without a document")
	}
}

// TestBareStyle checks that a style that says nothing gives a file all the same.
func TestBareStyle(tt *testing.T) {
	var b bytes.Buffer
	if err := html.New(&style.Sheet{}).Write(&b, []*doc.Document{english()}); err != nil {
		tt.Fatal(err)
	}
	if strings.Contains(b.String(), "NaN") || strings.Contains(b.String(), "Inf") {
		tt.Error("a length is not a number")
	}
}
