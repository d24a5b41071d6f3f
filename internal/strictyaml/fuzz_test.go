package strictyaml

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"briefnote/diag"
)

// seeds adds the notes of the samples, and the mistakes collected for the
// schema, to a fuzz target.
func seeds(f *testing.F) {
	f.Helper()
	for _, pattern := range []string{"../../samples/*/*.yaml", "../../schema/testdata/*/*.yaml"} {
		files, err := filepath.Glob(pattern)
		if err != nil {
			f.Fatal(err)
		}
		for _, name := range files {
			src, err := os.ReadFile(name)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(src)
		}
	}
	for _, s := range []string{
		"", "a", "- \n- a\n", "a: [b, {c: d}, 'e''f', \"g\\\n h\"]\n", "a: |2-\n   x\n  y\n", "a: >+\n\n  x\n\n   y\n\n\n",
		"? a\n: b\n", "- - - a\n  - b\n", "a: \"\\u00e9\\\n   \\  b\n\n c \"\n", "--- |\n a\n...\n---\n- b", "\xef\xbb\xbfa: b\r\n",
		"a: &x b\nc: *x\n", "!!str a: !b c\n<<: {d: e}\n", "a: 'b\n\n \t c'\n", "[a, ]\n", "{a: , b}\n", "\"a\" : b\n", "~:", "null: ~", "? ", "\xb0\a\xbf\xff", "a: [?1, 56]", "a: [b: c, d]", "a: [b # ]\n, c]\n", "a: >\n \t b\n  c\n",
	} {
		f.Add([]byte(s))
	}
}

// FuzzParse holds the parser to its word: whatever the file, there is no
// panic, and every finding and every value has its place within the file.
func FuzzParse(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, src []byte) {
		file := Parse("n.yaml", src)
		for _, d := range file.Problems {
			inside(t, "finding "+d.Message, d.Span, diag.Span{End: len(src)})
			if d.Message == "" || d.Rule == "" {
				t.Errorf("a finding without words or rule: %+v", d)
			}
		}
		for _, doc := range file.Documents {
			inside(t, "document", doc.Span, diag.Span{End: len(src)})
			if doc.Root != nil {
				checkNode(t, doc.Root, doc.Span, src, len(file.Problems) == 0)
			}
		}
	})
}

// inside fails t unless a span lies within another.
func inside(t *testing.T, what string, s, within diag.Span) {
	t.Helper()
	if s.Start > s.End || s.Start < within.Start || s.End > within.End {
		t.Errorf("%s has the span [%d,%d), outside of [%d,%d)", what, s.Start, s.End, within.Start, within.End)
	}
}

// checkNode checks the places of a value and of all in it. Those of a file
// with findings may be the places of what was put in for something unreadable.
func checkNode(t *testing.T, n *Node, within diag.Span, src []byte, sound bool) {
	t.Helper()
	inside(t, n.Pointer, n.Span, within)
	at := n.Span.Start
	next := func(s diag.Span) {
		t.Helper()
		if s.Start < at {
			t.Errorf("%s: [%d,%d) starts before %d, where the value before it ends", n.Pointer, s.Start, s.End, at)
		}
		at = max(at, s.End)
	}
	if n.Kind == Scalar && sound && !n.Null {
		checkText(t, &n.Text, src)
	}
	for i := range n.Pairs {
		p := &n.Pairs[i]
		if sound {
			checkText(t, &p.Key, src)
		}
		inside(t, p.Key.Pointer, p.Key.Span, n.Span)
		next(p.Key.Span)
		next(p.Value.Span)
		checkNode(t, p.Value, n.Span, src, sound)
	}
	for _, item := range n.Items {
		next(item.Span)
		checkNode(t, item, n.Span, src, sound)
	}
}

// checkText checks that the pieces of a text cover it in order and within its
// span, and that each word stands in the source as it does in the text.
func checkText(t *testing.T, text *Text, src []byte) {
	t.Helper()
	v, s := int32(0), int32(text.Span.Start)
	for _, p := range text.pieces {
		if p.v0 != v || p.v1 <= p.v0 || p.s0 < s || p.s1 < p.s0 || int(p.s1) > text.Span.End && !isBlank(text.Value[p.v0:p.v1]) {
			t.Errorf("%s: bad piece %+v of %q after value %d and source %d", text.Pointer, p, text.Value, v, s)
		}
		// A tab of a blank line counts as a space.
		if p.same && strings.TrimSpace(text.Value[p.v0:p.v1]) != strings.TrimSpace(string(src[p.s0:p.s1])) {
			t.Errorf("%s: %q is tied to %q", text.Pointer, text.Value[p.v0:p.v1], src[p.s0:p.s1])
		}
		v, s = p.v1, p.s1
	}
	if int(v) != len(text.Value) {
		t.Errorf("%s: %d of the %d bytes of %q have a place", text.Pointer, v, len(text.Value), text.Value)
	}
	checkWords(t, text, src)
}

func checkWords(t *testing.T, text *Text, src []byte) {
	t.Helper()
	at := 0
	for word := range strings.FieldsFuncSeq(text.Value, func(r rune) bool { return strings.ContainsRune(" \t\n", r) }) {
		start := at + strings.Index(text.Value[at:], word)
		at = start + len(word)
		s := text.Place(start, at)
		found := string(src[s.Start:s.End])
		if found != word && !strings.ContainsAny(found, `\'`) {
			t.Errorf("%s: the word %q is placed at %q", text.Pointer, word, found)
		}
	}
}
