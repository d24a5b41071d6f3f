package html

import (
	"io"
	"testing"

	"briefnote/render/style"
)

// TestPrepare makes sure that the templates can be prepared without a document.
func TestPrepare(t *testing.T) {
	f, err := read()
	if err != nil {
		t.Fatal(err)
	}
	if err := f.page.Execute(io.Discard, &page{looks: newLooks(&style.Sheet{})}); err != nil {
		t.Error(err)
	}
}
