package schema

import (
	"bytes"
	"encoding/json"
)

// subschema is a schema, or a group of its keywords, in the order that they are
// to be written in.
type subschema []keyword

type keyword struct {
	name  string
	value any
}

// lineWidth is how long a line of JSON may be before it is broken up.
const lineWidth = 100

// layOut appends a value as JSON: on one line where that is short enough.
func layOut(out []byte, value any, indent string) []byte {
	if one := oneLine(nil, value); len(indent)+len(one) <= lineWidth {
		return append(out, one...)
	}
	inner := indent + "  "
	each := func(i int) {
		if i > 0 {
			out = append(out, ',')
		}
		out = append(append(out, '\n'), inner...)
	}
	switch v := value.(type) {
	case subschema:
		out = append(out, '{')
		for i, k := range v {
			each(i)
			out = layOut(append(jsonText(out, k.name), ": "...), k.value, inner)
		}
		return append(append(append(out, '\n'), indent...), '}')
	case []subschema:
		out = append(out, '[')
		for i, s := range v {
			each(i)
			out = layOut(out, s, inner)
		}
	case []string:
		out = append(out, '[')
		for i, s := range v {
			each(i)
			out = jsonText(out, s)
		}
	default:
		return oneLine(out, value)
	}
	return append(append(append(out, '\n'), indent...), ']')
}

// oneLine appends a value as JSON without a line break.
func oneLine(out []byte, value any) []byte {
	switch v := value.(type) {
	case subschema:
		out = append(out, '{')
		for i, k := range v {
			if i > 0 {
				out = append(out, ", "...)
			}
			out = oneLine(append(jsonText(out, k.name), ": "...), k.value)
		}
		return append(out, '}')
	case []subschema:
		return listed(out, v)
	case []string:
		return listed(out, v)
	case []any:
		return listed(out, v)
	default:
		return jsonText(out, v)
	}
}

// listed appends a list as JSON without a line break.
func listed[T any](out []byte, list []T) []byte {
	out = append(out, '[')
	for i, v := range list {
		if i > 0 {
			out = append(out, ", "...)
		}
		out = oneLine(out, v)
	}
	return append(out, ']')
}

// jsonText appends a text, number, boolean or nothing as JSON.
func jsonText(out []byte, value any) []byte {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(value); err != nil {
		panic("schema: " + err.Error()) // something that is no JSON was put in: a fault of this package
	}
	return append(out, bytes.TrimRight(b.Bytes(), "\n")...)
}
