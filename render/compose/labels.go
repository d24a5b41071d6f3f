package compose

import (
	"sync"

	"briefnote/render/doc"
)

// labels are the words of a language that no note holds: headings, dates,
// notices. They are data, in templates/labels, a file a language, and shipped.go
// holds the same as values: reading them took a tenth of a millisecond a run.
type labels struct {
	Headings    map[string]string `json:"headings"`
	TypeLine    string            `json:"type_line"`
	Offices     map[string]string `json:"offices"`
	OtherOffice string            `json:"other_office"`
	OfficeNames map[string]string `json:"office_names"` // where no type line names the office
	Actions     map[string]string `json:"actions"`
	Details     map[string]string `json:"details"`
	SignOff     map[string]string `json:"sign_off"`
	Months      []string          `json:"months"`
	FirstDay    string            `json:"first_day"`
	DateForm    string            `json:"date_form"`
	TimeForm    string            `json:"time_form"`
	Draft       string            `json:"draft"`
	Page        string            `json:"page"`
	Footnotes   string            `json:"footnotes"`
	Footnote    string            `json:"footnote"`
	Redacted    string            `json:"redacted"`
	Section     string            `json:"section"`
	Tab         string            `json:"tab"`
	Tabs        string            `json:"tabs"`
	Contents    string            `json:"contents"`
	CiteOne     string            `json:"cite_one"`
	CiteMany    string            `json:"cite_many"`
	LetterOpen  string            `json:"letter_open"` // before a lettered paragraph: 15(1)(a), but 15(1)a)
	Kinds       map[string]string `json:"kinds"`
	Notice      noticeLabels      `json:"notice"`
}

// noticeLabels are the words of a withheld notice.
type noticeLabels struct {
	Page          string            `json:"page"`
	Pages         string            `json:"pages"`
	To            string            `json:"to"`
	PageWithheld  string            `json:"page_withheld"`
	PagesWithheld string            `json:"pages_withheld"`
	Section       string            `json:"section"`
	Sections      string            `json:"sections"`
	Acts          map[string]string `json:"acts"`
}

// tables makes the labels of a language when a note first asks for them.
var tables = map[doc.Lang]func() *labels{
	doc.English: sync.OnceValue(func() *labels { return shipped(doc.English) }),
	doc.French:  sync.OnceValue(func() *labels { return shipped(doc.French) }),
}
