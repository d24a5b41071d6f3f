package pdfread

import "strings"

// Bracket is a piece of a page's marked content (14.6): everything that is drawn
// between an operator BDC and its EMC.
type Bracket struct {
	Tag   Name
	Props Dict
	Text  string // what the glyphs in it read as
	Drawn bool   // something is drawn in it
}

// MCID returns the number that leads to the bracket's element, or -1.
func (b *Bracket) MCID() int {
	if n, ok := b.Props["MCID"].(float64); ok {
		return int(n)
	}
	return -1
}

// Content returns a page's brackets in order, the outermost ones; those inside
// give them their text (14.9.4, ActualText). What is drawn outside of all fails
// the test.
func (f *File) Content(page Ref) []Bracket {
	f.t.Helper()
	d := f.Dict(page)
	s, ok := f.Get(d["Contents"]).(Stream)
	if !ok {
		f.t.Fatalf("page %d has no content", page)
	}
	in := &interpreter{file: f, page: page, fonts: f.Dict(f.Dict(d["Resources"])["Font"]), maps: map[Name]map[string]string{}}
	p := &parser{t: f.t, b: s.Data}
	for p.skip(); p.at < len(p.b); p.skip() {
		v := p.value()
		op, ok := v.(operator)
		if !ok {
			in.operands = append(in.operands, v)
			continue
		}
		in.do(op)
		in.operands = in.operands[:0]
	}
	if in.depth != 0 {
		f.t.Errorf("page %d ends inside a bracket", page)
	}
	return in.out
}

// interpreter runs the operators of a page that matter to its text.
type interpreter struct {
	file     *File
	page     Ref
	fonts    Dict
	maps     map[Name]map[string]string // of each font, what its codes stand for
	font     Name
	operands []any
	depth    int
	actual   bool // the words of the bracket at hand are given
	out      []Bracket
}

func (in *interpreter) do(op operator) {
	switch op {
	case "BDC":
		in.begin()
	case "EMC":
		in.depth--
		in.actual = false
	case "Tf":
		in.font = in.operands[0].(Name)
	case "Tj":
		in.draw(in.decode(in.operands[0].(string)))
	case "f", "S", "s", "B", "b", "n":
		in.draw("")
	case "TJ", "'", "\"", "Do", "BMC", "MP", "DP":
		in.file.t.Errorf("page %d has an operator that the test does not know: %s", in.page, op)
	}
}

func (in *interpreter) begin() {
	props, _ := in.operands[1].(Dict)
	if in.depth++; in.depth == 1 {
		in.out = append(in.out, Bracket{Tag: in.operands[0].(Name), Props: props})
		return
	}
	if props["MCID"] != nil || in.operands[0] != Name("Span") || in.depth > 2 {
		in.file.t.Errorf("page %d: %v stands inside %v", in.page, in.operands, in.out[len(in.out)-1])
	}
	if props["ActualText"] != nil {
		in.out[len(in.out)-1].Text += Text(props["ActualText"])
		in.actual = true
	}
}

func (in *interpreter) draw(text string) {
	if in.depth == 0 {
		in.file.t.Errorf("page %d: %q is drawn outside of marked content", in.page, text)
		return
	}
	b := &in.out[len(in.out)-1]
	b.Drawn = true
	if !in.actual {
		b.Text += text
	}
}

// decode turns codes of two bytes into what the font says they stand for
// (9.10.3, ToUnicode).
func (in *interpreter) decode(codes string) string {
	m := in.maps[in.font]
	if m == nil {
		m = in.file.toUnicode(in.file.Dict(in.fonts[string(in.font)]))
		in.maps[in.font] = m
	}
	var b strings.Builder
	for i := 0; i < len(codes); i += 2 {
		s, ok := m[codes[i:i+2]]
		if !ok {
			in.file.t.Errorf("page %d: %x of font %s stands for nothing", in.page, codes[i:i+2], in.font)
		}
		b.WriteString(s)
	}
	return b.String()
}

func (f *File) toUnicode(font Dict) map[string]string {
	m := map[string]string{}
	s, _ := f.Get(font["ToUnicode"]).(Stream)
	_, body, _ := strings.Cut(string(s.Data), "endcodespacerange")
	p := &parser{t: f.t, b: []byte(body)}
	var entry []string // the first code, the last, and what the first stands for
	for p.skip(); p.at < len(p.b); p.skip() {
		s, ok := p.value().(string)
		if !ok {
			continue
		}
		if entry = append(entry, s); len(entry) < 3 {
			continue
		}
		text := []byte(entry[2])
		for code := []byte(entry[0]); string(code) <= entry[1]; code[1]++ {
			m[string(code)] = wideText(string(text))
			text[len(text)-1]++
			if code[1] == 0xFF {
				break
			}
		}
		entry = entry[:0]
	}
	return m
}
