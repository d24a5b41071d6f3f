package samples

import (
	"bytes"
	"fmt"
	"os"
	"path"
	"slices"
	"strings"
	"testing"

	"briefnote/render"
	"briefnote/schema"
)

// bound decodes a binder and the notes of its tabs.
func bound(t *testing.T, folder, name string) (*schema.Binder, schema.Included) {
	t.Helper()
	src, err := os.ReadFile(path.Join(folder, name))
	if err != nil {
		t.Fatal(err)
	}
	f := schema.Decode(path.Join(folder, name), src)
	if len(f.Notes) != 1 || !f.Valid() {
		t.Fatal(f.Problems)
	}
	b := f.Notes[0].(*schema.Binder)
	in := b.Include(os.DirFS(folder), folder, name)
	if len(in.Problems) > 0 {
		t.Fatal(in.Problems)
	}
	return b, in
}

// printedBinder prints a binder as plain text. Warnings fail the test.
func printedBinder(t *testing.T, b *schema.Binder, in schema.Included) string {
	t.Helper()
	r, problems, err := render.New(render.Options{Style: render.DefaultStyle})
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	book, problems, err := r.Binder(b, in.Tabs)
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	var out bytes.Buffer
	if err := book.Write(&out, render.Text); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// TestReleaseStamps checks that the bound release names for every document the
// page of the release on which it starts, as far as that is known: the same
// page that the note's own source says, and for notices all of their pages.
func TestReleaseStamps(t *testing.T) {
	b, in := bound(t, "fcm-2019", "release.yaml")
	text := printedBinder(t, b, in)
	_, contents, _ := strings.Cut(text, "\nContents\n")
	contents, _, _ = strings.Cut(contents, "\nTab 1\n")
	pages := strings.Fields(contents)
	known := 0
	for i, tab := range in.Tabs {
		source := tab[0].Env().Source
		if len(source.Pages) == 0 {
			continue
		}
		known++
		first := fmt.Sprintf("%06d", source.Pages[0])
		if b.Tabs[i].Stamp == nil || *b.Tabs[i].Stamp != source.Pages[0] {
			t.Errorf("tab %d is not pinned to page %s of the release, where it starts", i+1, first)
		}
		if !slices.Contains(pages, first) {
			t.Errorf("the contents name no page %s, where tab %d starts", first, i+1)
		}
		if w, ok := tab[0].(*schema.WithheldNotice); ok {
			if all := fmt.Sprintf("\nTab %d\n%06d–%06d\n", i+1, w.Pages.From, w.Pages.To); strings.Count(text, all) != 2 {
				t.Errorf("the notice of tab %d is not stamped%q", i+1, all)
			}
		}
		t.Logf("tab %2d %-45s %s", i+1, b.Tabs[i].Include.Value, first)
	}
	if known != 17 {
		t.Errorf("the first page of %d tabs is known, want 17", known)
	}
	if !strings.Contains(text, "\nTab 7\n000036–0000") {
		t.Error("the fourth text of the draft communiqué does not begin at 000036")
	}
}

// TestBinderMarkings checks the markings of our own binder: the highest on
// each ladder, and on the cover beside the list of tabs.
func TestBinderMarkings(t *testing.T) {
	b, in := bound(t, "winter-binder", "binder.yaml")
	text := printedBinder(t, b, in)
	if !strings.HasPrefix(text, "PROTECTED B\nSECRET\nDRAFT\n\nPROTECTED B / SECRET\n") {
		t.Errorf("the binder starts with\n%.80s", text)
	}
}
