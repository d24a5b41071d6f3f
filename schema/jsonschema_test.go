package schema

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"gopkg.in/yaml.v3"

	"briefnote/diag"
	"briefnote/internal/strictyaml"
)

// compiled returns the schema of a kind, or of all, ready for use.
func compiled(t testing.TB, kind string) *jsonschema.Schema {
	t.Helper()
	src, ok := JSONSchema(kind)
	if !ok {
		t.Fatalf("there is no schema of %q", kind)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(src))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	name := "note" + kind + ".json"
	if err := c.AddResource(name, doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile(name)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// instances returns the documents of a file as an editor's YAML reader hands
// them to a validator, or an error where it has none to hand on.
func instances(src []byte) (out []any, err error) {
	defer func() {
		if recover() != nil {
			err = fmt.Errorf("the reader stopped")
		}
	}()
	decoder := yaml.NewDecoder(bytes.NewReader(src))
	for {
		var n yaml.Node
		if err := decoder.Decode(&n); err != nil {
			if len(out) > 0 && err.Error() == "EOF" {
				return out, nil
			}
			return nil, err
		}
		v, err := instance(n.Content[0])
		if err != nil {
			return nil, err
		}
		out = append(out, v)
	}
}

// instance is a value as JSON knows it. Dates are texts, as in YAML 1.2.
func instance(n *yaml.Node) (any, error) {
	switch {
	case n.Kind == yaml.AliasNode:
		return nil, fmt.Errorf("an alias")
	case n.Kind == yaml.SequenceNode:
		out := []any{}
		for _, c := range n.Content {
			v, err := instance(c)
			if err != nil {
				return nil, err
			}
			out = append(out, v)
		}
		return out, nil
	case n.Kind == yaml.MappingNode:
		out := map[string]any{}
		for i := 0; i < len(n.Content); i += 2 {
			v, err := instance(n.Content[i+1])
			if err != nil {
				return nil, err
			}
			out[n.Content[i].Value] = v
		}
		return out, nil
	case n.Tag == "!!null":
		return nil, nil
	case n.Tag == "!!bool":
		return strings.EqualFold(n.Value, "true"), nil
	case n.Tag == "!!int" || n.Tag == "!!float":
		return number(n)
	default:
		return n.Value, nil
	}
}

func number(n *yaml.Node) (any, error) {
	var i int64
	if n.Tag == "!!int" && n.Decode(&i) == nil {
		return json.Number(strconv.FormatInt(i, 10)), nil
	}
	var f float64
	if err := n.Decode(&f); err != nil {
		return nil, err
	}
	text, err := json.Marshal(f)
	if err != nil { // .inf and .nan
		return n.Value, nil
	}
	return json.Number(text), nil
}

// unsayable are the findings that JSON Schema has no words for, with the reason;
// docs/schema.md lists them. A note that has only such findings is accepted by
// the schema. No other difference is allowed.
var unsayable = []struct {
	rule, why string
	is        func(n *strictyaml.Node, d diag.Diagnostic) bool
}{
	{strictyaml.RuleSyntax, "the YAML itself", nil},
	{strictyaml.RuleDuplicate, "the YAML itself", nil},
	{strictyaml.RuleAlias, "the YAML itself", nil},
	{strictyaml.RuleControl, "the YAML itself", nil},
	{strictyaml.RuleTooLarge, "the YAML itself", nil},
	{RuleMissingFootnote, "a text and the footnotes", nil},
	{RuleIncludeNotFound, "another file", nil},
	{strictyaml.RuleTooDeep, "headings and lists inside a text", isText},
	{strictyaml.RuleValue, "what is written inside a text", isMarkup},
	{strictyaml.RuleMissing, "a text of which nothing is printed", isUnprinted},
	{strictyaml.RuleValue, "two values compared", func(_ *strictyaml.Node, d diag.Diagnostic) bool {
		return strings.Contains(d.Message, "comes before") || strings.Contains(d.Message, "is not a range") && strings.HasPrefix(d.Path, "/source/")
	}},
	{strictyaml.RuleValue, "the days that a month has", func(_ *strictyaml.Node, d diag.Diagnostic) bool {
		return strings.Contains(d.Message, "there is no such date as")
	}},
	{strictyaml.RuleValue, "a point behind a topic", func(_ *strictyaml.Node, d diag.Diagnostic) bool {
		return d.Message == "a point stands among topics"
	}},
	{strictyaml.RuleType, "how a number is written", isOddNumber},
	{strictyaml.RuleValue, "how a number is written", isOddNumber},
}

// isText holds for findings inside a text.
func isText(n *strictyaml.Node, _ diag.Diagnostic) bool {
	return n != nil && n.Kind == strictyaml.Scalar
}

// isMarkup holds for findings about a stretch of a text, or about its lines.
func isMarkup(n *strictyaml.Node, d diag.Diagnostic) bool {
	if !isText(n, d) {
		return false
	}
	for _, constraint := range []string{"is not a value of", "is not a security level", "is not a date", "is not a range", `" cannot be `, "cannot have this id", "called unknown"} {
		if strings.Contains(d.Message, constraint) {
			return false
		}
	}
	return !strings.Contains(d.Message, "provision") || d.Span != n.Span
}

func isUnprinted(n *strictyaml.Node, d diag.Diagnostic) bool {
	return isText(n, d) && strings.Trim(n.Text.Value, " \t\r\n") != ""
}

func isOddNumber(n *strictyaml.Node, d diag.Diagnostic) bool {
	if !isText(n, d) || n.Text.Style != strictyaml.Plain {
		return false
	}
	var v yaml.Node
	if yaml.Unmarshal([]byte(n.Text.Value), &v) != nil || len(v.Content) == 0 {
		return false
	}
	tag := v.Content[0].Tag
	_, err := strconv.Atoi(n.Text.Value)
	return (tag == "!!int" || tag == "!!float") && err != nil
}

// sayable returns the findings that the schema must have words for.
func sayable(src []byte, found []diag.Diagnostic) []diag.Diagnostic {
	roots := []*strictyaml.Node{nil}
	parsed := strictyaml.Parse("n.yaml", src)
	for _, d := range parsed.Documents {
		roots = append(roots, d.Root)
	}
	return slices.DeleteFunc(slices.Clone(found), func(d diag.Diagnostic) bool {
		return slices.ContainsFunc(roots, func(root *strictyaml.Node) bool {
			n := at(root, d.Path)
			for _, u := range unsayable {
				if u.rule == d.Rule && (u.is == nil || u.is(n, d)) {
					return true
				}
			}
			return false
		})
	})
}

// at finds what a JSON pointer points at.
func at(n *strictyaml.Node, pointer string) *strictyaml.Node {
	if pointer == "" || n == nil {
		return n
	}
	step, rest, _ := strings.Cut(pointer[1:], "/")
	if rest != "" {
		rest = "/" + rest
	}
	if n.Kind == strictyaml.Sequence {
		i, err := strconv.Atoi(step)
		if err != nil || i >= len(n.Items) {
			return nil
		}
		return at(n.Items[i], rest)
	}
	return at(n.Get(strings.NewReplacer("~1", "/", "~0", "~").Replace(step)), rest)
}

// schemas are all that there are.
type schemas struct {
	all   *jsonschema.Schema
	kinds map[string]*jsonschema.Schema
}

func allSchemas(t testing.TB) schemas {
	s := schemas{compiled(t, ""), map[string]*jsonschema.Schema{}}
	for _, k := range KindNames() {
		s.kinds[k] = compiled(t, k)
	}
	return s
}

// compare holds the decoder and the schemas against one file. It returns what
// they disagree on, and whether the decoder accepts.
func (s schemas) compare(src []byte) (difference string, accepted, compared bool) {
	f := Decode("n.yaml", src)
	docs, err := instances(src)
	if err != nil {
		return "", f.Valid(), false // there is nothing to hand to a validator
	}
	all, kind := error(nil), error(nil)
	for _, doc := range docs {
		if err := s.all.Validate(doc); err != nil {
			all = err
		}
		m, _ := doc.(map[string]any)
		name, _ := m["kind"].(string)
		if k := s.kinds[name]; k != nil {
			if err := k.Validate(doc); err != nil {
				kind = err
			}
		} else {
			kind = s.all.Validate(doc)
		}
	}
	if (all == nil) != (kind == nil) {
		return fmt.Sprintf("the schema of all kinds says %v\nthat of the kind %v", all, kind), f.Valid(), true
	}
	left := sayable(src, f.Problems)
	switch {
	case f.Valid() && all != nil:
		return fmt.Sprintf("only the schema refuses it: %v", all), true, true
	case len(left) > 0 && all == nil:
		return fmt.Sprintf("only the decoder refuses it: %v", left), false, true
	}
	return "", f.Valid(), true
}

// TestSchemaAgreesOnFiles compares the two on all samples and all fixtures.
func TestSchemaAgreesOnFiles(t *testing.T) {
	s := allSchemas(t)
	dirs := []string{"testdata/bad", "testdata/good", "../samples/drafts", "../samples/fcm-2019", "../samples/winter-binder", "../conformance/notes"}
	compared := 0
	for _, dir := range dirs {
		for _, path := range notes(t, dir) {
			src := read(t, path)
			difference, _, did := s.compare(src)
			if difference != "" {
				t.Errorf("%s: %s", filepath.ToSlash(path), difference)
			}
			if did {
				compared++
			}
		}
	}
	t.Logf("%d files compared", compared)
	if compared < 150 {
		t.Errorf("only %d files compared", compared)
	}
}

// generatedNotes is how many notes are made up.
const generatedNotes = 10_000

// TestSchemaAgreesOnGenerated compares the two on notes that are made up at
// random from the fields of the kinds, with values that fit and values that do not.
func TestSchemaAgreesOnGenerated(t *testing.T) {
	s := allSchemas(t)
	accepted, differences := 0, 0
	for i := range generatedNotes {
		g := &generator{rand.New(rand.NewPCG(2026, uint64(i)))}
		src, err := yaml.Marshal(g.note())
		if err != nil {
			t.Fatal(err)
		}
		difference, ok, compared := s.compare(src)
		if !compared {
			t.Fatalf("note %d cannot be read:\n%s", i, src)
		}
		if ok {
			accepted++
		}
		if difference != "" {
			t.Errorf("note %d: %s\n%s", i, difference, src)
			if differences++; differences > 5 {
				t.FailNow()
			}
		}
	}
	t.Logf("%d of %d generated notes are accepted", accepted, generatedNotes)
	if accepted < generatedNotes/5 || accepted > generatedNotes*4/5 {
		t.Errorf("%d of %d notes are accepted: too one-sided to mean anything", accepted, generatedNotes)
	}
}

// TestSchemaExamples holds the examples against the schemas that they stand in.
func TestSchemaExamples(t *testing.T) {
	found := 0
	for _, kind := range KindNames() {
		src, _ := JSONSchema(kind)
		doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(src))
		if err != nil {
			t.Fatal(err)
		}
		c := jsonschema.NewCompiler()
		if err := c.AddResource("note.json", doc); err != nil {
			t.Fatal(err)
		}
		for key, p := range doc.(map[string]any)["properties"].(map[string]any) {
			property := p.(map[string]any)
			if property["title"] == nil || property["description"] == nil {
				t.Errorf("%s of %s has no title or no description", key, kind)
			}
			list, _ := property["examples"].([]any)
			for _, e := range list {
				found++
				s, err := c.Compile("note.json#/properties/" + key)
				if err == nil {
					err = s.Validate(e)
				}
				if err != nil {
					t.Errorf("the example of %s: %v", key, err)
				}
			}
		}
	}
	if found < 20 {
		t.Errorf("only %d examples", found)
	}
}
