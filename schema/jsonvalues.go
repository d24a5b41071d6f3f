package schema

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"briefnote/internal/strictyaml"
)

// explained adds to the schema of a field's value what it is for. Nothing may
// stand beside a reference, so what it refers to is written out.
func (d *describer) explained(f strictyaml.Field, value subschema) subschema {
	if d.bare {
		return value
	}
	if value[0].name == "$ref" {
		value = d.definition(value)
	}
	s := subschema{{"title", titleOf(f.Key)}, {"description", f.Doc}}
	e := examples(f.Doc)
	if f.Type.Kind() == reflect.Slice && f.Type.Elem() == textType {
		for i := range e { // an example is of one entry
			e[i] = []any{e[i]}
		}
	}
	if e != nil && f.Key != "kind" && f.Key != "marking" { // these have a list of values
		s = append(s, keyword{"examples", e})
	}
	return append(s, value...)
}

// titleOf makes words of a key: "key_messages" is "Key messages".
func titleOf(key string) string {
	return capitalized(strings.NewReplacer("_", " ", "-", " ").Replace(key))
}

func capitalized(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[size:]
}

// examples are what stands behind "e.g." in a field's description: one value in
// brackets, or several texts in a row: "A, B or C".
func examples(doc string) []any {
	_, list, found := strings.Cut(doc, "e.g. ")
	if !found {
		return nil
	}
	if strings.ContainsAny(list[:1], "[{") {
		return []any{plainValue(strictyaml.Parse("", []byte(list)).Documents[0].Root)}
	}
	var out []any
	for _, e := range strings.Split(strings.Replace(list, " or ", ", ", 1), ", ") {
		out = append(out, e)
	}
	return out
}

// plainValue is a value as JSON has it: numbers are numbers.
func plainValue(n *strictyaml.Node) any {
	switch n.Kind {
	case strictyaml.Mapping:
		var out subschema
		for _, p := range n.Pairs {
			out = append(out, keyword{p.Key.Value, plainValue(p.Value)})
		}
		return out
	case strictyaml.Sequence:
		var out []any
		for _, i := range n.Items {
			out = append(out, plainValue(i))
		}
		return out
	}
	if i, err := strconv.Atoi(n.Text.Value); err == nil {
		return i
	}
	return n.Text.Value
}

// value is the schema of a field's value. Where filled is set it may not be
// left empty.
func (d *describer) value(f strictyaml.Field, filled bool) subschema {
	blank := !filled
	least, most := 0, 0
	for rule := range strings.SplitSeq(f.Rules, ",") {
		name, param, _ := strings.Cut(rule, "=")
		switch name {
		case "", "required", "required_unless", "omitempty", "dive", "gtefield":
			// What is needed is said by who calls; JSON Schema cannot compare two values.
		case "oneof":
			return d.oneOf(strings.Fields(param), blank)
		case "marking":
			return d.anyCase(levelNames(), blank)
		case "date":
			return d.date(datePattern, dateMessage, filled)
		case "due":
			return d.date(datePattern+"(T([01][0-9]|2[0-3]):[0-5][0-9])?", "write the date as YYYY-MM-DD or YYYY-MM-DDTHH:MM", filled)
		case "range":
			return subschema{{"type", d.types(filled, "array")}, {"items", d.whole(1, 0, true)}, {"minItems", 2}, {"maxItems", 2}}
		case "min":
			least, _ = strconv.Atoi(param)
		case "max":
			most, _ = strconv.Atoi(param)
		default:
			panic("schema: nothing is known of the constraint " + name)
		}
	}
	switch { // a number that may be left out is a pointer: a zero is none
	case f.Type.Kind() == reflect.Int:
		return d.whole(max(least, 1), most, filled)
	case f.Type.Kind() == reflect.Pointer && f.Type.Elem().Kind() == reflect.Int:
		return d.whole(least, most, filled)
	}
	return d.typed(f.Type, filled)
}

