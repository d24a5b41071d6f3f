package schema

import (
	"fmt"
	"strings"

	"briefnote/diag"
	"briefnote/internal/strictyaml"
)

// badMarking reports a marking that is no security level.
func badMarking(d *strictyaml.Decoder, n *strictyaml.Node) {
	value := n.Text.Value
	d.Report(strictyaml.RuleValue, n.Span, n.Pointer, fmt.Sprintf("%q is not a security level", value), markingHint(value))
}

// markingHint says what to write. It names a level only where one was surely
// meant: a guess that is taken over unread could mark a note too low.
func markingHint(value string) string {
	lower := strings.ToLower(strings.Join(strings.Fields(value), " "))
	var within []string // levels that the value names beside something else
	for _, l := range Levels() {
		if strings.Contains(lower, strings.ToLower(l.English)) || strings.Contains(lower, strings.ToLower(l.French)) {
			within = append(within, l.English)
		}
	}
	bare := strings.Trim(value, "“”„«»‘’\"' \u00a0")
	_, level := ParseLevel(bare)
	switch {
	case level:
		return "write it without quotes: " + bare
	case strings.Contains(lower, "official use"), lower == "fouo":
		return "this is a caveat: write it under caveats, and a level such as UNCLASSIFIED here"
	case len(within) > 0:
		return "write the level alone; other words belong under caveats"
	case lower == "protected", lower == "protégé", lower == "protege":
		return "write PROTECTED A, PROTECTED B or PROTECTED C"
	}
	if hint := diag.DidYouMean(value, levelNames()); hint != "" && !ambiguous(value) {
		return hint
	}
	return "the levels are " + strings.Join(levelNames()[:len(Levels())], ", ")
}

// ambiguous reports whether taking one character off names several levels
// alike, as in PROTECTED D.
func ambiguous(value string) bool {
	var near int
	for _, l := range levelNames() {
		if len(l) == len(value) && strings.EqualFold(l[:len(l)-1], value[:len(value)-1]) {
			near++
		}
	}
	return near > 1
}
