package lint

import (
	"fmt"
	"strings"
)

// Explain says in plain text all that there is to know of a rule.
func Explain(r *Rule) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s (%s)\n%s\n\n%s\n", r.ID, r.Slug, r.Severity, r.Doc.Title, r.Doc.Why)
	fmt.Fprintf(&b, "\nHolds for: %s\n", r.scope())
	fmt.Fprintf(&b, "\nNot so:\n%s\n\nBut so:\n%s\n", indented(r.Doc.Bad), indented(r.Doc.Good))
	if len(r.Options) > 0 {
		b.WriteString("\nSettings:\n")
		for _, o := range r.Options {
			fmt.Fprintf(&b, "  %s: %s  (%s)\n", o.Key, shownValue(o.Default), o.Doc)
		}
	}
	fmt.Fprintf(&b, "\nSource: %s\n", r.Doc.Source)
	return b.String()
}

// scope says in words what notes a rule looks at.
func (r *Rule) scope() string {
	who := "all notes"
	if len(r.Kinds) > 0 {
		who = "notes of kind " + strings.Join(r.Kinds, ", ")
	}
	switch {
	case len(r.Langs) == 1 && r.Langs[0] == "en":
		who += " in English"
	case len(r.Langs) == 1:
		who += " in French"
	}
	switch r.From {
	case InReview:
		who += ", once they are in review"
	case Approved:
		who += ", once they are approved"
	}
	if r.Released == ReleasedOff {
		return who + "; not for released ones"
	}
	return who
}

// indented sets lines off from the margin.
func indented(s string) string {
	lines := strings.Split(strings.TrimRight(s, "\n"), "\n")
	for i, l := range lines {
		if l != "" {
			lines[i] = "    " + l
		}
	}
	return strings.Join(lines, "\n")
}

// Page is the page of documentation of all rules, in Markdown.
func Page(rules []*Rule) string {
	var b strings.Builder
	b.WriteString("# Rules of house style\n\nMade from the rules' own records; `brief rules` prints the same.\n\n")
	b.WriteString("| Rule | Name | Severity | Asks for |\n|---|---|---|---|\n")
	for _, r := range rules {
		fmt.Fprintf(&b, "| [%s](#%s-%s) | `%s` | %s | %s |\n", r.ID, strings.ToLower(r.ID), r.Slug, r.Slug, r.Severity, pipes(r.Doc.Title))
	}
	for _, r := range rules {
		fmt.Fprintf(&b, "\n## %s %s\n\n**%s** (%s). %s\n\nHolds for %s.\n", r.ID, r.Slug, r.Doc.Title, r.Severity, r.Doc.Why, r.scope())
		fmt.Fprintf(&b, "\nNot so:\n\n```yaml\n%s\n```\n\nBut so:\n\n```yaml\n%s\n```\n", r.Doc.Bad, r.Doc.Good)
		if len(r.Options) > 0 {
			b.WriteString("\n| Setting | Default | What it does |\n|---|---|---|\n")
			for _, o := range r.Options {
				fmt.Fprintf(&b, "| `%s` | `%s` | %s |\n", o.Key, shownValue(o.Default), pipes(o.Doc))
			}
		}
		fmt.Fprintf(&b, "\nSource: %s\n", r.Doc.Source)
	}
	return b.String()
}

// pipes escapes what would end a cell.
func pipes(s string) string { return strings.ReplaceAll(s, "|", `\|`) }