// typed is the schema of a type.
func (d *describer) typed(t reflect.Type, filled bool) subschema {
	if u, ok := reflect.Zero(t).Interface().(described); ok {
		return u.describe(d, filled)
	}
	switch {
	case t == wordType:
		return d.text(filled)
	case t.Kind() == reflect.Pointer:
		return d.typed(t.Elem(), filled)
	case t.Kind() == reflect.Struct:
		group := d.group(t, filled, nil)
		if filled {
			group = append(group, keyword{"minProperties", 1})
		}
		return group
	case t.Kind() == reflect.Slice:
		return d.list(d.typed(t.Elem(), hasRequired(t.Elem())), filled)
	case t.Kind() == reflect.Bool:
		return d.yesOrNo(filled)
	}
	panic("schema: nothing is known of the type " + t.String())
}

// hasRequired reports whether a type is a group that needs some of its keys.
func hasRequired(t reflect.Type) bool {
	if t.Kind() != reflect.Struct || t == textType || t == wordType {
		return false
	}
	for _, f := range strictyaml.Fields(t) {
		if f.Required {
			return true
		}
	}
	return false
}

// types is a list of types, with that of nothing where a value may be left empty.
func (d *describer) types(filled bool, types ...string) any {
	if !filled {
		types = append(types, "null")
	}
	if len(types) == 1 {
		return types[0]
	}
	return types
}

// list is the schema of a list.
func (d *describer) list(items subschema, filled bool) subschema {
	s := subschema{{"type", d.types(filled, "array")}, {"items", items}, {"errorMessage", `a list is expected here: start each entry on a line of its own with "- "`}}
	if filled {
		s = append(s, keyword{"minItems", 1})
	}
	return s
}

// group is the schema of a struct. Some of its fields may have schemas made
// elsewhere, since they depend on how deep the group stands.
func (d *describer) group(t reflect.Type, filled bool, made map[string]subschema) subschema {
	var properties subschema
	var required []string
	for _, f := range strictyaml.Fields(t) {
		value, ok := made[f.Key]
		if !ok {
			value = d.value(f, f.Required)
		}
		properties = append(properties, keyword{f.Key, d.explained(f, value)})
		if f.Required {
			required = append(required, f.Key)
		}
	}
	s := subschema{{"type", d.types(filled, "object")}, {"additionalProperties", false}, {"properties", properties}}
	if required != nil {
		s = append(s, keyword{"required", required})
	}
	keys := strings.Join(strictyaml.Keys(strictyaml.Fields(t)), ", ")
	return append(s, keyword{"errorMessage", "the keys here are " + keys + ": each on a line of its own, indented"})
}

// titled is a group with a name, under which editors offer it as a whole.
func (d *describer) titled(title string, t reflect.Type, filled bool, made map[string]subschema) subschema {
	return append(subschema{{"title", title}}, d.group(t, filled, made)...)
}

// has holds where a key has a text.
func (d *describer) has(key string) subschema {
	return subschema{{"required", []string{key}}, {"properties", subschema{{key, d.text(true)}}}}
}

// text is the schema of a text. YAML takes 2019, 2019-07-29 or true for
// something else, and a note takes them as they are written; so a text is
// whatever is neither a list nor a group. It is said in this way, and not by a
// list of types, since editors would offer "true", "false" and "null" for each
// of those.
func (d *describer) text(filled bool) subschema {
	const message = "a text is expected here; one with a colon must be quoted, or written on the next line under >-"
	if !filled {
		return d.define("text", func() subschema { return unless(message, "array", "object") })
	}
	return d.define("filled-text", func() subschema {
		return append(unless(message, "array", "object", "null"), keyword{"pattern", `[^ \t\r\n]`}, keyword{"errorMessage", "this is empty"})
	})
}

// unless holds for whatever is of none of some types.
func unless(message string, types ...string) subschema {
	return subschema{{"if", subschema{{"type", types}}}, {"then", subschema{{"type", "string"}, {"errorMessage", message}}}}
}

