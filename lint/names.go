package lint

// nameRules are about acronyms, names and titles (AC).
func nameRules() []*Rule { return nil }

// shared is what several rules ask for about a note.
type shared struct{}

// nameIndex holds wrong forms of names by their first words.
type nameIndex struct{}
