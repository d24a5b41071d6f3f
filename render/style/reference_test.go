package style

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"briefnote/internal/golden"
	"briefnote/internal/strictyaml"
)

// TestReference keeps docs/style-keys.md as the fields of a style have it.
func TestReference(t *testing.T) {
	var b strings.Builder
	b.WriteString(`# The keys of a house style

What each is for is said in [styles.md](styles.md). This page is made from the fields themselves; the
values that come with the tool are in [public-safety.yaml](../templates/house/public-safety.yaml). Lengths
take ` + "`pt`, `mm`, `cm` or `in`" + `.

`)
	keyTable(&b, reflect.TypeFor[sheetFile]())
	groupTables(&b, reflect.TypeFor[sheetFile](), 2)
	golden.Equal(t, "../../docs/style-keys.md", []byte(b.String()))
}

// groupTables writes a table of keys for each group among a struct's fields.
// All blocks have the same keys, which are written once.
func groupTables(b *strings.Builder, t reflect.Type, level int) {
	blocks := false
	for _, f := range strictyaml.Fields(t) {
		inner := f.Type
		if inner.Kind() == reflect.Slice {
			inner = inner.Elem()
		}
		switch {
		case inner.Kind() != reflect.Struct:
		case inner == reflect.TypeFor[blockFile]() && blocks:
		case inner == reflect.TypeFor[blockFile]():
			blocks = true
			fmt.Fprintf(b, "\n%s A block\n\nEach of these has the same keys:\n\n", strings.Repeat("#", level))
			keyTable(b, inner)
		case len(strictyaml.Fields(inner)) > 0:
			fmt.Fprintf(b, "\n%s `%s`\n\n", strings.Repeat("#", level), f.Key)
			keyTable(b, inner)
			groupTables(b, inner, level+1)
		}
	}
}

func keyTable(b *strings.Builder, t reflect.Type) {
	b.WriteString("| key | what it is |\n|---|---|\n")
	for _, f := range strictyaml.Fields(t) {
		needed := ""
		if f.Required {
			needed = "; needed"
		}
		fmt.Fprintf(b, "| `%s` | %s%s |\n", f.Key, f.Doc, needed)
	}
}
