package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// A check that cannot fail says nothing, so the programs are first given files
// that are at fault. What is ours has tests for that.

// proveQPDF has qpdf judge half a file.
func proveQPDF(folder string) error {
	whole := untagged()
	path, err := proof(folder, "half", whole[:len(whole)/2])
	if err == nil && len(qpdf(path)) == 0 {
		err = errors.New("qpdf finds nothing wrong with half a file")
	}
	return err
}

// proveVeraPDF has veraPDF judge a file without tags and without a standard
// that it claims to keep.
func proveVeraPDF(folder string) error {
	if _, err := proof(folder, "untagged.pdf", untagged()); err != nil {
		return err
	}
	var said bytes.Buffer
	broken, err := veraPDF(folder, &said)
	if err != nil {
		return err
	}
	for _, want := range []string{"FAIL untagged.pdf PDF/UA-1: rules broken", "FAIL untagged.pdf PDF/A-2a: rules broken"} {
		if !broken || !strings.Contains(said.String(), want) {
			return fmt.Errorf("veraPDF lets a file without tags pass; it says:\n%s", said.String())
		}
	}
	return nil
}

// proof writes a file to judge.
func proof(folder, name string, data []byte) (string, error) {
	path := filepath.Join(folder, name)
	return path, errors.Join(os.MkdirAll(folder, 0o700), os.WriteFile(path, data, 0o600))
}

// untagged returns the least of a PDF: an empty page.
func untagged() []byte {
	objects := []string{"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]>>"}
	var file, table bytes.Buffer
	file.WriteString("%PDF-1.7\n")
	for i, object := range objects {
		fmt.Fprintf(&table, "%010d 00000 n \n", file.Len())
		fmt.Fprintf(&file, "%d 0 obj\n%s\nendobj\n", i+1, object)
	}
	start, size := file.Len(), len(objects)+1
	fmt.Fprintf(&file, "xref\n0 %d\n0000000000 65535 f \n%s", size, table.String())
	fmt.Fprintf(&file, "trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", size, start)
	return file.Bytes()
}
