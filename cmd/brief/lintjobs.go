package main

import (
	"fmt"
	"runtime"

	"briefnote/diag"
	"briefnote/lint"
	"briefnote/schema"
)

// lintJob is a file on its way through the rules.
type lintJob struct {
	source
	config  *folderConfig
	err     error // it cannot be linted
	report  *diag.Report
	file    *schema.File
	opts    *lint.Options
	look    *lint.Look // nil for a file that is not valid
	ignores *lint.Ignores
	edit    *output // the file mended; nil if nothing is
	mended  int     // findings
}

// configured finds the configurations that hold for sources.
func (l *linting) configured(found []source) []*lintJob {
	jobs := make([]*lintJob, len(found))
	for i, s := range found {
		jobs[i] = &lintJob{source: s}
		jobs[i].config, jobs[i].err = l.configs.of(s.name)
	}
	return jobs
}

// inTurn lints files, as many at a time as there are CPUs, and returns the exit
// code that their failures mean. Of each only what is needed later on is kept,
// in the order of the files.
func (l *linting) inTurn(jobs []*lintJob) int {
	code := exitClean
	stop := make(chan struct{})
	defer close(stop)
	work := func(j *lintJob) *lintJob {
		if j.err == nil {
			j.err = guarded(fmt.Sprintf("%s cannot be linted", shown(j.name)), func() error { return l.source(j) })
		}
		return j
	}
	done := 0
	for result := range inOrder(jobs, runtime.GOMAXPROCS(0), stop, work) {
		j := <-result
		done++
		l.sparing(done)
		code = max(code, l.complain(j.err), l.complain(l.settle(j)))
		*j = lintJob{} // it has been seen to
	}
	return code
}

// source lints the notes of a file, if it is one of notes.
func (l *linting) source(j *lintJob) error {
	s, note, err := j.read()
	if err != nil || !note {
		return err
	}
	j.source, j.report = s, newReport()
	j.file, _ = l.decode(s, j.report)
	if !j.file.Valid() {
		return nil
	}
	j.opts = l.options(j.config, s.name)
	l.look(j)
	if l.fix || l.diff {
		l.mend(j)
	}
	return nil
}

// look lints the file at hand.
func (l *linting) look(j *lintJob) {
	j.look, j.ignores = l.linter.Look(j.file, j.opts), lint.FindIgnores(j.file, lint.All())
	j.look.Findings = j.ignores.Filter(j.look.Findings)
}

// options returns what holds for a note: its configuration, and the flags over it.
func (l *linting) options(config *folderConfig, note string) *lint.Options {
	opts := config.options(note)
	if l.profile != "" {
		opts.Profile = lint.Profile(l.profile)
	}
	if l.only != nil {
		for _, r := range lint.All() {
			opts.Off[r.ID] = !l.only[r.ID]
		}
	}
	return opts
}

// settle keeps what was found in a file, and says what would change in it.
func (l *linting) settle(j *lintJob) error {
	if j.report == nil {
		return nil // it is no note, or was not read
	}
	l.report.Files += j.report.Files
	l.report.Diagnostics = append(l.report.Diagnostics, j.report.Diagnostics...)
	l.failing[j.name] = l.failingOf(j.config)
	if j.name == stdinName || l.fix && j.edit != nil {
		l.report.Sources[j.name] = j.file.Source // standard input cannot be read again, and edits come last
	}
	if j.look == nil {
		l.report.Pack()
		return nil
	}
	l.report.Diagnostics = append(l.report.Diagnostics, j.look.Findings...)
	l.report.Pack()
	l.linter.Keep(j.look)
	l.ignores[j.name] = j.ignores
	for id, off := range j.opts.Off {
		l.off[id] = l.off[id] || off
	}
	if j.edit == nil {
		return nil
	}
	l.edits = append(l.edits, *j.edit)
	l.mended += j.mended
	if !l.diff {
		return nil
	}
	return l.sayDiff(j.name, j.data, j.edit.data)
}

// failingOf returns from which severity on findings in files under a
// configuration make the exit status 1.
func (l *linting) failingOf(config *folderConfig) diag.Severity {
	name := l.failOn
	if name == "" {
		name = config.FailOn.Value
	}
	severity, err := lint.ParseSeverity(name)
	if err != nil {
		return diag.Error
	}
	return severity
}
