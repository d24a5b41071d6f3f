package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"briefnote/render"
	"briefnote/render/style"
)

// noteFolders hold what is printed.
var noteFolders = []string{"samples", "conformance/notes"}

// printNotes prints the notes in every format to FOLDER/STYLE/NOTES, with a
// brief of its own that it builds first.
func printNotes(brief, folder string, sheets []*style.Sheet) error {
	if err := os.RemoveAll(folder); err != nil {
		return err
	}
	formats := strings.Join(render.FormatNames(), ",")
	if _, err := output("go", "build", "-o", brief, "./cmd/brief"); err != nil {
		return err
	}
	for _, sheet := range sheets {
		for _, notes := range noteFolders {
			to := filepath.Join(folder, sheet.Name, filepath.Base(notes))
			if _, err := output(brief, "render", "--quiet", "--to", formats, "--style", sheet.Name, "-o", to, notes); err != nil {
				return err
			}
		}
	}
	return nil
}

// output runs a program to its end and returns what it printed. An error holds
// what the program said of it; Maven says it on standard output.
func output(name string, args ...string) ([]byte, error) {
	var out, said bytes.Buffer
	cmd := exec.Command(name, args...)
	cmd.Stdout, cmd.Stderr = &out, &said
	if err := cmd.Run(); err != nil {
		if said.Len() == 0 {
			said = out
		}
		return nil, fmt.Errorf("%s: %w\n%s", filepath.Base(name), err, strings.TrimSpace(said.String()))
	}
	return out.Bytes(), nil
}

// qpdf returns what qpdf finds wrong with the syntax of a file. A warning is a
// fault too.
func qpdf(path string) []string {
	if _, err := output("qpdf", "--check", path); err != nil {
		return []string{err.Error()}
	}
	return nil
}

// veraPDF has every PDF below the folder judged, writes down what veraPDF says,
// and reports whether a rule is broken.
func veraPDF(folder string, to io.Writer) (bool, error) {
	if _, err := output("mvn", "-q", "-B", "-f", "conformance", "package"); err != nil {
		return false, err
	}
	return judged(to, "java", "-jar", "conformance/target/conformance.jar", folder)
}
