package lint

// residueRules are about what drafting leaves behind, and about releases (RL).
//
// RL412 (no hidden text in a rendered release) is about what is rendered, and
// no rule over notes.
func residueRules() []*Rule {
	return []*Rule{
		redactionInDraft, redactionCase, trackArtefact, strikeFragment, negotiationBracket, placeholder, runningHeader,
		unmarkedSeverance, severanceNoSection, severanceInconsistent, noticeOverlap, personalInfo, lineDrift,
		responsiveIfAsked, questionsMarked,
	}
}
