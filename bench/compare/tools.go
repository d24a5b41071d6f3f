package main

import (
	"bytes"
	"context"
	"os/exec"
	"regexp"
)

// The tools, as the table names them.
const (
	briefTool  = "brief"
	typstTool  = "Typst"
	moduleTool = "Typst (Python module)"
	pandocTool = "Pandoc"
	weasyTool  = "WeasyPrint"
	valeTool   = "Vale"
)

// tools are the versions of the tools that are installed.
type tools map[string]string

var number = regexp.MustCompile(`\d+\.\d+(\.\d+)*`)

// findTools asks each tool for its version. Those that do not answer are taken
// not to be installed.
func findTools(ctx context.Context, brief string) tools {
	found := tools{}
	for name, args := range map[string][]string{
		briefTool:  {brief, "--version"},
		typstTool:  {"typst", "--version"},
		moduleTool: {"python3", "-c", "import typst, importlib.metadata as m; print(m.version('typst'))"},
		pandocTool: {"pandoc", "--version"},
		weasyTool:  {"weasyprint", "--version"},
		valeTool:   {"vale", "--version"},
	} {
		out, err := exec.CommandContext(ctx, args[0], args[1:]...).Output()
		version := number.Find(out)
		if words := bytes.Fields(out); version == nil && len(words) > 0 {
			version = words[len(words)-1] // Vale, built by go install, is of version "master"
		}
		if err == nil && version != nil {
			found[name] = string(version)
		}
	}
	return found
}

// have reports whether a command can be run: its tool, and what it runs under.
func (t tools) have(c command) bool {
	_, err := exec.LookPath(c.args[0])
	return err == nil && t[c.tool] != ""
}
