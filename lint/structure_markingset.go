package lint

import (
	"slices"
	"strings"

	"briefnote/diag"
	"briefnote/schema"
)

var markingInconsistent = &Rule{
	ID: "BN004", Slug: "marking-inconsistent", Severity: diag.Warning,
	Doc: Doc{
		Title:  "One caveat is written in one way in all notes",
		Why:    "Two wordings of one caveat in a book make readers ask whether they mean two things, and so do two final texts of one meeting of which one bears a caveat.",
		Bad:    "caveats: [FOR OFFICIAL USE ONLY]   # in one note\ncaveats: [For Official Use Only]   # in another",
		Good:   "caveats: [For Official Use Only]   # in both",
		Source: "House style",
	},
	Gather: func(p *Pass) {
		bears := ""
		for _, ps := range p.Passages {
			if ps.Role != Caveat || strings.ContainsRune(ps.Plain, Hole) {
				continue
			}
			bears += ps.Plain + "\n"
			f := Fact{Key: caveatFact + plainName(ps.Plain), Text: ps.Plain, Span: ps.Span(), Pointer: ps.Text.Pointer()}
			if whole := wholeCaveat(plainName(ps.Plain), knownCaveats()); whole != "" {
				f.Key, f.Value = caveatFact+plainName(whole), cutShort
			}
			p.Gather(f)
		}
		if c, ok := p.Note.(*schema.Communique); ok {
			p.gatherMeeting(c, bears)
		}
	},
	Compare: func(p *SetPass) {
		p.ByKey(func(key string, facts []Fact) {
			if strings.HasPrefix(key, caveatFact) {
				p.caveatWording(facts)
			} else {
				p.sameMeeting(facts)
			}
		})
	},
}

// caveatFact begins the keys of facts about a caveat's wording; the others are
// about communiqués of one meeting.
const caveatFact = "caveat "

// cutShort is the value of a fact about a caveat that is not in full.
const cutShort = 1

// gatherMeeting keeps which caveats a communiqué bears, with those of the same
// meeting that are as far agreed.
func (p *Pass) gatherMeeting(c *schema.Communique, bears string) {
	m := c.Masthead
	if m == nil || m.Forum.IsEmpty() {
		return
	}
	key := "meeting"
	if c.Draft {
		key = "meeting, draft"
	}
	for _, t := range []schema.Text{m.Forum, m.Theme, m.Place, m.Year} {
		key += "\n" + plainName(t.String())
	}
	title := p.Env().Title.In(p.Lang == "fr")
	p.Gather(Fact{Key: key, Text: bears, Span: title.Span(), Pointer: title.Pointer()})
}

// caveatWording reports the caveats that are written otherwise than most of
// those in full.
func (p *SetPass) caveatWording(facts []Fact) {
	models := slices.DeleteFunc(slices.Clone(facts), func(f Fact) bool { return f.Value == cutShort })
	if len(models) == 0 {
		return // what is cut short everywhere is a matter for marking-unknown
	}
	usual := commonest(models, strings.TrimSpace)
	for _, f := range facts {
		if f.Text != usual.Text {
			p.Report(f, "this caveat is written "+quote(usual.Text)+" "+elsewhere(f, usual), "write it in one way in all notes")
		}
	}
}

// sameMeeting reports the communiqués that bear no caveat where others of the
// same meeting do.
func (p *SetPass) sameMeeting(facts []Fact) {
	for _, bearer := range facts {
		if bearer.Text == "" {
			continue
		}
		for _, f := range facts {
			if f.Text == "" {
				caveat, _, _ := strings.Cut(bearer.Text, "\n")
				p.Report(f, "this communiqué has no caveat, and one of the same meeting, "+bearer.File+", has "+quote(caveat),
					"give both the same caveats, or neither any")
			}
		}
		return
	}
}
