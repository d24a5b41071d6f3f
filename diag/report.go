package diag

import (
	"fmt"
	"io"
	"slices"
	"strings"
)

// Report is the findings of one run over any number of files.
//
// A finding whose file is not in Sources, because the file could not be read,
// is printed without a line and a column, whatever its span says. One with an
// empty span at offset 0 of a file in Sources stands at line 1, column 1.
type Report struct {
	Files       int               // how many files were looked at, findings or none
	Diagnostics []Diagnostic      // in any order; printed as [Sort] has them
	Sources     map[string][]byte // what each file held, by the name in the spans
}

// Format is a way of printing a report.
type Format string

// The formats.
const (
	Text   Format = "text"   // for people: the words in question, underlined
	JSON   Format = "json"   // for scripts: version 1 of the project's own form
	SARIF  Format = "sarif"  // for code scanning: OASIS SARIF 2.1.0
	GitHub Format = "github" // for GitHub Actions: workflow commands, which annotate a change
)

// Formats lists the formats in the order in which help names them.
func Formats() []Format { return []Format{Text, JSON, SARIF, GitHub} }

// ParseFormat returns the format of a name. The error is a sentence for the
// user, and names the formats there are.
func ParseFormat(name string) (Format, error) {
	var names []string
	for _, f := range Formats() {
		if string(f) == name {
			return f, nil
		}
		names = append(names, string(f))
	}
	known := "it is one of " + strings.Join(names, ", ")
	if hint := DidYouMean(name, names); hint != "" {
		known = hint + " " + known
	}
	return "", fmt.Errorf("there is no format %q; %s", name, known)
}

// Options are what a report's printers leave to the caller.
type Options struct {
	Color   bool                    // colours in the text format, as ANSI escape sequences
	Version string                  // of the tool, for SARIF; may be empty
	Rules   func(slug string) About // what rules say of themselves, for SARIF; may be nil

	// Links, where set, has the text format link what it names for terminals
	// that can follow it. It returns the address of a file or a rule, or "".
	Links func(file, rule string) string
}

// About is what a rule says of itself.
type About struct {
	Title string // what it asks for, in a few words
	Help  string // why, and how to keep it, in sentences
}

// Write prints the report. Nothing is written for a text or GitHub report
// without findings; the other formats say that there are none.
func (r *Report) Write(w io.Writer, f Format, opts Options) error {
	var out []byte
	var err error
	switch f {
	case Text:
		out = r.text(opts)
	case JSON:
		out, err = r.json()
	case SARIF:
		out, err = r.sarif(opts)
	case GitHub:
		out = r.github()
	default:
		_, err = ParseFormat(string(f))
	}
	if err != nil {
		return err
	}
	if _, err := w.Write(out); err != nil {
		return fmt.Errorf("the findings could not be written: %w", err)
	}
	return nil
}

// finding is a diagnostic with its place worked out.
type finding struct {
	Diagnostic
	lines      *Lines   // of the file; nil if its source is not known
	start, end Position // end is that of the first character after the span
}

// findings works out the places, in the order of printing.
func (r *Report) findings() []finding {
	indexes := map[string]*Lines{}
	var found []finding
	for _, d := range Sort(slices.Clone(r.Diagnostics)) {
		f := finding{Diagnostic: d}
		if src, ok := r.Sources[d.Span.File]; ok {
			if indexes[d.Span.File] == nil {
				indexes[d.Span.File] = NewLines(src)
			}
			f.lines = indexes[d.Span.File]
			f.Span.Start = min(max(d.Span.Start, 0), len(src))
			f.Span.End = min(max(d.Span.End, f.Span.Start), len(src))
			f.start, f.end = f.lines.Position(f.Span.Start), f.lines.Position(f.Span.End)
		}
		found = append(found, f)
	}
	return found
}

// marked returns the text of the finding's span.
func (f finding) marked() []byte {
	if f.lines == nil {
		return nil
	}
	return f.lines.src[f.Span.Start:f.Span.End]
}

// advice is the message and the hint, for formats that have no place for hints.
func (f finding) advice() string {
	if f.Hint == "" {
		return f.Message
	}
	return f.Message + "\nhelp: " + f.Hint
}
