package docx

import (
	"fmt"
	"maps"
	"slices"
	"strconv"

	"briefnote/render/doc"
)

// Lists every file has: those of the styles List Bullet and List Number.
const (
	bulletList = 1
	numberList = 2
)

// wordLevels is how many levels a list of Word's has (17.9.6).
const wordLevels = 9

// numbering is the lists of a file (17.9): how their levels look, and the
// lists that look so.
type numbering struct {
	abstracts, nums xml
	known           map[string]int // levels to the definition that has them
	count           int            // lists
}

// level is how a level of a list looks.
type level struct {
	style doc.ListStyle
	hang  float64 // distance from the mark to the text, points
	round string  // letters before those that are counted: "a" from aa to az
}

// listing is a list of Word's that is being written: a list of the tree with
// those under it that look and count as its levels do.
type listing struct {
	num    int
	levels []level
	used   [wordLevels]bool // levels that would count on, not start again
}

// mark notes that an item of a level is written: the levels under it start again.
func (l *listing) mark(depth int) {
	depth = min(depth, wordLevels-1)
	l.used[depth] = true
	for i := depth + 1; i < wordLevels; i++ {
		l.used[i] = false
	}
}

// takes reports whether a list at a depth is a level of this one.
func (l *listing) takes(depth int, look level, start int) bool {
	if l == nil || depth >= len(l.levels) || l.levels[depth] != look || depth >= wordLevels {
		return false
	}
	return look.style == doc.Bullets || start == 1 && !l.used[depth]
}

// edges returns where the marks and the texts of a depth start, from the edge
// of the text around the outermost list, in points.
func (w *Writer) edges(levels []level, depth int) (mark, text float64) {
	in := w.sheet.List.Indent
	for i := 0; i <= depth; i++ {
		mark = text
		if len(in) > 0 {
			mark += in[min(i, len(in)-1)]
		}
		text = mark + w.sheet.List.Hang
		if i < len(levels) {
			text = mark + levels[i].hang
		}
	}
	return mark, text
}

// look returns how a list looks: its marks have the room they need.
func (w *Writer) look(l *doc.List) level {
	hang := w.sheet.List.Hang
	if l.Style == doc.Bullets {
		return level{style: doc.Bullets, hang: hang}
	}
	last := max(l.Start, 1) - 1
	for i := range l.Items {
		if !l.Items[i].Unmarked {
			last++
		}
	}
	widest := strconv.Itoa(last) + "." // digits are of one width
	if l.Style == doc.Letters {
		switch {
		case last > 26:
			widest = "mm."
		case last > 12: // m is the thirteenth, and the widest
			widest = "m."
		default:
			widest = "d."
		}
	}
	size := w.complete(w.sheet.Blocks[string(doc.RoleBody)]).Size
	return level{style: l.Style, hang: max(hang, w.width(widest, size, false)+markGap*size)}
}

// markGap is the least room between a mark and its text, as a multiple of the size.
const markGap = 0.4

// levelsOf returns the looks of a list and of the first one of each depth under it.
func (w *Writer) levelsOf(l *doc.List) []level {
	levels := []level{w.look(l)}
	var under func(blocks []doc.Block, depth int)
	visit := func(l *doc.List, depth int) {
		if depth == len(levels) {
			levels = append(levels, w.look(l))
		}
		for i := range l.Items {
			under(l.Items[i].Blocks, depth+1)
		}
	}
	under = func(blocks []doc.Block, depth int) {
		for _, b := range blocks {
			switch b := b.(type) {
			case *doc.List:
				visit(b, depth)
			case *doc.Severed:
				under(b.Blocks, depth)
			}
		}
	}
	for i := range l.Items {
		under(l.Items[i].Blocks, 1)
	}
	return levels
}

// listing returns the list of Word's that items of a list of the tree are
// written in, from that of a number on: that around it, where it counts and
// looks as its levels do, or a new one.
func (f *file) listing(around *listing, l *doc.List, depth, number int) *listing {
	levels := f.levelsOf(l)
	if l.Style == doc.Letters && number > alphabet { // Word would count aa, bb, cc
		levels[0].round = letters((number - 1) / alphabet)
		number = (number-1)%alphabet + 1
	}
	if around.takes(depth, levels[0], number) {
		return around
	}
	above := make([]level, depth)
	for i := range above {
		above[i] = level{style: doc.Bullets, hang: f.sheet.List.Hang}
		if around != nil && i < len(around.levels) {
			above[i] = around.levels[i]
		}
	}
	levels = append(above, levels...)
	levels = levels[:min(len(levels), wordLevels)]
	return &listing{num: f.numbering.list(f.Writer, levels, min(depth, wordLevels-1), number), levels: levels}
}

// alphabet is how many letters there are to count with.
const alphabet = 26

