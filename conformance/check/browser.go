package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"briefnote/render/style"
)

// browse has Chromium open every HTML file below a folder, which leaves what it
// prints of each beside it, and reports whether something is wrong with one.
// The program that drives it is a module of its own.
func browse(folder, printed, axe string) (bool, error) {
	program := filepath.Join(folder, "browser")
	if _, err := output("go", "build", "-C", "conformance/browser", "-o", program, "."); err != nil {
		return false, err
	}
	cmd := exec.Command(program, "-axe", axe, printed)
	cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
	err := cmd.Run()
	var status *exec.ExitError
	if errors.As(err, &status) && status.ExitCode() == 1 {
		return true, nil
	}
	return false, err
}

// inspectPrint returns what is wrong with what the browser prints of a file:
// each page has the header and footer, the pages have the words of the file, and
// they are about as many as in our PDF.
func inspectPrint(path string, sheet *style.Sheet) []string {
	documents, err := readHTML(path, sheet.List.Bullets)
	if err != nil {
		return []string{err.Error()}
	}
	pages, err := readPages(withExt(path, ".browser.pdf"), sheet.Margins)
	if err != nil {
		return []string{err.Error()}
	}
	ours, err := readPages(withExt(path, ".pdf"), sheet.Margins)
	if err != nil {
		return []string{err.Error()}
	}
	faults := samePrint(pages, documents)
	return append(faults, sameLength(pages, ours, &documents[0])...)
}

// samePrint compares the words of printed pages with those of the documents.
// Margin boxes come first on a page, and then a stretch of its document's body
// and footnotes. A table that goes on repeats its header.
func samePrint(pages []page, documents []document) []string {
	var faults []string
	documents = slices.Clone(documents) // what is found of each is taken off
	number := 0
	for i := range pages {
		for len(documents) > 0 && len(documents[0].body)+len(documents[0].notes) == 0 {
			documents, number = documents[1:], 0
		}
		if len(documents) == 0 {
			return append(faults, fmt.Sprintf("page %d: the HTML does not have what stands here", i+1))
		}
		d, p := &documents[0], &pages[i]
		number++
		bodyFirst(p, d)
		faults = append(faults, unmarked(p, d, i+1)...)
		faults = append(faults, unnumbered(p, number, i+1)...)
		said := chars(unhyphenated(p.Words[:p.text]))
		n, ok := split(said, d)
		for _, head := range d.heads {
			if !ok && len(head) > 0 && common(said, head) == len(head) {
				if n, ok = split(said[len(head):], d); ok {
					said = said[len(head):]
				}
			}
		}
		if !ok {
			return append(faults, fmt.Sprintf("page %d: %s", i+1, difference(said, d)))
		}
		d.body, d.notes = d.body[n:], d.notes[len(said)-n:]
	}
	for _, d := range documents {
		if left := slices.Concat(d.body, d.notes); len(left) > 0 {
			faults = append(faults, fmt.Sprintf("no printed page has %q", show(left, 0)))
		}
	}
	return faults
}

// unhyphenated returns words without the hyphens that the browser shows where a
// line ends at a soft one: those are U+2010, which a note's own seldom is.
func unhyphenated(words []word) []word {
	words = slices.Clone(words)
	for i := range words[:max(len(words)-1, 0)] {
		if between(words[i].box, words[i+1].box) == broken {
			words[i].Text = strings.TrimSuffix(words[i].Text, "\u2010")
		}
	}
	return words
}

// bodyFirst puts the words of the document before those of the margins. A font
// may reach far over and under its letters, so the middle of a word counts.
func bodyFirst(p *page, d *document) {
	body := func(w word) bool {
		middle := (w.Top + w.Bottom) / 2
		return middle >= d.top && middle <= p.Height-d.bottom
	}
	words := slices.DeleteFunc(slices.Clone(p.Words), func(w word) bool { return !body(w) })
	p.text = len(words)
	p.Words = append(words, slices.DeleteFunc(slices.Clone(p.Words), body)...)
}

// unnumbered reports a page without its number, as its document counts.
func unnumbered(p *page, number, at int) []string {
	foot := squeezed(text(chars(p.Words[p.text:])))
	if strings.Contains(foot, fmt.Sprintf("Page%d", number)) {
		return nil
	}
	return []string{fmt.Sprintf("page %d: it is not numbered %d; its margins say %q", at, number, foot)}
}

// tolerance is by how much of its length a document may differ from ours.
const tolerance = 0.15

// least is the part of a page that header and footer have to leave, for pages
// to be counted: where there are but a few lines on each, one of them more or
// less makes a page more or less.
const least = 1.0 / 3

// sameLength compares the length of a document with that of ours: the number
// of pages or, where a page is too much of it, how far down the last one goes.
func sameLength(pages, ours []page, d *document) []string {
	if paper := ours[0].Height; paper-d.top-d.bottom < least*paper {
		return nil
	}
	if off(float64(len(pages)), float64(len(ours))) <= tolerance || off(length(pages), length(ours)) <= tolerance {
		return nil
	}
	return []string{fmt.Sprintf("%d pages, filled to %.2f, where ours are %d, filled to %.2f", len(pages), length(pages), len(ours), length(ours))}
}

func off(a, b float64) float64 {
	if a > b {
		return a/b - 1
	}
	return 1 - a/b
}

// length returns the number of pages, the last one as far as it has words.
func length(pages []page) float64 {
	last := pages[len(pages)-1]
	down := 0.0
	for _, w := range last.Words[:last.text] {
		down = max(down, w.Bottom)
	}
	return float64(len(pages)-1) + down/last.Height
}
