package golden

import (
	"fmt"
	"path"
	"reflect"
	"slices"
	"strings"
)

// Literal writes a struct as source of its own package, without its zero
// fields: for tests that keep what is data elsewhere as values of Go, so that
// a program need not read it. Fields stand a line each, down to as many levels
// as there are to be lines.
func Literal(v any, lines int) string {
	t := reflect.TypeOf(v)
	return literal(reflect.ValueOf(v), path.Base(t.PkgPath())+".", lines)
}

func literal(v reflect.Value, pkg string, lines int) string {
	sep := " "
	if lines > 0 {
		sep = "\n"
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s{%s", strings.ReplaceAll(v.Type().String(), pkg, ""), sep)
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if !v.Field(i).IsZero() {
				fmt.Fprintf(&b, "%s: %s,%s", v.Type().Field(i).Name, literal(v.Field(i), pkg, lines-1), sep)
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			element := literal(v.Index(i), pkg, lines-1)
			if v.Index(i).Kind() == reflect.Struct {
				element = element[strings.IndexByte(element, '{'):] // the slice has its type
			}
			fmt.Fprintf(&b, "%s,%s", element, sep)
		}
	case reflect.Map:
		for _, key := range sorted(v.MapKeys()) {
			fmt.Fprintf(&b, "%q: %s,%s", key, literal(v.MapIndex(key), pkg, lines-1), sep)
		}
	default:
		return fmt.Sprintf("%#v", v)
	}
	return strings.TrimSuffix(b.String(), ", ") + "}"
}

// sorted puts keys, which are texts, into order.
func sorted(keys []reflect.Value) []reflect.Value {
	slices.SortFunc(keys, func(a, b reflect.Value) int { return strings.Compare(a.String(), b.String()) })
	return keys
}
