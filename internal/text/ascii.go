package text

import "unicode/utf8"

// ahead returns the byte of s at i, and whether all that can change what comes
// before it is known: a character that is not ASCII may be a combining one.
func ahead(s string, i int) (c byte, known bool) {
	if i >= len(s) {
		return ' ', true
	}
	return s[i], s[i] < utf8.RuneSelf
}

// asciiCluster returns the length of the first character of s, or 0 where it or
// the one after it is not ASCII.
func asciiCluster(s string) int {
	next, known := ahead(s, 1)
	switch {
	case s[0] >= utf8.RuneSelf || !known:
		return 0
	case s[0] == '\r' && next == '\n' && len(s) > 1:
		return 2
	}
	return 1
}

// asciiSegment returns the length of the first segment of s between word
// boundaries (Unicode Standard Annex #29, rules WB3 to WB13b), or 0 where it or
// a character after it that counts is not ASCII.
func asciiSegment(s string) int {
	c := s[0]
	switch {
	case c >= utf8.RuneSelf:
		return 0
	case asciiWord(c):
		return asciiWordSegment(s)
	}
	n := 1
	for c == ' ' && n < len(s) && s[n] == ' ' { // WB3d
		n++
	}
	next, known := ahead(s, n)
	if c == '\r' && n < len(s) && next == '\n' { // WB3
		return 2
	}
	if !known {
		return 0
	}
	return n
}

// asciiWordSegment is asciiSegment of what starts with a letter, a digit or a
// low line.
func asciiWordSegment(s string) int {
	for n := 1; ; n++ {
		next, known := ahead(s, n)
		switch {
		case !known:
			return 0
		case n < len(s) && asciiWord(next):
			continue
		case n >= len(s):
			return n
		}
		after, known := ahead(s, n+1)
		if !known {
			return 0
		}
		letters := asciiLetter(s[n-1]) && asciiLetter(after)
		digits := asciiDigit(s[n-1]) && asciiDigit(after)
		switch next {
		case '.', '\'': // WB6, WB7, WB11, WB12
			if !letters && !digits {
				return n
			}
		case ':': // WB6, WB7
			if !letters {
				return n
			}
		case ',', ';': // WB11, WB12
			if !digits {
				return n
			}
		default:
			return n
		}
	}
}

func asciiLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func asciiDigit(c byte) bool { return c >= '0' && c <= '9' }

func asciiWord(c byte) bool { return asciiLetter(c) || asciiDigit(c) || c == '_' }
