package lint

// frenchRules are about French, and about the two languages together (FR, BI).
//
// The rules of French look at every passage in French, so also at the French
// title of a note in English: they have no Langs, which would go by the note.
func frenchRules() []*Rule {
	return []*Rule{
		guillemets, nbspGuillemets, nbspColon, numberFormat, accentedCaps, frenchDates, listPunct, apostrophe, frenchTitles,
		parity, titlePair, markingPair, untranslated, numberMismatch, noticeBilingual,
	}
}
