package deflate

import (
	"bytes"
	"compress/flate"
	"io"
	"testing"
)

// FuzzAppend inflates what was compressed, with the standard library.
func FuzzAppend(f *testing.F) {
	for _, s := range []string{"", "a", "BT 72.00 700.00 Td (word) Tj ET\n"} {
		for _, n := range []int{1, 3, 5000} {
			f.Add(bytes.Repeat([]byte(s), n))
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		b := Append([]byte("before"), data)
		rest, ok := bytes.CutPrefix(b, []byte("before"))
		got, err := io.ReadAll(flate.NewReader(bytes.NewReader(rest)))
		if !ok || err != nil || !bytes.Equal(got, data) {
			t.Fatalf("%d bytes come back as %d: %v", len(data), len(got), err)
		}
	})
}
