package strictyaml

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"briefnote/diag"
)

// Decoder puts nodes into Go values and collects what does not fit.
//
// It understands structs with `yaml` tags (see [Field]), slices, maps with
// string keys, pointers, [Text], string, bool, int, float64, and types that
// are an [Unmarshaler] or a [ScalarDecoder].
type Decoder struct {
	Problems []diag.Diagnostic

	// Elsewhere, where set, is asked about an unknown key and may return a
	// better hint than the nearest key.
	Elsewhere func(pointer, key string) string
}

// Unmarshaler is a type that reads a node itself, such as one that may be
// written in several forms. It reports what it cannot read to d.
type Unmarshaler interface {
	UnmarshalNode(d *Decoder, n *Node)
}

// ScalarDecoder is a type that reads a text itself, such as a length. The
// error's text is a plain sentence for the author.
type ScalarDecoder interface {
	DecodeScalar(value string) error
}

// Unmarshal decodes a file of one document into a struct.
func Unmarshal(name string, src []byte, into any) []diag.Diagnostic {
	f := Parse(name, src)
	d := &Decoder{Problems: f.Problems}
	switch {
	case f.Empty():
		d.Report(RuleMissing, diag.Span{File: name}, "", "the file is empty", `write "key: value" lines`)
	case len(f.Documents) > 1:
		d.Report(RuleSyntax, f.Documents[1].Span, "", "only one document may stand in this file", "delete everything from the second --- on")
	case len(f.Documents) == 1 && f.Documents[0].Root != nil:
		d.Decode(f.Documents[0].Root, into)
	}
	return diag.Sort(d.Problems)
}

// Decode puts a node into what a pointer points at.
func (d *Decoder) Decode(n *Node, into any) { d.value(n, reflect.ValueOf(into).Elem()) }

// Report adds an error about a place.
func (d *Decoder) Report(rule string, at diag.Span, pointer, message, hint string) {
	d.Problems = append(d.Problems, diag.Diagnostic{
		Rule: rule, Severity: diag.Error, Span: at, Path: pointer, Message: message, Hint: hint,
	})
}

// WrongType reports that a node is of another form than the one wanted, which
// is named for the author: "a text", "a list of points".
func (d *Decoder) WrongType(n *Node, want string) {
	d.WrongForm(n, want, typeHint(n, want))
}

// WrongForm is [Decoder.WrongType] with a hint of the caller's.
func (d *Decoder) WrongForm(n *Node, want, hint string) {
	is := map[Kind]string{Scalar: "a text", Mapping: "a group of keys", Sequence: "a list"}[n.Kind]
	message := fmt.Sprintf("%s is expected here, not %s", want, is)
	if n.Kind == Mapping && !n.Flow && len(n.Pairs) > 0 {
		message = fmt.Sprintf("%s is expected here, and %q is read as a key", want, n.Pairs[0].Key.Value+":")
	}
	d.Report(RuleType, firstLineOf(n), n.Pointer, message, hint)
}

// typeHint guesses how a value came to have another form than was meant.
func typeHint(n *Node, want string) string {
	wantsText := strings.Contains(want, "text")
	switch {
	case wantsText && n.Kind == Sequence && n.Flow:
		return mustQuote("[")
	case wantsText && n.Kind == Mapping && n.Flow:
		return mustQuote("{")
	case wantsText && n.Kind == Mapping && len(n.Pairs) > 0:
		return fmt.Sprintf("a text that holds a colon and a space must be quoted (\"%s: …\") or written under >-", n.Pairs[0].Key.Value)
	case wantsText && n.Kind == Sequence:
		return `take the "- " away, or write it on one line after the key`
	case n.Kind == Mapping && strings.HasPrefix(want, "a list"), n.Kind == Scalar && strings.HasPrefix(want, "a list"):
		return `start each entry on a line of its own with "- "`
	case n.Kind == Sequence:
		return `write "key: value" lines without "- "`
	default:
		return `write "key: value" lines, indented`
	}
}

