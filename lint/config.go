package lint

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"briefnote/diag"
	"briefnote/internal/strictyaml"
)

// ConfigName is what a folder's configuration file is called.
const ConfigName = ".brief.yaml"

// Config is a folder's configuration as it was read. It holds for the notes of
// the folder and of those below it that have none of their own.
type Config struct {
	File         string // its own name, "" for none
	Style        strictyaml.Text
	Profile      strictyaml.Text
	FailOn       strictyaml.Text
	Rules        []RuleSetting
	Paths        []PathSettings
	Dictionaries []strictyaml.Text // names of files, from the configuration's own folder
	Glossary     *Glossary
	GlossaryAt   diag.Span
}

// RuleSetting is what a configuration says of a rule.
type RuleSetting struct {
	Rule     *Rule
	At       diag.Span // of the rule's name
	Off      bool
	Severity *diag.Severity
	Options  []OptionSetting
}

// OptionSetting is the value of a rule's option.
type OptionSetting struct {
	Key   string
	Value any // int, bool or []string
	At    diag.Span
}

// PathSettings is what holds for the notes of some paths only.
type PathSettings struct {
	Match strictyaml.Text // a pattern of paths from the configuration's own folder
	Rules []RuleSetting
}

// configFile is the form of the file.
type configFile struct {
	Style        strictyaml.Text   `yaml:"style" doc:"house style of documents: a name, or a .yaml file"`
	Profile      profileName       `yaml:"profile" doc:"draft or released: the rules that are chosen whatever a note's status"`
	FailOn       severityName      `yaml:"fail_on" doc:"error, warning or info: from which severity on lint ends with exit status 1"`
	Rules        ruleSettings      `yaml:"rules" doc:"settings of rules by id or slug"`
	Paths        []pathForm        `yaml:"paths" doc:"settings for some paths only"`
	Dictionaries []strictyaml.Text `yaml:"dictionaries" doc:"files of words that are right as they are, one a line"`
	Glossary     glossaryForm      `yaml:"glossary" doc:"acronyms and official names"`
}

type pathForm struct {
	Match strictyaml.Text `yaml:"match" validate:"required" doc:"a pattern of paths, e.g. archive/**"`
	Rules ruleSettings    `yaml:"rules" doc:"settings of rules by id or slug"`
}

type glossaryForm struct {
	Acronyms []acronymForm `yaml:"acronyms" doc:"acronyms that need not be defined in a note"`
	Names    []nameForm    `yaml:"names" doc:"official names"`
}

type acronymForm struct {
	Short string `yaml:"short" validate:"required" doc:"the short form, e.g. RCMP"`
	En    string `yaml:"en" doc:"the long form in English"`
	Fr    string `yaml:"fr" doc:"the long form in French"`
}

type nameForm struct {
	En  string   `yaml:"en" doc:"the name in English"`
	Fr  string   `yaml:"fr" doc:"the name in French"`
	Not []string `yaml:"not" doc:"wrong forms that are often met"`
}

// profileName and severityName are words from a list.
type (
	profileName  struct{ strictyaml.Text }
	severityName struct{ strictyaml.Text }
)

// UnmarshalNode reads the name of a profile.
func (p *profileName) UnmarshalNode(d *strictyaml.Decoder, n *strictyaml.Node) {
	d.Decode(n, &p.Text)
	if v := p.Value; v != "" && v != string(ProfileDraft) && v != string(ProfileReleased) {
		d.Report(strictyaml.RuleValue, n.Span, n.Pointer, fmt.Sprintf("%q is no profile", v), "write draft or released")
	}
}

// UnmarshalNode reads the name of a severity.
func (s *severityName) UnmarshalNode(d *strictyaml.Decoder, n *strictyaml.Node) {
	d.Decode(n, &s.Text)
	if _, err := ParseSeverity(s.Value); err != nil && s.Value != "" {
		d.Report(strictyaml.RuleValue, n.Span, n.Pointer, err.Error(), "write error, warning or info")
	}
}

// ParseSeverity returns the severity of a name. The error is a plain sentence.
func ParseSeverity(name string) (diag.Severity, error) {
	for _, s := range []diag.Severity{diag.Info, diag.Warning, diag.Error} {
		if strings.EqualFold(name, s.String()) {
			return s, nil
		}
	}
	return 0, fmt.Errorf("%q is no severity", name)
}

// ParseConfig reads a configuration. Its findings are errors at their place;
// rules are those that it may name.
func ParseConfig(name string, src []byte, rules []*Rule) (*Config, []diag.Diagnostic) {
	parsed := strictyaml.Parse(name, src)
	c := &Config{File: name, Glossary: &Glossary{}}
	d := &strictyaml.Decoder{Problems: parsed.Problems}
	if len(parsed.Documents) > 1 {
		d.Report(strictyaml.RuleSyntax, parsed.Documents[1].Span, "", "a configuration is one document", "delete everything from the second --- on")
	}
	if len(parsed.Documents) == 0 || parsed.Documents[0].Root == nil {
		return c, diag.Sort(d.Problems) // an empty configuration changes nothing
	}
	root := parsed.Documents[0].Root
	var f configFile
	d.Decode(root, &f)
	c.Style, c.Profile, c.FailOn, c.Dictionaries = f.Style, f.Profile.Text, f.FailOn.Text, f.Dictionaries
	c.Rules = f.Rules.resolve(d, rules)
	for i := range f.Paths {
		p := &f.Paths[i]
		c.Paths = append(c.Paths, PathSettings{p.Match, p.Rules.resolve(d, rules)})
		if err := checkPattern(p.Match.Value); err != nil {
			d.Report(strictyaml.RuleValue, p.Match.Span, p.Match.Pointer, err.Error(), `write a path from this folder: "archive/**" stands for all that is below archive`)
		}
	}
	for _, a := range f.Glossary.Acronyms {
		c.Glossary.Acronyms = append(c.Glossary.Acronyms, Acronym(a))
	}
	for _, n := range f.Glossary.Names {
		c.Glossary.Names = append(c.Glossary.Names, Name(n))
	}
	if g := root.Get("glossary"); g != nil {
		c.GlossaryAt = g.Span
	}
	return c, diag.Sort(d.Problems)
}

