package main

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"briefnote/diag"
)

// suggest hints at the known word nearest to one that is mistyped, or else
// gives another hint.
func suggest(word string, known []string, otherwise string) string {
	if hint := diag.DidYouMean(word, known); hint != "" {
		return hint
	}
	return otherwise
}

// shown is a path as it is printed: as it is, or quoted if it holds what would
// drive a terminal or break a line.
func shown(path string) string {
	if q := fmt.Sprintf("%q", path); strings.ReplaceAll(q[1:len(q)-1], `\\`, `\`) != path {
		return q
	}
	return path
}

// typed is a path as a user types it in a shell: in quotes where they are needed.
func typed(path string) string {
	plain := strings.IndexFunc(path, func(r rune) bool {
		return r < '0' && !strings.ContainsRune("+,-./", r) || strings.ContainsRune(`;<>?[\]^{|}~`+"`", r)
	}) < 0
	if plain && path != "" {
		return shown(path)
	}
	return fmt.Sprintf("%q", path)
}

// unknownCommand words the error for a mistyped command, which may be a note
// without a command before it.
func unknownCommand(root *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	message := fmt.Sprintf("there is no command %q", args[0])
	if _, err := os.Stat(args[0]); err == nil {
		return usage(message, fmt.Sprintf("to print that note, write: brief render %s", shown(args[0])))
	}
	for meant, words := range otherWords {
		if slices.Contains(words, strings.ToLower(args[0])) {
			return usage(message, fmt.Sprintf("did you mean %q?", "brief "+meant))
		}
	}
	names := commandNames(root)
	return usage(message, suggest(args[0], names, "the commands are "+strings.Join(names, ", ")))
}

// otherWords are what commands are called in other tools.
var otherWords = map[string][]string{
	"render":         {"print", "pdf", "html", "export", "build", "convert", "make"},
	"render --watch": {"watch", "preview"},
	"lint":           {"check", "verify", "test"},
	"lint --fix":     {"fix", "mend", "correct"},
	"new":            {"create", "start", "add", "template"},
	"init":           {"setup", "install"},
	"rules ID":       {"explain", "rule"},
}

func commandNames(root *cobra.Command) []string {
	var names []string
	for _, c := range root.Commands() {
		if !c.Hidden {
			names = append(names, c.Name())
		}
	}
	return names
}

// flagError puts what is wrong with a flag into words.
func (a *app) flagError(cmd *cobra.Command, err error) error {
	if !cmd.HasParent() && !strings.HasPrefix(a.args[0], "-") {
		// The flag is of a command that is not known, and that comes first.
		return unknownCommand(cmd, a.args[:1])
	}
	var unknown *pflag.NotExistError
	var bare *pflag.ValueRequiredError
	var bad *pflag.InvalidValueError
	switch {
	case errors.As(err, &unknown):
		return unknownFlag(cmd, unknown)
	case errors.As(err, &bare):
		_, value := pflag.UnquoteUsage(bare.GetFlag())
		return usage(fmt.Sprintf("--%s needs a value", bare.GetFlag().Name), "its value is the "+value)
	case errors.As(err, &bad):
		// Flags with a value are texts, which are checked where they are used.
		return usage(fmt.Sprintf("--%s takes no value, and here it has %q", bad.GetFlag().Name, bad.GetValue()), "leave the value out")
	default:
		return usage("a flag is not well formed", "write it as --flag or --flag=value, with nothing but letters and - in its name")
	}
}

// unknownFlag words the error for a mistyped flag, which may be a file whose
// name starts with a dash, or a long flag with one dash too few.
func unknownFlag(cmd *cobra.Command, err *pflag.NotExistError) error {
	name, typed := err.GetSpecifiedName(), "--"+err.GetSpecifiedName()
	if short := err.GetSpecifiedShortnames(); short != "" {
		name, typed = short, "-"+short
	}
	message := fmt.Sprintf("there is no flag %q", typed)
	if _, err := os.Stat(typed); err == nil {
		return usage(message, fmt.Sprintf("if you mean the file, write %q", "./"+typed))
	}
	var names []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
	if near, ok := diag.Nearest(name, names); ok && len(name) > 1 {
		return usage(message, fmt.Sprintf("did you mean %q?", "--"+near))
	}
	for _, c := range cmd.Root().Commands() {
		if c.Flags().Lookup(name) != nil {
			return usage(message, fmt.Sprintf("%q is a flag of %q", typed, c.CommandPath()))
		}
	}
	return usage(message, fmt.Sprintf("%q lists the flags", cmd.CommandPath()+" --help"))
}
