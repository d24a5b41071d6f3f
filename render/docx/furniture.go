package docx

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"briefnote/render/doc"
	"briefnote/render/style"
)

// furnitureGap is the room between the header or footer and the text, points.
const furnitureGap = 10

// furnitureLine is a line of the header or footer.
type furnitureLine struct {
	style.Furniture
	text string
}

// furnish writes the header and footer of the section as parts, and refers to
// them. A section without either would take those of the section before.
func (s *section) furnish(x *xml) {
	for _, place := range []style.Place{style.Header, style.Footer} {
		root := "w:hdr"
		if place == style.Footer {
			root = "w:ftr"
		}
		p := part(root, "xmlns:w", nsMain, "xmlns:r", nsOffice, "xmlns:mc", nsAlternative, "xmlns:w15", nsWord2013)
		before := s.x
		s.x = p
		s.furniturePart(place)
		s.x = before
		p.close(root)
		id := s.furniture[string(p.b)]
		if id == "" {
			name := fmt.Sprintf("%s%d.xml", place, len(s.furniture)+1)
			id = s.links.add(string(place), name)
			s.pack.add(s.known.deflate("word/"+name, p.b), typeWord+string(place)+"+xml")
			s.furniture[string(p.b)] = id
		}
		x.empty("w:"+string(place)+"Reference", "w:type", "default", "r:id", id)
	}
}

// furniturePart writes the lines of the header or footer, those of the three
// alignments side by side.
func (s *section) furniturePart(place style.Place) {
	if place == style.Header {
		s.tabMark()
	}
	rows := abreast(place, s.furnitureColumns(place))
	for i, row := range rows {
		s.furnitureRow(place, row, i, len(rows))
	}
	if len(rows) == 0 {
		s.furnitureRow(place, nil, 0, 1)
	}
}

// furnitureColumns returns the lines of each alignment, from the top down.
// Words too long to stand beside the others are broken into lines here, for
// nothing else would keep them apart.
func (s *section) furnitureColumns(place style.Place) [3][]furnitureLine {
	var columns [3][]furnitureLine
	widths := s.furnitureWidths(place)
	for _, e := range s.sheet.Furniture {
		if e.Place != place {
			continue
		}
		e.Size = cmp.Or(e.Size, s.sheet.Text.Size, defaultSize)
		c := columnOf(e.Align)
		var lines []furnitureLine
		for _, words := range s.says(e.Content) {
			text := &doc.Text{Value: words, Bold: e.Bold}
			broken := s.wrapped([]doc.Run{text}, e.Size, widths[c])[0].(*doc.Text).Value
			for _, line := range strings.Split(broken, "\n") {
				if line != "" {
					lines = append(lines, furnitureLine{e, line})
				}
			}
		}
		if place == style.Footer { // footers grow upwards
			columns[c] = append(lines, columns[c]...)
		} else {
			columns[c] = append(columns[c], lines...)
		}
	}
	return columns
}

// furnitureWidths returns how much of the text's width the lines of each
// alignment have, as in layout: all of it where they are alone, and otherwise
// what is centred takes up to a third and leaves the rest to both sides.
func (s *section) furnitureWidths(place style.Place) [3]float64 {
	all := s.textWidth()
	var beside [3]bool
	center := 0.0
	for _, e := range s.sheet.Furniture {
		for _, words := range s.says(e.Content) {
			if e.Place != place || words == "" {
				continue
			}
			beside[columnOf(e.Align)] = true
			if e.Align == style.AlignCenter {
				center = max(center, s.width(words, e.Size, e.Bold)+slack)
			}
		}
	}
	center = min(center, all/3)
	switch {
	case beside[1] && (beside[0] || beside[2]):
		side := (all-center)/2 - furnitureGap
		return [3]float64{side, center, side}
	case beside[0] && beside[2]:
		side := (all - furnitureGap) / 2
		return [3]float64{side, 0, side}
	}
	return [3]float64{all, all, all}
}

func columnOf(a style.Align) int {
	return slices.Index([]style.Align{style.AlignStart, style.AlignCenter, style.AlignEnd}, a)
}

