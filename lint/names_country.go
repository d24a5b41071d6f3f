package lint

import (
	"strings"

	"briefnote/diag"
)

var countryAbbrev = &Rule{
	ID: "AC210", Slug: "country-abbrev", Severity: diag.Warning,
	Langs: []string{"en"},
	Doc: Doc{
		Title:  "U.S. or US, but one of them",
		Why:    "Two spellings of one country on a page look like two hands at work.",
		Bad:    "The U.S. agreed. The US position is new.",
		Good:   "The U.S. agreed. The U.S. position is new.",
		Source: "The Canadian Style; Canada.ca Content Style Guide, 4.4",
	},
	Check: func(p *Pass) {
		var found []spelledCountry
		counts := map[string]int{}
		for _, ps := range p.Passages {
			if ps.Lang != "en" || ps.Role == SignOff {
				continue
			}
			for _, w := range ps.Words() {
				if w.Text == w.Fold {
					continue
				}
				if c, ok := countryIn(ps, &w); ok {
					counts[c.spelling()]++
					found = append(found, c)
				}
			}
		}
		for _, c := range found {
			this, other := c.spelling(), c.otherSpelling()
			// Where both are as frequent, the note should keep to its first.
			if counts[this] < counts[other] || counts[this] == counts[other] && firstCountry(found, c.code).dotted != c.dotted {
				p.At(c.Passage, c.start, c.end, quote(this)+" is "+quote(other)+" elsewhere in this note", "write "+quote(other)+" throughout")
			}
		}
	},
}

// spelledCountry is an abbreviation of a country, or of a body of countries.
type spelledCountry struct {
	*Passage
	code       string // US
	dotted     bool   // U.S.
	start, end int
}

func (c *spelledCountry) spelling() string { return spelled(c.code, c.dotted) }

func (c *spelledCountry) otherSpelling() string { return spelled(c.code, !c.dotted) }

func spelled(code string, dotted bool) string {
	if dotted {
		return code[:1] + "." + code[1:] + "."
	}
	return code
}

// countryIn returns the country that a word abbreviates, also as a part of a
// compound: Canada-U.S., UK-led.
func countryIn(ps *Passage, w *Word) (spelledCountry, bool) {
	at := w.Start
	for _, part := range strings.Split(w.Text, "-") {
		part, _, _ = strings.Cut(strings.ReplaceAll(part, "’", "'"), "'")
		c := spelledCountry{Passage: ps, start: at, end: at + len(part)}
		switch part {
		case "US", "UK", "EU", "UN":
			c.code = part
			return c, true
		case "U.S", "U.S.", "U.K", "U.K.", "E.U", "E.U.", "U.N", "U.N.":
			c.code, c.dotted = part[:1]+part[2:3], true
			if !strings.HasSuffix(part, ".") && ps.After(c.end) == '.' {
				c.end++
			}
			return c, true
		}
		at += len(part) + 1
	}
	return spelledCountry{}, false
}

func firstCountry(found []spelledCountry, code string) *spelledCountry {
	for i := range found {
		if found[i].code == code {
			return &found[i]
		}
	}
	return nil
}
