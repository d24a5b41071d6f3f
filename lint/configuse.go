package lint

import (
	"errors"
	"fmt"
	"path"
	"strings"

	"briefnote/diag"
)

// Options returns what holds for a note, whose path counts from the
// configuration's own folder, with forward slashes.
func (c *Config) Options(note string) *Options {
	o := &Options{
		Profile: Profile(c.Profile.Value), Glossary: c.Glossary,
		Off: map[string]bool{}, Severity: map[string]diag.Severity{}, Settings: map[string]map[string]any{},
	}
	o.set(c.Rules)
	for _, p := range c.Paths {
		if matches(p.Match.Value, note) {
			o.set(p.Rules)
		}
	}
	return o
}

// set takes over settings of rules.
func (o *Options) set(settings []RuleSetting) {
	for _, s := range settings {
		id := s.Rule.ID
		o.Off[id] = s.Off
		if s.Severity != nil {
			o.Severity[id] = *s.Severity
		}
		for _, v := range s.Options {
			if o.Settings[id] == nil {
				o.Settings[id] = map[string]any{}
			}
			o.Settings[id][v.Key] = v.Value
		}
	}
}

// checkPattern reports a pattern that can match nothing.
func checkPattern(pattern string) error {
	for part := range strings.SplitSeq(pattern, "/") {
		if _, err := path.Match(part, ""); err != nil {
			return fmt.Errorf("%q is no pattern of paths", pattern)
		}
	}
	if strings.HasPrefix(pattern, "/") || strings.HasPrefix(pattern, "../") {
		return errors.New("a pattern stays within the folder of the configuration")
	}
	return nil
}

// matches reports whether a path fits a pattern: * stands for any part of a
// name, ** for any number of folders. A pattern that names a folder stands for
// all that is below it.
func matches(pattern, name string) bool {
	return matchParts(strings.Split(strings.Trim(pattern, "/"), "/"), strings.Split(name, "/"))
}

func matchParts(pattern, name []string) bool {
	if len(pattern) == 0 {
		return true
	}
	if pattern[0] == "**" {
		for i := range len(name) + 1 {
			if matchParts(pattern[1:], name[i:]) {
				return true
			}
		}
		return false
	}
	if len(name) == 0 {
		return false
	}
	ok, err := path.Match(pattern[0], name[0])
	return err == nil && ok && matchParts(pattern[1:], name[1:])
}
