package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"briefnote/diag"
	"briefnote/lint"
)

// configs finds and reads the configurations of notes, each once.
type configs struct {
	app    *app
	report *diag.Report
	byDir  map[string]*folderConfig
	broken bool // one of them has errors, which are in the report
}

// folderConfig is the configuration that holds for a folder.
type folderConfig struct {
	*lint.Config
	dir   string          // the folder that it stands in; "" where there is none
	words map[string]bool // of its dictionaries
}

func (a *app) configs(report *diag.Report) *configs {
	return &configs{app: a, report: report, byDir: map[string]*folderConfig{}}
}

// of returns the configuration that holds for a note: the nearest one from its
// folder upwards, or an empty one.
func (c *configs) of(note string) (*folderConfig, error) {
	dir := "."
	if note != stdinName {
		dir = filepath.Dir(note)
	}
	abs, err := filepath.Abs(dir)
	if err != nil {
		return nil, failure("the folder that the command runs in cannot be found", "run it from a folder that exists")
	}
	return c.up(abs)
}

// up looks in a folder and, if there is nothing, in the one above it.
func (c *configs) up(dir string) (*folderConfig, error) {
	if found, known := c.byDir[dir]; known {
		return found, nil
	}
	name := filepath.Join(dir, lint.ConfigName)
	data, err := readFile(name)
	var found *folderConfig
	switch {
	case err == nil:
		if found, err = c.read(dir, name, data); err != nil {
			return nil, err
		}
	case !errors.Is(err, fs.ErrNotExist):
		return nil, pathError(c.app.near(name), err)
	case filepath.Dir(dir) == dir:
		found = &folderConfig{Config: &lint.Config{Glossary: &lint.Glossary{}}}
	default:
		if found, err = c.up(filepath.Dir(dir)); err != nil {
			return nil, err
		}
	}
	c.byDir[dir] = found
	return found, nil
}

// read reads a configuration and its dictionaries.
func (c *configs) read(dir, name string, data []byte) (*folderConfig, error) {
	shownName := c.app.near(name)
	c.report.Sources[shownName] = data
	config, problems := lint.ParseConfig(shownName, data, lint.All())
	f := &folderConfig{Config: config, dir: dir}
	words, missing := dictionaries(dir, config)
	f.words = words
	problems = append(problems, missing...)
	c.report.Diagnostics = append(c.report.Diagnostics, problems...)
	c.broken = c.broken || diag.HasErrors(problems)
	return f, nil
}

// dictionaries reads the files of words that a configuration names. They stand
// in its folder or below it.
func dictionaries(dir string, config *lint.Config) (map[string]bool, []diag.Diagnostic) {
	if len(config.Dictionaries) == 0 {
		return nil, nil
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, nil // the configuration was read from there a moment ago
	}
	defer root.Close() //nolint:errcheck // nothing was written
	words := map[string]bool{}
	var problems []diag.Diagnostic
	for _, d := range config.Dictionaries {
		data, err := fs.ReadFile(root.FS(), filepath.ToSlash(filepath.Clean(d.Value)))
		if err != nil {
			message, hint := fmt.Sprintf("there is no file %q", d.Value), "check the path: it counts from this file's own folder"
			if !errors.Is(err, fs.ErrNotExist) {
				message, hint = fmt.Sprintf("%q cannot be read", d.Value), "name a file in this folder or below it"
			}
			problems = append(problems, diag.Diagnostic{Rule: "bad-value", Severity: diag.Error, Span: d.Span, Path: d.Pointer, Message: message, Hint: hint})
			continue
		}
		for line := range strings.Lines(string(data)) {
			if word := strings.TrimSpace(line); word != "" && word[0] != '#' {
				words[word] = true
			}
		}
	}
	return words, problems
}

// options returns what holds for a note.
func (f *folderConfig) options(note string) *lint.Options {
	o := f.Options(f.below(note))
	o.Words = f.words
	return o
}

// below is a note's path from the configuration's own folder.
func (f *folderConfig) below(note string) string {
	path := filepath.Base(note)
	if abs, err := filepath.Abs(note); err == nil && f.dir != "" {
		if rel, err := filepath.Rel(f.dir, abs); err == nil {
			path = rel
		}
	}
	return filepath.ToSlash(path)
}

// near shortens a path to one from the folder that the command runs in, where
// that is shorter.
func (a *app) near(path string) string {
	if wd, err := os.Getwd(); err == nil {
		if rel, err := filepath.Rel(wd, path); err == nil && len(rel) < len(path) {
			return rel
		}
	}
	return path
}

func (a *app) configCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "config COMMAND",
		Short: "Show the configuration that holds for notes",
		Long: `A configuration is a file called .brief.yaml. It holds for the notes of its folder
and of those below it that have none of their own.`,
		Example: "  brief config show notes/",
		Args:    unknownCommand,
		RunE:    func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(&cobra.Command{
		Use:   "show [PATH]",
		Short: "Print every setting in force, and where it comes from",
		Long: `show prints the settings that hold for a note or a folder, by default the one that
the command runs in, each with the place that it comes from.`,
		Example: `  brief config show
  brief config show notes/encryption.yaml`,
		RunE: func(_ *cobra.Command, args []string) error { return a.configShow(args) },
	})
	return cmd
}

// configShow prints settings, a line each.
func (a *app) configShow(args []string) error {
	if len(args) > 1 {
		return usage("config show takes one path", "name one note or folder")
	}
	note := filepath.Join(".", "note.yaml")
	if len(args) == 1 {
		note = args[0]
		switch info, err := os.Stat(note); {
		case err != nil:
			return pathError(note, err)
		case info.IsDir():
			note = filepath.Join(note, "note.yaml")
		}
	}
	report := &diag.Report{Sources: map[string][]byte{}}
	cs := a.configs(report)
	f, err := cs.of(note)
	if err != nil {
		return err
	}
	if cs.broken {
		if err := a.print(a.err, report, diag.Text); err != nil {
			return err
		}
		return &exit{code: exitUsage}
	}
	var b strings.Builder
	for _, s := range f.Settings(f.below(note), lint.All(), report.Sources[f.File]) {
		fmt.Fprintf(&b, "%-40s %-24s %s\n", s.Key, s.Value, s.Origin)
	}
	return a.say(b.String())
}