// says returns the words of furniture, a line each.
func (s *section) says(c style.Content) []string {
	d := s.doc
	switch c {
	case style.ContentMarking:
		return slices.Concat(d.Marking, d.Caveats)
	case style.ContentDraft:
		return []string{d.Draft}
	case style.ContentTitle:
		return []string{d.Title}
	case style.ContentPage:
		return []string{d.Labels.Page}
	case style.ContentTab:
		if d.Place != nil {
			return []string{d.Place.Words}
		}
	case style.ContentStamp:
		if d.Place != nil {
			return []string{d.Place.Stamps.String()}
		}
	}
	return nil
}

// abreast arranges lines in rows of one of each alignment. Those of a header
// start at its top, those of a footer end at its foot.
func abreast(place style.Place, columns [3][]furnitureLine) [][]furnitureLine {
	tallest := max(len(columns[0]), len(columns[1]), len(columns[2]))
	rows := make([][]furnitureLine, tallest)
	for _, c := range columns {
		from := 0
		if place == style.Footer {
			from = tallest - len(c)
		}
		for i, l := range c {
			rows[from+i] = append(rows[from+i], l)
		}
	}
	return rows
}

// furnitureRow writes a row of furniture, i of count, as a paragraph.
func (s *section) furnitureRow(place style.Place, row []furnitureLine, i, count int) {
	x, width := s.x, s.textWidth()
	x.open("w:p")
	x.open("w:pPr")
	id, before, after := "Header", 0.0, 0.0
	if place == style.Footer {
		id = "Footer"
	}
	if place == style.Header && i == count-1 {
		after = furnitureGap
	}
	if place == style.Footer && i == 0 {
		before = furnitureGap
	}
	x.val("w:pStyle", id)
	if len(row) > 1 {
		x.open("w:tabs")
		x.empty("w:tab", "w:val", "center", "w:pos", twips(width/2))
		x.empty("w:tab", "w:val", "right", "w:pos", twips(width))
		x.close("w:tabs")
	}
	x.empty("w:spacing", "w:before", twips(before), "w:after", twips(after))
	if len(row) == 1 && row[0].Align != style.AlignStart {
		x.val("w:jc", row[0].Align.Side())
	}
	x.close("w:pPr")
	at := 0
	for _, l := range row {
		for ; len(row) > 1 && at < columnOf(l.Align); at++ {
			s.tab()
		}
		s.furnitureWords(l)
	}
	x.close("w:p")
}

// furnitureWords writes a line of furniture.
func (s *section) furnitureWords(l furnitureLine) {
	look := s.plain()
	look.bold, look.size, look.color = l.Bold, l.Size, l.Color
	switch l.Content {
	case style.ContentPage:
		s.pageNumber(l.text, look)
	case style.ContentStamp:
		s.stamp(look)
	default:
		s.run(l.text, look)
	}
}

// pageNumber writes a label whose {n} and {total} are fields. The pages of a
// document in a book are those of its section.
func (s *section) pageNumber(label string, l runLooks) {
	total := "NUMPAGES"
	if s.book {
		total = "SECTIONPAGES"
	}
	for label != "" {
		at := strings.IndexByte(label, '{')
		switch {
		case strings.HasPrefix(label, "{n}"):
			s.field(" PAGE ", "1", l)
			label = label[len("{n}"):]
		case strings.HasPrefix(label, "{total}"):
			s.field(" "+total+" ", s.pageWords(), l)
			label = label[len("{total}"):]
		case at > 0:
			s.run(label[:at], l)
			label = label[at:]
		default:
			next := strings.IndexByte(label[1:], '{')
			if at < 0 || next < 0 {
				next = len(label) - 1
			}
			s.run(label[:next+1], l)
			label = label[next+1:]
		}
	}
}

