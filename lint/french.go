package lint

// frenchRules are about French, and about the two languages together (FR, BI).
func frenchRules() []*Rule { return nil }
