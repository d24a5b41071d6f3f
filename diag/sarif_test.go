package diag_test

import (
	"bytes"
	"encoding/json"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"briefnote/diag"
)

// sarifSchema is the standard's own schema.
var sarifSchema = sync.OnceValues(func() (*jsonschema.Schema, error) {
	c := jsonschema.NewCompiler()
	c.AssertFormat() // URIs are checked as such
	return c.Compile("testdata/sarif-schema-2.1.0.json")
})

// validate checks a SARIF log against the schema.
func validate(t *testing.T, log []byte) error {
	t.Helper()
	schema, err := sarifSchema()
	if err != nil {
		t.Fatal(err)
	}
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(log))
	if err != nil {
		t.Fatal(err)
	}
	return schema.Validate(v)
}

func TestSARIFIsValid(t *testing.T) {
	for _, tt := range cases {
		if err := validate(t, printed(t, tt.report, diag.SARIF, diag.Options{Version: "1.2.3"})); err != nil {
			t.Errorf("%s: %v", tt.name, err)
		}
	}
	if err := validate(t, printed(t, mixed(), diag.SARIF, diag.Options{})); err != nil {
		t.Errorf("without a version: %v", err)
	}
}

// TestSARIFSchemaBites breaks a valid log in ways that the schema must notice.
func TestSARIFSchemaBites(t *testing.T) {
	valid := string(printed(t, mixed(), diag.SARIF, diag.Options{Version: "1.2.3"}))
	for _, tt := range []struct{ from, to string }{
		{`"version": "2.1.0"`, `"version": "2.0.0"`},
		{`"level": "note"`, `"level": "info"`},
		{`"ruleIndex": 3`, `"ruleIndex": -3`},
		{`"startLine": 2`, `"startLine": 0`},
		{`"startColumn": 1`, `"startColumn": "1"`},
		{`"unicodeCodePoints"`, `"characters"`},
		{`"results": [`, `"findings": [`},
		{`"text": "no note was found"`, `"words": "no note was found"`},
		{`"name": "brief",`, ``},
		{`"uri": "notes/b,%20100%25`, `"uri": "notes/b, 100%`},
	} {
		broken := strings.Replace(valid, tt.from, tt.to, 1)
		if broken == valid {
			t.Errorf("the log has no %s", tt.from)
		} else if validate(t, []byte(broken)) == nil {
			t.Errorf("the schema takes %s for %s", tt.to, tt.from)
		}
	}
}

// sarifRun is what the tests read of a log.
type sarifRun struct {
	Tool struct {
		Driver struct{ Rules []struct{ ID string } }
	}
	Artifacts []struct{ Location sarifArtifact }
	Results   []struct {
		RuleID    string
		RuleIndex int
		Locations []struct {
			PhysicalLocation struct{ ArtifactLocation sarifArtifact }
		}
		PartialFingerprints map[string]string
	}
}

type sarifArtifact struct {
	URI   string
	Index int
}

func sarifOf(t *testing.T, r *diag.Report) sarifRun {
	t.Helper()
	var log struct{ Runs []sarifRun }
	if err := json.Unmarshal(printed(t, r, diag.SARIF, diag.Options{}), &log); err != nil || len(log.Runs) != 1 {
		t.Fatalf("%d runs, %v", len(log.Runs), err)
	}
	return log.Runs[0]
}

// TestSARIFIndexes checks what a schema cannot: that references find their mark.
func TestSARIFIndexes(t *testing.T) {
	for _, tt := range cases {
		run := sarifOf(t, tt.report)
		for _, result := range run.Results {
			if got := run.Tool.Driver.Rules[result.RuleIndex].ID; got != result.RuleID {
				t.Errorf("%s: rule %d is %s, want %s", tt.name, result.RuleIndex, got, result.RuleID)
			}
			for _, l := range result.Locations {
				at := l.PhysicalLocation.ArtifactLocation
				if got := run.Artifacts[at.Index].Location; got != at {
					t.Errorf("%s: artifact %d is %v, want %v", tt.name, at.Index, got, at)
				}
			}
		}
	}
}

func TestSARIFURI(t *testing.T) {
	absolute, err := filepath.Abs("n.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{
		"n.yaml":                         "n.yaml",
		filepath.Join("a", "b c#?.yaml"): "a/b%20c%23%3F.yaml",
		filepath.Join("..", "été.yaml"):  "../%C3%A9t%C3%A9.yaml",
		"b: c.yaml":                      "./b:%20c.yaml", // or b would be a scheme
		absolute:                         "file:///" + strings.TrimPrefix(filepath.ToSlash(absolute), "/"),
	} {
		if got := sarifOf(t, sample(name, "⟦x⟧")).Artifacts[0].Location.URI; got != want {
			t.Errorf("URI of %s is %s, want %s", name, got, want)
		}
	}
}

// fingerprints returns those of a report, in the order of its findings.
func fingerprints(t *testing.T, r *diag.Report) []string {
	t.Helper()
	var all []string
	for _, result := range sarifOf(t, r).Results {
		all = append(all, result.PartialFingerprints["briefFinding/v1"])
	}
	return all
}

func TestFingerprints(t *testing.T) {
	const src = "a: ⟦one  two⟧\nb: ⟦three⟧\nc: ⟦three⟧\n"
	base := fingerprints(t, sample("n.yaml", src))
	if slices.Sort(base); len(slices.Compact(base)) != 3 {
		t.Fatalf("they are not told apart: %q", base)
	}
	base = fingerprints(t, sample("n.yaml", src))
	at := func(pointers ...string) *diag.Report {
		r := sample("n.yaml", src)
		for i, p := range pointers {
			r.Diagnostics[i].Path = p
		}
		return r
	}
	tests := []struct {
		name   string
		report *diag.Report
		want   []string
	}{
		{"lines above", sample("n.yaml", "# new\n\n"+src), base},
		{"other line ends", sample("n.yaml", strings.ReplaceAll(src, "\n", "\r\n")), base},
		{"folded anew", sample("n.yaml", strings.ReplaceAll(src, "one  two", "one\n    two")), base},
		{"one alike removed", sample("n.yaml", "a: ⟦one two⟧\nb: three\nc: ⟦three⟧\n"), base[:2]},
		{"entries moved", at("/p/1", "/p/2", "/q/3"), fingerprints(t, at("/p/4", "/p/5", "/q/0"))},
	}
	for _, tt := range tests {
		if got := fingerprints(t, tt.report); !slices.Equal(got, tt.want) {
			t.Errorf("%s: fingerprints are %q, want %q", tt.name, got, tt.want)
		}
	}
	for name, other := range map[string]*diag.Report{
		"another file": sample("m.yaml", src),
		"other words":  sample("n.yaml", strings.NewReplacer("one", "1", "three", "3").Replace(src)),
		"other keys":   at("/a", "/b", "/b"),
	} {
		for i, got := range fingerprints(t, other) {
			if got == base[i] {
				t.Errorf("%s: finding %d has the same fingerprint", name, i)
			}
		}
	}
}
