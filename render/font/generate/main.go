// Command generate makes the font data of templates/fonts: for each face a
// TrueType program with the glyphs of a few blocks of Unicode, deflated as a
// PDF embeds it, and a file of metrics for package font. Run it by go generate
// in render/font; the same sources give the same bytes.
//
// Start at [faces] for what is made of what. A face goes from its source
// (source.go) over the choice of glyphs (plan.go, coverage.go) to the program
// (glyph.go, program.go) and the metrics (metrics.go). The formats are those of
// the OpenType specification, version 1.9, under the names of its tables.
package main

import (
	"bytes"
	"compress/zlib"
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	dir := flag.String("o", filepath.Join("..", "..", "templates", "fonts"), "folder to write to")
	flag.Parse()
	if err := run(*dir); err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}

func run(dir string) error {
	for _, f := range faces() {
		m, err := f.make()
		if err != nil {
			return fmt.Errorf("%s: %w", f.file, err)
		}
		deflated, err := deflate(m.program)
		if err != nil {
			return err
		}
		stem := filepath.Join(dir, f.file)
		if err := os.WriteFile(stem+".ttf.z", deflated, 0o644); err != nil {
			return err
		}
		if err := os.WriteFile(stem+".metrics", m.metrics, 0o644); err != nil {
			return err
		}
		fmt.Printf("%-28s %5d glyphs %7d bytes, deflated %6d, metrics %5d\n",
			f.file, m.glyphs, len(m.program), len(deflated), len(m.metrics))
	}
	return nil
}

func deflate(data []byte) ([]byte, error) {
	var b bytes.Buffer
	w, err := zlib.NewWriterLevel(&b, zlib.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(data); err != nil {
		return nil, err
	}
	err = w.Close()
	return b.Bytes(), err
}
