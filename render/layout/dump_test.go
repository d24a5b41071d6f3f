package layout

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"briefnote/internal/golden"
	"briefnote/render/doc"
)

// dump writes pages as text: a line for every baseline, rectangle and rule.
func dump(r *Result) []byte {
	var b bytes.Buffer
	for i := range r.Pages {
		fmt.Fprintf(&b, "page %d\n", i+1)
		dumpMarks(&b, r.Pages[i].Marks)
		b.WriteString(" furniture\n")
		dumpMarks(&b, r.Pages[i].Furniture)
	}
	for _, h := range r.Headings {
		fmt.Fprintf(&b, "heading %d on page %d at %.1f\n", h.Heading.Level, h.Page+1, h.Y)
	}
	return b.Bytes()
}

func dumpMarks(b *bytes.Buffer, ms []Mark) {
	for i := 0; i < len(ms); i++ {
		switch m := ms[i].(type) {
		case *Stroke:
			kind := "rule"
			if m.Dots > 0 {
				kind = "dots"
			}
			fmt.Fprintf(b, "  %s %.1f %.1f to %.1f %.1f\n", kind, m.X1, m.Y1, m.X2, m.Y2)
		case *Fill:
			kind := "fill"
			if m.Line > 0 {
				kind = "box"
			}
			fmt.Fprintf(b, "  %s %.1f %.1f size %.1f %.1f\n", kind, m.X, m.Y, m.W, m.H)
		case *Piece:
			fmt.Fprintf(b, "  %.1f %.1f", m.X, m.Y)
			for {
				fmt.Fprintf(b, " %s %.4g %q", faceName(m), m.Size, m.Text)
				next := (*Piece)(nil)
				if i+1 < len(ms) {
					next, _ = ms[i+1].(*Piece)
				}
				if next == nil || next.Y != m.Y || next.X < m.X {
					break
				}
				m = next
				i++
			}
			b.WriteByte('\n')
		}
	}
}

// faceName is a face's style: "Bold".
func faceName(p *Piece) string {
	_, name, _ := strings.Cut(p.Face.Name(), "-")
	return name
}

func TestPages(t *testing.T) {
	f := golden.Open(t, "testdata")
	for name, d := range samples() {
		t.Run(name, func(t *testing.T) { f.Equal(t, name+".txt", dump(set(t, d))) })
	}
}

// samples are invented documents that have every kind of block and run.
func samples() map[string]*doc.Document {
	return map[string]*doc.Document{
		"empty": document(), "blocks": blocksSample(), "french": frenchSample(), "lists": listsSample(),
		"notes": notesSample(), "notice": noticeSample(), "table": tableSample(), "tall-row": tallRowSample(), "headings": headingsSample(),
		"cover": coverSample(), "tab": tabSample(),
	}
}

// coverSample is the front matter of a book.
func coverSample() *doc.Document {
	long := "A title that is longer than the line has room for, so that its page stands on the second one"
	entries := []doc.Entry{{Label: "A", Runs: runs("One"), Page: "000001"}, {Runs: runs("Two"), Page: "000012"}, {Label: "Annex", Runs: runs(long), Page: "000120"}}
	tabs := []doc.Entry{{Label: "A", Runs: runs("One")}, {Label: "Annex", Runs: runs(long)}}
	return document(
		&doc.Paragraph{Role: doc.RoleCoverMarking, Runs: runs("PROTECTED A")},
		&doc.Heading{Level: 1, Role: doc.RoleCoverTitle, Runs: runs("Smoke alerts")},
		section(2, "Tabs"),
		&doc.Contents{Role: doc.RoleCoverEntry, Entries: tabs},
		&doc.Heading{Level: 2, Role: doc.RoleContents, Runs: runs("Contents")},
		&doc.Contents{Role: doc.RoleEntry, Entries: entries},
	)
}

// tabSample is a document of two pages behind the second tab of a book.
func tabSample() *doc.Document {
	d := document(title("Smoke alerts"), &doc.Heading{Level: 2, Role: doc.RoleContents, Runs: runs("On a page of its own")})
	d.Place = &doc.Place{Tab: 2, Tabs: 3, Label: "B", Words: "Tab B", Stamps: doc.Stamps{First: 15, Last: 16, Width: 6}}
	return d
}

