package pdf

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"briefnote/render/doc"
	"briefnote/render/font"
	"briefnote/render/layout"
	"briefnote/render/style"
	"briefnote/templates"
)

func words(s string) []doc.Run { return []doc.Run{&doc.Text{Value: s}} }

func section(level int, s string) doc.Block {
	return &doc.Heading{Level: level, Role: doc.RoleSection, Runs: words(s)}
}

// sample is a document with a link, a severance, headings and letters of two faces.
func sample() *doc.Document {
	link := &doc.Link{URL: "https://example.org/a(b)?é", Runs: words("the inventory of smoke that is kept at this very long name so that it takes two lines")}
	return &doc.Document{
		Lang: doc.French, Title: "Fumée (été) & <chaleur>", Marking: []string{"PROTÉGÉ A"},
		Meta:   doc.Meta{Author: "Direction A & B", Subject: "Note"},
		Labels: doc.Labels{Page: "Page {n} de {total}"},
		Blocks: []doc.Block{
			&doc.Heading{Level: 1, Role: doc.RoleTitle, Runs: words("Fumée")},
			section(2, "Premier"), section(3, "Dessous"),
			&doc.Paragraph{Role: doc.RoleBody, Runs: []doc.Run{
				words("Les mots [entre] (parenthèses) \\ et τέλος, ")[0], link, words(" puis ")[0],
				&doc.Severance{Made: true, Token: "[CAVIARDÉ]"}, words(".")[0],
			}},
			section(2, "Second"),
			&doc.Paragraph{Role: doc.RoleBody, Runs: words("Fin.")},
		},
	}
}

func house(t testing.TB) (*style.Sheet, *font.Set) {
	t.Helper()
	sh, ds := style.Load(style.Default)
	data, err := fs.Sub(templates.FS, "fonts")
	if sh == nil || err != nil {
		t.Fatal(ds, err)
	}
	fonts, err := font.Load(data, sh.Family)
	if err != nil {
		t.Fatal(err)
	}
	return sh, fonts
}

func laid(t testing.TB, d *doc.Document, sh *style.Sheet, fonts *font.Set) Set {
	t.Helper()
	r, err := layout.Set(d, sh, fonts)
	if err != nil {
		t.Fatal(err)
	}
	return Set{d, r}
}

func written(t testing.TB, opt Options, docs ...*doc.Document) []byte {
	t.Helper()
	sh, fonts := house(t)
	var sets []Set
	for _, d := range docs {
		sets = append(sets, laid(t, d, sh, fonts))
	}
	var b bytes.Buffer
	if err := Write(&b, sets, fonts, opt); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// inflated returns everything in a file, streams inflated.
func inflated(t testing.TB, data []byte) string {
	t.Helper()
	var all strings.Builder
	for _, part := range regexp.MustCompile(`(?s)stream\n(.*?)\nendstream`).FindAllSubmatch(data, -1) {
		r, err := zlib.NewReader(bytes.NewReader(part[1]))
		if err != nil {
			all.Write(part[1]) // metadata is not compressed
			continue
		}
		body, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		all.Write(body)
		all.WriteByte('\n')
	}
	return all.String()
}

func TestWhatTheFileSays(t *testing.T) {
	all := inflated(t, written(t, Options{Created: time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)}, sample()))
	for _, want := range []string{
		"/Type /Catalog", "/Lang (fr)", "/DisplayDocTitle true", "/MediaBox [0 0 612 792]",
		"/Title <FEFF00460075006d00e90065", "/CreationDate (D:20260102030405Z)",
		`<rdf:li xml:lang="x-default">Fumée (été) &amp; &lt;chaleur&gt;</rdf:li>`, "<rdf:li>Direction A &amp; B</rdf:li>",
		"<rdf:Bag><rdf:li>fr</rdf:li></rdf:Bag>", "<xmp:CreateDate>2026-01-02T03:04:05Z</xmp:CreateDate>",
		`/URI (https://example.org/a\(b\)?%C3%A9)`, "/Subtype /Type0", "/Encoding /Identity-H", "/FontFile2 ",
		"/Title (Premier)", "/Title (Dessous)", "/PageMode /UseOutlines",
		"/MarkInfo <</Marked true>>", "/Tabs /S", "/S /GTS_PDFA1", "/F 4",
		"<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>",
		"<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>",
	} {
		if !strings.Contains(all, want) {
			t.Errorf("the file does not say %s", want)
		}
	}
	if n := strings.Count(all, "/Subtype /Link"); n != 2 {
		t.Errorf("a link over two lines has %d places, want 2", n)
	}
}

