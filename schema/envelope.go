package schema

import (
	"reflect"
	"sync"

	"briefnote/diag"
	"briefnote/internal/strictyaml"
)

// Envelope is what every kind of note has.
type Envelope struct {
	Kind              Word      `yaml:"kind" validate:"required" doc:"what kind of note this is, e.g. briefing-note"`
	Title             Title     `yaml:"title" validate:"required_unless=Kind withheld-notice" doc:"the title as printed: a text, or en: and fr:"`
	Language          Word      `yaml:"language" validate:"omitempty,oneof=en fr" doc:"en or fr: labels, output and rules follow it"`
	Status            Word      `yaml:"status" validate:"omitempty,oneof=draft in_review approved released" doc:"draft, in_review, approved or released"`
	Marking           Word      `yaml:"marking" validate:"required_unless=Kind withheld-notice Kind binder Status released,omitempty,marking" doc:"the security level, e.g. UNCLASSIFIED, PROTECTED B or SECRET"`
	Caveats           []Text    `yaml:"caveats" validate:"-" doc:"texts printed under the marking, e.g. For Official Use Only"`
	Addressee         Text      `yaml:"addressee" validate:"-" doc:"who it is for, an office or any text, e.g. minister, deputy_minister, assistant_deputy_minister or director_general"`
	ActionRequired    Word      `yaml:"action_required" validate:"omitempty,oneof=information decision signature" doc:"information, decision or signature"`
	TrackingNumber    Text      `yaml:"tracking_number" validate:"-" doc:"the number the note is tracked under, e.g. PS-2026-0142"`
	Event             Text      `yaml:"event" validate:"-" doc:"the event the note is for, e.g. Spring meeting of ministers"`
	OriginatingSector Text      `yaml:"originating_sector" validate:"-" doc:"the sector the note comes from, e.g. Emergency Management"`
	Date              Word      `yaml:"date" validate:"omitempty,date" doc:"the note's date, YYYY-MM-DD"`
	Due               Word      `yaml:"due" validate:"omitempty,due" doc:"when it is due, YYYY-MM-DD or YYYY-MM-DDTHH:MM"`
	TranslationOf     Word      `yaml:"translation_of" validate:"-" doc:"path of the note that this one translates"`
	Source            *Source   `yaml:"source" doc:"where a released note was transcribed from, e.g. {file: release.txt, lines: [1, 118], pages: [1, 8]}"`
	Drafted           SignOff   `yaml:"drafted,last" validate:"-" doc:"who drafted it"`
	Consulted         SignOff   `yaml:"consulted,last" validate:"-" doc:"who was consulted"`
	Approved          SignOff   `yaml:"approved,last" validate:"-" doc:"who approved it"`
	Footnotes         Footnotes `yaml:"footnotes,last" validate:"-" doc:"the footnotes by id, referred to as [^id]"`

	// Node is the note as it stands in the file.
	Node *strictyaml.Node `yaml:"-" validate:"-"`
}

// Env returns the envelope itself; every kind has it by embedding.
func (e *Envelope) Env() *Envelope { return e }

// Released reports whether the note is one that was released: it is kept as it
// was, so less is asked of it.
func (e *Envelope) Released() bool { return e.Status.Value == "released" }

// French reports whether the note is in French.
func (e *Envelope) French() bool { return e.Language.Value == "fr" }

// Title is a title in the note's language, or one a language.
type Title struct {
	Plain, En, Fr Text
}

type titleForm struct {
	En Text `yaml:"en" doc:"the title in English"`
	Fr Text `yaml:"fr" doc:"the title in French"`
}

// UnmarshalNode reads a text, or en: and fr:.
func (t *Title) UnmarshalNode(d *strictyaml.Decoder, n *strictyaml.Node) {
	switch n.Kind {
	case strictyaml.Scalar:
		d.Decode(n, &t.Plain)
	case strictyaml.Mapping:
		if loneText(n, []string{"en", "fr"}) {
			d.WrongType(n, "a text, or en: and fr:,")
			return
		}
		var form titleForm
		d.Decode(n, &form)
		t.En, t.Fr = form.En, form.Fr
	default:
		d.WrongType(n, "a text, or en: and fr:,")
	}
}

func (Title) describe(d *describer, filled bool) subschema {
	both := d.group(typeOf[titleForm](), true, nil)
	if filled {
		both = append(both, keyword{"anyOf", []subschema{d.has("en"), d.has("fr")}})
	}
	return subschema{{"anyOf", []subschema{d.text(filled), both}}}
}

// In returns the title in a language, or the one there is.
func (t Title) In(french bool) Text {
	order := []Text{t.Plain, t.En, t.Fr}
	if french {
		order = []Text{t.Plain, t.Fr, t.En}
	}
	for _, text := range order {
		if !text.IsEmpty() {
			return text
		}
	}
	return Text{}
}

// SignOff is one line of the sign-off.
type SignOff []SignOffEntry

// SignOffEntry is one party of a sign-off: a text as written, or who it was.
type SignOffEntry struct {
	Text Text
	Org  Text
	Name Text
	Role Text
	Date Word
	Span diag.Span
}

type signOffForm struct {
	Org  Text `yaml:"org" doc:"the organisation"`
	Name Text `yaml:"name" doc:"the person"`
	Role Text `yaml:"role" doc:"the person's role"`
	Date Word `yaml:"date" doc:"when, YYYY-MM-DD"` // checked with the note, whose status counts
}

