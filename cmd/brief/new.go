package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"github.com/spf13/cobra"

	"briefnote/diag"
	"briefnote/schema"
)

// newOptions are the flags of the command.
type newOptions struct {
	language, title string
	pair, force     bool
}

// languages are those that notes are written in.
func languages() []string { return []string{"en", "fr"} }

func (a *app) newCommand() *cobra.Command {
	o := &newOptions{}
	cmd := &cobra.Command{
		Use:   "new [KIND] [FILE] [flags]",
		Short: "Start a note, with a line of explanation over each key",
		Long: `new writes a note to start from. It is valid as it is; "brief lint" shows what is
still to be written. Without a KIND, new lists the kinds and what each is for.
The FILE is in the folder that the command runs in or below it, or - for standard
output; without one, it is called after the kind. A file that is there is kept.`,
		Example: `  brief new
  brief new briefing-note ferry.yaml --title "Ferry service to the outer islands"
  brief new meeting-note orvalia --pair`,
		DisableFlagsInUseLine: true,
		RunE:                  func(_ *cobra.Command, args []string) error { return a.new(args, o) },
	}
	flags := cmd.Flags()
	flags.StringVar(&o.language, "lang", "en", "`language` of the note (en or fr)")
	flags.StringVar(&o.title, "title", "", "`title` of the note")
	flags.BoolVar(&o.pair, "pair", false, "write two notes, one in each language")
	flags.BoolVar(&o.force, "force", false, "write over files that are there")
	return cmd
}

// new writes a note or two, or lists the kinds.
func (a *app) new(args []string, o *newOptions) error {
	if len(args) == 0 {
		return a.listKinds()
	}
	k, err := kindNamed(args)
	if err != nil {
		return err
	}
	if len(args) > 2 {
		return usage("new takes a kind and one file", `a name with blanks stands in quotes: brief new briefing-note "outer islands.yaml"`)
	}
	if err := o.check(k); err != nil {
		return err
	}
	name := ""
	if len(args) == 2 {
		name = args[1]
	}
	if name == "-" {
		return a.newToOutput(k, o)
	}
	outputs, err := a.newNotes(k, name, o)
	if err != nil {
		return err
	}
	return a.deliverNew(outputs, o)
}

// listKinds says what each kind of note is for.
func (a *app) listKinds() error {
	var b strings.Builder
	for _, k := range schema.Kinds() {
		fmt.Fprintf(&b, "%-16s %s\n", k.Name, k.Doc)
	}
	if !a.quiet {
		b.WriteString("\nTo start one: brief new KIND FILE, such as \"brief new briefing-note ferry.yaml\"\n")
	}
	return a.say(b.String())
}

