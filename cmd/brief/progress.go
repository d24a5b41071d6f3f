package main

import (
	"fmt"
	"io"
	"strings"
	"time"

	"briefnote/internal/text"
)

// heartbeat is how long a run lasts before it says how far it has come, and
// then how often it does.
const heartbeat = 500 * time.Millisecond

// progress is a line on a terminal that says how far a run has come. It is
// written over in its place at each heartbeat, and wiped out before anything
// else is written there. The zero value stays silent.
type progress struct {
	io.Writer
	total, done int  // files
	due         bool // the run has lasted long enough to have a line
	shown       int  // characters on the terminal
}

// draw writes the line, if it is due.
func (p *progress) draw() {
	if p.Writer == nil || !p.due {
		return
	}
	line := fmt.Sprintf("%s of %s files", text.Grouped(p.done), text.Grouped(p.total))
	fmt.Fprint(p, "\r"+line) // what stood there is never longer
	p.shown = len(line)
}

// yield wipes the line out if something else is to be written to the terminal.
func (p *progress) yield(to stream) {
	if p.shown > 0 && to.terminal {
		fmt.Fprint(p, "\r"+strings.Repeat(" ", p.shown)+"\r")
		p.shown = 0
	}
}

// back writes the line again if it has been wiped out.
func (p *progress) back() {
	if p.shown == 0 {
		p.draw()
	}
}

// beats returns a channel that has a value at each heartbeat until it is
// stopped.
func beats() (c <-chan time.Time, stop func()) {
	t := time.NewTicker(heartbeat)
	return t.C, t.Stop
}
