package docx_test

import (
	"bytes"
	"io/fs"
	"testing"
	"time"

	"briefnote/internal/docxread"
	"briefnote/render/doc"
	"briefnote/render/docx"
	"briefnote/render/font"
	"briefnote/render/style"
	"briefnote/templates"
)

func t(s string) doc.Run           { return &doc.Text{Value: s} }
func runs(rs ...doc.Run) []doc.Run { return rs }

func para(rs ...doc.Run) *doc.Paragraph { return &doc.Paragraph{Role: doc.RoleBody, Runs: rs} }

func head(level int, s string) *doc.Heading {
	return &doc.Heading{Level: level, Role: doc.RoleSection, Runs: runs(t(s))}
}

func points(s doc.ListStyle, start int, items ...doc.Item) *doc.List {
	return &doc.List{Style: s, Start: start, Items: items}
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

var labels = doc.Labels{Page: "Page {n} of {total}", Footnotes: "Notes", Redacted: "redacted", Section: "section"}

// english has every block and run of a note, invented.
func english() *doc.Document {
	return &doc.Document{
		Kind: "briefing-note", Lang: doc.English, Title: "Ferry safety", Marking: []string{"PROTECTED B", "SECRET"}, Caveats: []string{"For Official Use Only"}, Draft: "DRAFT",
		Meta:   doc.Meta{Author: "Marine Branch", Subject: "Briefing note", Date: "2031-05-06"},
		Labels: labels,
		Blocks: []doc.Block{
			&doc.Paragraph{Role: doc.RoleTypeLine, Runs: runs(t("Briefing note for the Minister"))},
			&doc.Heading{Level: 1, Role: doc.RoleTitle, Runs: runs(t("Ferry safety"))},
			&doc.Paragraph{Role: doc.RoleMeeting, Lead: runs(t("Place: ")), Runs: runs(t("Sidney, May 12, 2031"))},
			head(2, "Strategic objectives"),
			points(doc.Bullets, 1,
				item(para(t("Keep the "), &doc.Text{Value: "two crossings", Bold: true}, t(" open."))),
				item(para(t("Agree on:")), points(doc.Letters, 1, item(para(t("inspection,"))), item(para(t("crewing;")), points(doc.Bullets, 1, item(para(t("by day,"))), item(para(t("by night."))))))),
				item(),
				item(&doc.Severed{Cite: "s. 21(1)(a)", Provisions: []string{"21(1)(a)"}, Blocks: []doc.Block{para(t("Offer to pay."))}}),
			),
			head(2, "Background"),
			head(3, "The operators"),
			para(t("Sailings rose to 2,595"), &doc.NoteRef{Note: 0, Mark: "1"}, t(" in 2030; "), &doc.Text{Value: "Le Devoir", Italic: true, Lang: doc.French}, t(" reported "), &doc.Severance{Made: true, Token: "[REDACTED]", Provisions: []string{"15(1)", "16(1)(c)"}}, t(" and "), &doc.Severance{Cite: "s. 20(1)(b)", Provisions: []string{"20(1)(b)"}, Runs: runs(t("[the operator’s "), &doc.Text{Value: "margin", Italic: true}, t("]"))}, t(". See "), &doc.Link{URL: "https://example.org/ferries?a=1&b=2", Runs: runs(t("the register"))}, t("."), &doc.NoteRef{Note: 1, Mark: "2"}),
			para(t("Again"), &doc.NoteRef{Note: 0, Mark: "1"}, t(".")),
			&doc.Heading{Level: 2, Role: doc.RoleLabel, Runs: runs(t("Report:"))},
			&doc.Paragraph{Role: doc.RoleRunIn, Lead: runs(t("Crewing:")), Runs: runs(t("the Council will write."))},
			points(doc.Numbers, 4,
				doc.Item{Unmarked: true, Blocks: []doc.Block{&doc.Paragraph{Role: doc.RoleContinued, Runs: runs(t("as was said."))}}},
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
			{ID: "count", Mark: "1", Runs: runs(t("Counted at the ports; see "), &doc.Link{URL: "mailto:count@example.org", Runs: runs(t("the office"))}, t("."))},
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
			points(doc.Numbers, 1, item(para(t("Nous, les ministres, «\u00a0saluons\u00a0» la "), &doc.Text{Value: "Harbour Authority", Lang: doc.English}, t(" et "), &doc.Severance{Made: true, Token: "[redacted]"}, t(".")))),
			para(t("Voir la note"), &doc.NoteRef{Note: 0, Mark: "4"}, t(".")),
		},
		Notes: []*doc.Note{{ID: "n4", Mark: "4", Runs: runs(t("Publiée en mai."))}},
	}
}

// notice is a notice of withheld pages, which has no title.
func notice() *doc.Document {
	return &doc.Document{Kind: "withheld-notice", Lang: doc.English, Title: "Withheld pages", Labels: labels, Blocks: []doc.Block{&doc.Notice{
		First: 9, Last: 14, Head: runs(t("Pages 9 to / à 14")),
		Sides: []doc.NoticeSide{
			{Lang: doc.English, Paragraphs: [][]doc.Run{runs(t("are withheld pursuant to sections 15(1) and 21(1)(a)")), runs(t("of the Access to Information Act"))}},
			{Lang: doc.French, Paragraphs: [][]doc.Run{runs(t("sont retenues en vertu des articles 15(1) et 21(1)a)")), runs(t("de la Loi sur l’accès à l’information"))}},
		},
	}}}
}

// book is a book of two notes and a notice behind three tabs.
func book() []*doc.Document {
	docs := []*doc.Document{english(), notice(), french()}
	front := &doc.Document{Kind: "binder", Lang: doc.English, Title: "Book", Labels: labels, Marking: []string{"SECRET"}}
	var cover, list []doc.Entry
	for i, d := range docs {
		tab := string(rune('A' + i))
		d.Place = &doc.Place{Tab: i + 1, Tabs: 3, Label: tab, Words: "Tab " + tab, Title: tab + " – " + d.Title, Stamps: doc.Stamps{First: 9 * (i + 1), Last: 9*(i+1) + 5, Width: 6}}
		e := doc.Entry{Label: tab, Runs: runs(t(d.Title)), Target: d}
		cover = append(cover, e)
		e.Page = d.Place.Stamps.Open()
		list = append(list, e)
	}
	front.Blocks = []doc.Block{
		&doc.Paragraph{Role: doc.RoleCoverMarking, Runs: runs(t("SECRET"))},
		&doc.Heading{Level: 1, Role: doc.RoleCoverTitle, Runs: runs(t("Book"))},
		head(2, "Tabs"),
		&doc.Contents{Role: doc.RoleCoverEntry, Entries: cover},
		&doc.Heading{Level: 2, Role: doc.RoleContents, Runs: runs(t("Contents"))},
		&doc.Contents{Role: doc.RoleEntry, Entries: list},
	}
	return append([]*doc.Document{front}, docs...)
}

// sheet loads a house style.
func sheet(tb testing.TB, name string) *style.Sheet {
	tb.Helper()
	sh, problems := style.Load(name)
	if len(problems) > 0 {
		tb.Fatal(problems)
	}
	return sh
}

// advance measures with the fonts of the templates.
func advance(tb testing.TB) docx.Advance {
	tb.Helper()
	folder, err := fs.Sub(templates.FS, "fonts")
	if err != nil {
		tb.Fatal(err)
	}
	fonts, err := font.Load(folder, "sans")
	if err != nil {
		tb.Fatal(err)
	}
	return fonts.Advance
}

func writer(tb testing.TB, name string) *docx.Writer {
	return docx.New(sheet(tb, name), advance(tb))
}

var day = time.Date(2031, 5, 6, 0, 0, 0, 0, time.UTC)

func written(tb testing.TB, w *docx.Writer, docs ...*doc.Document) []byte {
	tb.Helper()
	var b bytes.Buffer
	if err := w.Write(&b, docs, docx.Options{Created: day, Pages: []int{2, 6, 1, 3}}); err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}

func read(tb testing.TB, data []byte) *docxread.File {
	tb.Helper()
	f, err := docxread.Open(data)
	if err != nil {
		tb.Fatal(err)
	}
	return f
}