// nothing is a value left empty, also as quotes with nothing between them. It
// is said by what it is not, since editors would offer "null" for it.
func (d *describer) nothing() subschema {
	return d.define("nothing", func() subschema {
		return append(unless("this is not a value here", "number", "boolean", "array", "object"), keyword{"maxLength", 0})
	})
}

// oneOf is the schema of a word from a list.
func (d *describer) oneOf(words []string, blank bool) subschema {
	if !blank {
		return subschema{{"enum", words}}
	}
	return subschema{{"anyOf", []subschema{{{"enum", words}}, d.nothing()}}}
}

// anyCase is the schema of words whose capitals and blanks do not matter.
func (d *describer) anyCase(words []string, blank bool) subschema {
	forms := []subschema{{{"enum", words}}, {{"type", "string"}, {"pattern", anyOf(words...)}, {"errorMessage", "write one of " + strings.Join(words, ", ")}}}
	if blank {
		forms = append(forms, d.nothing())
	}
	return subschema{{"anyOf", forms}}
}

// space is the class of what strings.Fields takes for blanks (Unicode,
// White_Space), written out since \s differs from one validator to the next.
const space = "[\t\n\v\f\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]"

// anyOf is a pattern for one of some words, in any case and between blanks.
func anyOf(words ...string) string {
	var patterns []string
	for _, w := range words {
		patterns = append(patterns, folded(w))
	}
	return "^" + space + "*(" + strings.Join(patterns, "|") + ")" + space + "*$"
}

// folded is a pattern for a text in capitals or none, as strings.EqualFold has it.
func folded(text string) string {
	var b strings.Builder
	for _, r := range text {
		if r == ' ' {
			b.WriteString(space + "+")
			continue
		}
		b.WriteByte('[')
		b.WriteRune(r)
		for f := unicode.SimpleFold(r); f != r; f = unicode.SimpleFold(f) {
			b.WriteRune(f)
		}
		b.WriteByte(']')
	}
	return b.String()
}

// datePattern is the form of a date; a month may lack the day.
const (
	datePattern = "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
	dateMessage = "write the date as YYYY-MM-DD"
)

// date is the schema of a date: any text where the note may be a released one.
func (d *describer) date(pattern, message string, filled bool) subschema {
	if !d.strict {
		return d.text(filled)
	}
	if filled {
		return subschema{{"type", "string"}, {"pattern", "^(" + pattern + ")$"}, {"errorMessage", message}}
	}
	return append(unless(message, "number", "boolean", "array", "object"), keyword{"pattern", "^(" + pattern + ")?$"}, keyword{"errorMessage", message})
}

// whole is the schema of a whole number, which may stand in quotes. Without a
// highest, most is 0.
func (d *describer) whole(least, most int, filled bool) subschema {
	s := subschema{{"type", d.types(filled, "integer", "string")}, {"minimum", least}}
	digits := "[0-9]{1,18}"
	if least > 0 {
		digits = "0*[1-9][0-9]{0,17}"
	}
	if most > 0 {
		var all []string
		for i := max(least, 0); i <= most; i++ {
			all = append(all, strconv.Itoa(i))
		}
		digits = "0*(" + strings.Join(all, "|") + ")"
		s = append(s, keyword{"maximum", most})
	}
	return append(s, keyword{"pattern", fmt.Sprintf("^%s*[+]?(%s)%s*$", space, digits, space)}, keyword{"errorMessage", "write a whole number"})
}

// yesOrNo is the schema of what is true or false. Notes may have it in quotes
// and in any case, and YAML 1.2 takes yes and no for texts.
func (d *describer) yesOrNo(filled bool) subschema {
	const message = "write true or false"
	forms := []subschema{
		{{"type", "boolean"}, {"errorMessage", message}},
		{{"type", "string"}, {"pattern", anyOf("true", "false", "yes", "no")}, {"errorMessage", message}},
	}
	if !filled {
		forms = append(forms, subschema{{"allOf", []subschema{d.nothing()}}, {"not", subschema{{"type", "string"}}}})
	}
	return subschema{{"anyOf", forms}}
}
