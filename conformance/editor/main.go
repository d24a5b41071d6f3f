// Command editor checks what editors make of notes: it starts
// yaml-language-server, which stands behind most of them, on a folder that
// "brief init" has prepared, opens notes in it, and compares what the server
// offers and what it marks with the lists in cases.go.
//
//	go run ./conformance/editor                   # yaml-language-server is on the PATH
//	go run ./conformance/editor -server PROGRAM
//
// Start with [run]. It exits with 1 if there is a fault.
package main

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

func main() {
	server := flag.String("server", "yaml-language-server", "the `program` to check with")
	flag.Parse()
	faults, err := run(*server)
	switch {
	case err != nil:
		fmt.Fprintln(os.Stderr, "editor:", err)
		os.Exit(2)
	case faults > 0:
		os.Exit(1)
	}
}

// run prepares a folder as a user would, and tries every case in it.
func run(server string) (faults int, err error) {
	program, err := exec.LookPath(server)
	if err != nil {
		return 0, fmt.Errorf("%s is not installed: %w", server, err)
	}
	dir, err := os.MkdirTemp("", "editor")
	if err != nil {
		return 0, err
	}
	defer func() { _ = os.RemoveAll(dir) }() // one that stays behind does no harm
	scaffolds, err := prepare(dir)
	if err != nil {
		return 0, err
	}
	c, err := start(program, filepath.Join(dir, "notes"))
	if err != nil {
		return 0, err
	}
	all := append(cases(), scaffolds...)
	for _, t := range all {
		found, err := c.try(t)
		if err != nil {
			return faults, fmt.Errorf("%s: %w", t.name, err)
		}
		for _, f := range found {
			fmt.Printf("%s: %s\n", t.name, f)
		}
		faults += len(found)
	}
	fmt.Printf("yaml-language-server: %d notes, %d faults\n", len(all), faults)
	return faults, c.stop()
}

// prepare builds brief, and has it prepare a folder and write a scaffold of
// each kind in both languages. An editor must find nothing wrong with those.
func prepare(dir string) ([]testCase, error) {
	brief := filepath.Join(dir, "brief")
	if err := command("", "go", "build", "-o", brief, "./cmd/brief"); err != nil {
		return nil, err
	}
	notes := filepath.Join(dir, "notes")
	if err := command("", brief, "init", "--quiet", notes); err != nil {
		return nil, err
	}
	for _, kind := range kinds {
		for _, language := range []string{"en", "fr"} {
			if err := command(notes, brief, "new", "--quiet", "--lang", language, kind, kind+"."+language+".yaml"); err != nil {
				return nil, err
			}
		}
	}
	written, err := filepath.Glob(filepath.Join(notes, "*.yaml"))
	if err != nil {
		return nil, err
	}
	var out []testCase
	for _, path := range written {
		src, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		out = append(out, testCase{name: filepath.Base(path), note: string(src), clean: true})
	}
	return out, nil
}

func command(dir, name string, args ...string) error {
	c := exec.Command(name, args...)
	c.Dir = dir
	if out, err := c.CombinedOutput(); err != nil {
		return fmt.Errorf("%s %s: %w\n%s", filepath.Base(name), strings.Join(args, " "), err, out)
	}
	return nil
}

// kinds are those that there are scaffolds of.
var kinds = []string{"briefing-note", "meeting-note", "communique", "meeting-report", "planning-paper", "withheld-notice", "binder"}
