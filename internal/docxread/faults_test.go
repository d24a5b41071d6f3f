package docxread

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"
)

// whole is a file without faults, of the least that has every piece that
// faults can be in. It is written by hand: the tests of the writer use what is
// tested here.
func whole() map[string]string {
	const w = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	const types = "application/vnd.openxmlformats-officedocument.wordprocessingml."
	override := func(name, kind string) string {
		return `<Override PartName="/` + name + `" ContentType="` + kind + `"/>`
	}
	rel := func(id, kind, target string) string {
		return `<Relationship Id="` + id + `" Type="http://x/` + kind + `" Target="` + target + `"/>`
	}
	rels := func(all ...string) string {
		return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` + strings.Join(all, "") + `</Relationships>`
	}
	return map[string]string{
		"[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
			override("word/document.xml", types+"document.main+xml") + override("word/styles.xml", types+"styles+xml") +
			override("word/numbering.xml", types+"numbering+xml") + override("word/footnotes.xml", types+"footnotes+xml") +
			override("word/footer1.xml", types+"footer+xml") + override("docProps/core.xml", "core") + `</Types>`,
		"_rels/.rels": rels(rel("rId1", "officeDocument", "word/document.xml"), rel("rId2", "core-properties", "docProps/core.xml")),
		"word/_rels/document.xml.rels": rels(rel("rId1", "styles", "styles.xml"), rel("rId2", "numbering", "numbering.xml"), rel("rId3", "footnotes", "footnotes.xml"), rel("rId4", "footer", "footer1.xml"),
			`<Relationship Id="rId5" Type="http://x/hyperlink" Target="https://example.org" TargetMode="External"/>`),
		"word/document.xml": `<w:document ` + w + `><w:body>` +
			`<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:bookmarkStart w:id="1" w:name="one"/><w:r><w:t>A note</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r><w:bookmarkEnd w:id="1"/></w:p>` +
			`<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:p>` +
			`<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="1"/></w:tblGrid><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:p><w:r><w:t>Head</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>` +
			`<w:p><w:hyperlink r:id="rId5"><w:r><w:t>a link</w:t></w:r></w:hyperlink><w:r><w:tab/><w:fldChar w:fldCharType="begin"/><w:instrText> NOTEREF one </w:instrText><w:fldChar w:fldCharType="end"/></w:r>` +
			`<w:sdt><w:sdtPr><w:alias w:val="read"/><w:id w:val="1"/></w:sdtPr><w:sdtContent><w:r><w:t>co</w:t><w:softHyphen/><w:t>op</w:t></w:r></w:sdtContent></w:sdt></w:p>` +
			`<w:sectPr><w:footerReference w:type="default" r:id="rId4"/></w:sectPr></w:body></w:document>`,
		"word/styles.xml":    `<w:styles ` + w + `><w:docDefaults><w:lang w:val="en-CA"/></w:docDefaults><w:style w:styleId="Title"/></w:styles>`,
		"word/numbering.xml": `<w:numbering ` + w + `><w:abstractNum w:abstractNumId="0"/><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
		"word/footnotes.xml": `<w:footnotes ` + w + `><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote><w:footnote w:id="1"><w:p><w:r><w:footnoteRef/><w:tab/><w:t>below</w:t></w:r></w:p></w:footnote></w:footnotes>`,
		"word/footer1.xml":   `<w:ftr ` + w + `><w:p><w:r><w:t>SECRET</w:t></w:r></w:p></w:ftr>`,
		"docProps/core.xml": `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
			`<dc:title>T</dc:title><dc:language>en-CA</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">2031-05-06T00:00:00Z</dcterms:created></cp:coreProperties>`,
	}
}

// order is the parts in the order of the archive.
var order = []string{
	"[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/_rels/document.xml.rels", "word/styles.xml",
	"word/numbering.xml", "word/footnotes.xml", "word/footer1.xml", "docProps/core.xml",
}

