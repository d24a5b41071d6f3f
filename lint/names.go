package lint

// nameRules are about acronyms, names and titles (AC).
func nameRules() []*Rule {
	return []*Rule{
		usedBeforeDefined, definedNeverUsed, definedTwice, definedInHeading, entityGlossary, definedTermCase, personTitle, titleCase,
		ministerStyle, countryAbbrev, commaTitle,
	}
}
