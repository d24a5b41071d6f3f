package diag_test

import (
	"bytes"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"testing"

	"briefnote/diag"
)

// TestPackedPrintsAlike proves that packing changes nothing that is printed,
// and that sources may be asked for when they are needed.
func TestPackedPrintsAlike(t *testing.T) {
	for _, tt := range cases {
		for _, format := range diag.Formats() {
			want := printed(t, tt.report, format, diag.Options{})
			kept := tt.report.Sources
			r := &diag.Report{Files: tt.report.Files, Open: func(name string) ([]byte, bool) { src, ok := kept[name]; return src, ok }}
			if format == diag.SARIF {
				r.Sources = kept // it lists files without findings too
			}
			for i, d := range tt.report.Diagnostics {
				r.Diagnostics = append(r.Diagnostics, d)
				if i%2 == 0 {
					r.Pack()
				}
			}
			if got := printed(t, r, format, diag.Options{}); !bytes.Equal(got, want) {
				t.Errorf("%s as %s is\n%s\nwant\n%s", tt.name, format, got, want)
			}
		}
	}
}

// TestPackKeepsAll packs findings with everything that one may have, more
// different words than have numbers among them.
func TestPackKeepsAll(t *testing.T) {
	var r diag.Report
	var want []diag.Diagnostic
	for i := range 10_000 {
		file := []string{"a.yaml", "b.yaml", ""}[i%3]
		at := func(start, end int) diag.Span { return diag.Span{File: file, Start: start, End: end} }
		d := diag.Diagnostic{
			Rule: "double-word", ID: "TY310", Severity: diag.Severity(i % 3), Span: at(i*1000, i*1000+i%7),
			Message: fmt.Sprintf("“%d” é stands twice", i), Hint: "delete one", Path: fmt.Sprintf("/points/%d", i%50),
		}
		if i%2 == 0 {
			d.Fix = []diag.Edit{{Span: at(i*1000-5, i*1000), Text: "x"}, {Span: at(i*1000+3, i*1000+4), Text: ""}}
		}
		want = append(want, d)
		r.Diagnostics = append(r.Diagnostics, d)
		if i%999 == 0 {
			r.Pack()
		}
	}
	if got := slices.Collect(r.All()); !reflect.DeepEqual(got, diag.Sort(want)) {
		t.Errorf("%d findings of %d, or other ones", len(got), len(want))
	}
}

// TestBaselineOfPacked leaves out of packed findings what it leaves out of others.
func TestBaselineOfPacked(t *testing.T) {
	src := "a: ⟦one⟧\nb: ⟦two⟧\nc: ⟦two⟧\n"
	lintFindings := func(name string) *diag.Report {
		r := sample(name, src)
		for i := range r.Diagnostics {
			r.Diagnostics[i].ID = "BN001"
		}
		return r
	}
	old, err := lintFindings("n.yaml").Baseline()
	if err != nil {
		t.Fatal(err)
	}
	b, err := diag.ParseBaseline(old)
	if err != nil {
		t.Fatal(err)
	}
	r, other := lintFindings("n.yaml"), lintFindings("m.yaml")
	r.Diagnostics = append(r.Diagnostics, other.Diagnostics...)
	maps.Copy(r.Sources, other.Sources)
	r.Pack()
	if n := r.Without(b); n != 3 {
		t.Errorf("%d findings are left out, want 3", n)
	}
	for d := range r.All() {
		if d.Span.File != "m.yaml" {
			t.Errorf("%+v is not left out", d)
		}
	}
	if n := len(slices.Collect(r.All())); n != 3 {
		t.Errorf("%d findings are left, want 3", n)
	}
}
