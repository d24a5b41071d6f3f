package strictyaml

import (
	"bytes"
	"strings"
)

// block walks a literal or folded scalar from its | or > to the end of its
// last line of text.
func (a *aligner) block() bool {
	a.skipLine()
	if a.value == "" {
		return true // nothing under the header, or blank lines that were clipped
	}
	indent := a.blockIndent()
	a.blanks(indent) // blank lines before the text
	for a.v < len(a.value) {
		a.leadIn(indent)
		if !a.line() {
			return false
		}
		if a.v < len(a.value) && !a.blanks(indent) {
			return false
		}
	}
	return true
}

// skipLine moves behind the next line break.
func (a *aligner) skipLine() {
	for a.s < len(a.src) && a.src[a.s] != '\n' {
		a.s++
	}
	a.s = min(a.s+1, len(a.src))
}

// blockIndent returns the indentation of a block scalar's text, in bytes: that
// of its first line of text less the blanks that the value has there. Where
// there is no text, the first line of blanks tells.
func (a *aligner) blockIndent() int {
	blanks := strings.Trim(a.value, " \n") == ""
	own, skip := 0, 0
	for line := range strings.SplitSeq(a.value, "\n") {
		if own = len(line) - len(strings.TrimLeft(line, " ")); own < len(line) || blanks && own > 0 {
			break
		}
		skip++
	}
	for i := a.s; i < len(a.src); skip-- {
		n := 0
		for i+n < len(a.src) && a.src[i+n] == ' ' {
			n++
		}
		c := i + n
		text := c < len(a.src) && a.src[c] != '\n' && a.src[c] != '\r'
		if text || blanks && skip == 0 {
			return max(n-own, 0)
		}
		i = lineEnd(a.src, c) + 1
	}
	return 0
}

// leadIn skips a line's indentation.
func (a *aligner) leadIn(indent int) {
	for i := 0; i < indent && a.at(0) == ' '; i++ {
		a.s++
	}
}

// line takes the rest of the current line.
func (a *aligner) line() bool {
	rest := a.src[a.s:]
	if n := bytes.IndexByte(rest, '\n'); n >= 0 {
		rest = bytes.TrimSuffix(rest[:n], []byte("\r"))
	}
	n := min(len(rest), len(a.value)-a.v)
	if string(rest[:n]) != a.value[a.v:a.v+n] {
		return false
	}
	if n > 0 {
		a.copy(n)
	}
	return true
}

// blanks takes a line break and the blank lines after it for the space or the
// line feeds that the value has here, and stops where the next line of text
// begins. At the end of the scalar the value may hold a last line feed more
// than the file.
func (a *aligner) blanks(indent int) bool {
	n, feeds := 0, 0
	have, ends := a.feeds(), a.ends()
	for {
		k := n
		for i := 0; (feeds > 0 || a.v == 0) && i < indent && a.at(k) == ' '; i++ {
			k++
		}
		if a.at(k) == '\r' && a.at(k+1) == '\n' {
			k++
		}
		if a.at(k) != '\n' || feeds > 0 && feeds == have && ends {
			break
		}
		n = k + 1
		feeds++
	}
	switch {
	case have > 0 && (feeds > 0 || ends):
		if ends {
			feeds = have
		}
		a.stand(min(have, feeds), n)
	case feeds > 0 && a.value[a.v] == ' ':
		a.stand(1, n)
	default:
		return false
	}
	return true
}

// feeds counts the line feeds at the current place of the value.
func (a *aligner) feeds() int {
	rest := a.value[a.v:]
	return len(rest) - len(strings.TrimLeft(rest, "\n"))
}

// ends reports whether the value holds nothing but line feeds from here on.
func (a *aligner) ends() bool { return a.v+a.feeds() == len(a.value) }
