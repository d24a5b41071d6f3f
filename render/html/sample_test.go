package html_test

import (
	"briefnote/render/doc"
	"briefnote/render/style"
)

func t(s string) doc.Run           { return &doc.Text{Value: s} }
func runs(rs ...doc.Run) []doc.Run { return rs }

func para(rs ...doc.Run) *doc.Paragraph {
	return &doc.Paragraph{Role: doc.RoleBody, Runs: rs}
}

func head(level int, s string) *doc.Heading {
	return &doc.Heading{Level: level, Role: doc.RoleSection, Runs: runs(t(s))}
}

func points(style doc.ListStyle, start int, items ...doc.Item) *doc.List {
	return &doc.List{Style: style, Start: start, Items: items}
}

func item(bs ...doc.Block) doc.Item { return doc.Item{Blocks: bs} }

func row(cells ...string) []doc.Cell {
	r := make([]doc.Cell, len(cells))
	for i, c := range cells {
		if c != "" {
			r[i].Runs = runs(t(c))
		}
	}
	return r
}

// english has every block and run, invented.
func english() *doc.Document {
	return &doc.Document{
		Kind: "briefing-note", Lang: doc.English, Title: "Ferry safety", Marking: []string{"PROTECTED B", "SECRET"}, Caveats: []string{"For Official Use Only"}, Draft: "DRAFT",
		Meta:   doc.Meta{Author: "Marine Branch", Subject: "Briefing note", Date: "2031-05-06"},
		Labels: doc.Labels{Page: "Page {n} of {total}", Footnotes: "Notes", Redacted: "redacted", Section: "section"},
		Blocks: []doc.Block{
			&doc.Paragraph{Role: doc.RoleTypeLine, Runs: runs(t("Briefing note for the Minister"))},
			&doc.Heading{Level: 1, Role: doc.RoleTitle, Runs: runs(t("Ferry safety"))},
			&doc.Paragraph{Role: doc.RoleMeeting, Runs: runs(t("Harbour Council, Sidney, May 12, 2031"))},
			head(2, "Strategic objectives"),
			points(doc.Bullets, 1,
				item(para(t("Keep the "), &doc.Text{Value: "two crossings", Bold: true}, t(" open through the winter, as agreed with the operators of the northern route in the autumn."))),
				item(para(t("Agree on:")), points(doc.Letters, 1, item(para(t("inspection,"))), item(para(t("crewing;")), points(doc.Bullets, 1, item(para(t("by day,"))), item(para(t("by night."))))))),
				item(),
				item(&doc.Severed{Cite: "s. 21(1)(a)", Provisions: []string{"21(1)(a)"}, Blocks: []doc.Block{para(t("Offer to pay for the second vessel."))}}),
			),
			head(2, "Background"),
			head(3, "The operators"),
			para(t("Sailings rose to 2,595"), &doc.NoteRef{Note: 0, Mark: "1"}, t(" in 2030; "), &doc.Text{Value: "Le Devoir", Italic: true, Lang: doc.French}, t(" reported "), &doc.Severance{Made: true, Token: "[REDACTED]", Provisions: []string{"15(1)", "16(1)(c)"}}, t(" and "), &doc.Severance{Cite: "s. 20(1)(b)", Provisions: []string{"20(1)(b)"}, Runs: runs(t("the operator’s "), &doc.Text{Value: "margin", Italic: true})}, t(". See "), &doc.Link{URL: "https://example.org/ferries?a=1&b=2", Runs: runs(t("the register"))}, t("."), &doc.NoteRef{Note: 1, Mark: "2"}),
			para(t("Again"), &doc.NoteRef{Note: 0, Mark: "1"}, t(".")),
			&doc.Paragraph{Role: doc.RoleLabel, Runs: runs(t("Report:"))},
			&doc.Paragraph{Role: doc.RoleRunIn, Lead: runs(t("Crewing:")), Runs: runs(t("the Council will write."))},
			points(doc.Numbers, 4,
				doc.Item{Unmarked: true, Blocks: []doc.Block{&doc.Paragraph{Role: doc.RoleContinued, Runs: runs(t("as was said before the table."))}}},
				item(para(t("Fourth point.")), &doc.Paragraph{Role: doc.RoleContinued, Runs: runs(t("It goes on here."))}),
				item(para(t("Fifth point.")))),
			&doc.Table{Align: []doc.Align{"", doc.AlignEnd, doc.AlignCenter}, Header: row("Port", "Sailings", ""), Rows: [][]doc.Cell{row("Sidney", "1,204", "yes"), row("Nanaimo", "17", "")}},
			&doc.SignOff{Lines: []doc.SignOffLine{
				{Label: "Drafted:", Entries: [][]doc.Run{runs(t("Marine Branch"))}},
				{Label: "Consulted:", Entries: [][]doc.Run{runs(t("Harbours")), runs(t("Justice"))}},
				{Label: "Approved by:"},
			}},
		},
		Notes: []*doc.Note{
			{ID: "count", Mark: "1", Runs: runs(t("Counted at the two ports; see "), &doc.Link{URL: "mailto:count@example.org", Runs: runs(t("the office"))}, t("."))},
			{ID: "reg", Mark: "2", Runs: runs(t("As of May 1."))},
		},
	}
}

