package schema

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"briefnote/internal/strictyaml"
)

// Reference returns the page about all keys that a note may have, in Markdown:
// docs/fields.md, which a test compares with it. Keys, what they are for and
// whether they are needed come from the fields of the kinds, as the JSON Schema
// does; only the forms that have a grammar of their own are described here.
func Reference() []byte {
	r := &reference{}
	r.text(`# What a note may hold

Every kind of note, every key, and how each value is written. This page is made from the
program's own table of fields, the one that ` + "`brief validate`" + ` checks notes by and that editors
are given as [JSON Schema](schema.md); the keys are in the order in which ` + "`brief fmt`" + ` writes them.

**Needed** says whether a note without the key is refused. "Unless released" means that a note
with ` + "`status: released`" + `, which is kept as it was, may lack it.
`)
	r.heading(2, "Every note")
	r.table(strictyaml.Fields(typeOf[Envelope]()), neededIn)
	r.groups(strictyaml.Fields(typeOf[Envelope]()), "")
	shared := strictyaml.Keys(strictyaml.Fields(typeOf[Envelope]()))
	for _, k := range Kinds() {
		r.kind(k, shared)
	}
	for _, f := range grammar() {
		r.form(f)
	}
	r.markings()
	return []byte(r.out.String())
}

// reference is the page as far as it is written.
type reference struct{ out strings.Builder }

func (r *reference) text(s string) { r.out.WriteString(s) }

func (r *reference) heading(level int, name string) {
	fmt.Fprintf(&r.out, "\n%s %s\n\n", strings.Repeat("#", level), name)
}

// kind writes what a kind has beside what every note has.
func (r *reference) kind(k Kind, shared []string) {
	r.heading(2, k.Name)
	fmt.Fprintf(&r.out, "%s.\n\n", capitalized(k.Doc))
	var own []strictyaml.Field
	for _, f := range strictyaml.Fields(formOf(k)) {
		if !slices.Contains(shared, f.Key) {
			own = append(own, f)
		}
	}
	r.table(own, func(f strictyaml.Field) string { return needWords[needed(f, k.Name)] })
	r.groups(own, "")
}

var needWords = map[need]string{never: "", unlessReleased: "unless released", always: "yes"}

// neededIn says whether notes need a field that every kind has: most of all,
// and which kinds do without it.
func neededIn(f strictyaml.Field) string {
	most, except := never, []string{}
	for _, k := range Kinds() {
		most = max(most, needed(f, k.Name))
	}
	for _, k := range Kinds() {
		if needed(f, k.Name) < most {
			except = append(except, k.Name)
		}
	}
	words := needWords[most]
	if len(except) > 0 {
		words += ", but not in a " + joinWith(except, "or")
	}
	return words
}

// table writes fields, a row each.
func (r *reference) table(fields []strictyaml.Field, needs func(strictyaml.Field) string) {
	r.text("| key | what it is | written as | needed |\n|---|---|---|---|\n")
	for _, f := range fields {
		fmt.Fprintf(&r.out, "| `%s` | %s | %s | %s |\n", f.Key, cell(f.Doc), written(f), needs(f))
	}
}

// cell is a text as it may stand in a table of Markdown.
func cell(s string) string {
	doc, list, found := strings.Cut(s, ", e.g. ")
	if !found {
		return strings.ReplaceAll(s, "|", `\|`)
	}
	var quoted []string
	for _, e := range examples(s) {
		if text, ok := e.(string); ok {
			quoted = append(quoted, "`"+text+"`")
		} else {
			quoted = append(quoted, "`"+list+"`")
		}
	}
	return doc + ", e.g. " + joinWith(quoted, "or")
}

// groups writes the tables of the groups of keys among fields, and of those in
// them. path is the keys that lead there, with a full stop behind each.
func (r *reference) groups(fields []strictyaml.Field, path string) {
	for _, f := range fields {
		if t := groupOf(f.Type); t != nil {
			r.heading(3, "`"+path+f.Key+"`")
			r.table(strictyaml.Fields(t), requiredWords)
			r.groups(strictyaml.Fields(t), path+f.Key+".")
		}
	}
}

func requiredWords(f strictyaml.Field) string {
	if f.Required {
		return needWords[always]
	}
	return ""
}

// groupOf returns the struct that a value, or each entry of a list, is written
// as a group of keys of; nil for a value of another form.
func groupOf(t reflect.Type) reflect.Type {
	if _, formed := reflect.Zero(t).Interface().(described); formed {
		return nil
	}
	switch {
	case t.Kind() == reflect.Pointer, t.Kind() == reflect.Slice:
		return groupOf(t.Elem())
	case t.Kind() != reflect.Struct, t == wordType, t == typeOf[rawNode]():
		return nil
	}
	return t
}

// written says how the value of a field is written.
func written(f strictyaml.Field) string {
	for rule := range strings.SplitSeq(f.Rules, ",") {
		name, param, _ := strings.Cut(rule, "=")
		switch name {
		case "oneof":
			return "`" + strings.Join(strings.Fields(param), "` `") + "`"
		case "marking":
			return "a [marking](#markings)"
		case "date":
			return "a date: `2026-07-29`"
		case "due":
			return "a date, or one with a time: `2026-07-29T17:00`"
		case "range":
			return "two numbers: `[1, 8]`"
		}
	}
	if f.Key == "kind" {
		return "`" + strings.Join(KindNames(), "` `") + "`"
	}
	return writtenAs(f.Type)
}

func writtenAs(t reflect.Type) string {
	for _, g := range grammar() {
		if g.of == t {
			return fmt.Sprintf("[%s](#%s)", strings.ToLower(g.name), anchor(g.name))
		}
	}
	if t.Kind() == reflect.Pointer {
		return writtenAs(t.Elem())
	}
	group := groupOf(t) != nil
	switch {
	case t == wordType:
		return "a word"
	case t == typeOf[rawNode]():
		return "the same again"
	case group && t.Kind() == reflect.Slice:
		return "a list of groups of keys, below"
	case group:
		return "a group of keys, below"
	case t.Kind() == reflect.Slice:
		return "a list of texts"
	case t.Kind() == reflect.Bool:
		return "`true` or `false`"
	case t.Kind() == reflect.Int:
		return "a whole number"
	}
	panic("schema: it is not said how a " + t.String() + " is written")
}

// anchor is the name by which Markdown's headings are linked to.
func anchor(heading string) string {
	return strings.ReplaceAll(strings.ToLower(heading), " ", "-")
}

// markings writes the ladders of markings, and the offices.
func (r *reference) markings() {
	r.heading(2, "Markings")
	r.text("Capitals do not matter, and the French names are accepted; `brief fmt` writes the English ones. A note\nis printed with the name in its own language.\n\n| marking | in French | ladder |\n|---|---|---|\n")
	ladders := map[Ladder]string{NoLadder: "at the foot of both", Protected: "protected", Classified: "classified"}
	for _, l := range Levels() {
		fmt.Fprintf(&r.out, "| `%s` | `%s` | %s |\n", l.English, l.French, ladders[l.Ladder])
	}
	r.heading(2, "Offices")
	r.text("An addressee named by one of these words is printed in the note's language; any other text as it is written.\n\n")
	for _, o := range Offices() {
		fmt.Fprintf(&r.out, "- `%s`\n", o)
	}
}
