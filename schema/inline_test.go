package schema

import (
	"strings"
	"testing"

	"briefnote/internal/strictyaml"
)

// textOf decodes a text from the title of a note, written under |-.
func textOf(t testing.TB, src string) (Text, *File) {
	t.Helper()
	note := "kind: withheld-notice\npages: {from: 1, to: 1}\nact: privacy\nexemptions: [26]\nfootnotes: {1: One, a-b: Two}\ntitle: |-\n"
	for line := range strings.SplitSeq(src, "\n") {
		note += "  " + line + "\n"
	}
	f := Decode("n.yaml", []byte(note))
	if len(f.Notes) != 1 {
		t.Fatalf("%q is not read at all: %v", src, f.Problems)
	}
	return f.Notes[0].Env().Title.Plain, f
}

// inlineTests are texts, and what they are read as.
var inlineTests = []struct{ src, want string }{
	{"plain words", `w"plain words"`},
	{"*a* and **b**", `em(w"a") w" and " strong(w"b")`},
	{"***a***", `em(strong(w"a"))`},
	{"*a **b** c*", `em(w"a " strong(w"b") w" c")`},
	{"a*b*c", `w"a" em(w"b") w"c"`},
	{"*one\ntwo*", `em(w"one two")`},
	{"[plan](https://example.org/a)", `link<https://example.org/a>(w"plan")`},
	{"[the *plan*](mailto:a@example.org)", `link<mailto:a@example.org>(w"the " em(w"plan"))`},
	{"[a](https://example.org/b_(c))d", `link<https://example.org/b_(c)>(w"a") w"d"`},
	{"[a [b] c](https://example.org)", `link<https://example.org>(w"a [b] c")`},
	{"**[a](https://example.org)**", `strong(link<https://example.org>(w"a"))`},
	{"a[^1] b[^a-b]", `w"a" ref<1> w" b" ref<a-b>`},
	{"[REDACTED] and [redacted]", `red<[REDACTED]> w" and " red<[redacted]>`},
	{"*[REDACTED]*", `em(red<[REDACTED]>)`},
	{"a^[note *b* [c](https://example.org)]d", `w"a" note(w"note " em(w"b") w" " link<https://example.org>(w"c")) w"d"`},
	{"a^[see [sic] and [REDACTED]]", `w"a" note(w"see [sic] and " red<[REDACTED]>)`},
	{`[x]{s="15(1)(a)"}`, `sev<15(1)(a)>(w"x")`},
	{`[x *y* z^[n]]{s="15(1), 21(1)(a),16.1"}`, `sev<15(1),21(1)(a),16.1>(w"x " em(w"y") w" z" note(w"n"))`},
	{`[ x ]{s="15(1)"}y`, `sev<15(1)>(w" x ") w"y"`},
	{`[see [a](https://example.org)]{s="19"}`, `sev<19>(w"see " link<https://example.org>(w"a"))`},
	{"*[x]{s=\"19\"}*", `em(sev<19>(w"x"))`},
	{"one  two\n  three", `w"one  two three"`},
	{"one \ntwo", `w"one two"`},
	{`\*a\* \[b\] \{s="1"\} \\ \^[c]`, `w"*a* [b] {s=\"1\"} \\ ^[c]"`},
	{`\[REDACTED] \[^1]`, `w"[REDACTED] [^1]"`},
	{`\# a \- b`, `w"# a \\- b"`},
	{`C:\dir`, `w"C:\\dir"`},
	// Nothing else is markup.
	{"_a_ __b__ a_b_c", `w"_a_ __b__ a_b_c"`},
	{"2 * 3 * 4, a*b", `w"2 * 3 * 4, a*b"`},
	{"<b>a</b> <!-- c --> &amp; &#65;", `w"<b>a</b> <!-- c --> &amp; &#65;"`},
	{"`a *b* c`", "w\"`a \" em(w\"b\") w\" c`\""},
	{"[sic] [] [a]: b", `w"[sic] [] [a]: b"`},
	{"see https://example.org/a_b or a@example.org", `w"see https://example.org/a_b or a@example.org"`},
	{"~~a~~ ==b== H~2~O x^2^ :smile: $x$", `w"~~a~~ ==b== H~2~O x^2^ :smile: $x$"`},
	{"a] b [c", `w"a] b [c"`},
	{"![alt](https://example.org)", `w"!" link<https://example.org>(w"alt")`},
	{"a {b} c", `w"a {b} c"`},
	{"été *où* – “ça”", `w"été " em(w"où") w" – “ça”"`},
	{"line  \nbreak", `w"line break"`},
	{"=====", `w"====="`},
}