func TestNoDateNoDates(t *testing.T) {
	all := inflated(t, written(t, Options{}, sample()))
	for _, unwanted := range []string{"CreationDate", "ModDate", "xmp:CreateDate"} {
		if strings.Contains(all, unwanted) {
			t.Errorf("a file without a date says %s", unwanted)
		}
	}
}

func TestSameInputSameBytes(t *testing.T) {
	a, b := written(t, Options{}, sample()), written(t, Options{}, sample())
	if !bytes.Equal(a, b) {
		t.Error("the same document gives two files")
	}
}

// recorder is a canvas that notes what is drawn, in the letters of the faces.
type recorder struct {
	fonts *fontTable
	b     strings.Builder
	face  *font.Face
}

func (r *recorder) page(w, h float64)                          { fmt.Fprintf(&r.b, "page %g %g\n", w, h) }
func (r *recorder) line(_, _, _, _, _ float64, _ style.Color)  { r.b.WriteString("line\n") }
func (r *recorder) rect(_, _, _, _ float64, _ style.Color)     { r.b.WriteString("rect\n") }
func (r *recorder) frame(_, _, _, _, _ float64, _ style.Color) { r.b.WriteString("frame\n") }

func (r *recorder) text(_, _ float64, glyphs []byte, _ style.Color) {
	for i := 0; i < len(glyphs); i += 2 {
		r.b.WriteRune(r.face.Rune(uint16(glyphs[i])<<8 | uint16(glyphs[i+1])))
	}
	r.b.WriteByte('\n')
}

func (r *recorder) raw(operator []byte) {
	op := string(operator)
	var name string
	if _, err := fmt.Sscanf(op, "BT /%s", &name); err == nil {
		var n int
		if _, err := fmt.Sscanf(name, "F%d", &n); err == nil {
			r.face = r.fonts.faces[n-1].face
		}
		return
	}
	r.b.WriteString(op + "\n")
}

// drawn returns what is drawn of a document, an operator or a piece a line.
func drawn(t *testing.T, sh *style.Sheet, fonts *font.Set, d *doc.Document) string {
	t.Helper()
	s := laid(t, d, sh, fonts)
	b := newBook([]Set{s}, Options{})
	r := &recorder{fonts: &b.fonts}
	if err := b.document(r, &s, 0); err != nil {
		t.Fatal(err)
	}
	return r.b.String()
}

// TestDrawnInOrder: the words of the page are drawn one after the other, in
// glyphs that read as they are written.
func TestDrawnInOrder(t *testing.T) {
	sh, fonts := house(t)
	got := drawn(t, sh, fonts, sample())
	got = regexp.MustCompile(`(?m)^(/.* BDC|EMC|line|rect|frame)$`).ReplaceAllString(got, "")
	got = strings.ReplaceAll(got, "\n", "")
	want := "page 612 792FuméePremierDessousLes mots [entre] (parenthèses) \\ et τέλος, the inventory of smoke that is kept at this very long name so that it takes two lines puis [CAVIARDÉ].SecondFin.PROTÉGÉ APage 1 de 1PROTÉGÉ A"
	if got != want {
		t.Errorf("drawn is\n%s, want\n%s", got, want)
	}
}

