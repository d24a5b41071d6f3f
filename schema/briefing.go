package schema

// BriefingNote tells an office what it needs to know or decide.
type BriefingNote struct {
	Envelope `yaml:",inline"`
	Briefing `yaml:",inline"`
}

// MeetingNote prepares an office for a meeting.
type MeetingNote struct {
	Envelope `yaml:",inline"`
	Meeting  *Meeting `yaml:"meeting" doc:"with whom, where and when"`
	Briefing `yaml:",inline"`
}

// Briefing is the body that briefing notes and meeting notes share.
type Briefing struct {
	Issue               BlockText `yaml:"issue" validate:"-" doc:"what the note is about, in a paragraph or two"`
	StrategicObjectives Points    `yaml:"strategic_objectives" validate:"required" doc:"what is to be achieved, a point each"`
	KeyMessages         Topics    `yaml:"key_messages" validate:"required" doc:"what to say, by topic or as points"`
	ResponsiveLines     Topics    `yaml:"responsive_lines" validate:"-" doc:"what to say if asked, by topic or as points"`
	Background          Sections  `yaml:"background" validate:"required" doc:"what one needs to know, by section"`
	Considerations      BlockText `yaml:"considerations" validate:"-" doc:"what to weigh"`
	Recommendation      BlockText `yaml:"recommendation" validate:"-" doc:"what the note recommends"`
	NextSteps           BlockText `yaml:"next_steps" validate:"-" doc:"what happens next"`
}

// Meeting says with whom, where and when.
type Meeting struct {
	With  []Participant `yaml:"with" validate:"dive" doc:"the people to be met"`
	Place Text          `yaml:"place" validate:"-" doc:"where"`
	Date  Word          `yaml:"date" validate:"omitempty,date" doc:"when, YYYY-MM-DD"`
}

// Participant is someone to be met.
type Participant struct {
	Name    Text `yaml:"name" validate:"required" doc:"the person's name"`
	Title   Text `yaml:"title" validate:"-" doc:"the person's title"`
	Country Text `yaml:"country" validate:"-" doc:"the country"`
}
