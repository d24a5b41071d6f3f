package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"time"
)

// command is a tool with its arguments.
type command struct {
	tool string // its name in the table
	args []string
	out  string // a file that it writes; "" for none

	folder string // that it writes to, which is empty before each run; "" for none

	findings bool // it finds something, and says so by its exit status, 1
}

// writing says which file a command writes.
func (c command) writing(out string) command {
	c.out = out
	return c
}

// into says which folder a command fills.
func (c command) into(folder string) command {
	c.folder = folder
	return c
}

// under puts another command before it.
func (c command) under(before []string) command {
	c.args = append(append([]string{}, before...), c.args...)
	return c
}

// reading is what one run took.
type reading struct {
	time time.Duration
	peak int64 // bytes of memory; 0 where the system does not tell
}

// outcome is what a command took in all its runs, and what it wrote.
type outcome struct {
	readings []reading
	pages    int   // of the file it wrote; 0 for other formats than PDF
	size     int64 // of that file, in bytes
}

// time is the median, in seconds.
func (o *outcome) time() float64 {
	var all []float64
	for _, r := range o.readings {
		all = append(all, r.time.Seconds())
	}
	return median(all)
}

// peak is the median of the peaks, in bytes.
func (o *outcome) peak() float64 {
	var all []float64
	for _, r := range o.readings {
		all = append(all, float64(r.peak))
	}
	return median(all)
}

// pair is brief and another tool doing the same.
type pair struct {
	id          string // for the bars; "" for what has none
	what        string
	notes, runs int
	brief, peer command
	ours        outcome
	theirs      *outcome // nil where the peer is not installed
}

// ratios is by how much brief was faster, run by run.
func (p *pair) ratios() []float64 {
	var out []float64
	for i, r := range p.theirs.readings {
		out = append(out, r.time.Seconds()/p.ours.readings[i].time.Seconds())
	}
	return out
}

// single is brief alone.
type single struct {
	id, what string
	runs     int
	brief    command
	outcome  outcome
}

// contest runs the two of a pair in turn, so that whatever else the machine
// does meets both alike. The first run of each does not count.
func (c *comparison) contest(p *pair) error {
	if !c.tools.have(p.brief) {
		return nil
	}
	if c.tools.have(p.peer) {
		p.theirs = &outcome{}
	}
	for i := range p.runs + 1 {
		if err := c.take(p.brief, &p.ours, i > 0); err != nil {
			return err
		}
		if p.theirs == nil {
			continue
		}
		if err := c.take(p.peer, p.theirs, i > 0); err != nil {
			return err
		}
	}
	return nil
}

// solo runs brief alone; the first run does not count.
func (c *comparison) solo(s *single) error {
	for i := range s.runs + 1 {
		if err := c.take(s.brief, &s.outcome, i > 0); err != nil {
			return err
		}
	}
	return nil
}

// take runs a command once and keeps what it took, if that counts, or else
// looks at what it wrote.
func (c *comparison) take(cmd command, o *outcome, counts bool) error {
	r, err := c.once(cmd)
	if err != nil {
		return err
	}
	if counts {
		o.readings = append(o.readings, r)
		return nil
	}
	if cmd.out == "" {
		return nil
	}
	data, err := os.ReadFile(filepath.Join(c.dir, cmd.out))
	o.pages, o.size = pages(data), int64(len(data))
	return err
}

// once runs a command and measures it. What it says goes to a file, as from a
// shell: a pipe that is read here would take half a millisecond of each run.
func (c *comparison) once(cmd command) (reading, error) {
	if err := c.ctx.Err(); err != nil {
		return reading{}, err
	}
	if cmd.folder != "" {
		if err := emptied(filepath.Join(c.dir, cmd.folder)); err != nil {
			return reading{}, err
		}
	}
	said, err := os.Create(filepath.Join(c.dir, "said.txt"))
	if err != nil {
		return reading{}, err
	}
	defer func() { _ = said.Close() }()
	run := exec.Command(cmd.args[0], cmd.args[1:]...)
	run.Dir, run.Stdout, run.Stderr = c.dir, said, said
	slim()
	begin := time.Now()
	err = run.Run()
	took := time.Since(begin)
	if err != nil && !(cmd.findings && run.ProcessState.ExitCode() == 1) {
		text, _ := os.ReadFile(said.Name()) // without it, the error has to do
		return reading{}, fmt.Errorf("%s: %w\n%s", cmd.tool, err, text)
	}
	return reading{took, peak(run.ProcessState)}, nil
}

// emptied makes a folder, or makes it anew.
func emptied(path string) error {
	if err := os.RemoveAll(path); err != nil {
		return err
	}
	return os.Mkdir(path, 0o777)
}
