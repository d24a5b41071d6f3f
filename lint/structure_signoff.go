package lint

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"briefnote/diag"
	"briefnote/schema"
)

var draftedMissing = &Rule{
	ID: "BN005", Slug: "drafted-missing", Severity: diag.Error, Kinds: forAnOffice,
	Doc: Doc{
		Title:  "A note says who drafted it, who was consulted and who approved it",
		Why:    "An office asks first who stands behind a note. A report of a meeting tells what was said, so nobody need be consulted on it. The order is no matter: the three lines are printed in that of the work.",
		Bad:    "consulted: Legal Services",
		Good:   "drafted: Marine Policy\nconsulted: Legal Services\napproved: Director General, Marine Policy",
		Source: "Public Safety, briefing book of 2019",
	},
	Check: func(p *Pass) {
		env := p.Env()
		var keys, missing []string
		lack := func(line schema.SignOff, key, words string) {
			if len(line) == 0 {
				keys, missing = append(keys, key+":"), append(missing, words)
			}
		}
		lack(env.Drafted, "drafted", "who drafted it")
		if p.Kind != "meeting-report" {
			lack(env.Consulted, "consulted", "who was consulted")
		}
		lack(env.Approved, "approved", "who approved it")
		if len(keys) == 0 {
			return
		}
		at := "drafted"
		for _, key := range []string{"approved", "consulted", "drafted"} {
			if env.Node.Get(key) != nil {
				at = key
			}
		}
		p.OnKey(at, "the note does not say "+joined(missing, "and"), "add "+joined(keys, "and"))
	},
}

// joined lists words: "a, b and c".
func joined(words []string, and string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " " + and + " " + words[last]
}

var signOffFormat = &Rule{
	ID: "BN006", Slug: "signoff-format", Severity: diag.Warning,
	Doc: Doc{
		Title:  "The lines of a sign-off are written alike",
		Why:    "The label of each line is printed by itself, and typing it again prints it twice. A slash stands for a unit within a branch (NCSB/NSPD), so a list of those consulted that is separated by slashes can be misread, all the more where other notes use commas.",
		Bad:    "drafted: 'Drafted by: Marine Policy'\nconsulted: RCMP/CBSA/Justice",
		Good:   "drafted: Marine Policy\nconsulted: RCMP, CBSA, Justice",
		Source: "House style",
	},
	Check: func(p *Pass) {
		for _, ps := range p.Passages {
			if ps.Role != SignOff {
				continue
			}
			if end := typedLabel(ps.Plain); end > 0 {
				p.At(ps, 0, end, "this label is printed by itself", "delete it").
					Fix(ps, 0, end+spaceAt(ps.Plain[end:]), "")
			}
		}
	},
	Gather: func(p *Pass) {
		line := p.Env().Consulted
		switch {
		case len(line) > 1:
			p.Gather(Fact{Value: byCommas})
		case len(line) == 1 && !line[0].Text.IsEmpty():
			t := line[0].Text
			if by := separatedBy(t.String()); by != 0 {
				p.Gather(Fact{Value: by, Span: t.Span(), Pointer: t.Pointer()})
			}
		}
	},
	Compare: func(p *SetPass) {
		count := map[int]int{}
		for _, f := range p.Facts {
			count[f.Value]++
		}
		if count[byCommas] == 0 || count[byCommas] < count[bySlashes] {
			return // slashes are the custom of these notes
		}
		commas := p.Facts[slices.IndexFunc(p.Facts, func(f Fact) bool { return f.Value == byCommas })]
		for _, f := range p.Facts {
			if f.Value == bySlashes {
				p.Report(f, "those consulted are separated by slashes here, and by commas "+elsewhere(f, commas), "separate them with commas, or write them as a list")
			}
		}
	},
}

// How those consulted are separated.
const (
	bySlashes = 1
	byCommas  = 2 // or by semicolons, or as a list
)

// separatedBy tells how a line separates the parties it names; 0 if it names
// one. Two names with a slash between them are a branch and its unit.
func separatedBy(line string) int {
	switch {
	case strings.Contains(line, "[REDACTED]") || strings.Contains(line, "[redacted]"):
		return 0
	case strings.Contains(line, ", ") || strings.Contains(line, ";"):
		return byCommas
	case strings.Count(line, "/") >= 2:
		return bySlashes
	}
	return 0
}

// signOffLabels are what authors type before a sign-off, with the colon or
// without it.
var signOffLabels = sync.OnceValue(func() map[string]bool {
	set := map[string]bool{}
	for _, l := range []string{
		"drafted", "drafted by", "drafter", "prepared by", "author", "written by", "consulted", "consulted with", "consultation", "consultations",
		"approved", "approved by", "approval", "approver", "rédigé par", "rédaction", "préparé par", "auteur", "auteure",
		"consulté", "consultés", "consultée", "consultées", "approuvé par", "approbation", "approuvé",
	} {
		set[l] = true
	}
	return set
})

// typedLabel returns where a label that a sign-off starts with ends, its colon
// included; 0 if there is none.
func typedLabel(s string) int {
	colon := strings.IndexByte(s, ':')
	if colon <= 0 || colon > 24 || !signOffLabels()[fold(strings.TrimSpace(s[:colon]))] {
		return 0
	}
	return colon + 1
}

// spaceAt returns how many bytes of white space a text starts with.
func spaceAt(s string) int { return len(s) - len(strings.TrimLeftFunc(s, unicode.IsSpace)) }