func TestInline(t *testing.T) {
	for _, tt := range inlineTests {
		t.Run(tt.src, func(t *testing.T) {
			text, f := textOf(t, tt.src)
			if len(f.Problems) > 0 {
				t.Errorf("problems: %v", f.Problems)
			}
			if got := inlines(text.Inlines); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
			checkInlines(t, text, text.Inlines, text.Start, text.End, f.Source)
		})
	}
}

// TestInlineRefused holds that markup gone wrong is reported at its place and
// gives nothing that could be printed.
func TestInlineRefused(t *testing.T) {
	for _, src := range []string{
		`[x]{s=15(1)}`, `[x]{s=“15(1)”}`, `[x]{s='15(1)'}`, `[x]{}`, `[x]{s=""}`, `[x]{s="15(1"}`, `[x]{ s="15(1)" }`, `[x]{s="15(1)"`,
		`[x]{.class}`, `[]{s="15(1)"}`, `[a [x]{s="15(1)"}]{s="16"}`, `[[REDACTED]]{s="16"}`, `[x](javascript:alert(1))`, `[x](JavaScript:alert(1))`,
		`[x](data:text/html,x)`, `[x](//example.org)`, `[x](#a)`, `[x](www.example.org)`, `[x]()`, `[x](https://a b)`, `[](https://example.org)`,
		`[a [x](https://example.org)](https://example.org)`, `[^]`, `[^a b]`, `^[]`, `^[a ^[x]]`, `^[a [^1]]`,
	} {
		t.Run(src, func(t *testing.T) {
			text, f := textOf(t, "before "+src+" after")
			if len(f.Problems) != 1 || f.Problems[0].Rule != strictyaml.RuleValue {
				t.Fatalf("problems: %v", f.Problems)
			}
			if place := f.Problems[0].Span; !strings.Contains(src, string(f.Source[place.Start:place.End])) {
				t.Errorf("reported at %q", f.Source[place.Start:place.End])
			}
			if printed := text.String(); strings.Contains(printed, "x") || strings.Contains(printed, "REDACTED") {
				t.Errorf("prints %q", printed)
			}
		})
	}
	for _, src := range []string{`[a](https://example.org`, `{s="15(1)"}`, `a [b {s="15(1)"}`, `**{s="15(1)"}**`} {
		if _, f := textOf(t, src); len(f.Problems) != 1 {
			t.Errorf("%s: problems: %v", src, f.Problems)
		}
	}
}

// checkInlines holds that inlines stand in order and within [start, end) of
// the scalar, and that words are found in the file where they say they are.
func checkInlines(t testing.TB, text Text, list []Inline, start, end int, src []byte) {
	t.Helper()
	for _, in := range list {
		if in.Start < start || in.End <= in.Start || in.End > end {
			t.Errorf("%q: [%d,%d) is not within [%d,%d)", in.Text, in.Start, in.End, start, end)
			return
		}
		start = in.End
		checkInlines(t, text, in.Children, in.Start, in.End, src)
		if in.Kind != Words || len(in.Text) != in.End-in.Start {
			continue // a line break, where the words are one space
		}
		for at := range in.Text {
			place := text.Place(in.Start+at, in.Start+at+1)
			if got := src[place.Start:place.End]; len(got) == 1 && in.Text[at] != got[0] && !strings.ContainsRune(" ", rune(in.Text[at])) {
				t.Errorf("%q: the byte %q is placed at %q", in.Text, in.Text[at], got)
			}
		}
	}
}
