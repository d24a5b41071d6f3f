package main

import (
	"os"
	"path/filepath"

	"briefnote/diag"
	"briefnote/schema"
)

// tabs reads the notes that the binders of a file include, and adds their
// sources to sources. Nothing outside the file's folder can be reached.
func (a *app) tabs(f *schema.File, s source, sources map[string][]byte) (map[*schema.Binder][][]schema.Note, []diag.Diagnostic) {
	var out map[*schema.Binder][][]schema.Note
	var problems []diag.Diagnostic
	for _, n := range f.Notes {
		b, ok := n.(*schema.Binder)
		if !ok {
			continue
		}
		if s.name == stdinName {
			s.name = "stdin" // its folder is the one the command runs in
		}
		root, err := os.OpenRoot(filepath.Dir(s.name))
		if err != nil {
			continue // the file was read from there a moment ago
		}
		in := b.Include(root.FS(), filepath.ToSlash(filepath.Dir(s.name)), filepath.Base(s.name))
		if out == nil {
			out = map[*schema.Binder][][]schema.Note{}
		}
		out[b] = in.Tabs
		for _, file := range in.Files {
			sources[file.Name] = file.Source
		}
		problems = append(problems, in.Problems...)
		_ = root.Close() // nothing was written
	}
	return out, problems
}
