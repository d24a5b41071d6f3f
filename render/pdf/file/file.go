// Package file writes PDF files object by object, as ISO 32000-1 (PDF 1.7)
// describes them. It knows the syntax of a file and nothing of what is in it.
//
// Start with [New]: reserve numbers with [Writer.Alloc], fill them with
// [Writer.Dict], [Writer.Object] and [Writer.Stream], and end with [Writer.Finish]. Objects
// stand in the file in the order of their numbers, so the same calls give the
// same bytes. Dictionaries are packed into object streams (7.5.7) and found by
// a cross-reference stream (7.5.8), which PDF/A-2 allows and which makes a
// file of many small objects about a third as long.
package file

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"hash"
	"io"
	"slices"
	"strconv"
)

// Ref is the number of an object, from 1.
type Ref int

// object is what stands under a number.
type object struct {
	dict   []byte   // the whole object, or a stream's dictionary without its brackets and Length
	stream *content // nil for any other object
}

// Writer gathers the objects of one file.
type Writer struct {
	objects []object  // by Ref, from 1 at index 0
	streams hash.Hash // of what all streams hold, before it is compressed
	stock   []byte    // room for small objects: one allocation serves many
	deflater
	streamed int // bytes that Stream was given
	beside   compressor
}

// New returns a file without objects.
func New() *Writer { return &Writer{streams: sha256.New()} }

// Alloc reserves the next number.
func (w *Writer) Alloc() Ref {
	w.objects = append(w.objects, object{})
	return Ref(len(w.objects))
}

// Dict makes d the object of a number.
func (w *Writer) Dict(r Ref, d *Dict) {
	w.objects[r-1] = object{dict: d.bytes()}
}

// Object makes body, which is in the syntax of PDF, the object of a number. It
// copies body, so that one buffer can serve for all the elements of a tree.
func (w *Writer) Object(r Ref, body []byte) {
	if len(w.stock) < len(body) {
		w.stock = make([]byte, max(stockSize, len(body)))
	}
	n := copy(w.stock, body)
	w.objects[r-1] = object{dict: w.stock[:n:n]}
	w.stock = w.stock[n:]
}

const stockSize = 4096 // bytes

// Add reserves a number for d and returns it.
func (w *Writer) Add(d *Dict) Ref {
	r := w.Alloc()
	w.Dict(r, d)
	return r
}

// Stream compresses data and makes it the object of a number, with the entries
// of d. Length and Filter are added. It does not wait until data is compressed,
// so data must stay as it is.
func (w *Writer) Stream(r Ref, d *Dict, data []byte) {
	if len(data) < tiny {
		w.Plain(r, d, data)
		return
	}
	w.streams.Write(data)
	s := &content{data}
	w.deflated(r, d, s)
	if w.streamed += len(data); w.streamed < short {
		s.data = w.deflate(data)
	} else {
		w.beside.add(s)
	}
}

// short is how much is compressed at once, in bytes: that of a few pages is
// done in less time than it takes to have another thread wake up.
const short = 64 << 10

// tiny is the length in bytes under which a stream is not compressed: it would
// be some 300 bytes shorter, and take as long as drawing a page.
const tiny = 1024

// Plain is [Writer.Stream] without compression, for metadata that other
// programs search for in the bytes of the file (PDF/A-2, 6.6.2.1).
func (w *Writer) Plain(r Ref, d *Dict, data []byte) {
	w.streams.Write(data)
	w.objects[r-1] = object{dict: d.b, stream: &content{data}}
}

// Deflated is [Writer.Stream] for data that is a zlib stream already, and the
// same in every build, as the font programs are. Its checksum, the last four
// bytes (RFC 1950, 2.2), stands for it in the file's identifier.
func (w *Writer) Deflated(r Ref, d *Dict, data []byte) {
	w.streams.Write(data[max(0, len(data)-4):])
	w.deflated(r, d, &content{data})
}

func (w *Writer) deflated(r Ref, d *Dict, s *content) {
	d.Name("Filter", "FlateDecode")
	w.objects[r-1] = object{dict: d.b, stream: s}
}

// entry is where an object stands: at an offset of the file, or at an index of
// an object stream.
type entry struct {
	kind  byte // 1 in the file, 2 in an object stream
	place int  // offset, or the stream's number
	index int
}

// packed is how many objects share an object stream.
const packed = 100

