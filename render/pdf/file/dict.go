package file

import (
	"encoding/hex"
	"math"
	"strconv"
	"unicode/utf16"
)

// Dict is a dictionary object (7.3.7) that is being written. Entries stand in
// the order of the calls. Each method returns the dictionary, so that calls
// chain.
type Dict struct{ b []byte }

// NewDict returns a dictionary without entries.
func NewDict() *Dict { return &Dict{} }

// bytes returns the dictionary with its brackets.
func (d *Dict) bytes() []byte {
	b := make([]byte, 0, len(d.b)+4)
	b = append(b, "<<"...)
	b = append(b, d.b...)
	return append(b, ">>"...)
}

func (d *Dict) key(k string) *Dict {
	d.b = AppendName(d.b, k)
	d.b = append(d.b, ' ')
	return d
}

// Name adds a name (7.3.5).
func (d *Dict) Name(key, v string) *Dict {
	d.key(key)
	d.b = AppendName(d.b, v)
	return d
}

// Int adds an integer.
func (d *Dict) Int(key string, v int) *Dict {
	d.key(key)
	d.b = strconv.AppendInt(d.b, int64(v), 10)
	return d
}

// Nums adds an array of numbers.
func (d *Dict) Nums(key string, vs ...float64) *Dict {
	d.key(key)
	d.b = append(d.b, '[')
	for i, v := range vs {
		if i > 0 {
			d.b = append(d.b, ' ')
		}
		d.b = AppendNum(d.b, v)
	}
	d.b = append(d.b, ']')
	return d
}

// Ref adds a reference to another object.
func (d *Dict) Ref(key string, v Ref) *Dict {
	d.key(key)
	d.b = AppendRef(d.b, v)
	return d
}

// Refs adds an array of references.
func (d *Dict) Refs(key string, vs []Ref) *Dict {
	d.key(key)
	d.b = append(d.b, '[')
	for i, v := range vs {
		if i > 0 {
			d.b = append(d.b, ' ')
		}
		d.b = AppendRef(d.b, v)
	}
	d.b = append(d.b, ']')
	return d
}

// Text adds a text string (7.9.2.2): words for people.
func (d *Dict) Text(key, v string) *Dict {
	d.key(key)
	d.b = AppendText(d.b, v)
	return d
}

// Bytes adds a string of bytes, e.g. an address in ASCII.
func (d *Dict) Bytes(key, v string) *Dict {
	d.key(key)
	d.b = AppendBytes(d.b, v)
	return d
}

// Dict adds a dictionary.
func (d *Dict) Dict(key string, v *Dict) *Dict {
	d.key(key)
	d.b = append(d.b, v.bytes()...)
	return d
}

// Raw adds what is already in the syntax of PDF.
func (d *Dict) Raw(key, v string) *Dict {
	d.key(key)
	d.b = append(d.b, v...)
	return d
}

// AppendName appends a name, with what is not plain written as #xx.
func AppendName(b []byte, s string) []byte {
	b = append(b, '/')
	for i := range len(s) {
		c := s[i]
		if c > ' ' && c < 0x7F && !special(c) {
			b = append(b, c)
			continue
		}
		const digits = "0123456789ABCDEF"
		b = append(b, '#', digits[c>>4], digits[c&15])
	}
	return b
}

func special(c byte) bool {
	switch c {
	case '#', '(', ')', '<', '>', '[', ']', '{', '}', '/', '%':
		return true
	}
	return false
}

// AppendRef appends a reference to an object.
func AppendRef(b []byte, r Ref) []byte {
	b = strconv.AppendInt(b, int64(r), 10)
	return append(b, " 0 R"...)
}

// AppendNum appends a number to a thousandth, without needless zeros. PDF has
// no exponents (7.3.3).
func AppendNum(b []byte, v float64) []byte {
	if v = math.Round(v*1000) / 1000; v == 0 {
		v = 0 // no minus before a zero
	}
	return strconv.AppendFloat(b, v, 'f', -1, 64)
}

// AppendText appends a text string: ASCII as it is, anything else as UTF-16
// with a byte-order mark.
func AppendText(b []byte, s string) []byte {
	for i := range len(s) {
		if c := s[i]; c < ' ' || c >= 0x7F {
			return appendUTF16(b, s)
		}
	}
	return AppendBytes(b, s)
}

func appendUTF16(b []byte, s string) []byte {
	b = append(b, "<FEFF"...)
	for _, u := range utf16.Encode([]rune(s)) {
		b = hex.AppendEncode(b, []byte{byte(u >> 8), byte(u)})
	}
	return append(b, '>')
}

// AppendBytes appends a string of bytes in parentheses (7.3.4.2).
func AppendBytes[S string | []byte](b []byte, s S) []byte {
	b = append(b, '(')
	for i := range len(s) {
		switch c := s[i]; c {
		case '(', ')', '\\':
			b = append(b, '\\', c)
		case '\r': // would be read as a line feed
			b = append(b, `\r`...)
		default:
			b = append(b, c)
		}
	}
	return append(b, ')')
}
