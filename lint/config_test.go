package lint

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"briefnote/diag"
)

// TestConfigProblems reads configurations with one fault each.
func TestConfigProblems(t *testing.T) {
	for src, want := range map[string]string{
		"ruels: {}":                                  `ruels unknown key "ruels"`,
		"rules: {PL999: off}":                        `PL999 there is no rule "PL999"`,
		"rules: {double-wrod: off}":                  `double-wrod there is no rule "double-wrod"`,
		"rules: {PL111: never}":                      `never "never" is no setting of a rule`,
		"rules: {PL111: [off]}":                      "[off] off, error, warning, info, or a group of settings",
		"rules: {PL101: {limt: 3}}":                  `limt the rule key-message-length has no setting "limt"`,
		"rules: {PL101: {limit: many}}":              "many a whole number is expected here",
		"rules: {PL101: {limit: -1}}":                "-1 a whole number is expected here",
		"rules: {PL101: {severity: grave}}":          `grave "grave" is no setting of a rule`,
		"rules: [PL101]":                             "[PL101] a group of rules",
		"profile: final":                             `final "final" is no profile`,
		"fail_on: never":                             `never "never" is no severity`,
		"paths: [{match: ../x}]":                     "../x a pattern stays within the folder of the configuration",
		"paths: [{match: '[a'}]":                     `'[a' "[a" is no pattern of paths`,
		"paths: [{rules: {PL111: off}}]":             "rules match",
		"glossary: {acronyms: [{en: Long}]}":         "en short",
		"fail_on: error\n---\nfail_on: info\n":       " a configuration is one document",
		"glossary: {names: [{en: A, nto: [B]}]}":     `nto unknown key "nto"`,
		"rules: {PL111: off}\nrules: {PL112: off}\n": "rules",
		"rules: &a {PL111: off}":                     "&a",
	} {
		_, problems := ParseConfig(ConfigName, []byte(src), All())
		if len(problems) != 1 {
			t.Errorf("%q has %d problems, want 1: %v", src, len(problems), problems)
			continue
		}
		p := problems[0]
		if got := strings.TrimSpace(src[p.Span.Start:p.Span.End]) + " " + p.Message; !matchesWords(got, want) || p.Hint == "" || p.Severity != diag.Error {
			t.Errorf("%q: %q (%s), want %q", src, got, p.Hint, want)
		}
	}
}

// matchesWords reports whether a text starts with the first of some words and
// has the others.
func matchesWords(got, want string) bool {
	first, rest, _ := strings.Cut(want, " ")
	return strings.HasPrefix(got, first) && strings.Contains(got, rest)
}

// TestConfigOptions reads a configuration with everything, and looks at what
// holds for notes of several paths.
func TestConfigOptions(t *testing.T) {
	src := []byte(`style: large-print
profile: draft
fail_on: warning
rules:
  double-word: off
  PL101: {limit: 50, severity: info}
  PL102: {severity: error}
  BN013: warning
paths:
  - match: archive/**
    rules: {PL111: error, PL101: {limit: 9}}
  - match: "*/old-?.yaml"
    rules: {BN013: off}
dictionaries: [words.txt]
glossary:
  acronyms: [{short: NFSB, en: North Ferry Safety Board, fr: Commission}]
  names: [{en: North Ferry Board, not: [Northern Ferry Board]}]
`)
	c, problems := ParseConfig("dir/"+ConfigName, src, All())
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	if c.Style.Value != "large-print" || c.FailOn.Value != "warning" || len(c.Dictionaries) != 1 || c.Glossary.Acronyms[0].Short != "NFSB" || c.Glossary.Names[0].Not[0] != "Northern Ferry Board" {
		t.Errorf("%+v", c)
	}
	for note, want := range map[string]string{
		"note.yaml":             "draft PL111 off, PL101 info 50, PL102 error, BN013 warning",
		"archive/2019/a/n.yaml": "draft PL111 error, PL101 info 9, PL102 error, BN013 warning",
		"archive":               "draft PL111 error, PL101 info 9, PL102 error, BN013 warning",
		"x/old-1.yaml":          "draft PL111 off, PL101 info 50, PL102 error, BN013 off",
		"x/y/old-1.yaml":        "draft PL111 off, PL101 info 50, PL102 error, BN013 warning",
		"x/old-12.yaml":         "draft PL111 off, PL101 info 50, PL102 error, BN013 warning",
	} {
		o := c.Options(note)
		state := func(id string) string {
			if o.Off[id] {
				return "off"
			}
			return o.Severity[id].String()
		}
		got := fmt.Sprintf("%s PL111 %s, PL101 %s %v, PL102 %s, BN013 %s", o.Profile, state("PL111"), state("PL101"),
			o.option(Find(All(), "PL101"), "limit"), state("PL102"), state("BN013"))
		if got != want {
			t.Errorf("for %s: %s, want %s", note, got, want)
		}
	}
	settings := c.Settings("archive/n.yaml", All(), src)
	for _, want := range []Setting{
		{"style", "large-print", "dir/.brief.yaml:1"},
		{"fail_on", "warning", "dir/.brief.yaml:3"},
		{"rules.PL111 double-word", "error", "dir/.brief.yaml:11"},
		{"rules.PL101.limit", "9", "dir/.brief.yaml:11"},
		{"rules.PL101.error", "60", "default"},
		{"rules.BN014 empty-bullet", "error", "default"},
		{"glossary", "1 acronym, 1 name", "dir/.brief.yaml:16"},
	} {
		if !slices.Contains(settings, want) {
			t.Errorf("%+v is not among the settings", want)
		}
	}
}

// TestConfigEmpty reads configurations that say nothing.
func TestConfigEmpty(t *testing.T) {
	for _, src := range []string{"", "# nothing\n", "rules:\n", "rules: {}\npaths: []\n", "{}"} {
		c, problems := ParseConfig(ConfigName, []byte(src), All())
		if len(problems) > 0 {
			t.Errorf("%q: %v", src, problems)
		}
		if o := c.Options("n.yaml"); len(o.Off)+len(o.Severity)+len(o.Settings) > 0 || o.Profile != ProfileOfStatus {
			t.Errorf("%q changes %+v", src, o)
		}
	}
}
