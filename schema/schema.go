// Package schema reads notes.
//
// Start with [Decode]. It returns as much of a file's notes as it could
// understand, as typed Go values that know where in the file they came from,
// together with everything wrong with them. What a note may hold is said once,
// by the structs of this package: their `yaml` tags name the keys, `validate`
// the constraints on values, `doc` what a key is for. Texts are parsed when
// they are read, so that a [Text] is a row of [Inline] values and a block of
// text a row of [Block] values, whichever of the two forms of writing a note
// its author chose. [Format] writes a file's notes in canonical form.
package schema

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"sync"

	"briefnote/diag"
	"briefnote/internal/strictyaml"
)

// The rules that findings of this package carry beside those of strictyaml.
const (
	RuleUnknownKind     = "unknown-kind"
	RuleMissingFootnote = "missing-footnote"
	RuleIncludeNotFound = "include-not-found"
)

// File is a file of notes, as far as it could be read.
type File struct {
	Name     string
	Source   []byte
	Notes    []Note // one a document; unreadable documents are left out
	Problems []diag.Diagnostic

	parsed *strictyaml.File
}

// Valid reports whether nothing is wrong with the file.
func (f *File) Valid() bool { return !diag.HasErrors(f.Problems) }

// Decode reads the notes of a file.
func Decode(name string, src []byte) *File {
	parsed := strictyaml.Parse(name, src)
	f := &File{Name: name, Source: src, parsed: parsed}
	d := &strictyaml.Decoder{Problems: parsed.Problems, Elsewhere: elsewhere}
	if parsed.Empty() {
		d.Report(strictyaml.RuleMissing, diag.Span{File: name}, "", "the file is empty", `start it with "kind: briefing-note"`)
	}
	for _, doc := range parsed.Documents {
		if note := decodeNote(d, doc, len(parsed.Documents) > 1); note != nil {
			f.Notes = append(f.Notes, note)
		}
	}
	f.Problems = diag.Sort(d.Problems)
	return f
}

// decodeNote reads one document; several says that the file holds more.
func decodeNote(d *strictyaml.Decoder, doc strictyaml.Document, several bool) Note {
	root := doc.Root
	switch {
	case root == nil && several && !doc.Unreadable:
		at := doc.Span
		at.Start, at.End = max(at.Start-len("---"), 0), at.Start
		d.Report(strictyaml.RuleMissing, at, "", "nothing stands under this line", "write a note there, or delete the line")
		return nil
	case root == nil || root.Kind == strictyaml.Broken:
		return nil
	case root.Kind != strictyaml.Mapping:
		at := root.Span
		d.Report(strictyaml.RuleType, at, "", "this is not a note", `a note is made of "key: value" lines; the first is kind: briefing-note`)
		return nil
	}
	kind, ok := kindOf(d, root)
	if !ok {
		return nil
	}
	note := kind.New()
	d.Decode(root, note)
	note.Env().Node = root
	check(d, root, note)
	return note
}

// kindOf finds the note's kind, or reports why it cannot be told.
func kindOf(d *strictyaml.Decoder, root *strictyaml.Node) (Kind, bool) {
	n := root.Get("kind")
	switch {
	case n == nil && root.Holed, n != nil && n.Kind == strictyaml.Broken:
		return Kind{}, false
	case n == nil || n.Empty():
		reportNoKind(d, root, n)
		return Kind{}, false
	case n.Kind != strictyaml.Scalar:
		d.WrongType(n, "a text")
		return Kind{}, false
	}
	kind, ok := findKind(n.Text.Value)
	if !ok {
		hint := diag.DidYouMean(n.Text.Value, KindNames())
		if hint == "" {
			hint = "the kinds are " + strings.Join(KindNames(), ", ")
		}
		d.Report(RuleUnknownKind, n.Span, "/kind", fmt.Sprintf("unknown kind %q", n.Text.Value), hint)
	}
	return kind, ok
}

// reportNoKind reports a note without a kind. A misspelt key may be the cause.
func reportNoKind(d *strictyaml.Decoder, root, n *strictyaml.Node) {
	if n != nil {
		at := n.Span
		for _, p := range root.Pairs {
			if p.Key.Value == "kind" {
				at = p.Key.Span
			}
		}
		d.Report(strictyaml.RuleMissing, at, "/kind", `"kind" is empty`, "the kinds are "+strings.Join(KindNames(), ", "))
		return
	}
	for _, p := range root.Pairs {
		if _, known := homes()[p.Key.Value]; known {
			continue // of another kind, and no misspelling
		}
		if near, ok := diag.Nearest(p.Key.Value, []string{"kind"}); ok {
			d.Report(strictyaml.RuleUnknown, p.Key.Span, p.Key.Pointer, fmt.Sprintf("unknown key %q", p.Key.Value), fmt.Sprintf("did you mean %q?", near))
			return
		}
	}
	d.Missing(root, "kind", "what kind of note this is: "+strings.Join(KindNames(), ", "))
}

// homes returns for each key of a note the kinds that have it.
var homes = sync.OnceValue(func() map[string][]string {
	where := map[string][]string{}
	for _, k := range Kinds() {
		for _, f := range strictyaml.Fields(formOf(k)) {
			where[f.Key] = append(where[f.Key], k.Name)
		}
	}
	return where
})

// elsewhere hints at the kinds that do have a key of a note's top level.
func elsewhere(pointer, key string) string {
	if pointer != "" {
		return ""
	}
	where := homes()
	kinds := where[key]
	if len(kinds) == 0 {
		var all []string
		for k, in := range where {
			if len(in) < len(Kinds()) {
				all = append(all, k)
			}
		}
		slices.SortFunc(all, cmp.Compare[string])
		near, ok := diag.Nearest(key, all)
		if !ok {
			return ""
		}
		return fmt.Sprintf("%q is a key of %s", near, join(where[near]))
	}
	return fmt.Sprintf("%q is a key of %s, not of this kind of note", key, join(kinds))
}

// join lists names: "a", "a and b", "a, b and c".
func join(names []string) string { return joinWith(names, "and") }

// joinWith lists names with a word before the last.
func joinWith(names []string, word string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:len(names)-1], ", ") + " " + word + " " + names[len(names)-1]
}
