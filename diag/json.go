package diag

import (
	"bytes"
	"encoding/json"
)

// jsonVersion is raised when a script that reads the format could break.
const jsonVersion = 1

type jsonReport struct {
	Version     int              `json:"version"`
	Files       int              `json:"files"`
	Diagnostics []jsonDiagnostic `json:"diagnostics"`
}

// jsonDiagnostic is a finding. Its lines and columns are left out where the
// source is not known: a true position is never 0. File is empty for a finding
// of the whole run.
type jsonDiagnostic struct {
	File      string `json:"file"`
	Line      int    `json:"line,omitempty"`
	Column    int    `json:"column,omitempty"`
	EndLine   int    `json:"end_line,omitempty"`
	EndColumn int    `json:"end_column,omitempty"`
	Severity  string `json:"severity"`
	Rule      string `json:"rule"`
	ID        string `json:"id,omitempty"`
	Message   string `json:"message"`
	Hint      string `json:"hint,omitempty"`
	Path      string `json:"path,omitempty"`
}

// json prints the report for scripts.
func (r *Report) json() ([]byte, error) {
	out := jsonReport{Version: jsonVersion, Files: r.Files, Diagnostics: []jsonDiagnostic{}}
	for _, f := range r.findings() {
		out.Diagnostics = append(out.Diagnostics, jsonDiagnostic{
			File: f.Span.File,
			Line: f.start.Line, Column: f.start.Column,
			EndLine: f.end.Line, EndColumn: f.end.Column,
			Severity: f.Severity.String(),
			Rule:     f.Rule, ID: f.ID,
			Message: f.Message, Hint: f.Hint, Path: f.Path,
		})
	}
	return indented(out)
}

// indented encodes v for machines that people look over the shoulder of:
// indented by two spaces, and with <, > and & as they are.
func indented(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	err := enc.Encode(v)
	return b.Bytes(), err
}
