package lint_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"briefnote/diag"
	"briefnote/lint"
	"briefnote/schema"
)

// Notes in which the words that findings are to mark stand between ⟦ and ⟧: in
// texts of every style, over a line break, after accents and emoji, and in
// markup. The marks are taken out before the note is read.
var positions = map[string]string{
	"folded": `kind: meeting-report
title: Report
marking: UNCLASSIFIED
summary: >-
  They met ⟦in order to⟧ agree, été 🙂 ⟦in order to⟧ talk, and e` + "\u0301" + `te` + "\u0301" + ` 👩` + "\u200d" + `👩` + "\u200d" + `👧 ⟦prior to⟧ that
  came ⟦in
  order to⟧ say it. They saw ⟦the
  the⟧.
`,
	"literal": "kind: meeting-report\r\ntitle: Report\r\nmarking: UNCLASSIFIED\r\nsummary: |\r\n  été 🇨🇦 ⟦in\r\n  order to⟧ go\r\n\r\n  - *à ⟦in* order\r\n    **to⟧** stay 🙂, ⟦commence⟧\r\n",
	"quoted":  "\uFEFFkind: meeting-report\ntitle: Report\nmarking: UNCLASSIFIED\nsummary: \"\\xE9t\\xE9 \\U0001F642 ⟦in order to⟧ say \\\"⟦commence⟧\\\",\n  and ⟦in\n  order to⟧ end\"\ndrafted: 'l''été ⟦in order to⟧ come'\n",
	"plain":   "kind: planning-paper\ntitle: 漢字 ⟦in order to⟧ rise\nmarking: UNCLASSIFIED\nconsiderations:\n  - heading: ᐃᓄᒃ ⟦prior to⟧\n    body: We sail^[naïf ⟦in order to⟧ win] 🙂 and\n      ⟦commence⟧.\n",
}

// parsed is a note without its marks, and the words that stood between them.
func parsed(t *testing.T, marked string) (src string, words []string, spans [][2]int) {
	t.Helper()
	for {
		before, rest, found := strings.Cut(marked, "⟦")
		if !found {
			break
		}
		inside, after, _ := strings.Cut(rest, "⟧")
		words = append(words, inside)
		spans = append(spans, [2]int{len(before), len(before) + len(inside)})
		marked = before + inside + after
	}
	if len(words) == 0 {
		t.Fatal("no words are marked")
	}
	return marked, words, spans
}

// between returns the text of a file between two positions, as people count. None
// of these notes marks anything on its first line, where a byte-order mark may be.
func between(src string, line, column, endLine, endColumn int) string {
	offset := func(line, column int) int {
		at := len(strings.Join(strings.SplitAfter(src, "\n")[:line-1], ""))
		return at + len(string([]rune(src[at:])[:column-1]))
	}
	return src[offset(line, column):offset(endLine, endColumn)]
}

// TestPositions checks that a finding marks the very words in every form of
// the report.
func TestPositions(t *testing.T) {
	for name, marked := range positions {
		t.Run(name, func(t *testing.T) {
			src, words, spans := parsed(t, marked)
			f := schema.Decode("n.yaml", []byte(src))
			if !f.Valid() {
				t.Fatal(f.Problems)
			}
			rules := []*lint.Rule{lint.Find(lint.All(), "wordy"), lint.Find(lint.All(), "double-word")}
			report := &diag.Report{Files: 1, Diagnostics: lint.Run([]*schema.File{f}, lint.Options{Rules: rules}), Sources: map[string][]byte{"n.yaml": []byte(src)}}
			var got [][2]int
			for _, d := range report.Diagnostics {
				got = append(got, [2]int{d.Span.Start, d.Span.End})
			}
			if !slices.Equal(got, spans) {
				t.Fatalf("the findings stand at %v, want %v", got, spans)
			}
			for form, read := range map[diag.Format]func(*testing.T, string, []byte) []string{
				diag.JSON: jsonWords, diag.SARIF: sarifWords, diag.GitHub: githubWords,
			} {
				var out bytes.Buffer
				if err := report.Write(&out, form, diag.Options{}); err != nil {
					t.Fatal(err)
				}
				if got := read(t, src, out.Bytes()); !slices.Equal(got, words) {
					t.Errorf("%s marks %q, want %q", form, got, words)
				}
			}
			var out bytes.Buffer
			if err := report.Write(&out, diag.Text, diag.Options{}); err != nil {
				t.Fatal(err)
			}
			for i, got := range textWords(t, out.String()) {
				if first, _, _ := strings.Cut(strings.ReplaceAll(words[i], "\r", ""), "\n"); got != first {
					t.Errorf("the carets stand under %q, want %q", got, first)
				}
			}
		})
	}
}

