package lint

// typographyRules are about characters, numbers and dates (TY).
func typographyRules() []*Rule { return nil }
