package schema

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
)

const (
	lone = "kind: meeting-report\ntitle: One\nmarking: SECRET\nsummary: x\n"
	pair = lone + "---\n" + lone
)

// binderOf decodes a binder that includes paths.
func binderOf(t *testing.T, paths ...string) *Binder {
	t.Helper()
	src := "kind: binder\ntitle: Book\ntabs:\n"
	for _, p := range paths {
		src += "  - include: " + p + "\n"
	}
	f := Decode("books/b.yaml", []byte(src))
	if !f.Valid() {
		t.Fatal(f.Problems)
	}
	return f.Notes[0].(*Binder)
}

func TestInclude(t *testing.T) {
	fsys := fstest.MapFS{
		"one.yaml":        {Data: []byte(lone)},
		"sub/two.yaml":    {Data: []byte(pair)},
		"broken.yaml":     {Data: []byte("kind: meeting-report\ntitle: x\n")},
		"b.yaml":          {Data: []byte("kind: binder")},
		"other/book.yaml": {Data: []byte("kind: binder\ntitle: y\ntabs: [{include: one.yaml}]\n")},
	}
	for path, want := range map[string]struct {
		notes int
		rule  string
		words string
	}{
		"one.yaml":             {notes: 1},
		"./sub/../one.yaml":    {notes: 1},
		"sub/two.yaml":         {notes: 2},
		`sub\two.yaml`:         {notes: 2},
		"broken.yaml":          {notes: 1, rule: "missing-field", words: "marking"},
		"on.yaml":              {rule: RuleIncludeNotFound, words: `"one.yaml"`},
		"nowhere/one.yaml":     {rule: RuleIncludeNotFound, words: "there is no file"},
		"../one.yaml":          {rule: RuleIncludeNotFound, words: "outside the folder"},
		"sub/../../one.yaml":   {rule: RuleIncludeNotFound, words: "outside the folder"},
		"/one.yaml":            {rule: RuleIncludeNotFound, words: "outside the folder"},
		`C:\one.yaml`:          {rule: RuleIncludeNotFound, words: "outside the folder"},
		"sub":                  {rule: RuleIncludeNotFound, words: "not a file"},
		"b.yaml":               {rule: "bad-value", words: "includes itself"},
		"other/book.yaml":      {rule: "bad-value", words: "cannot stand in another"},
		"./other/../b.yaml":    {rule: "bad-value", words: "includes itself"},
		"'file:///etc/passwd'": {rule: RuleIncludeNotFound, words: "outside the folder"},
	} {
		tabs := binderOf(t, path).Include(fsys, "books", "b.yaml")
		if len(tabs.Tabs) != 1 || len(tabs.Tabs[0]) != want.notes {
			t.Errorf("%s: notes %v, want %d", path, tabs.Tabs, want.notes)
		}
		found := false
		for _, p := range tabs.Problems {
			found = found || p.Rule == want.rule && strings.Contains(p.Message+p.Hint, want.words) && !p.Span.IsZero()
		}
		if found != (want.rule != "") {
			t.Errorf("%s: found %v, want %s: …%s…", path, tabs.Problems, want.rule, want.words)
		}
	}
}

// TestIncludeTwice makes sure that a file of two tabs is read, and its mistakes told, once.
func TestIncludeTwice(t *testing.T) {
	fsys := fstest.MapFS{"one.yaml": {Data: []byte("kind: meeting-report\ntitle: x\nsummary: y\n")}}
	tabs := binderOf(t, "one.yaml", "one.yaml").Include(fsys, "books", "b.yaml")
	if len(tabs.Tabs) != 2 || len(tabs.Tabs[1]) != 1 || len(tabs.Files) != 1 || len(tabs.Problems) != 1 {
		t.Errorf("%d tabs, %d files, %d findings; want 2, 1, 1", len(tabs.Tabs), len(tabs.Files), len(tabs.Problems))
	}
	if name := tabs.Problems[0].Span.File; name != "books/one.yaml" {
		t.Errorf("the finding is in %q, want books/one.yaml", name)
	}
}

// TestIncludeLink makes sure that a symbolic link out of the folder is refused.
func TestIncludeLink(t *testing.T) {
	dir := t.TempDir()
	secret := filepath.Join(t.TempDir(), "secret.yaml")
	if err := os.WriteFile(secret, []byte(lone), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(secret, filepath.Join(dir, "link.yaml")); err != nil {
		t.Fatal(err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	tabs := binderOf(t, "link.yaml").Include(root.FS(), dir, "b.yaml")
	if err := root.Close(); err != nil {
		t.Fatal(err)
	}
	if len(tabs.Tabs[0]) != 0 || len(tabs.Problems) != 1 || !strings.Contains(tabs.Problems[0].Message, "outside the folder") {
		t.Errorf("a link out of the folder gave %d notes and %v", len(tabs.Tabs[0]), tabs.Problems)
	}
}
