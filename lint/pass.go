package lint

import (
	"slices"

	"briefnote/diag"
	"briefnote/schema"
)

// Pass is a rule's look at a note.
type Pass struct {
	Note     schema.Note
	File     *schema.File
	Kind     string
	Lang     string // of the note: "en" or "fr"
	Stage    Stage
	Parts    []*Section // in the order they are printed
	Passages []*Passage // in the order they are printed
	Glossary *Glossary  // what the department calls things

	opts     *Options
	rule     *Rule
	severity diag.Severity
	out      *[]diag.Diagnostic
	facts    *[]Fact
	shared   *shared // what several rules ask for, found once a note
}

// Env is the note's envelope.
func (p *Pass) Env() *schema.Envelope { return p.Note.Env() }

// Part returns what stands under a top-level key, or nil.
func (p *Pass) Part(key string) *Section {
	for _, s := range p.Parts {
		if s.Key == key {
			return s
		}
	}
	return nil
}

// Sections calls f for every section of the note, the parts themselves
// included, in reading order.
func (p *Pass) Sections(f func(*Section)) {
	for _, s := range p.Parts {
		s.Sections(f)
	}
}

// Lists calls f for every list of the note, in reading order.
func (p *Pass) Lists(f func(*List)) {
	p.Sections(func(s *Section) { s.Lists(f) })
}

// Report adds a finding. The message says in one sentence, without a full
// stop, what is wrong; the hint says what to do.
func (p *Pass) Report(at diag.Span, pointer, message, hint string) *Finding {
	*p.out = append(*p.out, diag.Diagnostic{
		Rule: p.rule.Slug, ID: p.rule.ID, Severity: p.severity, Span: at, Path: pointer, Message: message, Hint: hint,
	})
	return &Finding{p, len(*p.out) - 1}
}

// At adds a finding at plain words [start, end) of a passage.
func (p *Pass) At(ps *Passage, start, end int, message, hint string) *Finding {
	return p.Report(ps.Place(start, end), ps.Text.Pointer(), message, hint)
}

// On adds a finding about a whole passage.
func (p *Pass) On(ps *Passage, message, hint string) *Finding {
	return p.Report(ps.Span(), ps.Text.Pointer(), message, hint)
}

// OnKey adds a finding at a top-level key of the note, or at its first key if
// it has not that one.
func (p *Pass) OnKey(key, message, hint string) *Finding {
	node := p.Env().Node
	at := diag.Span{File: p.File.Name}
	if node != nil && len(node.Pairs) > 0 {
		at = node.Pairs[0].Key.Span
		for _, pair := range node.Pairs {
			if pair.Key.Value == key {
				at = pair.Key.Span
			}
		}
	}
	return p.Report(at, "/"+key, message, hint)
}

// OnValue adds a finding at the value of a top-level key.
func (p *Pass) OnValue(key, message, hint string) *Finding {
	if node := p.Env().Node; node != nil {
		if v := node.Get(key); v != nil {
			return p.Report(v.Span, v.Pointer, message, hint)
		}
	}
	return p.OnKey(key, message, hint)
}

// Has reports whether the note has a top-level key that is not empty.
func (p *Pass) Has(key string) bool {
	node := p.Env().Node
	if node == nil {
		return false
	}
	v := node.Get(key)
	return v != nil && !v.Empty()
}

// Finding is a finding just reported.
type Finding struct {
	pass *Pass
	at   int
}

// Fix says how to mend the finding: the words of the passage from start to end
// become others. Only changes that are right wherever the finding is may be
// given; none may touch a severance.
func (f *Finding) Fix(ps *Passage, start, end int, words string) *Finding {
	d := &(*f.pass.out)[f.at]
	d.Fix = append(d.Fix, diag.Edit{Span: ps.Place(start, end), Text: words})
	return f
}

// Raise makes the finding graver, or less grave, than the rule usually is. A
// severity that the configuration sets holds for all of a rule's findings.
func (f *Finding) Raise(to diag.Severity) *Finding {
	if _, set := f.pass.opts.Severity[f.pass.rule.ID]; !set && f.pass.Stage != Released {
		(*f.pass.out)[f.at].Severity = to
	}
	return f
}

// Fact is what a rule gathers from a note for the comparison of all notes.
type Fact struct {
	Key     string // facts of one key belong together
	Text    string // the words themselves, where they are needed
	Value   int    // a number, where one is needed
	File    string
	Note    int // number of the note in its file, from 0
	Kind    string
	Lang    string
	Stage   Stage
	Span    diag.Span
	Pointer string

	severity diag.Severity
}

// sameNote reports whether two facts are of one note.
func sameNote(a, b Fact) bool { return a.File == b.File && a.Note == b.Note }

// Gather keeps a fact for Compare. The note's file, kind, language and stage
// are filled in.
func (p *Pass) Gather(f Fact) {
	f.File, f.Kind, f.Lang, f.Stage, f.severity = p.File.Name, p.Kind, p.Lang, p.Stage, p.severity
	f.Note = slices.Index(p.File.Notes, p.Note)
	*p.facts = append(*p.facts, f)
}

// SetPass is a rule's look at all notes of a run, through the facts that it
// gathered, which stand in the order of the files and of the words in them.
type SetPass struct {
	Facts    []Fact
	Glossary *Glossary

	opts *Options
	rule *Rule
	out  *[]diag.Diagnostic
}

// Report adds a finding at a fact.
func (p *SetPass) Report(at Fact, message, hint string) {
	*p.out = append(*p.out, diag.Diagnostic{
		Rule: p.rule.Slug, ID: p.rule.ID, Severity: at.severity, Span: at.Span, Path: at.Pointer, Message: message, Hint: hint,
	})
}

// ByKey calls f for the facts of each key, in the order of their first ones.
func (p *SetPass) ByKey(f func(key string, facts []Fact)) {
	groups := map[string][]Fact{}
	var order []string
	for _, fact := range p.Facts {
		if _, seen := groups[fact.Key]; !seen {
			order = append(order, fact.Key)
		}
		groups[fact.Key] = append(groups[fact.Key], fact)
	}
	for _, key := range order {
		f(key, groups[key])
	}
}
