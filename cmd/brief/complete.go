package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"briefnote/lint"
	"briefnote/render"
	"briefnote/schema"
)

// completes makes the commands know their values, for a shell that asks. Only
// then: nobody else need wait for it.
func completes(root *cobra.Command) {
	values := map[string]func() []string{
		"to":      render.FormatNames,
		"style":   render.StyleNames,
		"format":  forms,
		"rules":   ruleNames,
		"profile": func() []string { return []string{string(lint.ProfileDraft), string(lint.ProfileReleased)} },
		"fail-on": func() []string { return []string{"error", "warning", "info"} },
		"lang":    languages,
		"color":   colors,
		"jobs":    func() []string { return []string{autoJobs} },
	}
	lists := []string{"to", "rules"} // with commas between their values
	for _, cmd := range append(root.Commands(), root) {
		for flag, of := range values {
			if cmd.Flags().Lookup(flag) == nil && cmd.PersistentFlags().Lookup(flag) == nil {
				continue
			}
			several := slices.Contains(lists, flag)
			// The one error is that the flag has values already.
			_ = cmd.RegisterFlagCompletionFunc(flag, func(_ *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
				return offered(of(), typed, several)
			})
		}
		cmd.ValidArgsFunction = argumentsOf(cmd)
		cmd.Flags().VisitAll(func(f *pflag.Flag) { _, f.Usage = pflag.UnquoteUsage(f) }) // shells show it as it is
	}
}

// offered are the values that go on from what is typed. Of a list, the last is
// still being typed.
func offered(values []string, typed string, several bool) ([]string, cobra.ShellCompDirective) {
	before, directive := "", cobra.ShellCompDirectiveNoFileComp
	if several {
		before = typed[:strings.LastIndexByte(typed, ',')+1]
		directive |= cobra.ShellCompDirectiveNoSpace
	}
	given := strings.Split(before, ",")
	var out []string
	for _, v := range values {
		name, _, _ := strings.Cut(v, "\t")
		if strings.HasPrefix(before+name, typed) && !slices.Contains(given, name) {
			out = append(out, before+v)
		}
	}
	return out, directive
}

// ruleNames are the rules by name and by id, each with what it asks for.
func ruleNames() []string {
	var names, ids []string
	for _, r := range lint.All() {
		names = append(names, r.Slug+"\t"+r.Doc.Title)
		ids = append(ids, r.ID+"\t"+r.Doc.Title)
	}
	return append(names, ids...)
}

// argumentsOf says what a command takes after its name.
func argumentsOf(cmd *cobra.Command) cobra.CompletionFunc {
	switch cmd.Name() {
	case "brief", "config", "version":
		return cobra.NoFileCompletions
	case "rules":
		return first(ruleNames)
	case "schema":
		return first(kindsWithDocs)
	case "completion":
		return first(shells)
	case "help", "man":
		return first(func() []string { return commandNames(cmd.Root()) })
	case "new":
		kinds := first(kindsWithDocs)
		return func(cmd *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
			if len(args) == 1 {
				return nil, cobra.ShellCompDirectiveDefault
			}
			return kinds(cmd, args, typed)
		}
	case "init":
		return func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return nil, cobra.ShellCompDirectiveFilterDirs
		}
	}
	return func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return []string{"yaml", "yml"}, cobra.ShellCompDirectiveFilterFileExt
	}
}

// first offers values for the first argument, and none for a second.
func first(values func() []string) cobra.CompletionFunc {
	return func(_ *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
		if len(args) > 0 {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		return offered(values(), typed, false)
	}
}

// kindsWithDocs are the kinds of notes, each with what it is for.
func kindsWithDocs() []string {
	var out []string
	for _, k := range schema.Kinds() {
		out = append(out, k.Name+"\t"+k.Doc)
	}
	return out
}
