package text_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"briefnote/render/doc"
	"briefnote/render/text"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func t(s string) doc.Run           { return &doc.Text{Value: s} }
func runs(rs ...doc.Run) []doc.Run { return rs }

func para(s string) *doc.Paragraph {
	return &doc.Paragraph{Role: doc.RoleBody, Runs: runs(t(s))}
}

func points(style doc.ListStyle, start int, items ...doc.Item) *doc.List {
	return &doc.List{Style: style, Start: start, Items: items}
}

func item(bs ...doc.Block) doc.Item { return doc.Item{Blocks: bs} }

func row(cells ...string) []doc.Cell {
	r := make([]doc.Cell, len(cells))
	for i, c := range cells {
		r[i].Runs = runs(t(c))
	}
	return r
}

func written(tb testing.TB, docs ...*doc.Document) string {
	tb.Helper()
	var b bytes.Buffer
	if err := text.Write(&b, docs); err != nil {
		tb.Fatal(err)
	}
	return b.String()
}

const long = "The sector proposes that the two departments share their findings every quarter, and say why if they do not."

func TestBlocks(tt *testing.T) {
	for _, c := range []struct {
		name  string
		block doc.Block
		want  string
	}{
		{"heading", &doc.Heading{Level: 2, Runs: runs(t("Key "), t("messages"))}, "Key messages"},
		{"paragraph wraps at 78", para(long), "The sector proposes that the two departments share their findings every\nquarter, and say why if they do not."},
		{"run-in", &doc.Paragraph{Role: doc.RoleRunIn, Lead: runs(t("5G:")), Runs: runs(t("No decision."))}, "5G: No decision."},
		{"bare run-in", &doc.Paragraph{Role: doc.RoleRunIn, Lead: runs(t("5G:"))}, "5G:"},
		{"bullets, tight", points(doc.Bullets, 1, item(para("One.")), item(), item(para("Three."))), "- One.\n-\n- Three."},
		{"bullets, loose", points(doc.Bullets, 1, item(para("One.")), item(para(long))), "- One.\n\n- The sector proposes that the two departments share their findings every\n  quarter, and say why if they do not."},
		{"numbers hang from the widest", points(doc.Numbers, 9, item(para("Nine.")), item(para("Ten."))), "9.  Nine.\n10. Ten."},
		{"letters past z", points(doc.Letters, 26, item(para("Z.")), item(para("AA."))), "z.  Z.\naa. AA."},
		{"unmarked is not counted", points(doc.Numbers, 4, doc.Item{Unmarked: true, Blocks: []doc.Block{para("On.")}}, item(para("Four."))), "   On.\n4. Four."},
		{"nested", points(doc.Numbers, 1, item(para("One."), points(doc.Letters, 1, item(para("A.")), item(para("B.")))), item(para("Two."))), "1. One.\n\n   a. A.\n   b. B.\n\n2. Two."},
		{"table", &doc.Table{Align: []doc.Align{"", doc.AlignEnd, doc.AlignCenter}, Header: row("Province", "Cases", "Seen"), Rows: [][]doc.Cell{row("Ontario", "7", "y"), row("Québec", "1,204", "")}}, "Province  Cases  Seen\n\nOntario       7   y\nQuébec    1,204"},
		{"table without header words", &doc.Table{Header: row("", ""), Rows: [][]doc.Cell{row("a", "b")}}, "a  b"},
		{"table with wrapped cells", &doc.Table{Header: row("What", "Why"), Rows: [][]doc.Cell{row("Share", long), row("Stop", "It costs.")}}, "What   Why\n\nShare  The sector proposes that the two departments share their findings every\n       quarter, and say why if they do not.\n\nStop   It costs."},
		{"sign-off", &doc.SignOff{Lines: []doc.SignOffLine{{Label: "Drafted:", Entries: [][]doc.Run{runs(t("NCSB")), runs(t("NSPD"))}}, {Label: "Approved by:", Entries: [][]doc.Run{runs(t("ADM"))}}, {Label: "Consulted:"}}}, "Drafted:     NCSB\n             NSPD\nApproved by: ADM\nConsulted:"},
		{"notice", &doc.Notice{Head: runs(t("Pages 9 to / à 14")), Sides: []doc.NoticeSide{{Lang: doc.English, Paragraphs: [][]doc.Run{runs(t("are withheld")), runs(t("of the Act"))}}, {Lang: doc.French, Paragraphs: [][]doc.Run{runs(t("sont retenues"))}}}}, "Pages 9 to / à 14\n\nare withheld\nof the Act\n\nsont retenues"},
		{
			"contents", &doc.Contents{Entries: []doc.Entry{{Label: "A", Runs: runs(t("One")), Page: "0001"}, {Runs: runs(t("Two")), Page: "0012"}, {Label: "Annex", Runs: runs(t(long)), Page: "0014"}}},
			"A      One" + strings.Repeat(" ", 64) + "0001\n       Two" + strings.Repeat(" ", 64) + "0012\nAnnex  The sector proposes that the two departments share their findings\n       every quarter, and say why if they do not." + strings.Repeat(" ", 25) + "0014",
		},
		{"contents without pages", &doc.Contents{Entries: []doc.Entry{{Label: "A", Runs: runs(t("One"))}}}, "A  One"},
		{"severed", &doc.Severed{Cite: "s. 15(1)", Blocks: []doc.Block{para("Secret.")}}, "Secret.\ns. 15(1)"},
		{"severance made", &doc.Paragraph{Runs: runs(t("With "), &doc.Severance{Made: true, Token: "[redacted]", Cite: "s. 15(1)"}, t("."))}, "With [redacted]."},
		{"severance to make", &doc.Paragraph{Runs: runs(t("With "), &doc.Severance{Cite: "s. 15(1)", Runs: runs(t("a friend"))}, t("."))}, "With a friend s. 15(1)."},
		{"link", &doc.Paragraph{Runs: runs(t("See "), &doc.Link{URL: "https://example.org", Runs: runs(t("the site"))}, t("."))}, "See the site."},
		{"note mark", &doc.Paragraph{Runs: runs(t("Centre)"), &doc.NoteRef{Mark: "10"}, t(", of"))}, "Centre)¹⁰, of"},
		{"no-break spaces hold", para(strings.Repeat("a", 70) + " 29\u00a0juillet\u202f: oui\u00a0non"), strings.Repeat("a", 70) + "\n29\u00a0juillet\u202f: oui\u00a0non"},
		{"a word without width", para("\u07ED two three"), "\u07ED two three"},
		{"masthead lines stay together", &doc.Severed{Blocks: []doc.Block{&doc.Paragraph{Role: doc.RoleMasthead, Runs: runs(t("FIVE COUNTRY"))}, &doc.Paragraph{Role: doc.RoleMasthead, Runs: runs(t("London"))}}}, "FIVE COUNTRY\nLondon"},
	} {
		tt.Run(c.name, func(tt *testing.T) {
			got := written(tt, &doc.Document{Blocks: []doc.Block{c.block}})
			if got != c.want+"\n" {
				tt.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

// TestPlace checks what a document in a book says of its place.
func TestPlace(tt *testing.T) {
	d := &doc.Document{Marking: []string{"SECRET"}, Blocks: []doc.Block{para("Text.")}, Place: &doc.Place{Words: "Tab A", Stamps: doc.Stamps{First: 9, Last: 14, Width: 6}}}
	if got, want := written(tt, d), "SECRET\nTab A\n000009–000014\n\nText.\n\nSECRET\nTab A\n000009–000014\n"; got != want {
		tt.Errorf("got\n%s", got)
	}
	words, err := text.Words([]*doc.Document{{Blocks: []doc.Block{&doc.Contents{Entries: []doc.Entry{{Label: "A", Runs: runs(t("One")), Page: "0001"}}}}}})
	if got := strings.Join(words, " "); err != nil || got != "A One 0001" {
		tt.Errorf("words %q, %v", got, err)
	}
}

// sample has furniture, notes and the blocks that depend on one another.
func sample() *doc.Document {
	return &doc.Document{
		Lang: doc.English, Title: "Ferry safety", Marking: []string{"PROTECTED B"}, Caveats: []string{"For Official Use Only"}, Draft: "DRAFT",
		Blocks: []doc.Block{
			&doc.Heading{Level: 1, Role: doc.RoleTitle, Runs: runs(t("Ferry safety"))},
			&doc.Paragraph{Runs: runs(t("Deaths rose to 2,595"), &doc.NoteRef{Mark: "1"}, t(" that year, and "), &doc.Severance{Cite: "s. 21(1)(a)", Runs: runs(t("the sector objects"))}, t("."))},
			points(doc.Bullets, 1, item(para(long), points(doc.Letters, 1, item(para("First.")), item()))),
			&doc.Table{Header: row("Port", "Sailings"), Rows: [][]doc.Cell{row("Sidney", "14")}},
			&doc.SignOff{Lines: []doc.SignOffLine{{Label: "Drafted:", Entries: [][]doc.Run{runs(t("Marine Branch"))}}}},
		},
		Notes: []*doc.Note{{ID: "a", Mark: "1", Runs: runs(t(long))}},
	}
}

func TestGolden(tt *testing.T) {
	got := written(tt, sample(), &doc.Document{}, sample())
	path := filepath.Join("testdata", "two.txt")
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			tt.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		tt.Fatal(err)
	}
	if got != string(want) {
		tt.Errorf("not as in %s:\n%s", path, got)
	}
}

func TestWords(tt *testing.T) {
	got, err := text.Words([]*doc.Document{sample()})
	if err != nil {
		tt.Fatal(err)
	}
	want := "Ferry safety Deaths rose to 2,5951 that year, and the sector objects s. 21(1)(a). " + long +
		" First. Port Sailings Sidney 14 Drafted: Marine Branch 1 " + long
	if strings.Join(got, " ") != want {
		tt.Errorf("got  %s\nwant %s", strings.Join(got, " "), want)
	}
}

func TestNothingToWrite(tt *testing.T) {
	if got := written(tt) + written(tt, &doc.Document{}); got != "" {
		tt.Errorf("got %q from no document and an empty one", got)
	}
}

func TestWideTable(tt *testing.T) {
	table := &doc.Table{}
	var cells []string
	for i := range 40 {
		cells = append(cells, strings.Repeat(string(rune('a'+i%26)), 3+i%9))
	}
	table.Header, table.Rows = row(cells...), [][]doc.Cell{row(cells...), row(make([]string, 40)...)}
	got := written(tt, &doc.Document{Blocks: []doc.Block{table}})
	for line := range strings.Lines(got) {
		if n := utf8.RuneCountInString(line) - 1; n > 78 {
			tt.Errorf("line of %d characters: %s", n, line)
		}
	}
	words := strings.Fields(got)
	slices.Sort(words)
	twice := slices.Concat(cells, cells)
	slices.Sort(twice)
	if !slices.Equal(words, twice) {
		tt.Errorf("the words are not those of the cells:\n%s", got)
	}
}

// Blocks and runs of a kind that no writer knows.
type (
	strangeBlock struct{ doc.Block }
	strangeRun   struct{ doc.Run }
)

func TestErrors(tt *testing.T) {
	here := doc.Origin{Pointer: "/background/0"}
	here.Span.File = "n.yaml"
	for _, c := range []struct {
		name  string
		block doc.Block
		want  string
	}{
		{"block", &strangeBlock{&doc.Paragraph{Origin: here}}, "n.yaml /background/0: plain text has no form for this kind of block"},
		{"run", &doc.Paragraph{Runs: runs(&strangeRun{&doc.Text{Origin: here}})}, "n.yaml /background/0: plain text has no form for this kind of run of text"},
		{"ragged table", &doc.Table{Origin: here, Header: row("a", "b"), Rows: [][]doc.Cell{row("1", "2"), row("3")}}, "n.yaml /background/0: the table has cells missing or too many: 1 in row 2, and 2 in its header"},
		{"nil", nil, "plain text has no form for this kind of block"},
	} {
		tt.Run(c.name, func(tt *testing.T) {
			docs := []*doc.Document{{Blocks: []doc.Block{para("Before."), c.block, &strangeBlock{&doc.Table{}}}}}
			var b bytes.Buffer
			err := text.Write(&b, docs)
			if err == nil || !strings.Contains(err.Error(), c.want) {
				tt.Errorf("got %v, want %s", err, c.want)
			}
			if b.Len() > 0 {
				tt.Errorf("wrote %q in spite of the error", b.String())
			}
			if _, err := text.Words(docs); err == nil {
				tt.Error("Words found no fault")
			}
		})
	}
}

// FuzzWrap checks that wrapping keeps every word in order, and that only a word
// too long for a line runs over it.
func FuzzWrap(f *testing.F) {
	f.Add(long, 1)
	f.Add("29\u00a0juillet 2019\u202f: "+strings.Repeat("x", 2000)+" end", 3)
	f.Fuzz(func(tt *testing.T, s string, depth int) {
		if !utf8.ValidString(s) || depth < 0 || depth > 3 {
			tt.Skip()
		}
		var b doc.Block = para(s)
		for range depth {
			b = points(doc.Bullets, 1, item(b))
		}
		docs := []*doc.Document{{Blocks: []doc.Block{b}}}
		got := written(tt, docs...)
		want, err := text.Words(docs)
		if err != nil {
			tt.Fatal(err)
		}
		if !slices.Equal(strings.Fields(got)[min(depth, len(strings.Fields(got))):], want) {
			tt.Errorf("words changed: %q", got)
		}
		for line := range strings.Lines(got) {
			body := strings.TrimLeft(strings.TrimRight(line, "\n"), "- ")
			if utf8.RuneCountInString(body) > 78-2*depth && strings.Contains(strings.TrimRight(body, " "), " ") && plain(s) {
				tt.Errorf("a line of several words runs over: %q", line)
			}
		}
	})
}

// plain reports whether each character of the text takes one column.
func plain(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r < ' ' || r > '~' })
}