// Finish writes the file. root is the catalog, info the document information
// dictionary. Every number must have its object.
func (w *Writer) Finish(out io.Writer, root, info Ref) error {
	for i := range w.objects {
		if o := &w.objects[i]; o.dict == nil && o.stream == nil {
			return fmt.Errorf("object %d of the PDF file was reserved and never written", i+1)
		}
	}
	id := w.identifier()
	entries := make([]entry, len(w.objects), len(w.objects)+len(w.objects)/packed+2)
	w.pack(entries)
	w.beside.wait()
	for len(entries) < len(w.objects) {
		entries = append(entries, entry{})
	}
	p := placed{Writer: out}
	if b, ok := out.(interface{ Grow(n int) }); ok {
		b.Grow(w.size())
	}
	// The second line tells programs that the file is binary (7.5.2).
	p.write([]byte("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"))
	for i := range w.objects {
		if o := &w.objects[i]; o.stream != nil {
			entries[i] = entry{kind: 1, place: p.at}
			o.write(&p, i+1)
		}
	}
	w.crossReference(&p, entries, root, info, id)
	return p.err
}

// placed is an output that knows how far it has come.
type placed struct {
	io.Writer
	at  int // bytes
	err error
	buf []byte // what is put together at the moment
}

func (p *placed) write(b []byte) {
	if p.err == nil {
		_, p.err = p.Write(b)
		p.at += len(b)
	}
}

// size returns about how long the file will be, in bytes.
func (w *Writer) size() int {
	n := 1024 + 8*len(w.objects)
	for i := range w.objects {
		if o := &w.objects[i]; o.stream != nil {
			n += len(o.dict) + len(o.stream.data) + 64
		}
	}
	return n
}

// identifier is a hash of all objects before compression, so that it changes
// with the file's content and with nothing else: not even with a version of Go
// that deflates otherwise.
func (w *Writer) identifier() []byte {
	h := w.streams
	for i := range w.objects {
		h.Write(w.objects[i].dict)
	}
	return h.Sum(nil)[:16]
}

// pack moves all objects that are no streams into object streams.
func (w *Writer) pack(entries []entry) {
	loose := make([]int, 0, len(w.objects))
	for i := range w.objects {
		if w.objects[i].stream == nil {
			loose = append(loose, i)
		}
	}
	var b []byte
	for len(loose) > 0 {
		n := min(len(loose), packed)
		stream := w.Alloc()
		b = b[:0]
		place := 0
		for k, i := range loose[:n] {
			b = append(strconv.AppendInt(b, int64(i+1), 10), ' ')
			b = append(strconv.AppendInt(b, int64(place), 10), ' ')
			place += len(w.objects[i].dict) + 1
			entries[i] = entry{2, int(stream), k}
		}
		d := NewDict().Name("Type", "ObjStm").Int("N", n).Int("First", len(b))
		b = slices.Grow(b, place)
		for _, i := range loose[:n] {
			b = append(append(b, w.objects[i].dict...), '\n')
		}
		w.deflated(stream, d, &content{w.deflate(b)})
		loose = loose[n:]
	}
}

// write writes a stream object.
func (o *object) write(p *placed, number int) {
	b := append(strconv.AppendInt(p.buf[:0], int64(number), 10), " 0 obj\n<<"...)
	b = append(append(b, o.dict...), "/Length "...)
	p.buf = append(strconv.AppendInt(b, int64(len(o.stream.data)), 10), ">>\nstream\n"...)
	p.write(p.buf)
	p.write(o.stream.data)
	p.write([]byte("\nendstream\nendobj\n"))
}

// crossReference writes the cross-reference stream and the end of the file.
func (w *Writer) crossReference(p *placed, entries []entry, root, info Ref, id []byte) {
	self := len(entries) + 1
	start := p.at
	table := make([]byte, 0, 7*(self+1))
	row := func(e entry) {
		table = append(table, e.kind)
		table = binary.BigEndian.AppendUint32(table, uint32(e.place))
		table = binary.BigEndian.AppendUint16(table, uint16(e.index))
	}
	row(entry{index: 65535}) // object 0 heads the list of free ones (7.5.4)
	for _, e := range entries {
		row(e)
	}
	row(entry{kind: 1, place: start})
	d := NewDict().Name("Type", "XRef").Int("Size", self+1).Raw("W", "[1 4 2]").Ref("Root", root).Ref("Info", info)
	d.Raw("ID", "[<"+hex.EncodeToString(id)+"><"+hex.EncodeToString(id)+">]")
	d.Name("Filter", "FlateDecode")
	o := object{dict: d.b, stream: &content{w.deflate(table)}}
	o.write(p, self)
	p.buf = strconv.AppendInt(append(p.buf[:0], "startxref\n"...), int64(start), 10)
	p.write(append(p.buf, "\n%%EOF\n"...))
}
