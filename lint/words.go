package lint

import "strings"

// Text is the words of the match as they stand.
func (m Match) Text() string { return m.Plain[m.Start:m.End] }

// quote puts words in quotation marks for a message. White space and holes are
// shown as a reader would write them.
func quote(words string) string {
	return `"` + strings.ReplaceAll(words, string(Hole), "[REDACTED]") + `"`
}

// onlySpace reports whether nothing but white space stands in Plain[start:end].
func (p *Passage) onlySpace(start, end int) bool {
	return start < end && strings.Trim(p.Plain[start:end], " \u00a0\u202f\t") == ""
}
