package html

import (
	"html/template"
	"strconv"
	"strings"

	"briefnote/render/style"
)

// edges are the margins of a page outside of its header and footer in
// LibreOffice.
type edges struct{ header, footer float64 }

// sheetCSS returns the style sheet of a file: what it shares with others, and
// the margin boxes of each document.
func (w *Writer) sheetCSS(p *page, shared string) template.CSS {
	at := edges{p.Style.Margins.Top, p.Style.Margins.Bottom}
	if p.Single || p.Book {
		at = edges{p.Sheets[0].Header.page, p.Sheets[0].Footer.page}
	}
	common, ok := w.css.Load(at)
	if !ok {
		common = p.css(shared, at) // again and again the same, in a run of many notes
		w.css.Store(at, common)
	}
	var out rules
	out.Grow(len(common.(string)) + 1024) // for some margin boxes
	out.WriteString(common.(string))
	out.print(p)
	return template.CSS(out.String())
}

// css returns what every document shares, with the values of this style, and
// the blocks of the style.
func (l *looks) css(shared string, at edges) string {
	var w rules
	w.Grow(3 * len(shared)) // about what a house style makes of it
	w.filled(shared, l.values(at.header, at.footer))
	for _, c := range l.Classes {
		w.class(c)
	}
	for i, f := range l.Furniture {
		w.open(".furniture-" + strconv.Itoa(i))
		w.set("margin", "0pt 0pt "+points(hair)+" 0pt")
		w.letters(f.Size, 1.2, f.Color, f.Align)
		w.face(f.Bold, false)
		w.close()
	}
	for _, level := range l.Levels {
		w.level(level)
	}
	w.browsers(l.Classes, l.Levels)
	return w.String()
}

// values are what the variables of templates/html/style.css stand for. Header
// and footer are the margins of a page outside of those in LibreOffice.
func (l *looks) values(header, footer float64) map[string]string {
	sh := l.Style
	return map[string]string{
		"paper-width": points(sh.Paper.Width), "paper-height": points(sh.Paper.Height),
		"margin-top": points(sh.Margins.Top), "margin-right": points(sh.Margins.Right),
		"margin-bottom": points(sh.Margins.Bottom), "margin-left": points(sh.Margins.Left),
		"writer-top": points(header), "writer-bottom": points(footer),
		"header-edge": points(l.HeaderEdge), "footer-edge": points(l.FooterEdge),
		"ink": hex(sh.Ink), "family": family(sh.Family),
		"text-size": points(sh.Text.Size), "text-line": points(sh.Text.Size * sh.Text.Leading),
		"list-after": points(sh.List.After), "list-text": points(l.Levels[0].Text),
		"table-size": points(l.TableSize), "table-line": points(l.TableSize * sh.Text.Leading),
		"table-pad":    points(sh.Table.PadY) + " " + points(sh.Table.PadX),
		"table-before": points(sh.Table.Before), "table-after": points(sh.Table.After),
		"sign-off-before": points(sh.Blocks[style.BlockSignOff].Before), "sign-off-after": points(sh.Blocks[style.BlockSignOff].After),
		"notice-before": points(sh.Blocks[style.BlockNotice].Before), "notice-after": points(sh.Blocks[style.BlockNotice].After),
		"severance-pad": points(sh.Severance.Pad), "severance-rule": points(sh.Severance.Rule),
		"severance-color": hex(sh.Severance.Color), "severance-fill": fill(sh.Severance.Fill), "severance-mark": fill(sh.Severance.Mark),
		"cite-size": ems(l.CiteSize / l.MarkSize), "mark-size": ems(l.MarkSize), "mark-raise": ems(sh.Note.Raise / l.MarkSize),
		"link-color": hex(sh.Link.Color), "link-line": underline(sh.Link.Underline),
		"note-before": points(sh.Note.Before), "note-between": points(sh.Note.Between),
		"note-size": points(l.NoteSize), "note-line": points(l.NoteSize * l.NoteLeading),
		"note-rule": points(sh.Note.RuleWidth), "note-rule-length": points(sh.Note.RuleLength),
	}
}

// rules writes rules of CSS. No white space stands between them: a style sheet
// is in every file.
type rules struct{ strings.Builder }

func (w *rules) open(selector string) { w.WriteString(selector + "{") }
func (w *rules) close()               { w.WriteString("}\n") }

func (w *rules) set(property, value string) { w.WriteString(property + ":" + value + ";") }

// filled writes CSS with its comments left out, and the value of each variable
// in place of it. One without a value is left as it is, for a test to find.
func (w *rules) filled(css string, values map[string]string) {
	for css != "" {
		next := strings.IndexAny(css, "/v")
		if next < 0 {
			break
		}
		w.WriteString(css[:next])
		css = css[next:]
		if body, ok := strings.CutPrefix(css, "/*"); ok {
			_, css, _ = strings.Cut(body, "*/\n")
			continue
		}
		if name, rest, ok := strings.Cut(strings.TrimPrefix(css, "var(--"), ")"); ok && strings.HasPrefix(css, "var(--") {
			if value, known := values[name]; known {
				w.WriteString(value)
				css = rest
				continue
			}
		}
		w.WriteByte(css[0])
		css = css[1:]
	}
	w.WriteString(css)
}

