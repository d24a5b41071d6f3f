package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// A check that cannot fail says nothing, so the browser first opens a file with
// one fault of each kind.

// broken is that file, and what has to be found in it.
var broken = struct {
	page  string
	finds []string
}{
	page: `<!DOCTYPE html><html><head><meta charset="utf-8"><title>T</title><style>p{color:#aaa;width:900px}</style></head>
<body><h1>T</h1><h4>skips</h4><p>pale and wide</p><img src="missing.png"><script>console.error("said"); fails()</script></body></html>`,
	finds: []string{
		"console: error", "console: Uncaught", "it asks for", "missing.png", "html-has-lang", "color-contrast", "image-alt",
		"heading-order", "landmark-one-main", "wide: ", "narrow: ", "forced colours: ", "wider than a window of 320 pixels",
	},
}

// prove has the browser judge the broken file.
func prove(browser context.Context, axe string) error {
	folder, err := os.MkdirTemp("", "browser")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(folder) }() // one that stays behind does no harm
	path := filepath.Join(folder, "broken.html")
	if err := os.WriteFile(path, []byte(broken.page), 0o600); err != nil {
		return err
	}
	found, pdf, err := judge(browser, path, axe)
	if err != nil {
		return err
	}
	said := strings.Join(found, "\n")
	for _, want := range broken.finds {
		if !strings.Contains(said, want) {
			return fmt.Errorf("the browser misses %q in a file that has it; it says:\n%s", want, said)
		}
	}
	if !strings.HasPrefix(string(pdf), "%PDF") {
		return errors.New("the browser prints no PDF")
	}
	return nil
}
