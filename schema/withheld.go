package schema

// WithheldNotice stands for pages that a release withholds whole.
type WithheldNotice struct {
	Envelope          `yaml:",inline"`
	Pages             *PageRange `yaml:"pages" validate:"required" doc:"the pages withheld: {from: 9, to: 14}"`
	Act               Word       `yaml:"act" validate:"required,oneof=access-to-information privacy" doc:"access-to-information or privacy"`
	Exemptions        Provisions `yaml:"exemptions" doc:"the provisions they are withheld under, e.g. [15(1), 21(1)(a)]"`
	ExemptionsUnknown bool       `yaml:"exemptions_unknown" doc:"true where the release does not say under which provisions"`
}

// PageRange is a range of pages of a release, from 1.
type PageRange struct {
	From int `yaml:"from" validate:"required,min=1" doc:"the first page"`
	To   int `yaml:"to" validate:"required,gtefield=From" doc:"the last page"`
}
