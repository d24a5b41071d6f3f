package schema

// PlanningPaper sets out considerations for work to come.
type PlanningPaper struct {
	Envelope       `yaml:",inline"`
	Introduction   BlockText `yaml:"introduction" validate:"-" doc:"what the paper is about"`
	Considerations Sections  `yaml:"considerations" validate:"required" doc:"what to weigh, by section"`
}
