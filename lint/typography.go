package lint

// typographyRules are about characters, numbers and dates (TY).
func typographyRules() []*Rule {
	return []*Rule{
		quotesMixed, apostropheMixed, dateFormat, rangeTo, relativeDate, yearMissing, dashSpacing, numberWords, noBreakSpace,
		ampersand, doubleSpace, trailingSpace, spellingVariant, compoundDrift, serialComma, headingStyle, italics,
		terminalPunct, escape, typedBullet, brokenSentence,
	}
}
