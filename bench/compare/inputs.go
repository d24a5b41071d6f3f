package main

import (
	"embed"
	"os"
	"path/filepath"

	"codeberg.org/go-fonts/liberation/liberationsansbold"
	"codeberg.org/go-fonts/liberation/liberationsansbolditalic"
	"codeberg.org/go-fonts/liberation/liberationsansitalic"
	"codeberg.org/go-fonts/liberation/liberationsansregular"

	"briefnote/bench"
)

//go:embed peers
var peers embed.FS

// The notes, as paths in the folder of inputs.
const (
	encryptionFile = "encryption.yaml"
	longFile       = "long.yaml"
)

// longPages is how many pages the long note has.
const longPages = 216

// writeInputs writes everything that the tools read: notes, templates, and the
// faces that brief has built in, so that the others need not look for theirs.
func writeInputs(dir string, batch int) error {
	src, err := os.ReadFile(filepath.Join("samples", "fcm-2019", "01-encryption.yaml"))
	if err != nil {
		return err
	}
	n, err := bench.Read(src)
	if err != nil {
		return err
	}
	w := &writer{dir: dir}
	w.peers(n)
	w.write(encryptionFile, src)
	w.write(longFile, n.OfPages(1, longPages).YAML())
	for i := range batch {
		w.write("batch/"+bench.NoteName(i), n.Numbered(i+1).YAML())
	}
	w.write("binder/binder.yaml", bench.Binder(bench.BinderNotes))
	for i := range bench.BinderNotes {
		w.write("binder/"+bench.NoteName(i), n.Numbered(i+1).YAML())
	}
	const huge, pages = 5, 2000 // a file may have 8 MiB, which is about 2,500 pages
	w.write("huge/binder.yaml", bench.Binder(huge))
	for i := range huge {
		w.write("huge/"+bench.NoteName(i), n.OfPages(1+i*pages, pages).YAML())
	}
	return w.err
}

// writer writes files, up to the first that cannot be written.
type writer struct {
	dir string
	err error
}

func (w *writer) write(name string, data []byte) {
	path := filepath.Join(w.dir, filepath.FromSlash(name))
	if w.err == nil {
		w.err = os.MkdirAll(filepath.Dir(path), 0o777)
	}
	if w.err == nil {
		w.err = os.WriteFile(path, data, 0o666)
	}
}

// peers writes what the other tools read besides notes, and the encryption
// note for those that cannot read it as it is.
func (w *writer) peers(n *bench.Note) {
	for _, name := range []string{"note.typ", "batch.py"} {
		data, err := peers.ReadFile("peers/" + name)
		if err != nil {
			w.err = err
		}
		w.write(name, data)
	}
	css, err := peers.ReadFile("peers/note.css")
	if err != nil {
		w.err = err
	}
	w.write("note.html", n.HTML(string(css)))
	w.write("note.md", n.Markdown())
	w.write("fonts/regular.ttf", liberationsansregular.TTF)
	w.write("fonts/bold.ttf", liberationsansbold.TTF)
	w.write("fonts/italic.ttf", liberationsansitalic.TTF)
	w.write("fonts/bold-italic.ttf", liberationsansbolditalic.TTF)
}

// noteNames are the notes of the batch.
func noteNames(batch int) []string {
	var names []string
	for i := range batch {
		names = append(names, "batch/"+bench.NoteName(i))
	}
	return names
}
