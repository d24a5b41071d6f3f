package diag

import (
	"bufio"
	"bytes"
	"fmt"
	"strconv"
	"strings"
)

// ANSI escape sequences (ECMA-48, Select Graphic Rendition).
const (
	bold       = "\x1b[1m"
	boldRed    = "\x1b[1;31m"
	boldYellow = "\x1b[1;33m"
	boldCyan   = "\x1b[1;36m"
	plain      = "\x1b[0m"
)

// text prints the report for people.
func (r *Report) text(w *bufio.Writer, opts Options) {
	p := printer{color: opts.Color, links: opts.Links}
	var t totals
	for f := range r.findings() {
		p.finding(f)
		p.WriteByte('\n')
		t.add(f)
		_, _ = p.WriteTo(w) // whether it could be written, flushing tells
	}
	if t.all() > 0 {
		_, _ = w.WriteString(t.summary(r.Files))
	}
}

// printer gathers the text of a finding.
type printer struct {
	bytes.Buffer
	color bool
	links func(file, rule string) string
}

// Link makes a text a link to an address, as terminals know it (OSC 8). Without
// an address it stays a text.
func Link(address, text string) string {
	if address == "" {
		return text
	}
	return "\x1b]8;;" + address + "\x1b\\" + text + "\x1b]8;;\x1b\\"
}

// linked is the name of a file or of a rule, as a link where it can be one.
func (p *printer) linked(file, rule string) string {
	name := visible(file + rule)
	if p.links == nil {
		return name
	}
	return Link(p.links(file, rule), name)
}

// paint writes s in a colour, if colours are asked for.
func (p *printer) paint(code, s string) {
	if p.color {
		s = code + s + plain
	}
	p.WriteString(s)
}

func (p *printer) finding(f finding) {
	if f.Span.File != "" {
		p.WriteString(p.linked(f.Span.File, "") + ":")
		if f.lines != nil {
			fmt.Fprintf(p, "%d:%d:", f.start.Line, f.start.Column)
		}
		p.WriteByte(' ')
	}
	p.paint(colorOf(f.Severity), f.Severity.String())
	fmt.Fprintf(p, "[%s]: %s\n", p.linked("", f.Rule), visible(f.Message))
	if f.lines != nil && len(f.lines.src) > 0 {
		p.snippet(f)
	}
	if f.Hint != "" {
		p.paint(bold, "help:")
		p.WriteString(" " + visible(f.Hint) + "\n")
	}
}

// snippet writes the line that the finding starts on, with a caret under each
// column of what it marks there.
func (p *printer) snippet(f finding) {
	lineStart := f.lines.starts[f.start.Line-1]
	s := cut(f.lines.Line(f.start.Line), f.Span.Start-lineStart, f.Span.End-lineStart)
	number := strconv.Itoa(f.start.Line)
	p.WriteString(strings.TrimRight("  "+number+" | "+s.text, " ") + "\n")
	p.WriteString("  " + strings.Repeat(" ", len(number)) + " | " + strings.Repeat(" ", s.before))
	p.paint(colorOf(f.Severity), strings.Repeat("^", s.carets))
	p.WriteByte('\n')
}

// totals counts findings, and the files that have them.
type totals struct {
	of    [Error + 1]int // by severity
	files int
	file  string // of the finding counted last
}

// add counts a finding. Those of a file follow each other.
func (t *totals) add(f finding) {
	t.of[f.Severity]++
	if f.Span.File != t.file {
		t.file = f.Span.File
		t.files++
	}
}

func (t *totals) all() int { return t.of[Error] + t.of[Warning] + t.of[Info] }

// summary says how many there are: "3 errors, 1 warning in 2 of 5 files".
func (t *totals) summary(files int) string {
	var parts []string
	for _, s := range []Severity{Error, Warning, Info} {
		if t.of[s] > 0 {
			parts = append(parts, s.count(t.of[s]))
		}
	}
	text := strings.Join(parts, ", ")
	if t.files > 0 {
		text += " in " + countFiles(t.files, files)
	}
	return text + "\n"
}

// count says how many findings there are of a severity. "Info" has no plural.
func (s Severity) count(n int) string {
	if n == 1 || s == Info {
		return fmt.Sprintf("%d %s", n, s)
	}
	return fmt.Sprintf("%d %ss", n, s)
}

// countFiles says how many of all files have findings.
func countFiles(with, all int) string {
	switch {
	case with < all:
		return fmt.Sprintf("%d of %d files", with, all)
	case with == 1:
		return "1 file"
	default:
		return fmt.Sprintf("%d files", with)
	}
}

func colorOf(s Severity) string {
	switch s {
	case Error:
		return boldRed
	case Warning:
		return boldYellow
	default:
		return boldCyan
	}
}