func blocksSample() *doc.Document {
	link := &doc.Link{URL: "https://example.org/smoke", Runs: runs("the inventory of wildfire smoke")}
	keep := &doc.Severance{Provisions: []string{"21(1)(a)"}, Cite: "s. 21(1)(a)", Runs: []doc.Run{words("officials prefer the "), italic("second"), words(" option")}}
	d := document(
		&doc.Paragraph{Role: doc.RoleTypeLine, Runs: runs("BRIEFING NOTE FOR THE MINISTER")},
		title("Smoke alerts"),
		&doc.Paragraph{Role: doc.RoleMeeting, Runs: runs("With: the provinces")},
		section(2, "Issue"),
		para(words("Alerts are sent "), bold("late"), words(" where "), withheld(), words(". See "), link, words(".")),
		para(words("At present "), keep, words(", and nobody objects.")),
		&doc.Severed{Provisions: []string{"15(1)"}, Cite: "s. 15(1)", Blocks: []doc.Block{para(words("A whole paragraph to withhold."))}},
		&doc.Paragraph{Role: doc.RoleLabel, Runs: runs("Report:")},
		&doc.Paragraph{Role: doc.RoleRunIn, Lead: runs("ALERTS:"), Runs: runs("Two sirens failed.")},
		&doc.SignOff{Lines: []doc.SignOffLine{
			{Label: "Drafted:", Entries: [][]doc.Run{runs("Emergency Management")}},
			{Label: "Consulted:", Entries: [][]doc.Run{runs("Health"), runs("Environment")}},
			{Label: "Approved by:"},
		}},
	)
	d.Draft, d.Caveats = "DRAFT", []string{"For Official Use Only"}
	return d
}

func frenchSample() *doc.Document {
	d := document(title("Alertes à la fumée"),
		para(words(strings.Repeat("Le ministre a dit : « Quoi qu’il en coûte ! » ; or 50 % des répondants l’ignorent. ", 6))),
		para(words("Anti\u00ADconstitu\u00ADtionnelle\u00ADment "), &doc.Text{Value: "in English", Lang: doc.English}))
	d.Lang, d.Labels.Page, d.Draft = doc.French, "Page {n} de {total}", "ÉBAUCHE"
	d.Marking = []string{"PROTÉGÉ B", "SECRET"}
	return d
}

func listsSample() *doc.Document {
	third := &doc.List{Style: doc.Numbers, Start: 9, Items: []doc.Item{item(para(words("nine"))), item(para(words("ten")))}}
	second := &doc.List{Style: doc.Letters, Items: []doc.Item{
		item(para(words("a letter")), third),
		{Unmarked: true, Blocks: []doc.Block{&doc.Paragraph{Role: doc.RoleContinued, Runs: runs("text that goes on")}}},
		item(para(words("another letter"))),
	}}
	return document(bullets(
		item(para(words("a point "+strings.Repeat("that runs on ", 12)))),
		doc.Item{},
		item(para(words("with letters")), second),
		item(bullets(item(para(words("a list comes first"))))),
	))
}

func notesSample() *doc.Document {
	d := document(title("Notes"), para(words("Once"), noteRef(0), words(" and again"), noteRef(0), words(", then at length."), noteRef(1)))
	for range 12 {
		d.Blocks = append(d.Blocks, para(words(strings.Repeat("Smoke hung over the valley for a week. ", 8))))
	}
	d.Blocks = append(d.Blocks, para(words("A note that takes more than a page"), noteRef(2), words(".")), para(words("The end.")))
	d.Notes = []*doc.Note{
		note(0, words("A short note.")), note(1, words(strings.Repeat("A longer note. ", 20))),
		note(2, words(strings.Repeat("A very long note goes on over the page. ", 150))),
	}
	return d
}

func noticeSample() *doc.Document {
	d := document(&doc.Notice{Head: runs("Pages 9 to / à 14"), Sides: []doc.NoticeSide{
		{Lang: doc.English, Paragraphs: [][]doc.Run{runs("are withheld under"), runs("of the Act")}},
		{Lang: doc.French, Paragraphs: [][]doc.Run{runs("font l’objet d’une exception totale conformément aux dispositions"), runs("de la Loi")}},
	}})
	d.Marking = nil
	return d
}

func tableSample() *doc.Document {
	tb := &doc.Table{Align: []doc.Align{doc.AlignStart, doc.AlignEnd, doc.AlignCenter}, Header: []doc.Cell{cell("Year"), cell("Alerts"), cell("Remarks")}}
	for i := range 40 {
		remark := doc.Cell{Runs: []doc.Run{withheld()}}
		if i%2 == 0 {
			remark = cell(strings.Repeat("as in the year before ", i%5))
		}
		tb.Rows = append(tb.Rows, []doc.Cell{cell(fmt.Sprint(1980 + i)), cell(fmt.Sprint(i * i)), remark})
	}
	return document(section(2, "Figures"), tb, para(words("After the table.")))
}

func tallRowSample() *doc.Document {
	long := strings.Repeat("a cell that is taller than a page ", 70)
	return document(&doc.Table{Header: []doc.Cell{cell("One"), cell("Two")}, Rows: [][]doc.Cell{{cell(long), cell(long + long)}}})
}

func headingsSample() *doc.Document {
	d := document(title("Sections"))
	for i := range 9 {
		d.Blocks = append(d.Blocks, section(2, "Section"), section(3, "Under it"),
			bullets(item(para(words("one line"))), item(para(words("another line"))), item(para(words(strings.Repeat("several lines ", 10*i))))))
	}
	return d
}