// TestCapitalsAreReadAsWritten: glyphs that say other words carry the right ones.
func TestCapitalsAreReadAsWritten(t *testing.T) {
	sh, fonts := house(t)
	title := sh.Blocks["title"]
	title.Upper = true
	sh.Blocks["title"] = title
	got := drawn(t, sh, fonts, sample())
	if want := "/Span <</ActualText <FEFF00460075006d00e90065>>> BDC\nFUMÉE\nEMC\n"; !strings.Contains(got, want) {
		t.Errorf("drawn is\n%s, without\n%s", got, want)
	}
}

// TestAnyGlyphIsDrawn: gofpdf writes strings of bytes that read back as they
// were, whatever the bytes.
func TestAnyGlyphIsDrawn(t *testing.T) {
	var glyphs []byte
	for c := range 256 {
		glyphs = append(glyphs, '\r', byte(c), byte(c), '\n', '\\', '(')
	}
	contents, err := onCanvas(func(c canvas) error {
		c.page(100, 100)
		c.raw([]byte("BT /F1 10 Tf ET"))
		c.text(10, 20, glyphs, style.Color{R: 9})
		return nil
	})
	if err != nil || len(contents) != 1 {
		t.Fatalf("%d pages, error %v", len(contents), err)
	}
	if got := literal(t, contents[0]); !bytes.Equal(got, glyphs) {
		t.Errorf("the glyphs read back as %q, want %q", got, glyphs)
	}
}

// literal reads the first string of a content stream (ISO 32000-1, 7.3.4.2).
func literal(t *testing.T, content []byte) []byte {
	t.Helper()
	var out []byte
	for i := bytes.IndexByte(content, '(') + 1; ; i++ {
		switch c := content[i]; c {
		case ')':
			return out
		case '(', '\r':
			t.Fatalf("a bare %q at %d", c, i)
		case '\\':
			i++
			if content[i] == 'r' {
				out = append(out, '\r')
			} else {
				out = append(out, content[i])
			}
		default:
			out = append(out, c)
		}
	}
}

// TestFontsTellTheirGlyphs: widths and characters are given for every glyph
// drawn, and for no other.
func TestFontsTellTheirGlyphs(t *testing.T) {
	_, fonts := house(t)
	f := fonts.Face(font.Regular)
	var gids []uint16
	for _, r := range "abz" {
		g, _ := f.Glyph(r)
		gids = append(gids, g)
	}
	table := fontTable{index: map[*font.Face]int{}}
	table.use(f, slices.Concat(gids, gids))
	got := table.faces[0].glyphs()
	if !slices.Equal(got, gids) {
		t.Errorf("glyphs used are %v, want %v", got, gids)
	}
	if w, want := widths(f, got), fmt.Sprintf("[%d [556 556] %d [500]]", gids[0], gids[2]); w != want {
		t.Errorf("widths are %s, want %s", w, want)
	}
	cmap := string(unicodeMap(f, got))
	want := fmt.Sprintf("2 beginbfrange\n<%04X> <%04X> <0061>\n<%04X> <%04X> <007A>\nendbfrange", gids[0], gids[1], gids[2], gids[2])
	if !strings.Contains(cmap, want) {
		t.Errorf("the map is\n%s, without\n%s", cmap, want)
	}
}

