package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"briefnote/diag"
	"briefnote/internal/text"
	"briefnote/schema"
)

// formatting is one run of the command.
type formatting struct {
	*app
	check, diff bool
	report      *diag.Report
	changed     int // files that are not in canonical form
}

func (a *app) fmtCommand() *cobra.Command {
	f := &formatting{app: a}
	cmd := &cobra.Command{
		Use:   "fmt [flags] PATH...",
		Short: "Write notes in one form: order of keys, indentation, line breaks",
		Long: `fmt writes notes in canonical form: keys in their order, two spaces of indentation,
long texts broken into lines of 100 characters, blank lines between the parts,
quotes only where they are needed. What a note says does not change, and comments
stay where they are. A note that is not valid is left alone.
A PATH is a file, a folder, or - for standard input, which is written to standard output.`,
		Example: `  brief fmt notes/
  brief fmt --diff notes/encryption.yaml
  brief fmt --check notes/`,
		RunE: func(_ *cobra.Command, args []string) error { return f.run(args) },
	}
	cmd.Flags().BoolVar(&f.check, "check", false, "list the files that would change, and change nothing")
	cmd.Flags().BoolVar(&f.diff, "diff", false, "show what would change, and change nothing")
	return cmd
}

// run formats notes.
func (f *formatting) run(paths []string) error {
	found, err := f.sources(paths)
	if err != nil {
		return err
	}
	f.report = newReport()
	code := exitClean
	for _, s := range found {
		err := guarded(fmt.Sprintf("%s cannot be formatted", shown(s.name)), func() error { return f.source(s) })
		if code = max(code, f.complain(err)); code == exitInterrupted {
			return &exit{code: code}
		}
	}
	return f.conclude(code)
}

// source formats the notes of a file, if it is one of notes.
func (f *formatting) source(s source) error {
	s, note, err := s.read()
	if err != nil || !note {
		return err
	}
	own := newReport()
	own.Files++
	own.Sources[s.name] = s.data
	file := schema.Decode(s.name, s.data)
	own.Diagnostics = append(own.Diagnostics, file.Problems...)
	merge(f.report, own)
	if !file.Valid() {
		return nil
	}
	data, err := schema.Format(file)
	if err != nil {
		return failure(fmt.Sprintf("%s is left as it is: formatted, it would not read as before", shown(s.name)), faultHint)
	}
	return f.deliver(s, data)
}

// deliver writes a formatted file, or shows what would change.
func (f *formatting) deliver(s source, data []byte) error {
	same := string(data) == string(s.data)
	if !same {
		f.changed++
	}
	switch {
	case f.diff:
		return f.sayDiff(s.name, s.data, data)
	case f.check && !same:
		return f.say(shown(s.name) + "\n")
	case f.check:
		return nil
	case s.name == stdinName:
		return f.say(string(data))
	case !same:
		return f.rewrite(s.name, data)
	}
	return nil
}

// conclude prints what is wrong with notes, and what was done.
func (f *formatting) conclude(code int) error {
	if len(f.report.Diagnostics) > 0 {
		if err := f.print(f.err, f.report, diag.Text); err != nil {
			return err
		}
	}
	if diag.HasErrors(f.report.Diagnostics) || f.check && f.changed > 0 {
		code = max(code, exitFindings)
	}
	if f.changed > 0 || code == exitClean {
		f.outcome()
	}
	return concluded(code)
}

// outcome says in a line what was done, or would be.
func (f *formatting) outcome() {
	files := text.Count(f.report.Files, "file")
	switch {
	case f.quiet:
	case f.changed == 0:
		fmt.Fprintf(f.err, "%s: nothing to change\n", files)
	case f.check || f.diff:
		fmt.Fprintf(f.err, "%s: %s to be formatted\n", files, text.Grouped(f.changed))
	default:
		fmt.Fprintf(f.err, "%s: %s formatted\n", files, text.Grouped(f.changed))
	}
}
