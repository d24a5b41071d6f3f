package strictyaml

import (
	"bytes"
	"strings"
	"testing"
	"time"
)

// TestSize gives the parser a megabyte of each kind of nastiness. None may
// take a time that grows with the square of the size.
func TestSize(t *testing.T) {
	const size = 1 << 20
	fill := func(s string) string { return strings.Repeat(s, size/len(s)+1) }
	tests := []struct{ name, src string }{
		{"brackets", fill("[")},
		{"brackets and commas", fill("[a,")},
		{"closed brackets", "a: " + strings.Repeat("[", 1<<19) + strings.Repeat("]", 1<<19)},
		{"braces", fill("{a: ")},
		{"double quotes", fill(`"`)},
		{"single quotes", fill(`'`)},
		{"quotes in entries", fill("- \"a\n")},
		{"texts in quotes", fill("- 'a' b\n")},
		{"keys", numbered("key%: text\n", size)},
		{"unknown keys with one value", fill("a: b\n")},
		{"unquoted colons", fill("- a: b: c\n")},
		{"tabs", fill("\t- a\n")},
		{"marks", fill("- ")},
		{"question marks", fill("? ")},
		{"one long line", fill("word ")},
		{"one long quoted line", `a: "` + fill("wo\\trd ") + `"`},
		{"one long bracket of items", "a: [" + fill("item, ") + "]"},
		{"one long bracket of pairs", "a: {" + numbered("k%: v, ", size) + "}"},
		{"one long line of accents", "a: [" + fill("é, ") + "]"},
		{"literal lines", "a: |\n" + fill("  text\n")},
		{"folded lines", "a: >\n" + fill("  text\n   more\n\n")},
		{"blank lines", "a: |+\n" + fill("\n")},
		{"blank lines with blanks", "a: |+\n  x\n" + fill("  \n")},
		{"comments", fill("# c\n")},
		{"comments between items", fill("- a # c\n# d\n")},
		{"documents", fill("---\n")},
		{"documents with text", fill("--- a\n")},
		{"documents with duplicate keys", fill("---\na: 1\na: 2\n")},
		{"aliases", "a: &x b\n" + fill("- *x\n")},
		{"aliases alone", fill("- *x\n")},
		{"anchors", fill("- &x\n")},
		{"deeper and deeper", stairs(1400)},
		{"deeper and deeper lists", stairsOf("- ", 1400)},
		{"plain lines", fill("word\n")},
		{"dashes without space", fill("-word\n")},
		{"stray colons", fill(": ")},
		{"escapes", `"` + fill(`\u00e9`)},
		{"continued lines", `"` + fill("\\\n") + `"`},
		{"folds", `a: "` + fill(" \n ") + `"`},
		{"controls", fill("\x01")},
		{"escaped controls", `a: "` + fill(`\x01`) + `"`},
		{"stray bytes", fill("\xff")},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			start := time.Now()
			f := Parse("n.yaml", []byte(tt.src))
			took := time.Since(start)
			t.Logf("%v, %d findings", took, len(f.Problems))
			if took > allowed {
				t.Errorf("%d bytes took %v", len(tt.src), took)
			}
		})
	}
}

// allowed is a generous bound for a megabyte: many times what is needed, and
// a small part of what quadratic time would take.
const allowed = 4 * time.Second

// numbered repeats s up to a size, with a number for each %.
func numbered(s string, size int) string {
	var b strings.Builder
	for i := 0; b.Len() < size; i++ {
		b.WriteString(strings.Replace(s, "%", itoa(i), 1))
	}
	return b.String()
}

// stairs nests n keys, each a column deeper than the last.
func stairs(n int) string { return stairsOf("a:", n) }

func stairsOf(entry string, n int) string {
	var b bytes.Buffer
	for i := range n {
		b.WriteString(strings.Repeat(" ", i) + entry + "\n")
	}
	return b.String()
}
