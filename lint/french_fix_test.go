package lint

import (
	"bytes"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"briefnote/diag"
	"briefnote/schema"
)

// TestFrenchFixes mends the notes that break a rule of French with the fixes of
// that rule. What comes out must be a valid note in which the rule finds nothing
// more to mend, with its severances as they were.
func TestFrenchFixes(t *testing.T) {
	for _, r := range frenchRules() {
		for _, path := range must(filepath.Glob(filepath.Join("testdata", r.Slug, "bad*.yaml"))) {
			report := lintPath(t, r, path)
			src := report.Sources[filepath.Base(path)]
			mended := frenchMended(t, src, report.Diagnostics)
			if bytes.Equal(src, mended) {
				continue
			}
			f := schema.Decode(path, mended)
			if len(f.Problems) > 0 {
				t.Errorf("%s: mended, it is no valid note: %v\n%s", path, f.Problems, mended)
			}
			for _, d := range Run([]*schema.File{f}, Options{Rules: []*Rule{r}}) {
				if len(d.Fix) > 0 {
					t.Errorf("%s: mended, it is found again: %s\n%s", path, d.Message, mended)
				}
			}
			if a, b := frenchSeverances(src), frenchSeverances(mended); !slices.Equal(a, b) {
				t.Errorf("%s: a severance was changed: %q, was %q", path, b, a)
			}
			compare(t, strings.TrimSuffix(path, ".yaml")+".mended", mended)
		}
	}
}

// frenchMended makes the edits of findings, from the last to the first.
func frenchMended(t *testing.T, src []byte, found []diag.Diagnostic) []byte {
	t.Helper()
	var edits []diag.Edit
	for _, d := range found {
		for _, e := range d.Fix {
			// The indentation after a line break is the file's, and none of the words found.
			end := len(bytes.TrimRight(src[:e.Span.End], " "))
			if e.Span.Start < d.Span.Start || end > max(d.Span.End, e.Span.Start) {
				t.Errorf("%s mends more than it finds: %q", d.Rule, src[e.Span.Start:e.Span.End])
			}
			edits = append(edits, e)
		}
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

// frenchSeverances returns the severances to be made in a source.
func frenchSeverances(src []byte) []string {
	var out []string
	for part := range strings.SplitAfterSeq(string(src), "]{s=") {
		if s, ok := strings.CutSuffix(part, "]{s="); ok {
			out = append(out, s[strings.LastIndexByte(s, '[')+1:])
		}
	}
	return out
}

// apart leaves out the findings whose edits run into those of one before.
func apart(found []diag.Diagnostic) []diag.Diagnostic {
	var out []diag.Diagnostic
	var taken []diag.Edit
	for _, d := range found {
		overlaps := slices.ContainsFunc(d.Fix, func(e diag.Edit) bool {
			return slices.ContainsFunc(taken, func(o diag.Edit) bool { return e.Span.Start < o.Span.End && o.Span.Start < e.Span.End })
		})
		if !overlaps {
			taken = append(taken, d.Fix...)
			out = append(out, d)
		}
	}
	return out
}

// TestFigures checks which figures in French are numbers, and how they should stand.
func TestFigures(t *testing.T) {
	for _, tc := range []struct {
		words, form, sign string
		name              bool
	}{
		{"Il a 1 204 000 stations.", "1\u00a0204\u00a0000", "", false},
		{"Il a 1 204\u00a0000 stations.", "1\u00a0204\u00a0000", "", false},
		{"En 2019 120 stations.", "2019", "", false},
		{"Il paie 1,250.75 $.", "1\u00a0250,75", "$", false},
		{"Il paie 2.5M$ par an.", "2,5", "M$", false},
		{"Il paie 3,125 %.", "3,125", "%", false},
		{"le 613 555-1234", "613\u00a0555", "", true},
		{"le 613 555 1234", "613\u00a0555", "", true},
		{"la norme 1.2.3", "1,3", "", true},
		{"la 5G", "5", "", true},
		{"le C-37", "37", "", true},
		{"de 5 $100", "5", "", false},
	} {
		i := 0
		for !isDigit(tc.words[i]) {
			i++
		}
		f := readFigure(&Passage{Plain: tc.words}, i)
		if f.name != tc.name || !f.name && (f.form() != tc.form || f.sign != tc.sign) {
			t.Errorf("%q: %q %q, a name: %v; want %q %q, %v", tc.words, f.form(), f.sign, f.name, tc.form, tc.sign, tc.name)
		}
	}
}

// TestWholeFrench mends a note that breaks all rules of French at once, as the
// command does: the edits of one rule must not run into those of another.
func TestWholeFrench(t *testing.T) {
	const src = "kind: meeting-report\ntitle: COMMUNIQUE\nlanguage: fr\nmarking: UNCLASSIFIED\nsummary: |\n" +
		"  Objectif: \"l'Etat\" paie $1,000,000 ; le 1 mai, \"Mr. Roy\" a dit : «5%».\n"
	f := schema.Decode("n.yaml", []byte(src))
	for range 4 {
		f = schema.Decode("n.yaml", frenchMended(t, f.Source, apart(Run([]*schema.File{f}, Options{Rules: frenchRules()}))))
	}
	const want = "kind: meeting-report\ntitle: COMMUNIQUÉ\nlanguage: fr\nmarking: UNCLASSIFIED\nsummary: |\n" +
		"  Objectif\u00a0: «\u00a0l’État\u00a0» paie 1\u00a0000\u00a0000\u00a0$; le 1er mai, «\u00a0M.\u00a0Roy\u00a0» a dit\u00a0: «\u00a05\u00a0%\u00a0».\n"
	if got := string(f.Source); got != want {
		t.Errorf("mended to\n%q\nwant\n%q", got, want)
	}
}
