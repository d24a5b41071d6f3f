package diag

import (
	"encoding/json"
	"fmt"
	"path/filepath"

	"briefnote/internal/rows"
)

// Baseline is the findings of an earlier run that are to be left out: those of
// old notes that nobody is going to mend. It tells findings by fingerprints
// that hold while text around them changes.
type Baseline struct {
	Version  int             `json:"version"`
	Findings []BaselineEntry `json:"findings"`
}

// BaselineEntry is a finding of a baseline. Only the fingerprint counts; the
// rest is for people who read the file.
type BaselineEntry struct {
	File        string `json:"file"`
	Rule        string `json:"rule"`
	Fingerprint string `json:"fingerprint"`
}

// ParseBaseline reads a baseline. The error is a plain sentence.
func ParseBaseline(data []byte) (*Baseline, error) {
	var b Baseline
	if err := json.Unmarshal(data, &b); err != nil {
		return nil, fmt.Errorf("this is no baseline: it is not written in JSON")
	}
	if b.Version != 1 {
		return nil, fmt.Errorf("this baseline is of version %d, and only version 1 can be read", b.Version)
	}
	return &b, nil
}

// Baseline returns the report's findings of lint rules as a baseline.
func (r *Report) Baseline() ([]byte, error) {
	b := Baseline{Version: 1, Findings: []BaselineEntry{}}
	var seen alike
	for f := range r.findings() {
		if f.ID != "" {
			b.Findings = append(b.Findings, BaselineEntry{filepath.ToSlash(f.Span.File), f.Rule, f.fingerprint(&seen)})
		}
	}
	return indented(b)
}

// packEvery is how many findings are packed at a time.
const packEvery = 1000

// Without leaves out the findings that a baseline holds, and returns how many
// there were.
func (r *Report) Without(b *Baseline) int {
	known := map[string]bool{}
	for _, e := range b.Findings {
		known[e.Fingerprint] = true
	}
	var seen alike
	left := 0
	kept := Report{packed: packed{map[string]rows.Row{}, r.packed.words}}
	for f := range r.findings() {
		if f.ID != "" && known[f.fingerprint(&seen)] {
			left++
			continue
		}
		kept.Diagnostics = append(kept.Diagnostics, f.Diagnostic)
		if len(r.packed.files) > 0 && len(kept.Diagnostics) >= packEvery {
			kept.Pack()
		}
	}
	r.Diagnostics, r.packed = kept.Diagnostics, kept.packed
	return left
}
