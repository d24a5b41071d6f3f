package docx_test

import (
	"bytes"
	"encoding/xml"
	"strings"
	"testing"

	"briefnote/internal/doctest"
	"briefnote/internal/docxread"
	"briefnote/internal/golden"
	"briefnote/render/doc"
	"briefnote/render/docx"
	"briefnote/render/style"
)

// TestGolden compares the parts of some files, an element a line, with what
// they were when someone last looked at them.
func TestGolden(tt *testing.T) {
	folder := golden.Open(tt, "testdata/golden")
	for name, docs := range map[string][]*doc.Document{
		"english": {english()}, "french": {french()}, "notice": {notice()}, "book": book(),
	} {
		for _, house := range []string{"public-safety", "large-print"} {
			f := read(tt, written(tt, writer(tt, house), docs...))
			for _, part := range f.Names {
				// What a document says is the same in all styles, and the book's is long.
				if house == "large-print" && part != "word/styles.xml" || name != "book" && part == "word/styles.xml" && house != "public-safety" {
					continue
				}
				folder.Equal(tt, strings.Join([]string{name, house, strings.ReplaceAll(part, "/", "_") + ".txt"}, "/"), lines(f.Part(part)))
			}
		}
	}
}

// lines returns XML with an element a line.
func lines(part []byte) []byte {
	return append(bytes.ReplaceAll(part, []byte("><"), []byte(">\n<")), '\n')
}

func TestFaultless(tt *testing.T) {
	for _, house := range []string{"public-safety", "large-print"} {
		w := writer(tt, house)
		for name, docs := range map[string][]*doc.Document{
			"english": {english()}, "french": {french()}, "notice": {notice()}, "book": book(), "row": {english(), french(), notice(), english()},
			"nothing": {{Lang: doc.English, Kind: "binder"}}, "two of nothing": {{Lang: doc.French, Title: "A"}, {Title: "B"}},
		} {
			for _, fault := range read(tt, written(tt, w, docs...)).Faults() {
				tt.Errorf("%s, %s: %s", house, name, fault)
			}
		}
	}
}

// body returns what a file of one block has between the document's bookmarks.
func body(tb testing.TB, w *docx.Writer, blocks ...doc.Block) (string, *docxread.File) {
	tb.Helper()
	d := &doc.Document{Lang: doc.English, Labels: doctest.Labels, Title: "T", Notes: []*doc.Note{{Mark: "1", Runs: runs(t("n"))}}, Blocks: append([]doc.Block{para(t("first"))}, blocks...)}
	f := read(tb, written(tb, w, d))
	src := string(f.Part("word/document.xml"))
	_, src, _ = strings.Cut(src, "first</w:t></w:r>")
	src, _, _ = strings.Cut(src, "<w:sectPr>")
	return strings.ReplaceAll(src, ` xml:space="preserve"`, ""), f
}

// TestPieces checks what golden files of whole documents show too late or not at all.
func TestPieces(tt *testing.T) {
	w := writer(tt, "public-safety")
	link := func(address string) doc.Block { return para(&doc.Link{URL: address, Runs: runs(t("label"))}) }
	bare := `<w:r><w:t>label</w:t></w:r>`
	long := strings.Repeat("x", 2000)
	for _, c := range []struct {
		name  string
		block doc.Block
		want  string
	}{
		{"escaped text", para(t(`<script>alert("1")</script> ]]> & 'x'`)), `<w:t>&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; ]]&gt; &amp; 'x'</w:t>`},
		{"characters that XML has not", para(t("a\x00b\x1fc\uFFFEd\xffe")), "<w:t>a\uFFFDb\uFFFDc\uFFFDd\uFFFDe</w:t>"},
		{"hyphens", para(t("co\u00ADop\u2011x")), `<w:t>co</w:t><w:softHyphen/><w:t>op</w:t><w:noBreakHyphen/><w:t>x</w:t>`},
		{"both faces and a language", para(&doc.Text{Value: "mot", Bold: true, Italic: true, Lang: doc.French}), `<w:r><w:rPr><w:b/><w:i/><w:lang w:val="fr-CA"/></w:rPr><w:t>mot</w:t></w:r>`},
		{"link", link("HTTPS://example.org/é?a=1&b"), `<w:hyperlink r:id="rId4" w:history="1"><w:r><w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr><w:t>label</w:t></w:r></w:hyperlink>`},
		{"script", link("javascript:alert(1)"), bare},
		{"file", link("file:///etc/passwd"), bare},
		{"no host", link("https:example"), bare},
		{"port that cannot be", link("https://example.org:99999/"), bare},
		{"mail without a place", link("mailto:a@b@c"), bare},
		{"link in a link", para(&doc.Link{URL: "https://a.example", Runs: runs(&doc.Link{URL: "https://b.example", Runs: runs(t("label"))})}), `w:val="Hyperlink"/></w:rPr><w:t>label</w:t></w:r></w:hyperlink></w:p>`},
		{"severance", para(&doc.Severance{Made: true, Token: "[REDACTED]", Provisions: []string{"15(1)"}}), `<w:alias w:val="redacted, section 15(1)"/>`},
		{"severance of many provisions", para(&doc.Severance{Made: true, Token: "[REDACTED]", Provisions: []string{strings.Repeat("1", 80)}}), `<w:alias w:val="redacted, section ` + strings.Repeat("1", 45) + `…"/>`},
		{"to withhold", para(&doc.Severance{Cite: "s. 1", Runs: runs(t("x"))}), `<w:r><w:rPr><w:rStyle w:val="ToWithhold"/></w:rPr><w:t>x</w:t></w:r><w:r><w:rPr><w:rStyle w:val="Provisions"/></w:rPr><w:t> s. 1</w:t></w:r>`},
		{"empty point keeps its mark", points(doc.Numbers, 1, item()), `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr><w:spacing w:after="180"/></w:pPr></w:p>`},
		{"run-in", &doc.Paragraph{Role: doc.RoleRunIn, Lead: runs(t("Crew:")), Runs: runs(t("x"))}, `<w:rStyle w:val="RunInTopic"/><w:b/></w:rPr><w:t>Crew:</w:t></w:r><w:r><w:t> </w:t></w:r><w:r><w:t>x</w:t></w:r>`},
		{"level beyond 6", &doc.Heading{Level: 9, Role: doc.RoleSection, Runs: runs(t("deep"))}, `<w:pStyle w:val="Heading5"/>`},
		{"title of two lines", &doc.Heading{Level: 1, Role: doc.RoleTitle, Runs: runs(t(strings.Repeat("a title of words ", 5) + "end"))}, `<w:pStyle w:val="Title"/><w:ind w:left="`},
		{"title of one line", &doc.Heading{Level: 1, Role: doc.RoleTitle, Runs: runs(t("end"))}, `<w:pStyle w:val="Title"/></w:pPr>`},
		{"header row", &doc.Table{Header: row("a"), Rows: [][]doc.Cell{row("b")}}, `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>`},
		{"long word", para(t(long)), `<w:t>` + long + `</w:t>`},
	} {
		tt.Run(c.name, func(tt *testing.T) {
			got, f := body(tt, w, c.block, para(&doc.NoteRef{Mark: "1"}))
			if !strings.Contains(got, c.want) {
				tt.Errorf("no %s in\n%s", c.want, lines([]byte(got)))
			}
			if faults := f.Faults(); len(faults) > 0 {
				tt.Error(faults)
			}
		})
	}
}