// firstLineOf returns the place to show for a node that may be long.
func firstLineOf(n *Node) diag.Span {
	if n.Kind == Mapping && len(n.Pairs) > 0 && !n.Flow {
		return n.Pairs[0].Key.Span
	}
	return n.Span
}

// value decodes a node into v. Broken nodes were reported when they were parsed.
func (d *Decoder) value(n *Node, v reflect.Value) {
	if n == nil || n.Kind == Broken {
		return
	}
	n.Form = v.Type()
	if u, ok := v.Addr().Interface().(Unmarshaler); ok {
		u.UnmarshalNode(d, n)
		return
	}
	if n.Kind == Scalar && n.Null {
		return
	}
	if t, ok := v.Addr().Interface().(*Text); ok {
		d.text(n, t)
		return
	}
	if s, ok := v.Addr().Interface().(ScalarDecoder); ok {
		d.custom(n, s)
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		d.value(n, v.Elem())
	case reflect.Struct:
		d.structure(n, v)
	case reflect.Slice:
		d.slice(n, v)
	case reflect.Map:
		d.table(n, v)
	default:
		d.scalar(n, v)
	}
}

func (d *Decoder) text(n *Node, t *Text) {
	if n.Kind != Scalar {
		d.WrongType(n, "a text")
		return
	}
	*t = n.Text
}

func (d *Decoder) custom(n *Node, s ScalarDecoder) {
	if n.Kind != Scalar {
		d.WrongType(n, "a text")
		return
	}
	if err := s.DecodeScalar(n.Text.Value); err != nil {
		d.Report(RuleValue, n.Span, n.Pointer, err.Error(), "")
	}
}

func (d *Decoder) slice(n *Node, v reflect.Value) {
	if n.Kind != Sequence {
		d.WrongType(n, "a list")
		return
	}
	out := reflect.MakeSlice(v.Type(), len(n.Items), len(n.Items))
	for i, item := range n.Items {
		if item.Kind == Scalar && item.Null {
			d.emptyEntry(item, v.Type().Elem())
		}
		d.value(item, out.Index(i))
	}
	v.Set(out)
}

// emptyEntry reports an entry of a list that is left empty where some of its
// keys are needed.
func (d *Decoder) emptyEntry(n *Node, t reflect.Type) {
	if t.Kind() != reflect.Struct || t == reflect.TypeFor[Text]() {
		return
	}
	for _, f := range Fields(t) {
		if f.Required {
			d.Report(RuleMissing, n.Span, n.Pointer, "this entry is empty", fmt.Sprintf("write %s: after the -, %s; or delete the -", f.Key, f.Doc))
			return
		}
	}
}

func (d *Decoder) table(n *Node, v reflect.Value) {
	if n.Kind != Mapping {
		d.WrongType(n, "a group of keys")
		return
	}
	out := reflect.MakeMap(v.Type())
	for _, p := range n.Pairs {
		entry := reflect.New(v.Type().Elem()).Elem()
		d.value(p.Value, entry)
		out.SetMapIndex(reflect.ValueOf(p.Key.Value), entry)
	}
	v.Set(out)
}

// scalar decodes strings, numbers and booleans.
func (d *Decoder) scalar(n *Node, v reflect.Value) {
	if n.Kind != Scalar {
		d.WrongType(n, map[bool]string{true: "a text", false: "a single value"}[v.Kind() == reflect.String])
		return
	}
	value := strings.TrimSpace(n.Text.Value)
	switch v.Kind() {
	case reflect.String:
		v.SetString(n.Text.Value)
	case reflect.Bool:
		b, ok := map[string]bool{"true": true, "yes": true, "false": false, "no": false}[strings.ToLower(value)]
		if !ok {
			d.Report(RuleType, n.Span, n.Pointer, fmt.Sprintf("%q is neither true nor false", value), "write true or false")
		}
		v.SetBool(b)
	case reflect.Int:
		i, err := strconv.Atoi(value)
		if err != nil {
			d.Report(RuleType, n.Span, n.Pointer, fmt.Sprintf("%q is not a whole number", value), "write digits only")
		}
		v.SetInt(int64(i))
	case reflect.Float64:
		f, err := strconv.ParseFloat(value, 64)
		if err != nil {
			d.Report(RuleType, n.Span, n.Pointer, fmt.Sprintf("%q is not a number", value), "write it like 1.5")
		}
		v.SetFloat(f)
	default:
		panic("strictyaml: a struct has a field of kind " + v.Kind().String())
	}
}

