// Package binder makes one book of several documents.
//
// Start with [Bind]. It gives every document its place – its tab and the stamps
// of its pages – and builds the front matter: a cover that bears the markings
// and lists the tabs, and contents with the stamps on which documents begin.
// The documents themselves stay as they are, each with its own marking and its
// own "Page n of N".
package binder

import (
	"fmt"
	"strconv"
	"strings"

	"briefnote/diag"
	"briefnote/render/doc"
)

// Bind returns the documents of the book in order, the front matter first.
// pages says how many pages a document of a tab takes; it is asked once for
// each, in order, when the document knows its tab. Findings are warnings about
// stamps that stand on two pages; the error is one of pages.
func Bind(b *doc.Binder, pages func(*doc.Document) (int, error)) ([]*doc.Document, []diag.Diagnostic, error) {
	s := &stamper{width: b.Width, next: b.Start}
	book := []*doc.Document{b.Front}
	for i := range b.Tabs {
		t := &b.Tabs[i]
		if t.Label == "" {
			t.Label = strconv.Itoa(i + 1)
		}
		for j, d := range t.Docs {
			d.Place = place(b, i, j)
			n, err := pages(d)
			if err != nil {
				return nil, nil, err
			}
			s.stamp(t, d, j == 0, n)
			book = append(book, d)
		}
	}
	front(b)
	return book, s.problems, nil
}

// place says where document j of tab i stands; its stamps are still to come.
func place(b *doc.Binder, i, j int) *doc.Place {
	t := &b.Tabs[i]
	return &doc.Place{
		Tab: i + 1, Tabs: len(b.Tabs), Label: t.Label,
		Words: strings.ReplaceAll(b.Front.Labels.Tab, "{label}", t.Label),
		Title: t.Label + " – " + doc.Plain(title(b, t, j)), Stamps: doc.Stamps{Width: b.Width},
	}
}

// title is the title of document j of a tab in lists: that of the tab for the
// first, if it has one, or else the document's own.
func title(b *doc.Binder, t *doc.Tab, j int) []doc.Run {
	if j == 0 && len(t.Title) > 0 {
		return t.Title
	}
	d := t.Docs[j]
	words := &doc.Text{Origin: t.Origin, Value: d.Title}
	if d.Lang != b.Front.Lang {
		words.Lang = d.Lang
	}
	return []doc.Run{words}
}

// stamper counts pages through the book.
type stamper struct {
	width    int
	next     int // the stamp of the next page
	taken    []taken
	problems []diag.Diagnostic
}

// taken are the stamps of a document, and the label of its tab.
type taken struct {
	doc.Stamps
	label string
}

// ruleValue is for stamps that cannot be as they are written.
const ruleValue = "bad-value"

// stamp gives a document of n pages its stamps. A notice takes the pages that
// it names; the first document of a tab may have its stamp pinned; all others
// go on from the page before. Gaps are no fault: a book that was released had
// other page breaks than ours.
func (s *stamper) stamp(t *doc.Tab, d *doc.Document, first bool, n int) {
	st := doc.Stamps{First: s.next, Width: s.width}
	at := t.Origin
	if first && t.Pin > 0 {
		st.First, at = t.Pin, t.PinAt
	}
	st.Last = st.First + n - 1
	hint := "give this tab a stamp that leaves room for all its pages"
	if first && t.Pin > 0 {
		hint = fmt.Sprintf("take a later stamp, or delete this one to go on from the page before, with %d", s.next)
	}
	if notice := noticeOf(d); notice != nil {
		if first && t.Pin > 0 && t.Pin != notice.First {
			s.warn(at, fmt.Sprintf("the notice names the pages %d to %d, and its first stamp cannot be %d", notice.First, notice.Last, t.Pin),
				"delete stamp: a notice takes the pages that it names")
		}
		st.First, st.Last = notice.First, notice.Last
		hint = "a notice takes the pages that it names: see that no other tab does"
	}
	s.overlap(st, t, at, hint)
	s.taken = append(s.taken, taken{st, t.Label})
	s.next = st.Last + 1
	d.Place.Stamps = st
}

// overlap warns of stamps that stand on a page already. The hint says what to do.
func (s *stamper) overlap(st doc.Stamps, t *doc.Tab, at doc.Origin, hint string) {
	for _, o := range s.taken {
		if st.First > o.Last || st.Last < o.First {
			continue
		}
		twice := doc.Stamps{First: max(st.First, o.First), Last: min(st.Last, o.Last), Width: s.width}.String()
		if twice == st.String() {
			twice = "it"
			if st.First < st.Last {
				twice = "them"
			}
		}
		s.warn(at, fmt.Sprintf("tab %s is stamped %s, and tab %s has %s already", t.Label, st, o.label, twice), hint)
		return
	}
}

func (s *stamper) warn(at doc.Origin, message, hint string) {
	s.problems = append(s.problems, diag.Diagnostic{
		Rule: ruleValue, Severity: diag.Warning, Span: at.Span, Path: at.Pointer, Message: message, Hint: hint,
	})
}

// noticeOf returns the notice that a document is, or nil.
func noticeOf(d *doc.Document) *doc.Notice {
	for _, b := range d.Blocks {
		if n, ok := b.(*doc.Notice); ok {
			return n
		}
	}
	return nil
}
