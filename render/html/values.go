package html

import (
	"math"
	"strconv"
	"strings"
	"unicode"

	"briefnote/render/style"
)

// points returns a length in points for CSS, to a hundredth.
func points(f float64) string { return number(f) + "pt" }

// ems returns a multiple of the text's size for CSS, to a hundredth.
func ems(f float64) string { return number(f) + "em" }

// pixels returns a length in points as whole pixels, of which 96 are an inch.
func pixels(f float64) int { return int(math.Ceil(f * 96 / 72)) }

// number returns a number for CSS, to a hundredth.
func number(f float64) string {
	return strconv.FormatFloat(math.Round(f*100)/100, 'f', -1, 64)
}

// quoted returns text as a CSS string. html/template cannot: it takes strings in
// CSS for addresses, and refuses one such as "Note: secret". So every character
// but letters and digits is written as its code (CSS Syntax Module Level
// 3, section 4.3.7), and none is left that could end the string or the element. A
// space is too: one behind a code would end that, and be no part of the text.
func quoted(s string) string {
	const digits = "0123456789abcdef"
	b := []byte{'"'}
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			b = append(b, string(r)...)
			continue
		}
		b = append(b, '\\')
		for shift := 20; shift >= 0; shift -= 4 {
			b = append(b, digits[r>>shift&0xf])
		}
	}
	return string(append(b, '"'))
}

// hex returns a colour for CSS.
func hex(c style.Color) string {
	s := strconv.FormatUint(1<<24|uint64(c.R)<<16|uint64(c.G)<<8|uint64(c.B), 16)
	return "#" + strings.TrimPrefix(s, "1")
}

// fill returns a colour to put behind text for CSS. The zero colour means none:
// black would hide the text.
func fill(c style.Color) string {
	if c == (style.Color{}) {
		return "none"
	}
	return hex(c)
}

func underline(on bool) string {
	if on {
		return "underline"
	}
	return "none"
}

// family returns the fonts of a style's family. None comes with the file: those
// named first have the widths of the faces of the PDF.
func family(name string) string {
	switch name {
	case "serif":
		return `"Liberation Serif","Times New Roman",Times,serif`
	case "mono":
		return `"Liberation Mono","Courier New",Courier,monospace`
	}
	return `"Liberation Sans",Arial,Helvetica,sans-serif`
}
