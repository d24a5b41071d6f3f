package main

import (
	"bytes"
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
	to    []string
	given bool // --to was written
	out   string
	style string
}

func (a *app) renderCommand() *cobra.Command {
	o := &renderOptions{}
	cmd := &cobra.Command{
		Use:   "render PATH...",
		Short: "Print notes as PDF, HTML or plain text in house style",
		Long: `render prints notes as documents in house style. Each document is written beside
its note, or to the folder or file named with -o; it appears whole or not at all.
A note with errors is not printed; the others are.
A PATH is a file, a folder, or - for standard input.`,
		Example: `  brief render notes/encryption.yaml
  brief render --to pdf,html,txt -o out notes/
  brief render -o encryption.html notes/encryption.yaml`,
		RunE: func(cmd *cobra.Command, args []string) error {
			o.given = cmd.Flags().Changed("to")
			return a.render(args, o)
		},
	}
	flags := cmd.Flags()
	flags.StringSliceVar(&o.to, "to", []string{"pdf"}, "formats: "+strings.Join(render.FormatNames(), ", "))
	flags.StringVarP(&o.out, "out", "o", "", "folder or file to write to, or - for standard output")
	flags.StringVar(&o.style, "style", render.DefaultStyle, "house style: a name, or a file of your own")
	return cmd
}

// render prints notes. Findings go to standard error, the names of the files
// written to standard output.
func (a *app) render(paths []string, o *renderOptions) error {
	t, err := parseTarget(o.to, o.given, o.out)
	if err != nil {
		return err
	}
	found, err := a.sources(paths)
	if err != nil {
		return err
	}
	report := &diag.Report{Files: len(found), Sources: map[string][]byte{}}
	r, err := a.renderer(o.style, report)
	if err != nil {
		return err
	}
	p := &printing{app: a, target: t, renderer: r, report: report, written: map[string]string{}}
	var failed error
	for _, s := range found {
		if failed = p.source(s); failed != nil {
			break
		}
	}
	if err := a.print(a.err, report, diag.Text); err != nil {
		return err
	}
	if failed == nil && diag.HasErrors(report.Diagnostics) {
		failed = &exit{code: exitFindings}
	}
	return failed
}

// renderer loads the style. Findings about it are a matter of configuration.
func (a *app) renderer(style string, report *diag.Report) (*render.Renderer, error) {
	opts := render.Options{Style: style}
	if strings.ContainsAny(style, `/\`) || isYAML(style) {
		data, err := readFile(style)
		if err != nil {
			return nil, pathError(style, err)
		}
		opts.StyleSource = data
		report.Sources[style] = data
	}
	if epoch := a.env("SOURCE_DATE_EPOCH"); epoch != "" {
		seconds, err := strconv.ParseInt(epoch, 10, 64)
		if err != nil {
			return nil, usage(fmt.Sprintf("SOURCE_DATE_EPOCH cannot be %q", epoch), "set it to seconds since 1970, or unset it")
		}
		opts.Date = time.Unix(seconds, 0).UTC()
	}
	r, problems, err := render.New(opts)
	switch {
	case err != nil:
		return nil, usage(err.Error(), "")
	case diag.HasErrors(problems):
		report.Diagnostics = append(report.Diagnostics, problems...)
		if err := a.print(a.err, report, diag.Text); err != nil {
			return nil, err
		}
		return nil, &exit{code: exitUsage}
	}
	return r, nil
}

// printing is one run of the command.
type printing struct {
	*app
	target   *target
	renderer *render.Renderer
	report   *diag.Report
	written  map[string]string // output → the source it came from
}

// source prints the notes of one file, all or none. The error is one that
// stops the whole run.
func (p *printing) source(s source) error {
	f := schema.Decode(s.name, s.data)
	p.report.Sources[s.name] = s.data
	tabs, problems := p.tabs(f, s, p.report.Sources)
	problems = append(problems, f.Problems...)
	var books []*render.Book
	if !diag.HasErrors(problems) {
		var err error
		if books, problems, err = p.books(f, tabs, problems); err != nil {
			return failure(fmt.Sprintf("%s cannot be printed: %s", s.name, err), "this is a fault of the tool; please report it with the note that caused it")
		}
	}
	p.report.Diagnostics = append(p.report.Diagnostics, problems...)
	if diag.HasErrors(problems) {
		return nil
	}
	outputs, err := p.outputs(s, books)
	if err != nil {
		return err
	}
	return p.deliver(outputs)
}

// books composes the notes of a file.
func (p *printing) books(f *schema.File, tabs map[schema.Note][]schema.Note, problems []diag.Diagnostic) ([]*render.Book, []diag.Diagnostic, error) {
	var books []*render.Book
	for _, n := range f.Notes {
		notes := []schema.Note{n}
		if _, ok := n.(*schema.Binder); ok {
			notes = tabs[n]
		}
		b, found, err := p.renderer.Book(notes)
		if err != nil {
			return nil, nil, err
		}
		problems = append(problems, found...)
		books = append(books, b)
	}
	return books, problems, nil
}

// outputs prints the books of a file into memory.
func (p *printing) outputs(s source, books []*render.Book) ([]output, error) {
	var out []output
	for i, b := range books {
		for _, format := range p.target.formats {
			path := p.target.path(s, i, len(books), format)
			if err := p.claim(path, s.name); err != nil {
				return nil, err
			}
			var buf bytes.Buffer
			if err := b.Write(&buf, format); err != nil {
				return nil, failure(fmt.Sprintf("%s cannot be printed: %s", s.name, err), "this is a fault of the tool; please report it with the note that caused it")
			}
			out = append(out, output{path: path, data: buf.Bytes()})
		}
	}
	return out, nil
}

// claim makes sure that no output is written twice, or over a note.
func (p *printing) claim(path, from string) error {
	if p.target.stdout {
		path = "-"
	}
	if other, taken := p.written[path]; taken {
		return usage(fmt.Sprintf("%s and %s would both be written to %s", other, from, path), "name a folder with -o, or print them one by one")
	}
	p.written[path] = from
	return nil
}

// deliver writes outputs to where they go, and says so.
func (p *printing) deliver(outputs []output) error {
	if p.target.stdout {
		for _, o := range outputs {
			if _, err := p.out.Write(o.data); err != nil {
				return failure("standard output cannot be written", "check where it is sent")
			}
		}
		return nil
	}
	for _, o := range outputs {
		if p.target.folder == "" {
			continue
		}
		if err := makeFolder(filepath.Dir(o.path)); err != nil {
			return err
		}
	}
	if err := writeAll(outputs); err != nil {
		return err
	}
	for _, o := range outputs {
		if !p.quiet {
			fmt.Fprintln(p.out, o.path)
		}
	}
	return nil
}
