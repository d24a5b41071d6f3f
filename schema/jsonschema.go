package schema

import (
	"reflect"
	"slices"
	"strings"

	"briefnote/internal/strictyaml"
)

// JSONSchema returns the form of notes as a JSON Schema (draft-07), for editors:
// of a kind, or of all of them where none is named. It is made of the fields of
// the kinds and of what their types say of themselves, and is as strict as
// [Decode] wherever the language of JSON Schema can be; docs/schema.md lists
// where it cannot.
func JSONSchema(kind string) ([]byte, bool) {
	d := &describer{definitions: &subschema{}}
	var whole subschema
	if kind == "" {
		whole = d.allKinds()
	} else {
		k, known := findKind(kind)
		if !known {
			return nil, false
		}
		whole = d.kind(k)
	}
	whole = append(subschema{{"$schema", "http://json-schema.org/draft-07/schema#"}}, whole...)
	if len(*d.definitions) > 0 {
		whole = append(whole, keyword{"definitions", *d.definitions})
	}
	return append(layOut(nil, whole, ""), '\n'), true
}

// described is a type that may be written in several forms, and says in which.
// It stands beside the type's UnmarshalNode. Where filled is set, the value may
// not be left empty.
type described interface {
	describe(d *describer, filled bool) subschema
}

// bound is a kind in which something holds between keys that no tag can say.
type bound interface {
	bind() subschema
}

// describer makes schemas of types.
type describer struct {
	definitions *subschema // what is referred to, by name
	strict      bool       // dates must be dates: the note is not released
	bare        bool       // leave out what is for people
}

// allKinds is the schema of a note of any kind. Each kind is a case of its own,
// so that an editor knows which keys to offer and what to say of a wrong one.
func (d *describer) allKinds() subschema {
	var docs []string
	var cases []subschema
	for _, k := range Kinds() {
		docs = append(docs, k.Doc)
		cases = append(cases, subschema{{"if", is("kind", k.Name)}, {"then", d.define(k.Name, func() subschema { return d.kind(k) })}})
	}
	kind := strictyaml.Fields(typeOf[Envelope]())[0]
	return subschema{
		{"title", "Note"},
		{"description", "A note of any kind: which one, the key kind says."},
		{"type", "object"},
		{"required", []string{kind.Key}},
		{"properties", subschema{{kind.Key, d.explained(kind, subschema{{"enum", KindNames()}, {"enumDescriptions", docs}})}}},
		{"allOf", cases},
	}
}

// kind is the schema of a kind of note. A released note is kept as it was: its
// dates may be any text, and it may lack what others need.
func (d *describer) kind(k Kind) subschema {
	lenient, strict := *d, *d
	lenient.bare, strict.bare, strict.strict = true, true, true
	var properties, unreleased subschema
	var required, unless []string
	for _, f := range strictyaml.Fields(formOf(k)) {
		needs := needed(f, k.Name)
		value := d.value(f, needs == always)
		if f.Key == "kind" {
			value = subschema{{"const", k.Name}}
		}
		properties = append(properties, keyword{f.Key, d.explained(f, value)})
		dated := strict.value(f, needs != never)
		switch {
		case needs == always:
			required = append(required, f.Key)
		case needs == unlessReleased:
			unless = append(unless, f.Key)
			unreleased = append(unreleased, keyword{f.Key, dated})
		case !reflect.DeepEqual(dated, lenient.value(f, false)):
			unreleased = append(unreleased, keyword{f.Key, dated})
		}
	}
	otherwise := subschema{{"properties", unreleased}}
	if unless != nil {
		otherwise = append(otherwise, keyword{"required", unless})
	}
	whole := subschema{
		{"title", titleOf(k.Name)},
		{"description", capitalized(k.Doc) + "."},
		{"type", "object"},
		{"additionalProperties", false},
		{"required", required},
		{"properties", properties},
		{"if", is("status", "released")},
		{"else", otherwise},
	}
	if b, ok := k.New().(bound); ok {
		whole = append(whole, b.bind()...)
	}
	return whole
}

// is holds where a key has a value.
func is(key string, value any) subschema {
	return subschema{{"properties", subschema{{key, subschema{{"const", value}}}}}, {"required", []string{key}}}
}

// need is whether a kind must have a key.
type need uint8

const (
	never need = iota
	unlessReleased
	always
)

// needed says whether notes of a kind must have a field.
func needed(f strictyaml.Field, kind string) need {
	for rule := range strings.SplitSeq(f.Rules, ",") {
		name, of, _ := strings.Cut(rule, "=")
		switch name {
		case "required":
			return always
		case "required_unless":
			words := strings.Fields(of) // Kind binder Status released: any of them
			for pair := range slices.Chunk(words, 2) {
				if pair[0] == "Kind" && pair[1] == kind {
					return never
				}
			}
			if slices.Contains(words, "Status") {
				return unlessReleased
			}
			return always
		}
	}
	return never
}

// define puts a schema among the definitions, unless it is there already, and
// returns a reference to it. What is strict about dates needs a name of its own.
func (d *describer) define(name string, make func() subschema) subschema {
	if !slices.ContainsFunc(*d.definitions, func(k keyword) bool { return k.name == name }) {
		at := len(*d.definitions)
		*d.definitions = append(*d.definitions, keyword{name: name})
		(*d.definitions)[at].value = make()
	}
	return subschema{{"$ref", definitionPath + name}}
}

const definitionPath = "#/definitions/"

// definition is what a reference refers to.
func (d *describer) definition(ref subschema) subschema {
	name := strings.TrimPrefix(ref[0].value.(string), definitionPath)
	i := slices.IndexFunc(*d.definitions, func(k keyword) bool { return k.name == name })
	return (*d.definitions)[i].value.(subschema)
}
