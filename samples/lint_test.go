package samples

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"briefnote/diag"
	"briefnote/internal/golden"
	"briefnote/lint"
	"briefnote/schema"
)

// linted runs all rules over the notes that match a pattern.
func linted(t *testing.T, pattern string, profile lint.Profile) *diag.Report {
	t.Helper()
	paths, err := filepath.Glob(pattern)
	if err != nil || len(paths) == 0 {
		t.Fatal(paths, err)
	}
	report := &diag.Report{Sources: map[string][]byte{}}
	var files []*schema.File
	for _, path := range paths {
		src, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		f := schema.Decode(filepath.ToSlash(path), src)
		report.Files++
		report.Sources[f.Name] = src
		files = append(files, f)
	}
	report.Diagnostics = lint.Run(files, lint.Options{Profile: profile})
	return report
}

// TestReleaseAsDrafts compares what lint finds in the released notes, judged as
// drafts, with what was read and found right.
func TestReleaseAsDrafts(t *testing.T) {
	var out bytes.Buffer
	if err := linted(t, "fcm-2019/*.yaml", lint.ProfileDraft).Write(&out, diag.Text, diag.Options{}); err != nil {
		t.Fatal(err)
	}
	golden.Equal(t, "golden/fcm-2019.draft.lint", out.Bytes())
}

// TestReleaseAsReleased checks that the released notes have no errors of house
// style as what they are: they cannot be mended.
func TestReleaseAsReleased(t *testing.T) {
	report := linted(t, "fcm-2019/*.yaml", lint.ProfileReleased)
	for _, d := range report.Diagnostics {
		if d.Severity == diag.Error {
			t.Errorf("%s: %s: %s", d.Span.File, d.Rule, d.Message)
		}
	}
}

// TestOwnSamples checks that our own samples, which show what a good note looks
// like, have no errors and no warnings.
func TestOwnSamples(t *testing.T) {
	for _, pattern := range []string{"drafts/*.yaml", "winter-binder/*.yaml"} {
		report := linted(t, pattern, lint.ProfileOfStatus)
		for _, d := range report.Diagnostics {
			if d.Severity > diag.Info {
				t.Errorf("%s: %s: %s", d.Span.File, d.Rule, d.Message)
			}
		}
	}
}
