package schema

import (
	"briefnote/diag"
	"briefnote/internal/strictyaml"
)

// MeetingReport reports what was said at a meeting.
type MeetingReport struct {
	Envelope    `yaml:",inline"`
	Summary     BlockText    `yaml:"summary" validate:"required" doc:"what came of the meeting, in a paragraph"`
	ReportLabel *bool        `yaml:"report_label" validate:"-" doc:"false to leave out the label over the topics"`
	Report      ReportTopics `yaml:"report" validate:"-" doc:"what was said, by topic"`
}

// ReportTopics is what was said by topic.
type ReportTopics []ReportTopic

// ReportTopic is what was said on one topic, printed after its name on one line.
type ReportTopic struct {
	Topic   Text
	Blocks  []Block
	Pointer string
	Span    diag.Span
}

type reportTopicForm struct {
	Topic  Text      `yaml:"topic" doc:"the name of the topic"`
	Body   BlockText `yaml:"body" doc:"what was said"`
	Points Points    `yaml:"points" doc:"what was said, in points"`
}

var reportKeys = keysOf[reportTopicForm]()

const reportHint = `write "- topic: …" and body: under it`

func (ReportTopics) describe(d *describer, filled bool) subschema {
	topic := d.titled("Topic", typeOf[reportTopicForm](), false, nil)
	return subschema{{"anyOf", []subschema{d.text(filled), d.list(topic, filled)}}}
}

// UnmarshalNode reads a list of topics, or a block text with headings.
func (r *ReportTopics) UnmarshalNode(d *strictyaml.Decoder, n *strictyaml.Node) {
	switch {
	case n.Null || n.Kind == strictyaml.Broken:
	case n.Kind == strictyaml.Scalar:
		p := newBlockParser(d, &n.Text)
		for _, o := range p.outlines(1, 1) {
			*r = append(*r, ReportTopic{o.heading, o.blocks, n.Pointer, n.Span})
		}
	case n.Kind == strictyaml.Mapping:
		d.WrongForm(n, "a list of topics", reportHint)
	default:
		for _, item := range n.Items {
			if item.Kind == strictyaml.Broken {
				continue
			}
			if item.Kind == strictyaml.Scalar && !item.Null || loneText(item, reportKeys()) {
				d.WrongForm(item, "a topic", reportHint)
				continue
			}
			var form reportTopicForm
			d.Decode(item, &form)
			t := ReportTopic{form.Topic, form.Body.Blocks, item.Pointer, item.Span}
			if len(form.Points.Items) > 0 {
				t.Blocks = append(t.Blocks, &form.Points)
			}
			*r = append(*r, t)
		}
	}
}