// kindNamed finds the kind that the command line names. Part of a name is a
// hint, and so is a file where the kind should be.
func kindNamed(args []string) (schema.Kind, error) {
	var near []string
	for _, k := range schema.Kinds() {
		if k.Name == args[0] {
			return k, nil
		}
		if slices.Contains(strings.Split(k.Name, "-"), strings.ToLower(args[0])) {
			near = append(near, fmt.Sprintf("%q", k.Name))
		}
	}
	message := fmt.Sprintf("there is no kind of note called %q", args[0])
	switch {
	case isYAML(args[0]) || strings.ContainsAny(args[0], `/\`):
		return schema.Kind{}, usage(message, "the kind comes first: brief new briefing-note "+shown(args[0]))
	case len(near) > 0:
		return schema.Kind{}, usage(message, "did you mean "+strings.Join(near, " or ")+"?")
	}
	return schema.Kind{}, unknownKind(args[0])
}

// check makes sense of the flags.
func (o *newOptions) check(k schema.Kind) error {
	if !slices.Contains(languages(), o.language) {
		return usage(fmt.Sprintf("--lang cannot be %q", o.language), suggest(o.language, languages(), "write --lang en or --lang fr"))
	}
	if o.pair && k.Name == "withheld-notice" {
		return usage("a withheld-notice is printed in both languages", "leave --pair out: one file is enough")
	}
	o.title = strings.Join(strings.Fields(o.title), " ")
	if i := strings.IndexFunc(o.title, unicode.IsControl); i >= 0 {
		return usage("the title has a character in it that cannot be printed", "type the title anew, without copying it")
	}
	return nil
}

// newToOutput writes a note to standard output.
func (a *app) newToOutput(k schema.Kind, o *newOptions) error {
	if o.pair {
		return usage("two notes cannot both go to standard output", "name a file, or leave --pair out")
	}
	s := &scaffold{kind: k, language: o.language, title: o.title, schema: a.schemaPath("."), tabs: notesIn(".", o.language)}
	if s.tabs == nil {
		s.tabs = []string{"first-note.yaml"}
	}
	text, err := s.checked()
	if err != nil {
		return err
	}
	return a.say(string(text))
}

// newNotes makes the notes that are to be written.
func (a *app) newNotes(k schema.Kind, name string, o *newOptions) ([]output, error) {
	files, err := newFiles(k, name, o)
	if err != nil {
		return nil, err
	}
	var outputs []output
	for _, f := range files {
		s := &scaffold{kind: k, language: f.language, file: f.path, paired: o.pair, schema: a.schemaPath(filepath.Dir(f.path))}
		if f.language == o.language {
			s.title = o.title
		}
		if k.Name == "binder" {
			first, err := a.fill(s, o)
			if err != nil {
				return nil, err
			}
			outputs = append(outputs, first...)
		}
		text, err := s.checked()
		if err != nil {
			return nil, err
		}
		outputs = append(outputs, output{f.path, text})
	}
	return outputs, nil
}

// fill gives a binder its tabs: the notes of its folder or, where there are
// none, a first note, which is returned to be written beside it.
func (a *app) fill(s *scaffold, o *newOptions) ([]output, error) {
	dir := filepath.Dir(s.file)
	if s.tabs = notesIn(dir, s.language); s.tabs != nil {
		return nil, nil
	}
	w, err := wordsOf(s.language)
	if err != nil {
		return nil, err
	}
	name := w.say("first-note") + ".yaml"
	s.tabs = []string{name}
	kind := schema.Kinds()[0]
	note := &scaffold{kind: kind, language: s.language, file: filepath.Join(dir, name), schema: s.schema}
	text, err := note.checked()
	return []output{{note.file, text}}, err
}

// notesIn lists the notes of a folder that a binder of a language can bind.
func notesIn(dir, language string) []string {
	files, err := os.ReadDir(dir)
	if err != nil {
		return nil
	}
	var names []string
	for _, f := range files {
		if !isYAML(f.Name()) || !f.Type().IsRegular() {
			continue
		}
		data, err := readFile(filepath.Join(dir, f.Name()))
		if err != nil || !isNote(data) {
			continue
		}
		note := schema.Decode(f.Name(), data)
		if note.Valid() && !slices.ContainsFunc(note.Notes, func(n schema.Note) bool { return !bindable(n, language) }) {
			names = append(names, f.Name())
		}
	}
	return names
}

// bindable reports whether a note can stand in a binder of a language. Notices
// are in both.
func bindable(n schema.Note, language string) bool {
	switch n.(type) {
	case *schema.Binder:
		return false
	case *schema.WithheldNotice:
		return true
	}
	return n.Env().French() == (language == "fr")
}

// checked writes the note in canonical form, so that no check of the folder finds
// it wanting, and makes sure that it is valid. Only the title can
// be the cause where it is not.
func (s *scaffold) checked() ([]byte, error) {
	text, err := s.text()
	if err != nil {
		return nil, err
	}
	f := schema.Decode("", text)
	for _, p := range f.Problems {
		if p.Severity == diag.Error {
			return nil, usage("this title cannot stand: "+p.Message, p.Hint)
		}
	}
	return schema.Format(f)
}
