package main

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// around is how many characters are shown on either side of a difference.
const around = 30

// sameText compares the words of the pages with those of the documents: the
// same, in the same order, parted alike. Every page holds a stretch of its
// document's body and then a stretch of its footnotes, and a document starts
// on a new page. It stops at the first difference of a file, for what follows
// would be out of step.
//
// A table row that goes on on the next page has to have its longest cell last:
// the cells after one that goes on would come before its end.
func sameText(pages []page, documents []document) []string {
	var faults []string
	documents = slices.Clone(documents) // what is found of each is taken off
	for i := range pages {
		for len(documents) > 0 && len(documents[0].body)+len(documents[0].notes) == 0 {
			documents = documents[1:]
		}
		p := &pages[i]
		said := chars(p.Words[:p.text])
		if len(documents) == 0 {
			return append(faults, fmt.Sprintf("page %d: the HTML does not have what stands here: %q", i+1, show(said, 0)))
		}
		d := &documents[0]
		n, ok := split(said, d)
		if !ok {
			return append(faults, fmt.Sprintf("page %d: %s", i+1, difference(said, d)))
		}
		faults = append(faults, parted(said[:n], d.body, i+1)...)
		faults = append(faults, parted(said[n:], d.notes, i+1)...)
		faults = append(faults, unmarked(p, d, i+1)...)
		d.body, d.notes = d.body[n:], d.notes[len(said)-n:]
	}
	for _, d := range documents {
		if left := slices.Concat(d.body, d.notes); len(left) > 0 {
			faults = append(faults, fmt.Sprintf("no page has %q", show(left, 0)))
		}
	}
	return faults
}

// split returns how much of a page is the document's body, such that the rest
// is its footnotes. A body and the footnote after it may start alike, hence
// the search.
func split(said []char, d *document) (int, bool) {
	for n := common(said, d.body); n >= 0; n-- {
		if rest := said[n:]; common(rest, d.notes) == len(rest) {
			return n, true
		}
	}
	return 0, false
}

// common returns how many characters two texts have in common at their start.
func common(a, b []char) int {
	n := 0
	for n < len(a) && n < len(b) && a[n].r == b[n].r {
		n++
	}
	return n
}

// difference describes where a page first differs from its document.
func difference(said []char, d *document) string {
	n := common(said, d.body)
	want := show(d.body, n)
	if m := common(said[n:], d.notes); m > 0 {
		n, want = n+m, show(d.notes, m)
	}
	return fmt.Sprintf("the PDF has %q, the HTML %q", show(said, n), want)
}

// parted compares the white space of a page with that of the text it holds.
func parted(said, want []char, number int) []string {
	var faults []string
	for i := 1; i < len(said); i++ {
		pdf, html := said[i].gap, want[i].gap
		if pdf != broken && pdf != html {
			faults = append(faults, fmt.Sprintf("page %d: the PDF has %q, the HTML %q", number, show(said, i), show(want, i)))
		}
	}
	return faults
}

// unmarked returns the lines of the header and footer that a page lacks, such
// as its marking.
func unmarked(p *page, d *document, number int) []string {
	var head, foot []word
	for _, w := range p.Words[p.text:] {
		if w.Top < p.Height/2 {
			head = append(head, w)
		} else {
			foot = append(foot, w)
		}
	}
	return append(lacking(head, d.head, number, "header"), lacking(foot, d.foot, number, "footer")...)
}

// stamped reports whether a line is the stamps of a document, "000015–000019",
// and the page has one of them.
func stamped(words []word, line string) bool {
	first, last, ok := strings.Cut(line, "–")
	if _, err := strconv.Atoi(first); !ok || err != nil {
		return false
	}
	return slices.ContainsFunc(words, func(w word) bool {
		return len(w.Text) == len(first) && first <= w.Text && w.Text <= last
	})
}

// lacking returns the lines that words lack. Lines may be broken anywhere.
func lacking(words []word, lines []string, number int, place string) []string {
	have := squeezed(text(chars(words)))
	var faults []string
	for _, line := range lines {
		if !strings.Contains(have, squeezed(line)) && !stamped(words, line) {
			faults = append(faults, fmt.Sprintf("page %d: its %s lacks %q", number, place, line))
		}
	}
	return faults
}

func squeezed(s string) string { return strings.ReplaceAll(s, " ", "") }

// show returns what stands around a place in a text.
func show(cs []char, at int) string {
	return text(cs[max(0, at-around):min(len(cs), at+around)])
}

// sameBag compares the words of the text output with those of the documents,
// in whatever order they stand: the text has the cells of a wide table in
// another one. It has the header and footer of each document twice.
func sameBag(plain string, documents []document) []string {
	have := map[string]int{}
	for _, w := range strings.Fields(plain) {
		have[plainWord(w)]++
	}
	for _, d := range documents {
		for _, w := range strings.Fields(text(d.body) + " " + text(d.notes)) {
			have[plainWord(w)]--
		}
		for line := range d.furniture() {
			for _, w := range strings.Fields(line) {
				have[plainWord(w)] -= 2
			}
		}
	}
	var faults []string
	for _, w := range slices.Sorted(maps.Keys(have)) {
		switch n := have[w]; {
		case n > 0:
			faults = append(faults, fmt.Sprintf("the text has %q, which the HTML lacks", w))
		case n < 0:
			faults = append(faults, fmt.Sprintf("the HTML has %q, which the text lacks", w))
		}
	}
	return faults
}

// plainWord returns a word with what the text output writes in its own way in
// one form: bullets, the raised marks of footnotes, and invisible characters.
func plainWord(w string) string {
	switch w {
	case "•", "–", "▪":
		return "-"
	}
	return strings.Map(func(r rune) rune {
		if digit := strings.IndexRune("⁰¹²³⁴⁵⁶⁷⁸⁹", r); digit >= 0 {
			return rune('0' + utf8.RuneCountInString("⁰¹²³⁴⁵⁶⁷⁸⁹"[:digit]))
		}
		if unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, w)
}
