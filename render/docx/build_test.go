package docx_test

import (
	"bytes"
	"io/fs"
	"testing"
	"time"

	"briefnote/internal/doctest"
	"briefnote/internal/docxread"
	"briefnote/render/doc"
	"briefnote/render/docx"
	"briefnote/render/font"
	"briefnote/render/style"
	"briefnote/templates"
)

var (
	t, runs, para, points, item, row = doctest.T, doctest.Runs, doctest.Para, doctest.Points, doctest.Item, doctest.Row
	english, french, notice, book    = doctest.English, doctest.French, doctest.Notice, doctest.Book
)

// sheet loads a house style.
func sheet(tb testing.TB, name string) *style.Sheet {
	tb.Helper()
	sh, problems := style.Load(name)
	if len(problems) > 0 {
		tb.Fatal(problems)
	}
	return sh
}

// advance measures with the fonts of the templates.
func advance(tb testing.TB) docx.Advance {
	tb.Helper()
	folder, err := fs.Sub(templates.FS, "fonts")
	if err != nil {
		tb.Fatal(err)
	}
	fonts, err := font.Load(folder, "sans")
	if err != nil {
		tb.Fatal(err)
	}
	return fonts.Advance
}

func writer(tb testing.TB, name string) *docx.Writer {
	return docx.New(sheet(tb, name), advance(tb))
}

var day = time.Date(2031, 5, 6, 0, 0, 0, 0, time.UTC)

func written(tb testing.TB, w *docx.Writer, docs ...*doc.Document) []byte {
	tb.Helper()
	var b bytes.Buffer
	if err := w.Write(&b, docs, docx.Options{Created: day, Pages: []int{2, 6, 1, 3}}); err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}

func read(tb testing.TB, data []byte) *docxread.File {
	tb.Helper()
	f, err := docxread.Open(data)
	if err != nil {
		tb.Fatal(err)
	}
	return f
}
