package schema

import (
	"reflect"
	"slices"

	"briefnote/diag"
	"briefnote/internal/strictyaml"
)

// sameFile reports whether two files have the same notes and the same
// comments, wherever those stand.
func sameFile(f, g *File) bool {
	return g.Valid() && sameNotes(f, g) && slices.Equal(commentTexts(f), commentTexts(g))
}

// sameNotes reports whether two files have the same notes.
func sameNotes(f, g *File) bool {
	if len(f.Notes) != len(g.Notes) {
		return false
	}
	for i := range f.Notes {
		if !same(reflect.ValueOf(f.Notes[i]), reflect.ValueOf(g.Notes[i])) {
			return false
		}
	}
	return true
}

// commentTexts returns the comments of a file, sorted.
func commentTexts(f *File) []string {
	var texts []string
	for _, c := range f.parsed.Layout().All() {
		texts = append(texts, c.Text)
	}
	slices.Sort(texts)
	return texts
}

var spanType = typeOf[diag.Span]()

// same reports whether two values of notes are alike but for their places in
// the file. Both are of one type, but for what interfaces hold.
func same(a, b reflect.Value) bool {
	if a.Type() != b.Type() {
		return false
	}
	switch a.Type() {
	case spanType, nodeType:
		return true
	case wordType:
		return sameWord(a.Interface().(Word), b.Interface().(Word))
	}
	switch a.Kind() {
	case reflect.Pointer, reflect.Interface:
		if a.IsNil() || b.IsNil() {
			return a.IsNil() == b.IsNil()
		}
		return same(a.Elem(), b.Elem())
	case reflect.Struct:
		for i := range a.NumField() {
			if !same(a.Field(i), b.Field(i)) {
				return false
			}
		}
		return true
	case reflect.Slice:
		if a.Len() != b.Len() {
			return false
		}
		for i := range a.Len() {
			if !same(a.Index(i), b.Index(i)) {
				return false
			}
		}
		return true
	default:
		return a.Equal(b)
	}
}

// sameWord reports whether two scalars say the same. A marking may be written
// in several ways.
func sameWord(a, b strictyaml.Text) bool {
	if a.Pointer == "/marking" && b.Pointer == "/marking" {
		l, ok := ParseLevel(a.Value)
		m, also := ParseLevel(b.Value)
		return ok == also && l == m && (ok || a.Value == b.Value)
	}
	return a.Value == b.Value && a.Pointer == b.Pointer
}
