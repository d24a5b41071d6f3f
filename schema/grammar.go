package schema

import (
	"fmt"
	"reflect"
	"slices"

	"briefnote/internal/strictyaml"
)

// form is a way of writing a value that has a grammar of its own, as the
// reference tells it to authors.
type form struct {
	name    string
	of      reflect.Type // the type of the fields written so
	about   string       // in Markdown
	keys    reflect.Type // the keys it may be written with; nil if there are none
	example string       // lines of a note; empty if about says it all
}

// form writes one form of writing.
func (r *reference) form(f form) {
	r.heading(2, f.name)
	r.text(f.about + "\n")
	if f.keys != nil {
		r.text("\n")
		r.table(strictyaml.Fields(f.keys), requiredWords)
	}
	if f.example != "" {
		fmt.Fprintf(&r.out, "\n```yaml\n%s```\n", f.example)
	}
}

// grammar lists the forms of writing.
func grammar() []form { return slices.Concat(wordForms(), listForms(), otherForms()) }

// wordForms are the forms of words and of paragraphs.
func wordForms() []form {
	return []form{
		{name: "Text", of: textType, about: `Words that are printed. In every text, titles and cells of tables included,

| written | is |
|---|---|
| ` + "`*words*`" + ` | *italic* |
| ` + "`**words**`" + ` | **bold** |
| ` + "`[label](https://…)`" + ` | a link; also ` + "`http:` and `mailto:`" + ` |
| ` + "`[^1]`" + ` | the mark of the footnote ` + "`1:` under `footnotes:`" + ` |
| ` + "`^[words]`" + ` | a footnote on the spot |
| ` + "`[REDACTED]`" + ` | a severance that was made already |
| ` + "`[words]{s=\"15(1)\"}`" + ` | words to withhold, with the provisions; several with commas between them |

Nothing else is markup. A backslash makes a sign an ordinary one: ` + "`\\*`, `\\[`" + `.
A text that starts with one of ` + "`[ { * & ! % @`" + `, or that holds a colon and a space, stands in quotes, or on
the next line under ` + "`>-`" + `.`},
		{
			name: "Title", of: typeOf[Title](), about: "A text, or one in each language: which one is printed, the note's language says.", keys: typeOf[titleForm](),
			example: "title: {en: Winter ferry service, fr: Service de traversier d’hiver}\n",
		},
		{
			name: "Block text", of: typeOf[BlockText](), about: `Paragraphs, lists and tables. Under ` + "`|`" + ` a blank line parts two paragraphs, a line that starts with
` + "`- `, `1. ` or `a. `" + ` is an item of a list, and lines that start with ` + "`|`" + ` are a table, whose second line says
how its columns are set: ` + "`---`" + ` to the left, ` + "`:---:`" + ` in the middle, ` + "`---:`" + ` to the right.`,
			example: `issue: |
  The contract for the ferry ends in March.

  1. Renew it.
  2. Or open a new call for tenders.

  | Ship | Built |
  |------|------:|
  | Ada  |  1996 |
`,
		},
	}
}

// listForms are the forms of what stands in lists.
func listForms() []form {
	const either = "Written as one block text or as a list; both give the same note."
	return []form{
		{
			name: "Points", of: typeOf[Points](), about: either + " Points go three levels\ndeep. In a list, a point is a text or has keys:", keys: typeOf[pointForm](),
			example: `strategic_objectives:
  - Keep the islands connected.
  - text: "Agree on three things:"
    list: letters
    points: [the price, the term, the ships]
  - continued: All three before the winter.
`,
		},
		{
			name: "Topics", of: typeOf[Topics](), about: either + " In block text `## `\nopens a topic and `### ` one under it. Topics go three levels deep; points may also stand without one.\nIn a list, a topic has keys:", keys: typeOf[topicForm](),
			example: `key_messages: |
  ## Cost
  - The new contract costs a third less.
responsive_lines:
  - topic: Delays
    points:
      - If asked, the first sailing is on the first of December.
`,
		},
		{
			name: "Sections", of: typeOf[Sections](), about: either + " In block text `## `\nopens a section and `### ` one under it. Sections go four levels deep. In a list, a section has keys:", keys: typeOf[sectionForm](),
			example: `background:
  - body: Ferries have served the islands since 1911.
  - heading: The contract
    responsive: true
    points: [It was signed in June.]
`,
		},
		{
			name: "Numbered sections", of: typeOf[NumberedSections](), about: either + "\nThe paragraphs are numbered in print. In a list, a section has keys:", keys: typeOf[communiqueSectionForm](),
			example: `sections: |
  - We met on Merrow Island.

  ## Ferries
  - We agreed to keep them.
`,
		},
		{
			name: "Report topics", of: typeOf[ReportTopics](), about: "What was said, topic by topic, in a list. The topic is printed in front of its text.", keys: typeOf[reportTopicForm](),
			example: `report:
  - topic: Schedules
    body: All sides prefer eight sailings a day.
`,
		},
	}
}

// otherForms are the forms of what is neither text nor a list of it.
func otherForms() []form {
	return []form{
		{
			name: "Sign-off", of: typeOf[SignOff](), about: "A text, or a list of texts, or of groups with keys:", keys: typeOf[signOffForm](),
			example: `drafted: Marine Services Branch
consulted: [Legal Services, Finance]
approved:
  - {org: Marine Services Branch, role: Director General, date: 2026-07-29}
`,
		},
		{
			name: "Footnotes", of: typeOf[Footnotes](), about: "A line for each: its id (letters, digits and hyphens), and its text. They are numbered in the order in\nwhich the text refers to them.",
			example: "footnotes:\n  1: Annual report, 2024.\n  fleet: Fleet register, January 2026.\n",
		},
		{name: "Provisions", of: typeOf[Provisions](), about: "One provision of the Act, or a list of them.", example: "withhold: [15(1)(a), 20(1)]\n"},
	}
}
