package docx

import (
	"net/url"
	"strings"
)

// address returns an address as a relationship can hold it (Part 2, 9.3.2.2: a
// URI), and "" for one that a reader may not follow, whose link is then its
// label alone. Notes with other addresses than http, https and mailto do not
// validate; this is the last gate, and Word calls a file damaged whose
// addresses are.
func address(s string) string {
	u, err := url.Parse(s)
	if err != nil {
		return ""
	}
	switch strings.ToLower(u.Scheme) {
	case "http", "https":
		if u.Hostname() == "" || !named(u.Hostname()) || len(u.Port()) > 5 || u.Port() > "65535" && len(u.Port()) == 5 || u.User != nil {
			return ""
		}
	case "mailto":
		name, host, ok := strings.Cut(u.Opaque, "@")
		if !ok || name == "" || !named(host) {
			return ""
		}
	default:
		return ""
	}
	return escaped(s)
}

// named reports whether a name may be that of a host.
func named(host string) bool {
	return host != "" && !strings.ContainsAny(host, " %@:;,<>()[]\\/\"'`|^{}") && !strings.HasPrefix(host, ".") && !strings.Contains(host, "..")
}

// escaped returns an address with every byte written out that a URI cannot hold
// (RFC 3986, section 2).
func escaped(s string) string {
	const digits = "0123456789ABCDEF"
	var b strings.Builder
	for i := range len(s) {
		c := s[i]
		percent := c == '%' && i+2 < len(s) && strings.IndexByte(digits, upper(s[i+1])) >= 0 && strings.IndexByte(digits, upper(s[i+2])) >= 0
		switch {
		case percent, c > ' ' && c < 0x7f && !strings.ContainsRune("%\"<>\\^`{|}[]", rune(c)):
			b.WriteByte(c)
		default:
			b.WriteByte('%')
			b.WriteByte(digits[c>>4])
			b.WriteByte(digits[c&15])
		}
	}
	return b.String()
}

func upper(c byte) byte {
	if 'a' <= c && c <= 'z' {
		return c - 'a' + 'A'
	}
	return c
}
