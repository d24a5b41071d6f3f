package html_test

import (
	"io"
	"testing"

	"briefnote/render/doc"
	"briefnote/render/html"
)

// BenchmarkWrite is a note with every block, written again and again.
func BenchmarkWrite(b *testing.B) {
	docs := []*doc.Document{english()}
	sh := house()
	b.ReportAllocs()
	for b.Loop() {
		if err := html.New(sh).Write(io.Discard, docs); err != nil {
			b.Fatal(err)
		}
	}
}
