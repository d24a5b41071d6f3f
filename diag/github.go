package diag

import (
	"bufio"
	"fmt"
	"path/filepath"
	"strings"
)

// github prints the report as workflow commands of GitHub Actions, one a line.
func (r *Report) github(b *bufio.Writer) {
	for f := range r.findings() {
		fmt.Fprintf(b, "::%s ", githubCommand(f.Severity))
		if f.Span.File != "" {
			fmt.Fprintf(b, "file=%s,", githubProperty(filepath.ToSlash(f.Span.File)))
		}
		if f.lines != nil {
			fmt.Fprintf(b, "line=%d,endLine=%d,col=%d,endColumn=%d,",
				f.start.Line, f.end.Line, f.start.Column, f.end.Column)
		}
		fmt.Fprintf(b, "title=%s::%s\n", githubProperty(f.Rule), githubEscape(f.advice()))
	}
}

func githubCommand(s Severity) string {
	if s == Info {
		return "notice"
	}
	return s.String()
}

// githubEscape makes s fit for the message of a workflow command, which ends
// with its line. Other control characters would drive the log that shows it.
func githubEscape(s string) string {
	return visible(strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A").Replace(s))
}

// githubProperty makes s fit for a property, which colons and commas end.
func githubProperty(s string) string {
	return strings.NewReplacer(":", "%3A", ",", "%2C").Replace(githubEscape(s))
}