// TestAddresses checks what a link leads to.
func TestAddresses(tt *testing.T) {
	w := writer(tt, "public-safety")
	for given, want := range map[string]string{
		"https://example.org/é a?x=[1]%2":  "https://example.org/%C3%A9%20a?x=%5B1%5D%252",
		"https://example.org/%C3%A9#part":  "https://example.org/%C3%A9#part",
		"mailto:a.b@example.org?subject=x": "mailto:a.b@example.org?subject=x",
	} {
		_, f := body(tt, w, para(&doc.Link{URL: given, Runs: runs(t("l"))}))
		if rels := string(f.Part("word/_rels/document.xml.rels")); !strings.Contains(rels, `Target="`+want+`" TargetMode="External"`) {
			tt.Errorf("%s: no %s in %s", given, want, rels)
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
	w := writer(tt, "public-safety")
	for _, c := range []struct {
		name  string
		block doc.Block
		want  string
	}{
		{"block", &strangeBlock{&doc.Paragraph{Origin: here}}, "n.yaml /background/0: DOCX has no form for this kind of block"},
		{"run", para(&strangeRun{&doc.Text{Origin: here}}), "n.yaml /background/0: DOCX has no form for this kind of run of text"},
		{"ragged table", &doc.Table{Origin: here, Header: row("a", "b"), Rows: [][]doc.Cell{row("1", "2"), row("3")}}, "n.yaml /background/0: the table has cells missing or too many: 1 in row 2, and 2 in its header"},
		{"note without text", para(&doc.NoteRef{Origin: here, Note: 0, Mark: "1"}), "n.yaml /background/0: footnote 1 has no text"},
		{"nil", nil, "DOCX has no form for this kind of block"},
	} {
		tt.Run(c.name, func(tt *testing.T) {
			var b bytes.Buffer
			err := w.Write(&b, []*doc.Document{{Blocks: []doc.Block{para(t("Before.")), c.block, &strangeBlock{&doc.Table{}}}}}, docx.Options{})
			if err == nil || !strings.Contains(err.Error(), c.want) {
				tt.Errorf("got %v, want %s", err, c.want)
			}
			if b.Len() > 0 {
				tt.Error("something was written in spite of the error")
			}
		})
	}
	if err := w.Write(&bytes.Buffer{}, nil, docx.Options{}); err == nil {
		tt.Error("no error without a document")
	}
}

// TestBareStyle checks that a style that says nothing gives a file all the same.
func TestBareStyle(tt *testing.T) {
	w := docx.New(&style.Sheet{}, advance(tt))
	for _, fault := range read(tt, written(tt, w, book()...)).Faults() {
		tt.Error(fault)
	}
}

// TestSameBytes checks that the same documents give the same bytes, from
// whichever writer.
func TestSameBytes(tt *testing.T) {
	w := writer(tt, "public-safety")
	first := written(tt, w, book()...)
	written(tt, w, french())
	for _, again := range []*docx.Writer{w, writer(tt, "public-safety")} {
		if !bytes.Equal(first, written(tt, again, book()...)) {
			tt.Error("other bytes than the first time")
		}
	}
}

// TestXML checks that every part is XML to the letter: no name that is not
// declared, no attribute twice.
func TestXML(tt *testing.T) {
	f := read(tt, written(tt, writer(tt, "public-safety"), book()...))
	for _, name := range f.Names {
		d := xml.NewDecoder(bytes.NewReader(f.Part(name)))
		for {
			token, err := d.Token()
			if err != nil {
				break
			}
			start, ok := token.(xml.StartElement)
			if !ok {
				continue
			}
			seen := map[xml.Name]bool{}
			for _, a := range start.Attr {
				if seen[a.Name] {
					tt.Errorf("%s: %s has %s twice", name, start.Name.Local, a.Name.Local)
				}
				seen[a.Name] = true
			}
			if !strings.HasPrefix(start.Name.Space, "http") {
				tt.Errorf("%s: the name space of %s is %q", name, start.Name.Local, start.Name.Space)
			}
		}
	}
}
