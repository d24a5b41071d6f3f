package tag

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"briefnote/internal/pdfread"
	"briefnote/render/pdf/file"
)

// build writes a file of three pages without words, only brackets, whose
// structure is made by fn. link is an annotation on the last page.
func build(t *testing.T, fn func(tr *Tree, mark func(e *Elem, page int), link file.Ref) (key int)) *pdfread.File {
	t.Helper()
	out := file.New()
	root, pages, link := out.Alloc(), out.Alloc(), out.Alloc()
	refs := []file.Ref{out.Alloc(), out.Alloc(), out.Alloc()}
	var contents [3]bytes.Buffer
	tr := New(len(refs))
	key := fn(tr, func(e *Elem, page int) {
		fmt.Fprintf(&contents[page], "/%s <</MCID %d>> BDC 0 0 m f EMC\n", e.Type, tr.Mark(e, page))
	}, link)
	for i, ref := range refs {
		content := out.Alloc()
		out.Stream(content, file.NewDict(), contents[i].Bytes())
		d := file.NewDict().Ref("Contents", content).Int("StructParents", tr.PageKey(i))
		if i == 2 && key >= 0 {
			d.Refs("Annots", []file.Ref{link})
		}
		out.Dict(ref, d)
	}
	out.Dict(link, file.NewDict().Text("Contents", "there").Int("StructParent", key))
	out.Dict(pages, file.NewDict().Refs("Kids", refs))
	out.Dict(root, file.NewDict().Ref("Pages", pages).Ref("StructTreeRoot", tr.Write(out, refs)))
	var b bytes.Buffer
	if err := out.Finish(&b, root, root); err != nil {
		t.Fatal(err)
	}
	return pdfread.Read(t, b.Bytes())
}

// TestTree: every form of child, on one page and over several, reads back as it
// was built; [pdfread.File.Structure] checks the tables that lead back.
func TestTree(t *testing.T) {
	f := build(t, func(tr *Tree, mark func(*Elem, int), link file.Ref) int {
		mark(tr.Root().Add(Heading(1)), 0)
		p := tr.Root().Add(P)
		mark(p, 0)
		span := p.Add(Span)
		span.Says().Lang, span.Says().Alt = "fr", "à côté"
		mark(span, 0)
		mark(p, 0)
		mark(p, 1) // over the page's end
		table := tr.Root().Add(Table)
		for range 2 {
			th := table.Add(Row).Add(Header)
			th.Attr = ScopeColumn
			mark(th, 1)
		}
		a := tr.Root().Add(P).Add(Link)
		mark(a, 1)
		mark(a, 2)
		key := tr.Object(a, 2, link)
		for _, id := range []string{"b", "a"} {
			note := tr.Root().Add(Note)
			note.Says().ID, note.Says().Title = id, "title"
			mark(note, 2)
		}
		tr.Root().Add(Heading(9)) // stays empty
		return key
	})
	if diff := cmp.Diff(wantTree, f.Structure().Dump()); diff != "" {
		t.Error(diff)
	}
}

const wantTree = `Document
  H1 ""
  P
    ""
    Span lang="fr" alt="à côté" ""
    ""
  Table
    TR
      TH Scope=Column ""
    TR
      TH Scope=Column ""
  P
    Link → "there" ""
  Note id="b" title="title" ""
  Note id="a" title="title" ""
  H6
`

// TestSharedAttributes: cells of one kind refer to one object.
func TestSharedAttributes(t *testing.T) {
	f := build(t, func(tr *Tree, _ func(*Elem, int), _ file.Ref) int {
		for range 3 {
			tr.Root().Add(Header).Attr = ScopeColumn
		}
		tr.Root().Add(List).Attr = Decimal
		return -1
	})
	seen := map[any]int{}
	root := f.Dict(f.Dict(f.Catalog()["StructTreeRoot"])["K"])
	for _, k := range f.Array(root["K"]) {
		seen[f.Dict(k)["A"]]++
	}
	if len(seen) != 2 {
		t.Errorf("attributes are %v, want two objects", seen)
	}
}

// TestEmptyTree: a file without words has a tree all the same.
func TestEmptyTree(t *testing.T) {
	f := build(t, func(*Tree, func(*Elem, int), file.Ref) int { return -1 })
	if got := f.Structure().Dump(); got != "Document\n" {
		t.Errorf("the tree is %s", got)
	}
}

func BenchmarkTree(b *testing.B) {
	for b.Loop() {
		tr := New(100)
		for page := range 100 {
			for range 40 {
				tr.Mark(tr.Root().Add(P), page)
			}
		}
		out := file.New()
		refs := make([]file.Ref, 100)
		for i := range refs {
			refs[i] = out.Add(file.NewDict())
		}
		tr.Write(out, refs)
	}
	b.ReportAllocs()
}
