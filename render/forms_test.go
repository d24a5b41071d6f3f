package render

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"briefnote/internal/docxread"
	"briefnote/render/doc"
	"briefnote/render/text"
)

func words(s string) []doc.Run { return []doc.Run{&doc.Text{Value: s}} }

// blockForms has one of every kind of block, by the name of its type.
func blockForms() map[string]doc.Block {
	para := &doc.Paragraph{Role: doc.RoleBody, Runs: words("paragraph words")}
	cell := func(s string) doc.Cell { return doc.Cell{Runs: words(s)} }
	return map[string]doc.Block{
		"Heading":   &doc.Heading{Level: 2, Role: doc.RoleSection, Runs: words("heading words")},
		"Paragraph": para,
		"List":      &doc.List{Style: doc.Numbers, Start: 3, Items: []doc.Item{{Blocks: []doc.Block{para}}}},
		"Table":     &doc.Table{Header: []doc.Cell{cell("head")}, Rows: [][]doc.Cell{{cell("cell words")}}},
		"SignOff":   &doc.SignOff{Lines: []doc.SignOffLine{{Label: "Drafted:", Entries: [][]doc.Run{words("Marine Branch")}}}},
		"Notice":    &doc.Notice{Head: words("Pages 1 to 2"), Sides: []doc.NoticeSide{{Lang: doc.English, Paragraphs: [][]doc.Run{words("are withheld")}}}},
		"Contents":  &doc.Contents{Role: doc.RoleEntry, Entries: []doc.Entry{{Label: "A", Runs: words("entry words"), Page: "0001"}}},
		"Severed":   &doc.Severed{Cite: "s. 15", Provisions: []string{"15"}, Blocks: []doc.Block{para}},
	}
}

// runForms has one of every kind of run.
func runForms() map[string]doc.Run {
	return map[string]doc.Run{
		"Text":      &doc.Text{Value: "text words", Bold: true},
		"NoteRef":   &doc.NoteRef{Note: 0, Mark: "1"},
		"Link":      &doc.Link{URL: "https://example.org/", Runs: words("link words")},
		"Severance": &doc.Severance{Cite: "s. 15", Provisions: []string{"15"}, Runs: words("severance words")},
	}
}

// kinds returns the types of package doc that have a method: the kinds of
// block or run.
func kinds(t *testing.T, method string) []string {
	t.Helper()
	files, err := filepath.Glob("doc/*.go")
	if err != nil || len(files) == 0 {
		t.Fatal("no source of package doc", err)
	}
	var out []string
	for _, file := range files {
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range parsed.Decls {
			f, ok := d.(*ast.FuncDecl)
			if !ok || f.Recv == nil || f.Name.Name != method {
				continue
			}
			if star, ok := f.Recv.List[0].Type.(*ast.StarExpr); ok && star.X.(*ast.Ident).IsExported() {
				out = append(out, star.X.(*ast.Ident).Name)
			}
		}
	}
	slices.Sort(out)
	return out
}

// TestEveryForm prints every kind of block and run in every format. One that is
// new in package doc fails here until it has a form in all of them: each writer
// refuses what it does not know.
func TestEveryForm(t *testing.T) {
	blocks, runs := blockForms(), runForms()
	for _, kind := range kinds(t, "block") {
		if b := blocks[kind]; b == nil {
			t.Errorf("blockForms has no %s: add one, and a form for it in every writer", kind)
		} else {
			printed(t, kind, b)
		}
	}
	for _, kind := range kinds(t, "run") {
		if r := runs[kind]; r == nil {
			t.Errorf("runForms has no %s: add one, and a form for it in every writer", kind)
		} else {
			printed(t, kind, &doc.Paragraph{Role: doc.RoleBody, Runs: append(words("before "), r)})
		}
	}
}

// strange is a kind of block that no writer knows.
type strange struct{ doc.Block }

func TestStrangeForm(t *testing.T) {
	for _, format := range Formats() {
		b := &Book{Renderer: renderer(t), docs: []*doc.Document{{Lang: doc.English, Blocks: []doc.Block{&strange{&doc.Paragraph{}}}}}}
		if err := b.Write(&bytes.Buffer{}, format); err == nil {
			t.Errorf("%s has a form for a block that it cannot know", format)
		}
	}
}

// printed prints a document of one block in every format. The words are looked
// for where they can be read without a program of another's.
func printed(t *testing.T, kind string, b doc.Block) {
	t.Helper()
	d := &doc.Document{
		Lang: doc.English, Title: "T", Blocks: []doc.Block{b},
		Notes: []*doc.Note{{ID: "n", Mark: "1", Runs: words("note words")}},
	}
	if c, ok := b.(*doc.Contents); ok {
		c.Entries[0].Target, d.Place = d, &doc.Place{Title: "A – T", Label: "A", Words: "Tab A"}
	}
	want, err := text.Words([]*doc.Document{d})
	if err != nil {
		t.Errorf("%s: %v", kind, err)
	}
	for _, format := range Formats() {
		var out bytes.Buffer
		if err := (&Book{Renderer: renderer(t), docs: []*doc.Document{d}}).Write(&out, format); err != nil {
			t.Errorf("%s: %v", kind, err)
			continue
		}
		if format == DOCX {
			f, err := docxread.Open(out.Bytes())
			if err != nil {
				t.Fatal(err)
			}
			if got := f.Sections()[0].Words(); !slices.Equal(got, want) {
				t.Errorf("%s: the DOCX says %q, want %q", kind, got, want)
			}
		}
		for _, word := range want {
			if format == HTML && !strings.Contains(out.String(), strings.TrimRight(word, "1")) {
				t.Errorf("%s: the HTML lacks %q", kind, word)
			}
		}
	}
}
