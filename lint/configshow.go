package lint

import (
	"fmt"
	"strings"

	"briefnote/diag"
	"briefnote/internal/text"
)

// Setting is a value in force, and where it comes from.
type Setting struct {
	Key, Value, Origin string
}

// originDefault is the origin of what no configuration says.
const originDefault = "default"

// Settings lists the settings that hold for a note, whose path counts from the
// configuration's own folder. src is the configuration's source.
func (c *Config) Settings(note string, rules []*Rule, src []byte) []Setting {
	o := c.Options(note)
	lines := diag.NewLines(src)
	at := func(s diag.Span) string {
		if s.IsZero() {
			return originDefault
		}
		return fmt.Sprintf("%s:%d", c.File, lines.Position(s.Start).Line)
	}
	word := func(key, value, otherwise string, span diag.Span) Setting {
		if value == "" {
			value = otherwise
		}
		return Setting{key, value, at(span)}
	}
	out := []Setting{
		word("style", c.Style.Value, "public-safety", c.Style.Span),
		word("profile", c.Profile.Value, "by status", c.Profile.Span),
		word("fail_on", c.FailOn.Value, diag.Error.String(), c.FailOn.Span),
	}
	for _, d := range c.Dictionaries {
		out = append(out, Setting{"dictionaries", d.Value, at(d.Span)})
	}
	if n := len(c.Glossary.Acronyms) + len(c.Glossary.Names); n > 0 {
		out = append(out, Setting{"glossary", text.Count(len(c.Glossary.Acronyms), "acronym") + ", " + text.Count(len(c.Glossary.Names), "name"), at(c.GlossaryAt)})
	}
	for _, r := range rules {
		out = append(out, c.ruleSettings(o, note, r, at)...)
	}
	return out
}

// ruleSettings lists the severity and the options of a rule.
func (c *Config) ruleSettings(o *Options, note string, r *Rule, at func(diag.Span) string) []Setting {
	var said *RuleSetting
	options := map[string]diag.Span{}
	groups := [][]RuleSetting{c.Rules}
	for _, p := range c.Paths {
		if matches(p.Match.Value, note) {
			groups = append(groups, p.Rules)
		}
	}
	for _, g := range groups {
		for i := range g {
			if g[i].Rule == r {
				said = &g[i]
				for _, v := range g[i].Options {
					options[v.Key] = v.At
				}
			}
		}
	}
	s := Setting{"rules." + r.ID + " " + r.Slug, r.Severity.String(), originDefault}
	if said != nil {
		s.Origin = at(said.At)
	}
	if sev, ok := o.Severity[r.ID]; ok {
		s.Value = sev.String()
	}
	if o.Off[r.ID] {
		s.Value = "off"
	}
	out := []Setting{s}
	for _, opt := range r.Options {
		out = append(out, Setting{"rules." + r.ID + "." + opt.Key, shownValue(o.option(r, opt.Key)), at(options[opt.Key])})
	}
	return out
}

// shownValue writes an option's value as a configuration would.
func shownValue(v any) string {
	if list, ok := v.([]string); ok {
		return "[" + strings.Join(list, ", ") + "]"
	}
	return fmt.Sprint(v)
}
