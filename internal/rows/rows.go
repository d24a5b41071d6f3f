// Package rows keeps numbers and words in little room: rows of bytes that are
// written from the start to the end, and read in the same order. The findings
// and facts of ten thousand notes fit into some ten megabytes so, and the
// garbage collector has nothing to follow in them.
//
// Start with [Row] and [Reader]; [Words] are for words that come again and again.
package rows

import (
	"encoding/binary"
	"strings"
)

// Row is what has been written.
type Row []byte

// Number adds a number; the smaller, the shorter.
func (r *Row) Number(n int) { *r = binary.AppendVarint(*r, int64(n)) }

// Words adds words, as they are.
func (r *Row) Words(s string) {
	r.Number(len(s))
	*r = append(*r, s...)
}

// Reader is what is left to read of a row. It must be asked for what was added,
// and for no more.
type Reader string

// Number reads a number.
func (r *Reader) Number() int {
	// A number has a few bytes, and reading them one by one copies none.
	var n uint64
	for shift := 0; ; shift += 7 {
		c := (*r)[0]
		*r = (*r)[1:]
		n |= uint64(c&0x7F) << shift
		if c < 0x80 {
			return int(n>>1) ^ -int(n&1) // as in binary.Varint
		}
	}
}

// Words reads words. They are a piece of the row.
func (r *Reader) Words() string {
	n := r.Number()
	s := string((*r)[:n])
	*r = (*r)[n:]
	return s
}

// Words gives numbers to the words that are met first, so that those which come
// again and again take little room. Where nearly all differ, a table of them
// would be larger than they are: it has an end.
type Words struct {
	numbers map[string]int
	list    []string // by their number
}

// most is how many words have a number.
const most = 1 << 14

// Add adds words to a row: their number, from 1, or 0 and the words themselves.
func (w *Words) Add(r *Row, s string) {
	n, known := w.numbers[s]
	if !known && len(w.list) < most {
		if w.numbers == nil {
			w.numbers = map[string]int{}
		}
		s = strings.Clone(s) // it may be a piece of a long text
		w.list = append(w.list, s)
		n, known = len(w.list), true
		w.numbers[s] = n
	}
	r.Number(n)
	if !known {
		r.Words(s)
	}
}

// Next reads words that Add has added.
func (w *Words) Next(r *Reader) string {
	if n := r.Number(); n > 0 {
		return w.list[n-1]
	}
	return r.Words()
}
