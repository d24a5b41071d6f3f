package schema

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"briefnote/diag"
	"briefnote/internal/strictyaml"
)

// ListStyle is how points are marked.
type ListStyle string

// The styles of lists. The zero value is a bullet.
const (
	Bullets ListStyle = "bullets"
	Letters ListStyle = "letters"
	Numbers ListStyle = "numbers"
)

// maxPoints is how many levels points may have.
const maxPoints = 3

// Points is a list of points.
type Points struct {
	Style ListStyle `validate:"-"`
	Items []Point   `validate:"-"`
	Span  diag.Span `validate:"-"`
}

// Point is a point of a list. One whose Text is empty prints its mark alone.
type Point struct {
	Text      Text
	Continued bool // goes on from the point before: unmarked and uncounted
	Points    Points
	Withhold  []Word // provisions under which all of it is to be severed
	Pointer   string
	Span      diag.Span
}

// pointForm is a point written as a mapping.
type pointForm struct {
	Text      Text       `yaml:"text" validate:"-" doc:"the words of the point"`
	Continued Text       `yaml:"continued" validate:"-" doc:"text without a mark that goes on from the point before"`
	Withhold  Provisions `yaml:"withhold" validate:"-" doc:"provisions under which the whole point is to be severed, e.g. [15(1)(a)]"`
	List      Word       `yaml:"list" validate:"omitempty,oneof=bullets letters numbers" doc:"how the points under this one are marked: bullets, letters or numbers"`
	Points    Points     `yaml:"points" validate:"-" doc:"points under this one"`
}

var pointKeys = keysOf[pointForm]()

// UnmarshalNode reads a list of points, or a block text of list items.
func (p *Points) UnmarshalNode(d *strictyaml.Decoder, n *strictyaml.Node) {
	*p = decodePoints(d, n, 1)
}

func (Points) describe(d *describer, filled bool) subschema { return describePoints(d, filled, 1) }

func describePoints(d *describer, filled bool, level int) subschema {
	if level > maxPoints {
		return d.text(filled)
	}
	entry := subschema{{"anyOf", []subschema{d.text(false), describePoint(d, level)}}}
	return subschema{{"anyOf", []subschema{d.text(filled), d.list(entry, filled)}}}
}

// describePoint says how a point is written as a mapping: it has words, or
// goes on from the point before.
func describePoint(d *describer, level int) subschema {
	return d.define(fmt.Sprintf("point-%d", level), func() subschema {
		point := d.titled("Point", typeOf[pointForm](), true, map[string]subschema{"points": describePoints(d, false, level+1)})
		beside := []subschema{{{"required", []string{"text"}}}, {{"required", []string{"points"}}}, {{"required", []string{"list"}}}}
		alone := append(d.has("continued"), keyword{"not", subschema{{"anyOf", beside}}})
		words := subschema{{"required", []string{"text"}}, {"not", subschema{{"required", []string{"continued"}}}}}
		return append(point, keyword{"anyOf", []subschema{words, alone}})
	})
}

func decodePoints(d *strictyaml.Decoder, n *strictyaml.Node, level int) Points {
	points := Points{Style: Bullets, Span: n.Span}
	n.Form = typeOf[Points]()
	switch {
	case n.Kind == strictyaml.Scalar && !n.Null:
		return blockPoints(d, n, level)
	case n.Kind == strictyaml.Sequence && level > maxPoints:
		d.Report(strictyaml.RuleTooDeep, n.Span, n.Pointer, "points go 3 levels deep at most", "move these points up a level")
	case n.Kind == strictyaml.Sequence:
		for _, item := range n.Items {
			if point, ok := decodePoint(d, item, level); ok {
				points.Items = append(points.Items, point)
			}
		}
	case n.Kind == strictyaml.Mapping:
		d.WrongForm(n, "a list of points", `start each point with "- "; a text that holds a colon must be quoted or written under >-`)
	}
	return points
}

// decodePoint reads one entry of a list of points.
func decodePoint(d *strictyaml.Decoder, n *strictyaml.Node, level int) (Point, bool) {
	p := Point{Pointer: n.Pointer, Span: n.Span}
	switch n.Kind {
	case strictyaml.Scalar:
		if !n.Null {
			d.Decode(n, &p.Text)
		}
	case strictyaml.Sequence:
		hint := mustQuoteBracket
		if !n.Flow {
			hint = `take one "- " away; points under a point are written "- text: …" and points:`
		}
		d.WrongForm(n, "a text or a point", hint)
		return p, false
	case strictyaml.Mapping:
		if loneText(n, pointKeys()) {
			d.WrongType(n, "a text or a point")
			return p, false
		}
		p.fromForm(d, n, level)
	case strictyaml.Broken:
		return p, false
	}
	return p, true
}

const mustQuoteBracket = "a text that starts with [ must be quoted or written under >-"

