package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"briefnote/lint"
)

func (a *app) rulesCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "rules [RULE]",
		Short: "List the rules of house style, or explain one",
		Long: `rules lists the rules that lint checks, one a line: its id, its name, how grave its
findings are, and what it asks for. With the id or name of a rule it explains that
rule: why it is there, what breaks it and what keeps it, and its settings.`,
		Example: `  brief rules
  brief rules BN013`,
		RunE: func(_ *cobra.Command, args []string) error { return a.rules(args) },
	}
}

func (a *app) rules(args []string) error {
	switch len(args) {
	case 0:
		var b strings.Builder
		for _, r := range lint.All() {
			fmt.Fprintf(&b, "%-6s %-26s %-8s %s\n", r.ID, r.Slug, r.Severity, r.Doc.Title)
		}
		return a.say(b.String())
	case 1:
		r := lint.Find(lint.All(), args[0])
		if r == nil {
			return unknownRule(args[0])
		}
		return a.say(lint.Explain(r))
	}
	return usage("rules explains one rule at a time", `"brief rules" lists them`)
}
