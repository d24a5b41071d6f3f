package lint

// structureRules are about the note's parts and particulars (BN).
func structureRules() []*Rule {
	return []*Rule{
		markingMissing, markingUnknown, markingDominance, markingInconsistent,
		draftedMissing, signOffFormat,
		trackingNumberMissing, titleBilingual, actionRequired, recommendationMissing,
		requiredSection, sectionOrder, emptySection, emptyBullet, listIntroNoList,
		headingDrift, headingOfTitle,
		numberingGap, footnoteOrphan,
		sectionsMirrored, attachmentsResolved, dateStale,
	}
}

// forAnOffice are the kinds that are written for a minister or another office,
// and so are tracked, signed off, and listed when titles are published. A
// communiqué is what the parties say; a notice and a binder say nothing of
// their own.
var forAnOffice = []string{"briefing-note", "meeting-note", "meeting-report", "planning-paper"}

// briefings are the kinds that tell an office what to say.
var briefings = []string{"briefing-note", "meeting-note"}
