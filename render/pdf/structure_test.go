package pdf

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"briefnote/internal/golden"
	"briefnote/internal/pdfread"
	"briefnote/render/compose"
	"briefnote/render/doc"
	"briefnote/render/font"
	"briefnote/render/layout"
	"briefnote/schema"
)

// Short names for the runs and blocks of a test.
func plainText(s string) doc.Run               { return &doc.Text{Value: s} }
func frenchText(s string) doc.Run              { return &doc.Text{Value: s, Lang: doc.French} }
func ref(n int) doc.Run                        { return &doc.NoteRef{Note: n, Mark: strconv.Itoa(n + 1)} }
func item(bs ...doc.Block) doc.Item            { return doc.Item{Blocks: bs} }
func unmarked(bs ...doc.Block) doc.Item        { return doc.Item{Blocks: bs, Unmarked: true} }
func para(rs ...doc.Run) doc.Block             { return &doc.Paragraph{Role: doc.RoleBody, Runs: rs} }
func linked(url string, rs ...doc.Run) doc.Run { return &doc.Link{URL: url, Runs: rs} }
func row(cells ...[]doc.Run) (r []doc.Cell) {
	for _, c := range cells {
		r = append(r, doc.Cell{Runs: c})
	}
	return r
}

// everything is a small document with every block and run, and with some in
// others.
func everything() *doc.Document {
	w := plainText
	return &doc.Document{
		Kind: "briefing-note", Lang: doc.English, Title: "Every kind", Marking: []string{"SECRET"}, Draft: "DRAFT",
		Labels: doc.Labels{Page: "Page {n} of {total}", Footnote: "Footnote {n}", Redacted: "redacted", Section: "section"},
		Blocks: append(everyRun(), everyBlock()...),
		Notes: []*doc.Note{
			{ID: "a", Mark: "1", Runs: []doc.Run{w("A note with "), linked("https://example.org/note", w("a link")), w(" and another"), ref(1), w(".")}},
			{ID: "b", Mark: "2", Runs: words("Second.")},
			{ID: "c", Mark: "3", Runs: words("Nobody refers to it.")},
		},
	}
}

func everyRun() []doc.Block {
	w := plainText
	italic := &doc.Text{Value: "en italique", Lang: doc.French, Italic: true}
	inside := []doc.Run{w("[keep "), frenchText("ceci"), w(" "), linked("mailto:a@example.org", w("and this")), ref(0), w("]")}
	return []doc.Block{
		&doc.Paragraph{Role: doc.RoleTypeLine, Runs: words("Note")},
		&doc.Heading{Level: 1, Role: doc.RoleTitle, Runs: words("Every kind")},
		section(2, "Runs"),
		para(w("Words, "), frenchText("des mots "), italic, w(", a note"), ref(0), w(", and "),
			linked("https://example.org/", w("a link "), frenchText("en français"), ref(1)), w(".")),
		para(&doc.Severance{Made: true, Token: "[REDACTED]", Provisions: []string{"15(1)", "16(1)(c)"}}, w(" "),
			&doc.Severance{Made: true, Token: "[redacted]"}, w(" "), &doc.Severance{Cite: "s. 21(1)(a)", Runs: inside}, w(".")),
	}
}

func everyBlock() []doc.Block {
	w := plainText
	nested := &doc.List{Style: doc.Bullets, Items: []doc.Item{item(para(w("bullet"))), unmarked(para(w("text")))}}
	return []doc.Block{
		section(3, ""), section(3, "Blocks"),
		&doc.Paragraph{Role: doc.RoleRunIn, Lead: words("Lead:"), Runs: words("and text.")},
		para(),
		&doc.List{Style: doc.Letters, Start: 2, Items: []doc.Item{
			item(para(w("letter"))), item(), unmarked(para(w("goes on"))), item(para(w("another")), nested),
		}},
		&doc.List{Style: doc.Numbers, Start: 9, Items: []doc.Item{item(&doc.List{Style: doc.Numbers, Items: []doc.Item{item(para(w("list in list")))}})}},
		&doc.List{Style: doc.Bullets},
		&doc.Table{Header: row(words("Head"), nil), Rows: [][]doc.Cell{
			row(words("cell"), []doc.Run{linked("https://example.org/cell", w("link"))}), row(nil, nil),
		}},
		&doc.Table{Header: row(words("Alone"))}, &doc.Table{},
		&doc.Severed{Cite: "s. 15(1)", Blocks: []doc.Block{para(w("Withhold this.")), &doc.Severed{Blocks: []doc.Block{para(w("And this."))}}}},
		&doc.Notice{Head: []doc.Run{w("Pages 9 "), frenchText("à"), w(" 14")}, Sides: []doc.NoticeSide{
			{Lang: doc.English, Paragraphs: [][]doc.Run{words("withheld"), words("of the Act")}},
			{Lang: doc.French, Paragraphs: [][]doc.Run{words("retenues"), {w("de la "), &doc.Text{Value: "Act", Lang: doc.English}}}},
		}},
		&doc.SignOff{Lines: []doc.SignOffLine{
			{Label: "Drafted:", Entries: [][]doc.Run{words("Branch")}},
			{Label: "Consulted:", Entries: [][]doc.Run{words("Law"), nil, words("Health")}},
			{Label: "A label that is much longer than half of the page is wide, and so has lines of its own:", Entries: [][]doc.Run{words("Name")}},
			{Label: "Approved:"},
		}},
		&doc.SignOff{},
	}
}

