// Package pdfread reads PDF files that this program wrote, for tests that want
// to know what really stands in a file.
//
// Start with [Read]. [File.Structure] gives the tree of the tags with the words
// of the pages in it, and fails the test where page, tree and the tables
// between them do not agree (ISO 32000-1, 14.7). It reads the forms that package
// render/pdf writes and no other: no reader of PDF in general is meant.
package pdfread

import (
	"bytes"
	"compress/zlib"
	"encoding/hex"
	"io"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"
)

// The kinds of objects (7.3), beside the bool, float64, string, []any and nil
// that stand for themselves.
type (
	Name string
	Ref  int
	Dict map[string]any
	// Stream is a stream with what it holds, inflated.
	Stream struct {
		Dict Dict
		Data []byte
	}
)

// File is a file that was read.
type File struct {
	Trailer Dict // of the cross-reference stream
	objects map[Ref]any
	t       testing.TB
}

// Read reads a file, object by object from its start, and those inside the
// object streams.
func Read(t testing.TB, data []byte) *File {
	t.Helper()
	f := &File{objects: map[Ref]any{}, t: t}
	p := &parser{t: t, b: data}
	for p.skip(); p.at < len(p.b) && !p.word("startxref"); p.skip() {
		number, ok := p.value().(float64)
		p.need("0", "obj")
		if !ok {
			t.Fatalf("no object at %d", p.at)
		}
		v := p.value()
		if d, ok := v.(Dict); ok && p.word("stream") {
			v = f.stream(p, d)
		}
		p.need("endobj")
		f.objects[Ref(number)] = v
	}
	for _, v := range f.objects {
		if s, ok := v.(Stream); ok && s.Dict["Type"] == Name("ObjStm") {
			f.unpack(s)
		}
	}
	return f
}

// stream reads what stands between the words stream and endstream.
func (f *File) stream(p *parser, d Dict) Stream {
	n := int(d["Length"].(float64))
	raw := p.b[p.at+1 : p.at+1+n]
	p.at += 1 + n
	p.need("endstream")
	if d["Type"] == Name("XRef") {
		f.Trailer = d
	}
	if d["Filter"] == nil {
		return Stream{d, raw}
	}
	z, err := zlib.NewReader(bytes.NewReader(raw))
	if err != nil {
		f.t.Fatal(err)
	}
	data, err := io.ReadAll(z)
	if err != nil {
		f.t.Fatal(err)
	}
	return Stream{d, data}
}

// unpack reads the objects of an object stream (7.5.7).
func (f *File) unpack(s Stream) {
	head := &parser{t: f.t, b: s.Data}
	for range int(s.Dict["N"].(float64)) {
		number, at := head.value().(float64), head.value().(float64)
		body := &parser{t: f.t, b: s.Data, at: int(s.Dict["First"].(float64) + at)}
		f.objects[Ref(number)] = body.value()
	}
}

// Get returns a value, or the object that it refers to.
func (f *File) Get(v any) any {
	if r, ok := v.(Ref); ok {
		o, known := f.objects[r]
		if !known {
			f.t.Errorf("object %d is not in the file", r)
		}
		return o
	}
	return v
}

// Dict returns a value that is a dictionary or refers to one; nil for any other.
func (f *File) Dict(v any) Dict {
	d, _ := f.Get(v).(Dict)
	return d
}

// Array returns a value that is an array or refers to one; nil for any other.
func (f *File) Array(v any) []any {
	a, _ := f.Get(v).([]any)
	return a
}

// Catalog returns the object that a reader starts from.
func (f *File) Catalog() Dict { return f.Dict(f.Trailer["Root"]) }

// Pages returns the objects of the pages, in order.
func (f *File) Pages() []Ref {
	var refs []Ref
	for _, k := range f.Array(f.Dict(f.Catalog()["Pages"])["Kids"]) {
		refs = append(refs, k.(Ref))
	}
	return refs
}

// parser reads values.
type parser struct {
	t  testing.TB
	b  []byte
	at int
}

