package schema

import (
	"fmt"
	"reflect"
	"strings"
)

// shape writes a note, or a part of one, without its places: two forms of the
// same note have the same shape.
func shape(v any) string {
	var b strings.Builder
	writeShape(&b, reflect.ValueOf(v), 0)
	return b.String()
}

func writeShape(b *strings.Builder, v reflect.Value, depth int) {
	indent := "\n" + strings.Repeat("  ", depth)
	switch x := v.Interface().(type) {
	case Text:
		fmt.Fprintf(b, "%s%s", indent, inlines(x.Inlines))
		return
	case Word:
		fmt.Fprintf(b, "%s%q", indent, x.Value)
		return
	}
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			writeShape(b, v.Elem(), depth)
		}
	case reflect.Struct:
		fmt.Fprintf(b, "%s%s", indent, v.Type().Name())
		for i := range v.NumField() {
			switch name := v.Type().Field(i).Name; {
			case name == "Pointer", name == "Span", name == "Node", nothing(v.Field(i)):
			default:
				fmt.Fprintf(b, "%s .%s", indent, name)
				writeShape(b, v.Field(i), depth+1)
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			fmt.Fprintf(b, "%s %d", indent, i)
			writeShape(b, v.Index(i), depth+1)
		}
	default:
		fmt.Fprintf(b, "%s%v", indent, v.Interface())
	}
}

// nothing reports whether a field has no content, whatever its places.
func nothing(v reflect.Value) bool {
	switch x := v.Interface().(type) {
	case Text:
		return x.IsEmpty()
	case Points:
		return len(x.Items) == 0
	}
	return v.IsZero()
}

// inlines writes inline markup in one line, words that follow each other joined:
// w"the ", em(w"Act"), link<https://example.org>(w"plan"), sev<15(1)>(…).
func inlines(list []Inline) string {
	var parts []string
	words := ""
	flush := func() {
		if words != "" {
			parts = append(parts, fmt.Sprintf("w%q", words))
		}
		words = ""
	}
	for _, in := range list {
		if in.Kind == Words {
			words += in.Text
			continue
		}
		flush()
		name := map[InlineKind]string{
			Emphasis: "em", Strong: "strong", Link: "link", NoteRef: "ref", InlineNote: "note", Redacted: "red", Severance: "sev",
		}[in.Kind]
		if text := in.Text + strings.Join(in.Provisions, ","); text != "" {
			name += "<" + text + ">"
		}
		if len(in.Children) > 0 {
			name += "(" + inlines(in.Children) + ")"
		}
		parts = append(parts, name)
	}
	flush()
	return strings.Join(parts, " ")
}
