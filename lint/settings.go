package lint

import (
	"fmt"

	"briefnote/diag"
)

// Options say what a run looks for.
type Options struct {
	Rules    []*Rule                   // nil: [All]
	Profile  Profile                   // in place of the notes' status
	Off      map[string]bool           // ids of rules that are left out
	Severity map[string]diag.Severity  // by id, in place of the rule's own
	Settings map[string]map[string]any // by id and key: int, bool or []string
	Glossary Glossary
}

// Glossary is what a department calls things.
type Glossary struct {
	Acronyms []Acronym // known to every reader, or defined here
	Names    []Name    // official names
}

// Acronym is a short form that need not be defined in every note.
type Acronym struct {
	Short  string
	En, Fr string // the long forms; may be empty
}

// Name is the official name of a body, statute or program.
type Name struct {
	En, Fr string
	Not    []string // wrong forms that are often met
}

// settings are the options of a run, as rules ask for them.
type settings struct {
	values     map[string]map[string]any
	severities map[string]diag.Severity
	Glossary   Glossary

	names *nameIndex // of the glossary, once a rule has asked for it
}

// option returns the value of a rule's option.
func (s *settings) option(r *Rule, key string) any {
	if v, ok := s.values[r.ID][key]; ok {
		return v
	}
	for _, o := range r.Options {
		if o.Key == key {
			return o.Default
		}
	}
	panic(fmt.Sprintf("lint: the rule %s has no option %q", r.ID, key)) // a fault of the rule
}

// Int returns the value of an option that is a number.
func (p *Pass) Int(key string) int { return p.option(p.rule, key).(int) }

// Bool returns the value of an option that is true or false.
func (p *Pass) Bool(key string) bool { return p.option(p.rule, key).(bool) }

// List returns the value of an option that is a list of words.
func (p *Pass) List(key string) []string { return p.option(p.rule, key).([]string) }

// Int returns the value of an option that is a number.
func (p *SetPass) Int(key string) int { return p.option(p.rule, key).(int) }
