package docx

import (
	"math"
	"strconv"

	"briefnote/render/doc"
	"briefnote/render/style"
)

// faces are the fonts of a family that every Word has. They have the metrics of
// the fonts that the PDF embeds, and so the same lines.
var faces = map[string]struct {
	name string
	line float64 // distance of lines that Word calls single, as a multiple of the size
}{"sans": {"Arial", 1.149}, "serif": {"Times New Roman", 1.149}, "mono": {"Courier New", 1.133}}

// regions are the languages as Canada writes them (BCP 47).
var regions = map[doc.Lang]string{doc.English: "en-CA", doc.French: "fr-CA"}

// region returns the tag of a language.
func region(l doc.Lang) string {
	if r := regions[l]; r != "" {
		return r
	}
	return string(l)
}

// stylesPart writes the styles (17.7).
func (w *Writer) stylesPart(all []paraStyle, lang doc.Lang) []byte {
	x := part("w:styles", "xmlns:w", nsMain)
	w.defaults(x, &all[0], lang)
	byID := map[string]*paraStyle{}
	for i := range all {
		p := &all[i]
		byID[p.id] = p
		w.paraStyle(x, p, byID)
	}
	w.runStyles(x)
	w.tableStyles(x)
	x.open("w:style", "w:type", "numbering", "w:default", "1", "w:styleId", "NoList")
	x.val("w:name", "No List")
	x.close("w:style")
	x.close("w:styles")
	return x.b
}

// defaults writes what every style starts from: running text without space
// around it.
func (w *Writer) defaults(x *xml, normal *paraStyle, lang doc.Lang) {
	face := faces[w.sheet.Family].name
	if face == "" {
		face = faces["sans"].name
	}
	x.open("w:docDefaults")
	x.open("w:rPrDefault")
	x.open("w:rPr")
	x.empty("w:rFonts", "w:ascii", face, "w:eastAsia", face, "w:hAnsi", face, "w:cs", face)
	color(x, normal.Color)
	size(x, normal.Size)
	x.val("w:lang", region(lang))
	x.close("w:rPr")
	x.close("w:rPrDefault")
	x.open("w:pPrDefault")
	x.open("w:pPr")
	w.spacing(x, normal, 0, 0)
	x.close("w:pPr")
	x.close("w:pPrDefault")
	x.close("w:docDefaults")
}

func color(x *xml, c style.Color) {
	if c != (style.Color{}) {
		x.val("w:color", hex(c))
	}
}

// hex returns a colour as six digits (17.18.38).
func hex(c style.Color) string {
	const digits = "0123456789ABCDEF"
	b := make([]byte, 0, 6)
	for _, v := range []uint8{c.R, c.G, c.B} {
		b = append(b, digits[v>>4], digits[v&15])
	}
	return string(b)
}

func size(x *xml, points float64) {
	x.val("w:sz", halves(points))
	x.val("w:szCs", halves(points))
}

// spacing writes the space around a paragraph and the distance of its lines,
// which Word takes as a multiple of the font's own, in 240ths (17.3.1.33).
func (w *Writer) spacing(x *xml, p *paraStyle, before, after float64) {
	own := faces[w.sheet.Family].line
	if own == 0 {
		own = faces["sans"].line
	}
	if p.id == "AfterTable" { // as low as a line can be
		x.empty("w:spacing", "w:before", "0", "w:after", "0", "w:line", twips(1), "w:lineRule", "exact")
		return
	}
	line := strconv.Itoa(int(math.Round(240 * p.Leading / own)))
	x.empty("w:spacing", "w:before", twips(before), "w:after", twips(after), "w:line", line, "w:lineRule", "auto")
}

