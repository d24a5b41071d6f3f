package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"briefnote/diag"
	"briefnote/internal/text"
	"briefnote/lint"
)

// lintOptions are the flags of the command.
type lintOptions struct {
	format, profile, failOn string
	ruleNames               []string
	fix, diff               bool
	baseline, writeBaseline string
}

func (a *app) lintCommand() *cobra.Command {
	o := &lintOptions{}
	cmd := &cobra.Command{
		Use:   "lint [flags] PATH...",
		Short: "Check notes for house style",
		Long: `lint checks notes for house style: missing markings, empty sections, acronyms that
nobody explains, left-over edits, French typography, and more. A note that is not
valid is not linted. "brief rules" lists the rules; a .brief.yaml in the folder of
the notes or above it sets them.
A PATH is a file, a folder, or - for standard input.`,
		Example: `  brief lint notes/
  brief lint --fix --diff notes/encryption.yaml
  brief lint --rules BN013,double-word --format github notes/`,
		RunE: func(_ *cobra.Command, args []string) error { return a.lint(args, o) },
	}
	flags := cmd.Flags()
	flags.StringVar(&o.format, "format", string(diag.Text), "`form` of the findings ("+strings.Join(forms(), ", ")+")")
	flags.StringSliceVar(&o.ruleNames, "rules", nil, "only these `rules`, by id or name, with commas between them")
	flags.StringVar(&o.profile, "profile", "", "`rules` for draft or released notes, whatever their status")
	flags.StringVar(&o.failOn, "fail-on", "", "`severity` from which on the exit status is 1: error (default), warning or info")
	flags.BoolVar(&o.fix, "fix", false, "mend in the notes what can be mended without a doubt")
	flags.BoolVar(&o.diff, "diff", false, "show what --fix would change, and change nothing")
	flags.StringVar(&o.baseline, "baseline", "", "leave out the findings that this `file` holds")
	flags.StringVar(&o.writeBaseline, "write-baseline", "", "write the findings to this `file`, to be left out later on")
	return cmd
}

// linting is one run of the command.
type linting struct {
	*app
	*lintOptions
	form    diag.Format
	only    map[string]bool // ids of the rules named by --rules; nil for all
	report  *diag.Report
	configs *configs
	linter  *lint.Linter
	ignores map[string]*lint.Ignores
	failing map[string]diag.Severity // of files: from which severity on the exit status is 1
	off     map[string]bool          // rules that some file leaves out
	edits   []output
	mended  int
}

// lint checks notes and prints the findings to standard output.
func (a *app) lint(paths []string, o *lintOptions) error {
	l := &linting{
		app: a, lintOptions: o, linter: lint.New(nil),
		ignores: map[string]*lint.Ignores{}, failing: map[string]diag.Severity{}, off: map[string]bool{},
	}
	if err := l.flags(); err != nil {
		return err
	}
	found, err := a.sources(paths)
	if err != nil {
		return err
	}
	l.report = newReport()
	l.report.Open = func(name string) ([]byte, bool) {
		data, err := readFile(name)
		return data, err == nil // else its findings are printed without their lines
	}
	l.configs = a.configs(l.report)
	notes := l.configured(found)
	if l.configs.broken {
		if err := a.print(a.err, l.report, diag.Text); err != nil {
			return err
		}
		return &exit{code: exitUsage}
	}
	return l.conclude(l.inTurn(notes))
}

// flags makes sense of the flags.
func (l *linting) flags() error {
	var err error
	if l.form, err = diag.ParseFormat(strings.ToLower(l.format)); err != nil {
		return usage(fmt.Sprintf("findings cannot be printed as %q", l.format), suggest(l.format, forms(), "the forms are "+strings.Join(forms(), ", ")))
	}
	if l.profile != "" && !slices.Contains(lint.Profiles(), lint.Profile(l.profile)) {
		return usage(fmt.Sprintf("there is no profile %q", l.profile), suggest(l.profile, []string{"draft", "released"}, "the profiles are draft and released"))
	}
	if l.failOn != "" {
		if _, err := lint.ParseSeverity(l.failOn); err != nil {
			return usage(fmt.Sprintf("--fail-on cannot be %q", l.failOn), suggest(l.failOn, []string{"error", "warning", "info"}, "write error, warning or info"))
		}
	}
	if len(l.ruleNames) > 0 {
		l.only = map[string]bool{}
	}
	for _, name := range l.ruleNames {
		r := lint.Find(lint.All(), strings.TrimSpace(name))
		if r == nil {
			return unknownRule(name)
		}
		l.only[r.ID] = true
	}
	return nil
}

