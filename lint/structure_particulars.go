package lint

import (
	"briefnote/diag"
	"briefnote/schema"
)

var trackingNumberMissing = &Rule{
	ID: "BN007", Slug: "tracking-number-missing", Severity: diag.Error, From: InReview, Kinds: forAnOffice,
	Doc: Doc{
		Title:  "A note that is submitted has its tracking number",
		Why:    "The number is how an office finds a note again, and it is published with the title every month.",
		Bad:    "status: in_review",
		Good:   "status: in_review\ntracking_number: MCB-2026-00238",
		Source: "Proactive publication of briefing note titles, table briefingt",
	},
	Check: func(p *Pass) {
		if !p.Has("tracking_number") {
			p.OnKey("tracking_number", "the note has no tracking number", "add a line tracking_number: with the number it is registered under")
		}
	},
}

var titleBilingual = &Rule{
	ID: "BN008", Slug: "title-bilingual", Severity: diag.Error, From: InReview,
	Kinds: []string{"briefing-note", "meeting-note", "communique", "meeting-report", "planning-paper", "binder"},
	Doc: Doc{
		Title:  "A note that is submitted has its title in both languages",
		Why:    "Titles are published in English and in French, and it is the author who writes both.",
		Bad:    "title: Winter readiness of the northern ports",
		Good:   "title:\n  en: Winter readiness of the northern ports\n  fr: État de préparation des ports du Nord pour l’hiver",
		Source: "Proactive publication of briefing note titles, table briefingt",
	},
	Check: func(p *Pass) {
		t := p.Env().Title
		has, lacks, french := "English", "fr:", t.En.IsEmpty()
		if t.En.IsEmpty() && t.Fr.IsEmpty() {
			french = p.Lang == "fr"
		} else if !t.En.IsEmpty() && !t.Fr.IsEmpty() {
			return
		}
		if french {
			has, lacks = "French", "en:"
		}
		hint := "add the other under title:, after " + lacks
		if !t.Plain.IsEmpty() {
			hint = "write en: and fr: under title:, each with its own"
		}
		given := t.In(french)
		p.Report(given.Span(), given.Pointer(), "the title is in "+has+" alone", hint)
	},
}

var actionRequired = &Rule{
	ID: "BN009", Slug: "action-required", Severity: diag.Error, Kinds: forAnOffice,
	Doc: Doc{
		Title:  "A note says what is asked of its reader",
		Why:    "Whether a note is for information, decision or signature decides how an office treats it, and it is published with the title.",
		Bad:    "addressee: minister",
		Good:   "addressee: minister\naction_required: decision",
		Source: "Proactive publication of briefing note titles, table briefingt",
	},
	Check: func(p *Pass) {
		if !p.Has("action_required") {
			p.OnKey("action_required", "the note does not say what is asked of its reader", "add a line action_required: information, decision or signature")
		}
	},
}

var recommendationMissing = &Rule{
	ID: "BN010", Slug: "recommendation-missing", Severity: diag.Error, Kinds: briefings,
	Doc: Doc{
		Title:  "A note for decision recommends one",
		Why:    "Whoever is to decide wants to know what the department would do.",
		Bad:    "action_required: decision",
		Good:   "action_required: decision\nrecommendation: |\n  It is recommended that you approve option 1.",
		Source: "Canadian federal briefing notes, standard headings",
	},
	Check: func(p *Pass) {
		if p.Env().ActionRequired.Value != "decision" || recommends(p.Note) {
			return
		}
		p.OnValue("action_required", "the note asks for a decision, and recommends none",
			`write what to decide under recommendation:, as in "It is recommended that you approve option 1."`)
	},
}

func recommends(n schema.Note) bool {
	switch n := n.(type) {
	case *schema.BriefingNote:
		return len(n.Recommendation.Blocks) > 0
	case *schema.MeetingNote:
		return len(n.Recommendation.Blocks) > 0
	}
	return true
}
