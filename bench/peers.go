package bench

import (
	"bytes"
	"fmt"
	"html"
	"strings"
)

// The words that the tool prints around those of a note, and other tools must
// be given.
const (
	marking  = "UNCLASSIFIED"
	masthead = "BRIEFING NOTE FOR THE MINISTER"
)

// Markdown writes the note for Pandoc.
func (n *Note) Markdown() []byte {
	var b bytes.Buffer
	escape := strings.NewReplacer(`\`, `\\`, `[`, `\[`, `]`, `\]`, `*`, `\*`, `_`, `\_`, "`", "\\`", `<`, `\<`, `#`, `\#`).Replace
	para := func(s string) { fmt.Fprintf(&b, "%s\n\n", s) }
	heading := func(level int, s string) { para(strings.Repeat("#", level) + " " + escape(s)) }
	fmt.Fprintf(&b, "---\ntitle: %q\nlang: en-CA\n---\n\n", n.Title)
	para("**" + marking + "**")
	para("**" + masthead + "**")
	n.walk(heading, func(s string) { para(escape(s)) }, func(points []string) {
		for _, p := range points {
			para("- " + escape(p))
		}
	})
	para(fmt.Sprintf("**Drafted:** %s\\\n**Consulted:** %s\\\n**Approved by:** %s", escape(n.Drafted), escape(n.Consulted), escape(n.Approved)))
	para("**" + marking + "**")
	return b.Bytes()
}

// HTML writes the note for WeasyPrint; css styles it.
func (n *Note) HTML(css string) []byte {
	var b bytes.Buffer
	element := func(name, s string) { fmt.Fprintf(&b, "<%s>%s</%[1]s>\n", name, html.EscapeString(s)) }
	fmt.Fprintf(&b, "<!doctype html>\n<html lang=\"en-CA\">\n<meta charset=\"utf-8\">\n<title>%s</title>\n<style>\n%s</style>\n", html.EscapeString(n.Title), css)
	fmt.Fprintf(&b, "<p class=\"masthead\">%s</p>\n", masthead)
	element("h1", n.Title)
	n.walk(func(level int, s string) { element(fmt.Sprintf("h%d", level), s) }, func(s string) { element("p", s) }, func(points []string) {
		b.WriteString("<ul>\n")
		for _, p := range points {
			element("li", p)
		}
		b.WriteString("</ul>\n")
	})
	for _, s := range [][2]string{{"Drafted:", n.Drafted}, {"Consulted:", n.Consulted}, {"Approved by:", n.Approved}} {
		fmt.Fprintf(&b, "<p class=\"sign-off\"><b>%s</b> %s</p>\n", s[0], html.EscapeString(s[1]))
	}
	b.WriteString("</html>\n")
	return b.Bytes()
}

// walk gives the parts of the note between its title and its sign-off, in the
// order in which they are printed.
func (n *Note) walk(heading func(level int, s string), paragraph func(string), points func([]string)) {
	var topics func(level int, list []Topic)
	topics = func(level int, list []Topic) {
		for _, t := range list {
			heading(level, t.Heading)
			if len(t.Points) > 0 {
				points(t.Points)
			}
			topics(level+1, t.Topics)
		}
	}
	heading(2, "Strategic Objectives")
	points(n.Objectives)
	heading(2, "Key Messages")
	topics(3, n.Messages)
	heading(2, "Background")
	for _, s := range n.Background {
		heading(3, s.Heading)
		for _, p := range s.Paragraphs {
			paragraph(p)
		}
	}
}
