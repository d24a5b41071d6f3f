package lint

// nameRules are about acronyms, names and titles (AC).
func nameRules() []*Rule { return nil }