func opened(t *testing.T, parts map[string]string) *File {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range order {
		if parts[name] == "" {
			continue
		}
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(parts[name])); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	f, err := Open(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestWhole(t *testing.T) {
	f := opened(t, whole())
	if faults := f.Faults(); len(faults) > 0 {
		t.Errorf("faults of a file that has none: %q", faults)
	}
	sections := f.Sections()
	if len(sections) != 1 {
		t.Fatalf("%d sections", len(sections))
	}
	got := strings.Join(sections[0].Words(), " ") + " / " + strings.Join(f.Furniture(sections[0], "footer"), " ")
	if want := "A note1 Head a link co\u00ADop 1 below / SECRET"; got != want {
		t.Errorf("it says\n%q, want\n%q", got, want)
	}
}

// TestFaults spoils a file in one way after the other: each fault must be found.
func TestFaults(t *testing.T) {
	const doc, rels, types = "word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"
	for _, c := range []struct{ part, old, new, want string }{
		{types, `<Override PartName="/word/styles.xml"`, `<Override PartName="/word/other.xml"`, "no type for word/styles.xml"},
		{types, `styles+xml`, `settings+xml`, "word/styles.xml has the type"},
		{types, `</Types>`, `<Override PartName="/word/styles.xml"/></Types>`, "two types"},
		{rels, `Target="footer1.xml"`, `Target="footer2.xml"`, "which is not there"},
		{rels, `Id="rId4"`, `Id="rId9"`, "rId4 is not defined"},
		{rels, `Id="rId2"`, `Id="rId1"`, "rId1 is there twice"},
		{doc, ` r:id="rId5"`, ``, "nothing uses rId5"},
		{doc, `w:val="Title"`, `w:val="Titel"`, "no style Titel"},
		{doc, `<w:numId w:val="1"/>`, `<w:numId w:val="2"/>`, "no list 2"},
		{doc, `<w:footnoteReference w:id="1"/>`, ``, "referred to 0 times"},
		{doc, `<w:footnoteReference w:id="1"/>`, `<w:footnoteReference w:id="1"/><w:footnoteReference w:id="7"/>`, "no footnote 7"},
		{doc, `<w:bookmarkEnd w:id="1"/>`, ``, "bookmark 1 does not end"},
		{doc, `<w:bookmarkStart w:id="1" w:name="one"/>`, ``, "bookmark 1 ends but is not open"},
		{doc, `w:name="one"`, `w:name="two"`, "no bookmark one"},
		{doc, `<w:hyperlink r:id="rId5">`, `<w:hyperlink r:id="rId5" w:anchor="gone">`, "no bookmark gone"},
		{doc, `<w:fldChar w:fldCharType="end"/>`, ``, "a field does not end"},
		{doc, `<w:fldChar w:fldCharType="begin"/>`, ``, "a field ends that did not begin"},
		{doc, `w:val="read"`, `w:val="` + strings.Repeat("x", 65) + `"`, "longer than Word takes"},
		{doc, `</w:sdt>`, `</w:sdt><w:sdt><w:sdtPr><w:id w:val="1"/></w:sdtPr></w:sdt>`, "two controls 1"},
		{doc, `<w:p/>`, ``, "does not end with a paragraph"},
		{doc, `</w:tbl>`, `</w:tbl><w:tbl><w:tblGrid/></w:tbl>`, "two tables that Word would join"},
		{doc, `<w:gridCol w:w="1"/>`, `<w:gridCol w:w="1"/><w:gridCol w:w="1"/>`, "a row of 1 cells in a table of 2 columns"},
		{doc, `<w:tr><w:tc><w:p/></w:tc></w:tr>`, `<w:tr><w:tc><w:p/></w:tc></w:tr><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:p/></w:tc></w:tr>`, "a header below other rows"},
		{doc, `<w:tbl>`, `<w:p/><w:tbl>`, "a paragraph without words"},
		{doc, `<w:t>a link</w:t>`, `<w:del><w:t>a link</w:t></w:del>`, "w:t within w:del"},
		{"word/styles.xml", `<w:style w:styleId="Title"/>`, `<w:style w:styleId="Title"/><w:style w:styleId="Title"/>`, "two of w:style Title"},
		{"word/styles.xml", `en-CA`, `fr-CA`, "not in the language"},
		{"word/numbering.xml", `<w:abstractNumId w:val="0"/>`, `<w:abstractNumId w:val="3"/>`, "looks 3, which are not defined"},
		{"word/footnotes.xml", `<w:t>below</w:t>`, `<w:footnoteReference w:id="1"/>`, "word/footnotes.xml: it refers to a footnote"},
		{"docProps/core.xml", `<dc:title>T</dc:title>`, ``, "no dc:title"},
		{"docProps/core.xml", `<dc:title>T</dc:title>`, `<dc:title>T</dc:title><dc:title>T</dc:title>`, "two of dc:title"},
		{"docProps/core.xml", ` xsi:type="dcterms:W3CDTF"`, ``, "is no date"},
	} {
		parts := whole()
		if !strings.Contains(parts[c.part], c.old) {
			t.Errorf("%s has no %s to spoil", c.part, c.old)
			continue
		}
		parts[c.part] = strings.Replace(parts[c.part], c.old, c.new, 1)
		if faults := strings.Join(opened(t, parts).Faults(), "\n"); !strings.Contains(faults, c.want) {
			t.Errorf("%s without %s: no %q in\n%s", c.part, c.old, c.want, faults)
		}
	}
	parts := whole()
	delete(parts, "docProps/core.xml")
	if faults := strings.Join(opened(t, parts).Faults(), "\n"); !strings.Contains(faults, "there is no docProps/core.xml") {
		t.Error(faults)
	}
}

func TestOpen(t *testing.T) {
	if _, err := Open([]byte("no archive")); err == nil {
		t.Error("no error for what is no archive")
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.Create("a.xml")
	if err != nil {
		t.Fatal(err)
	}
	_, _ = w.Write([]byte("<a><b></a>"))
	_ = z.Close()
	if _, err := Open(b.Bytes()); err == nil {
		t.Error("no error for what is no XML")
	}
}
