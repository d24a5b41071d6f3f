package lint

import (
	"strings"
	"sync"

	"briefnote/diag"
	"briefnote/schema"
)

var dateStale = &Rule{
	ID: "BN022", Slug: "date-stale", Severity: diag.Warning,
	Doc: Doc{
		Title:  "The dates of a note agree with each other",
		Why:    "A note that is due after the event it prepares comes too late, and one of its dates is probably wrong. A coming day that is named without a date is past when the note is read. Only the note's own dates are compared; today's date is never looked at.",
		Bad:    "due: 2026-11-20\nmeeting:\n  date: 2026-11-17",
		Good:   "due: 2026-11-13\nmeeting:\n  date: 2026-11-17",
		Source: "House style",
	},
	Check: func(p *Pass) {
		p.particularDates()
		p.signOffDates()
		for _, ps := range p.Passages {
			if ps.Part == "issue" || ps.Part == "recommendation" {
				p.deadline(ps)
			}
			if ps.IsText() {
				comingDays(p, ps)
			}
		}
	},
}

// particularDates compares the note's date, the day it is due, and the event.
func (p *Pass) particularDates() {
	date, due := dayOf(p.Env().Date.Value), dayOf(p.Env().Due.Value)
	event, what := p.eventDay()
	if date != "" && due != "" && date > due {
		p.OnValue("date", "the note is dated after the day it is due", "the note is due on "+due+"; correct one of the two")
	}
	switch {
	case event == "":
	case due > event:
		p.OnValue("due", "the note is due after "+what, what+" is on "+event+"; correct one of the two")
	case date > event && due == "":
		p.OnValue("date", "the note is dated after "+what, what+" is on "+event+"; correct one of the two")
	}
}

// eventDay returns the last day of the meeting or event that a note prepares.
// A report and a communiqué come after theirs.
func (p *Pass) eventDay() (day, what string) {
	switch n := p.Note.(type) {
	case *schema.MeetingReport, *schema.Communique:
		return "", ""
	case *schema.MeetingNote:
		if n.Meeting != nil && dayOf(n.Meeting.Date.Value) != "" {
			return dayOf(n.Meeting.Date.Value), "the meeting"
		}
	}
	for _, ps := range p.Passages {
		if ps.Part != "event" {
			continue
		}
		for _, d := range datesIn(ps) {
			day = max(day, d.day)
		}
	}
	return day, "the event"
}

// signOffDates reports an approval that is dated before the drafting.
func (p *Pass) signOffDates() {
	drafted := ""
	for _, e := range p.Env().Drafted {
		if d := dayOf(e.Date.Value); d != "" && (drafted == "" || d < drafted) {
			drafted = d
		}
	}
	for _, e := range p.Env().Approved {
		if d := dayOf(e.Date.Value); d != "" && d < drafted {
			p.Report(e.Date.Span, e.Date.Pointer, "the note was approved before it was drafted", "it was drafted on "+drafted+"; correct one of the two")
		}
	}
}

// deadline reports a day by which the reader is to decide that comes before
// the day the note is due.
func (p *Pass) deadline(ps *Passage) {
	due := dayOf(p.Env().Due.Value)
	if due == "" {
		return
	}
	for _, d := range datesIn(ps) {
		if d.day < due && byDay(ps, d) && decides(ps, d) {
			p.At(ps, d.start, d.end, "the decision is needed before the note is due", "the note is due on "+due+"; correct one of the two")
		}
	}
}

// byDay reports whether the words before a date say that something is to be
// done by then.
func byDay(ps *Passage, d dated) bool {
	words := ps.Words()
	i := d.first - 1
	if i >= 0 && words[i].Fold == "le" {
		i--
		return i >= 0 && (words[i].Fold == "d'ici" || words[i].Fold == "avant")
	}
	return i >= 0 && (words[i].Fold == "by" || words[i].Fold == "before")
}

// decides reports whether the sentence around a date says that the reader's
// decision is needed.
func decides(ps *Passage, d dated) bool {
	for _, s := range ps.Sentences() {
		if d.start < s.Start || d.start >= s.End {
			continue
		}
		decision, needed := false, false
		for _, w := range ps.WordsIn(s.Start, d.start) {
			decision = decision || decisions()[w.Fold]
			needed = needed || needs()[w.Fold]
		}
		return decision && needed
	}
	return false
}

var decisions = sync.OnceValue(func() map[string]bool {
	return setOf("decision approval signature décision approbation")
})

var needs = sync.OnceValue(func() map[string]bool {
	return setOf("needed required requested sought requise requis nécessaire demandée attendue sollicitée")
})

// weekdays are the days of the week. French ones are written small.
var weekdays = sync.OnceValue(func() map[string]bool {
	return setOf("Monday Tuesday Wednesday Thursday Friday Saturday Sunday lundi mardi mercredi jeudi vendredi samedi dimanche")
})

// comingDays reports days of the week that stand without a date in a sentence
// about what is to come.
func comingDays(p *Pass, ps *Passage) {
	if !strings.Contains(ps.Plain, "day") && !strings.Contains(ps.Plain, "di") {
		return
	}
	words := ps.Words()
	for i, w := range words {
		if !strings.Contains(w.Fold, "day") && !strings.Contains(w.Fold, "di") {
			continue
		}
		if !weekdays()[strings.TrimSuffix(strings.TrimSuffix(w.Text, "'s"), "’s")] || !bareDay(ps, i) || !comes(ps, w) {
			continue
		}
		p.At(ps, w.Start, w.End, "this day has no date, and is past when the note is read later", "write the date")
	}
}

// bareDay reports whether the day of the week with an index has no date beside
// it nor a hole, and is no name ("Good Friday") nor every such day ("le lundi").
func bareDay(ps *Passage, i int) bool {
	words := ps.Words()
	for _, k := range []int{i - 2, i - 1, i + 1, i + 2} {
		if k < 0 || k >= len(words) {
			continue
		}
		if _, month := months()[words[k].Fold]; month || dayNumber(words[k]) > 0 && k != i+2 {
			return false
		}
	}
	before, after, previous := 0, len(ps.Plain), ""
	if i > 0 {
		before, previous = words[i-1].End, words[i-1].Fold
	}
	if i+1 < len(words) {
		after = words[i+1].Start
	}
	if strings.ContainsRune(ps.Plain[before:after], Hole) {
		return false
	}
	switch previous {
	case "every", "each", "good", "black", "cyber", "easter", "boxing", "giving", "ash", "holy", "super", "le", "les", "chaque", "tous":
		return false
	}
	return true
}

// comes reports whether the sentence around a word is about what is to come.
func comes(ps *Passage, day Word) bool {
	for _, s := range ps.Sentences() {
		if day.Start < s.Start || day.Start >= s.End {
			continue
		}
		for _, w := range ps.WordsIn(s.Start, s.End) {
			switch w.Fold {
			case "will", "shall", "upcoming", "prochain", "prochaine":
				return true
			}
			if ps.Lang == "fr" && isFuture(w.Fold) {
				return true
			}
		}
	}
	return false
}

// isFuture reports whether a French word ends as a verb of the future does.
func isFuture(w string) bool {
	for _, ending := range []string{"era", "ira", "aura", "eront", "iront", "auront", "erons"} {
		if strings.HasSuffix(w, ending) {
			return true
		}
	}
	return false
}
