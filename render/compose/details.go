package compose

import (
	"strconv"
	"strings"
	"time"

	"briefnote/render/doc"
	"briefnote/schema"
)

// details adds the lines under the title: what the note is for, its number and
// dates, and of a meeting with whom, where and when.
func (c *composer) details(m *schema.Meeting) {
	env := c.env
	if action := c.words.Actions[env.ActionRequired.Value]; action != "" {
		from := origin(env.ActionRequired.Pointer, env.ActionRequired.Span)
		c.add(&doc.Paragraph{Origin: from, Role: doc.RoleMeeting, Lead: c.label(action, from)})
	}
	if env.Kind.Value != "briefing-note" {
		c.detail("addressee", c.addressee())
	}
	c.detail("event", c.runs(env.Event))
	if m != nil {
		for _, p := range m.With {
			c.detail("with", c.joined(p.Name, p.Title, p.Country))
		}
		c.detail("place", c.runs(m.Place))
		c.detail("date", c.date(m.Date))
	}
	c.detail("tracking_number", c.runs(env.TrackingNumber))
	c.detail("originating_sector", c.runs(env.OriginatingSector))
	if m == nil || m.Date.Value == "" {
		c.detail("date", c.date(env.Date))
	}
	c.detail("due", c.date(env.Due))
}

// addressee composes whom the note is for, where no type line says it.
func (c *composer) addressee() []doc.Run {
	to := c.env.Addressee
	if office, known := c.words.OfficeNames[to.String()]; known && !to.IsEmpty() {
		return c.label(office, origin(to.Pointer(), to.Span()))
	}
	return c.runs(to)
}

// detail adds a line "Label: words", or nothing where there are no words.
func (c *composer) detail(key string, runs []doc.Run) {
	if len(runs) == 0 {
		return
	}
	from := runs[0].From()
	c.add(&doc.Paragraph{
		Origin: from, Role: doc.RoleMeeting,
		Lead: c.label(c.words.Details[key]+" ", from), Runs: runs,
	})
}

// joined composes texts with commas between them.
func (c *composer) joined(texts ...schema.Text) []doc.Run {
	var out []doc.Run
	for _, t := range texts {
		if t.IsEmpty() {
			continue
		}
		if len(out) > 0 {
			out = append(out, c.label(", ", origin(t.Pointer(), t.Span()))...)
		}
		out = append(out, c.runs(t)...)
	}
	return out
}

// date composes a date in words. What is no date is printed as written.
func (c *composer) date(w schema.Word) []doc.Run {
	if w.Value == "" {
		return nil
	}
	return c.label(c.dateWords(w.Value), origin(w.Pointer, w.Span))
}

func (c *composer) dateWords(s string) string {
	day, clock, timed := strings.Cut(s, "T")
	t, err := time.Parse("2006-01-02", day)
	if err != nil {
		return s
	}
	number := strconv.Itoa(t.Day())
	if t.Day() == 1 {
		number = c.words.FirstDay
	}
	words := strings.ReplaceAll(c.words.DateForm, "{day}", number)
	words = strings.ReplaceAll(words, "{month}", c.words.Months[t.Month()-1])
	words = strings.ReplaceAll(words, "{year}", strconv.Itoa(t.Year()))
	if timed {
		words = strings.ReplaceAll(strings.ReplaceAll(c.words.TimeForm, "{date}", words), "{time}", clock)
	}
	return words
}

// isDate reports whether a text is a date, and not free text of a released note.
func isDate(s string) bool {
	_, err := time.Parse("2006-01-02", s)
	return err == nil
}

// signOff adds who drafted, was consulted, and approved.
func (c *composer) signOff() {
	block := &doc.SignOff{}
	for _, line := range []struct {
		key     string
		entries schema.SignOff
	}{{"drafted", c.env.Drafted}, {"consulted", c.env.Consulted}, {"approved", c.env.Approved}} {
		if len(line.entries) == 0 {
			continue
		}
		l := doc.SignOffLine{Origin: c.key(line.key), Label: c.words.SignOff[line.key]}
		for _, e := range line.entries {
			l.Entries = append(l.Entries, c.signOffEntry(e))
		}
		block.Lines = append(block.Lines, l)
	}
	if len(block.Lines) > 0 {
		block.Origin = block.Lines[0].Origin
		c.add(block)
	}
}

// signOffEntry composes one party: as written, or "Org, Name, Role (date)".
func (c *composer) signOffEntry(e schema.SignOffEntry) []doc.Run {
	if !e.Text.IsEmpty() {
		return c.runs(e.Text)
	}
	runs := c.joined(e.Org, e.Name, e.Role)
	if e.Date.Value != "" {
		from := origin(e.Date.Pointer, e.Date.Span)
		words := c.dateWords(e.Date.Value)
		if len(runs) > 0 {
			words = " (" + words + ")"
		}
		runs = append(runs, c.label(words, from)...)
	}
	return runs
}