// stamp writes the stamp of a page, as a formula: its number in the section,
// and what was stamped before. Programs other than Word know no formulas with
// fields in them; they take the alternative (ECMA-376, Part 3, 7.2), all the
// stamps of the document. A notice bears those of all pages that it stands for.
func (s *section) stamp(l runLooks) {
	st := s.doc.Place.Stamps
	if s.isNotice() || s.pageCount() == 1 && st.Last > st.First {
		s.run(st.String(), l)
		return
	}
	x := s.x
	begin := func(kind string) { x.empty("w:fldChar", "w:fldCharType", kind) }
	code := func(words string) {
		x.open("w:instrText", "xml:space", "preserve")
		x.text(words)
		x.close("w:instrText")
	}
	x.open("w:r")
	s.properties(l)
	x.open("mc:AlternateContent")
	x.open("mc:Choice", "Requires", "w15")
	begin("begin")
	code(" = ")
	begin("begin")
	code(" PAGE ")
	begin("separate")
	s.text("1")
	begin("end")
	code(" + " + strconv.Itoa(st.First-1) + ` \# "` + strings.Repeat("0", max(st.Width, 1)) + `" `)
	begin("separate")
	s.text(st.Open())
	begin("end")
	x.close("mc:Choice")
	x.open("mc:Fallback")
	s.text(st.String())
	x.close("mc:Fallback")
	x.close("mc:AlternateContent")
	x.close("w:r")
}

// isNotice reports whether the section is a notice alone.
func (s *section) isNotice() bool {
	if len(s.doc.Blocks) != 1 {
		return false
	}
	_, notice := s.doc.Blocks[0].(*doc.Notice)
	return notice
}

// edgeOf returns the space between the paper's edge and the lines next to it.
// The sheet gives their baseline: a line, 1.2 sizes high, rises 0.95 sizes over
// it and falls 0.25 below in the faces used.
func edgeOf(sh *style.Sheet, place style.Place) float64 {
	edge := sh.Margins.Top
	if place == style.Footer {
		edge = sh.Margins.Bottom
	}
	for _, e := range sh.Furniture {
		if e.Place != place {
			continue
		}
		inside := 0.95 * e.Size
		if place == style.Footer {
			inside = 0.25 * e.Size
		}
		edge = min(edge, max(e.Edge-inside, 0))
	}
	return edge
}

// tabMark writes the mark of the document's tab at the edge of the paper, as a
// frame (17.3.1.11). Those of tabs that follow one another stand one below the
// other. A label too long for the mark is left to the header.
func (s *section) tabMark() {
	look, at, sh := s.sheet.Tab, s.doc.Place, s.sheet
	const pad = 3 // between the edge of the mark and its label, points
	if at == nil || look.Width <= 0 || look.Height <= 0 {
		return
	}
	label := at.Label
	if s.width(label, look.Size, true) > look.Width-2*pad {
		label = ""
	}
	step := look.Height + look.Gap
	slots := max(1, int((sh.Paper.Height-sh.Margins.Top-sh.Margins.Bottom+look.Gap)/step))
	y := sh.Margins.Top + float64((at.Tab-1)%slots)*step
	x := s.x
	x.open("w:p")
	x.open("w:pPr")
	x.val("w:pStyle", "Header")
	x.empty("w:framePr", "w:w", twips(look.Width), "w:h", twips(look.Height), "w:hRule", "exact", "w:hSpace", "0", "w:wrap", "around",
		"w:vAnchor", "page", "w:hAnchor", "page", "w:x", twips(sh.Paper.Width-look.Width), "w:y", twips(y))
	// Borders of its own colour make the ground as high as the mark: a ground
	// alone is no higher than the label.
	if over := (look.Height - 1.2*look.Size) / 2; over > 0 {
		x.open("w:pBdr")
		for _, edge := range []string{"w:top", "w:bottom"} {
			x.empty(edge, "w:val", "single", "w:sz", eighths(over), "w:space", "0", "w:color", hex(look.Ground))
		}
		x.close("w:pBdr")
	}
	x.empty("w:shd", "w:val", "clear", "w:color", "auto", "w:fill", hex(look.Ground))
	x.empty("w:spacing", "w:before", "0", "w:after", "0")
	x.val("w:jc", "center")
	x.close("w:pPr")
	l := s.plain()
	l.bold, l.size, l.color = true, look.Size, look.Ink
	s.run(label, l)
	x.close("w:p")
}
