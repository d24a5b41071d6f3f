// Package doctest holds documents for the tests of all that reads documents:
// samples that are invented, and documents made by chance.
//
// Start with [English], [French], [Notice] and [Book], which together have every
// block and run, and with [Random]. The small functions build pieces.
package doctest

import "briefnote/render/doc"

// T is plain words.
func T(s string) doc.Run { return &doc.Text{Value: s} }

// Runs are runs in a row.
func Runs(rs ...doc.Run) []doc.Run { return rs }

// Para is a paragraph of the body.
func Para(rs ...doc.Run) *doc.Paragraph { return &doc.Paragraph{Role: doc.RoleBody, Runs: rs} }

// Head is a heading of a section.
func Head(level int, s string) *doc.Heading {
	return &doc.Heading{Level: level, Role: doc.RoleSection, Runs: Runs(T(s))}
}

// Points is a list that counts from start.
func Points(s doc.ListStyle, start int, items ...doc.Item) *doc.List {
	return &doc.List{Style: s, Start: start, Items: items}
}

// Item is an item of a list.
func Item(bs ...doc.Block) doc.Item { return doc.Item{Blocks: bs} }

// Row is cells of plain words; an empty one holds no run.
func Row(cells ...string) []doc.Cell {
	r := make([]doc.Cell, len(cells))
	for i, c := range cells {
		if c != "" {
			r[i].Runs = Runs(T(c))
		}
	}
	return r
}

// Labels are the English ones.
var Labels = doc.Labels{Page: "Page {n} of {total}", Footnotes: "Notes", Redacted: "redacted", Section: "section"}

// English has every block and run of a note, invented.
func English() *doc.Document {
	return &doc.Document{
		Kind: "briefing-note", Lang: doc.English, Title: "Ferry safety", Marking: []string{"PROTECTED B", "SECRET"}, Caveats: []string{"For Official Use Only"}, Draft: "DRAFT",
		Meta:   doc.Meta{Author: "Marine Branch", Subject: "Briefing note", Date: "2031-05-06"},
		Labels: Labels,
		Blocks: []doc.Block{
			&doc.Paragraph{Role: doc.RoleTypeLine, Runs: Runs(T("Briefing note for the Minister"))},
			&doc.Heading{Level: 1, Role: doc.RoleTitle, Runs: Runs(T("Ferry safety"))},
			&doc.Paragraph{Role: doc.RoleMeeting, Lead: Runs(T("Place: ")), Runs: Runs(T("Sidney, May 12, 2031"))},
			Head(2, "Strategic objectives"),
			Points(doc.Bullets, 1,
				Item(Para(T("Keep the "), &doc.Text{Value: "two crossings", Bold: true}, T(" open."))),
				Item(Para(T("Agree on:")), Points(doc.Letters, 1, Item(Para(T("inspection,"))), Item(Para(T("crewing;")), Points(doc.Bullets, 1, Item(Para(T("by day,"))), Item(Para(T("by night."))))))),
				Item(),
				Item(&doc.Severed{Cite: "s. 21(1)(a)", Provisions: []string{"21(1)(a)"}, Blocks: []doc.Block{Para(T("Offer to pay."))}}),
			),
			Head(2, "Background"),
			Head(3, "The operators"),
			Para(T("Sailings rose to 2,595"), &doc.NoteRef{Note: 0, Mark: "1"}, T(" in 2030; "), &doc.Text{Value: "Le Devoir", Italic: true, Lang: doc.French}, T(" reported "), &doc.Severance{Made: true, Token: "[REDACTED]", Provisions: []string{"15(1)", "16(1)(c)"}}, T(" and "), &doc.Severance{Cite: "s. 20(1)(b)", Provisions: []string{"20(1)(b)"}, Runs: Runs(T("[the operator’s "), &doc.Text{Value: "margin", Italic: true}, T("]"))}, T(". See "), &doc.Link{URL: "https://example.org/ferries?a=1&b=2", Runs: Runs(T("the register"))}, T("."), &doc.NoteRef{Note: 1, Mark: "2"}),
			Para(T("Again"), &doc.NoteRef{Note: 0, Mark: "1"}, T(".")),
			&doc.Heading{Level: 2, Role: doc.RoleLabel, Runs: Runs(T("Report:"))},
			&doc.Paragraph{Role: doc.RoleRunIn, Lead: Runs(T("Crewing:")), Runs: Runs(T("the Council will write."))},
			Points(doc.Numbers, 4,
				doc.Item{Unmarked: true, Blocks: []doc.Block{&doc.Paragraph{Role: doc.RoleContinued, Runs: Runs(T("as was said."))}}},
				Item(Para(T("Fourth point.")), &doc.Paragraph{Role: doc.RoleContinued, Runs: Runs(T("It goes on here."))}),
				Item(Para(T("Fifth point.")))),
			&doc.Table{Align: []doc.Align{"", doc.AlignEnd, doc.AlignCenter}, Header: Row("Port", "Sailings", ""), Rows: [][]doc.Cell{Row("Sidney", "1,204", "yes"), Row("Nanaimo", "17", "")}},
			&doc.SignOff{Lines: []doc.SignOffLine{
				{Label: "Drafted:", Entries: [][]doc.Run{Runs(T("Marine Branch"))}},
				{Label: "Consulted:", Entries: [][]doc.Run{Runs(T("Harbours")), Runs(T("Justice"))}},
				{Label: "Approved by:"},
			}},
		},
		Notes: []*doc.Note{
			{ID: "count", Mark: "1", Runs: Runs(T("Counted at the ports; see "), &doc.Link{URL: "mailto:count@example.org", Runs: Runs(T("the office"))}, T("."))},
			{ID: "reg", Mark: "2", Runs: Runs(T("As of May 1."))},
		},
	}
}

