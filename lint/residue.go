package lint

// residueRules are about what drafting leaves behind, and about releases (RL).
func residueRules() []*Rule { return nil }