func jsonWords(t *testing.T, src string, out []byte) (words []string) {
	var r struct {
		Diagnostics []struct {
			Line, Column int
			EndLine      int `json:"end_line"`
			EndColumn    int `json:"end_column"`
		}
	}
	if err := json.Unmarshal(out, &r); err != nil {
		t.Fatal(err)
	}
	for _, d := range r.Diagnostics {
		words = append(words, between(src, d.Line, d.Column, d.EndLine, d.EndColumn))
	}
	return words
}

func sarifWords(t *testing.T, src string, out []byte) (words []string) {
	var log struct {
		Runs []struct {
			Results []struct {
				Locations []struct {
					PhysicalLocation struct {
						Region struct{ StartLine, StartColumn, EndLine, EndColumn int }
					}
				}
			}
		}
	}
	if err := json.Unmarshal(out, &log); err != nil {
		t.Fatal(err)
	}
	for _, r := range log.Runs[0].Results {
		at := r.Locations[0].PhysicalLocation.Region
		words = append(words, between(src, at.StartLine, at.StartColumn, at.EndLine, at.EndColumn))
	}
	return words
}

var githubPlace = regexp.MustCompile(`line=(\d+),endLine=(\d+),col=(\d+),endColumn=(\d+),`)

func githubWords(_ *testing.T, src string, out []byte) (words []string) {
	for _, m := range githubPlace.FindAllStringSubmatch(string(out), -1) {
		var n [4]int
		for i := range n {
			n[i], _ = strconv.Atoi(m[i+1]) // the pattern lets only numbers through
		}
		words = append(words, between(src, n[0], n[2], n[1], n[3]))
	}
	return words
}

// textWords returns what the carets of a text report stand under. Wide
// characters take two columns, so that carets are counted in columns.
func textWords(t *testing.T, out string) (words []string) {
	lines := strings.Split(out, "\n")
	for i, line := range lines {
		start := strings.Index(line, "^")
		if start < 0 || strings.Trim(line, " |^") != "" {
			continue
		}
		// Every marked text of these notes is ASCII: its columns are counted
		// from its own first letter, which is found by its width.
		var b strings.Builder
		column := 0
		for _, c := range clusters(lines[i-1]) {
			if column >= start && column < strings.LastIndex(line, "^")+1 {
				b.WriteString(c.text)
			}
			column += c.width
		}
		words = append(words, b.String())
	}
	if len(words) == 0 {
		t.Error("there are no carets")
	}
	return words
}

type cluster struct {
	text  string
	width int
}

// clusters cuts a line of these notes into characters: only what is wide or
// joined in them is known here.
func clusters(line string) (out []cluster) {
	for _, c := range regexp.MustCompile("👩\u200d👩\u200d👧|🇨🇦|🙂|[漢字]|.\u0301|.").FindAllString(line, -1) {
		width := 1
		if regexp.MustCompile("^[👩🇨🙂漢字]").MatchString(c) {
			width = 2
		}
		out = append(out, cluster{c, width})
	}
	return out
}

// TestPositionsOfFixes checks that a fix over a line break takes away the words
// that it says, and leaves the rest of the text as it is.
func TestPositionsOfFixes(t *testing.T) {
	src := "kind: meeting-report\ntitle: Report\nmarking: UNCLASSIFIED\nsummary: >-\n  été 🙂 they saw the\n  the ship in favor\n  of the center\n"
	want := "kind: meeting-report\ntitle: Report\nmarking: UNCLASSIFIED\nsummary: >-\n  été 🙂 they saw the ship in favour\n  of the centre\n"
	f := schema.Decode("n.yaml", []byte(src))
	opts := lint.Options{Rules: []*lint.Rule{lint.Find(lint.All(), "double-word"), lint.Find(lint.All(), "spelling-variant")}}
	got, mended := lint.Fix(f, lint.Run([]*schema.File{f}, opts))
	if string(got) != want || len(mended) != 3 {
		t.Errorf("%d mended:\n%s\nwant\n%s", len(mended), got, want)
	}
	if _, again := lint.Fix(schema.Decode("n.yaml", got), lint.Run([]*schema.File{schema.Decode("n.yaml", got)}, opts)); len(again) != 0 {
		t.Errorf("there is more to mend the second time: %s", fmt.Sprint(again))
	}
}
