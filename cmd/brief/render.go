package main

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"briefnote/diag"
	"briefnote/render"
	"briefnote/schema"
)

// renderOptions are the flags of the command.
type renderOptions struct {
	to     []string
	out    string
	placed bool // -o was written
	style  string
	styled bool // --style was written
	jobs   string
	shard  string
	watch  bool
}

func (a *app) renderCommand() *cobra.Command {
	o := &renderOptions{}
	formats := strings.Join(render.FormatNames(), ", ")
	cmd := &cobra.Command{
		Use:   "render [flags] PATH...",
		Short: "Print notes as PDF, HTML, DOCX or plain text in house style",
		Long: `render prints notes as documents in house style. Each document is written beside
its note, or to the folder or file named with -o; it appears whole or not at all.
A note with errors is not printed; the others are. Several machines can share the
work, each with its own --shard of the files.
A PATH is a file, a folder, or - for standard input.`,
		Example: `  brief render notes/encryption.yaml
  brief render --to pdf,html,docx -o out notes/
  brief render --watch notes/encryption.yaml
  brief render --shard 3/8 -o out notes/
  brief render -o encryption.html notes/encryption.yaml`,
		RunE: func(cmd *cobra.Command, args []string) error {
			o.placed, o.styled = cmd.Flags().Changed("out"), cmd.Flags().Changed("style")
			return a.render(args, o)
		},
	}
	flags := cmd.Flags()
	flags.StringArrayVar(&o.to, "to", nil, "`formats` to print, with commas between them ("+formats+"); pdf unless -o names a file")
	flags.StringVarP(&o.out, "out", "o", "", "`place` to write to (a folder, a file, or - for standard output)")
	flags.StringVar(&o.jobs, "jobs", autoJobs, "`number` of files to print at a time (auto: one for each CPU)")
	flags.StringVar(&o.shard, "shard", allShards, "`part` of the files to print (I/N: the I-th of N; auto/N: as JOB_COMPLETION_INDEX says)")
	flags.BoolVar(&o.watch, "watch", false, "print again whenever a note, what it includes or the style changes, until Ctrl-C")
	flags.StringVar(&o.style, "style", render.DefaultStyle, "house `style` (a name, or a file of your own), in place of the one that .brief.yaml names")
	return cmd
}

// render prints notes. Findings go to standard error, the names of the files
// written to standard output.
func (a *app) render(paths []string, o *renderOptions) error {
	t, err := parseTarget(o)
	if err != nil {
		return err
	}
	render.Prepare(t.formats)
	if err := o.watchable(t, paths); err != nil {
		return err
	}
	if f := t.formats[0]; t.stdout && a.out.terminal && (f == render.PDF || f == render.DOCX) {
		return usage("a "+strings.ToUpper(string(f))+" cannot be shown in a terminal", "send it to a file, or read it with --to txt")
	}
	p := &printing{app: a, target: t, findings: newReport()}
	if p.jobs, err = parseJobs(o.jobs); err != nil {
		return err
	}
	if p.shard, err = a.parseShard(o.shard); err != nil {
		return err
	}
	found, err := a.sources(paths)
	if err != nil {
		return err
	}
	if !o.styled {
		if o.style, err = a.styleOf(found, p.findings); err != nil {
			return errors.Join(a.print(a.err, p.findings, diag.Text), err)
		}
	}
	if p.renderer, err = a.renderer(o.style, p.findings); err != nil {
		return err
	}
	if err := p.refuseClashes(found); err != nil {
		return err
	}
	if o.watch {
		return p.watch(paths, o)
	}
	return p.run(p.shard.of(found))
}

// lastSecond is the end of the year 9999, the last that a PDF can name (ISO
// 32000-1, 7.9.4), in seconds since 1970.
const lastSecond = 253402300799

// epoch reads SOURCE_DATE_EPOCH (reproducible-builds.org), the date of notes
// that bear none.
func (a *app) epoch() (time.Time, error) {
	value := a.env("SOURCE_DATE_EPOCH")
	if value == "" {
		return time.Time{}, nil
	}
	seconds, err := strconv.ParseInt(value, 10, 64)
	if err != nil || seconds < 0 || seconds > lastSecond {
		return time.Time{}, usage(fmt.Sprintf("SOURCE_DATE_EPOCH cannot be %q", value), "set it to whole seconds since 1970, or unset it")
	}
	return time.Unix(seconds, 0).UTC(), nil
}

