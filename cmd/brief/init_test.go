package main

import (
	"strings"
	"testing"

	"briefnote/lint"
	"briefnote/templates"
)

// TestInitConfig puts every setting of the configuration that init writes in
// force, as its author is told to: by taking the # away. Comments are sentences.
func TestInitConfig(t *testing.T) {
	data, err := templates.FS.ReadFile("init/.brief.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var inForce strings.Builder
	settings := 0
	for line := range strings.Lines(string(data)) {
		if setting, ok := strings.CutPrefix(line, "# "); ok && !strings.HasSuffix(line, ".\n") && strings.ContainsAny(line, ":-") {
			line = setting
			settings++
		}
		inForce.WriteString(line)
	}
	if settings < 10 {
		t.Errorf("%d settings are put in force; the test sees too little to mean anything:\n%s", settings, inForce.String())
	}
	c, problems := lint.ParseConfig(".brief.yaml", []byte(inForce.String()), lint.All())
	for _, p := range problems {
		t.Errorf("%s: %s", p.Message, p.Hint)
	}
	if c.Style.Value == "" || len(c.Rules) == 0 || len(c.Glossary.Names) == 0 {
		t.Errorf("some settings are not in force:\n%s", inForce.String())
	}
}
