package diag

import "encoding/binary"

// packed holds findings of very many files in little room: a row of bytes a
// file, in which words that come again and again are numbers. A hundred
// thousand findings take some ten megabytes, and the garbage collector has
// nothing to follow in them.
type packed struct {
	files   map[string][]byte
	numbers map[string]uint64 // of the words that were met first
	words   []string          // by their number
}

// mostWords is how many words have a number. Of the messages of a run many are
// alike, but when nearly all differ, a table of them would be larger than they are.
const mostWords = 4096

// Pack moves the findings from Diagnostics to where they take little room. They
// are printed and looked through as before. The edits of a finding must be in
// its own file.
func (r *Report) Pack() {
	p := &r.packed
	if p.files == nil {
		p.files, p.numbers = map[string][]byte{}, map[string]uint64{}
	}
	byFile := map[string][]byte{}
	for _, d := range r.Diagnostics {
		byFile[d.Span.File] = p.append(byFile[d.Span.File], d)
	}
	for name, b := range byFile {
		whole := make([]byte, 0, len(p.files[name])+len(b)) // no room to spare
		p.files[name] = append(append(whole, p.files[name]...), b...)
	}
	r.Diagnostics = nil
}

// append adds a finding to the row of its file.
func (p *packed) append(b []byte, d Diagnostic) []byte {
	b = p.word(p.word(b, d.Rule), d.ID)
	b = binary.AppendUvarint(b, uint64(d.Severity))
	b = binary.AppendVarint(b, int64(d.Span.Start))
	b = binary.AppendVarint(b, int64(d.Span.End-d.Span.Start))
	b = p.word(p.word(p.word(b, d.Message), d.Hint), d.Path)
	b = binary.AppendUvarint(b, uint64(len(d.Fix)))
	for _, e := range d.Fix {
		b = binary.AppendVarint(b, int64(e.Span.Start-d.Span.Start))
		b = binary.AppendVarint(b, int64(e.Span.End-e.Span.Start))
		b = p.word(b, e.Text)
	}
	return b
}

// word adds a word: its number, with a lowest bit of 1, or its length and bytes.
func (p *packed) word(b []byte, s string) []byte {
	n, known := p.numbers[s]
	if !known && len(p.words) < mostWords {
		n, known = uint64(len(p.words)), true
		p.numbers[s] = n
		p.words = append(p.words, s)
	}
	if known {
		return binary.AppendUvarint(b, n<<1|1)
	}
	b = binary.AppendUvarint(b, uint64(len(s))<<1)
	return append(b, s...)
}

// of returns the findings of a file.
func (p *packed) of(name string) []Diagnostic {
	var ds []Diagnostic
	for u := (unpacking{p, string(p.files[name])}); u.left != ""; {
		d := Diagnostic{Rule: u.word(), ID: u.word(), Severity: Severity(u.unsigned())}
		d.Span = u.span(name, 0)
		d.Message, d.Hint, d.Path = u.word(), u.word(), u.word()
		for range u.unsigned() {
			d.Fix = append(d.Fix, Edit{u.span(name, d.Span.Start), u.word()})
		}
		ds = append(ds, d)
	}
	return ds
}

// unpacking is what is left to read of a row.
type unpacking struct {
	*packed
	left string
}

func (u *unpacking) unsigned() uint64 {
	// A number has a few bytes, and reading them one by one copies none.
	var n uint64
	for shift := 0; ; shift += 7 {
		c := u.left[0]
		u.left = u.left[1:]
		n |= uint64(c&0x7f) << shift
		if c < 0x80 {
			return n
		}
	}
}

func (u *unpacking) signed() int {
	n := u.unsigned()
	return int(n>>1) ^ -int(n&1) // as in binary.Varint
}

func (u *unpacking) span(name string, from int) Span {
	start := from + u.signed()
	return Span{name, start, start + u.signed()}
}

func (u *unpacking) word() string {
	n := u.unsigned()
	if n&1 == 1 {
		return u.words[n>>1]
	}
	s := u.left[:n>>1]
	u.left = u.left[n>>1:]
	return s
}