// UnmarshalNode reads a text, a list of texts, or a list of {org, name, role, date}.
func (s *SignOff) UnmarshalNode(d *strictyaml.Decoder, n *strictyaml.Node) {
	entries := []*strictyaml.Node{n}
	if n.Kind == strictyaml.Sequence {
		entries = n.Items
	}
	for _, e := range entries {
		entry := SignOffEntry{Span: e.Span}
		switch {
		case e.Kind == strictyaml.Scalar && e.Null || e.Kind == strictyaml.Broken:
			continue
		case e.Kind == strictyaml.Scalar:
			d.Decode(e, &entry.Text)
		case e.Kind == strictyaml.Mapping && !loneText(e, []string{"org", "name", "role", "date"}):
			var form signOffForm
			d.Decode(e, &form)
			entry.Org, entry.Name, entry.Role, entry.Date = form.Org, form.Name, form.Role, form.Date
		default:
			d.WrongType(e, "a text, or org:, name:, role: and date:,")
			continue
		}
		*s = append(*s, entry)
	}
}

func (SignOff) describe(d *describer, filled bool) subschema {
	name := "sign-off-undated"
	if d.strict {
		name = "sign-off-entry"
	}
	entry := d.define(name, func() subschema {
		date := d.date(datePattern, dateMessage, false)
		return d.titled("Party", typeOf[signOffForm](), true, map[string]subschema{"date": date})
	})
	either := []subschema{d.text(false), entry}
	return subschema{{"anyOf", append(either, d.list(subschema{{"anyOf", either}}, filled))}}
}

// Footnotes are a note's footnotes in the order they are defined.
type Footnotes []Footnote

// Footnote is a footnote that the text refers to by its id.
type Footnote struct {
	ID   Word
	Text Text
}

// UnmarshalNode reads a mapping of ids to texts.
func (f *Footnotes) UnmarshalNode(d *strictyaml.Decoder, n *strictyaml.Node) {
	if n.Kind == strictyaml.Scalar && n.Null || n.Kind == strictyaml.Broken {
		return
	}
	if n.Kind != strictyaml.Mapping {
		d.WrongForm(n, "a group of footnotes", `write a line "id: the note" for each, indented; the text refers to it as [^id]`)
		return
	}
	for _, p := range n.Pairs {
		note := Footnote{ID: p.Key}
		if !noteID().MatchString(p.Key.Value) {
			d.Report(strictyaml.RuleValue, p.Key.Span, p.Key.Pointer, "a footnote cannot have this id", "use letters, digits and hyphens")
		}
		if p.Value.Kind == strictyaml.Scalar {
			note.Text = newNoteText(d, &p.Value.Text)
		} else if p.Value.Kind != strictyaml.Broken {
			d.WrongType(p.Value, "a text")
		}
		*f = append(*f, note)
	}
}

func (Footnotes) describe(d *describer, filled bool) subschema {
	return subschema{
		{"type", d.types(filled, "object")},
		{"propertyNames", subschema{{"pattern", noteIDPattern}, {"errorMessage", "use letters, digits and hyphens"}}},
		{"additionalProperties", d.text(false)},
	}
}

// newNoteText parses the text of a footnote, where no other footnote may stand.
func newNoteText(d *strictyaml.Decoder, source *strictyaml.Text) Text {
	return parseText(d, source, 0, len(source.Value), true)
}

// Source says where a released note was transcribed from.
type Source struct {
	File  Word  `yaml:"file" validate:"required" doc:"the file that holds the text of the release"`
	Lines []int `yaml:"lines" validate:"omitempty,range" doc:"first and last line, from 1"`
	Pages []int `yaml:"pages" validate:"omitempty,range" doc:"first and last page of the release, from 1"`
}

// Provisions is a list of provisions of the Act, such as 15(1)(a).
type Provisions struct{ List []Word }

// UnmarshalNode reads a list of provisions, or one.
func (p *Provisions) UnmarshalNode(d *strictyaml.Decoder, n *strictyaml.Node) {
	entries := []*strictyaml.Node{n}
	switch n.Kind {
	case strictyaml.Sequence:
		entries = n.Items
	case strictyaml.Mapping:
		d.WrongType(n, "a list of provisions")
		return
	}
	for _, e := range entries {
		var w Word
		d.Decode(e, &w)
		if e.Kind != strictyaml.Scalar {
			continue
		}
		if !provisionForm().MatchString(w.Value) {
			d.Report(strictyaml.RuleValue, e.Span, e.Pointer, provisionMessage(w.Value), provisionHint)
		}
		p.List = append(p.List, w)
	}
}

func (Provisions) describe(d *describer, filled bool) subschema {
	one := subschema{{"type", []string{"string", "number"}}, {"minimum", 0}, {"maximum", 999}, {"pattern", provisionPattern}, {"errorMessage", provisionHint}}
	return subschema{{"anyOf", []subschema{one, {{"type", "array"}, {"items", one}}}}}
}

func typeOf[T any]() reflect.Type { return reflect.TypeFor[T]() }

// keysOf returns what gives the keys of a form, found when they are first asked for.
func keysOf[T any]() func() []string {
	return sync.OnceValue(func() []string { return strictyaml.Keys(strictyaml.Fields(typeOf[T]())) })
}
