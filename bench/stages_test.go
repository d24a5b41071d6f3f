package bench

import (
	"bytes"
	"io"
	"io/fs"
	"os"
	"testing"
	"testing/fstest"

	"briefnote/diag"
	"briefnote/render"
	"briefnote/render/binder"
	"briefnote/render/compose"
	"briefnote/render/doc"
	"briefnote/render/docx"
	"briefnote/render/font"
	"briefnote/render/html"
	"briefnote/render/layout"
	"briefnote/render/pdf"
	"briefnote/render/style"
	"briefnote/render/text"
	"briefnote/schema"
	"briefnote/templates"
)

// input is a file to be printed.
type input struct {
	name   string
	files  [][]byte // one, or several that make one note: see joined
	folder fs.FS    // of a binder: where its notes are
}

// inputs are what the stages are measured on. A file may have 8 MiB, which is
// about 2,500 pages: the longest note is read from several.
func inputs(b *testing.B) []input {
	n := encryption(b)
	long := func(first, pages int) []byte { return n.OfPages(first, pages).YAML() }
	all := []input{
		{name: "encryption", files: [][]byte{sample(b, "01-encryption.yaml")}},
		{name: "release", files: [][]byte{sample(b, "release.yaml")}, folder: os.DirFS("../samples/fcm-2019")},
		{name: "10-pages", files: [][]byte{long(1, 10)}},
		{name: "100-pages", files: [][]byte{long(1, 100)}},
		{name: "1000-pages", files: [][]byte{long(1, 1000)}},
	}
	if testing.Short() {
		return all
	}
	notes := fstest.MapFS{}
	for i := range BinderNotes {
		notes[NoteName(i)] = &fstest.MapFile{Data: n.Numbered(i + 1).YAML()}
	}
	var fifths [][]byte
	for i := range 5 {
		fifths = append(fifths, long(1+2000*i, 2000))
	}
	return append(all,
		input{name: "10000-pages", files: fifths},
		input{name: "binder", files: [][]byte{Binder(BinderNotes)}, folder: notes})
}

// source is an input that has been read.
type source struct {
	note schema.Note
	tabs [][]schema.Note // of a binder
}

// read decodes an input, and the notes of a binder.
func (in *input) read(b *testing.B) source {
	var notes []schema.Note
	for _, src := range in.files {
		f := schema.Decode(in.name, src)
		if !f.Valid() {
			b.Fatal(f.Problems)
		}
		notes = append(notes, f.Notes...)
	}
	s := source{note: joined(notes)}
	if book, ok := s.note.(*schema.Binder); ok {
		included := book.Include(in.folder, "", in.name)
		if diag.HasErrors(included.Problems) {
			b.Fatal(included.Problems)
		}
		s.tabs = included.Tabs
	}
	return s
}

// joined makes one note of several.
func joined(notes []schema.Note) schema.Note {
	for _, n := range notes[1:] {
		first, more := notes[0].(*schema.BriefingNote), n.(*schema.BriefingNote)
		first.KeyMessages = append(first.KeyMessages, more.KeyMessages...)
		first.Background = append(first.Background, more.Background...)
	}
	return notes[0]
}

// house is a house style with its fonts, loaded once for all notes.
type house struct {
	sheet *style.Sheet
	fonts *font.Set
}

func newHouse(b *testing.B) house {
	sheet, problems := style.Load(render.DefaultStyle)
	if len(problems) > 0 {
		b.Fatal(problems)
	}
	folder, err := fs.Sub(templates.FS, "fonts")
	check(b, err)
	fonts, err := font.Load(folder, sheet.Family)
	check(b, err)
	return house{sheet, fonts}
}

// composed is a source as trees.
type composed struct {
	note   *doc.Document // nil for a binder
	binder *doc.Binder
}

func (s source) compose(b *testing.B) composed {
	if book, ok := s.note.(*schema.Binder); ok {
		bound, err := compose.Binder(book, s.tabs)
		check(b, err)
		return composed{binder: bound}
	}
	note, err := compose.Note(s.note)
	check(b, err)
	return composed{note: note}
}

