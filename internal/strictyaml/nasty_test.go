package strictyaml

import (
	"math"
	"strings"
	"testing"
)

// nasty is a source made to be hard to read: unit is repeated up to the size
// wanted, with a running number for each %.
type nasty struct{ name, prefix, unit, suffix string }

var nasties = []nasty{
	{"brackets", "", "[", ""},
	{"brackets and commas", "", "[a,", ""},
	{"braces", "", "{a: ", ""},
	{"double quotes", "", `"`, ""},
	{"single quotes", "", `'`, ""},
	{"quotes in entries", "", "- \"a\n", ""},
	{"texts in quotes", "", "- 'a' b\n", ""},
	{"keys", "", "key%: text\n", ""},
	{"one key again and again", "", "a: b\n", ""},
	{"unquoted colons", "", "- a: b: c\n", ""},
	{"unclosed brackets", "", "- [a\n", ""},
	{"tabs", "", "\t- a\n", ""},
	{"marks", "", "- ", ""},
	{"question marks", "", "? ", ""},
	{"one long line", "", "word ", ""},
	{"one long line of blanks", "a: b", " ", "c"},
	{"one long quoted line", `a: "`, `wo\\rd `, `"`},
	{"one long line of items", "a: [", "item, ", "]"},
	{"one long line of pairs", "a: {", "k%: v, ", "}"},
	{"one long line of accents", "a: [", "é, ", "]"},
	{"empty brackets", "a: [", "[], ", "]"},
	{"literal lines", "a: |\n", "  text\n", ""},
	{"folded lines", "a: >\n", "  text\n   more\n\n", ""},
	{"plain lines", "a: b\n", "  text\n", ""},
	{"blank lines", "a: |+\n", "\n", ""},
	{"blank lines with blanks", "a: |+\n  x\n", "  \n", ""},
	{"blank lines in quotes", `a: "`, " \n ", `"`},
	{"blank lines before a text", "a: |\n", " \n", "  x"},
	{"comments", "", "# c\n", ""},
	{"comments between items", "", "- a # c\n# d\n", ""},
	{"documents", "", "---\n", ""},
	{"documents with text", "", "--- a\n", ""},
	{"documents with duplicate keys", "", "---\na: 1\na: 2\n", ""},
	{"aliases", "- &x a\n", "- *x\n", ""},
	{"aliases of nothing", "", "- *x\n", ""},
	{"anchors", "", "- &x\n", ""},
	{"lines without form", "", "word\n", ""},
	{"dashes without space", "", "-word\n", ""},
	{"loose colons", "", ": ", ""},
	{"escapes", `"`, `\u00e9`, `"`},
	{"continued lines", `"`, "\\\n", `"`},
	{"controls", "", "\x01", ""},
	{"escaped controls", `a: "`, `\x01`, `"`},
	{"stray bytes", "", "\xff", ""},
}

func (n nasty) source(size int) []byte {
	var b strings.Builder
	b.WriteString(n.prefix)
	for i := 0; b.Len() < size; i++ {
		b.WriteString(strings.ReplaceAll(n.unit, "%", itoa(i)))
	}
	b.WriteString(n.suffix)
	return []byte(b.String())
}

// TestSize reads each kind of nastiness whole. How long that takes, and how it
// grows with the size, is for BenchmarkSize to tell.
func TestSize(t *testing.T) {
	for _, n := range nasties {
		src := n.source(1 << 17)
		if f := Parse("n.yaml", src); len(f.Documents) == 0 && len(f.Problems) == 0 {
			t.Errorf("%s: nothing was read, and nothing reported", n.name)
		}
	}
}

// BenchmarkSize times each kind of nastiness at two sizes: four times the size
// should take about four times as long.
func BenchmarkSize(b *testing.B) {
	for _, n := range nasties {
		for _, size := range []int{1 << 15, 1 << 17} {
			src := n.source(size)
			b.Run(n.name+"/"+itoa(size), func(b *testing.B) {
				for b.Loop() {
					Parse("n.yaml", src)
				}
			})
		}
	}
}

// TestDepth reads mappings and lists nested far beyond the limit, in every
// way there is to nest them. Each gives one finding.
func TestDepth(t *testing.T) {
	const levels = 10_000
	stairs := func(entry string, levels int) string {
		var b strings.Builder
		for i := range levels {
			b.WriteString(strings.Repeat(" ", i) + entry + "\n")
		}
		return b.String()
	}
	few := int(math.Sqrt(2 * MaxSize)) // as many as the limit of size allows
	tests := map[string]string{
		"brackets":          strings.Repeat("[", levels) + strings.Repeat("]", levels),
		"open brackets":     strings.Repeat("[", levels),
		"braces":            strings.Repeat("{a: ", levels) + strings.Repeat("}", levels),
		"marks":             strings.Repeat("- ", levels) + "a",
		"keys below keys":   stairs("a:", min(levels, few-100)),
		"items below items": stairs("-", min(levels, few-100)),
		"33 levels":         stairs("a:", MaxDepth) + strings.Repeat(" ", MaxDepth) + "a: b",
		"33 brackets":       strings.Repeat("[", MaxDepth+1) + strings.Repeat("]", MaxDepth+1),
	}
	for name, src := range tests {
		t.Run(name, func(t *testing.T) {
			f := Parse("n.yaml", []byte(src))
			if len(f.Problems) != 1 || f.Problems[0].Rule != RuleTooDeep {
				t.Errorf("%d findings, the first: %+v", len(f.Problems), f.Problems[:min(len(f.Problems), 1)])
			}
		})
	}
	if f := Parse("n.yaml", []byte(stairs("a:", MaxDepth-1)+strings.Repeat(" ", MaxDepth)+"a: b")); len(f.Problems) > 0 {
		t.Errorf("32 levels: %v", f.Problems)
	}
}
