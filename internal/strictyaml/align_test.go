package strictyaml

import (
	"fmt"
	"strings"
	"testing"
)

// scalars returns every scalar of a node, keys included, in order.
func scalars(n *Node) []*Text {
	var out []*Text
	if n == nil {
		return nil
	}
	if n.Kind == Scalar && !n.Null {
		out = append(out, &n.Text)
	}
	for i := range n.Pairs {
		out = append(out, &n.Pairs[i].Key)
		out = append(out, scalars(n.Pairs[i].Value)...)
	}
	for _, item := range n.Items {
		out = append(out, scalars(item)...)
	}
	return out
}

// dump shows the pieces of a text: "value=source" for those copied as they
// are, "value<source" for those that stand for something else.
func dump(t *Text, src []byte) string {
	var parts []string
	for _, p := range t.pieces {
		sign := "<"
		if p.same {
			sign = "="
		}
		parts = append(parts, fmt.Sprintf("%q%s%q", t.Value[p.v0:p.v1], sign, src[p.s0:p.s1]))
	}
	return strings.Join(parts, " ")
}

// alignTests are sources, and the pieces of the last scalar or of the one under the key a.
var alignTests = []struct{ name, src, want string }{
	{"plain", "a: one two\n", `"one two"="one two"`},
	{"plain over lines", "a: one\n  two\n", `"one"="one" " "<"\n  " "two"="two"`},
	{"plain with blank lines", "a: one  \n\n \n  two\n", `"one"="one" "\n\n"<"  \n\n \n  " "two"="two"`},
	{"plain without newline", "a: one", `"one"="one"`},
	{"plain CRLF", "a: one\r\n  two\r\n", `"one"="one" " "<"\r\n  " "two"="two"`},
	{"plain with a tab inside", "a: one\ttwo\n", `"one\ttwo"="one\ttwo"`},
	{"plain with inner blanks", "a: one   two # rest\n", `"one   two"="one   two"`},
	{"plain in French", "a: été où\n", `"été où"="été où"`},
	{"single quotes", "a: 'it''s'\n", `"it"="it" "'"<"''" "s"="s"`},
	{"single quotes over lines", "a: 'one\n\n  two '\n", `"one"="one" "\n"<"\n\n  " "two "="two "`},
	{"single quotes with breaks at the ends", "a: '\n  one\n  '\n", `" "<"\n  " "one"="one" " "<"\n  "`},
	{"empty quotes", "a: ''\n", ``},
	{"double quotes", `a: "x\ty\"z\\"` + "\n", `"x"="x" "\t"<"\\t" "y"="y" "\""<"\\\"" "z"="z" "\\"<"\\\\"`},
	{"numbered escapes", `a: "\x41\u00e9\U0001F600."` + "\n", `"A"<"\\x41" "é"<"\\u00e9" "😀"<"\\U0001F600" "."="."`},
	{"continued line", "a: \"one\\\n  two\"\n", `"one"="one" "two"="two"`},
	{"continued line, blanks kept", "a: \"one \\\n  \\ two\"\n", `"one "="one " " "<"\\ " "two"="two"`},
	{"continued line and blank line", "a: \"one\\\n\n  two\"\n", `"one"="one" "\n"<"\\\n\n  " "two"="two"`},
	{"continued line at the end", "a: \"one\\\n  \"\n", `"one"="one"`},
	{"double quotes CRLF", "a: \"one\r\n\r\n two\"\r\n", `"one"="one" "\n"<"\r\n\r\n " "two"="two"`},
	{"literal", "a: |\n  one\n  two\n", `"one"="one" "\n"<"\n" "two"="two" "\n"<"\n"`},
	{"literal, more indented", "a: |\n  one\n    two\n", `"one"="one" "\n"<"\n" "  two"="  two" "\n"<"\n"`},
	{"literal, stripped", "a: |-\n  one\n\n", `"one"="one"`},
	{"literal, kept", "a: |+\n  one\n\n\n", `"one"="one" "\n\n\n"<"\n\n\n"`},
	{"literal, blank lines with blanks", "a: |\n  one\n \n     \n  two\n", `"one"="one" "\n\n"<"\n \n" "   "="   " "\n"<"\n" "two"="two" "\n"<"\n"`},
	{"literal, indentation given", "a: |2-\n   one\n  two\n", `" one"=" one" "\n"<"\n" "two"="two"`},
	{"literal, indentation given and kept", "a: |+1\n  one\n\n", `" one"=" one" "\n\n"<"\n\n"`},
	{"literal with a comment", "a: | # note\n  one\n", `"one"="one" "\n"<"\n"`},
	{"literal, blank lines first", "a: |\n\n \n  one\n", `"\n\n"<"\n \n" "one"="one" "\n"<"\n"`},
	{"literal, no newline at the end", "a: |\n  one", `"one"="one"`},
	{"literal CRLF", "a: |\r\n  one\r\n\r\n  two\r\n", `"one"="one" "\n\n"<"\r\n\r\n" "two"="two" "\n"<"\r\n"`},
	{"literal with tabs", "a: |\n  one\ttwo\n  \tthree\n", `"one\ttwo"="one\ttwo" "\n"<"\n" "\tthree"="\tthree" "\n"<"\n"`},
	{"literal with blanks at a line's end", "a: |\n  one  \n  two\n", `"one  "="one  " "\n"<"\n" "two"="two" "\n"<"\n"`},
	{"literal of blank lines", "a: |+\n\n\nb: c\n", `"\n\n"<"\n\n"`},
	{"folded", "a: >\n  one\n  two\n\n  three\n", `"one"="one" " "<"\n" "two"="two" "\n"<"\n\n" "three"="three" "\n"<"\n"`},
	{"folded, stripped", "a: >-\n  one\n  two\n", `"one"="one" " "<"\n" "two"="two"`},
	{"folded, more indented", "a: >-\n  one\n   two\n  three\n", `"one"="one" "\n"<"\n" " two"=" two" "\n"<"\n" "three"="three"`},
	{"folded, more indented after a blank line", "a: >-\n  one\n\n   two\n", `"one"="one" "\n\n"<"\n\n" " two"=" two"`},
	{"folded, line starts with a tab", "a: >-\n  one\n  \ttwo\n", `"one"="one" "\n"<"\n" "\ttwo"="\ttwo"`},
	{"folded, indentation given", "a: >1-\n  one\n two\n", `" one"=" one" "\n"<"\n" "two"="two"`},
	{"folded CRLF", "a: >-\r\n  one\r\n  two\r\n", `"one"="one" " "<"\r\n" "two"="two"`},
	{"folded, blanks at a line's end", "a: >-\n  one \n  two\n", `"one "="one " " "<"\n" "two"="two"`},
	{"folded in a list, at the key's column", "a:\n- >-\n  one\n  two\n", `"one"="one" " "<"\n" "two"="two"`},
	{"in brackets over lines", "a: [one\n  two]\n", `"one"="one" " "<"\n  " "two"="two"`},
	{"byte-order mark", "\xef\xbb\xbfa: one\n", `"one"="one"`},
	{"second document", "---\nb: x\n---\na: one\n", `"one"="one"`},
	{"after a comment", "# c\na: # d\n  # e\n  one\n", `"one"="one"`},
}

func TestAlign(t *testing.T) {
	for _, tt := range alignTests {
		t.Run(tt.name, func(t *testing.T) {
			f := Parse("n.yaml", []byte(tt.src))
			if len(f.Problems) > 0 {
				t.Fatalf("problems: %v", f.Problems)
			}
			all := scalars(f.Documents[len(f.Documents)-1].Root)
			last := all[len(all)-1]
			if k := len(all) - 2; k >= 0 && all[k].Value != "a" {
				for i, s := range all {
					if s.Value == "a" {
						last = all[i+1]
					}
				}
			}
			if got := dump(last, f.Source); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}
