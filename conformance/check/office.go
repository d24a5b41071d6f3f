package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"briefnote/render/style"
)

// openings are how LibreOffice opens a format. HTML goes to Writer itself: left
// to its choice, the program for web pages takes it, which knows no pages.
var openings = map[string][]string{
	".html": {"--infilter=HTML (StarWriter)"},
	".docx": nil,
}

// office has LibreOffice turn every HTML and DOCX file below a folder into ODT,
// whose XML says what it made of headings, lists and notes, and that into PDF.
// Both are left beside the file, as STEM.html.odt and STEM.html.pdf. A format
// without files is passed over.
func office(folder, printed string) error {
	profile := "-env:UserInstallation=file://" + filepath.Join(folder, "profile")
	to := filepath.Join(folder, "office")
	var made []string
	for _, ext := range []string{".html", ".docx"} {
		files, err := linked(printed, to, ext)
		if err != nil {
			return err
		}
		if len(files) == 0 {
			continue
		}
		args := append([]string{profile, "--headless", "--convert-to", "odt:writer8", "--outdir", to}, openings[ext]...)
		if _, err := output("soffice", append(args, files...)...); err != nil {
			return err
		}
		for _, f := range files {
			made = append(made, withExt(f, ".odt"))
		}
	}
	if _, err := output("soffice", append([]string{profile, "--headless", "--convert-to", "pdf", "--outdir", to}, made...)...); err != nil {
		return err
	}
	return sorted(printed, to)
}

// linked gives the files of a format names of their own in one folder: their
// paths, with the extension in the stem.
func linked(printed, to, ext string) ([]string, error) {
	var files []string
	err := filepath.WalkDir(printed, func(path string, _ fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ext {
			return err
		}
		name, err := filepath.Rel(printed, path)
		if err != nil {
			return err
		}
		file := filepath.Join(to, strings.ReplaceAll(name, string(filepath.Separator), "@")+ext)
		files = append(files, file)
		if err := os.MkdirAll(to, 0o700); err != nil {
			return err
		}
		return os.Link(path, file)
	})
	return files, err
}

// sorted moves what LibreOffice made beside the files that it was made of.
func sorted(printed, from string) error {
	made, err := filepath.Glob(filepath.Join(from, "*"))
	for _, file := range made {
		name := strings.ReplaceAll(filepath.Base(file), "@", string(filepath.Separator))
		if ext := filepath.Ext(file); ext == ".odt" || ext == ".pdf" {
			err = os.Rename(file, filepath.Join(printed, name))
		} else {
			err = os.Remove(file)
		}
		if err != nil {
			break
		}
	}
	return err
}

// inspectOffice returns what is wrong with what LibreOffice made of a file, HTML
// or DOCX: the words, headings, lists and notes of the note, the marking on each
// page, and about as many pages as ours.
func inspectOffice(path string, sheet *style.Sheet) []string {
	src, err := os.ReadFile(withExt(path, ".html"))
	if err != nil {
		return []string{err.Error()}
	}
	want, err := outlineHTML(src, filepath.Ext(path) == ".html")
	if err != nil {
		return []string{err.Error()}
	}
	if filepath.Ext(path) == ".docx" {
		want.asWord()
	}
	have, err := readODT(path+".odt", filepath.Ext(path) == ".docx")
	if err != nil {
		return []string{err.Error()}
	}
	faults := differences(have, want)
	documents, err := parseHTML(src, nil)
	if err != nil {
		return append(faults, err.Error())
	}
	pages, err := readPages(path+".pdf", sheet.Margins)
	if err != nil {
		return append(faults, err.Error())
	}
	ours, err := readPages(withExt(path, ".pdf"), sheet.Margins)
	if err != nil {
		return append(faults, err.Error())
	}
	for i := range pages {
		bodyFirst(&pages[i], &documents[0])
		faults = append(faults, markedAs(&pages[i], documents, i+1)...)
	}
	return append(faults, sameLength(pages, ours, &documents[0])...)
}

// asWord makes the headings those of a DOCX file. There the title is no heading
// (0 here), and those under it start at 1. In a book only the title of the book
// is one, and it has the headings of the front matter under it.
func (o *outline) asWord() {
	seen := 0 // titles
	for i, h := range o.headings {
		level, words, _ := strings.Cut(h, " ")
		n, _ := strconv.Atoi(level) // it was a number
		if n == 1 {
			seen++
		}
		if seen < 2 {
			n--
		}
		o.headings[i] = fmt.Sprintf("%d %s", n, words)
	}
}

// markedAs returns what the margins of a page lack: the marking of the document
// or, of several, that of any: DOCX has each document's own, HTML the first's.
// LibreOffice draws the words of a line by their scripts.
func markedAs(p *page, documents []document, number int) []string {
	margins := squeezed(text(chars(p.Words[p.text:])))
	lacks := func(d document) []string {
		var lines []string
		for _, line := range slices.Concat(d.head, d.foot) {
			if slices.ContainsFunc(strings.Fields(line), func(w string) bool { return !strings.Contains(margins, w) }) {
				lines = append(lines, fmt.Sprintf("page %d: its margins lack %q", number, line))
			}
		}
		return lines
	}
	for _, d := range documents {
		if len(lacks(d)) == 0 {
			return nil
		}
	}
	return lacks(documents[0])
}

// differences compares what LibreOffice has with what it should have.
func differences(have, want *outline) []string {
	var faults []string
	if want, have := squeezed(text(want.body)), squeezed(text(have.body)); want != have {
		faults = append(faults, "LibreOffice: the text differs: "+firstDifference(have, want))
	}
	if want, have := squeezed(text(want.notes)), squeezed(text(have.notes)); want != have {
		faults = append(faults, "LibreOffice: the footnotes differ: "+firstDifference(have, want))
	}
	for _, c := range []struct {
		what       string
		have, want []string
	}{{"headings", have.headings, want.headings}, {"items of lists", have.items, want.items}, {"lists", have.lists, want.lists}} {
		if !slices.Equal(c.have, c.want) {
			faults = append(faults, fmt.Sprintf("LibreOffice: the %s differ: %s", c.what, firstDifference(strings.Join(c.have, " | "), strings.Join(c.want, " | "))))
		}
	}
	if have.comments > 0 {
		faults = append(faults, fmt.Sprintf("LibreOffice: %d comments in the text", have.comments))
	}
	return faults
}

// firstDifference shows where two texts first differ.
func firstDifference(have, want string) string {
	h, w := []rune(have), []rune(want)
	at := 0
	for at < len(h) && at < len(w) && h[at] == w[at] {
		at++
	}
	cut := func(r []rune) string { return string(r[max(0, min(at, len(r))-around):min(len(r), at+around)]) }
	return fmt.Sprintf("%q, the HTML %q", cut(h), cut(w))
}
