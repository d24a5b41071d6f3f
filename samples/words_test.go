package samples

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"briefnote/render"
	"briefnote/schema"
)

const releaseFile = "fcm-2019/source/release.txt"

// furniture is what stands on the pages of the release but is no part of a
// document: the renderer makes it anew. Each pattern takes whole lines, of the
// release and of what is printed alike.
var furniture = []*regexp.Regexp{
	regexp.MustCompile(`^UNCLASSIFIED$`),
	regexp.MustCompile(`^(FOR OFFICIAL USE ONLY|For Official Use Only|FOR OFFICIAL USE)$`),
	regexp.MustCompile(`^Page \d+ of \d+$`),
	regexp.MustCompile(`^\d{6}$`), // the stamp of the release
	regexp.MustCompile(`^Formatted: Font: \(Default\) Arial$`),
	// The notices of the release lost the last word of the Act's name.
	regexp.MustCompile(`^(\*\*)?of the Access to Information( Act)?$`),
}

var footnoteLine = regexp.MustCompile(`^[¹²³⁴⁵⁶⁷⁸⁹]`)

// words returns the words of lines, furniture left out. The Markdown of the
// release (bold, italic, a typed bullet, an escaped dollar) is no part of them.
func words(lines []string) []string {
	clean := strings.NewReplacer("*", "", "•", "", `\$`, "$")
	var out []string
	for _, line := range lines {
		line = strings.TrimSpace(line)
		if slices.ContainsFunc(furniture, func(p *regexp.Regexp) bool { return p.MatchString(line) }) {
			continue
		}
		for _, w := range strings.Fields(clean.Replace(line)) {
			if strings.IndexFunc(w, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }) >= 0 {
				out = append(out, w)
			}
		}
	}
	return out
}

// release returns lines first to last of the release, counted from 1, its
// footnotes moved to the end, where they are printed.
func release(t *testing.T, first, last int) []string {
	t.Helper()
	src, err := os.ReadFile(releaseFile)
	if err != nil {
		t.Fatal(err)
	}
	var body, notes []string
	for _, line := range strings.Split(string(src), "\n")[first-1 : last] {
		if footnoteLine.MatchString(line) {
			notes = append(notes, line)
		} else {
			body = append(body, line)
		}
	}
	return append(body, notes...)
}

// sample is a note of the release.
type sample struct {
	name string
	note schema.Note
}

// samplesOf decodes the notes of a folder, binders left out. Any finding fails the test.
func samplesOf(t *testing.T, pattern string) []sample {
	t.Helper()
	paths, err := filepath.Glob(pattern)
	if err != nil || len(paths) == 0 {
		t.Fatalf("no notes match %s", pattern)
	}
	var out []sample
	for _, path := range paths {
		src, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		f := schema.Decode(path, src)
		for _, p := range f.Problems {
			t.Errorf("%s: %s", path, p.Message)
		}
		for _, n := range f.Notes {
			if _, binder := n.(*schema.Binder); !binder {
				out = append(out, sample{filepath.Base(path), n})
			}
		}
	}
	return out
}

// printed returns the lines of a note as plain text.
func printed(t *testing.T, n schema.Note) []string {
	t.Helper()
	r, problems, err := render.New(render.Options{Style: render.DefaultStyle})
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	book, problems, err := r.Book([]schema.Note{n})
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	var out bytes.Buffer
	if err := book.Write(&out, render.Text); err != nil {
		t.Fatal(err)
	}
	return strings.Split(out.String(), "\n")
}

// TestWords compares what is printed of each note with the lines of the
// release that it was transcribed from: the same words in the same order.
func TestWords(t *testing.T) {
	notes := samplesOf(t, "fcm-2019/*.yaml")
	if len(notes) != 24 {
		t.Fatalf("%d notes; the release has 16 documents and 8 notices", len(notes))
	}
	for _, s := range notes {
		src := s.note.Env().Source
		if src == nil || len(src.Lines) != 2 {
			t.Errorf("%s: source: says no lines", s.name)
			continue
		}
		want := words(release(t, src.Lines[0], src.Lines[1]))
		got := words(printed(t, s.note))
		lost, added := difference(want, got), difference(got, want)
		t.Logf("%-28s source %5d  rendered %5d  differing %d", s.name, len(want), len(got), len(lost)+len(added))
		if len(lost)+len(added) > 0 {
			t.Errorf("%s: only in the release: %q; only in print: %q", s.name, lost, added)
			continue
		}
		for i := range want {
			if want[i] != got[i] {
				t.Errorf("%s: word %d is %q in the release, %q in print", s.name, i+1, want[i], got[i])
				break
			}
		}
	}
}

// difference returns the words of a that b lacks, each as often as it lacks it.
func difference(a, b []string) []string {
	have := map[string]int{}
	for _, w := range b {
		have[w]++
	}
	var out []string
	for _, w := range a {
		if have[w]--; have[w] < 0 {
			out = append(out, w)
		}
	}
	return out
}