// French has what differs by language, and the pieces of a communiqué.
func French() *doc.Document {
	return &doc.Document{
		Kind: "communique", Lang: doc.French, Title: "Communiqué", Caveats: []string{"Réservé à un usage officiel"}, Draft: "ÉBAUCHE",
		Labels: doc.Labels{Page: "Page {n} de {total}", Footnotes: "Notes", Redacted: "caviardé", Section: "article"},
		Blocks: []doc.Block{
			&doc.Paragraph{Role: doc.RoleMasthead, Runs: Runs(T("Conférence des ports"))},
			&doc.Paragraph{Role: doc.RoleMasthead, Runs: Runs(T("Rimouski 2031"))},
			&doc.Heading{Level: 1, Role: doc.RoleTitle, Runs: Runs(T("Communiqué"))},
			Head(2, "Sécurité\u00a0: l’essentiel"),
			Points(doc.Numbers, 1, Item(Para(T("Nous, les ministres, «\u00a0saluons\u00a0» la "), &doc.Text{Value: "Harbour Authority", Lang: doc.English}, T(" et "), &doc.Severance{Made: true, Token: "[redacted]"}, T(".")))),
			Para(T("Voir la note"), &doc.NoteRef{Note: 0, Mark: "4"}, T(".")),
		},
		Notes: []*doc.Note{{ID: "n4", Mark: "4", Runs: Runs(T("Publiée en mai."))}},
	}
}

// Notice is a notice of withheld pages, which has no title.
func Notice() *doc.Document {
	return &doc.Document{Kind: "withheld-notice", Lang: doc.English, Title: "Withheld pages", Labels: Labels, Blocks: []doc.Block{&doc.Notice{
		First: 9, Last: 14, Head: Runs(T("Pages 9 to / à 14")),
		Sides: []doc.NoticeSide{
			{Lang: doc.English, Paragraphs: [][]doc.Run{Runs(T("are withheld pursuant to sections 15(1) and 21(1)(a)")), Runs(T("of the Access to Information Act"))}},
			{Lang: doc.French, Paragraphs: [][]doc.Run{Runs(T("sont retenues en vertu des articles 15(1) et 21(1)a)")), Runs(T("de la Loi sur l’accès à l’information"))}},
		},
	}}}
}

// Book is a book of two notes and a notice behind three tabs.
func Book() []*doc.Document {
	docs := []*doc.Document{English(), Notice(), French()}
	front := &doc.Document{Kind: "binder", Lang: doc.English, Title: "Book", Labels: Labels, Marking: []string{"SECRET"}}
	var cover, list []doc.Entry
	for i, d := range docs {
		tab := string(rune('A' + i))
		d.Place = &doc.Place{Tab: i + 1, Tabs: 3, Label: tab, Words: "Tab " + tab, Title: tab + " – " + d.Title, Stamps: doc.Stamps{First: 9 * (i + 1), Last: 9*(i+1) + 5, Width: 6}}
		e := doc.Entry{Label: tab, Runs: Runs(T(d.Title)), Target: d}
		cover = append(cover, e)
		e.Page = d.Place.Stamps.Open()
		list = append(list, e)
	}
	front.Blocks = []doc.Block{
		&doc.Paragraph{Role: doc.RoleCoverMarking, Runs: Runs(T("SECRET"))},
		&doc.Heading{Level: 1, Role: doc.RoleCoverTitle, Runs: Runs(T("Book"))},
		Head(2, "Tabs"),
		&doc.Contents{Role: doc.RoleCoverEntry, Entries: cover},
		&doc.Heading{Level: 2, Role: doc.RoleContents, Runs: Runs(T("Contents"))},
		&doc.Contents{Role: doc.RoleEntry, Entries: list},
	}
	return append([]*doc.Document{front}, docs...)
}
