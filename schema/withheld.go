package schema

// WithheldNotice stands for pages that a release withholds whole.
type WithheldNotice struct {
	Envelope          `yaml:",inline"`
	Pages             *PageRange `yaml:"pages" validate:"required" doc:"the pages withheld, e.g. {from: 9, to: 14}"`
	Act               Word       `yaml:"act" validate:"required,oneof=access-to-information privacy" doc:"access-to-information or privacy"`
	Exemptions        Provisions `yaml:"exemptions" validate:"-" doc:"the provisions they are withheld under, e.g. [15(1), 21(1)(a)]"`
	ExemptionsUnknown bool       `yaml:"exemptions_unknown" validate:"-" doc:"true where the release does not say under which provisions"`
}

// bind says that a notice names its exemptions, or else says that they are unknown.
func (*WithheldNotice) bind() subschema {
	word := subschema{{"type", "string"}, {"pattern", anyOf("true", "yes")}}
	yes := subschema{{"anyOf", []subschema{{{"const", true}}, word}}}
	unknown := subschema{
		{"required", []string{"exemptions_unknown"}},
		{"properties", subschema{{"exemptions_unknown", yes}}},
	}
	named := subschema{{"required", []string{"exemptions"}}, {"properties", subschema{{"exemptions", subschema{{"minItems", 1}}}}}}
	none := subschema{{"properties", subschema{{"exemptions", subschema{{"type", "array"}, {"maxItems", 0}, {"errorMessage", "delete this, or exemptions_unknown"}}}}}}
	return subschema{{"allOf", []subschema{{{"if", unknown}, {"then", none}, {"else", named}}}}}
}

// PageRange is a range of pages of a release, from 1.
type PageRange struct {
	From int `yaml:"from" validate:"required,min=1" doc:"the first page"`
	To   int `yaml:"to" validate:"required,gtefield=From" doc:"the last page"`
}
