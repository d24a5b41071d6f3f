package html

import (
	"html/template"
	"strconv"

	"briefnote/render/doc"
)

// unmarked is an item that has no mark. It stands between two lists, so that
// no reader's program marks or counts it.
type unmarked struct {
	Level  int
	Blocks []block
}

type list struct {
	Open, Close template.HTML
	Items       []item
}

// item of one paragraph of class item and of plain words has them as Words, not
// as Blocks: most are such, and are printed without the templates of blocks and
// runs.
type item struct {
	Words  string
	Blocks []block
}

// list returns a list in parts: it is interrupted by each unmarked item, and
// counts on behind it.
func (b *builder) list(l *doc.List) []block {
	var out []block
	var open *list
	next := max(l.Start, 1)
	last := next + len(l.Items) - 1
	at := min(b.level, b.deepest)
	b.level++
	for _, item := range l.Items {
		blocks := b.blocks(item.Blocks)
		if item.Unmarked {
			out = append(out, block{Unmarked: &unmarked{Level: at, Blocks: blocks}})
			open = nil
			continue
		}
		if open == nil {
			around := listTags(l.Style, next, at, b.looks.room(l.Style, at, last))
			open = &list{Open: around.open, Close: around.close}
			out = append(out, block{List: open})
		}
		open.Items = append(open.Items, newItem(blocks))
		next++
	}
	b.level--
	return out
}

func newItem(blocks []block) item {
	if len(blocks) != 1 {
		return item{Blocks: blocks}
	}
	if p := blocks[0].Paragraph; p != nil && p.Class == classItem && p.Words != "" && len(p.Lead) == 0 {
		return item{Words: p.Words}
	}
	return item{Blocks: blocks}
}

// room returns the room that the marks of a list need beside its items, in
// points, where that is more than the style gives them; else 0. A browser would
// set them over the edge of the paper, and cut them off in print.
func (l *looks) room(s doc.ListStyle, level, last int) float64 {
	if s != doc.Numbers {
		return 0
	}
	mark := letterWidth(strconv.Itoa(last)+". ", l.Style.Text.Size)
	if mark <= l.Levels[level].Text {
		return 0
	}
	return mark
}

// listTags returns the tags of a list of some level. Numbers have no type:
// LibreOffice forgets where they start if they have one.
func listTags(s doc.ListStyle, start, level int, room float64) tags {
	attributes := ` class="level-` + strconv.Itoa(level) + `"`
	if s == doc.Bullets {
		return element("ul", attributes)
	}
	if s == doc.Letters {
		attributes += ` type="a"`
	}
	if start != 1 {
		attributes += ` start="` + strconv.Itoa(start) + `"`
	}
	if room > 0 {
		attributes += ` style="margin-left:` + points(room) + `"`
	}
	return element("ol", attributes)
}