// french has what differs by language, and the pieces of a communiqué.
func french() *doc.Document {
	return &doc.Document{
		Kind: "communique", Lang: doc.French, Title: "Communiqué", Caveats: []string{"Réservé à un usage officiel"}, Draft: "ÉBAUCHE",
		Labels: doc.Labels{Page: "Page {n} de {total}", Footnotes: "Notes", Redacted: "caviardé", Section: "article"},
		Blocks: []doc.Block{
			&doc.Paragraph{Role: doc.RoleMasthead, Runs: runs(t("Conférence des ports"))},
			&doc.Paragraph{Role: doc.RoleMasthead, Runs: runs(t("Rimouski 2031"))},
			&doc.Heading{Level: 1, Role: doc.RoleTitle, Runs: runs(t("Communiqué"))},
			head(2, "Sécurité\u00a0: l’essentiel"),
			points(doc.Numbers, 1, item(para(t("Nous, les ministres, «\u00a0saluons\u00a0» le travail de la "), &doc.Text{Value: "Harbour Authority", Lang: doc.English}, t(" et "), &doc.Severance{Made: true, Token: "[redacted]"}, t(".")))),
			para(t("Voir la note"), &doc.NoteRef{Note: 0, Mark: "4"}, t(".")),
		},
		Notes: []*doc.Note{{ID: "n4", Mark: "4", Runs: runs(t("Publiée en mai."))}},
	}
}

// notice is a notice of withheld pages, which has no title.
func notice() *doc.Document {
	return &doc.Document{Kind: "withheld-notice", Lang: doc.English, Blocks: []doc.Block{&doc.Notice{
		Head: runs(t("Pages 9 to / à 14")),
		Sides: []doc.NoticeSide{
			{Lang: doc.English, Paragraphs: [][]doc.Run{runs(t("are withheld pursuant to sections 15(1) and 21(1)(a)")), runs(t("of the Access to Information Act"))}},
			{Lang: doc.French, Paragraphs: [][]doc.Run{runs(t("sont retenues en vertu des articles 15(1) et 21(1)a)")), runs(t("de la Loi sur l’accès à l’information"))}},
		},
	}}}
}

// book is a book of one note: its front matter, and the note behind its tab.
func book() []*doc.Document {
	note := notice()
	note.Title = "Withheld pages"
	note.Place = &doc.Place{Tab: 1, Tabs: 1, Label: "A", Words: "Tab A", Title: "A – Withheld pages", Stamps: doc.Stamps{First: 9, Last: 14, Width: 6}}
	entry := doc.Entry{Label: "A", Runs: runs(t("Withheld pages")), Target: note}
	page := entry
	page.Page = "000009"
	front := &doc.Document{Kind: "binder", Lang: doc.English, Title: "Book", Marking: []string{"SECRET"}, Blocks: []doc.Block{
		&doc.Heading{Level: 1, Role: doc.RoleCoverTitle, Runs: runs(t("Book"))},
		&doc.Contents{Role: doc.RoleCoverEntry, Entries: []doc.Entry{entry}},
		&doc.Heading{Level: 2, Role: doc.RoleContents, Runs: runs(t("Contents"))},
		&doc.Contents{Role: doc.RoleEntry, Entries: []doc.Entry{page}},
	}}
	return []*doc.Document{front, note}
}

