package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
	"golang.org/x/term"

	"briefnote/diag"
)

// version is what the tool calls itself in --version and in reports.
const version = "0.1.0"

// Exit codes, as users' scripts rely on them.
const (
	exitClean    = 0
	exitFindings = 1
	exitUsage    = 2 // also: a path that cannot be used, or no note found
	exitFailure  = 3 // the tool failed: I/O, internal
)

// streams is everything outside the process that a command may touch, but
// for the files it is named.
type streams struct {
	in       io.Reader
	out, err io.Writer
	env      func(string) string
	terminal bool // out is a terminal
}

// system returns the process's own streams.
func system() *streams {
	return &streams{
		in: os.Stdin, out: os.Stdout, err: os.Stderr, env: os.Getenv,
		terminal: term.IsTerminal(int(os.Stdout.Fd())),
	}
}

// app is one run of the command.
type app struct {
	*streams
	color string
	quiet bool
}

// exit is an error that carries its exit code. Without a message, everything
// has been said already.
type exit struct {
	code    int
	message string
	hint    string
}

func (e *exit) Error() string { return e.message }

func usage(message, hint string) error   { return &exit{exitUsage, message, hint} }
func failure(message, hint string) error { return &exit{exitFailure, message, hint} }

// run runs the command and returns its exit code.
func run(args []string, s *streams) (code int) {
	a := &app{streams: s}
	defer func() {
		if p := recover(); p != nil {
			fmt.Fprintf(s.err, "brief: internal fault: %v\nhelp: this is a fault of the tool; please report it with the note that caused it\n", p)
			code = exitFailure
		}
	}()
	root := a.root()
	root.SetArgs(args)
	root.SetIn(s.in)
	root.SetOut(s.out)
	root.SetErr(s.err)
	return a.conclude(root.Execute())
}

// conclude prints an error and returns the exit code that it means.
func (a *app) conclude(err error) int {
	if err == nil {
		return exitClean
	}
	var e *exit
	if !errors.As(err, &e) {
		e = &exit{exitUsage, err.Error(), `"brief --help" lists the commands`}
	}
	if e.message != "" {
		fmt.Fprintf(a.err, "brief: %s\n", e.message)
		if e.hint != "" {
			fmt.Fprintf(a.err, "help: %s\n", e.hint)
		}
	}
	return e.code
}

// root builds the command tree.
func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "brief",
		Short: "Write briefing notes as text, check them, and print them in house style",
		Long: `brief turns briefing notes written as YAML into PDF, HTML and plain text in a
department's house style. It works offline and changes no note.`,
		Example: `  brief validate notes/
  brief render --to pdf,html notes/encryption.yaml`,
		Version:       version,
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          unknownCommand,
		RunE:          func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.SetVersionTemplate("brief {{.Version}}\n")
	root.SetFlagErrorFunc(flagError)
	flags := root.PersistentFlags()
	flags.StringVar(&a.color, "color", "auto", "colour the output: auto, always or never")
	flags.BoolVarP(&a.quiet, "quiet", "q", false, "print findings and failures only")
	root.PersistentPreRunE = func(*cobra.Command, []string) error {
		switch a.color {
		case "auto", "always", "never":
			return nil
		}
		return usage(fmt.Sprintf("--color cannot be %q", a.color), "write --color auto, always or never")
	}
	root.AddCommand(a.validateCommand(), a.renderCommand())
	return root
}

// unknownCommand words the error for a mistyped command.
func unknownCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	var names []string
	for _, c := range cmd.Commands() {
		if c.IsAvailableCommand() {
			names = append(names, c.Name())
		}
	}
	hint := diag.DidYouMean(args[0], names)
	if hint == "" {
		hint = "the commands are " + strings.Join(names, ", ")
	}
	return usage(fmt.Sprintf("there is no command %q", args[0]), hint)
}

// flagError words the error for a mistyped flag or a flag without its value.
func flagError(cmd *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	if !errors.As(err, &unknown) {
		return usage(err.Error(), fmt.Sprintf("%q shows how it is used", cmd.CommandPath()+" --help"))
	}
	var names []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
	name := unknown.GetSpecifiedName()
	hint := fmt.Sprintf("%q lists the flags", cmd.CommandPath()+" --help")
	if near, ok := diag.Nearest(name, names); ok && len(name) > 1 {
		hint = fmt.Sprintf("did you mean %q?", "--"+near)
	}
	dashes := "--"
	if len(name) == 1 {
		dashes = "-"
	}
	return usage(fmt.Sprintf("there is no flag %q", dashes+name), hint)
}

// colored reports whether a stream's output is to be coloured (no-color.org).
func (a *app) colored() bool {
	switch a.color {
	case "always":
		return true
	case "never":
		return false
	}
	return a.terminal && a.env("NO_COLOR") == "" && a.env("TERM") != "dumb"
}
