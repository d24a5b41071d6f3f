package main

import (
	"fmt"
	"runtime"
	"strings"

	"github.com/spf13/cobra"

	"briefnote/diag"
	"briefnote/internal/text"
	"briefnote/schema"
)

func (a *app) validateCommand() *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:   "validate [flags] PATH...",
		Short: "Check that notes say what a note must say, in a form that can be read",
		Long: `validate checks the structure of notes: keys, values, dates, markings, footnotes
and markup. It looks at the whole of every file and prints all it finds.
A PATH is a file, a folder, or - for standard input.`,
		Example: `  brief validate notes/
  brief validate --format json encryption.yaml`,
		RunE: func(_ *cobra.Command, args []string) error { return a.validate(args, format) },
	}
	cmd.Flags().StringVar(&format, "format", string(diag.Text), "`form` of the findings ("+strings.Join(forms(), ", ")+")")
	return cmd
}

// forms are the values of --format.
func forms() []string {
	var names []string
	for _, f := range diag.Formats() {
		names = append(names, string(f))
	}
	return names
}

// validate checks notes and prints the findings to standard output.
func (a *app) validate(paths []string, format string) error {
	form, err := diag.ParseFormat(strings.ToLower(format))
	if err != nil {
		return usage(fmt.Sprintf("findings cannot be printed as %q", format), suggest(format, forms(), "the forms are "+strings.Join(forms(), ", ")))
	}
	found, err := a.sources(paths)
	if err != nil {
		return err
	}
	report := newReport()
	notes, code := 0, exitClean
	stop := make(chan struct{})
	defer close(stop)
	for result := range inOrder(found, runtime.GOMAXPROCS(0), stop, a.check) {
		c := <-result
		code = max(code, a.complain(c.err))
		merge(report, c.report)
		notes += c.notes
	}
	if err := a.print(a.out, report, form); err != nil {
		return err
	}
	switch {
	case diag.HasErrors(report.Diagnostics):
		code = max(code, exitFindings)
	case form == diag.Text && !a.quiet && code == exitClean && len(report.Diagnostics) == 0:
		fmt.Fprintf(a.err, "%s in %s: nothing to mend\n", text.Count(notes, "note"), text.Count(report.Files, "file"))
	}
	return concluded(code)
}

// checked is what was found in a file.
type checked struct {
	report *diag.Report // of this file; its sources are those with findings
	notes  int
	err    error
}

// check checks the notes of a file, if it is one of notes, and counts them.
func (a *app) check(s source) checked {
	c := checked{report: newReport()}
	c.err = guarded(fmt.Sprintf("%s cannot be checked", shown(s.name)), func() error {
		s, note, err := s.read()
		if err != nil || !note {
			return err
		}
		own := newReport()
		f, _ := a.decode(s, own)
		merge(c.report, own)
		c.notes = len(f.Notes)
		return nil
	})
	return c
}

// concluded is the end of a run that has said everything there is to say.
func concluded(code int) error {
	if code == exitClean {
		return nil
	}
	return &exit{code: code}
}

// newReport returns a report without files and findings.
func newReport() *diag.Report {
	return &diag.Report{Sources: map[string][]byte{}}
}

// merge adds what was found in files to the report of the run. Of their
// sources only those with findings are kept: there may be very many files.
func merge(run, files *diag.Report) {
	run.Files += files.Files
	run.Diagnostics = append(run.Diagnostics, files.Diagnostics...)
	for _, d := range files.Diagnostics {
		if source, ok := files.Sources[d.Span.File]; ok {
			run.Sources[d.Span.File] = source
		}
	}
}

// decode reads the notes of a file and the tabs of its binders, and adds what
// is wrong with them to the report. The problems of tabs count as the file's.
func (a *app) decode(s source, report *diag.Report) (*schema.File, map[*schema.Binder][][]schema.Note) {
	report.Files++
	report.Sources[s.name] = s.data
	f := schema.Decode(s.name, s.data)
	tabs, problems := a.tabs(f, s, report.Sources)
	f.Problems = append(f.Problems, problems...)
	report.Diagnostics = append(report.Diagnostics, f.Problems...)
	return f, tabs
}
