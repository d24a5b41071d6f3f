package strictyaml

import (
	"reflect"
	"slices"
	"strings"
	"sync"
)

// NoRules is the `validate` tag of a field that has no rules, nor has anything in
// it: the validator passes over it.
const NoRules = "-"

// Field is a key that a struct reads, as its tags say. The table of fields is
// the one description of a file's form: decoding, messages, JSON Schema and
// the reference for authors are all made of it.
type Field struct {
	Key      string // `yaml` tag
	Doc      string // `doc` tag: one sentence for the author
	Rules    string // `validate` tag
	Required bool
	Last     bool  // it stands at the end of a file
	Index    []int // of the Go field, through embedded structs
	Type     reflect.Type
}

var fieldTables sync.Map // reflect.Type → []Field

// Fields returns the fields of a struct type in the order in which a file has
// them: that of their declaration. A struct embedded with `yaml:",inline"`
// gives its own in its place, but for those with the option "last", as in
// `yaml:"footnotes,last"`, which come after all others.
func Fields(t reflect.Type) []Field {
	if table, ok := fieldTables.Load(t); ok {
		return table.([]Field)
	}
	table := make([]Field, 0, t.NumField())
	for i := range t.NumField() {
		f := t.Field(i)
		key, option, _ := strings.Cut(f.Tag.Get("yaml"), ",")
		switch {
		case option == "inline":
			embedded := Fields(f.Type)
			table = slices.Grow(table, len(embedded)+t.NumField()-i)
			for _, inner := range embedded {
				inner.Index = append([]int{i}, inner.Index...)
				table = append(table, inner)
			}
		case key != "" && key != "-":
			rules := f.Tag.Get("validate")
			if rules == NoRules {
				rules = ""
			}
			table = append(table, Field{
				Key: key, Doc: f.Tag.Get("doc"), Rules: rules, Type: f.Type, Index: []int{i}, Last: option == "last",
				Required: rules == "required" || strings.HasPrefix(rules, "required,"),
			})
		}
	}
	slices.SortStableFunc(table, func(a, b Field) int {
		switch {
		case a.Last == b.Last:
			return 0
		case b.Last:
			return -1
		default:
			return 1
		}
	})
	fieldTables.Store(t, table)
	return table
}

// Keys returns the keys of a table.
func Keys(table []Field) []string {
	keys := make([]string, len(table))
	for i, f := range table {
		keys[i] = f.Key
	}
	return keys
}

func lookUp(table []Field, key string) *Field {
	for i := range table {
		if table[i].Key == key {
			return &table[i]
		}
	}
	return nil
}
