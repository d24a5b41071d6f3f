package main

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

func (a *app) manCommand() *cobra.Command {
	var out string
	cmd := &cobra.Command{
		Use:   "man [COMMAND]",
		Short: "Write the manual pages",
		Long: `man writes a page of the manual to standard output, in the form that the program
"man" reads: that of brief, or of one of its commands. With -o it writes the pages of
all of them into a folder.`,
		Example: `  brief man render | man -l -
  brief man -o ~/.local/share/man/man1`,
		DisableFlagsInUseLine: true,
		RunE:                  func(cmd *cobra.Command, args []string) error { return a.man(cmd.Root(), args, out) },
	}
	cmd.Flags().StringVarP(&out, "out", "o", "", "`folder` to write all pages to")
	return cmd
}

// man writes one page, or all.
func (a *app) man(root *cobra.Command, args []string, out string) error {
	switch {
	case out != "" && len(args) > 0:
		return usage("man writes one page, or all of them with -o", "leave the command out")
	case out != "":
		return a.manAll(root, out)
	case len(args) > 1:
		return usage("man writes the page of one command", `"brief help" lists the commands`)
	case len(args) == 0:
		return a.say(manPage(root))
	}
	for _, c := range root.Commands() {
		if c.Name() == args[0] {
			return a.say(manPage(c))
		}
	}
	return unknownCommand(root, args)
}

// manAll writes the pages of all commands into a folder.
func (a *app) manAll(root *cobra.Command, dir string) error {
	if err := makeFolder(dir); err != nil {
		return err
	}
	var outputs []output
	for _, c := range append([]*cobra.Command{root}, root.Commands()...) {
		outputs = append(outputs, output{filepath.Join(dir, manName(c)+".1"), []byte(manPage(c))})
	}
	if err := a.disk.writeAll(outputs); err != nil || a.quiet {
		return err
	}
	var names strings.Builder
	for _, o := range outputs {
		names.WriteString(a.named(o.path) + "\n")
	}
	return a.say(names.String())
}

// manName is what a command's page is called: brief-render.
func manName(cmd *cobra.Command) string { return strings.ReplaceAll(cmd.CommandPath(), " ", "-") }

// manPage is the page of a command in the language of man (groff_man(7)). It
// bears no date, so that it is the same whenever it is made.
func manPage(cmd *cobra.Command) string {
	var b strings.Builder
	name := manName(cmd)
	fmt.Fprintf(&b, ".TH %q 1 \"\" \"brief %s\" \"Briefing notes\"\n", strings.ToUpper(name), version)
	fmt.Fprintf(&b, ".SH NAME\n%s \\- %s\n", roff(name), roff(cmd.Short))
	fmt.Fprintf(&b, ".SH SYNOPSIS\n.B %s\n", roff(cmd.UseLine()))
	b.WriteString(".SH DESCRIPTION\n")
	for line := range strings.Lines(cmd.Long) {
		b.WriteString(roff(line))
	}
	b.WriteByte('\n')
	for _, c := range cmd.Commands() {
		if !c.Hidden {
			fmt.Fprintf(&b, ".TP\n.B %s\n%s\n", roff(c.Name()), roff(c.Short))
		}
	}
	b.WriteString(".SH OPTIONS\n")
	manFlags(&b, cmd.NonInheritedFlags())
	manFlags(&b, cmd.InheritedFlags())
	fmt.Fprintf(&b, ".SH EXAMPLES\n.nf\n%s\n.fi\n", roff(cmd.Example))
	b.WriteString(manExit)
	if cmd.HasParent() {
		fmt.Fprintf(&b, ".SH SEE ALSO\n.BR %s (1)\n", roff(manName(cmd.Parent())))
	}
	return b.String()
}

// manExit is what every page says of the exit status.
const manExit = `.SH EXIT STATUS
.TP
.B 0
All is well.
.TP
.B 1
There are findings.
.TP
.B 2
There is a mistake on the command line or in the configuration, or no note was found.
.TP
.B 3
The tool failed.
`

// manFlags writes what the flags of a command are for.
func manFlags(b *strings.Builder, flags *pflag.FlagSet) {
	flags.VisitAll(func(f *pflag.Flag) {
		if f.Hidden {
			return
		}
		value, usage := pflag.UnquoteUsage(f)
		name := "--" + f.Name
		if f.Shorthand != "" {
			name = "-" + f.Shorthand + ", " + name
		}
		fmt.Fprintf(b, ".TP\n\\fB%s\\fR", roff(name))
		if value != "" {
			fmt.Fprintf(b, " \\fI%s\\fR", roff(value))
		}
		fmt.Fprintf(b, "\n%s", roff(usage))
		if f.DefValue != "" && f.DefValue != "false" && f.DefValue != "[]" {
			fmt.Fprintf(b, " (%s)", roff(f.DefValue))
		}
		b.WriteByte('\n')
	})
}

// roff writes text so that it stays as it is: no line of it is a command.
func roff(text string) string {
	text = strings.NewReplacer(`\`, `\e`, "-", `\-`, "'", `\(aq`, "\n.", "\n\\&.").Replace(text)
	if strings.HasPrefix(text, ".") {
		text = `\&` + text
	}
	return text
}
