package lint

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"briefnote/diag"
	"briefnote/schema"
)

// TestTypographyFixes mends the notes that break the rules of typography, each
// with the fixes of its rule. What comes out must be a valid note in which the
// rule finds nothing more to mend, with its severances as they were.
func TestTypographyFixes(t *testing.T) {
	for _, r := range typographyRules() {
		paths := must(filepath.Glob(filepath.Join("testdata", r.Slug, "bad*.yaml")))
		for _, path := range paths {
			src := must(os.ReadFile(path))
			fixes := 0
			mended := src
			for _, d := range typographyRun(t, r, path, src) {
				fixes += len(d.Fix)
			}
			if fixes == 0 {
				continue
			}
			mended = typographyApply(t, src, typographyRun(t, r, path, src))
			for _, d := range typographyRun(t, r, path, mended) {
				if len(d.Fix) > 0 {
					t.Errorf("%s: mended, it is found again: %s\n%s", path, d.Message, mended)
				}
			}
			if a, b := typographySeverances(src), typographySeverances(mended); !slices.EqualFunc(a, b, bytes.Equal) {
				t.Errorf("%s: a severance was changed: %q, was %q", path, b, a)
			}
			compare(t, path[:len(path)-len(".yaml")]+".mended", mended)
		}
	}
}

func typographyRun(t *testing.T, r *Rule, path string, src []byte) []diag.Diagnostic {
	t.Helper()
	f := schema.Decode(filepath.Base(path), src)
	for _, problem := range f.Problems {
		t.Errorf("%s: %s\n%s", path, problem.Message, src)
	}
	return Run([]*schema.File{f}, Options{Rules: []*Rule{r}})
}

// typographyApply makes the edits of findings, from the last to the first.
func typographyApply(t *testing.T, src []byte, found []diag.Diagnostic) []byte {
	t.Helper()
	var edits []diag.Edit
	for _, d := range found {
		edits = append(edits, d.Fix...)
	}
	slices.SortStableFunc(edits, func(a, b diag.Edit) int { return b.Span.Start - a.Span.Start })
	out := slices.Clone(src)
	for i, e := range edits {
		if i > 0 && e.Span.End > edits[i-1].Span.Start {
			t.Errorf("two fixes overlap at %d", e.Span.Start)
		}
		out = slices.Concat(out[:e.Span.Start], []byte(e.Text), out[e.Span.End:])
	}
	return out
}

// typographySeverances returns the severances to be made in a source.
func typographySeverances(src []byte) [][]byte {
	var out [][]byte
	for {
		end := bytes.Index(src, []byte("]{s="))
		if end < 0 {
			return out
		}
		start := bytes.LastIndexByte(src[:end], '[')
		out = append(out, src[start:end])
		src = src[end+1:]
	}
}