// ruleSettings keeps the node until the rules are known.
type ruleSettings struct{ node *strictyaml.Node }

// UnmarshalNode keeps the node.
func (r *ruleSettings) UnmarshalNode(_ *strictyaml.Decoder, n *strictyaml.Node) { r.node = n }

// resolve reads the settings.
func (r *ruleSettings) resolve(d *strictyaml.Decoder, rules []*Rule) []RuleSetting {
	n := r.node
	if n == nil || n.Empty() || n.Kind == strictyaml.Broken {
		return nil
	}
	if n.Kind != strictyaml.Mapping {
		d.WrongForm(n, "a group of rules", `write a line such as "PL101: off" for each`)
		return nil
	}
	var out []RuleSetting
	for _, p := range n.Pairs {
		rule := Find(rules, p.Key.Value)
		if rule == nil {
			d.Report(strictyaml.RuleUnknown, p.Key.Span, p.Key.Pointer, fmt.Sprintf("there is no rule %q", p.Key.Value), nearRule(p.Key.Value, rules))
			continue
		}
		s := RuleSetting{Rule: rule, At: p.Key.Span}
		switch p.Value.Kind {
		case strictyaml.Scalar:
			s.severity(d, p.Value)
		case strictyaml.Mapping:
			s.mapping(d, p.Value)
		case strictyaml.Sequence:
			d.WrongForm(p.Value, "off, error, warning, info, or a group of settings", `write "severity: warning" or an option of the rule under it`)
		}
		out = append(out, s)
	}
	return out
}

// nearRule suggests the rule that was meant.
func nearRule(name string, rules []*Rule) string {
	var names []string
	for _, r := range rules {
		names = append(names, r.Slug, r.ID)
	}
	if hint := diag.DidYouMean(name, names); hint != "" {
		return hint
	}
	return `"brief rules" lists them`
}

// severity reads off, error, warning or info.
func (s *RuleSetting) severity(d *strictyaml.Decoder, n *strictyaml.Node) {
	value := strings.ToLower(n.Text.Value)
	switch sev, err := ParseSeverity(value); {
	case value == "off" || value == "false" || value == "no":
		s.Off = true
	case value == "on" || value == "true" || value == "yes":
	case err == nil:
		s.Severity = &sev
	default:
		d.Report(strictyaml.RuleValue, n.Span, n.Pointer, fmt.Sprintf("%q is no setting of a rule", n.Text.Value), "write off, error, warning or info")
	}
}

// mapping reads severity: and the rule's own options.
func (s *RuleSetting) mapping(d *strictyaml.Decoder, n *strictyaml.Node) {
	keys := []string{"severity"}
	for _, o := range s.Rule.Options {
		keys = append(keys, o.Key)
	}
	for _, p := range n.Pairs {
		if p.Key.Value == "severity" {
			s.severity(d, p.Value)
			continue
		}
		i := slices.IndexFunc(s.Rule.Options, func(o Option) bool { return o.Key == p.Key.Value })
		if i < 0 {
			hint := diag.DidYouMean(p.Key.Value, keys)
			if hint == "" {
				hint = "its settings are " + strings.Join(keys, ", ")
			}
			d.Report(strictyaml.RuleUnknown, p.Key.Span, p.Key.Pointer, fmt.Sprintf("the rule %s has no setting %q", s.Rule.Slug, p.Key.Value), hint)
			continue
		}
		if value, err := optionValue(s.Rule.Options[i].Default, p.Value); err != nil {
			d.Report(strictyaml.RuleType, p.Value.Span, p.Value.Pointer, err.Error(), s.Rule.Options[i].Doc)
		} else {
			s.Options = append(s.Options, OptionSetting{p.Key.Value, value, p.Value.Span})
		}
	}
}

// optionValue reads a value of the type of an option's default.
func optionValue(like any, n *strictyaml.Node) (any, error) {
	switch like.(type) {
	case int:
		if v, err := strconv.Atoi(n.Text.Value); err == nil && n.Kind == strictyaml.Scalar && v >= 0 {
			return v, nil
		}
		return nil, errors.New("a whole number is expected here")
	case bool:
		switch strings.ToLower(n.Text.Value) {
		case "true", "yes":
			return true, nil
		case "false", "no":
			return false, nil
		}
		return nil, errors.New("true or false is expected here")
	}
	if n.Kind != strictyaml.Sequence {
		return nil, errors.New("a list of words is expected here")
	}
	list := []string{}
	for _, item := range n.Items {
		if item.Kind != strictyaml.Scalar {
			return nil, errors.New("a list of words is expected here")
		}
		list = append(list, item.Text.Value)
	}
	return list, nil
}