// structure decodes a mapping into a struct by its table of fields.
func (d *Decoder) structure(n *Node, v reflect.Value) {
	table := Fields(v.Type())
	if n.Kind != Mapping {
		d.WrongForm(n, "a group of keys", "its keys are "+strings.Join(Keys(table), ", ")+`: write them as "key: value" lines, indented`)
		return
	}
	var meant, free []string // what unknown keys were probably meant to be, and the keys that are left for it
	for _, p := range n.Pairs {
		f := lookUp(table, p.Key.Value)
		if f == nil {
			if free == nil { // once, however many there are
				free = freeKeys(n, table)
			}
			meant = append(meant, d.unknown(n, p.Key, table, free))
			continue
		}
		if f.Required && p.Value.Empty() {
			d.Empty(p, f.Doc)
			continue
		}
		d.value(p.Value, v.FieldByIndex(f.Index))
	}
	d.missing(n, table, meant)
}

// freeKeys returns the keys of a table that a mapping does not have.
func freeKeys(n *Node, table []Field) []string {
	has := make(map[string]bool, len(n.Pairs))
	for _, p := range n.Pairs {
		has[p.Key.Value] = true
	}
	return slices.DeleteFunc(Keys(table), func(k string) bool { return has[k] })
}

// unknown reports a key that the table lacks, and returns the one of those
// still free that it was probably meant to be.
func (d *Decoder) unknown(n *Node, key Text, table []Field, free []string) string {
	meant, near := diag.Nearest(key.Value, free)
	present, again := diag.Nearest(key.Value, Keys(table))
	hint := ""
	switch {
	case near:
		hint = fmt.Sprintf("did you mean %q?", meant)
	case again:
		hint = fmt.Sprintf("did you mean %q? it stands here already", present)
	case d.Elsewhere != nil:
		hint = d.Elsewhere(n.Pointer, key.Value)
	}
	if hint == "" {
		hint = "the keys here are " + strings.Join(Keys(table), ", ")
	}
	d.Report(RuleUnknown, key.Span, key.Pointer, fmt.Sprintf("unknown key %q", key.Value), hint)
	return meant
}

// missing reports required keys that a mapping lacks, at its first key. One
// that a misspelt key was probably meant to be is not reported again.
func (d *Decoder) missing(n *Node, table []Field, meant []string) {
	if n.Holed {
		return
	}
	for _, f := range table {
		if !f.Required || n.Get(f.Key) != nil || slices.Contains(meant, f.Key) {
			continue
		}
		d.Missing(n, f.Key, f.Doc)
	}
}

// Missing reports that a mapping lacks a key, at the mapping's first key.
func (d *Decoder) Missing(n *Node, key, doc string) {
	at := n.Span
	if len(n.Pairs) > 0 {
		at = n.Pairs[0].Key.Span
	}
	d.Report(RuleMissing, at, n.Pointer, fmt.Sprintf("the key %q is missing", key), "add it: "+doc)
}

// Empty reports that an entry that is needed has no value.
func (d *Decoder) Empty(p Pair, doc string) {
	at, hint := p.Key.Span, "write it after the colon: "+doc
	if !p.Value.Comment.IsZero() {
		at, hint = p.Value.Comment, "a # starts a comment; if this is the text, put it in quotes"
	}
	d.Report(RuleMissing, at, p.Key.Pointer, fmt.Sprintf("%q is empty", p.Key.Value), hint)
}