// lay lays out a note, or binds a binder and lays out the book, as package
// render does.
func (h house) lay(b *testing.B, c composed) []pdf.Set {
	if c.note != nil {
		pages, err := layout.Set(c.note, h.sheet, h.fonts)
		check(b, err)
		return []pdf.Set{{Doc: c.note, Layout: pages}}
	}
	var broken []*layout.Broken
	docs, _, err := binder.Bind(c.binder, func(d *doc.Document) (int, error) {
		pages, err := layout.Break(d, h.sheet, h.fonts)
		check(b, err)
		broken = append(broken, pages)
		return pages.Pages(), nil
	})
	check(b, err)
	front, err := layout.Set(docs[0], h.sheet, h.fonts)
	check(b, err)
	sets := []pdf.Set{{Doc: docs[0], Layout: front}}
	for i, pages := range broken {
		res, err := pages.Furnish()
		check(b, err)
		sets = append(sets, pdf.Set{Doc: docs[i+1], Layout: res})
	}
	return sets
}

// whole prints an input as the command does.
func whole(b *testing.B, r *render.Renderer, in *input, w io.Writer) {
	s := in.read(b)
	var book *render.Book
	var problems []diag.Diagnostic
	var err error
	if n, ok := s.note.(*schema.Binder); ok {
		book, problems, err = r.Binder(n, s.tabs)
	} else {
		book, problems, err = r.Book([]schema.Note{s.note})
	}
	check(b, err)
	if diag.HasErrors(problems) {
		b.Fatal(problems)
	}
	check(b, book.Write(w, render.PDF))
}

// BenchmarkStages measures each stage of the tool on each input, with what
// goes before it done beforehand, and all of them together ("whole"). Time a
// page should hardly depend on how many pages there are. With -short, the
// inputs of thousands of pages are left out.
func BenchmarkStages(b *testing.B) {
	h := newHouse(b)
	r, _, err := render.New(render.Options{Style: render.DefaultStyle})
	check(b, err)
	for _, in := range inputs(b) {
		s := in.read(b)
		trees := s.compose(b)
		sets := h.lay(b, trees)
		docs, pages := []*doc.Document{}, 0
		for _, set := range sets {
			docs, pages = append(docs, set.Doc), pages+len(set.Layout.Pages)
		}
		stage := func(name string, f func(b *testing.B)) {
			b.Run(in.name+"/"+name, func(b *testing.B) { measure(b, pages, f) })
		}
		stage("decode", func(b *testing.B) { in.read(b) })
		stage("compose", func(b *testing.B) { s.compose(b) })
		stage("layout", func(b *testing.B) { h.lay(b, trees) })
		stage("pdf", func(b *testing.B) { check(b, pdf.Write(io.Discard, sets, h.fonts, pdf.Options{})) })
		web := html.New(h.sheet)
		stage("html", func(b *testing.B) { check(b, web.Write(io.Discard, docs)) })
		word := docx.New(h.sheet, h.fonts.Advance)
		stage("docx", func(b *testing.B) { check(b, word.Write(io.Discard, docs, docx.Options{})) })
		stage("text", func(b *testing.B) { check(b, text.Write(io.Discard, docs)) })
		stage("whole", func(b *testing.B) {
			var out bytes.Buffer
			whole(b, r, &in, &out)
			b.ReportMetric(float64(out.Len()), "PDF-bytes")
		})
	}
}

// measure runs a stage, and reports its time by the page.
func measure(b *testing.B, pages int, f func(b *testing.B)) {
	b.ReportAllocs()
	for b.Loop() {
		f(b)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*pages), "ns/page")
	b.ReportMetric(float64(pages), "pages")
}

// BenchmarkHouse measures what a run does once, however many notes it prints:
// loading the house style and its fonts.
func BenchmarkHouse(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		_, _, err := render.New(render.Options{Style: render.DefaultStyle})
		check(b, err)
	}
}

func check(b *testing.B, err error) {
	b.Helper()
	if err != nil {
		b.Fatal(err)
	}
}