// paraStyle writes a style of paragraphs. What its base has and it has not is
// taken back.
func (w *Writer) paraStyle(x *xml, p *paraStyle, byID map[string]*paraStyle) {
	x.open("w:style", "w:type", "paragraph", "w:default", on(p.id == "Normal"), "w:customStyle", on(p.own), "w:styleId", p.id)
	x.val("w:name", p.name)
	base := byID["Normal"]
	if p.base != "" {
		base = byID[p.base]
	}
	if p != base {
		x.val("w:basedOn", base.id)
	}
	if p.heading > 0 || p.id == "Title" {
		x.val("w:next", "BodyText")
	}
	x.empty("w:qFormat")
	x.open("w:pPr")
	toggle(x, "w:keepNext", p.KeepNext, base.KeepNext)
	toggle(x, "w:keepLines", p.heading > 0, base.heading > 0)
	toggle(x, "w:pageBreakBefore", p.NewPage, base.NewPage)
	if p.num > 0 {
		numbered(x, p.num, p.level)
	}
	rule(x, p, base)
	w.spacing(x, p, p.Before, p.After)
	if p.Indent > 0 || p.hang > 0 {
		x.empty("w:ind", "w:left", twips(p.Indent+p.hang), "w:hanging", positive(p.hang))
	}
	if p.Align != base.Align {
		x.val("w:jc", p.Align.Side())
	}
	if p.heading > 0 {
		x.val("w:outlineLvl", strconv.Itoa(p.heading-1))
	}
	x.close("w:pPr")
	x.open("w:rPr")
	lettering(x, p.BlockStyle, base.BlockStyle)
	x.close("w:rPr")
	x.close("w:style")
}

// numbered makes a paragraph an item of a list.
func numbered(x *xml, num, level int) {
	x.open("w:numPr")
	x.val("w:ilvl", strconv.Itoa(level))
	x.val("w:numId", strconv.Itoa(num))
	x.close("w:numPr")
}

// rule writes the line below a block, as far from it as in print.
func rule(x *xml, p, base *paraStyle) {
	switch {
	case p.Rule > 0:
		x.open("w:pBdr")
		x.empty("w:bottom", "w:val", "single", "w:sz", eighths(p.Rule), "w:space", "3", "w:color", hex(p.Color))
		x.close("w:pBdr")
	case base.Rule > 0:
		x.open("w:pBdr")
		x.empty("w:bottom", "w:val", "nil")
		x.close("w:pBdr")
	}
}

// lettering writes how looks differ from others in their letters.
func lettering(x *xml, s, base style.BlockStyle) {
	toggle(x, "w:b", s.Bold, base.Bold)
	toggle(x, "w:i", s.Italic, base.Italic)
	toggle(x, "w:caps", s.Upper, base.Upper)
	if s.Color != base.Color {
		x.val("w:color", hex(s.Color))
	}
	if s.Size != base.Size {
		size(x, s.Size)
	}
	switch {
	case s.Underline && !base.Underline:
		x.val("w:u", "single")
	case base.Underline && !s.Underline:
		x.val("w:u", "none")
	}
}

// toggle writes a property that is on or off where it differs from the base's.
func toggle(x *xml, name string, on, base bool) {
	switch {
	case on && !base:
		x.empty(name)
	case base && !on:
		x.val(name, "0")
	}
}

// on returns the value of an attribute that is left out where it is false.
func on(b bool) string {
	if b {
		return "1"
	}
	return ""
}

// positive returns a length in twips, or nothing for none.
func positive(points float64) string {
	if points <= 0 {
		return ""
	}
	return twips(points)
}

// superscript is the size of raised letters as Word draws them, as a multiple
// of the size around them.
const superscript = 0.65

