package schema

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	gmtext "github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// FuzzEmphasis makes sure that asterisks are read as goldmark reads them, an
// implementation of CommonMark that others rely on.
func FuzzEmphasis(f *testing.F) {
	for _, s := range []string{
		"*a*", "**a**", "***a***", "*a **b** c*", "**a*b**", "*a**b*", "a*b*c", "2 * 3 * 4", "* a *", "**a* b*", "*(a)*b", `\*a*`, `*a\**`,
		"*é*", "*«a»*", "****a****", "*****a***", "*a*b*c*", "«*a*»b", "*$a*b", "**a***b*", "*\u00a0a*", "*a**", "**a*",
	} {
		f.Add(s)
	}
	r := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		var b strings.Builder
		for range 1 + r.IntN(16) {
			b.WriteString([]string{"*", "**", "***", "a", " ", ".", "é", `\`, "«", "$"}[r.IntN(10)])
		}
		f.Add(b.String())
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.TrimFunc(s, func(r rune) bool { return r <= ' ' })
		if !utf8.ValidString(s) || strings.ContainsAny(s, "[^\n\r\x00") {
			t.Skip()
		}
		if got, want := starred(s), goldmarked(s); got != want {
			t.Errorf("%q\nis   %s\nnot  %s", s, got, want)
		}
	})
}

// starred writes a text with tags in place of the asterisks that mark it up.
func starred(s string) string {
	p := &inlineParser{flat: s}
	var b strings.Builder
	at := 0
	for _, m := range p.markup(0, len(s)) {
		b.WriteString(s[at:m.start])
		at = m.end
		slash := "/"
		if m.opens {
			slash = ""
		}
		fmt.Fprintf(&b, "<%s%d>", slash, m.end-m.start)
	}
	return b.String() + s[at:]
}

// goldmarked is [starred] by goldmark.
func goldmarked(s string) string {
	src := []byte(s)
	root := parser.NewParser(
		parser.WithBlockParsers(util.Prioritized(parser.NewParagraphParser(), 1)),
		parser.WithInlineParsers(util.Prioritized(starParser{parser.NewEmphasisParser()}, 1)),
	).Parse(gmtext.NewReader(src))
	var b bytes.Buffer
	var children func(n ast.Node)
	children = func(n ast.Node) {
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			switch c := c.(type) {
			case *ast.Text:
				b.Write(c.Segment.Value(src))
			case *ast.Emphasis:
				fmt.Fprintf(&b, "<%d>", c.Level)
				children(c)
				fmt.Fprintf(&b, "</%d>", c.Level)
			default:
				children(c)
			}
		}
	}
	children(root)
	return b.String()
}

// starParser is goldmark's emphasis for * alone.
type starParser struct{ parser.InlineParser }

func (starParser) Trigger() []byte { return []byte{'*'} }
