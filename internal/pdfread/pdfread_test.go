package pdfread

import (
	"fmt"
	"strings"
	"testing"
)

// page and objects are a file of one page: a paragraph, a link, a note, and a
// line that is an artifact.
const page = `/Artifact <</Type/Layout>> BDC 0 0 m 9 0 l S EMC
BT /F1 9 Tf ET /P <</MCID 0>> BDC BT (\000\001) Tj ET EMC
/Link <</MCID 1>> BDC /Span <</ActualText <FEFF00e9>>> BDC BT (\000\002\000\001) Tj ET EMC EMC
/P <</MCID 2>> BDC BT (\000\001) Tj ET EMC
/Note <</MCID 3>> BDC BT (\000\002) Tj ET EMC`

const objects = `%PDF-1.7
1 0 obj <</Pages 2 0 R/StructTreeRoot 5 0 R>> endobj
2 0 obj <</Kids [3 0 R]>> endobj
3 0 obj <</Contents 4 0 R/Resources <</Font <</F1 13 0 R>>>>/StructParents 0/Annots [9 0 R]>> endobj
5 0 obj <</K 6 0 R/ParentTree <</Nums [0 [7 0 R 8 0 R 7 0 R 10 0 R] 1 8 0 R]>>/ParentTreeNextKey 2/IDTree <</Names [(n) 10 0 R]>>>> endobj
6 0 obj <</S/Document/P 5 0 R/K [7 0 R 10 0 R]>> endobj
7 0 obj <</S/P/P 6 0 R/Pg 3 0 R/K [0 8 0 R 2]/Lang (fr)>> endobj
8 0 obj <</S/Link/P 7 0 R/Pg 3 0 R/K [1 <</Type/OBJR/Obj 9 0 R>>]>> endobj
9 0 obj <</Contents (there)/StructParent 1>> endobj
10 0 obj <</S/Note/P 6 0 R/K <</Type/MCR/Pg 3 0 R/MCID 3>>/ID (n)>> endobj
13 0 obj <</ToUnicode 14 0 R>> endobj
`

// assemble writes the file, with its streams.
func assemble(objects, drawn string) []byte {
	const cmap = "endcodespacerange 1 beginbfrange <0001> <0002> <0061> endbfrange"
	drawn = strings.NewReplacer(`\000`, "\x00", `\001`, "\x01", `\002`, "\x02").Replace(drawn)
	stream := func(number int, dict, data string) string {
		return fmt.Sprintf("%d 0 obj <<%s/Length %d>> stream\n%s\nendstream endobj\n", number, dict, len(data), data)
	}
	return []byte(objects + stream(4, "", drawn) + stream(14, "", cmap) + stream(15, "/Type/XRef/Root 1 0 R", "") + "startxref\n0\n%%EOF\n")
}

// notes is a test that only notes its failures.
type notes struct {
	testing.TB
	failures []string
}

func (n *notes) Helper() {}
func (n *notes) Errorf(form string, args ...any) {
	n.failures = append(n.failures, fmt.Sprintf(form, args...))
}

func TestSoundFile(t *testing.T) {
	want := `Document
  P lang="fr"
    "a"
    Link → "there" "é"
    "a"
  Note id="n" "b"
`
	if got := Read(t, assemble(objects, page)).Structure().Dump(); got != want {
		t.Errorf("the tree is\n%s, want\n%s", got, want)
	}
}

// TestFaults: each fault that the reader is there for is found.
func TestFaults(t *testing.T) {
	for _, c := range []struct{ name, in, out, message string }{
		{"owner in the parent tree", "Nums [0 [7 0 R 8", "Nums [0 [8 0 R 8", "should be number 0, of element 7"},
		{"content without owner", "Nums [0 [7 0 R 8 0 R 7 0 R 10 0 R]", "Nums [0 [7 0 R 8 0 R 7 0 R]", "should be number 3"},
		{"owner of nothing", "7 0 R 10 0 R] 1", "7 0 R 10 0 R 7 0 R] 1", "4 pieces of content, and the parent tree 5"},
		{"two owners", "[1 <<", "[0 <<", "belongs to 7 and 8"},
		{"order", "[0 8 0 R 2]", "[2 8 0 R 0]", "is read after number 2"},
		{"content not on its page", "/MCID 3>>/ID", "/MCID 4>>/ID", "is not on its page"},
		{"bracket of another type", "/Note <<", "/P <<", "is marked P in a Note"},
		{"parent", "/S/Link/P 7 0 R", "/S/Link/P 6 0 R", "element 8 leads back to 6, want 7"},
		{"annotation leads elsewhere", "1 8 0 R]>>", "1 7 0 R]>>", "leads back to 7, want 8"},
		{"annotation of no element", "/Annots [9 0 R]", "/Annots [9 0 R 10 0 R]", "2 annotations, of which the tree has 1"},
		{"annotation not on its page", "/Annots [9 0 R]", "", "is 0 times on its page"},
		{"ID", "(n) 10 0 R", "(m) 10 0 R", "the tree of IDs is"},
		{"next key", "NextKey 2", "NextKey 3", "the next key is 3"},
		{"drawn outside", "/Artifact <</Type/Layout>> BDC 0 0 m 9 0 l S EMC", "0 0 m S", "drawn outside of marked content"},
		{"bracket in a bracket", "/Span <</ActualText <FEFF00e9>>> BDC", "/Artifact <</Type/Layout>> BDC", "stands inside"},
		{"bracket left open", "BT (\\000\\002) Tj ET EMC", "BT (\\000\\002) Tj ET", "ends inside a bracket"},
		{"empty bracket", "BDC 0 0 m 9 0 l S EMC", "BDC EMC", "holds nothing"},
		{"glyph without character", "(\\000\\002) Tj", "(\\002\\002) Tj", "stands for nothing"},
		{"missing object", "/Contents 4 0 R", "/Contents 4 0 R/Resources 99 0 R", "object 99 is not in the file"},
	} {
		changed, drawn := strings.Replace(objects, c.in, c.out, 1), strings.Replace(page, c.in, c.out, 1)
		if c.name == "missing object" {
			changed = strings.Replace(changed, "/Resources <<", "/Other <<", 1)
		}
		if changed == objects && drawn == page {
			t.Fatalf("%s: nothing was changed", c.name)
		}
		n := &notes{TB: t}
		Read(n, assemble(changed, drawn)).Structure()
		if !strings.Contains(strings.Join(n.failures, "\n"), c.message) {
			t.Errorf("%s: the failures are %q, want one that says %q", c.name, n.failures, c.message)
		}
	}
}
