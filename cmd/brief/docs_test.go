package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"golang.org/x/tools/txtar"
)

// The pages of the documentation are tried: what they have their readers type
// stands in scripts, with what it leads to (testdata/script). A page that shows
// more than commands has a script of its own, named after it.

// page is a page for people.
type page struct {
	path   string
	text   string
	blocks []codeBlock
}

// codeBlock is a block of code of a page.
type codeBlock struct {
	language, text string
	line           int
}

var fenced = regexp.MustCompile("(?ms)^( *)```(\\w*)\n(.*?)^ *```$")

func pages(t *testing.T) []page {
	t.Helper()
	paths, err := filepath.Glob("../../docs/*.md")
	if err != nil || len(paths) < 5 {
		t.Fatalf("%d pages, %v", len(paths), err)
	}
	var out []page
	for _, path := range append(paths, "../../README.md", "../../CONTRIBUTING.md") {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		p := page{path: path, text: string(data)}
		for _, m := range fenced.FindAllSubmatchIndex(data, -1) {
			indent, text := string(data[m[2]:m[3]]), string(data[m[6]:m[7]])
			text = strings.ReplaceAll("\n"+text, "\n"+indent, "\n")[1:]
			p.blocks = append(p.blocks, codeBlock{string(data[m[4]:m[5]]), text, 1 + strings.Count(string(data[:m[0]]), "\n")})
		}
		out = append(out, p)
	}
	return out
}

// scripts returns the scripts by name.
func scripts(t *testing.T) map[string]*txtar.Archive {
	t.Helper()
	paths, err := filepath.Glob("testdata/script/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]*txtar.Archive{}
	for _, path := range paths {
		a, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		out[strings.TrimSuffix(filepath.Base(path), ".txtar")] = a
	}
	return out
}

var (
	asTyped = regexp.MustCompile(`^(?:\./brief|go run \./cmd/brief|brief)( |$)`)
	asRun   = regexp.MustCompile(`^(?:\[\w+\] )?(?:! )?(?:exec|exits \d) (brief.*?)(?: &\w*&?)?$`)
	remark  = regexp.MustCompile(`\s+# .*$`)
)

// elsewhere are commands of other programs, and where they are tried.
var elsewhere = map[string]string{
	"go test ./...":                      "this test is one of them",
	"CGO_ENABLED=0 go build ./cmd/brief": ".ci/run",
	`seq 8 | parallel --joblog print.log 'brief render -q --jobs 1 --shard {}/8 -o out notes'`: "scale.txtar",
	`soffice --headless --infilter="HTML (StarWriter)" --convert-to odt:writer8 note.html`:     "conformance/libreoffice",
}

// TestDocsCommands holds that every command line of the documentation is run.
func TestDocsCommands(t *testing.T) {
	run := map[string]bool{}
	for _, a := range scripts(t) {
		for line := range strings.Lines(string(a.Comment)) {
			if m := asRun.FindStringSubmatch(strings.TrimSpace(line)); m != nil {
				run[m[1]] = true
			}
		}
	}
	commands := 0
	for _, p := range pages(t) {
		for _, b := range p.blocks {
			if b.language != "sh" {
				continue
			}
			for line := range strings.Lines(b.text) {
				line = remark.ReplaceAllString(strings.TrimSpace(line), "")
				if line == "" || elsewhere[line] != "" {
					continue
				}
				commands++
				if line = asTyped.ReplaceAllString(line, "brief$1"); !run[line] {
					t.Errorf("%s:%d: no script runs this: exec %s", p.path, b.line, line)
				}
			}
		}
	}
	if commands < 20 {
		t.Errorf("the documentation has %d commands; the test sees too little to mean anything", commands)
	}
}

// TestDocsShow holds that what a page with a script of its own shows is what
// the script has: notes as they are read, and messages as they are printed.
func TestDocsShow(t *testing.T) {
	all := scripts(t)
	shown := 0
	for _, p := range pages(t) {
		a, ok := all["docs-"+strings.ToLower(strings.TrimSuffix(filepath.Base(p.path), ".md"))]
		if !ok {
			continue
		}
		files := map[string]bool{}
		for _, f := range a.Files {
			files[strings.TrimSpace(string(f.Data))] = true
		}
		for _, b := range p.blocks {
			if b.language == "sh" {
				continue
			}
			shown++
			if !files[strings.TrimSpace(b.text)] {
				t.Errorf("%s:%d: no file of the page's script is this block:\n%s", p.path, b.line, b.text)
			}
		}
	}
	if shown < 10 {
		t.Errorf("%d blocks are shown; the test sees too little to mean anything", shown)
	}
}

var linked = regexp.MustCompile(`\]\(([^)#:]+)(#[^)]*)?\)`)

// TestDocsLinks holds that what the documentation links to is there.
func TestDocsLinks(t *testing.T) {
	links := 0
	for _, p := range pages(t) {
		text := fenced.ReplaceAllString(p.text, "")
		for _, m := range linked.FindAllStringSubmatch(text, -1) {
			links++
			if _, err := os.Stat(filepath.Join(filepath.Dir(p.path), m[1])); err != nil {
				t.Errorf("%s links to %s, which is not there", p.path, m[1])
			}
		}
	}
	if links < 30 {
		t.Errorf("the documentation has %d links; the test sees too little to mean anything", links)
	}
}

// holds makes sure that the lines of one file stand in another, one after the
// other: holds FILE PART. FILE may be stdout or stderr.
func holds(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: holds FILE PART")
	}
	whole, part := ts.ReadFile(args[0]), ts.ReadFile(args[1])
	if part == "" || !strings.Contains(whole, strings.TrimRight(part, "\n")) {
		ts.Fatalf("%s does not hold %s:\n%s", args[0], args[1], fmt.Sprintf("%s\n--- it is\n%s", part, whole))
	}
}
