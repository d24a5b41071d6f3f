package file

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"runtime"
	"strings"
	"testing"
	"testing/synctest"
)

// pagesOf returns the content of n pages, no two alike, some tiny.
func pagesOf(n int) [][]byte {
	r := rand.New(rand.NewPCG(1, 2))
	pages := make([][]byte, n)
	for i := range pages {
		for range r.IntN(400) {
			pages[i] = fmt.Appendf(pages[i], "BT %d.%02d 700.00 Td (page %d) Tj ET\n", r.IntN(600), r.IntN(100), i)
		}
	}
	return pages
}

// long writes a file that has much more than is compressed at once, and says
// where its streams stand.
func long(t *testing.T, pages [][]byte) ([]byte, []Ref) {
	t.Helper()
	w := New()
	root, info := w.Alloc(), w.Alloc()
	w.Dict(root, NewDict())
	w.Dict(info, NewDict())
	var refs []Ref
	for _, p := range pages {
		r := w.Alloc()
		w.Stream(r, NewDict(), p)
		w.Add(NewDict().Ref("Contents", r))
		refs = append(refs, r)
	}
	var b bytes.Buffer
	if err := w.Finish(&b, root, info); err != nil {
		t.Fatal(err)
	}
	return b.Bytes(), refs
}

// TestStreamsOfLongFiles reads back what was compressed beside the writing, and
// compares the bytes with those made with another number of threads.
func TestStreamsOfLongFiles(t *testing.T) {
	pages := pagesOf(80)
	if n := len(bytes.Join(pages, nil)); n < 4*short {
		t.Fatalf("the pages have %d bytes and are compressed at once", n)
	}
	data, refs := long(t, pages)
	for i, r := range refs {
		at := bytes.Index(data, fmt.Appendf(nil, "\n%d 0 obj\n", r)) + 1
		want := pages[i]
		if at == 0 {
			t.Fatalf("stream %d is not in the file", i)
		}
		if len(want) < tiny {
			if !bytes.Contains(data[at:], want) {
				t.Errorf("stream %d is not in the file as it is", i)
			}
		} else if got := streamAt(t, data, at); !bytes.Equal(got, want) {
			t.Errorf("stream %d has %d bytes, want %d", i, len(got), len(want))
		}
	}
	for _, threads := range []int{1, 2, 8} {
		before := runtime.GOMAXPROCS(threads)
		again, _ := long(t, pages)
		runtime.GOMAXPROCS(before)
		if !bytes.Equal(again, data) {
			t.Errorf("with %d threads the file is another", threads)
		}
	}
}

// TestFileNeverFinished has no worker wait for streams that will not come.
func TestFileNeverFinished(t *testing.T) {
	synctest.Test(t, func(*testing.T) { // fails where one is left waiting
		w := New()
		for range 4 {
			w.Stream(w.Alloc(), NewDict(), []byte(strings.Repeat("words of a page ", short/16)))
		}
	})
}
