// Package deflate compresses what documents are made of: streams of some
// kilobytes each. It is the home of the library that does so without a state,
// which for such lengths takes half the time of package compress/flate, none of
// its megabyte of memory, and gives about as many bytes.
package deflate

import "github.com/klauspost/compress/flate"

// Append appends data, compressed as RFC 1951 has it, to b. The same data
// gives the same bytes.
func Append(b, data []byte) []byte {
	out := appended{b}
	_ = flate.StatelessDeflate(&out, data, true, nil) // fails only if writing does
	return out.b
}

// appended is a writer that takes whatever it is given.
type appended struct{ b []byte }

func (a *appended) Write(p []byte) (int, error) {
	a.b = append(a.b, p...)
	return len(p), nil
}
