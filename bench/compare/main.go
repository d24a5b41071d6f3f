// Command compare times brief beside other tools, and writes a table of what
// it found. It is run by hand, never by a test:
//
//	PATH=/where/the/others/are:$PATH go run ./bench/compare
//
// Start with main, which says what is compared; measure.go runs two tools in
// turn, tools.go finds them, inputs.go writes what they read, report.go the
// table.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"

	"briefnote/bench"
)

// options are the flags.
type options struct {
	out   string
	brief string
	cold  int // pairs of runs of the short measurements
	long  int // pairs of runs of the long ones
	batch int // notes of the batch
	quick bool
	lint  bool
}

func main() {
	var o options
	flag.StringVar(&o.out, "o", filepath.Join("bench", "results.md"), "`file` for the table")
	flag.StringVar(&o.brief, "brief", "", "the `program` to measure (default: what is in this folder, built anew)")
	flag.IntVar(&o.cold, "runs", 41, "`pairs` of runs of one note")
	flag.IntVar(&o.long, "long", 9, "`pairs` of runs of batches and long notes")
	flag.IntVar(&o.batch, "batch", 300, "`notes` in the batch")
	flag.BoolVar(&o.quick, "quick", false, "rehearse: few runs, and no note of 10,000 pages stage by stage")
	flag.BoolVar(&o.lint, "lint", false, "measure lint beside Vale, and keep the rest of the table")
	flag.Parse()
	if o.quick {
		o.cold, o.long, o.batch = 7, 3, 50
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, &o); err != nil {
		fmt.Fprintln(os.Stderr, "compare:", err)
		os.Exit(1)
	}
}

// run measures everything and writes the table.
func run(ctx context.Context, o *options) error {
	dir, err := os.MkdirTemp("", "bench-")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(dir) }()
	if o.brief == "" {
		o.brief = filepath.Join(dir, "brief")
		build := exec.CommandContext(ctx, "go", "build", "-o", o.brief, "./cmd/brief")
		build.Env = append(os.Environ(), "CGO_ENABLED=0") // as the README builds it
		if out, err := build.CombinedOutput(); err != nil {
			return fmt.Errorf("brief cannot be built: %w\n%s", err, out)
		}
	}
	if o.brief, err = filepath.Abs(o.brief); err != nil {
		return err
	}
	if err := writeInputs(dir, o.batch); err != nil {
		return err
	}
	c := &comparison{options: o, ctx: ctx, dir: dir, tools: findTools(ctx, o.brief), began: moment()}
	measure, report := c.all, c.report
	if o.lint {
		measure, report = c.lintAll, c.lintReport
	}
	if err := measure(); err != nil {
		return err
	}
	old, _ := os.ReadFile(o.out) // there may be none yet
	return os.WriteFile(o.out, replaced(old, report(), o.lint), 0o666)
}

// comparison is one run of the program.
type comparison struct {
	*options
	ctx   context.Context
	dir   string // of inputs and outputs
	tools tools
	began string
	pairs []*pair
	alone []*single
	flat  []flatness
}

// all measures, and says on standard error how far it is.
func (c *comparison) all() error {
	if err := c.writeValidation(); err != nil {
		return err
	}
	c.pairs = append(c.contests(), c.validations()...)
	for _, p := range c.pairs {
		fmt.Fprintln(os.Stderr, p.what, "–", p.peer.tool)
		if err := c.contest(p); err != nil {
			return err
		}
	}
	c.alone = c.solos()
	for _, s := range c.alone {
		fmt.Fprintln(os.Stderr, s.what)
		if err := c.solo(s); err != nil {
			return err
		}
	}
	fmt.Fprintln(os.Stderr, "time a page, stage by stage")
	var err error
	c.flat, err = c.benchmark()
	return err
}

