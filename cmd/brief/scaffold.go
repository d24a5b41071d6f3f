package main

import (
	"encoding/json"
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"
	"unicode"

	"briefnote/schema"
	"briefnote/templates"
)

// scaffold is a note to be written: what it starts with.
type scaffold struct {
	kind     schema.Kind
	language string // en or fr
	title    string // "" for one to be written
	paired   bool   // the title stands in both languages
	file     string // its name, for the commands in its first lines; "" where it has none
	schema   string // where an editor finds the schema, from the note's folder
	tabs     []string
}

// words are those of a language that is not English.
type words struct {
	Kinds   map[string]string // what each kind is for
	Phrases map[string]string // phrases of the scaffolds, in place of the English ones
	Fields  map[string]string // what each key is for, by its path
}

// wordsOf returns the words of a language, or nil for English, whose words are
// those of the fields and of the scaffolds themselves.
func wordsOf(language string) (*words, error) {
	if language == "en" {
		return nil, nil
	}
	data, err := templates.FS.ReadFile("new/" + language + ".json")
	w := &words{}
	if err == nil {
		err = json.Unmarshal(data, w)
	}
	return w, err
}

// say puts the phrases of a text into the language.
func (w *words) say(text string) string {
	if w == nil {
		return text
	}
	var pairs []string
	for _, english := range slices.Sorted(maps.Keys(w.Phrases)) {
		pairs = append(pairs, english, w.Phrases[english])
	}
	return strings.NewReplacer(pairs...).Replace(text)
}

// The title as the scaffolds have it, and its first line with those of both languages.
const (
	untitled = "[insert the title]"
	titleKey = "title: >-\n  " + untitled + "\n"
)

// text writes the note.
func (s *scaffold) text() ([]byte, error) {
	template, err := templates.FS.ReadFile(path.Join("new", s.kind.Name+".yaml"))
	if err != nil {
		return nil, err
	}
	w, err := wordsOf(s.language)
	if err != nil {
		return nil, err
	}
	text := w.say(string(template))
	text = strings.Replace(text, "language: en", "language: "+s.language, 1)
	if text, err = s.titled(text, w); err != nil {
		return nil, err
	}
	if before, _, ok := strings.Cut(text, "\ntabs:\n"); ok {
		text = before + "\n" + s.tabList()
	}
	var fields map[string]string
	doc := s.kind.Doc
	if w != nil {
		fields, doc = w.Fields, w.Kinds[s.kind.Name]
	}
	note := schema.Explain([]byte(text), fields)
	return append([]byte(s.head(w, doc)), note...), nil
}

// head is the lines over the note: for the editor, and for the writer.
func (s *scaffold) head(w *words, doc string) string {
	name := strings.ReplaceAll(s.kind.Name, "-", " ")
	name = strings.ToUpper(name[:1]) + name[1:]
	colon := ": "
	if s.language == "fr" {
		colon = "\u00a0: "
	}
	var b strings.Builder
	fmt.Fprintf(&b, "# yaml-language-server: $schema=%s\n", s.schema)
	fmt.Fprintf(&b, "# %s%s%s.\n", w.say(name), colon, doc)
	fmt.Fprintf(&b, "# %s\n", w.say("Write over what stands in [brackets]; delete what is not needed."))
	if s.file != "" {
		fmt.Fprintf(&b, "# %s brief lint %s\n", w.say("What is left to write:"), typed(s.file))
		fmt.Fprintf(&b, "# %s brief render %s\n", w.say("To print:"), typed(s.file))
	}
	return b.String() + "\n"
}

// titled puts in the title, in one language or in both.
func (s *scaffold) titled(text string, w *words) (string, error) {
	old := w.say(titleKey)
	if !strings.Contains(text, old) {
		if s.title != "" {
			return "", usage(fmt.Sprintf("a %s has no title of its own", s.kind.Name), "leave --title out")
		}
		return text, nil
	}
	own := s.title
	if own == "" {
		own = w.say(untitled)
	}
	if !s.paired {
		return strings.Replace(text, old, "title: >-\n  "+own+"\n", 1), nil
	}
	french, err := wordsOf("fr")
	if err != nil {
		return "", err
	}
	titles := map[string]string{"en": untitled, "fr": french.say(untitled)}
	titles[s.language] = own
	return strings.Replace(text, old, fmt.Sprintf("title:\n  en: >-\n    %s\n  fr: >-\n    %s\n", titles["en"], titles["fr"]), 1), nil
}

// tabList is the tabs of a binder: A, B and so on.
func (s *scaffold) tabList() string {
	var b strings.Builder
	b.WriteString("tabs:\n")
	for i, name := range s.tabs {
		fmt.Fprintf(&b, "  - include: %s\n    label: %s\n", quoteYAML(name), letters(i))
	}
	return b.String()
}

// quoteYAML writes a text so that YAML reads it as it is.
func quoteYAML(text string) string {
	plain := strings.IndexFunc(text, func(r rune) bool {
		return r > unicode.MaxASCII || !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("/._-", r)
	}) < 0
	if plain && text != "" && unicode.IsLetter(rune(text[0])) {
		return text
	}
	return "'" + strings.ReplaceAll(text, "'", "''") + "'"
}

// letters counts in letters: A to Z, then AA.
func letters(i int) string {
	if i < 26 {
		return string(rune('A' + i))
	}
	return letters(i/26-1) + letters(i%26)
}
