package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"briefnote/schema"
)

func (a *app) schemaCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "schema [KIND]",
		Short: "Write the form of notes for editors, as JSON Schema",
		Long: `schema writes to standard output what a note may hold, as JSON Schema (draft-07).
An editor that has read it offers keys and values while one types, and marks what
is misspelt. Without a KIND, the schema is for notes of every kind.
"brief init" puts the schema into a folder and tells the editor where it is.`,
		Example: `  brief schema > note.schema.json
  brief schema briefing-note > briefing-note.schema.json`,
		DisableFlagsInUseLine: true,
		RunE:                  func(_ *cobra.Command, args []string) error { return a.schema(args) },
	}
}

// schema writes the schema of a kind of note, or of all.
func (a *app) schema(args []string) error {
	kind := ""
	switch len(args) {
	case 0:
	case 1:
		kind = args[0]
	default:
		return usage("schema takes one kind of note", "without any, the schema is for all kinds")
	}
	text, known := schema.JSONSchema(kind)
	if !known {
		return unknownKind(kind)
	}
	return a.say(string(text))
}

// unknownKind words the error for a mistyped kind.
func unknownKind(kind string) error {
	known := schema.KindNames()
	return usage(fmt.Sprintf("there is no kind of note called %q", kind), suggest(kind, known, "the kinds are "+strings.Join(known, ", ")))
}