// loneText reports whether a mapping is surely a text with a colon that was
// not quoted: none of its keys is one that could stand here, or nearly.
func loneText(n *strictyaml.Node, keys []string) bool {
	if n.Flow {
		return false
	}
	for _, pair := range n.Pairs {
		if slices.Contains(keys, pair.Key.Value) {
			return false
		}
		if _, near := diag.Nearest(pair.Key.Value, keys); near {
			return false
		}
	}
	return len(n.Pairs) > 0
}

// fromForm fills in a point written as a mapping.
func (p *Point) fromForm(d *strictyaml.Decoder, n *strictyaml.Node, level int) {
	var form pointForm
	points := n.Get("points")
	shallow := *n
	shallow.Pairs = slices.DeleteFunc(slices.Clone(n.Pairs), func(pair strictyaml.Pair) bool { return pair.Key.Value == "points" })
	d.Decode(&shallow, &form)
	n.Form = shallow.Form
	checkForm(d, n, &form)
	p.Text, p.Withhold = form.Text, form.Withhold.List
	has := func(key string) bool { return n.Get(key) != nil }
	switch {
	case has("continued") && (has("text") || has("points") || has("list")):
		d.Report(strictyaml.RuleValue, n.Get("continued").Span, n.Pointer+"/continued", "text that goes on stands by itself", "give it an entry of its own: - continued: …")
	case has("continued"):
		p.Continued, p.Text = true, form.Continued
		if form.Continued.IsEmpty() && n.Get("continued").Kind != strictyaml.Broken {
			d.Report(strictyaml.RuleMissing, n.Pairs[0].Key.Span, n.Pointer, `"continued" is empty`, "write the text that goes on from the point before")
		}
	case !has("text") && !n.Holed && !misspelt(n, "text"):
		d.Missing(n, "text", "the words of the point")
	}
	if points != nil && !points.Null {
		p.Points = decodePoints(d, points, level+1)
		if form.List.Value != "" {
			p.Points.Style = ListStyle(form.List.Value)
		}
	}
}

// misspelt reports whether a key of a mapping is probably meant to be another
// one, which it lacks, and is no key that could stand there.
func misspelt(n *strictyaml.Node, key string) bool {
	return slices.ContainsFunc(n.Pairs, func(p strictyaml.Pair) bool {
		near, ok := diag.Nearest(p.Key.Value, pointKeys())
		return ok && near == key && !slices.Contains(pointKeys(), p.Key.Value)
	})
}

// blockPoints reads a block text where only points may stand.
func blockPoints(d *strictyaml.Decoder, n *strictyaml.Node, level int) Points {
	p := newBlockParser(d, &n.Text)
	p.above = level - 1
	blocks := p.blocks()
	for !p.done() {
		p.bad(p.line(), "a heading cannot stand here", `start each point with "- ", and leave the heading out`)
		p.next++
		blocks = append(blocks, p.blocks()...)
	}
	return onlyPoints(d, blocks, n.Span, "")
}

// onlyPoints makes one list of the blocks that stand where only points may,
// and reports those that are none. heading is how a heading starts there, ""
// where none may stand.
func onlyPoints(d *strictyaml.Decoder, blocks []Block, span diag.Span, heading string) Points {
	out := Points{Style: Bullets, Span: span}
	for i, b := range blocks {
		switch b := b.(type) {
		case *Points:
			if i == 0 || len(out.Items) == 0 {
				out.Style = b.Style
			} else if b.Style != out.Style {
				d.Report(strictyaml.RuleValue, b.Span, b.Items[0].Pointer, "the points of one list are marked in two ways", "use one kind of mark, or indent these points under another")
			}
			out.Items = append(out.Items, b.Items...)
		case *Paragraph:
			d.Report(strictyaml.RuleValue, b.Text.Span(), b.Text.Pointer(), "a paragraph stands where only points may", pointHint(b.Text, heading))
		case *Table:
			d.Report(strictyaml.RuleValue, b.Header[0].Span(), b.Header[0].Pointer(), "a table stands where only points may", "move it to a section of the background")
		}
	}
	return out
}

var tightNumber = pattern(`^(\d{1,3}|[a-z])\) `)

// pointHint says how to make a point, or a heading, of a paragraph.
func pointHint(t Text, heading string) string {
	text := t.Source.Value[t.Start:t.End]
	first, _ := utf8.DecodeRuneInString(text)
	switch {
	case heading != "" && strings.HasPrefix(text, "**") && strings.Count(text, "**") == 2 && strings.HasSuffix(strings.TrimRight(text, ":"), "**"):
		return fmt.Sprintf("if it is a heading, start it with %q and take the stars away; if it is a point, start it with \"- \"", heading+" ")
	case first == '-' && !strings.HasPrefix(text, "- "):
		return "put a space after the -"
	case strings.ContainsRune("•●▪◦·○■*–—➢", first):
		return fmt.Sprintf("start it with \"- \" in place of %s", string(first))
	case tightNumber().MatchString(text):
		return `start it with "1. " or "a. ", a full stop in place of the bracket`
	case t.Source.Style != strictyaml.Literal:
		return `start each point on a line of its own with "- "`
	}
	return `start it with "- "`
}
