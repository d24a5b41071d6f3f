package docx

import (
	"math"
	"strconv"
	"unicode/utf8"
)

// xml is XML that is being written. Names are the code's own; values and text
// are escaped, whatever they hold. (encoding/xml declares the namespace of an
// element anew at each, and takes most of the time of a file.)
type xml struct{ b []byte }

// open starts an element. Attributes are pairs of a name and a value; one with
// an empty value is left out.
func (x *xml) open(name string, attrs ...string) {
	x.start(name, attrs)
	x.b = append(x.b, '>')
}

// close ends an element.
func (x *xml) close(name string) {
	x.b = append(x.b, "</"...)
	x.b = append(x.b, name...)
	x.b = append(x.b, '>')
}

// empty writes an element without content.
func (x *xml) empty(name string, attrs ...string) {
	x.start(name, attrs)
	x.b = append(x.b, "/>"...)
}

func (x *xml) start(name string, attrs []string) {
	x.b = append(x.b, '<')
	x.b = append(x.b, name...)
	for i := 0; i+1 < len(attrs); i += 2 {
		if attrs[i+1] == "" {
			continue
		}
		x.b = append(x.b, ' ')
		x.b = append(x.b, attrs[i]...)
		x.b = append(x.b, '=', '"')
		x.text(attrs[i+1])
		x.b = append(x.b, '"')
	}
}

// val writes the frequent <name w:val="value"/>.
func (x *xml) val(name, value string) { x.empty(name, "w:val", value) }

// flag writes an element that says yes, where it does.
func (x *xml) flag(on bool, name string) {
	if on {
		x.empty(name)
	}
}

// element writes an element that holds text, unless the text is empty.
func (x *xml) element(name, text string, attrs ...string) {
	if text == "" {
		return
	}
	x.open(name, attrs...)
	x.text(text)
	x.close(name)
}

// text writes text. A character that XML cannot hold becomes U+FFFD (XML 1.0,
// section 2.2); notes with such characters do not validate.
func (x *xml) text(s string) {
	from := 0
	for i := 0; i < len(s); {
		size, as := 1, ""
		switch c := s[i]; {
		case c == '&':
			as = "&amp;"
		case c == '<':
			as = "&lt;"
		case c == '>':
			as = "&gt;"
		case c == '"':
			as = "&quot;"
		case c < ' ':
			as = control(c)
		case c >= utf8.RuneSelf:
			var r rune
			if r, size = utf8.DecodeRuneInString(s[i:]); r == utf8.RuneError && size == 1 || r == 0xFFFE || r == 0xFFFF {
				as = "\uFFFD"
			}
		}
		if as != "" {
			x.b = append(x.b, s[from:i]...)
			x.b = append(x.b, as...)
			from = i + size
		}
		i += size
	}
	x.b = append(x.b, s[from:]...)
}

// control returns what stands for a control character.
func control(c byte) string {
	switch c {
	case '\t':
		return "&#x9;"
	case '\n':
		return "&#xA;"
	case '\r':
		return "&#xD;"
	}
	return "\uFFFD"
}

// declaration opens every part.
const declaration = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

// part starts a part with its root element.
func part(root string, attrs ...string) *xml {
	x := &xml{b: append(make([]byte, 0, 1<<12), declaration...)}
	x.open(root, attrs...)
	return x
}

// twips returns a length in points as twentieths of a point (17.18.81).
func twips(points float64) string { return strconv.Itoa(int(math.Round(20 * points))) }

// halves returns a size in points as half-points (17.18.42).
func halves(points float64) string { return strconv.Itoa(max(int(math.Round(2*points)), 2)) }

// eighths returns the thickness of a line in points as eighths of a point, of
// which Word draws 2 to 96 (17.18.18).
func eighths(points float64) string {
	return strconv.Itoa(min(max(int(math.Round(8*points)), 2), 96))
}
