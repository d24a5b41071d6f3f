package lint

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"

	"briefnote/diag"
	"briefnote/internal/strictyaml"
	"briefnote/schema"
)

// A comment "# brief:ignore BN013 reason" leaves out the findings of a rule, or
// of several with commas between them. Behind an entry it holds for that entry:
// its line, or the block that its value is. On a line of its own it holds for
// the entry below, with all that is in it.

// Rules about comments that leave findings out. They cannot be left out.
const (
	ruleIgnoreReason  = "ignore-without-reason"
	ruleIgnoreUnknown = "ignore-unknown-rule"
	ruleIgnoreUnused  = "ignore-unused"
)

const ignoreMark = "brief:ignore"

// ignore is such a comment.
type ignore struct {
	at         diag.Span // of the comment's words
	rules      []*Rule
	start, end int // of the bytes it holds for
	used       bool
}

// Ignores are the comments of a file that leave findings out.
type Ignores struct {
	file     string
	list     []*ignore
	problems []diag.Diagnostic
}

// FindIgnores reads the comments of a file.
func FindIgnores(f *schema.File, rules []*Rule) *Ignores {
	ig := &Ignores{file: f.Name}
	if !bytes.Contains(f.Source, []byte(ignoreMark)) {
		return ig
	}
	var scalars []diag.Span
	var entries []extent
	for _, n := range f.Notes {
		scalars, entries = spans(n.Env().Node, scalars, entries)
	}
	slices.SortFunc(entries, func(a, b extent) int { return cmp.Or(a.start-b.start, b.end-a.end) })
	for at := 0; at < len(f.Source); {
		end := at + len(line(f.Source, at))
		if hash := commentIn(f.Source, at, end, scalars); hash >= 0 {
			ig.read(f, hash, end, at, rules, entries)
		}
		at = end + 1
	}
	return ig
}

// extent is the bytes of an entry: a key with its value, or an item of a list.
type extent struct{ start, end int }

// spans collects the scalars and entries of a tree.
func spans(n *strictyaml.Node, scalars []diag.Span, entries []extent) ([]diag.Span, []extent) {
	if n == nil {
		return scalars, entries
	}
	if n.Kind == strictyaml.Scalar && !n.Null {
		scalars = append(scalars, n.Span)
	}
	for _, p := range n.Pairs {
		entries = append(entries, extent{p.Key.Span.Start, max(p.Key.Span.End, p.Value.Span.End)})
		scalars = append(scalars, p.Key.Span)
		scalars, entries = spans(p.Value, scalars, entries)
	}
	for _, item := range n.Items {
		entries = append(entries, extent{item.Span.Start, item.Span.End})
		scalars, entries = spans(item, scalars, entries)
	}
	return scalars, entries
}

// line returns the line that starts at a byte, without its end.
func line(src []byte, at int) []byte {
	if i := bytes.IndexByte(src[at:], '\n'); i >= 0 {
		return src[at : at+i]
	}
	return src[at:]
}

// commentIn returns where the comment of a line that leaves something out
// starts, or -1. What stands in a text is no comment, but behind a | or > is one.
func commentIn(src []byte, at, end int, scalars []diag.Span) int {
	for from := at; ; {
		i := bytes.IndexByte(src[from:end], '#')
		if i < 0 {
			return -1
		}
		hash := from + i
		from = hash + 1
		words := bytes.TrimLeft(src[from:end], " \t")
		if !bytes.HasPrefix(words, []byte(ignoreMark)) || hash > at && src[hash-1] != ' ' && src[hash-1] != '\t' {
			continue
		}
		inText := slices.ContainsFunc(scalars, func(s diag.Span) bool {
			block := src[s.Start] == '|' || src[s.Start] == '>'
			return hash >= s.Start && hash < s.End && !(block && bytes.IndexByte(src[s.Start:hash], '\n') < 0)
		})
		if !inText {
			return hash
		}
	}
}

// read reads the comment that starts at hash, on the line [at, end).
func (ig *Ignores) read(f *schema.File, hash, end, at int, rules []*Rule, entries []extent) {
	words := strings.TrimRight(string(f.Source[hash:end]), " \t\r")
	c := &ignore{at: diag.Span{File: f.Name, Start: hash, End: hash + len(words)}}
	_, rest, _ := strings.Cut(words, ignoreMark)
	names, reason, _ := strings.Cut(strings.TrimSpace(strings.TrimLeft(rest, ":")), " ")
	for name := range strings.SplitSeq(names, ",") {
		if r := Find(rules, name); r != nil {
			c.rules = append(c.rules, r)
		} else {
			ig.problem(ruleIgnoreUnknown, diag.Error, c.at, fmt.Sprintf("there is no rule %q", name), nearRule(name, rules))
		}
	}
	if strings.TrimSpace(reason) == "" {
		ig.problem(ruleIgnoreReason, diag.Error, c.at, "this comment gives no reason", "write why after the rule: # brief:ignore BN013 the section is still to come")
		return
	}
	c.start, c.end = hash, hash
	own := len(bytes.TrimSpace(f.Source[at:hash])) == 0
	for _, e := range entries {
		switch {
		case own && e.start > hash:
			// The entry below: the outermost that starts there, which comes first.
			c.start, c.end = e.start, e.end
		case !own && e.start >= at && e.start < hash:
			c.start, c.end = min(c.start, at), max(c.end, e.end)
			continue
		default:
			continue
		}
		break
	}
	ig.list = append(ig.list, c)
}

func (ig *Ignores) problem(rule string, severity diag.Severity, at diag.Span, message, hint string) {
	ig.problems = append(ig.problems, diag.Diagnostic{Rule: rule, Severity: severity, Span: at, Message: message, Hint: hint})
}

// Filter leaves out the findings that the comments are about.
func (ig *Ignores) Filter(ds []diag.Diagnostic) []diag.Diagnostic {
	if len(ig.list) == 0 {
		return ds
	}
	kept := ds[:0]
	for _, d := range ds {
		if d.Span.File != ig.file || !ig.covers(d) {
			kept = append(kept, d)
		}
	}
	return kept
}

func (ig *Ignores) covers(d diag.Diagnostic) bool {
	for _, c := range ig.list {
		if d.Span.Start < c.start || d.Span.Start > c.end {
			continue
		}
		if slices.ContainsFunc(c.rules, func(r *Rule) bool { return r.ID == d.ID }) {
			c.used = true
			return true
		}
	}
	return false
}

// Problems returns what is wrong with the comments, once all findings of the
// file have been filtered: one that left nothing out has served its time. off
// reports the rules that were not run, and of which nothing can be said.
func (ig *Ignores) Problems(off func(*Rule) bool) []diag.Diagnostic {
	for _, c := range ig.list {
		if !c.used && len(c.rules) > 0 && !slices.ContainsFunc(c.rules, off) {
			ig.problem(ruleIgnoreUnused, diag.Warning, c.at, "this comment leaves no finding out", "delete it")
		}
	}
	return ig.problems
}
