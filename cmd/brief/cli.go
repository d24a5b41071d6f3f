package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"briefnote/diag"
)

// version is what the tool calls itself in --version and in reports.
const version = "0.1.0"

// Exit codes, as users' scripts rely on them. Of several that apply to a run,
// the highest holds.
const (
	exitClean       = 0
	exitFindings    = 1
	exitUsage       = 2   // also: a path that cannot be used, or no note found
	exitFailure     = 3   // the tool failed: I/O, internal
	exitInterrupted = 130 // as shells report a command ended by SIGINT
)

// stream is a place for output.
type stream struct {
	io.Writer
	terminal bool // somebody looks at it
}

// streams is everything outside the process that a command may touch, but
// for reading the files it is named.
type streams struct {
	in       io.Reader
	out, err stream
	env      func(string) string
	disk     disk
	hold     func() (interrupted <-chan os.Signal, release func())
	raise    func(os.Signal)
	beats    func() (c <-chan time.Time, stop func())

	watchFolders func() (*watcher, error)
}

// system returns the process's own streams.
func system() *streams {
	return &streams{
		in:   os.Stdin,
		out:  stream{os.Stdout, term.IsTerminal(int(os.Stdout.Fd()))},
		err:  stream{os.Stderr, term.IsTerminal(int(os.Stderr.Fd()))},
		env:  os.Getenv,
		disk: disk{create: createFile, rename: os.Rename},
		hold: holdSignals, raise: raiseSignal, beats: beats,
		watchFolders: watchFolders,
	}
}

// app is one run of the command.
type app struct {
	*streams
	args  []string
	color string
	quiet bool
	line  progress // what standard error shows for a while, if it is a terminal
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

// faultHint follows the message of an error that no user can mend.
const faultHint = "this is a fault of the tool; please report it with the note that caused it"

// run runs the command and returns its exit code.
func run(args []string, s *streams) int {
	a := &app{streams: s, args: args}
	a.makeRoom(0)
	return a.complain(guarded("brief stopped half-way", func() error {
		var helped error // the library takes no error from help
		root := a.root()
		root.SetHelpFunc(func(cmd *cobra.Command, _ []string) { helped = a.say(help(cmd)) })
		root.SetArgs(args)
		if err := root.Execute(); err != nil {
			return err
		}
		return helped
	}))
}

// guarded runs f. A panic is a fault of the tool, and becomes an error with a
// message instead of a stack trace.
func guarded(message string, f func() error) (err error) {
	defer func() {
		if recover() != nil {
			err = failure(message, faultHint)
		}
	}()
	return f()
}

// complain prints an error and returns the exit code that it means.
func (a *app) complain(err error) int {
	if err == nil {
		return exitClean
	}
	var e *exit
	if !errors.As(err, &e) {
		// Nothing but a mistake on the command line comes without a code, and
		// words.go has words for those it knows.
		e = &exit{exitUsage, "this command line cannot be understood", `"brief --help" shows how the commands are used`}
	}
	if e.message != "" {
		a.line.yield(a.err)
		fmt.Fprintf(a.err, "brief: %s\n", e.message)
		if e.hint != "" {
			fmt.Fprintf(a.err, "help: %s\n", e.hint)
		}
	}
	return e.code
}

// say prints a result to standard output.
func (a *app) say(text string) error {
	a.line.yield(a.out)
	if _, err := io.WriteString(a.out, text); err != nil {
		return failure("standard output cannot be written", "check where it is sent, and that the disk is not full")
	}
	return nil
}

// print writes a report of findings.
func (a *app) print(w stream, report *diag.Report, form diag.Format) error {
	a.line.yield(w)
	if err := report.Write(w, form, diag.Options{Color: a.colored(w), Version: version, Links: a.links(w)}); err != nil {
		return failure("the findings cannot be written", "check where they are sent, and that the disk is not full")
	}
	return nil
}

// root builds the command tree.
func (a *app) root() *cobra.Command {
	var showVersion bool
	root := &cobra.Command{
		Use:   "brief COMMAND [flags] PATH...",
		Short: "Write briefing notes as text, check them, and print them in house style",
		Long: `brief turns briefing notes written as YAML into PDF, HTML, DOCX and plain text in
a department's house style, and checks them for what house style asks. It works offline,
and changes a note only when "fmt" or "lint --fix" is asked to.`,
		Example: `  brief validate notes/
  brief render --to pdf,html notes/encryption.yaml`,
		SilenceErrors:     true,
		SilenceUsage:      true,
		CompletionOptions: cobra.CompletionOptions{DisableDefaultCmd: true},
		Args:              unknownCommand,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if showVersion {
				return a.say("brief " + version + "\n")
			}
			return cmd.Help()
		},
	}
	root.SetFlagErrorFunc(a.flagError)
	root.PersistentPreRunE = func(*cobra.Command, []string) error { return a.checkColor() }
	root.Flags().BoolVar(&showVersion, "version", false, "print the version")
	flags := root.PersistentFlags()
	flags.StringVar(&a.color, "color", "auto", "`when` to colour the output (auto, always or never)")
	flags.BoolVarP(&a.quiet, "quiet", "q", false, "print findings and failures only")
	flags.BoolP("help", "h", false, "show this help")
	helpCommand := a.helpCommand()
	root.SetHelpCommand(helpCommand)
	root.AddCommand(a.validateCommand(), a.fmtCommand(), a.lintCommand(), a.rulesCommand(), a.configCommand(), a.renderCommand(), a.schemaCommand(), a.newCommand(), a.initCommand(), helpCommand, a.completionCommand(), a.manCommand(), a.versionCommand())
	if len(a.args) > 0 && strings.HasPrefix(a.args[0], cobra.ShellCompRequestCmd) {
		completes(root)
	}
	return root
}

// versionCommand says what --version says, for those who look for a command.
func (a *app) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "version",
		Short:   "Print the version",
		Long:    "version prints the version of brief, as --version does.",
		Example: "  brief version",
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usage("version takes nothing after it", `write "brief version"`)
			}
			return a.say("brief " + version + "\n")
		},
	}
}

// colors are the values of --color.
func colors() []string { return []string{"auto", "always", "never"} }

func (a *app) checkColor() error {
	for _, c := range colors() {
		if a.color == c {
			return nil
		}
	}
	return usage(fmt.Sprintf("--color cannot be %q", a.color), suggest(a.color, colors(), "write --color auto, always or never"))
}

// colored reports whether what is written to a stream is to be coloured. What
// the command line asks for comes before NO_COLOR (no-color.org).
func (a *app) colored(w stream) bool {
	switch a.color {
	case "always":
		return true
	case "never":
		return false
	}
	return w.terminal && a.env("NO_COLOR") == "" && a.env("TERM") != "dumb"
}
