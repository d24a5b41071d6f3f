package main

import (
	"bytes"
	"fmt"
	"math"
	"slices"
)

// What the bars are about.
const (
	coldStart   = "cold start"
	coldGiven   = "cold start, faces given"
	batchOnCore = "batch"
	longNote    = "long note"
	bigBinder   = "binder"
	coldHTML    = "cold start, HTML"
	coldDOCX    = "cold start, DOCX"
	allFormats  = "all formats"
	validOne    = "one note validated"
	validMany   = "many notes validated"
)

// bar is a limit that the tool sets itself.
type bar struct {
	what, limit string
	found       string // "" where the other tool is not installed
	met         bool
}

// bars says for each limit what was found, whichever way it went.
func (c *comparison) bars(b *bytes.Buffer) {
	printBars(b, []bar{
		c.fasterThan(coldStart, "One note, a process each, beside Typst", 5),
		c.fasterThan(coldGiven, "The same, Typst given its faces", 5),
		c.fasterThan(batchOnCore, "Batch on one core, by the note, beside Typst in one process", 6),
		c.fasterThan(longNote, "A note of about 216 pages, beside Typst", 6),
		c.memory(),
		c.binder(),
		c.flatBar(),
		c.sizeBar(),
		c.fasterThan(coldHTML, "One note to HTML, a process each, beside Pandoc", 8),
		c.fasterThan(coldDOCX, "One note to DOCX, a process each, beside Pandoc", 8),
		c.formatsBar(),
		c.fasterThan(validOne, "One note validated, a process each, beside kubeconform", 3),
		c.fasterThan(validMany, "A batch validated, by the note, beside kubeconform", 2),
	})
}

func printBars(b *bytes.Buffer, bars []bar) {
	fmt.Fprintf(b, "## Limits we set ourselves\n\n| What | Limit | Found | |\n|---|---|---|---|\n")
	for _, l := range bars {
		verdict := "**missed**"
		switch {
		case l.found == "":
			l.found, verdict = "not installed", ""
		case l.met:
			verdict = "met"
		}
		fmt.Fprintf(b, "| %s | %s | %s | %s |\n", l.what, l.limit, l.found, verdict)
	}
}

// find returns the pair that a bar is about.
func (c *comparison) find(id string) *pair {
	return c.pairs[slices.IndexFunc(c.pairs, func(p *pair) bool { return p.id == id })]
}

func (c *comparison) fasterThan(id, what string, times float64) bar {
	l := bar{what: what, limit: fmt.Sprintf("≥ %g × faster", times)}
	if p := c.find(id); p.theirs != nil {
		ratio := median(p.ratios())
		l.found, l.met = fmt.Sprintf("%.1f ×", ratio), ratio >= times
	}
	return l
}

func (c *comparison) memory() bar {
	l := bar{what: "A note of about 216 pages, memory beside Typst", limit: "≤ half"}
	if p := c.find(longNote); p.theirs != nil {
		part := p.ours.peak() / p.theirs.peak()
		l.found, l.met = fmt.Sprintf("%.0f %%", part*100), part <= 0.5
	}
	return l
}

func (c *comparison) binder() bar {
	s := c.alone[slices.IndexFunc(c.alone, func(s *single) bool { return s.id == bigBinder })]
	pages, peak := s.outcome.pages, s.outcome.peak()
	return bar{
		s.what, "≥ 3,000 pages in < 500 MB", fmt.Sprintf("%d pages in %s", pages, megabytes(peak)),
		pages >= 3000 && peak < 500e6,
	}
}

// flatBar is about the longest distance from the time a page of the shortest note.
func (c *comparison) flatBar() bar {
	worst := 0.0
	for _, f := range c.flat {
		if d := f.took/c.flat[0].took - 1; math.Abs(d) > math.Abs(worst) {
			worst = d
		}
	}
	last := c.flat[len(c.flat)-1]
	return bar{
		fmt.Sprintf("Time a page from %d to %d pages", c.flat[0].pages, last.pages), "within ±20 % of the shortest note's",
		fmt.Sprintf("%+.0f %% at the worst", worst*100), math.Abs(worst) <= 0.2,
	}
}

func (c *comparison) sizeBar() bar {
	size := c.find(coldStart).ours.size
	return bar{"Size of the encryption note", "≤ 70 kB", fmt.Sprintf("%.1f kB", float64(size)/1e3), size <= 70e3}
}

func (c *comparison) formatsBar() bar {
	ratio := median(c.find(allFormats).ratios())
	return bar{"1,000 notes to PDF, HTML and DOCX", "≤ 1.6 × the time of PDF alone", fmt.Sprintf("%.2f ×", ratio), ratio <= 1.6}
}
