package binder

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"briefnote/diag"
	"briefnote/render/doc"
)

// paper makes a document that takes n pages.
func paper(name string, n int) *doc.Document {
	return &doc.Document{Kind: fmt.Sprint(n), Lang: doc.English, Title: name}
}

// notice makes a notice of withheld pages.
func notice(first, last int) *doc.Document {
	d := paper("Withheld", 1)
	d.Blocks = []doc.Block{&doc.Notice{First: first, Last: last}}
	return d
}

func tab(pin int, docs ...*doc.Document) doc.Tab {
	t := doc.Tab{Pin: pin, Docs: docs}
	t.Span = diag.Span{File: "b.yaml", Start: 1, End: 2}
	if pin > 0 {
		t.PinAt.Span = diag.Span{File: "b.yaml", Start: 100 + pin, End: 101 + pin}
	}
	return t
}

// book binds tabs behind a front page with a title and a sign-off.
func book(t *testing.T, tabs ...doc.Tab) (*doc.Binder, []*doc.Document, []diag.Diagnostic) {
	t.Helper()
	front := &doc.Document{
		Kind: "binder", Lang: doc.English, Title: "Book", Marking: []string{"PROTECTED B", "SECRET"}, Caveats: []string{"For Official Use Only"},
		Labels: doc.Labels{Tab: "Tab {label}", Tabs: "Tabs", Contents: "Contents"},
		Blocks: []doc.Block{
			&doc.Heading{Level: 1, Role: doc.RoleTitle, Runs: []doc.Run{&doc.Text{Value: "Book"}}},
			&doc.SignOff{Lines: []doc.SignOffLine{{Label: "Drafted:"}}},
		},
	}
	b := &doc.Binder{Front: front, Cover: true, Start: 1, Width: 6, Tabs: tabs}
	docs, problems, err := Bind(b, func(d *doc.Document) (int, error) {
		if d.Place == nil || d.Place.Words == "" {
			t.Errorf("%s does not know its tab when it is laid out", d.Title)
		}
		n := 0
		_, err := fmt.Sscan(d.Kind, &n)
		return n, err
	})
	if err != nil {
		t.Fatal(err)
	}
	return b, docs, problems
}

func TestStamps(t *testing.T) {
	for _, c := range []struct {
		name    string
		tabs    []doc.Tab
		stamps  string
		warning string // words of the only warning; empty for none
		at      int    // where it starts
	}{
		{"one after the other", []doc.Tab{tab(0, paper("a", 2)), tab(0, paper("b", 1)), tab(0, paper("c", 3))}, "000001–000002 000003 000004–000006", "", 0},
		{"several documents of a tab", []doc.Tab{tab(0, paper("a", 2), paper("b", 2)), tab(0, paper("c", 1))}, "000001–000002 000003–000004 000005", "", 0},
		{"a pin leaves a gap", []doc.Tab{tab(0, paper("a", 2)), tab(15, paper("b", 2)), tab(0, paper("c", 1))}, "000001–000002 000015–000016 000017", "", 0},
		{"a pin is of the first document", []doc.Tab{tab(15, paper("a", 2), paper("b", 2))}, "000015–000016 000017–000018", "", 0},
		{"a notice takes its pages", []doc.Tab{tab(0, paper("a", 2)), tab(0, notice(9, 14)), tab(0, paper("b", 1))}, "000001–000002 000009–000014 000015", "", 0},
		{"a notice of one page", []doc.Tab{tab(9, notice(9, 9)), tab(0, paper("b", 1))}, "000009 000010", "", 0},
		{"a pin against its notice", []doc.Tab{tab(8, notice(9, 14))}, "000009–000014", "the notice names the pages 9 to 14, and its first stamp cannot be 8", 108},
		{"a pin on pages taken", []doc.Tab{tab(0, paper("a", 4)), tab(3, paper("b", 1))}, "000001–000004 000003", "tab 2 is stamped 000003, and tab 1 has it already", 103},
		{"a notice on pages taken", []doc.Tab{tab(0, paper("a", 10)), tab(0, notice(9, 14))}, "000001–000010 000009–000014", "tab 2 is stamped 000009–000014, and tab 1 has 000009–000010 already", 1},
		{"a document that runs into a pin", []doc.Tab{tab(5, paper("a", 1)), tab(1, paper("b", 3)), tab(0, paper("c", 3))}, "000005 000001–000003 000004–000006", "tab 3 is stamped 000004–000006, and tab 1 has 000005 already", 1},
		{"out of order, but nothing twice", []doc.Tab{tab(5, paper("a", 1)), tab(1, paper("b", 3))}, "000005 000001–000003", "", 0},
	} {
		_, docs, problems := book(t, c.tabs...)
		var stamps []string
		for _, d := range docs[1:] {
			stamps = append(stamps, d.Place.Stamps.String())
		}
		if got := strings.Join(stamps, " "); got != c.stamps {
			t.Errorf("%s: stamps %s, want %s", c.name, got, c.stamps)
		}
		switch {
		case c.warning == "" && len(problems) > 0:
			t.Errorf("%s: %v", c.name, problems)
		case c.warning == "":
		case len(problems) != 1:
			t.Errorf("%s: findings %v, want one", c.name, problems)
		case problems[0].Message != c.warning || problems[0].Span.Start != c.at || problems[0].Severity != diag.Warning || problems[0].Hint == "":
			t.Errorf("%s: finding %+v, want %q at %d", c.name, problems[0], c.warning, c.at)
		}
	}
}

