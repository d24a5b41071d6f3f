package lint

import (
	"fmt"

	"briefnote/diag"
)

// Options say what a run looks for in a file.
type Options struct {
	Rules    []*Rule                   // for [Run]: nil for [All]
	Profile  Profile                   // in place of the notes' status
	Off      map[string]bool           // ids of rules that are left out
	Severity map[string]diag.Severity  // by id, in place of the rule's own
	Settings map[string]map[string]any // by id and key: int, bool or []string
	Glossary *Glossary                 // nil for none
	Words    map[string]bool           // of dictionaries: findings at these very words are left out
}

// Glossary is what a department calls things.
type Glossary struct {
	Acronyms []Acronym // known to every reader, or defined here
	Names    []Name    // official names

	names nameIndex // once a rule has asked for it
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

// glossary returns the glossary, or an empty one.
func (o *Options) glossary() *Glossary {
	if o.Glossary == nil {
		o.Glossary = &Glossary{}
	}
	return o.Glossary
}

// option returns the value of a rule's option.
func (o *Options) option(r *Rule, key string) any {
	if v, ok := o.Settings[r.ID][key]; ok {
		return v
	}
	for _, option := range r.Options {
		if option.Key == key {
			return option.Default
		}
	}
	panic(fmt.Sprintf("lint: the rule %s has no option %q", r.ID, key)) // a fault of the rule
}

// Int returns the value of an option that is a number.
func (p *Pass) Int(key string) int { return p.opts.option(p.rule, key).(int) }

// Bool returns the value of an option that is true or false.
func (p *Pass) Bool(key string) bool { return p.opts.option(p.rule, key).(bool) }

// List returns the value of an option that is a list of words.
func (p *Pass) List(key string) []string { return p.opts.option(p.rule, key).([]string) }

// Int returns the value of an option that is a number.
func (p *SetPass) Int(key string) int { return p.opts.option(p.rule, key).(int) }
