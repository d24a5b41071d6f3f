package file

import (
	"bytes"
	"encoding/binary"
	"hash/adler32"
	"slices"
	"sync"

	"briefnote/internal/deflate"
)

// deflater makes zlib streams (RFC 1950). Each is compressed by itself, with no
// more memory than it needs: for the few kilobytes that they have, nothing is
// shorter by a fifth, or half as quick.
type deflater struct {
	buf []byte // what is compressed at the moment
}

func (z *deflater) deflate(data []byte) []byte {
	z.buf = slices.Grow(z.buf[:0], len(data)/3+64) // about what comes of it
	z.buf = append(z.buf, 0x78, 0x9C)              // deflate, a window of 32 KB, no dictionary
	z.buf = deflate.Append(z.buf, data)
	z.buf = binary.BigEndian.AppendUint32(z.buf, adler32.Checksum(data))
	return bytes.Clone(z.buf)
}

// content is what a stream holds.
type content struct {
	data []byte // as it stands in the file, once it has been compressed
}

// compressor compresses streams while their writer goes on to the next: it
// takes a fifth of the time of a long note, and nothing but the end of the file
// waits for it. One worker at a time takes them in turn, and leaves when there
// are none, so that a file which is never finished leaves nothing behind.
type compressor struct {
	deflater // the worker's
	done     sync.WaitGroup
	mu       sync.Mutex // over what follows
	waiting  []*content
	working  bool
}

// add has a stream compressed; its data may be read after wait.
func (c *compressor) add(s *content) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.waiting = append(c.waiting, s)
	if !c.working {
		c.working = true
		c.done.Go(c.work)
	}
}

func (c *compressor) work() {
	for s := c.next(); s != nil; s = c.next() {
		s.data = c.deflate(s.data)
	}
}

// next returns the streams that wait, one by one, and nil to a worker who is to
// leave.
func (c *compressor) next() *content {
	c.mu.Lock()
	defer c.mu.Unlock()
	if len(c.waiting) == 0 {
		c.working = false
		return nil
	}
	s := c.waiting[0]
	c.waiting[0] = nil
	c.waiting = c.waiting[1:]
	return s
}

// wait returns when all streams have been compressed.
func (c *compressor) wait() { c.done.Wait() }
