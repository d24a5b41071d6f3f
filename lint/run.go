package lint

import (
	"sync"

	"briefnote/diag"
	"briefnote/internal/rows"
	"briefnote/schema"
)

// Linter checks notes one file after the other. It keeps of each only what
// rules gathered from it, so that a run may be long.
type Linter struct {
	rules   []*Rule
	phrases map[string]func() *phraseTable // by language
	facts   factStore
	last    *Options // of the last file
}

// Look is what rules say of a file, before it is compared with others.
type Look struct {
	Findings []diag.Diagnostic

	facts [][]Fact // a rule each
	opts  *Options
}

// New returns a linter of some rules; nil stands for all.
func New(rules []*Rule) *Linter {
	if rules == nil {
		rules = All()
	}
	l := &Linter{rules: rules, phrases: map[string]func() *phraseTable{}, facts: factStore{rows: make([][]rows.Row, len(rules))}, last: &Options{}}
	for _, lang := range [...]string{"en", "fr"} {
		l.phrases[lang] = sync.OnceValue(func() *phraseTable { return tableOf(rules, lang) })
	}
	return l
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

// File checks the notes of a file, which must be valid, and keeps what is to be
// compared with those of other files.
func (l *Linter) File(f *schema.File, opts *Options) []diag.Diagnostic {
	look := l.Look(f, opts)
	l.Keep(look)
	return look.Findings
}

// Look checks the notes of a file, which must be valid. Many files may be
// looked at at a time, each with options of its own.
func (l *Linter) Look(f *schema.File, opts *Options) *Look {
	look := &Look{facts: make([][]Fact, len(l.rules)), opts: opts}
	for _, n := range f.Notes {
		l.note(f, n, opts, look)
	}
	look.Findings = opts.accepted(f, look.Findings)
	return look
}

// Keep keeps what is to be compared. Of two files, that kept first counts as
// the one that stands first.
func (l *Linter) Keep(look *Look) {
	l.last = look.opts
	l.facts.keep(look.facts)
}

func (l *Linter) note(f *schema.File, n schema.Note, opts *Options, look *Look) {
	env := n.Env()
	parts, passages := walk(n)
	base := Pass{
		Note: n, File: f, Kind: env.Kind.Value, Lang: langOf(env), Stage: stageOf(n, opts.Profile),
		Parts: parts, Passages: passages, Glossary: opts.glossary(), opts: opts, out: &look.Findings, shared: &shared{},
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
		p.rule, p.severity, p.facts = r, severity, &look.facts[i]
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

// Finish compares what was gathered from all files, and forgets it.
func (l *Linter) Finish() []diag.Diagnostic {
	var out []diag.Diagnostic
	for i, r := range l.rules {
		if facts := l.facts.take(i); r.Compare != nil && len(facts) > 0 {
			r.Compare(&SetPass{Facts: facts, Glossary: l.last.glossary(), opts: l.last, rule: r, out: &out})
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