// house is a house style of these tests' own.
func house() *style.Sheet {
	navy, grey, red := style.Color{R: 0x1f, G: 0x38, B: 0x64}, style.Color{R: 0x55, G: 0x55, B: 0x55}, style.Color{R: 0x9c, G: 0x1c, B: 0x1c}
	return &style.Sheet{
		Name: "test", Paper: style.Paper{Name: "letter", Width: 612, Height: 792},
		Margins: style.Margins{Top: 90, Right: 72, Bottom: 72, Left: 72},
		Family:  "sans", Ink: style.Color{R: 0x1a, G: 0x1a, B: 0x1a}, Text: style.TextStyle{Size: 11, Leading: 1.3},
		Blocks: map[string]style.BlockStyle{
			"type-line": {Bold: true, Align: style.AlignCenter, Upper: true, After: 6},
			"masthead":  {Bold: true, Upper: true, After: 2},
			"title":     {Size: 16, Leading: 1.2, Bold: true, Align: style.AlignCenter, Color: navy, After: 12, KeepNext: true},
			"meeting":   {Italic: true, Align: style.AlignCenter, After: 10},
			"contents":  {Size: 13, NewPage: true},
			"heading-2": {Size: 13, Bold: true, Color: navy, Before: 14, After: 6, Rule: 0.75, KeepNext: true},
			"heading-3": {Bold: true, Underline: true, Before: 10, After: 4, KeepNext: true},
			"label":     {Bold: true, Before: 8, After: 4}, "run-in": {Bold: true, After: 8}, "body": {After: 8}, "continued": {After: 8},
			"sign-off": {Size: 10, Before: 20}, "sign-off-label": {Size: 10, Bold: true, After: 4},
			"notice-head": {Size: 13, Bold: true, Align: style.AlignCenter, After: 18}, "notice": {Size: 10, Rule: 0.5},
			"severed": {Size: 8.5, Align: style.AlignEnd, Color: red, Before: 3, After: 14},
		},
		List:      style.ListStyle{Bullets: []string{"•", "–"}, Indent: []float64{18, 0}, Hang: 18, Item: 4, After: 8},
		Note:      style.NoteStyle{Size: 9, Leading: 1.25, Raise: 0.35, MarkSize: 0.65, RuleWidth: 0.5, RuleLength: 144, Before: 12, Between: 3},
		Table:     style.TableStyle{Size: 10, Rule: 0.5, RuleColor: grey, HeaderFill: style.Color{R: 0xe8, G: 0xec, B: 0xf2}, PadX: 5, PadY: 3, Before: 6, After: 10},
		Severance: style.SeveranceStyle{Rule: 0.5, Color: grey, Fill: style.Color{R: 0xe6, G: 0xe6, B: 0xe6}, Mark: style.Color{R: 0xff, G: 0xf1, B: 0xc2}, Pad: 2, Cite: 0.8},
		Link:      style.LinkStyle{Color: style.Color{R: 0x0b, G: 0x3d, B: 0x91}, Underline: true},
		Furniture: []style.Furniture{
			{Place: style.Header, Content: style.ContentMarking, Size: 10, Bold: true, Align: style.AlignEnd, Edge: 36},
			{Place: style.Header, Content: style.ContentDraft, Size: 10, Bold: true, Align: style.AlignStart, Color: red, Edge: 36},
			{Place: style.Header, Content: style.ContentTab, Size: 9, Align: style.AlignCenter, Edge: 36},
			{Place: style.Footer, Content: style.ContentStamp, Size: 9, Align: style.AlignStart, Edge: 30},
			{Place: style.Footer, Content: style.ContentMarking, Size: 10, Bold: true, Align: style.AlignEnd, Edge: 30},
			{Place: style.Footer, Content: style.ContentPage, Size: 9, Align: style.AlignCenter, Edge: 30},
		},
	}
}
