// Package lint checks notes for house style.
//
// Start with [Run]. A rule is a value ([Rule]) that carries its own
// documentation and one or two functions: over a single note ([Pass]), and over
// what it gathered from all notes of a run ([SetPass]). [All] lists the rules
// that come with the tool; a program of its own may hand other ones to [Run].
//
// Rules see a note as a reader does: [Pass.Parts] is its outline, of headings,
// paragraphs, lists and tables, and [Pass.Passages] every text that is printed,
// in reading order. The note is walked once for all rules, and the words and
// sentences of a [Passage] are found once, when first asked for. Offsets in a
// passage's plain words lead back to the very words in the file.
package lint

import (
	"slices"

	"briefnote/diag"
	"briefnote/schema"
)

// Rule is a rule of house style.
type Rule struct {
	ID       string        // "BN013"
	Slug     string        // "empty-section"
	Severity diag.Severity // of its findings, unless the configuration says otherwise
	Released Severity      // of its findings in a released note
	From     Stage         // the rule holds from this stage on
	Langs    []string      // "en", "fr"; empty for both
	Kinds    []string      // kinds of notes it looks at; empty for all
	Options  []Option
	Doc      Doc

	// Phrases are expressions that the rule is about, in any case. They are
	// looked for in one go for all rules, and each one found is handed to Found.
	Phrases []Phrase
	Found   func(p *Pass, m Match)

	// Check looks at a note. Gather takes from it what Compare needs to know
	// when all notes of the run have been seen; Compare may be left out only if
	// Gather is.
	Check   func(p *Pass)
	Gather  func(p *Pass)
	Compare func(p *SetPass)
}

// Severity says what a rule does in released notes, which stay as they were
// released whatever is wrong with them.
type Severity uint8

// The severities in released notes. The zero value leaves the rule out.
const (
	ReleasedOff Severity = iota
	ReleasedInfo
	ReleasedWarning
	ReleasedError
)

// Stage is how far a note has come. A rule that holds from [InReview] on asks
// for what a first draft need not have.
type Stage uint8

// The stages, from the first draft on.
const (
	Draft Stage = iota
	InReview
	Approved
	Released
)

// Doc is what a rule says about itself.
type Doc struct {
	Title  string // what the rule asks for, in a few words
	Why    string // why, in a sentence or two
	Bad    string // an example, as it would stand in a note
	Good   string // the same, mended
	Source string // where the rule comes from
}

// Option is a setting of a rule.
type Option struct {
	Key     string
	Default any    // int, bool, or []string
	Doc     string // what it does
}

// Phrase is an expression in words, and what to write in its place.
type Phrase struct {
	Words string // in small letters, one space apart; a word that ends in * stands for all it begins
	Use   string // in its place; may be empty
	Lang  string // "en" or "fr"; empty for both
}

// Match is a phrase that was found in a passage.
type Match struct {
	*Passage
	Phrase
	Start, End int // in the passage's plain words
}

// Profile says which rules are chosen, in place of the notes' own status.
type Profile string

// The profiles. Under [ProfileDraft] every rule holds that could hold before a
// release, those for later stages included.
const (
	ProfileOfStatus Profile = ""
	ProfileDraft    Profile = "draft"
	ProfileReleased Profile = "released"
)

// Profiles lists the profiles that can be named.
func Profiles() []Profile { return []Profile{ProfileDraft, ProfileReleased} }

// stageOf returns the stage a note is judged at.
func stageOf(n schema.Note, profile Profile) Stage {
	switch profile {
	case ProfileDraft:
		return Approved
	case ProfileReleased:
		return Released
	}
	switch n.Env().Status.Value {
	case "in_review":
		return InReview
	case "approved":
		return Approved
	case "released":
		return Released
	}
	return Draft
}

// holds reports whether the rule looks at a note of a kind and language at a
// stage, and how grave its findings are there.
func (r *Rule) holds(kind, lang string, stage Stage) (diag.Severity, bool) {
	if len(r.Kinds) > 0 && !slices.Contains(r.Kinds, kind) || len(r.Langs) > 0 && !slices.Contains(r.Langs, lang) {
		return 0, false
	}
	if stage == Released {
		return diag.Severity(r.Released) - 1, r.Released != ReleasedOff
	}
	return r.Severity, stage >= r.From
}
