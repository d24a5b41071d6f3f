package schema

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/go-playground/validator/v10"

	"briefnote/diag"
	"briefnote/internal/strictyaml"
)

// inlineMark stands for an embedded struct in the paths of the validator; it
// has no key in the file.
const inlineMark = "\x00"

// values is the validator with the tags of this package, made when first needed.
var values = sync.OnceValue(func() *validator.Validate {
	v := validator.New()
	v.RegisterTagNameFunc(func(f reflect.StructField) string {
		key, option, _ := strings.Cut(f.Tag.Get("yaml"), ",")
		if option == "inline" {
			return inlineMark
		}
		return key
	})
	v.RegisterCustomTypeFunc(func(x reflect.Value) any { return x.Interface().(Word).Value }, Word{})
	v.RegisterCustomTypeFunc(func(x reflect.Value) any { return x.Interface().(Text).String() }, Text{})
	v.RegisterCustomTypeFunc(func(x reflect.Value) any { return x.Interface().(Title).In(false).String() }, Title{})
	for tag, check := range map[string]func(string) bool{
		"marking": func(s string) bool { _, ok := ParseLevel(s); return ok },
		"date":    isDate,
		"due":     func(s string) bool { return isDate(s) || isInstant(s) },
	} {
		mustRegister(v, tag, func(fl validator.FieldLevel) bool { return check(fl.Field().String()) })
	}
	// The library's own two read what a tag lists by a pattern, which takes as
	// long to make as all the other checks of a note.
	mustRegister(v, "oneof", func(fl validator.FieldLevel) bool {
		return slices.Contains(strings.Fields(fl.Param()), fl.Field().String())
	})
	mustRegister(v, "required_unless", requiredUnless)
	mustRegister(v, "range", func(fl validator.FieldLevel) bool {
		r, ok := fl.Field().Interface().([]int)
		return ok && len(r) == 2 && r[0] >= 1 && r[0] <= r[1]
	})
	return v
})

func mustRegister(v *validator.Validate, tag string, check validator.Func) {
	if err := v.RegisterValidation(tag, check, tag == "required_unless"); err != nil {
		panic("schema: " + err.Error()) // the tag's name is wrong: a fault of this file
	}
}

// requiredUnless reports whether a field has a value, or one of the others that
// its tag names has the value named with it.
func requiredUnless(fl validator.FieldLevel) bool {
	form := reflect.Indirect(fl.Parent())
	for words := strings.Fields(fl.Param()); len(words) > 1; words = words[2:] {
		if w, ok := form.FieldByName(words[0]).Interface().(Word); ok && w.Value == words[1] {
			return true
		}
	}
	return !fl.Field().IsZero()
}

// check reports what is wrong with a note's values, and what holds between them.
func check(d *strictyaml.Decoder, root *strictyaml.Node, note Note) {
	checkForm(d, root, note)
	checkSignOff(d, note.Env())
	checkFootnotes(d, note)
	if w, ok := note.(*WithheldNotice); ok {
		checkExemptions(d, root, w)
	}
}

// checkForm runs the constraints of a struct's `validate` tags, the struct
// having been read from node n.
func checkForm(d *strictyaml.Decoder, n *strictyaml.Node, form any) {
	var failures validator.ValidationErrors
	if !errors.As(values().Struct(form), &failures) {
		return
	}
	note, _ := form.(Note)
	for _, f := range failures {
		node, key, found := locate(n, f.Namespace())
		if !found && f.Tag() != "required_unless" {
			continue // the decoder has said what is missing, or what stands in its place
		}
		report(d, note, node, key, f)
	}
}

// locate finds the node that a path of the validator means, such as
// "BriefingNote.meeting.with[0].name", or else its nearest parent, and the
// path's last key, and whether the node itself was found.
func locate(n *strictyaml.Node, path string) (*strictyaml.Node, string, bool) {
	parts := strings.FieldsFunc(path, func(r rune) bool { return r == '.' || r == '[' || r == ']' })
	key := ""
	for _, part := range parts[1:] {
		if part == inlineMark {
			continue
		}
		key = part
		next := n.Get(part)
		if next == nil {
			var i int
			if _, err := fmt.Sscan(part, &i); err == nil && i < len(n.Items) {
				next = n.Items[i]
			}
		}
		if next == nil {
			return n, key, false
		}
		n = next
	}
	return n, key, true
}