// notice is a document that has no title but the head of its notice.
func notice() *doc.Document {
	return &doc.Document{Lang: doc.French, Title: "Pages 9 à 14", Blocks: []doc.Block{&doc.Notice{
		Head: words("Pages 9"), Sides: []doc.NoticeSide{{Lang: doc.French, Paragraphs: [][]doc.Run{words("retenues")}}},
	}}}
}

// TestStructure shows the tags of a document with every construct, and of a
// file of two documents, as a reader's program finds them.
func TestStructure(t *testing.T) {
	f := pdfread.Read(t, written(t, Options{}, everything()))
	golden.Equal(t, filepath.Join("testdata", "structure.txt"), []byte(f.Structure().Dump()))
	f = pdfread.Read(t, written(t, Options{}, everything(), notice(), everything()))
	tree := f.Structure()
	if tree.Type != "Document" || len(tree.Kids) != 3 {
		t.Fatalf("the root is %s with %d children, want a document with three parts", tree.Type, len(tree.Kids))
	}
	want := "Part lang=\"fr\" title=\"Pages 9 à 14\"\n  Sect\n    H1 \"Pages 9\"\n    Div\n      P \"retenues\"\n"
	if diff := cmp.Diff(want, tree.Kids[1].Dump()); diff != "" {
		t.Error(diff)
	}
	if n := tree.Kids[2].Kids[len(tree.Kids[2].Kids)-1]; n.ID != "note-6" {
		t.Errorf("the last note is %s, want note-6: IDs are unique in the file", n.ID)
	}
}

