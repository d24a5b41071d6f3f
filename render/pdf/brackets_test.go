package pdf

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"briefnote/render/doc"
	"briefnote/render/layout"
)

// TestBrackets: words that follow one another in an element share a bracket,
// whatever lines and grounds are drawn around them; grounds share one before
// the words, and lines one after them.
func TestBrackets(t *testing.T) {
	sh, fonts := house(t)
	link := &doc.Link{URL: "https://example.org", Runs: words(strings.Repeat("an underlined link of three lines ", 8))}
	d := &doc.Document{
		Lang: doc.English, Title: "T", Marking: []string{"SECRET"}, Labels: doc.Labels{Page: "Page {n} of {total}"},
		Blocks: []doc.Block{
			&doc.Paragraph{Role: doc.RoleBody, Runs: append(words(strings.Repeat("several lines of text ", 20)), link, words(" end")[0])},
			&doc.Severed{Cite: "s. 13", Blocks: []doc.Block{&doc.Paragraph{Role: doc.RoleBody, Runs: words("tinted")}}},
		},
	}
	var got []string
	for _, line := range strings.Split(drawn(t, sh, fonts, d), "\n") {
		if strings.HasSuffix(line, "BDC") || line == "EMC" || line == "line" || line == "rect" {
			if len(got) == 0 || got[len(got)-1] != line {
				got = append(got, line)
			}
		}
	}
	want := []string{
		"/Artifact <</Type/Layout>> BDC", "rect", "EMC",
		"/P <</MCID 0>> BDC", "EMC", "/Link <</MCID 1>> BDC", "EMC", "/P <</MCID 2>> BDC", "EMC",
		"/P <</MCID 3>> BDC", "EMC", "/P <</MCID 4>> BDC", "EMC",
		"/Artifact <</Type/Layout>> BDC", "line", "EMC",
		"/Artifact <</Type/Pagination/Subtype/Header>> BDC", "EMC", "/Artifact <</Type/Pagination/Subtype/Footer>> BDC", "EMC",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// TestFurniture: a line at the top is a header and one at the bottom a footer;
// what repeats the body, or stands elsewhere, only belongs to the page.
func TestFurniture(t *testing.T) {
	const height = 800
	none := &layout.Of{}
	for want, m := range map[artifact]layout.Mark{
		header: &layout.Piece{Y: 40, Of: none}, footer: &layout.Piece{Y: 780, Of: none}, pagination: &layout.Piece{Y: 400, Of: none},
	} {
		if got := furniture(m, height); got != want {
			t.Errorf("%+v is %s, want %s", m, got, want)
		}
	}
	for _, m := range []layout.Mark{
		&layout.Piece{Y: 100, Of: &layout.Of{Block: &doc.Table{}}}, &layout.Fill{Y: 40}, &layout.Stroke{Y1: 780},
	} {
		if got := furniture(m, height); got != pagination {
			t.Errorf("%+v is %s", m, got)
		}
	}
}
