package strictyaml

import (
	"os"
	"path/filepath"
	"testing"
)

// TestScanSound holds that the search for mistakes, which runs once the parser
// has stumbled, finds none where there are none.
func TestScanSound(t *testing.T) {
	var files []string
	for _, dir := range []string{"../../samples/drafts", "../../samples/fcm-2019", "../../schema/testdata/good"} {
		found, err := filepath.Glob(filepath.Join(dir, "*.yaml"))
		if err != nil || len(found) == 0 {
			t.Fatalf("no notes in %s (%v)", dir, err)
		}
		files = append(files, found...)
	}
	for _, path := range files {
		t.Run(filepath.Base(path), func(t *testing.T) {
			src, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if f := Parse("n.yaml", src); len(f.Problems) > 0 {
				t.Fatalf("not sound: %v", f.Problems)
			}
			p := &parser{file: &File{Source: src}}
			text, _ := p.clean(src)
			for _, part := range splitDocuments(text) {
				s := &scanner{text: text[part.start:part.end]}
				for _, f := range s.scan() {
					t.Errorf("%q at %q", f.message, s.text[f.at.start:f.at.end])
				}
			}
		})
	}
}

// TestRecover holds that a mistake does not hide what stands after it, nor
// take it away.
func TestRecover(t *testing.T) {
	const rest = "\nlast: [sound]\n"
	tests := map[string]string{
		"colon in a text":          "a: b: c",
		"bracket":                  "a: [b] c",
		"star":                     "a: *b c",
		"quote":                    "a: \"b",
		"text behind a quote":      "a: 'b' c",
		"escape":                   `a: "\p"`,
		"block mark and text":      "a: | b",
		"less indented block text": "a: |\n    b\n  c",
		"line without form":        "b\na: c",
		"dash without space":       "a:\n  - b\n  -c",
		"tab":                      "a: b\n\tc: d",
		"odd indentation":          "a:\n    b: c\n  d: e",
		"item among keys":          "a: b\n- c",
		"key among items":          "a:\n  - b\n  c: d",
		"colon alone":              "a: b\n: c",
		"unknown alias":            "a: [*b]",
		"stray bracket":            "a: b\n]",
		"many":                     "a: [b\nc: *d e\nf: \"g",
	}
	for name, src := range tests {
		t.Run(name, func(t *testing.T) {
			f := Parse("n.yaml", []byte(src+rest))
			root := f.Documents[0].Root
			if len(f.Problems) == 0 {
				t.Error("no finding")
			}
			if last := root.Get("last"); last == nil || last.Kind != Sequence || last.Items[0].Text.Value != "sound" {
				t.Errorf("what follows is lost; findings: %v", f.Problems)
			}
			if root.Get("a") == nil {
				t.Errorf("the key with the mistake is lost; findings: %v", f.Problems)
			}
		})
	}
}
