package lint

import (
	"briefnote/diag"
	"briefnote/schema"
)

// Linter checks notes one file after the other. It keeps of each only its
// findings and what rules gathered from it, so that a run may be long.
type Linter struct {
	rules    []*Rule
	profile  Profile
	settings *settings
	phrases  map[string]*phraseTable // by language
	facts    [][]Fact                // a rule each
}

// New returns a linter.
func New(opts Options) *Linter {
	rules := opts.Rules
	if rules == nil {
		rules = All()
	}
	l := &Linter{
		profile:  opts.Profile,
		settings: &settings{values: opts.Settings, severities: opts.Severity, Glossary: opts.Glossary},
		phrases:  map[string]*phraseTable{},
	}
	for _, r := range rules {
		if !opts.Off[r.ID] {
			l.rules = append(l.rules, r)
		}
	}
	l.facts = make([][]Fact, len(l.rules))
	return l
}

// Run checks files, which must be valid, and what holds between them.
func Run(files []*schema.File, opts Options) []diag.Diagnostic {
	l := New(opts)
	var out []diag.Diagnostic
	for _, f := range files {
		out = append(out, l.File(f)...)
	}
	return diag.Sort(append(out, l.Finish()...))
}

// File checks the notes of a file.
func (l *Linter) File(f *schema.File) []diag.Diagnostic {
	var out []diag.Diagnostic
	for _, n := range f.Notes {
		l.note(f, n, &out)
	}
	return out
}

func (l *Linter) note(f *schema.File, n schema.Note, out *[]diag.Diagnostic) {
	env := n.Env()
	parts, passages := walk(n)
	base := Pass{
		Note: n, File: f, Kind: env.Kind.Value, Lang: langOf(env), Stage: stageOf(n, l.profile),
		Parts: parts, Passages: passages, settings: l.settings, out: out, shared: &shared{},
	}
	held := make([]*Pass, len(l.rules))
	for i, r := range l.rules {
		severity, ok := r.holds(base.Kind, base.Lang, base.Stage)
		if !ok {
			continue
		}
		if s, set := l.settings.severities[r.ID]; set {
			severity = s
		}
		p := base
		p.rule, p.severity, p.facts = r, severity, &l.facts[i]
		held[i] = &p
		if r.Check != nil {
			r.Check(&p)
		}
		if r.Gather != nil {
			r.Gather(&p)
		}
	}
	l.found(held, passages)
}

// Finish compares what was gathered from all files.
func (l *Linter) Finish() []diag.Diagnostic {
	var out []diag.Diagnostic
	for i, r := range l.rules {
		if r.Compare != nil && len(l.facts[i]) > 0 {
			r.Compare(&SetPass{Facts: l.facts[i], settings: l.settings, rule: r, out: &out})
		}
	}
	return out
}