const (
	blanks     = " \n\r\t\f\x00"
	delimiters = blanks + "()<>[]{}/%"
)

// skip passes white space and comments.
func (p *parser) skip() {
	for p.at < len(p.b) {
		switch {
		case strings.IndexByte(blanks, p.b[p.at]) >= 0:
			p.at++
		case p.b[p.at] == '%':
			for p.at < len(p.b) && p.b[p.at] != '\n' {
				p.at++
			}
		default:
			return
		}
	}
}

// word passes a word if it stands next.
func (p *parser) word(w string) bool {
	p.skip()
	if !bytes.HasPrefix(p.b[p.at:], []byte(w)) {
		return false
	}
	p.at += len(w)
	return true
}

func (p *parser) need(words ...string) {
	for _, w := range words {
		if !p.word(w) {
			p.t.Fatalf("at %d stands %.20q, want %q", p.at, p.b[p.at:], w)
		}
	}
}

// operator is a word of a content stream that is no value.
type operator string

// value reads the next value, or an operator.
func (p *parser) value() any {
	switch {
	case p.word("<<"):
		return p.dict()
	case p.word("["):
		a := []any{}
		for !p.word("]") {
			a = append(a, p.value())
		}
		return a
	case p.word("("):
		return p.literal()
	case p.word("<"):
		end := bytes.IndexByte(p.b[p.at:], '>')
		b, err := hex.DecodeString(string(p.b[p.at : p.at+end]))
		if err != nil {
			p.t.Fatal(err)
		}
		p.at += end + 1
		return string(b)
	case p.word("/"):
		return p.name()
	}
	return p.plain()
}

func (p *parser) dict() Dict {
	d := Dict{}
	for !p.word(">>") {
		p.need("/")
		key := p.name()
		d[string(key)] = p.value()
	}
	return d
}

// token reads up to the next delimiter.
func (p *parser) token() string {
	from := p.at
	for p.at < len(p.b) && strings.IndexByte(delimiters, p.b[p.at]) < 0 {
		p.at++
	}
	return string(p.b[from:p.at])
}

func (p *parser) name() Name {
	s := p.token()
	for i := strings.IndexByte(s, '#'); i >= 0; i = strings.IndexByte(s, '#') {
		c, err := strconv.ParseUint(s[i+1:i+3], 16, 8)
		if err != nil {
			p.t.Fatal(err)
		}
		s = s[:i] + string(rune(c)) + s[i+3:]
	}
	return Name(s)
}

func (p *parser) literal() string {
	var out []byte
	for ; p.b[p.at] != ')'; p.at++ {
		c := p.b[p.at]
		if c == '\\' {
			p.at++
			if c = p.b[p.at]; c == 'r' {
				c = '\r'
			}
		}
		out = append(out, c)
	}
	p.at++
	return string(out)
}

// plain reads a number, a reference, a truth or an operator.
func (p *parser) plain() any {
	s := p.token()
	n, err := strconv.ParseFloat(s, 64)
	switch {
	case s == "":
		p.t.Fatalf("at %d stands %.20q, and no value", p.at, p.b[p.at:])
		return nil
	case s == "true", s == "false":
		return s == "true"
	case s == "null":
		return nil
	case err != nil:
		return operator(s)
	}
	back := p.at
	if p.word("0") && p.word("R") {
		return Ref(n)
	}
	p.at = back
	return n
}

// Text returns the words of a text string (7.9.2.2).
func Text(v any) string {
	s, _ := v.(string)
	rest, wide := strings.CutPrefix(s, "\xFE\xFF")
	if !wide {
		return s
	}
	return wideText(rest)
}

// wideText decodes UTF-16, the greater byte first.
func wideText(s string) string {
	var units []uint16
	for i := 0; i+1 < len(s); i += 2 {
		units = append(units, uint16(s[i])<<8|uint16(s[i+1]))
	}
	return string(utf16.Decode(units))
}
