package lint

import (
	"strings"

	"briefnote/diag"
)

var noticeBilingual = &Rule{
	ID: "BI515", Slug: "notice-bilingual", Severity: diag.Error,
	Doc: Doc{
		Title:  "A notice of withheld pages is in both languages",
		Why:    "A note of the kind withheld-notice prints both languages, with the Act's full name. One that is typed as text often lacks a language, or the word Act.",
		Bad:    "Pages 9 to 14 are withheld pursuant to section 15 of the Access to Information.",
		Good:   "kind: withheld-notice\npages: {from: 9, to: 14}\nact: access-to-information\nexemptions: [\"15(1)\"]",
		Source: "Official Languages Act, Part IV; Access to Information Act",
	},
	Check: func(p *Pass) {
		var english, french []typedNotice
		for _, ps := range p.Passages {
			if !strings.Contains(ps.Plain, "withheld") && !strings.Contains(ps.Plain, "retenue") {
				continue
			}
			for _, s := range ps.Sentences() {
				fold := strings.ToLower(ps.Plain[s.Start:s.End])
				if !namesPage(fold) {
					continue
				}
				if strings.Contains(fold, "withheld pursuant to") || strings.Contains(fold, "withheld under") {
					english = append(english, typedNotice{ps, s.Start, s.End})
				}
				if strings.Contains(fold, "retenue en vertu") || strings.Contains(fold, "retenues en vertu") {
					french = append(french, typedNotice{ps, s.Start, s.End})
				}
			}
		}
		reportNotices(p, english, "English", "Act", len(french) > 0)
		reportNotices(p, french, "French", "Loi", len(english) > 0)
	},
}

// typedNotice is a notice of withheld pages that is typed as text.
type typedNotice struct {
	ps         *Passage
	start, end int
}

// namesPage reports whether a sentence in small letters names a page by its
// number; one that does not tells how the Act works.
func namesPage(fold string) bool {
	_, after, ok := strings.Cut(fold, "page")
	after = strings.TrimLeft(strings.TrimPrefix(after, "s"), " "+nbsp)
	return ok && digitsAt(after) > 0
}

// reportNotices reports the notices in a language that stand alone, or that do
// not call the Act one.
func reportNotices(p *Pass, notices []typedNotice, language, act string, both bool) {
	const hint = "make it a note of the kind withheld-notice, which prints both languages"
	for _, n := range notices {
		if !both {
			p.At(n.ps, n.start, n.end, "this notice of withheld pages is in "+language+" alone", hint)
		} else if !strings.Contains(n.ps.Plain[n.start:n.end], act) {
			p.At(n.ps, n.start, n.end, "this notice does not name the "+act, hint)
		}
	}
}
