package lint

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"briefnote/diag"
	"briefnote/internal/golden"
	"briefnote/schema"
)

// TestRules runs every rule by itself over the notes of testdata/SLUG. Notes
// called bad… must give findings, and those called good… none; what is printed
// is compared with the .out file beside them. A folder bad or good inside holds
// notes that are checked together. Notes with as-draft in their name are judged
// as drafts, whatever their status: a rule can ask for what validation asks of
// every note but a released one.
func TestRules(t *testing.T) {
	for _, r := range All() {
		t.Run(r.Slug, func(t *testing.T) {
			dir := filepath.Join("testdata", r.Slug)
			entries, err := os.ReadDir(dir)
			if err != nil {
				t.Fatalf("%s has no notes that break it and none that keep it: %v", r.ID, err)
			}
			bad, good := 0, 0
			for _, e := range entries {
				path := filepath.Join(dir, e.Name())
				if !e.IsDir() && filepath.Ext(path) != ".yaml" {
					continue
				}
				found := lintPath(t, r, path)
				switch {
				case strings.HasPrefix(e.Name(), "bad"):
					bad++
					if len(found.Diagnostics) == 0 {
						t.Errorf("%s breaks no rule", path)
					}
					compare(t, strings.TrimSuffix(path, ".yaml")+".out", printReport(t, found))
				case strings.HasPrefix(e.Name(), "good"):
					good++
					if len(found.Diagnostics) > 0 {
						t.Errorf("%s should keep the rule:\n%s", path, printReport(t, found))
					}
				default:
					t.Errorf("%s is neither bad nor good", path)
				}
			}
			if bad == 0 || good == 0 {
				t.Errorf("%s has %d notes that break it and %d that keep it", r.ID, bad, good)
			}
		})
	}
}

// compare compares what was printed with what a file says it should be.
func compare(t *testing.T, path string, got []byte) {
	t.Helper()
	if golden.Updating() {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil || !bytes.Equal(got, want) {
		t.Errorf("%s (run with -update to write it):\n%s\nwant\n%s", path, got, want)
	}
}

// lintPath runs one rule over a note, or over the notes of a folder.
func lintPath(t *testing.T, r *Rule, path string) *diag.Report {
	t.Helper()
	paths := []string{path}
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		if paths, err = filepath.Glob(filepath.Join(path, "*.yaml")); err != nil || len(paths) == 0 {
			t.Fatalf("no notes in %s", path)
		}
	}
	report := &diag.Report{Sources: map[string][]byte{}}
	var files []*schema.File
	for _, p := range paths {
		src, err := os.ReadFile(p)
		if err != nil {
			t.Fatal(err)
		}
		f := schema.Decode(filepath.Base(p), src)
		for _, problem := range f.Problems {
			t.Errorf("%s: %s (%s)", p, problem.Message, problem.Hint)
		}
		report.Sources[f.Name] = src
		report.Files++
		files = append(files, f)
	}
	opts := Options{Rules: []*Rule{r}}
	if strings.Contains(filepath.Base(path), "as-draft") {
		opts.Profile = ProfileDraft
	}
	report.Diagnostics = Run(files, opts)
	return report
}

func printReport(t *testing.T, r *diag.Report) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := r.Write(&b, diag.Text, diag.Options{}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestRecords checks that every rule documents itself, under an id and slug of its own.
func TestRecords(t *testing.T) {
	seen := map[string]bool{}
	var ids []string
	for _, r := range All() {
		if seen[r.ID] || seen[r.Slug] {
			t.Errorf("%s %s stands twice", r.ID, r.Slug)
		}
		seen[r.ID], seen[r.Slug] = true, true
		ids = append(ids, r.ID)
		d := r.Doc
		if d.Title == "" || d.Why == "" || d.Bad == "" || d.Good == "" || d.Source == "" {
			t.Errorf("%s %s does not say all about itself: %+v", r.ID, r.Slug, d)
		}
		if strings.HasSuffix(d.Title, ".") || !strings.HasSuffix(d.Why, ".") {
			t.Errorf("%s: the title is no sentence and the reason is one: %q, %q", r.ID, d.Title, d.Why)
		}
		if r.Check == nil && r.Gather == nil && r.Found == nil || (r.Gather == nil) != (r.Compare == nil) || (r.Found == nil) != (len(r.Phrases) == 0) {
			t.Errorf("%s lacks a function", r.ID)
		}
	}
	if sorted := slices.Clone(ids); !slices.IsSorted(sorted) {
		for i := 1; i < len(ids); i++ {
			if group(ids[i-1]) == group(ids[i]) && ids[i-1] > ids[i] {
				t.Errorf("%s stands after %s", ids[i], ids[i-1])
			}
		}
	}
	for _, e := range must(os.ReadDir("testdata")) {
		if e.IsDir() && e.Name() != "fuzz" && Find(All(), e.Name()) == nil {
			t.Errorf("testdata/%s belongs to no rule", e.Name())
		}
	}
}

func group(id string) string { return strings.TrimRight(id, "0123456789") }

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}
