package main

import (
	"fmt"
	"io"
	"path/filepath"

	"github.com/spf13/cobra"

	"briefnote/diag"
	"briefnote/schema"
)

func (a *app) validateCommand() *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:   "validate PATH...",
		Short: "Check that notes say what a note must say, in a form that can be read",
		Long: `validate checks the structure of notes: keys, values, dates, markings, footnotes
and markup. It looks at the whole of every file and prints all it finds.
A PATH is a file, a folder, or - for standard input.`,
		Example: `  brief validate notes/
  brief validate --format json encryption.yaml`,
		RunE: func(_ *cobra.Command, args []string) error { return a.validate(args, format) },
	}
	cmd.Flags().StringVar(&format, "format", string(diag.Text), "form of the findings: text, json, sarif or github")
	return cmd
}

// validate checks notes and prints the findings to standard output.
func (a *app) validate(paths []string, format string) error {
	form, err := diag.ParseFormat(format)
	if err != nil {
		return usage(err.Error(), "")
	}
	found, err := a.sources(paths)
	if err != nil {
		return err
	}
	report := &diag.Report{Files: len(found), Sources: map[string][]byte{}}
	notes := 0
	for _, s := range found {
		f := schema.Decode(s.name, s.data)
		notes += len(f.Notes)
		report.Sources[s.name] = s.data
		report.Diagnostics = append(report.Diagnostics, f.Problems...)
		_, problems := a.tabs(f, s, report.Sources)
		report.Diagnostics = append(report.Diagnostics, problems...)
	}
	report.Diagnostics = diag.Sort(report.Diagnostics)
	if err := a.print(a.out, report, form); err != nil {
		return err
	}
	if diag.HasErrors(report.Diagnostics) {
		return &exit{code: exitFindings}
	}
	if form == diag.Text && !a.quiet {
		fmt.Fprintf(a.err, "%s in %s: nothing to mend\n", plural(notes, "note"), plural(len(found), "file"))
	}
	return nil
}

// print writes a report.
func (a *app) print(w io.Writer, report *diag.Report, form diag.Format) error {
	if err := report.Write(w, form, diag.Options{Color: a.colored(), Version: version}); err != nil {
		return failure("the findings cannot be written", "check the disk, or where the output is sent")
	}
	return nil
}

// plural counts things in words.
func plural(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return fmt.Sprintf("%d %ss", n, thing)
}

// stem is a path without folder and extension.
func stem(path string) string {
	base := filepath.Base(path)
	return base[:len(base)-len(filepath.Ext(base))]
}
