package diag

import (
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
func (r *Report) text(opts Options) []byte {
	p := printer{color: opts.Color, links: opts.Links}
	found := r.findings()
	for _, f := range found {
		p.finding(f)
		p.WriteByte('\n')
	}
	if len(found) > 0 {
		p.summary(found, r.Files)
	}
	return p.Bytes()
}

// printer gathers the text of a report.
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

// summary counts the findings, and the files that have them: "3 errors,
// 1 warning in 2 of 5 files".
func (p *printer) summary(found []finding, files int) {
	counts, with := map[Severity]int{}, map[string]bool{}
	for _, f := range found {
		counts[f.Severity]++
		if f.Span.File != "" {
			with[f.Span.File] = true
		}
	}
	var parts []string
	for _, s := range []Severity{Error, Warning, Info} {
		if counts[s] > 0 {
			parts = append(parts, s.count(counts[s]))
		}
	}
	p.WriteString(strings.Join(parts, ", "))
	if len(with) > 0 {
		p.WriteString(" in " + countFiles(len(with), files))
	}
	p.WriteByte('\n')
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