// printing is one run of the command.
type printing struct {
	*app
	target   *target
	renderer *render.Renderer
	jobs     int // files printed at a time
	shard    shard
	findings *diag.Report // of all files
	together bool         // the outputs of a file are named on one line
}

// job is a file to be printed, and what comes of it.
type job struct {
	source
	file    *schema.File
	tabs    map[*schema.Binder][][]schema.Note // of the file's binders
	report  *diag.Report                       // of this file
	outputs []output
	err     error // the tool failed to read or print it
}

// job reads a file and prints its notes into memory.
func (p *printing) job(s source) *job {
	j := &job{source: s, report: newReport()}
	j.err = guarded(fmt.Sprintf("%s cannot be read", shown(s.name)), func() error { return p.read(j) })
	if j.err == nil && j.file != nil {
		j.err = guarded(fmt.Sprintf("%s cannot be printed", shown(s.name)), func() error { return p.file(j) })
	}
	// The rest need not wait for its turn to be delivered.
	done := &job{source: source{name: s.name}, report: newReport(), outputs: j.outputs, err: j.err}
	merge(done.report, j.report)
	return done
}

// read reads the notes of a file, if it is one of notes.
func (p *printing) read(j *job) error {
	s, note, err := j.source.read()
	if err == nil && note {
		j.source = s
		j.file, j.tabs = p.decode(s, j.report)
		size := 0
		for _, source := range j.report.Sources {
			size += len(source)
		}
		if size >= bookSize {
			p.makeRoom(size)
		}
	}
	return err
}

// file prints the notes of one file into memory, all or none.
func (p *printing) file(j *job) error {
	if !j.file.Valid() {
		return nil
	}
	if notes := len(j.file.Notes); notes > 1 && p.target.single() {
		return p.several(notes)
	}
	var books []*render.Book
	failed := false
	for _, n := range j.file.Notes {
		b, problems, err := p.book(j, n)
		if err != nil {
			return j.blame(err)
		}
		j.report.Diagnostics = append(j.report.Diagnostics, problems...)
		failed = failed || diag.HasErrors(problems)
		books = append(books, b)
	}
	if failed {
		return nil
	}
	outputs, err := p.outputs(j, books)
	if err != nil {
		return j.blame(err)
	}
	j.outputs = outputs
	return nil
}

// book composes one note, or a binder with the notes of its tabs.
func (p *printing) book(j *job, n schema.Note) (*render.Book, []diag.Diagnostic, error) {
	if b, ok := n.(*schema.Binder); ok {
		return p.renderer.Binder(b, j.tabs[b])
	}
	return p.renderer.Book([]schema.Note{n})
}

// blame makes a finding of an error that is the note's own fault; any other is
// the tool's.
func (j *job) blame(err error) error {
	if problem, ok := render.Problem(err); ok {
		j.report.Diagnostics = append(j.report.Diagnostics, problem)
		return nil
	}
	return failure(fmt.Sprintf("%s cannot be printed: %s", shown(j.name), err), "if the note is as it should be, "+faultHint)
}

// outputs prints the books of a file into memory.
func (p *printing) outputs(j *job, books []*render.Book) ([]output, error) {
	var out []output
	for i, b := range books {
		for _, format := range p.target.formats {
			var buf bytes.Buffer
			if err := b.Write(&buf, format); err != nil {
				return nil, err
			}
			out = append(out, output{path: p.target.path(j.source, i, len(books), format), data: buf.Bytes()})
		}
	}
	return out, nil
}

// deliver writes outputs to where they go, and says so.
func (p *printing) deliver(outputs []output) error {
	if p.target.stdout {
		for _, o := range outputs {
			if err := p.say(string(o.data)); err != nil {
				return err
			}
		}
		return nil
	}
	if p.target.folder != "" {
		for _, o := range outputs {
			if err := makeFolder(filepath.Dir(o.path)); err != nil {
				return err
			}
		}
	}
	if err := p.disk.writeAll(outputs); err != nil || p.quiet {
		return err
	}
	between := "\n"
	if p.together {
		between = ", "
	}
	var names []string
	for _, o := range outputs {
		names = append(names, p.named(o.path))
	}
	return p.say(strings.Join(names, between) + "\n")
}