// TestPageStamps checks what stands on each page.
func TestPageStamps(t *testing.T) {
	s := doc.Stamps{First: 36, Last: 41, Width: 6}
	if got := s.Page(5, 6); got != "000041" {
		t.Errorf("the last page of six is stamped %s", got)
	}
	if got := (doc.Stamps{First: 9, Last: 14, Width: 4}).Page(0, 1); got != "0009–0014" {
		t.Errorf("the page of a notice is stamped %s", got)
	}
	if got := (doc.Stamps{First: 12345, Last: 12345, Width: 3}).Page(0, 1); got != "12345" {
		t.Errorf("a stamp with more digits than its width is %s", got)
	}
}

// TestFront checks what the front matter holds, with and without a cover.
func TestFront(t *testing.T) {
	french := paper("Deux", 1)
	french.Lang = doc.French
	a, b := paper("One", 2), paper("Three", 1)
	a.Marking = []string{"SECRET"}
	named := tab(0, french)
	named.Label, named.Title = "B", []doc.Run{&doc.Text{Value: "Second"}}
	bound, docs, _ := book(t, tab(0, a, b), named, tab(0))
	if docs[0] != bound.Front || len(docs) != 4 {
		t.Fatalf("the book has %d documents", len(docs))
	}
	var out strings.Builder
	if err := doc.Dump(&out, bound.Front); err != nil {
		t.Fatal(err)
	}
	want := `document binder en "Book"
  marking "PROTECTED B"
  marking "SECRET"
  caveat "For Official Use Only"
  p cover-marking: PROTECTED B / SECRET
  p cover-marking: For Official Use Only
  h1 cover-title: Book
  h2 section: Tabs
  contents cover-entry
    1 One …
    B Second …
  sign-off
  h2 contents: Contents
  contents entry
    1 One (SECRET) … 000001
     Three … 000003
    B Second … 000004
`
	if got := out.String(); got != want {
		t.Errorf("the front matter is\n%s\nwant\n%s", got, want)
	}
	if french.Place.Title != "B – Second" || french.Place.Words != "Tab B" || b.Place.Title != "1 – Three" {
		t.Errorf("places %+v and %+v", french.Place, b.Place)
	}
	bound.Cover = false
	roles := []doc.Role{}
	bound.Front.Blocks = bound.Front.Blocks[2:3]
	bound.Front.Blocks[0].(*doc.Heading).Role = doc.RoleTitle
	front(bound)
	for _, b := range bound.Front.Blocks {
		if h, ok := b.(*doc.Heading); ok {
			roles = append(roles, h.Role)
		}
	}
	if !slices.Equal(roles, []doc.Role{doc.RoleTitle, doc.RoleContents}) {
		t.Errorf("without a cover the headings are %v", roles)
	}
}

// TestOtherLanguage checks that a title in another language than the book's says so.
func TestOtherLanguage(t *testing.T) {
	french := paper("Deux", 1)
	french.Lang, french.Marking = doc.French, []string{"PROTÉGÉ A"}
	bound, _, _ := book(t, tab(0, french))
	for _, e := range entries(bound, true) {
		for _, r := range e.Runs {
			if r.(*doc.Text).Lang != doc.French {
				t.Errorf("%+v is not marked as French", r)
			}
		}
		if e.Target != french {
			t.Error("the entry does not lead to its document")
		}
	}
}
