package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"briefnote/bench"
)

// What the bars of lint are about.
const (
	lintCold  = "lint, cold start"
	lintBatch = "lint, batch"
)

// lintHeading begins the part of the table that is about lint. Each of the two
// parts is measured by itself, and keeps the other.
const lintHeading = "# House style beside Vale\n"

// lintAll measures lint.
func (c *comparison) lintAll() error {
	if err := c.writeLintInputs(); err != nil {
		return err
	}
	c.pairs = c.lintContests()
	for _, p := range c.pairs {
		fmt.Fprintln(os.Stderr, p.what, "–", p.peer.tool)
		if err := c.contest(p); err != nil {
			return err
		}
	}
	s := &single{what: fmt.Sprintf("%d notes, each different", c.manyNotes()), runs: 1, brief: c.briefLint("many")}
	fmt.Fprintln(os.Stderr, s.what)
	if err := c.writeMany(); err != nil {
		return err
	}
	c.alone = []*single{s}
	return c.solo(s)
}

// manyNotes is how many notes are linted for the peak of memory.
func (c *comparison) manyNotes() int {
	if c.quick {
		return 500
	}
	return 10_000
}

// briefLint lints with all rules on, whatever the notes' status.
func (c *comparison) briefLint(path string) command {
	return command{tool: briefTool, args: []string{c.brief, "lint", "--profile", "draft", path}, findings: true}
}

// lintContests sets all rules of brief beside the rules that Vale can be given
// of the same kind, and beside ten of them.
func (c *comparison) lintContests() []*pair {
	vale := func(config, path string) command {
		return command{tool: valeTool, args: []string{"vale", "--no-exit", "--config", "vale/" + config, path}}
	}
	batch := fmt.Sprintf("%d notes in one process", c.batch)
	return []*pair{
		{id: lintCold, what: "One note, a process each", notes: 1, runs: c.cold, brief: c.briefLint(encryptionFile), peer: vale("vale.ini", "note.md")},
		{id: lintBatch, what: batch, notes: c.batch, runs: c.long, brief: c.briefLint("batch"), peer: vale("vale.ini", "batch-md")},
		{what: "One note, a process each, ten rules of Vale's", notes: 1, runs: c.cold, brief: c.briefLint(encryptionFile), peer: vale("ten.ini", "note.md")},
		{what: batch + ", ten rules of Vale's", notes: c.batch, runs: c.long, brief: c.briefLint("batch"), peer: vale("ten.ini", "batch-md")},
	}
}

// writeLintInputs writes the rules for Vale, and the notes of the batch as Markdown.
func (c *comparison) writeLintInputs() error {
	n, err := encryption()
	if err != nil {
		return err
	}
	w := &writer{dir: c.dir}
	for i := range c.batch {
		w.write("batch-md/"+strings.TrimSuffix(bench.NoteName(i), ".yaml")+".md", n.Numbered(i+1).Markdown())
	}
	w.folder("vale")
	return w.err
}

// writeMany writes the notes that memory is measured with.
func (c *comparison) writeMany() error {
	n, err := encryption()
	if err != nil {
		return err
	}
	w := &writer{dir: c.dir}
	for i := range c.manyNotes() {
		w.write(fmt.Sprintf("many/%05d.yaml", i), n.Numbered(i+1).YAML())
	}
	return w.err
}

// lintReport writes the part of the table that is about lint.
func (c *comparison) lintReport() []byte {
	b := &bytes.Buffer{}
	fmt.Fprintf(b, "%s\nWritten by `go run ./bench/compare -lint`.\n\n", lintHeading)
	c.circumstances(b)
	printBars(b, []bar{
		c.fasterThan(lintCold, "Lint of one note, a process each, beside Vale", 5),
		c.fasterThan(lintBatch, "Lint of a batch, by the note, beside Vale", 15),
		c.lintMemory(),
	})
	c.contestTable(b)
	s := c.alone[0]
	fmt.Fprintf(b, "\n## Many notes\n\nWhole process.\n\n| What | Time | A note | Memory |\n|---|--:|--:|--:|\n")
	fmt.Fprintf(b, "| %s | %s | %s | %s |\n", s.what, seconds(s.outcome.time()), seconds(s.outcome.time()/float64(c.manyNotes())), megabytes(s.outcome.peak()))
	return b.Bytes()
}

func (c *comparison) lintMemory() bar {
	peak := c.alone[0].outcome.peak()
	return bar{what: "Lint of " + c.alone[0].what, limit: "< 300 MB", found: megabytes(peak), met: peak < 300e6}
}

// folder writes the files of an embedded folder of peers.
func (w *writer) folder(name string) {
	entries, err := peers.ReadDir("peers/" + name)
	if err != nil {
		w.err = err
	}
	for _, e := range entries {
		path := name + "/" + e.Name()
		if e.IsDir() {
			w.folder(path)
			continue
		}
		data, err := peers.ReadFile("peers/" + path)
		if err != nil {
			w.err = err
		}
		w.write(path, data)
	}
}

// encryption reads the note that everything is measured with.
func encryption() (*bench.Note, error) {
	src, err := os.ReadFile(filepath.Join("samples", "fcm-2019", "01-encryption.yaml"))
	if err != nil {
		return nil, err
	}
	return bench.Read(src)
}

// replaced returns a table in which one part is new: that about lint, or all
// that comes before it.
func replaced(old, part []byte, lint bool) []byte {
	head, tail := old, []byte(nil)
	if at := bytes.Index(old, []byte(lintHeading)); at >= 0 {
		head, tail = old[:at], old[at:]
	}
	if lint {
		if head = bytes.TrimRight(head, "\n"); len(head) > 0 {
			head = append(head, "\n\n"...)
		}
		return append(head, part...)
	}
	if tail != nil {
		part = append(append(part, '\n'), tail...)
	}
	return part
}
