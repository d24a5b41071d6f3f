package arch

import (
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
)

const module = "briefnote/"

// mayImport says for each package of this module which others it may import.
// A folder without a row of its own belongs to the row above it. "dir/..."
// stands for everything below dir. Tests may import what they test, and are
// not looked at.
var mayImport = map[string][]string{
	"diag":                {"internal/rows", "internal/text"},
	"templates":           {},
	"internal/text":       {},
	"internal/deflate":    {},
	"internal/stack":      {},
	"internal/rows":       {},
	"internal/strictyaml": {"diag"},
	"render/doc":          {"diag"},
	"schema":              {"diag", "internal/strictyaml", "internal/text"},
	"lint":                {"diag", "schema", "internal/rows", "internal/strictyaml", "internal/text"},
	"render/style":        {"diag", "internal/strictyaml", "templates"},
	"render/font":         {"diag", "internal/strictyaml", "templates"},
	"render/compose":      {"diag", "schema", "render/doc"},
	"render/binder":       {"diag", "render/doc", "internal/text"},
	"render/redline":      {"diag", "render/doc", "internal/text"},
	"render/release":      {"diag", "render/doc", "internal/text"},
	"render/layout":       {"diag", "render/doc", "render/style", "render/font", "internal/text"},
	"render/html":         {"diag", "render/doc", "render/style", "templates"},
	"render/docx":         {"diag", "render/doc", "render/style", "templates", "internal/deflate"},
	"render/text":         {"diag", "render/doc", "render/style", "templates"},
	"render/pdf":          {"diag", "render/doc", "render/style", "render/font", "render/layout", "internal/deflate"},
	"render":              {"render/...", "diag", "schema", "templates"},
	"internal/lsp":        {"diag", "schema", "lint", "render"},
	"internal/preview":    {"diag", "schema", "lint", "render"},
	"cmd/brief":           {"diag", "schema", "lint", "render", "templates", "internal/..."},

	// Checks of what the command prints; nothing imports them. That of the
	// browser is a module of its own.
	"conformance/check":   {"diag", "render", "render/style", "templates"},
	"conformance/browser": {},
	"conformance/editor":  {},

	// Helpers of tests, imported by tests alone.
	"internal/arch":     {},
	"internal/docxread": {},
	"internal/doctest":  {"render/doc"},
	"internal/golden":   {},
	"internal/pdfread":  {},
	"samples":           {},

	// What is measured with.
	"bench":         {"schema"},
	"bench/compare": {"bench"},
}

// homes says which package alone may import a library, so that changing the
// library touches one folder.
var homes = map[string]string{
	"gopkg.in/yaml.v3":                       "internal/strictyaml",
	"github.com/go-playground/validator/v10": "schema",
	"github.com/klauspost/compress":          "internal/deflate",
	"github.com/jung-kurt/gofpdf":            "render/pdf",
	"github.com/spf13/cobra":                 "cmd/brief",
	"github.com/spf13/pflag":                 "cmd/brief",
	"github.com/fsnotify/fsnotify":           "cmd/brief",
	"github.com/rivo/uniseg":                 "internal/text",
	"github.com/chromedp":                    "conformance/browser",
}

// outside is what only the command, and helpers of tests, checks and generation,
// may reach: the file system, other programs and the network are handed in.
var outside = []string{"os", "os/exec", "net", "net/http", "syscall", "io/ioutil"}

var mayReachOutside = []string{
	"cmd/brief", "conformance/browser", "conformance/check", "conformance/editor", "internal/golden", "render/font/generate", "bench/compare",
}

type pkg struct {
	ImportPath string
	Imports    []string
}

func TestImports(t *testing.T) {
	packages := list(t)
	if len(packages) < 10 {
		t.Fatalf("found %d packages of this module; the test sees too little to mean anything", len(packages))
	}
	for _, p := range packages {
		for _, problem := range problems(p) {
			t.Error(problem)
		}
	}
}

// TestTableRefuses makes sure that the table is what decides.
func TestTableRefuses(t *testing.T) {
	for name, imports := range map[string]string{
		"diag":                "briefnote/schema",
		"render/text":         "briefnote/render/layout",
		"schema":              "briefnote/render/doc",
		"render/pdf/file":     "briefnote/schema",
		"render/compose":      "gopkg.in/yaml.v3",
		"render/layout":       "github.com/jung-kurt/gofpdf",
		"internal/strictyaml": "os",
		"some/new/package":    "fmt",
	} {
		if len(problems(pkg{module + name, []string{imports}})) == 0 {
			t.Errorf("%s may import %s, which the table does not allow", name, imports)
		}
	}
	if found := problems(pkg{module + "render/pdf", []string{"briefnote/render/pdf/file", "briefnote/render/layout", "io"}}); len(found) > 0 {
		t.Errorf("the table refuses what it allows: %v", found)
	}
}

// problems says what a package imports that it may not.
func problems(p pkg) []string {
	name := strings.TrimPrefix(p.ImportPath, module)
	row := rowOf(name)
	if row == "" {
		return []string{name + " has no row in the table of internal/arch: say what it may import"}
	}
	var out []string
	for _, imported := range p.Imports {
		own, ours := strings.CutPrefix(imported, module)
		switch {
		case ours && rowOf(own) != row && !allowed(mayImport[row], own):
			out = append(out, name+" must not import "+own)
		case ours && rowOf(own) == row && !strings.HasPrefix(own, row):
			out = append(out, name+" must not import "+own)
		case !ours && slices.Contains(outside, imported) && !slices.Contains(mayReachOutside, name):
			out = append(out, name+" must not import "+imported+": cmd/brief hands in what is outside")
		}
		for library, home := range homes {
			if (imported == library || strings.HasPrefix(imported, library+"/")) && row != home {
				out = append(out, name+" must not import "+library+": its home is "+home)
			}
		}
	}
	return out
}

// rowOf returns the row that a package belongs to: its own, or that of the
// nearest folder above it.
func rowOf(name string) string {
	for ; name != "."; name = path.Dir(name) {
		if _, ok := mayImport[name]; ok {
			return name
		}
	}
	return ""
}

func allowed(list []string, own string) bool {
	for _, a := range list {
		below, all := strings.CutSuffix(a, "...")
		if own == a || all && strings.HasPrefix(own, below) {
			return true
		}
	}
	return false
}

// list returns the packages of this module with what they import. It reads the
// files itself: the go command would be a child process, and what that reads
// does not keep a cached result of this test from being taken for a fresh one.
func list(t *testing.T) []pkg {
	t.Helper()
	imports := map[string]map[string]bool{}
	root := os.DirFS("../..")
	err := fs.WalkDir(root, ".", func(name string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case e.IsDir() && name != "." && (strings.HasPrefix(e.Name(), ".") || e.Name() == "testdata"):
			return fs.SkipDir
		case e.IsDir() || path.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go"):
			return nil
		}
		src, err := fs.ReadFile(root, name)
		if err != nil {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, src, parser.ImportsOnly)
		if err != nil {
			return err
		}
		dir := path.Dir(name)
		if imports[dir] == nil {
			imports[dir] = map[string]bool{}
		}
		for _, spec := range file.Imports {
			imports[dir][strings.Trim(spec.Path.Value, `"`)] = true
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	var packages []pkg
	for _, dir := range slices.Sorted(maps.Keys(imports)) {
		packages = append(packages, pkg{module + dir, slices.Sorted(maps.Keys(imports[dir]))})
	}
	return packages
}
