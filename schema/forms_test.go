package schema

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A draft is a note to be written in both forms.
type (
	draftPart struct {
		heading string
		body    []string // paragraphs; "|" stands for a table
		points  []draftPoint
		under   []draftPart
	}
	draftPoint struct {
		text      string // "" is an empty point
		continued bool
		style     ListStyle // of the points under it
		under     []draftPoint
	}
)

const table = "| a | *b* |\n|---|:-:|\n| c | d: e |\n| f |"

// author invents drafts.
type author struct{ *rand.Rand }

func (a author) text() string {
	words := []string{
		"the", "service", "*works*", "**well**", "[REDACTED]", `[x y]{s="15(1)(a), 16"}`, "[l](https://example.org)", "^[n *m*]",
		"a:b", "Cost:", "“ça”", "\\*", "1990.", "#5", "@x", "100%", "&", "'tis", `"so"`, "{y}", "C:\\d", "- ", "é", "— then", "(z)", "[sic]", "!", "%",
	}
	out := "Say"
	if a.IntN(3) == 0 {
		out = words[a.IntN(6)]
	}
	for range a.IntN(14) {
		out += " " + strings.TrimSpace(words[a.IntN(len(words))])
	}
	return out
}

func (a author) points(level int) []draftPoint {
	var out []draftPoint
	for range a.IntN(4) {
		p := draftPoint{text: a.text()}
		switch {
		case a.IntN(8) == 0 && len(out) > 0:
			p.continued = true
		case a.IntN(8) == 0:
			p.text = ""
		case level < maxPoints:
			p.style = []ListStyle{Bullets, Letters, Numbers}[a.IntN(3)]
			p.under = a.points(level + 1)
			if len(p.under) > 0 && p.under[0].text == "" {
				p.under[0].text = "First"
			}
		}
		out = append(out, p)
	}
	return out
}

// parts invents topics or sections; the first may have no heading.
func (a author) parts(level, deepest int, body bool) []draftPart {
	var out []draftPart
	for i := range 1 + a.IntN(3) {
		p := draftPart{heading: a.text(), points: a.points(1)}
		if i == 0 && level == 1 && a.IntN(2) == 0 && len(p.points) > 0 {
			p.heading = ""
		}
		for range a.IntN(3) {
			if body {
				p.body = append(p.body, []string{a.text(), a.text(), "|"}[a.IntN(3)])
			}
		}
		if level < deepest && p.heading != "" && a.IntN(3) == 0 {
			p.under = a.parts(level+1, deepest, body)
		}
		out = append(out, p)
	}
	return out
}

// scalar writes a text in a style that fits it, for a value behind a key or dash.
func (a author) scalar(text string, indent string) string {
	switch a.IntN(4) {
	case 0:
		return "'" + strings.ReplaceAll(text, "'", "''") + "'"
	case 1:
		return fmt.Sprintf("%q", text)
	case 2:
		return ">-\n" + indent + "  " + a.wrap(text, indent+"  ")
	default:
		return "|-\n" + indent + "  " + text
	}
}

// wrap breaks lines at some blanks, where what follows opens nothing.
func (a author) wrap(text, indent string) string {
	words := strings.Split(text, " ")
	out := words[0]
	for _, w := range words[1:] {
		if a.IntN(4) == 0 && !strings.HasPrefix(w, "-") && !strings.HasPrefix(w, "#") {
			out += "\n" + indent + w
		} else {
			out += " " + w
		}
	}
	return out
}

// structured writes points as YAML.
func (a author) structured(points []draftPoint, indent string) string {
	if len(points) == 0 {
		return " []\n"
	}
	out := "\n"
	for _, p := range points {
		out += indent + "-"
		switch {
		case p.continued:
			out += " continued: " + a.scalar(p.text, indent+"  ") + "\n"
		case p.text == "":
			out += "\n"
		case len(p.under) > 0:
			out += " text: " + a.scalar(p.text, indent+"  ") + "\n" + indent + "  list: " + string(p.style) + "\n" + indent + "  points:"
			out += a.structured(p.under, indent+"    ")
		default:
			out += " " + a.scalar(p.text, indent) + "\n"
		}
	}
	return out
}

// block writes points as a list of a block text.
func (a author) block(points []draftPoint, style ListStyle, indent string) string {
	out, n := "", 0
	for _, p := range points {
		if p.continued {
			out += "\n" + indent + "  " + a.wrap(p.text, indent+"  ") + "\n\n"
			continue
		}
		n++
		mark := map[ListStyle]string{Bullets: "-", Numbers: fmt.Sprint(n, "."), Letters: string(rune('a'+n-1)) + "."}[style]
		out += indent + strings.TrimRight(mark+" "+a.wrap(p.text, indent+"   "), " ") + "\n"
		out += a.block(p.under, p.style, indent+"  ")
	}
	return out
}

// names of the keys of a kind of part.
type partKeys struct{ heading, body, points, under string }

