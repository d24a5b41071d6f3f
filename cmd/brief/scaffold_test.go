package main

import (
	"regexp"
	"strings"
	"testing"

	"briefnote/schema"
)

// TestScaffoldsSayWhatKeysAreFor holds that every key of every scaffold is
// explained, in both languages, and that no French words are left over.
func TestScaffoldsSayWhatKeysAreFor(t *testing.T) {
	french, err := wordsOf("fr")
	if err != nil {
		t.Fatal(err)
	}
	key := regexp.MustCompile(`^ *(?:- )?[a-z_]+:( |$)`)
	var all strings.Builder
	for _, k := range schema.Kinds() {
		if french.Kinds[k.Name] == "" {
			t.Errorf("%s has no description in French", k.Name)
		}
		for _, language := range languages() {
			s := &scaffold{kind: k, language: language, file: "n.yaml", schema: noteSchema, tabs: []string{"a.yaml", "it's b.yaml"}}
			text, err := s.checked()
			if err != nil {
				t.Fatal(err)
			}
			if strings.Contains(string(text), "[insert") != (language == "en" && k.Name != "withheld-notice") {
				t.Errorf("%s in %s is in another language\n%s", k.Name, language, text)
			}
			lines := strings.Split(string(text), "\n")
			said := map[string]bool{}
			for i, line := range lines {
				name := strings.TrimLeft(line, " -")
				if key.MatchString(line) && !said[name] && !strings.HasPrefix(strings.TrimLeft(lines[i-1], " "), "# ") && !strings.Contains(name, "b.yaml") && name != "label: B" {
					t.Errorf("%s in %s: line %d has no explanation: %s", k.Name, language, i+1, line)
				}
				said[name] = true
			}
			all.WriteString(string(text))
		}
	}
	for path, words := range french.Fields {
		if !strings.Contains(all.String(), "# "+words+"\n") {
			t.Errorf("nothing is called %s, which has French words", path)
		}
	}
	for english, phrase := range french.Phrases {
		if !strings.Contains(all.String(), phrase) && english != "first-note" {
			t.Errorf("%q has French words, and is not used", english)
		}
	}
}
