package layout

import (
	"io/fs"
	"strconv"
	"sync"
	"testing"

	"briefnote/diag"
	"briefnote/render/doc"
	"briefnote/render/font"
	"briefnote/render/style"
	"briefnote/templates"
)

// What tests build documents of.

func words(s string) doc.Run           { return &doc.Text{Value: s} }
func bold(s string) doc.Run            { return &doc.Text{Value: s, Bold: true} }
func italic(s string) doc.Run          { return &doc.Text{Value: s, Italic: true} }
func withheld() doc.Run                { return &doc.Severance{Made: true, Token: "[REDACTED]"} }
func runs(s string) []doc.Run          { return []doc.Run{words(s)} }
func cell(s string) doc.Cell           { return doc.Cell{Runs: runs(s)} }
func item(bs ...doc.Block) doc.Item    { return doc.Item{Blocks: bs} }
func para(rs ...doc.Run) doc.Block     { return &doc.Paragraph{Role: doc.RoleBody, Runs: rs} }
func noteRef(n int) doc.Run            { return &doc.NoteRef{Note: n, Mark: strconv.Itoa(n + 1)} }
func bullets(is ...doc.Item) doc.Block { return &doc.List{Style: doc.Bullets, Items: is} }

func note(n int, rs ...doc.Run) *doc.Note {
	return &doc.Note{ID: strconv.Itoa(n + 1), Mark: strconv.Itoa(n + 1), Runs: rs}
}

func title(s string) doc.Block {
	return &doc.Heading{Level: 1, Role: doc.RoleTitle, Runs: runs(s)}
}

func section(level int, s string) doc.Block {
	return &doc.Heading{Level: level, Role: doc.RoleSection, Runs: runs(s)}
}

func document(bs ...doc.Block) *doc.Document {
	return &doc.Document{
		Lang: doc.English, Title: "Smoke alerts", Marking: []string{"PROTECTED A"},
		Labels: doc.Labels{Page: "Page {n} of {total}"}, Blocks: bs,
	}
}

var faces = sync.OnceValues(func() (*font.Set, error) {
	data, err := fs.Sub(templates.FS, "fonts")
	if err != nil {
		return nil, err
	}
	return font.Load(data, "sans")
})

func fonts(t testing.TB) *font.Set {
	t.Helper()
	f, err := faces()
	if err != nil {
		t.Fatal(err)
	}
	return f
}

var defaultSheet = sync.OnceValues(func() (*style.Sheet, []diag.Diagnostic) {
	return style.Load(style.Default)
})

func sheet(t testing.TB) *style.Sheet {
	t.Helper()
	sh, ds := defaultSheet()
	if sh == nil {
		t.Fatal(ds)
	}
	return sh
}

// set lays a document out in the default style.
func set(t testing.TB, d *doc.Document) *Result {
	t.Helper()
	r, err := Set(d, sheet(t), fonts(t))
	if err != nil {
		t.Fatal(err)
	}
	return r
}