func (a author) structuredParts(parts []draftPart, keys partKeys, indent string) string {
	out := "\n"
	for _, p := range parts {
		var lines []string
		if p.heading != "" {
			lines = append(lines, keys.heading+": "+a.scalar(p.heading, indent+"  ")+"\n")
		}
		if len(p.body) > 0 {
			body := strings.ReplaceAll(a.paragraphs(p.body), "\n", "\n"+indent+"    ")
			lines = append(lines, keys.body+": |\n"+indent+"    "+strings.TrimRight(body, " "))
		}
		if len(p.points) > 0 || len(lines) == 0 {
			lines = append(lines, keys.points+":"+a.structured(p.points, indent+"    "))
		}
		if len(p.under) > 0 {
			lines = append(lines, keys.under+":"+a.structuredParts(p.under, keys, indent+"    "))
		}
		out += indent + "- " + strings.Join(lines, indent+"  ")
	}
	return out
}

func (a author) paragraphs(body []string) string {
	out := ""
	for _, b := range body {
		if b == "|" {
			out += table + "\n\n"
		} else {
			out += a.wrap(b, "") + "\n\n"
		}
	}
	return out
}

func (a author) blockParts(parts []draftPart, level int) string {
	out := ""
	for _, p := range parts {
		if p.heading != "" {
			out += headingMarks(level) + " " + p.heading + "\n"
		}
		out += a.paragraphs(p.body) + a.block(p.points, Bullets, "") + "\n" + a.blockParts(p.under, level+1)
	}
	return out
}

func indented(block string) string {
	return " |\n  " + strings.TrimRight(strings.ReplaceAll(block, "\n", "\n  "), " ") + "\n"
}

// forms writes a note of some kind in both forms.
func (a author) forms() (structured, block string) {
	const envelope = "title: x\nmarking: SECRET\nkind: "
	switch a.IntN(3) {
	case 0:
		sections := a.parts(1, 1, false)
		head := envelope + "communique\nmasthead: {year: 2026}\nsections:"
		return head + a.structuredParts(sections, partKeys{"heading", "", "paragraphs", ""}, "  "), head + indented(a.blockParts(sections, 1))
	case 1:
		topics := a.parts(1, 1, true)
		head := envelope + "meeting-report\nsummary: x\nreport:"
		return head + a.structuredParts(topics, partKeys{"topic", "body", "points", ""}, "  "), head + indented(a.blockParts(topics, 1))
	}
	objectives := append([]draftPoint{{text: "First"}}, a.points(1)...)
	messages, background := a.parts(1, maxTopics, false), a.parts(1, maxSections, true)
	head := envelope + "briefing-note\nstrategic_objectives:"
	structured = head + a.structured(objectives, "  ")
	if messages[0].heading == "" { // points before the first topic stand beside the topics
		structured += "key_messages:" + a.structured(messages[0].points, "  ")
		if len(messages) > 1 {
			structured += a.structuredParts(messages[1:], partKeys{"topic", "", "points", "topics"}, "  ")[1:]
		}
	} else {
		structured += "key_messages:" + a.structuredParts(messages, partKeys{"topic", "", "points", "topics"}, "  ")
	}
	structured += "background:" + a.structuredParts(background, partKeys{"heading", "body", "points", "sections"}, "  ")
	block = head + indented(a.block(objectives, Bullets, "")) + "key_messages:" + indented(a.blockParts(messages, 1)) +
		"background:" + indented(a.blockParts(background, 1))
	return structured, block
}

// checkForms holds that the two forms of a draft give the same note.
func checkForms(t testing.TB, seed uint64) {
	t.Helper()
	a := author{rand.New(rand.NewPCG(seed, 0))}
	structured, block := a.forms()
	one, two := Decode("n.yaml", []byte(structured)), Decode("n.yaml", []byte(block))
	for _, f := range []*File{one, two} {
		if len(f.Problems) > 0 || len(f.Notes) != 1 {
			t.Fatalf("seed %d: %s\n%s", seed, reportOf(t, f), f.Source)
		}
		for text := range Texts(f.Notes[0]) {
			checkInlines(t, text, text.Inlines, text.Start, text.End, f.Source)
		}
		// A mistake of YAML at the end sends the whole file through the search
		// for such mistakes, which must find that one alone.
		broken := Decode("n.yaml", append(f.Source[:len(f.Source):len(f.Source)], "event: a: b\n"...))
		if len(broken.Problems) != 1 || broken.Problems[0].Span.Start < len(f.Source) || len(broken.Notes) != 1 {
			t.Fatalf("seed %d: %s\n%s", seed, reportOf(t, broken), broken.Source)
		}
	}
	if diff := cmp.Diff(shape(one.Notes[0]), shape(two.Notes[0])); diff != "" {
		t.Fatalf("seed %d: %s\n%s\n%s", seed, diff, structured, block)
	}
}

func TestForms(t *testing.T) {
	for seed := range uint64(300) {
		checkForms(t, seed)
	}
}

func FuzzForms(f *testing.F) {
	f.Add(uint64(0))
	f.Fuzz(func(t *testing.T, seed uint64) { checkForms(t, seed) })
}