// TestRangesOfCharacters: a range of the map ends where the last byte of the
// code or of the character would go over, and the map says of every glyph of
// every face what the face says.
func TestRangesOfCharacters(t *testing.T) {
	_, fonts := house(t)
	for _, r := range "aŁλ\u0313ᓄ✓∈" {
		f, _, ok := fonts.Pick(font.Regular, r)
		if !ok {
			t.Fatalf("no face has %q", r)
		}
		gs := make([]uint16, f.NumGlyphs()-1)
		for i := range gs {
			gs[i] = uint16(i + 1)
		}
		i := 0
		for _, x := range rangesOf(f, gs) {
			if x.first>>8 != x.last>>8 || f.Rune(x.first)>>8 != f.Rune(x.last)>>8 {
				t.Errorf("%s: the range %x goes over 256", f.Name(), x)
			}
			for g := x.first; g <= x.last; g, i = g+1, i+1 {
				if g != gs[i] || f.Rune(g)-f.Rune(x.first) != rune(g-x.first) {
					t.Errorf("%s: glyph %d in range %x stands for %U", f.Name(), g, x, f.Rune(g))
				}
			}
		}
		if i != len(gs) {
			t.Errorf("%s: the ranges have %d glyphs of %d", f.Name(), i, len(gs))
		}
	}
}

func TestSeveralDocuments(t *testing.T) {
	other := sample()
	other.Title = "Other"
	all := inflated(t, written(t, Options{Title: "Binder"}, sample(), other))
	if !strings.Contains(all, "/Title (Binder)") || !strings.Contains(all, "/Title (Other)/Parent") {
		t.Error("the file's title, or the bookmark of a document, is missing")
	}
	if !strings.Contains(all, "/Count 2") {
		t.Error("the file does not have two pages")
	}
	if n := strings.Count(all, "/Dest ["); n != 10 {
		t.Errorf("%d bookmarks, want 10: two documents with four headings each", n)
	}
}

func TestErrors(t *testing.T) {
	if err := Write(io.Discard, nil, nil, Options{}); err == nil {
		t.Error("a file of no documents is no error")
	}
	for url, ok := range map[string]bool{
		"https://example.org": true, "HTTP://EXAMPLE.ORG": true, "mailto:a@example.org": true,
		"javascript:alert(1)": false, "file:///etc": false, "": false, "example.org": false,
	} {
		if _, err := address(url); (err == nil) != ok {
			t.Errorf("address %q: error %v", url, err)
		}
	}
}

// TestTitleIsNeverEmpty: a file says its title, or what comes nearest.
func TestTitleIsNeverEmpty(t *testing.T) {
	d := sample()
	d.Title = ""
	for _, want := range []string{"Note", "memo", "brief"} {
		if all := inflated(t, written(t, Options{}, d)); !strings.Contains(all, "/Title ("+want+")") || !strings.Contains(all, ">"+want+"</rdf:li>") {
			t.Errorf("the title is not %s", want)
		}
		if d.Meta.Subject != "" {
			d.Meta.Subject, d.Kind = "", "memo"
		} else {
			d.Kind = ""
		}
	}
}

// BenchmarkWrite is a note of three pages, laid out already.
func BenchmarkWrite(b *testing.B) {
	sh, fonts := house(b)
	d := sample()
	for range 40 {
		d.Blocks = append(d.Blocks, &doc.Paragraph{Role: doc.RoleBody, Runs: words(strings.Repeat("La fumée dure une semaine. ", 12))})
	}
	s := laid(b, d, sh, fonts)
	b.ReportAllocs()
	b.ReportMetric(float64(len(s.Layout.Pages)), "pages")
	for b.Loop() {
		if err := Write(io.Discard, []Set{s}, fonts, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkPages writes longer and longer notes: the time a page must not grow.
func BenchmarkPages(b *testing.B) {
	sh, fonts := house(b)
	for _, n := range []int{30, 300, 3000} {
		d := everything()
		for len(d.Blocks) < 9*n {
			d.Blocks = append(d.Blocks, everything().Blocks[1:9]...)
			d.Blocks = append(d.Blocks, &doc.Paragraph{Role: doc.RoleBody, Runs: words(strings.Repeat("Smoke hung over the valley for a week. ", 30))})
		}
		s := laid(b, d, sh, fonts)
		pages := len(s.Layout.Pages)
		b.Run(fmt.Sprint(pages), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := Write(io.Discard, []Set{s}, fonts, Options{}); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*pages), "ns/page")
		})
	}
}
