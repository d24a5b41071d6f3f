package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"

	"briefnote/bench"
)

const kubeTool = "kubeconform"

// validations set validate beside kubeconform, which checks YAML against a JSON
// Schema: the one that "brief schema" writes.
func (c *comparison) validations() []*pair {
	if program, err := exec.LookPath("kubeconform"); err == nil {
		c.tools[kubeTool] = "installed"
		if v, err := exec.CommandContext(c.ctx, program, "-v").Output(); err == nil {
			c.tools[kubeTool] = string(bytes.TrimSpace(v))
		}
	}
	brief := func(path string) command {
		return command{tool: briefTool, args: []string{c.brief, "validate", "--quiet", path}}
	}
	kubeconform := func(path string) command {
		return command{tool: kubeTool, args: []string{"kubeconform", "-schema-location", "versioned.json", path}}
	}
	return []*pair{
		{id: validOne, what: "One note validated, a process each", notes: 1, runs: c.cold, brief: brief(encryptionFile), peer: kubeconform("versioned.yaml")},
		{
			id: validMany, what: fmt.Sprintf("%d notes validated in one process, on all cores", c.batch), notes: c.batch, runs: c.long,
			brief: brief("batch"), peer: kubeconform("versioned"),
		},
	}
}

// writeValidation writes what kubeconform reads: the same notes, with the key
// apiVersion that it asks of every file, and the schema, which must allow it.
func (c *comparison) writeValidation() error {
	note, err := os.ReadFile(filepath.Join("samples", "fcm-2019", "01-encryption.yaml"))
	if err != nil {
		return err
	}
	n, err := bench.Read(note)
	if err != nil {
		return err
	}
	schema, err := exec.CommandContext(c.ctx, c.brief, "schema", "briefing-note").Output()
	if err != nil {
		return fmt.Errorf("the schema cannot be written: %w", err)
	}
	const before = `"properties": {`
	w := &writer{dir: c.dir}
	w.write("versioned.json", bytes.Replace(schema, []byte(before), []byte(before+`"apiVersion": {},`), 1))
	versioned := func(note []byte) []byte { return append([]byte("apiVersion: v1\n"), note...) }
	w.write("versioned.yaml", versioned(note))
	for i := range c.batch {
		w.write(filepath.Join("versioned", bench.NoteName(i)), versioned(n.Numbered(i+1).YAML()))
	}
	return w.err
}