// unknownRule words the error for a mistyped rule.
func unknownRule(name string) error {
	var names []string
	for _, r := range lint.All() {
		names = append(names, r.Slug, r.ID)
	}
	return usage(fmt.Sprintf("there is no rule %q", name), suggest(name, names, `"brief rules" lists them`))
}

// conclude compares the notes with one another, and prints what was found.
func (l *linting) conclude(code int) error {
	l.compare()
	if err := l.baselines(); err != nil {
		return err
	}
	if err := l.deliverFixes(); err != nil {
		return err
	}
	if err := l.printFindings(); err != nil {
		return err
	}
	found := 0
	for d := range l.report.All() {
		found++
		failing, known := l.failing[d.Span.File]
		if d.Severity == diag.Error && (d.ID == "" || !known) || known && d.Severity >= failing {
			code = max(code, exitFindings)
		}
	}
	if found == 0 && code == exitClean && l.form == diag.Text && !l.quiet && !l.diff {
		fmt.Fprintf(l.err, "%s: nothing to mend\n", text.Count(l.report.Files, "file"))
	}
	return concluded(code)
}

// compare adds what holds between the notes, and what is wrong with the
// comments that leave findings out.
func (l *linting) compare() {
	var found []diag.Diagnostic
	for _, d := range l.linter.Finish() {
		kept := []diag.Diagnostic{d}
		if ig := l.ignores[d.Span.File]; ig != nil {
			kept = ig.Filter(kept)
		}
		found = append(found, kept...)
	}
	for _, ig := range l.ignores {
		found = append(found, ig.Problems(func(r *lint.Rule) bool { return l.off[r.ID] })...)
	}
	l.report.Diagnostics = append(l.report.Diagnostics, found...)
	l.report.Pack()
}

// printFindings prints the report, on standard error where standard output is
// taken by what --diff or --fix of standard input print.
func (l *linting) printFindings() error {
	l.trim()
	to := l.out
	if l.diff || l.fixesStdin() {
		to = l.err
	}
	about := func(slug string) diag.About {
		if r := lint.Find(lint.All(), slug); r != nil {
			return diag.About{Title: r.Doc.Title, Help: r.Doc.Why}
		}
		return diag.About{}
	}
	opts := diag.Options{Color: l.colored(to), Version: version, Rules: about, Links: l.links(to)}
	if err := l.report.Write(to, l.form, opts); err != nil {
		return failure("the findings cannot be written", "check where they are sent, and that the disk is not full")
	}
	return nil
}

// trim drops the sources of files that no finding is in.
func (l *linting) trim() {
	needed := map[string]bool{}
	for d := range l.report.All() {
		needed[d.Span.File] = true
	}
	maps.DeleteFunc(l.report.Sources, func(name string, _ []byte) bool { return !needed[name] })
}

// baselines writes a baseline, or leaves out what one holds.
func (l *linting) baselines() error {
	if l.baseline != "" {
		data, err := readFile(l.baseline)
		if err != nil {
			return pathError(l.baseline, err)
		}
		b, err := diag.ParseBaseline(data)
		if err != nil {
			return usage(fmt.Sprintf("%s: %s", shown(l.baseline), err), "write it anew with --write-baseline")
		}
		l.report.Without(b)
	}
	if l.writeBaseline == "" {
		return nil
	}
	data, err := l.report.Baseline()
	if err != nil {
		return failure("the baseline cannot be made", faultHint)
	}
	if err := l.write(output{l.writeBaseline, data}); err != nil {
		return err
	}
	b, _ := diag.ParseBaseline(data) // just made
	if n := l.report.Without(b); !l.quiet {
		fmt.Fprintf(l.err, "%s: %s\n", shown(l.writeBaseline), text.Count(n, "finding"))
	}
	return nil
}
