package lint

import (
	"briefnote/diag"
	"briefnote/schema"
)

// Linter checks notes one file after the other. It keeps of each only what
// rules gathered from it, so that a run may be long.
type Linter struct {
	rules   []*Rule
	phrases map[string]*phraseTable // by language
	facts   [][]Fact                // a rule each
	last    *Options                // of the last file
}

// New returns a linter of some rules; nil stands for all.
func New(rules []*Rule) *Linter {
	if rules == nil {
		rules = All()
	}
	return &Linter{rules: rules, phrases: map[string]*phraseTable{}, facts: make([][]Fact, len(rules)), last: &Options{}}
}

// Run checks files, which must be valid, and what holds between them.
func Run(files []*schema.File, opts Options) []diag.Diagnostic {
	l := New(opts.Rules)
	var out []diag.Diagnostic
	for _, f := range files {
		out = append(out, l.File(f, &opts)...)
	}
	return diag.Sort(append(out, l.Finish()...))
}

// File checks the notes of a file, which must be valid.
func (l *Linter) File(f *schema.File, opts *Options) []diag.Diagnostic {
	l.last = opts
	var out []diag.Diagnostic
	for _, n := range f.Notes {
		l.note(f, n, opts, &out)
	}
	return opts.accepted(f, out)
}

func (l *Linter) note(f *schema.File, n schema.Note, opts *Options, out *[]diag.Diagnostic) {
	env := n.Env()
	parts, passages := walk(n)
	base := Pass{
		Note: n, File: f, Kind: env.Kind.Value, Lang: langOf(env), Stage: stageOf(n, opts.Profile),
		Parts: parts, Passages: passages, Glossary: opts.glossary(), opts: opts, out: out, shared: &shared{},
	}
	held := make([]*Pass, len(l.rules))
	for i, r := range l.rules {
		severity, ok := r.holds(base.Kind, base.Lang, base.Stage)
		if !ok || opts.Off[r.ID] {
			continue
		}
		if s, set := opts.Severity[r.ID]; set {
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
			r.Compare(&SetPass{Facts: l.facts[i], Glossary: l.last.glossary(), opts: l.last, rule: r, out: &out})
		}
	}
	return out
}

// accepted leaves out the findings whose very words a dictionary holds.
func (o *Options) accepted(f *schema.File, ds []diag.Diagnostic) []diag.Diagnostic {
	if len(o.Words) == 0 {
		return ds
	}
	kept := ds[:0]
	for _, d := range ds {
		if d.Span.File == f.Name && d.Span.End <= len(f.Source) && o.Words[string(f.Source[d.Span.Start:d.Span.End])] {
			continue
		}
		kept = append(kept, d)
	}
	return kept
}