// hair is the least space below a block, in points: LibreOffice takes none at
// all for a reason to leave half a centimetre.
const hair = 0.05

// class writes the looks of a kind of block.
func (w *rules) class(c class) {
	w.open("." + c.Name)
	if c.Name == classLead { // with a margin, it would be the paragraph's in LibreOffice
		w.face(c.Bold, c.Italic)
		w.set("font-size", points(c.Size))
		w.set("color", hex(c.Color))
		w.close()
		return
	}
	w.set("margin", points(c.writerBefore)+" 0pt "+points(max(c.After, hair))+" "+points(c.Indent))
	w.letters(c.Size, c.Leading, c.Color, c.Align)
	if c.Align == style.AlignCenter {
		w.set("text-wrap", "balance")
	}
	w.face(c.Bold, c.Italic)
	if c.Underline {
		w.set("text-decoration", "underline")
	}
	if c.Upper {
		w.set("text-transform", "uppercase")
	}
	if c.Rule > 0 {
		w.set("border-bottom", points(c.Rule)+" solid")
	}
	if c.KeepNext {
		w.set("break-after", "avoid")
	}
	if c.NewPage {
		w.set("break-before", "page")
	}
	w.close()
}

// letters writes size, line, colour and alignment.
func (w *rules) letters(size, leading float64, c style.Color, a style.Align) {
	w.set("font-size", points(size))
	w.set("line-height", points(size*leading))
	w.set("color", hex(c))
	w.set("text-align", a.Side())
}

func (w *rules) face(bold, italic bool) {
	if bold {
		w.set("font-weight", "bold")
	}
	if italic {
		w.set("font-style", "italic")
	}
}

// level writes the looks of lists at one depth.
func (w *rules) level(l level) {
	for _, class := range []string{".level-", ".unmarked-"} { // LibreOffice passes over classes named together
		w.open(class + strconv.Itoa(l.Number))
		w.set("margin-left", points(l.Text))
		w.set("margin-bottom", points(max(l.writerAfter, hair)))
		w.close()
	}
	if l.Bullet != "" {
		w.open("ul.level-" + strconv.Itoa(l.Number))
		w.set("list-style-type", quoted(l.Bullet))
		w.close()
	}
}

// browsers writes the space around blocks as browsers take it: of two spaces that
// meet, they keep the larger, where LibreOffice adds them up. And there the space
// below a list is that below each of its items.
func (w *rules) browsers(classes []class, levels []level) {
	w.open("@media screen,print")
	w.WriteByte('\n')
	for _, c := range classes {
		if c.writerBefore != c.Before {
			w.open("." + c.Name)
			w.set("margin-top", points(c.Before))
			w.close()
		}
	}
	for _, l := range levels {
		if l.writerAfter != l.After {
			n := strconv.Itoa(l.Number)
			w.open(".level-" + n + ",.unmarked-" + n)
			w.set("margin-bottom", points(l.After))
			w.close()
		}
	}
	w.close()
}

// print writes the margins of the documents' pages and what stands in them.
// Those of a document among others are pages of a name, and counted by
// themselves.
func (w *rules) print(p *page) {
	w.open("@media print")
	w.WriteByte('\n')
	for _, s := range p.Sheets {
		at := "@page"
		if !p.Single {
			at += " " + s.Page
			w.open("#" + s.Page)
			w.set("page", s.Page)
			w.close()
		}
		w.open(at)
		if !p.Single {
			w.set("counter-increment", s.Page)
		}
		w.set("margin-top", points(s.Header.print))
		w.set("margin-bottom", points(s.Footer.print))
		for _, b := range s.Boxes {
			w.box(b, p.Style.Family)
		}
		w.close()
	}
	w.close()
}

// box writes a margin box.
func (w *rules) box(b box, face string) {
	w.open("@" + b.At)
	w.set("font-family", family(face))
	w.set("content", b.content())
	w.set("width", b.Width)
	w.set("white-space", "pre-wrap")
	w.letters(b.Looks.Size, 1.2, b.Looks.Color, b.Looks.Align)
	w.face(b.Looks.Bold, false)
	if b.Header {
		w.set("vertical-align", "top")
		w.set("padding-top", points(b.Edge))
	} else {
		w.set("vertical-align", "bottom")
		w.set("padding-bottom", points(b.Edge))
	}
	w.close()
}

// content returns what a margin box says.
func (b *box) content() string {
	var pieces []string
	for _, p := range b.Pieces {
		if p.Counter != "" {
			pieces = append(pieces, "counter("+p.Counter+")")
		} else {
			pieces = append(pieces, quoted(p.Text))
		}
	}
	return strings.Join(pieces, " ")
}
