package main

import (
	"fmt"
	"os"
	"runtime"

	"briefnote/diag"
	"briefnote/internal/text"
)

// autoJobs is the value of --jobs for as many as there are CPUs.
const autoJobs = "auto"

// parseJobs makes sense of --jobs.
func parseJobs(value string) (int, error) {
	if value == autoJobs {
		return runtime.GOMAXPROCS(0), nil // the CPUs that the process may use
	}
	n, ok := number(value)
	if !ok || n == 0 {
		return 0, usage(fmt.Sprintf("--jobs cannot be %q", value), "write how many files to print at a time, such as 4, or auto")
	}
	return n, nil
}

// inOrder does work on items, on as many at a time as there are jobs, and
// hands on where the results will be, in the order of the items. No more than
// two items a job are under way or wait for their result to be taken, however
// many there are and however long one takes. Once stop is closed, the work that
// is under way is the last.
func inOrder[A, B any](items []A, jobs int, stop <-chan struct{}, work func(A) B) <-chan (<-chan B) {
	jobs = max(1, min(jobs, len(items)))
	results := make(chan (<-chan B), 2*jobs-1) // the one taken last is the other one
	if len(items) == 0 {
		close(results)
		return results
	}
	// Workers fetch their work, lest they wait for it to be handed to them. The
	// queue holds the number of the next item; it is empty while a worker who has
	// taken that waits for room for the result.
	queue := make(chan int, 1)
	fetch := func() (item A, result chan<- B) {
		i := <-queue
		if i < len(items) {
			place := make(chan B, 1) // nobody need take the result
			select {
			case <-stop:
				i = len(items)
			case results <- place:
				item, result = items[i], place
				i++
			}
			if i == len(items) {
				close(results)
			}
		}
		queue <- i
		return item, result
	}
	for range jobs {
		go func() {
			for item, result := fetch(); result != nil; item, result = fetch() {
				result <- work(item)
			}
		}()
	}
	queue <- 0
	return results
}

// tally is what became of a run and its files.
type tally struct {
	code                    int       // for exit
	printed, faulty, failed int       // files
	signal                  os.Signal // that has ended it; nil if none has
}

// run prints files, and what is to be said about them in their order. What
// goes wrong with one does not stop the others. An interruption does, once the
// outputs of the file in hand are in place.
func (p *printing) run(files []source) error {
	if len(files) == 1 {
		return p.alone(files[0])
	}
	interrupted, release := p.hold()
	var t tally
	p.inTurn(files, &t, interrupted)
	err := p.conclude(t)
	release()
	if t.signal != nil {
		p.raise(t.signal)
	}
	return err
}

// alone is run for one file, without what it takes to keep many in order. Up to
// where its outputs are put in place, an interruption ends the process at once,
// since there is nothing to tidy up.
func (p *printing) alone(file source) error {
	var t tally
	j := p.job(file)
	if j.atOnce() {
		p.settle(j, &t)
		return p.conclude(t)
	}
	interrupted, release := p.hold()
	p.settle(j, &t)
	select {
	case t.signal = <-interrupted:
	default:
	}
	err := p.conclude(t)
	release()
	if t.signal != nil {
		p.raise(t.signal)
	}
	return err
}

// atOnce reports whether the outputs of a job are in place at one stroke. One
// file of some kilobytes is written and renamed in less time than it takes to
// hold signals (a quarter of a millisecond, of the five that a note takes); an
// interruption just then leaves the old file or the new one, whole, and at
// worst a hidden draft beside it.
func (j *job) atOnce() bool {
	const little = 1 << 18 // bytes
	return len(j.outputs) == 0 || len(j.outputs) == 1 && len(j.outputs[0].data) < little
}

// inTurn prints files until there is an interruption.
func (p *printing) inTurn(files []source, t *tally, interrupted <-chan os.Signal) {
	stop := make(chan struct{})
	defer close(stop)
	beat, still := p.beats()
	defer still()
	if p.err.terminal && !p.quiet && len(files) > 1 {
		p.line = progress{Writer: p.err, total: len(files)}
	}
	for result := range inOrder(files, p.jobs, stop, p.job) {
		for waiting := true; waiting; {
			select {
			case <-beat:
				p.line.due = true
				p.line.draw()
				continue
			case j := <-result:
				p.settle(j, t)
			case t.signal = <-interrupted:
				return
			}
			waiting = false
		}
		if len(interrupted) > 0 {
			t.signal = <-interrupted
			return
		}
	}
}

// settle delivers what a job has printed, or says why there is nothing.
func (p *printing) settle(j *job, t *tally) {
	p.line.done++
	merge(p.findings, j.report)
	err := j.err
	if err == nil && len(j.outputs) > 0 {
		err = p.deliver(j.outputs)
	}
	switch {
	case err != nil:
		t.failed++
	case diag.HasErrors(j.report.Diagnostics):
		t.faulty++
	case len(j.outputs) > 0:
		t.printed++
	}
	t.code = max(t.code, p.complain(err))
	p.line.back()
}

// conclude says what was found in all files and what became of them.
func (p *printing) conclude(t tally) error {
	p.line.yield(p.err)
	p.line = progress{}
	if err := p.print(p.err, p.findings, diag.Text); err != nil {
		return err
	}
	if t.faulty > 0 {
		t.code = max(t.code, exitFindings)
	}
	files := t.printed + t.faulty + t.failed
	switch {
	case t.signal != nil:
		t.code = exitInterrupted
	case t.code != exitClean && files > 1:
		fmt.Fprintln(p.err, t)
	case files == 0 && !p.quiet:
		fmt.Fprintf(p.err, "no note falls to shard %s: nothing to print\n", p.shard)
	}
	return concluded(t.code)
}

// String counts the files: "998 of 1,000 files printed; 2 have errors".
func (t tally) String() string {
	said := fmt.Sprintf("%s of %s files printed", text.Grouped(t.printed), text.Grouped(t.printed+t.faulty+t.failed))
	switch {
	case t.faulty == 1:
		said += "; 1 has errors"
	case t.faulty > 1:
		said += fmt.Sprintf("; %s have errors", text.Grouped(t.faulty))
	}
	if t.failed > 0 {
		said += fmt.Sprintf("; %s could not be printed", text.Grouped(t.failed))
	}
	return said
}
