package html_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"briefnote/render/doc"
	"briefnote/render/html"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func written(tb testing.TB, docs ...*doc.Document) string {
	tb.Helper()
	var b bytes.Buffer
	if err := html.Write(&b, docs, house()); err != nil {
		tb.Fatal(err)
	}
	return b.String()
}

func TestGolden(tt *testing.T) {
	for name, docs := range map[string][]*doc.Document{
		"english": {english()}, "french": {french()}, "notice": {notice()}, "three": {english(), notice(), french()},
	} {
		tt.Run(name, func(tt *testing.T) {
			got := written(tt, docs...)
			path := filepath.Join("testdata", name+".html")
			if *update {
				if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
					tt.Fatal(err)
				}
			}
			want, err := os.ReadFile(path)
			if err != nil {
				tt.Fatal(err)
			}
			if got != string(want) {
				tt.Errorf("not as in %s; if it should be, run the test with -update", path)
			}
		})
	}
}