// TestTagsAreTheTree: the tags of every sample, and of a note with everything
// that could go wrong, are those of its tree, word for word.
func TestTagsAreTheTree(t *testing.T) {
	sh, fonts := house(t)
	docs := map[string]*doc.Document{"everything": everything(), "notice": notice(), "sample": sample()}
	paths, err := filepath.Glob(filepath.Join("..", "..", "samples", "*", "*.yaml"))
	if err != nil || len(paths) < 30 {
		t.Fatalf("%d samples, %v", len(paths), err)
	}
	for _, path := range append(paths, filepath.Join("testdata", "edges.yaml")) {
		for i, d := range composed(t, path) {
			docs[filepath.Base(path)+" "+strconv.Itoa(i)] = d
		}
	}
	for name, d := range docs {
		t.Run(name, func(t *testing.T) {
			var b strings.Builder
			if err := Write(&b, []Set{laid(t, d, sh, fonts)}, fonts, Options{}); err != nil {
				t.Fatal(err)
			}
			got := pdfread.Read(t, []byte(b.String())).Structure()
			want := expected(d, sh)
			if diff := cmp.Diff(want.Dump(), visible(got).Dump()); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// composed returns the documents of a file of notes.
func composed(t testing.TB, path string) []*doc.Document {
	t.Helper()
	src, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	f := schema.Decode(path, src)
	if !f.Valid() {
		t.Fatal(path, f.Problems)
	}
	var docs []*doc.Document
	for _, n := range f.Notes {
		d, err := compose.Note(n)
		if err != nil {
			t.Fatal(err)
		}
		docs = append(docs, d)
	}
	return docs
}

// visible leaves out what is never drawn, or only at the end of a line, and all
// but one of the annotations that a link has for its lines.
func visible(n *pdfread.Node) *pdfread.Node {
	n.Text = strings.Map(func(r rune) rune {
		if layout.NeedsNoGlyph(r) {
			return -1
		}
		return r
	}, n.Text)
	n.Links = slices.CompactFunc(n.Links, func(a, b pdfread.Dict) bool { return a["Contents"] == b["Contents"] })
	for _, k := range n.Kids {
		visible(k)
	}
	return n
}

// TestMarksLeadToTheirNotes: the link of a footnote's mark leads to the page
// where the note begins, wherever the mark stands and however often.
func TestMarksLeadToTheirNotes(t *testing.T) {
	d := composed(t, filepath.Join("testdata", "edges.yaml"))[0]
	f := pdfread.Read(t, written(t, Options{}, d, d))
	for _, part := range f.Structure().Kids {
		notes, leads := map[string]pdfread.Ref{}, 0
		for _, n := range part.Kids {
			if n.Type == "Note" {
				mark := n.Kids[0]
				notes["Footnote "+mark.Kids[0].Text] = mark.Page
			}
		}
		var walk func(n *pdfread.Node)
		walk = func(n *pdfread.Node) {
			for _, l := range n.Links {
				if to := f.Array(l["Dest"]); to != nil {
					leads++
					if want := notes[pdfread.Text(l["Contents"])]; to[0] != want || to[1] != pdfread.Name("XYZ") {
						t.Errorf("%v leads to %v, want page %d", l["Contents"], to, want)
					}
				}
			}
			for _, k := range n.Kids {
				walk(k)
			}
		}
		if walk(part); len(notes) != 30 || leads != 31 {
			t.Errorf("%d notes and %d marks, want 30 and 31", len(notes), leads)
		}
	}
}

// TestObjects: the objects of three samples are what they were, before they are
// compressed; the identifier of a file is a hash of all of them, which no other
// version of Go changes.
func TestObjects(t *testing.T) {
	var b strings.Builder
	for _, name := range []string{"fcm-2019/01-encryption", "fcm-2019/02-withheld-9-14", "drafts/smoke-alerts.fr"} {
		docs := composed(t, filepath.Join("..", "..", "samples", filepath.FromSlash(name)+".yaml"))
		f := pdfread.Read(t, written(t, Options{}, docs...))
		fmt.Fprintf(&b, "%x %s\n", f.Trailer["ID"].([]any)[0], name)
	}
	golden.Equal(t, filepath.Join("testdata", "objects.txt"), []byte(b.String()))
}

// alien is a block, and foreign a run, of a kind that the writer does not know.
type (
	alien   struct{ *doc.Paragraph }
	foreign struct{ *doc.Text }
)

// TestUnknownKinds: the writer fails on what it does not know; it never leaves
// it untagged.
func TestUnknownKinds(t *testing.T) {
	sh, fonts := house(t)
	s := laid(t, sample(), sh, fonts)
	fails := func(name, message string, s Set) {
		t.Helper()
		if err := Write(io.Discard, []Set{s}, fonts, Options{}); err == nil || !strings.Contains(err.Error(), message) {
			t.Errorf("%s: the error is %v", name, err)
		}
	}
	fails("block", "no tag for", Set{&doc.Document{Blocks: []doc.Block{alien{&doc.Paragraph{}}}}, s.Layout})
	fails("another document's pages", "no part of the document", Set{&doc.Document{}, s.Layout})
	first := s.Layout.Pages[0].Marks[0].(*layout.Piece)
	own := *first.Of
	own.Run = foreign{&doc.Text{}}
	first.Of = &own
	fails("run", "no tag for", s)
	s.Layout.Pages[0].Marks[0] = struct{ layout.Mark }{first}
	fails("mark", "cannot be drawn", s)
}

// TestEveryGlyphHasInk: a glyph without an outline would look like a space, and
// no checker of files sees it (9.9, TrueType programs).
func TestEveryGlyphHasInk(t *testing.T) {
	sh, fonts := house(t)
	s := laid(t, composed(t, filepath.Join("testdata", "edges.yaml"))[0], sh, fonts)
	b := newBook([]Set{s}, Options{})
	if err := b.draw(); err != nil {
		t.Fatal(err)
	}
	if len(b.fonts.faces) < 6 {
		t.Errorf("only %d faces are used", len(b.fonts.faces))
	}
	for _, u := range b.fonts.faces {
		outlines := outlineLengths(t, u.face)
		for _, g := range u.glyphs() {
			r := u.face.Rune(g)
			if blank := strings.ContainsRune(" \u00A0\u2009\u202F", r); blank != (outlines[g] == 0) || r == 0 {
				t.Errorf("%s: glyph %d, which stands for %q, has an outline of %d bytes", u.face.Name(), g, r, outlines[g])
			}
		}
	}
}

// outlineLengths returns how long the outline of each glyph of a face is, in
// bytes: the distances of the offsets in its table loca (OpenType 1.9).
func outlineLengths(t *testing.T, f *font.Face) []int {
	t.Helper()
	deflated, _, err := f.Program()
	if err != nil {
		t.Fatal(err)
	}
	z, err := zlib.NewReader(bytes.NewReader(deflated))
	if err != nil {
		t.Fatal(err)
	}
	program, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	tables := map[string][]byte{}
	be := binary.BigEndian
	for i := range int(be.Uint16(program[4:])) {
		entry := program[12+16*i:]
		tables[string(entry[:4])] = program[be.Uint32(entry[8:]):][:be.Uint32(entry[12:])]
	}
	offset := func(g int) int { return 2 * int(be.Uint16(tables["loca"][2*g:])) }
	if be.Uint16(tables["head"][50:]) == 1 {
		offset = func(g int) int { return int(be.Uint32(tables["loca"][4*g:])) }
	}
	lengths := make([]int, f.NumGlyphs())
	for g := range lengths {
		lengths[g] = offset(g+1) - offset(g)
	}
	return lengths
}
