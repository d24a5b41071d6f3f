package docx_test

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"briefnote/internal/docxread"
	"briefnote/render/doc"
)

// marks returns the mark that Word gives each item of a file, by counting the
// way of 17.9.
func marks(f *docxread.File) []string {
	levels := map[string]*docxread.Node{} // by list and level
	abstract := map[string]string{}
	start := map[string]int{}
	for _, n := range f.Root("word/numbering.xml").Kids {
		id := n.Attr["w:numId"]
		if n.Name == "w:abstractNum" {
			for _, l := range n.Find("w:lvl") {
				levels[n.Attr["w:abstractNumId"]+"/"+l.Attr["w:ilvl"]] = l
			}
			continue
		}
		abstract[id] = n.Kid("w:abstractNumId").Val()
		for _, o := range n.Find("w:lvlOverride") {
			n, err := strconv.Atoi(o.Kid("w:startOverride").Val())
			if err != nil {
				n = -1000
			}
			start[id+"/"+o.Attr["w:ilvl"]] = n
		}
	}
	var out []string
	counts, begun := map[string]int{}, map[string]bool{}
	byStyle := map[string]*docxread.Node{}
	for _, st := range f.Root("word/styles.xml").Find("w:style") {
		byStyle[st.Attr["w:styleId"]] = st.Kid("w:pPr").Kid("w:numPr")
	}
	for _, p := range f.Root("word/document.xml").Find("w:pPr") {
		pr := p.Kid("w:numPr")
		if pr == nil {
			pr = byStyle[p.Kid("w:pStyle").Val()]
		}
		if pr == nil {
			continue
		}
		id, ilvl := pr.Kid("w:numId").Val(), int(pr.Kid("w:ilvl").Val()[0]-'0')
		key := fmt.Sprintf("%s/%d", abstract[id], ilvl)
		own := fmt.Sprintf("%s/%d", id, ilvl)
		if n, ok := start[own]; ok && !begun[own] {
			counts[key] = n - 1
		}
		begun[own] = true
		counts[key]++
		for deeper := ilvl + 1; deeper < 9; deeper++ {
			delete(counts, fmt.Sprintf("%s/%d", abstract[id], deeper))
		}
		l := levels[key]
		mark := fmt.Sprint(counts[key])
		switch l.Kid("w:numFmt").Val() {
		case "lowerLetter":
			mark = strings.Repeat(string(rune('a'+(counts[key]-1)%26)), (counts[key]-1)/26+1)
		case "bullet":
			mark = ""
		}
		out = append(out, regexp.MustCompile(`%\d`).ReplaceAllString(l.Kid("w:lvlText").Val(), mark))
	}
	return out
}

// said returns the marks that print has for the items of blocks.
func said(blocks []doc.Block, depth int, bullets []string) []string {
	var out []string
	for _, b := range blocks {
		switch b := b.(type) {
		case *doc.Severed:
			out = append(out, said(b.Blocks, depth, bullets)...)
		case *doc.List:
			n := max(b.Start, 1)
			for _, it := range b.Items {
				if !it.Unmarked {
					switch b.Style {
					case doc.Numbers:
						out = append(out, strconv.Itoa(n)+".")
					case doc.Letters:
						out = append(out, letters(n)+".")
					default:
						out = append(out, bullets[min(depth, len(bullets)-1)])
					}
					n++
				}
				out = append(out, said(it.Blocks, depth+1, bullets)...)
			}
		}
	}
	return out
}

func letters(n int) string {
	s := ""
	for ; n > 0; n = (n - 1) / 26 {
		s = string(rune('a'+(n-1)%26)) + s
	}
	return s
}

// TestMarks checks that Word counts the items of lists as the tree does.
func TestMarks(tt *testing.T) {
	w := writer(tt, "public-safety")
	p := func(s string) doc.Block { return para(t(s)) }
	many := make([]doc.Item, 60)
	for i := range many {
		many[i] = item(p("x"))
	}
	unmarked := doc.Item{Unmarked: true, Blocks: []doc.Block{p("on"), points(doc.Numbers, 1, item(p("a")))}}
	sub := func(s doc.ListStyle, start int) doc.Block { return points(s, start, item(p("a")), item(p("b"))) }
	for name, blocks := range map[string][]doc.Block{
		"restart":          {sub(doc.Numbers, 1), p("x"), sub(doc.Numbers, 1)},
		"goes on":          {sub(doc.Numbers, 1), p("x"), sub(doc.Numbers, 3)},
		"levels":           {points(doc.Numbers, 1, item(p("x"), sub(doc.Letters, 1)), item(p("x"), sub(doc.Letters, 1)))},
		"levels that jump": {points(doc.Numbers, 7, item(p("x"), sub(doc.Letters, 3)), item(p("x"), sub(doc.Numbers, 1)), item(p("x"), sub(doc.Letters, 1)))},
		"two in a point":   {points(doc.Bullets, 1, item(p("x"), sub(doc.Numbers, 1), p("y"), sub(doc.Numbers, 1)))},
		"unmarked":         {points(doc.Numbers, 1, item(p("x"), sub(doc.Numbers, 1)), unmarked, item(p("y"), sub(doc.Numbers, 1)))},
		"letters":          {points(doc.Letters, 1, many...)},
		"letters within":   {points(doc.Numbers, 1, item(p("x"), points(doc.Letters, 20, many...)), item(p("y"), points(doc.Letters, 1, many...)))},
		"mixed":            {points(doc.Bullets, 1, item(p("x"), sub(doc.Letters, 1)), item(p("x"), sub(doc.Bullets, 1)), item(sub(doc.Numbers, 2)), item())},
		"withheld":         {points(doc.Numbers, 1, item(&doc.Severed{Cite: "s. 1", Blocks: []doc.Block{p("x"), sub(doc.Letters, 1)}}), item(p("y"), sub(doc.Letters, 1)))},
	} {
		_, f := body(tt, w, blocks...)
		want, got := said(blocks, 0, []string{"•", "–", "▪"}), marks(f)
		if !slices.Equal(got, want) {
			tt.Errorf("%s: Word counts\n%q, and print\n%q", name, got, want)
		}
	}
}