// contests are what is compared. A peer reads the very notes that brief reads,
// or the same words in its own format, made beforehand.
func (c *comparison) contests() []*pair {
	core := []string{"taskset", "-c", "0"}
	batch := append([]string{"python3", "batch.py", c.dir}, noteNames(c.batch)...)
	brief := func(args ...string) command {
		return command{tool: briefTool, args: append([]string{c.brief, "render", "--quiet"}, args...)}
	}
	typst := func(note, out string, more ...string) command {
		args := append([]string{"typst", "compile", "--root", ".", "--input", "note=/" + note}, more...)
		return command{tool: typstTool, out: out, args: append(args, "note.typ", out)}
	}
	given := []string{"--font-path", "fonts", "--ignore-system-fonts"}
	weasyprint := command{tool: weasyTool, out: "w.pdf", args: []string{"weasyprint", "--pdf-tags", "note.html", "w.pdf"}}
	pandoc := command{tool: pandocTool, out: "p.html", args: []string{"pandoc", "--standalone", "--output", "p.html", "note.md"}}
	word := command{tool: pandocTool, out: "p.docx", args: []string{"pandoc", "--output", "p.docx", "note.md"}}
	one := brief("-o", "b.pdf", encryptionFile).writing("b.pdf")
	notes := brief("-o", "out", "batch").writing("out/note-0001.pdf")
	module := command{tool: moduleTool, args: batch, out: "batch/note-0001.yaml.pdf"}
	return []*pair{
		{id: coldStart, what: "One note to PDF, a process each", notes: 1, runs: c.cold, brief: one, peer: typst(encryptionFile, "t.pdf")},
		{id: coldGiven, what: "One note to PDF, a process each, Typst given its faces", notes: 1, runs: c.cold, brief: one, peer: typst(encryptionFile, "t.pdf", given...)},
		{what: "One note to PDF, a process each", notes: 1, runs: min(c.cold, 11), brief: one, peer: weasyprint},
		{id: coldHTML, what: "One note to HTML, a process each", notes: 1, runs: c.cold, brief: brief("-o", "b.html", encryptionFile).writing("b.html"), peer: pandoc},
		{id: coldDOCX, what: "One note to DOCX, a process each", notes: 1, runs: c.cold, brief: brief("-o", "b.docx", encryptionFile).writing("b.docx"), peer: word},
		{
			id: batchOnCore, what: fmt.Sprintf("%d notes to PDF in one process, on one core", c.batch), notes: c.batch, runs: c.long,
			brief: notes.under(core), peer: module.under(core),
		},
		{what: fmt.Sprintf("%d notes to PDF in one process, on all cores", c.batch), notes: c.batch, runs: c.long, brief: notes, peer: module},
		{
			id: longNote, what: "A note of about 216 pages to PDF", notes: 1, runs: c.long,
			brief: brief("-o", "bl.pdf", longFile).writing("bl.pdf"), peer: typst(longFile, "tl.pdf", given...),
		},
		{
			id: allFormats, what: "1,000 notes to PDF, beside PDF, HTML and DOCX", notes: bench.BinderNotes, runs: c.long,
			brief: brief(append([]string{"-o", "one"}, thousand()...)...).into("one"),
			peer:  brief(append([]string{"--to", "pdf,html,docx", "-o", "three"}, thousand()...)...).into("three"),
		},
	}
}

// thousand names the notes of the binder.
func thousand() []string {
	names := make([]string, bench.BinderNotes)
	for i := range names {
		names[i] = "binder/" + bench.NoteName(i)
	}
	return names
}

// solos are what no other tool is asked to do.
func (c *comparison) solos() []*single {
	brief := func(out string, args ...string) command {
		return command{tool: briefTool, out: out, args: append([]string{c.brief, "render", "--quiet", "-o", out}, args...)}
	}
	return []*single{
		{id: bigBinder, what: "A binder of 1,000 notes", runs: min(c.long, 3), brief: brief("binder.pdf", "binder/binder.yaml")},
		{what: "A binder of 5 notes of 2,000 pages", runs: min(c.long, 3), brief: brief("huge.pdf", "huge/binder.yaml")},
	}
}
