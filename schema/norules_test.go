package schema

import (
	"reflect"
	"testing"

	"briefnote/internal/strictyaml"
)

// TestNoRules holds that the validator passes over every field without rules,
// and over no other: it goes down into a struct, and into a list only where a
// rule says so.
func TestNoRules(t *testing.T) {
	forms := []reflect.Type{typeOf[pointForm]()}
	for _, k := range Kinds() {
		forms = append(forms, formOf(k))
	}
	seen := map[reflect.Type]bool{}
	for _, form := range forms {
		checkNoRules(t, form, seen)
	}
	if len(seen) < 12 {
		t.Errorf("only %d forms were looked at", len(seen))
	}
}

func checkNoRules(t *testing.T, form reflect.Type, seen map[reflect.Type]bool) {
	if seen[form] {
		return
	}
	seen[form] = true
	for i := range form.NumField() {
		f := form.Field(i)
		rules, inner := f.Tag.Get("validate"), innerForm(f.Type)
		within := inner != nil && hasRules(inner)
		switch {
		case rules == strictyaml.NoRules && within:
			t.Errorf("%s.%s is passed over, and has rules in it", form, f.Name)
		case rules == "" && !within:
			t.Errorf("%s.%s has no rules: give it validate:%q", form, f.Name, strictyaml.NoRules)
		case within:
			checkNoRules(t, inner, seen)
		}
	}
}

// innerForm returns the struct that a field's value is made of, or nil.
func innerForm(t reflect.Type) reflect.Type {
	for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice {
		t = t.Elem()
	}
	switch t {
	case wordType, typeOf[Text](), typeOf[Title](), typeOf[strictyaml.Node]():
		return nil // a text to the validator, or none of an author's business
	}
	if t.Kind() != reflect.Struct {
		return nil
	}
	return t
}

// hasRules reports whether a field of a form has rules, or one in it does.
func hasRules(form reflect.Type) bool {
	for i := range form.NumField() {
		f := form.Field(i)
		if rules := f.Tag.Get("validate"); rules != "" && rules != strictyaml.NoRules {
			return true
		}
		if inner := innerForm(f.Type); inner != nil && inner != form && f.Type.Kind() != reflect.Slice && hasRules(inner) {
			return true
		}
	}
	return false
}
