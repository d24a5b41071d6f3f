package main

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"briefnote/lint"
	"briefnote/schema"
	"briefnote/templates"
)

func (a *app) initCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "init [DIR]",
		Short: "Prepare a folder for notes: settings, editor help, checks and an example",
		Long: `init writes into a folder what makes work with notes easier: a configuration, the
settings of editors with the schema that lets them offer keys and values, checks for
pre-commit and for GitHub, and an example in English and French. It asks nothing. A
file that is there already is kept as it is, and named.
DIR is the folder that the command runs in, unless another is named.`,
		Example: `  brief init
  brief init notes`,
		DisableFlagsInUseLine: true,
		RunE:                  func(_ *cobra.Command, args []string) error { return a.init(args) },
	}
}

// init writes the files of a folder of notes.
func (a *app) init(args []string) error {
	if len(args) > 1 {
		return usage("init prepares one folder at a time", `a name with blanks stands in quotes: brief init "my notes"`)
	}
	dir := "."
	if len(args) == 1 {
		dir = args[0]
	}
	files, err := initFiles()
	if err != nil {
		return err
	}
	if dir == "" {
		return usage("the folder has no name", "name a folder; in a script, check its variables")
	}
	if err := placed(makeFolder(dir)); err != nil {
		return err
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return pathError(dir, err)
	}
	defer root.Close() //nolint:errcheck // what was written is closed on its own
	f := &filling{root: root, dir: dir}
	if err := f.fill(files); err != nil {
		return err
	}
	return f.report(a)
}

// initFiles lists what init writes, by paths in the folder.
func initFiles() ([]output, error) {
	var files []output
	err := fs.WalkDir(templates.FS, "init", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := templates.FS.ReadFile(name)
		files = append(files, output{strings.TrimPrefix(name, "init/"), data})
		return err
	})
	for _, kind := range append([]string{""}, schema.KindNames()...) {
		name := noteSchema
		if kind != "" {
			name = path.Join(schemaFolder, kind+".json")
		}
		data, _ := schema.JSONSchema(kind)
		files = append(files, output{name, data})
	}
	return append(files, output{rulesPage, []byte(lint.Page(lint.All()))}), err
}

// filling is a folder that is being filled. Nothing outside it is reached,
// whatever links there are in it.
type filling struct {
	root       *os.Root
	dir        string   // as the user named it
	made, kept []string // files
	stale      bool     // the schemas or the page of rules kept are of another version
	undo       []string // files and folders made, in order
}

// fill writes the files that the folder lacks. If one cannot be written, those
// written before it are taken away again.
func (f *filling) fill(files []output) error {
	for _, o := range files {
		if err := f.write(o); err != nil {
			for _, made := range slices.Backward(f.undo) {
				_ = f.root.Remove(made)
			}
			return placed(err)
		}
	}
	return nil
}

// write writes a file, unless there is something of its name.
func (f *filling) write(o output) error {
	if exists(f.root, o.path) {
		f.kept = append(f.kept, o.path)
		if strings.HasPrefix(o.path, ownFolder+"/") {
			had, err := f.root.ReadFile(o.path)
			f.stale = f.stale || err != nil || !bytes.Equal(had, o.data)
		}
		return nil
	}
	if err := f.folder(path.Dir(o.path)); err != nil {
		return err
	}
	into := disk{create: func(name string) (io.WriteCloser, error) {
		return f.root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	}}
	if err := into.writeOne(o); err != nil {
		return outputError(f.shown(o.path), err)
	}
	f.made, f.undo = append(f.made, o.path), append(f.undo, o.path)
	return nil
}

// folder makes a folder and those above it, where they are missing.
func (f *filling) folder(name string) error {
	if name == "." {
		return nil
	}
	if err := f.folder(path.Dir(name)); err != nil {
		return err
	}
	info, err := f.root.Stat(name)
	switch {
	case err == nil && info.IsDir():
		return nil
	case err == nil:
		return folderError(f.shown(name), fs.ErrExist)
	case exists(f.root, name):
		return usage(fmt.Sprintf("%q is a link that leads out of the folder", f.shown(name)), "put a folder in its place, or prepare another folder")
	}
	f.undo = append(f.undo, name)
	return folderError(f.shown(name), f.root.Mkdir(name, 0o777))
}

// exists reports whether there is something of a name in a folder.
func exists(root *os.Root, name string) bool {
	_, err := root.Lstat(name)
	return err == nil
}

// shown is a file of the folder as the user would name it.
func (f *filling) shown(name string) string { return filepath.Join(f.dir, filepath.FromSlash(name)) }

// report says what was written and what was kept.
func (f *filling) report(a *app) error {
	if a.quiet {
		return nil
	}
	var names strings.Builder
	for _, m := range briefly(f.made) {
		names.WriteString(a.named(f.shown(m)) + "\n")
	}
	if err := a.say(names.String()); err != nil {
		return err
	}
	for _, k := range briefly(f.kept) {
		fmt.Fprintf(a.err, "left as it is: %s\n", shown(f.shown(k)))
	}
	if f.stale {
		fmt.Fprintf(a.err, "What editors know of notes is not what this version of brief knows: delete %s and run \"brief init\" again.\n", shown(f.shown(ownFolder)))
	}
	if slices.Contains(f.made, "example.en.yaml") {
		fmt.Fprintf(a.err, "To see what a note looks like: brief render %s\n", typed(f.shown("example.en.yaml")))
	}
	start := ""
	if f.dir != "." {
		start = " " + typed(f.shown("my-note.yaml"))
	}
	fmt.Fprintf(a.err, "To start one: brief new briefing-note%s\n", start)
	return nil
}

// briefly names the schemas by their folder.
func briefly(files []string) []string {
	var out []string
	for _, f := range files {
		if path.Dir(f) == schemaFolder {
			f = schemaFolder
		}
		if len(out) == 0 || out[len(out)-1] != f {
			out = append(out, f)
		}
	}
	return out
}
