package diag

import (
	"bufio"
	"bytes"
	"encoding/json"
	"iter"
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
func (r *Report) json(w *bufio.Writer) error {
	return streamed(w, jsonReport{Version: jsonVersion, Files: r.Files, Diagnostics: []jsonDiagnostic{}}, "    ", func(yield func(any) bool) {
		for f := range r.findings() {
			if !yield(jsonDiagnostic{
				File: f.Span.File,
				Line: f.start.Line, Column: f.start.Column,
				EndLine: f.end.Line, EndColumn: f.end.Column,
				Severity: f.Severity.String(),
				Rule:     f.Rule, ID: f.ID,
				Message: f.Message, Hint: f.Hint, Path: f.Path,
			}) {
				return
			}
		}
	})
}

// streamed writes v, whose last list is empty, with items in that list, which
// stand behind an indent. There may be more of them than fit into memory.
func streamed(w *bufio.Writer, v any, indent string, items iter.Seq[any]) error {
	frame, err := indented(v)
	if err != nil {
		return err
	}
	gap := bytes.LastIndex(frame, []byte("[]")) + 1
	_, _ = w.Write(frame[:gap]) // whether it could be written, flushing tells
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent(indent, "  ")
	between, end := "\n"+indent, ""
	for item := range items {
		b.Reset()
		if err := enc.Encode(item); err != nil {
			return err
		}
		_, _ = w.WriteString(between)
		_, _ = w.Write(bytes.TrimSuffix(b.Bytes(), []byte("\n")))
		between, end = ",\n"+indent, "\n"+indent[2:]
	}
	_, _ = w.WriteString(end)
	_, _ = w.Write(frame[gap:])
	return nil
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
