package schema

import (
	"fmt"
	"slices"

	"briefnote/diag"
	"briefnote/internal/strictyaml"
)

// maxTopics is how many levels topics may have.
const maxTopics = 3

// Topics is key messages or responsive lines by topic. Points that stand
// before the first topic, or instead of topics, are in one without a name.
type Topics []Topic

// Topic is a subject with the points about it.
type Topic struct {
	Topic    Text
	Points   Points
	Topics   Topics
	Withhold []Word // provisions under which all of it is to be severed
	Pointer  string
	Span     diag.Span
}

// topicForm is a topic as it is written.
type topicForm struct {
	Topic    Text       `yaml:"topic" validate:"required" doc:"the name of the topic"`
	Withhold Provisions `yaml:"withhold" doc:"provisions under which the whole topic is to be severed, e.g. [15(1)(a)]"`
	Points   Points     `yaml:"points" doc:"the points about it, one a line"`
	Topics   rawNode    `yaml:"topics" doc:"topics under this one"`
}

// rawNode keeps a value for later: what is nested needs to know its level.
type rawNode struct{ node *strictyaml.Node }

// UnmarshalNode keeps the node.
func (r *rawNode) UnmarshalNode(_ *strictyaml.Decoder, n *strictyaml.Node) { r.node = n }

// UnmarshalNode reads a list of topics or points, or a block text of both.
func (t *Topics) UnmarshalNode(d *strictyaml.Decoder, n *strictyaml.Node) {
	*t = decodeTopics(d, n, 1)
}

func (Topics) describe(d *describer, filled bool) subschema { return describeTopics(d, filled, 1) }

func describeTopics(d *describer, filled bool, level int) subschema {
	if level > maxTopics {
		return d.text(filled)
	}
	topic := d.define(fmt.Sprintf("topic-%d", level), func() subschema {
		return d.titled("Topic", typeOf[topicForm](), true, map[string]subschema{"topics": describeTopics(d, false, level+1)})
	})
	entry := subschema{{"anyOf", []subschema{d.text(false), topic, describePoint(d, 1)}}}
	return subschema{{"anyOf", []subschema{d.text(filled), d.list(entry, filled)}}}
}

func decodeTopics(d *strictyaml.Decoder, n *strictyaml.Node, level int) Topics {
	n.Form = typeOf[Topics]()
	switch {
	case n.Null || n.Kind == strictyaml.Broken:
		return nil
	case n.Kind == strictyaml.Scalar:
		p := newBlockParser(d, &n.Text)
		return topicsOf(d, p.outlines(1, maxTopics-level+1), n.Span)
	case n.Kind == strictyaml.Mapping:
		d.WrongForm(n, "a list of topics or points", `start each with "- ": "- topic: …" and points: under it, or "- " and the text of a point`)
		return nil
	case level > maxTopics:
		d.Report(strictyaml.RuleTooDeep, n.Span, n.Pointer, "topics go 3 levels deep at most", "move these topics up a level")
		return nil
	}
	return topicList(d, n, level)
}

// topicList reads the entries of a list: topics, and points before them.
func topicList(d *strictyaml.Decoder, n *strictyaml.Node, level int) Topics {
	var out Topics
	for _, item := range n.Items {
		switch {
		case item.Kind == strictyaml.Broken:
		case isTopic(item):
			out = append(out, decodeTopic(d, item, level))
		case len(out) > 0 && out[len(out)-1].Pointer != n.Pointer:
			d.Report(strictyaml.RuleValue, item.Span, item.Pointer, "a point stands among topics", "put it under the points: of one of them")
		default:
			point, ok := decodePoint(d, item, 1)
			if !ok {
				continue
			}
			if len(out) == 0 {
				out = Topics{{Pointer: n.Pointer, Span: n.Span, Points: Points{Style: Bullets, Span: n.Span}}}
			}
			out[0].Points.Items = append(out[0].Points.Items, point)
		}
	}
	return out
}

// entryKeys are the keys of topics and points.
var entryKeys = []string{"topic", "topics", "text", "continued", "points", "list", "withhold"}

// isTopic tells a topic from a point by its keys.
func isTopic(n *strictyaml.Node) bool {
	if n.Kind != strictyaml.Mapping {
		return false
	}
	for _, p := range n.Pairs {
		key := p.Key.Value
		if !slices.Contains(entryKeys, key) {
			key, _ = diag.Nearest(key, entryKeys)
		}
		switch key {
		case "topic", "topics":
			return true
		case "text", "continued", "list":
			return false
		}
	}
	return n.Get("points") != nil
}

func decodeTopic(d *strictyaml.Decoder, n *strictyaml.Node, level int) Topic {
	var form topicForm
	d.Decode(n, &form)
	t := Topic{Topic: form.Topic, Points: form.Points, Withhold: form.Withhold.List, Pointer: n.Pointer, Span: n.Span}
	if form.Topics.node != nil {
		t.Topics = decodeTopics(d, form.Topics.node, level+1)
	}
	return t
}

// topicsOf makes topics of a block text's headings.
func topicsOf(d *strictyaml.Decoder, outlines []outline, span diag.Span) Topics {
	var out Topics
	for _, o := range outlines {
		t := Topic{Topic: o.heading, Points: onlyPoints(d, o.blocks, span, "##"), Topics: topicsOf(d, o.under, span), Span: span}
		if !o.heading.IsEmpty() {
			t.Span, t.Pointer = o.heading.Span(), o.heading.Pointer()
		}
		out = append(out, t)
	}
	return out
}
