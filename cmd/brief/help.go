package main

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
)

// help returns what a command is for and how it is used.
func help(cmd *cobra.Command) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n\nUsage:\n  %s\n", cmd.Long, cmd.UseLine())
	if cmd.HasAvailableSubCommands() {
		b.WriteString("\nCommands:\n")
		for _, c := range cmd.Commands() {
			if !c.Hidden {
				fmt.Fprintf(&b, "  %-12s%s\n", c.Name(), c.Short)
			}
		}
	}
	fmt.Fprintf(&b, "\nExamples:\n%s\n", cmd.Example)
	if own := cmd.LocalFlags(); own.HasAvailableFlags() {
		b.WriteString("\nFlags:\n" + own.FlagUsages())
	}
	if shared := cmd.InheritedFlags(); shared.HasAvailableFlags() {
		b.WriteString("\nFlags of every command:\n" + shared.FlagUsages())
	}
	if cmd.HasAvailableSubCommands() {
		b.WriteString("\n\"brief COMMAND --help\" says more about a command.\n")
	}
	return b.String()
}

// helpCommand stands in for the library's own, which answers a mistyped
// command with success.
func (a *app) helpCommand() *cobra.Command {
	return &cobra.Command{
		Use:                   "help [COMMAND]",
		Short:                 "Show how a command is used",
		Long:                  "help shows what a command does and how it is used.",
		Example:               "  brief help render",
		DisableFlagsInUseLine: true,
		RunE: func(cmd *cobra.Command, args []string) error {
			switch len(args) {
			case 0:
				return cmd.Root().Help()
			case 1:
				for _, c := range cmd.Root().Commands() {
					if c.Name() == args[0] {
						return c.Help()
					}
				}
				return unknownCommand(cmd.Root(), args)
			default:
				return usage("help takes one command", `"brief help" lists the commands`)
			}
		},
	}
}

// shells are those that completion knows.
func shells() []string { return []string{"bash", "zsh", "fish", "powershell"} }

func (a *app) completionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "completion SHELL",
		Short: "Write a script that lets a shell complete commands and flags",
		Long: `completion writes a script to standard output. A shell that has read it completes
the commands and flags of brief at a press of the tab key.
A SHELL is bash, zsh, fish or powershell.`,
		Example: `  source <(brief completion bash)
  brief completion fish > ~/.config/fish/completions/brief.fish`,
		DisableFlagsInUseLine: true,
		RunE:                  func(cmd *cobra.Command, args []string) error { return a.completion(cmd.Root(), args) },
	}
}

// bashAlone stands in for the two functions of the package bash-completion that
// the script needs, on machines that lack the package: one says which words the
// line has up to the cursor, the other which files have some extensions.
const bashAlone = `if ! declare -F _get_comp_words_by_ref >/dev/null 2>&1; then
_get_comp_words_by_ref()
{
    local line=${COMP_LINE:0:COMP_POINT}
    read -ra words <<< "$line"
    if [[ $line == *[[:blank:]] ]]; then
        words+=("")
    fi
    cword=$((${#words[@]} - 1))
    cur=${words[cword]}
    prev=${words[cword - 1]}
}
fi
if ! declare -F _filedir >/dev/null 2>&1; then
_filedir()
{
    local file
    COMPREPLY=()
    while IFS= read -r file; do
        if [[ -d $file ]]; then
            COMPREPLY+=("$file/")
        elif [[ $1 != -d && ( -z $1 || $file == *.@($1) ) ]]; then
            COMPREPLY+=("$file")
        fi
    done < <(compgen -f -- "$cur")
}
fi

`

// completion writes the script of a shell.
func (a *app) completion(root *cobra.Command, args []string) error {
	const known = "the shells are bash, zsh, fish and powershell"
	if len(args) != 1 {
		return usage("completion takes the name of one shell", known)
	}
	var script bytes.Buffer
	var err error
	switch args[0] {
	case "bash":
		script.WriteString(bashAlone)
		err = root.GenBashCompletionV2(&script, true)
	case "zsh":
		err = root.GenZshCompletion(&script)
	case "fish":
		err = root.GenFishCompletion(&script, true)
	case "powershell":
		err = root.GenPowerShellCompletionWithDesc(&script)
	default:
		return usage(fmt.Sprintf("there is no completion for the shell %q", args[0]), suggest(args[0], shells(), known))
	}
	if err != nil {
		return failure("the script cannot be made", "this is a fault of the tool; please report it")
	}
	return a.say(script.String())
}
