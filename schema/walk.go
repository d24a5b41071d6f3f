package schema

import (
	"iter"
	"reflect"

	"briefnote/internal/strictyaml"
)

// Texts returns every text of a note that is printed, in the order of the
// fields: the envelope's first, the body's after it.
func Texts(note Note) iter.Seq[Text] {
	return func(yield func(Text) bool) { walk(reflect.ValueOf(note).Elem(), yield) }
}

var (
	textType = typeOf[Text]()
	wordType = typeOf[Word]()
	nodeType = typeOf[*strictyaml.Node]()
)

// walk visits the texts of a value. It returns false once yield has.
func walk(v reflect.Value, yield func(Text) bool) bool {
	switch v.Type() {
	case textType:
		t := v.Interface().(Text)
		return t.IsEmpty() || yield(t)
	case wordType:
		return true
	}
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if v.IsNil() || v.Type() == nodeType {
			return true
		}
		return walk(v.Elem(), yield)
	case reflect.Struct:
		for i := range v.NumField() {
			if !walk(v.Field(i), yield) {
				return false
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			if !walk(v.Index(i), yield) {
				return false
			}
		}
	}
	return true
}