// letters returns a number from 1 as letters: a to z, then aa, ab and so on.
func letters(n int) string {
	s := ""
	for ; n > 0; n = (n - 1) / alphabet {
		s = string(rune('a'+(n-1)%alphabet)) + s
	}
	return s
}

// start defines the lists of the styles.
func (n *numbering) start(w *Writer) {
	n.known = map[string]int{}
	for _, s := range []doc.ListStyle{doc.Bullets, doc.Numbers} {
		levels := make([]level, wordLevels)
		for i := range levels {
			levels[i] = level{style: s, hang: w.sheet.List.Hang}
		}
		id := n.define(w, levels, styleNames[s])
		n.count++
		n.num(n.count, id)
		n.nums.close("w:num")
	}
}

// clone returns numbering that can be added to.
func (n *numbering) clone() numbering {
	return numbering{xml{slices.Clone(n.abstracts.b)}, xml{slices.Clone(n.nums.b)}, maps.Clone(n.known), n.count}
}

// styleNames are the styles of the items of lists.
var styleNames = map[doc.ListStyle]string{doc.Bullets: "ListBullet", doc.Numbers: "ListNumber", doc.Letters: "ListNumber"}

// list returns the number of a new list that starts at a depth. Lists of
// bullets alone are all one: there is nothing to count.
func (n *numbering) list(w *Writer, levels []level, depth, start int) int {
	plain := true
	for _, l := range levels {
		plain = plain && l == level{style: doc.Bullets, hang: w.sheet.List.Hang}
	}
	if plain {
		return bulletList
	}
	n.count++
	n.num(n.count, n.define(w, levels, ""))
	n.nums.open("w:lvlOverride", "w:ilvl", strconv.Itoa(depth))
	n.nums.val("w:startOverride", strconv.Itoa(start))
	n.nums.close("w:lvlOverride")
	n.nums.close("w:num")
	return n.count
}

func (n *numbering) num(id, definition int) {
	n.nums.open("w:num", "w:numId", strconv.Itoa(id))
	n.nums.val("w:abstractNumId", strconv.Itoa(definition))
}

// define returns the definition of a list with these levels, made if there is
// none yet. One that belongs to styles names them.
func (n *numbering) define(w *Writer, levels []level, styles string) int {
	key := fmt.Sprint(levels, styles)
	if id, ok := n.known[key]; ok {
		return id
	}
	id := len(n.known)
	n.known[key] = id
	x := &n.abstracts
	x.open("w:abstractNum", "w:abstractNumId", strconv.Itoa(id))
	x.val("w:nsid", fmt.Sprintf("B21EF%03X", id))
	x.val("w:multiLevelType", "multilevel")
	for i := range wordLevels {
		l := level{style: doc.Bullets, hang: w.sheet.List.Hang}
		if i < len(levels) {
			l = levels[i]
		}
		w.levelXML(x, i, l, levels, styles)
	}
	x.close("w:abstractNum")
	return id
}

// levelXML writes how a level of a list looks (17.9.6).
func (w *Writer) levelXML(x *xml, depth int, l level, levels []level, styles string) {
	x.open("w:lvl", "w:ilvl", strconv.Itoa(depth))
	x.val("w:start", "1")
	format, text := "bullet", w.bullet(depth)
	switch l.style {
	case doc.Numbers:
		format, text = "decimal", "%"+strconv.Itoa(depth+1)+"."
	case doc.Letters:
		format, text = "lowerLetter", l.round+"%"+strconv.Itoa(depth+1)+"."
	}
	x.val("w:numFmt", format)
	if styles != "" && depth < namedLevels {
		x.val("w:pStyle", levelStyle(styles, depth))
	}
	x.val("w:lvlText", text)
	x.val("w:lvlJc", "left")
	mark, edge := w.edges(levels, depth)
	x.open("w:pPr")
	x.empty("w:ind", "w:left", twips(edge), "w:hanging", twips(edge-mark))
	x.close("w:pPr")
	x.close("w:lvl")
}

// bullet returns the mark of a depth.
func (w *Writer) bullet(depth int) string {
	marks := w.sheet.List.Bullets
	if len(marks) == 0 {
		return "•"
	}
	return marks[min(depth, len(marks)-1)]
}

// levelStyle returns the style of a depth: Word has names for some.
func levelStyle(style string, depth int) string {
	if depth == 0 {
		return style
	}
	return style + strconv.Itoa(min(depth, namedLevels-1)+1)
}

// part returns the numbering part.
func (n *numbering) part() packed {
	x := part("w:numbering", "xmlns:w", nsMain)
	x.b = append(append(x.b, n.abstracts.b...), n.nums.b...)
	x.close("w:numbering")
	return deflate("word/numbering.xml", x.b)
}