// report words a failure for the author.
func report(d *strictyaml.Decoder, note Note, n *strictyaml.Node, key string, f validator.FieldError) {
	if n.Kind == strictyaml.Broken {
		return
	}
	if _, err := strconv.Atoi(n.Text.Value); err != nil && f.Kind() == reflect.Int {
		return // it is no number, as the decoder has said
	}
	value := n.Text.Value
	at, pointer := n.Span, n.Pointer
	bad := func(message, hint string) { d.Report(strictyaml.RuleValue, at, pointer, message, hint) }
	switch f.Tag() {
	case "required":
		if f.Kind() == reflect.Int { // a zero; of anything else the decoder has said that it is empty
			bad(fmt.Sprintf("%q cannot be %s", key, value), "write a whole number from 1")
		}
	case "required_unless":
		missingUnless(d, note, key)
	case "oneof":
		bad(fmt.Sprintf("%q is not a value of %q", value, key), oneOf(value, strings.Fields(f.Param())))
	case "marking":
		badMarking(d, n)
	case "date", "due":
		if note != nil && note.Env().Released() {
			return
		}
		badDate(d, &n.Text, key, f.Tag() == "due")
	case "range":
		bad(fmt.Sprintf("%q is not a range", key), "write the first and the last, from 1: [1, 118]")
	case "gtefield":
		bad(fmt.Sprintf("%q comes before %q", "to", "from"), "write the later page under to")
	case "min":
		bad(fmt.Sprintf("%q cannot be %s", key, value), "write a whole number from "+f.Param())
	case "max":
		bad(fmt.Sprintf("%q cannot be %s", key, value), "write at most "+f.Param())
	default:
		panic("schema: no words for the constraint " + f.Tag())
	}
}

// oneOf says which of the values that a key may have was meant, or lists them.
func oneOf(value string, known []string) string {
	if hint := diag.DidYouMean(value, known); hint != "" {
		return hint
	}
	lower := strings.ToLower(value)
	for _, k := range known {
		if slices.Contains(strings.Fields(lower), k) || strings.HasPrefix(lower, k) { // "For decision", "French"
			return fmt.Sprintf("did you mean %q?", k)
		}
	}
	return "write " + joinWith(known, "or")
}

// missingUnless reports a key that the note lacks or leaves empty, unless a
// misspelt key was probably meant to be it.
func missingUnless(d *strictyaml.Decoder, note Note, key string) {
	root := note.Env().Node
	doc := ""
	for _, f := range strictyaml.Fields(typeOf[Envelope]()) {
		if f.Key == key {
			doc = f.Doc
		}
	}
	for _, p := range root.Pairs {
		if p.Key.Value == key {
			if saysNothing(p.Value) {
				d.Empty(p, doc)
			}
			return
		}
		if _, known := homes()[p.Key.Value]; !known {
			if near, ok := diag.Nearest(p.Key.Value, []string{key}); ok && near == key {
				return
			}
		}
	}
	if !root.Holed {
		d.Missing(root, key, doc)
	}
}

// saysNothing reports whether a value is empty, or a group of keys that all are.
func saysNothing(n *strictyaml.Node) bool {
	return n.Empty() || n.Kind == strictyaml.Scalar || n.Kind == strictyaml.Mapping &&
		!slices.ContainsFunc(n.Pairs, func(p strictyaml.Pair) bool { return !p.Value.Empty() })
}

// badDate reports a date, or a date with a time, that is none.
func badDate(d *strictyaml.Decoder, w *Word, key string, withTime bool) {
	value := w.Value
	form := "YYYY-MM-DD"
	if withTime {
		form = "YYYY-MM-DD or YYYY-MM-DDTHH:MM"
	}
	message := fmt.Sprintf("%q is not a date", value)
	if dateForm().MatchString(value) || instantForm().MatchString(value) {
		message = fmt.Sprintf("there is no such date as %s", value)
	}
	d.Report(strictyaml.RuleValue, w.Span, w.Pointer, message, fmt.Sprintf("write %s as %s", key, form))
}
