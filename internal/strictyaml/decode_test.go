package strictyaml

import (
	"errors"
	"fmt"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// size is a length that reads itself.
type size struct{ points float64 }

func (s *size) DecodeScalar(value string) error {
	if value != "1in" {
		return errors.New("write a length such as 1in")
	}
	s.points = 72
	return nil
}

type inner struct {
	Word Text `yaml:"word" validate:"required" doc:"a word"`
}

type shared struct {
	Shared string `yaml:"shared" doc:"of an embedded struct"`
}

type outer struct {
	Shared shared            `yaml:",inline"`
	Name   string            `yaml:"name" validate:"required" doc:"what it is called"`
	Count  int               `yaml:"count" doc:"how many"`
	Ratio  float64           `yaml:"ratio" doc:"how much"`
	On     bool              `yaml:"on" doc:"whether"`
	Length size              `yaml:"length" doc:"how long"`
	List   []string          `yaml:"list" doc:"several"`
	Table  map[string]string `yaml:"table" doc:"by name"`
	Inner  *inner            `yaml:"inner" doc:"a group"`
	Hidden string            `yaml:"-"`
}

func TestUnmarshal(t *testing.T) {
	var got outer
	src := "shared: s\nname: 1.0\ncount: 3\nratio: 1.5\non: yes\nlength: 1in\nlist: [a, no]\ntable: {x: y}\ninner: {word: w}\n"
	if ds := Unmarshal("n.yaml", []byte(src), &got); len(ds) > 0 {
		t.Fatal(ds)
	}
	word := got.Inner.Word.Value
	got.Inner = nil
	want := outer{
		Shared: shared{"s"}, Name: "1.0", Count: 3, Ratio: 1.5, On: true, Length: size{72},
		List: []string{"a", "no"}, Table: map[string]string{"x": "y"},
	}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(outer{}, shared{}, size{})); diff != "" || word != "w" {
		t.Errorf("%s, word %q", diff, word)
	}
}

// TestUnmarshalRefused holds what is said of values that do not fit, and where.
func TestUnmarshalRefused(t *testing.T) {
	tests := []struct{ src, at, message, hint string }{
		{"", "", "the file is empty", `write "key: value" lines`},
		{"name: a\n---\nname: b", "\nname: b", "only one document", "from the second --- on"},
		{"[a]", "[a]", "a group of keys is expected here, not a list", "its keys are shared, name,"},
		{"name:", "name", `"name" is empty`, "what it is called"},
		{"name: # a", "# a", `"name" is empty`, "put it in quotes"},
		{"count: 1", "count", `the key "name" is missing`, "add it: what it is called"},
		{"nam: a", "nam", `unknown key "nam"`, `did you mean "name"?`},
		{"name: a\nName: b", "Name", `unknown key "Name"`, "it stands here already"},
		{"name: a\nother: b", "other", `unknown key "other"`, "the keys here are shared, name"},
		{"name: [a]", "[a]", "a text is expected here, not a list", "starts with [ must be quoted"},
		{"name: a\ncount: few", "few", `"few" is not a whole number`, "digits"},
		{"name: a\nratio: half", "half", `"half" is not a number`, "1.5"},
		{"name: a\non: maybe", "maybe", "neither true nor false", "true or false"},
		{"name: a\ncount: {x: y}", "{x: y}", "a single value is expected here, not a group of keys", ""},
		{"name: a\nlength: 2em", "2em", "write a length such as 1in", ""},
		{"name: a\nlength: [1in]", "[1in]", "a text is expected here, not a list", ""},
		{"name: a\nlist: b", "b", "a list is expected here, not a text", `with "- "`},
		{"name: a\nlist:\n  b: c", "b", `a list is expected here, and "b:" is read as a key`, `with "- "`},
		{"name: a\ntable: b", "b", "a group of keys is expected here, not a text", `"key: value"`},
		{"name: a\ntable:\n  - b", "- b", "a group of keys is expected here, not a list", `without "- "`},
		{"name: a\ninner: b", "b", "a group of keys is expected here, not a text", "its keys are word"},
		{"name: a\ninner: {}", "{}", `the key "word" is missing`, "a word"},
	}
	for _, tt := range tests {
		t.Run(tt.src, func(t *testing.T) {
			var into outer
			ds := Unmarshal("n.yaml", []byte(tt.src), &into)
			if len(ds) != 1 {
				t.Fatalf("findings: %v", ds)
			}
			if at := tt.src[ds[0].Span.Start:ds[0].Span.End]; at != tt.at {
				t.Errorf("reported at %q, want %q", at, tt.at)
			}
			if !strings.Contains(ds[0].Message, tt.message) || !strings.Contains(ds[0].Hint, tt.hint) {
				t.Errorf("says %q, %q", ds[0].Message, ds[0].Hint)
			}
		})
	}
}

// TestHoled holds that a key is not called missing where an entry could not be
// read, which may have been it.
func TestHoled(t *testing.T) {
	var into outer
	if ds := Unmarshal("n.yaml", []byte("count: 1\nname a\n"), &into); len(ds) != 1 || ds[0].Rule != RuleSyntax {
		t.Error(ds)
	}
}

// TestPlace holds where stretches of a text are said to stand.
func TestPlace(t *testing.T) {
	src := []byte("a: \"x\\ty\n  z\"\nb:\n")
	root := Parse("n.yaml", src).Documents[0].Root
	text := root.Get("a").Text
	for _, tt := range []struct {
		start, end int
		want       string
	}{
		{0, 1, "x"}, {1, 2, `\t`}, {2, 3, "y"}, {3, 4, "\n  "}, {0, 5, "x\\ty\n  z"}, {1, 3, `\ty`}, {5, 5, ""}, {2, 2, ""},
	} {
		s := text.Place(tt.start, tt.end)
		if got := string(src[s.Start:s.End]); got != tt.want {
			t.Errorf("Place(%d, %d) is %q, want %q", tt.start, tt.end, got, tt.want)
		}
	}
	if empty := root.Get("b"); !empty.Empty() || empty.Text.Place(0, 0) != empty.Text.Span {
		t.Errorf("an empty value stands at %v", empty.Text.Place(0, 0))
	}
	if (*Node)(nil).Get("x") != nil || !(*Node)(nil).Empty() {
		t.Error("no node has a value")
	}
}

// TestManyUnknownKeys holds that what is done about an unknown key does not grow
// with their number: the memory that twice as many take is about twice as much.
func TestManyUnknownKeys(t *testing.T) {
	taken := func(keys int) uint64 {
		var src strings.Builder
		for i := range keys {
			fmt.Fprintf(&src, "u%d: x\n", i)
		}
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		problems := Unmarshal("many.yaml", []byte(src.String()), &struct {
			Known string `yaml:"known" doc:"a text"`
		}{})
		runtime.ReadMemStats(&after)
		if len(problems) != keys {
			t.Fatalf("%d findings, want %d", len(problems), keys)
		}
		return after.TotalAlloc - before.TotalAlloc
	}
	if once, twice := taken(500), taken(1000); twice > 3*once {
		t.Errorf("500 unknown keys take %d bytes, and 1,000 take %d", once, twice)
	}
}
