package lint

import (
	"slices"
	"strings"
)

// All returns the rules that come with the tool, in the order of their ids.
func All() []*Rule {
	return slices.Concat(structureRules(), proseRules(), nameRules(), typographyRules(), residueRules(), frenchRules())
}

// Find returns the rule with an id or a slug, in any case, or nil.
func Find(rules []*Rule, name string) *Rule {
	for _, r := range rules {
		if strings.EqualFold(r.ID, name) || strings.EqualFold(r.Slug, name) {
			return r
		}
	}
	return nil
}