// runStyles writes the styles of pieces of text.
func (w *Writer) runStyles(x *xml) {
	x.open("w:style", "w:type", "character", "w:default", "1", "w:styleId", "DefaultParagraphFont")
	x.val("w:name", "Default Paragraph Font")
	x.close("w:style")
	sh, body := w.sheet, w.complete(w.sheet.Blocks[string(doc.RoleBody)])
	raised := func(part float64) {
		if part > 1.05*superscript { // larger than Word would draw it
			size(x, body.Size*part/superscript)
		}
		x.val("w:vertAlign", "superscript")
	}
	runStyle(x, "FootnoteReference", "footnote reference", false, func() { raised(sh.Note.MarkSize) })
	runStyle(x, "Provisions", "Provisions", true, func() { raised(sh.Severance.Cite) })
	runStyle(x, "Hyperlink", "Hyperlink", false, func() {
		color(x, sh.Link.Color)
		if sh.Link.Underline {
			x.val("w:u", "single")
		}
	})
	runStyle(x, "Severance", "Severance", true, func() {
		if sh.Severance.Rule > 0 {
			x.empty("w:bdr", "w:val", "single", "w:sz", eighths(sh.Severance.Rule), "w:space", "0", "w:color", hex(sh.Severance.Color))
		}
		shade(x, sh.Severance.Fill)
	})
	runStyle(x, "ToWithhold", "To Withhold", true, func() { shade(x, sh.Severance.Mark) })
	runStyle(x, "RunInTopic", "Run-in Topic", true, func() { lettering(x, w.complete(sh.Blocks[string(doc.RoleRunIn)]), body) })
	runStyle(x, "SignOffLabel", "Sign-off Label", true, func() {
		lettering(x, w.complete(sh.Blocks[style.BlockSignOffLabel]), w.complete(sh.Blocks[style.BlockSignOff]))
	})
	runStyle(x, "EntryLabel", "Entry Label", true, func() { x.empty("w:b") })
}

// runStyle writes a style of pieces of text, with the looks that are written
// in between.
func runStyle(x *xml, id, name string, own bool, looks func()) {
	x.open("w:style", "w:type", "character", "w:customStyle", on(own), "w:styleId", id)
	x.val("w:name", name)
	x.val("w:basedOn", "DefaultParagraphFont")
	x.empty("w:qFormat")
	x.open("w:rPr")
	looks()
	x.close("w:rPr")
	x.close("w:style")
}

// shade writes a ground behind text. The zero colour means none, and white is
// the paper's own.
func shade(x *xml, c style.Color) {
	if tinted(c) {
		x.empty("w:shd", "w:val", "clear", "w:color", "auto", "w:fill", hex(c))
	}
}

func tinted(c style.Color) bool {
	return c != (style.Color{}) && c != (style.Color{R: 255, G: 255, B: 255})
}

// tableStyles writes the styles of tables: plain ones, those of a note, and
// that of a notice, which has a line above and below it.
func (w *Writer) tableStyles(x *xml) {
	t, n := w.sheet.Table, w.complete(w.sheet.Blocks[style.BlockNotice])
	open := func(id, name string, own bool) {
		x.open("w:style", "w:type", "table", "w:default", on(!own), "w:customStyle", on(own), "w:styleId", id)
		x.val("w:name", name)
		if own {
			x.val("w:basedOn", "TableNormal")
		}
		x.open("w:tblPr")
	}
	end := func() { x.close("w:tblPr"); x.close("w:style") }
	open("TableNormal", "Normal Table", false)
	x.empty("w:tblInd", "w:w", "0", "w:type", "dxa")
	margins(x, 0, 0)
	end()
	open("NoteTable", "Note Table", true)
	borders(x, t.Rule, t.RuleColor, "top", "left", "bottom", "right", "insideH", "insideV")
	margins(x, t.PadY, t.PadX)
	end()
	open("NoticeTable", "Notice Table", true)
	borders(x, n.Rule, n.Color, "top", "bottom")
	margins(x, n.Size*n.Leading, 0)
	end()
}

func borders(x *xml, thickness float64, c style.Color, sides ...string) {
	if thickness <= 0 {
		return
	}
	x.open("w:tblBorders")
	for _, s := range sides {
		x.empty("w:"+s, "w:val", "single", "w:sz", eighths(thickness), "w:space", "0", "w:color", hex(c))
	}
	x.close("w:tblBorders")
}

// margins writes the space around the text of cells.
func margins(x *xml, updown, beside float64) {
	x.open("w:tblCellMar")
	for _, m := range []struct {
		side string
		pad  float64
	}{{"top", updown}, {"left", beside}, {"bottom", updown}, {"right", beside}} {
		x.empty("w:"+m.side, "w:w", twips(m.pad), "w:type", "dxa")
	}
	x.close("w:tblCellMar")
}
