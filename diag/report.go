package diag

import (
	"bufio"
	"fmt"
	"io"
	"iter"
	"maps"
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

	// Open returns what a file held that is not in Sources, and false if that is
	// not known. It is asked when findings are printed, file by file, so that
	// the sources of very many files need not be kept. It may be nil.
	Open func(name string) ([]byte, bool)

	packed packed // findings besides those in Diagnostics
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

// Write prints the report, file by file. Nothing is written for a text or
// GitHub report without findings; the other formats say that there are none.
func (r *Report) Write(w io.Writer, f Format, opts Options) error {
	if (f == Text || f == GitHub) && len(r.Diagnostics) == 0 && len(r.packed.files) == 0 {
		return nil
	}
	out := bufio.NewWriterSize(w, 1<<16)
	var err error
	switch f {
	case Text:
		r.text(out, opts)
	case JSON:
		err = r.json(out)
	case SARIF:
		err = r.sarif(out, opts)
	case GitHub:
		r.github(out)
	default:
		_, err = ParseFormat(string(f))
	}
	if err != nil {
		return err
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("the findings could not be written: %w", err)
	}
	return nil
}

// All yields the findings in the order of printing, without repeats.
func (r *Report) All() iter.Seq[Diagnostic] {
	return func(yield func(Diagnostic) bool) {
		loose := Sort(slices.Clone(r.Diagnostics))
		for _, name := range r.named(loose) {
			n := 0
			for n < len(loose) && loose[n].Span.File == name {
				n++
			}
			ds := loose[:n:n]
			loose = loose[n:]
			if len(r.packed.files[name]) > 0 {
				ds = Sort(append(ds, r.packed.of(name)...))
			}
			for _, d := range ds {
				if !yield(d) {
					return
				}
			}
		}
	}
}

// named lists the files of findings, those at hand and those packed.
func (r *Report) named(loose []Diagnostic) []string {
	names := slices.Collect(maps.Keys(r.packed.files))
	for _, d := range loose {
		names = append(names, d.Span.File)
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// source returns what a file held.
func (r *Report) source(name string) ([]byte, bool) {
	src, known := r.Sources[name]
	if !known && r.Open != nil && name != "" {
		src, known = r.Open(name)
	}
	return src, known
}

// finding is a diagnostic with its place worked out.
type finding struct {
	Diagnostic
	lines      *Lines   // of the file; nil if its source is not known
	start, end Position // end is that of the first character after the span
}

// findings works out the places, in the order of printing. No more than one
// file's source is needed at a time.
func (r *Report) findings() iter.Seq[finding] {
	return func(yield func(finding) bool) {
		var lines *Lines
		at, any := "", false
		for d := range r.All() {
			if !any || d.Span.File != at {
				at, any, lines = d.Span.File, true, nil
				if src, known := r.source(at); known {
					lines = NewLines(src)
				}
			}
			if !yield(placed(d, lines)) {
				return
			}
		}
	}
}

// placed works out the place of a finding.
func placed(d Diagnostic, lines *Lines) finding {
	f := finding{Diagnostic: d, lines: lines}
	if lines != nil {
		f.Span.Start = min(max(d.Span.Start, 0), len(lines.src))
		f.Span.End = min(max(d.Span.End, f.Span.Start), len(lines.src))
		f.start, f.end = lines.Position(f.Span.Start), lines.Position(f.Span.End)
	}
	return f
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
