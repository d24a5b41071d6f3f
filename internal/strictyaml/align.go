package strictyaml

import "unicode/utf8"

// aligner walks a scalar's source and its value side by side. The value is
// known, so the walk decides nothing: it only finds which bytes of the source
// each stretch of the value came from. YAML 1.2.2, chapters 7.3 and 8.1.
type aligner struct {
	src    []byte
	value  string
	s, v   int
	pieces []piece
}

// align appends the pieces of a scalar that starts at offset at to room, and
// returns them with the offset after its last byte, and whether source and
// value could be matched.
func align(room []piece, src []byte, at int, style Style, value string) ([]piece, int, bool) {
	a := &aligner{src: src, value: value, s: at, pieces: room}
	var ok bool
	switch style {
	case SingleQuoted:
		ok = a.quoted('\'')
	case DoubleQuoted:
		ok = a.quoted('"')
	case Literal, Folded:
		ok = a.block()
	default:
		ok = a.flow(func() bool { return false })
	}
	return a.pieces, a.s, ok && a.v == len(a.value)
}

// copy takes n bytes that stand alike in source and value.
func (a *aligner) copy(n int) {
	if k := len(a.pieces); k > 0 && a.pieces[k-1].same && int(a.pieces[k-1].s1) == a.s {
		a.pieces[k-1].v1 += int32(n)
		a.pieces[k-1].s1 += int32(n)
	} else {
		a.pieces = append(a.pieces, newPiece(a.v, a.v+n, a.s, a.s+n, true))
	}
	a.s += n
	a.v += n
}

// stand takes vn bytes of the value for sn bytes of the source.
func (a *aligner) stand(vn, sn int) {
	if vn > 0 {
		a.pieces = append(a.pieces, newPiece(a.v, a.v+vn, a.s, a.s+sn, false))
	}
	a.s += sn
	a.v += vn
}

// quoted walks a quoted scalar from its opening to behind its closing quote.
func (a *aligner) quoted(q byte) bool {
	a.s++
	special := func() bool {
		if q == '\'' && a.at(0) == '\'' && a.at(1) == '\'' {
			a.stand(1, 2)
			return true
		}
		return q == '"' && a.at(0) == '\\' && a.escape()
	}
	if !a.flow(special) {
		return false
	}
	for isBlankByte(a.at(0)) {
		a.s++ // blanks that folding dropped before the closing quote
	}
	if a.at(0) != q {
		// an escaped line break may stand at the very end
		for a.at(0) == '\\' && a.escape() {
		}
	}
	if a.at(0) != q {
		return false
	}
	a.s++
	return true
}

// flow walks a plain or quoted scalar, whose lines are folded. special handles
// what stands for something else at the current place, and tells if it did.
func (a *aligner) flow(special func() bool) bool {
	for a.v < len(a.value) {
		if n := a.lettersAhead(); n > 0 {
			a.copy(n)
			continue
		}
		switch {
		case special():
		case a.foldAhead():
			a.fold()
		case a.at(0) != a.value[a.v]:
			return false
		default:
			a.copy(max(a.blanksAhead(), 1))
		}
	}
	return true
}

// lettersAhead counts the bytes that stand next in both source and value and
// mean nothing but themselves in any style: nearly all of a text.
func (a *aligner) lettersAhead() int {
	n := 0
	for a.v+n < len(a.value) && a.s+n < len(a.src) && a.src[a.s+n] == a.value[a.v+n] {
		switch a.src[a.s+n] {
		case ' ', '\t', '\n', '\r', '\'', '"', '\\':
			return n
		}
		n++
	}
	return n
}

// blanksAhead counts the blanks that stand next in both source and value. They
// are taken at once: looking behind each of a long row of them would take long.
func (a *aligner) blanksAhead() int {
	n := 0
	for a.v+n < len(a.value) && a.at(n) == a.value[a.v+n] && (a.at(n) == ' ' || a.at(n) == '\t') {
		n++
	}
	return n
}

// at returns the source byte i places ahead, 0 behind the end.
func (a *aligner) at(i int) byte {
	if a.s+i < len(a.src) {
		return a.src[a.s+i]
	}
	return 0
}

// foldAhead reports whether nothing but blanks stands before the next line break.
func (a *aligner) foldAhead() bool {
	for i := 0; ; i++ {
		switch a.at(i) {
		case ' ', '\t':
		case '\n':
			return true
		case '\r':
			return a.at(i+1) == '\n'
		default:
			return false
		}
	}
}

// fold takes line breaks with the blanks round them for the space or the line
// feeds that they became. An escaped line break may leave nothing at all.
func (a *aligner) fold() {
	n, breaks := 0, 0
	for ; isBlankByte(a.at(n)); n++ {
		if a.at(n) == '\n' {
			breaks++
		}
	}
	if a.value[a.v] == ' ' {
		a.stand(1, n)
	} else {
		a.stand(min(a.feeds(), breaks), n)
	}
}

// escape takes an escape sequence of a double-quoted scalar (YAML 1.2.2, 5.7).
func (a *aligner) escape() bool {
	switch a.at(1) {
	case '\r', '\n':
		a.continued()
		return true
	}
	if a.v >= len(a.value) {
		return false
	}
	digits := map[byte]int{'x': 2, 'u': 4, 'U': 8}[a.at(1)]
	_, size := utf8.DecodeRuneInString(a.value[a.v:])
	a.stand(size, 2+digits)
	return true
}

// continued takes an escaped line break with the indentation of the next line.
// It stands for nothing, but blank lines after it do become line feeds.
func (a *aligner) continued() {
	n := 2
	if a.at(1) == '\r' {
		n = 3
	}
	breaks := 0
	for ; isBlankByte(a.at(n)); n++ {
		if a.at(n) == '\n' {
			breaks++
		}
	}
	a.stand(min(breaks, a.feeds()), n)
}
