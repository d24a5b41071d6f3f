// Package diag holds findings about note files and prints them.
//
// A [Diagnostic] is data: a place in a file, a rule, a sentence for the
// author. Every check of the project reports them; an error value means that
// the tool itself failed. Positions are byte spans of the file as it stands on
// disk; lines, columns and carets are derived only when a [Report] is printed.
package diag

import (
	"cmp"
	"slices"
)

// Severity says how much a finding weighs.
type Severity uint8

// The severities, from the lightest to the gravest.
const (
	Info Severity = iota
	Warning
	Error
)

// String returns the severity's name as every output format writes it.
func (s Severity) String() string {
	switch s {
	case Error:
		return "error"
	case Warning:
		return "warning"
	default:
		return "info"
	}
}

// Span is a piece of a file: the half-open range of byte offsets
// [Start, End), counted from 0 in the file as read, byte-order mark included.
type Span struct {
	File       string
	Start, End int
}

// IsZero reports whether the span names no place at all.
func (s Span) IsZero() bool { return s == Span{} }

// Diagnostic is one finding, ready for any printer.
type Diagnostic struct {
	Rule     string // stable slug, e.g. "unknown-field"
	ID       string // lint rules only, e.g. "BN013"
	Severity Severity
	Span     Span
	Message  string // one sentence without a full stop: what is wrong
	Hint     string // what to do about it; may be empty
	Path     string // JSON pointer of the value, e.g. "/key_messages/0/points/1"
	Fix      []Edit // the edits that together mend it; none if no edit is surely right
}

// Edit puts text in the place of a span of the file.
type Edit struct {
	Span Span
	Text string
}

// Sort orders findings by file, position, rule and then all else, and drops
// exact repeats. The order does not depend on the order of ds.
func Sort(ds []Diagnostic) []Diagnostic {
	slices.SortStableFunc(ds, func(a, b Diagnostic) int {
		return cmp.Or(
			cmp.Compare(a.Span.File, b.Span.File),
			cmp.Compare(a.Span.Start, b.Span.Start),
			cmp.Compare(a.Span.End, b.Span.End),
			cmp.Compare(a.Rule, b.Rule),
			cmp.Compare(a.Message, b.Message),
			cmp.Compare(a.Path, b.Path),
			cmp.Compare(a.ID, b.ID),
			cmp.Compare(a.Hint, b.Hint),
			cmp.Compare(b.Severity, a.Severity),
		)
	})
	return slices.CompactFunc(ds, Diagnostic.equal)
}

// equal reports whether two findings are the same in everything.
func (d Diagnostic) equal(o Diagnostic) bool {
	return d.Span == o.Span && d.Severity == o.Severity && d.Rule == o.Rule && d.ID == o.ID && d.Message == o.Message &&
		d.Hint == o.Hint && d.Path == o.Path && slices.Equal(d.Fix, o.Fix)
}

// HasErrors reports whether any finding is an error.
func HasErrors(ds []Diagnostic) bool {
	return slices.ContainsFunc(ds, func(d Diagnostic) bool { return d.Severity == Error })
}
