package docx

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"briefnote/render/doc"
	"briefnote/render/style"
)

// runLooks is how runs look, beyond their paragraph.
type runLooks struct {
	style        string // of the run; empty: none
	bold, italic bool
	size         float64     // points; 0: that of the style
	color        style.Color // zero: that of the style
	lang         doc.Lang
	shaded       bool // within text to be withheld
	unlinked     bool // links are their labels alone
}

// plain returns the looks of words that have none of their own.
func (s *section) plain() runLooks { return runLooks{lang: s.doc.Lang} }

// runs writes runs of text.
func (s *section) runs(runs []doc.Run, l runLooks) {
	for _, r := range runs {
		switch r := r.(type) {
		case *doc.Text:
			own := l
			own.bold, own.italic = l.bold || r.Bold, l.italic || r.Italic
			own.lang = cmp.Or(r.Lang, l.lang)
			s.run(r.Value, own)
		case *doc.NoteRef:
			s.noteRef(r, l)
		case *doc.Link:
			s.link(r, l)
		case *doc.Severance:
			s.severance(r, l)
		default:
			s.fail(r, "DOCX has no form for this kind of run of text; please report it as a fault of brief")
		}
	}
}

// run writes words in one look.
func (s *section) run(words string, l runLooks) {
	if words == "" {
		return
	}
	s.x.open("w:r")
	s.properties(l)
	s.text(words)
	s.x.close("w:r")
}

// properties writes the looks of a run, in the order of 17.3.2.28.
func (s *section) properties(l runLooks) {
	lang := ""
	if l.lang != s.lang {
		lang = region(l.lang)
	}
	shaded := l.shaded && tinted(s.sheet.Severance.Mark) && l.style != "ToWithhold"
	if l.style == "" && !l.bold && !l.italic && l.size == 0 && lang == "" && !shaded && l.color == (style.Color{}) {
		return
	}
	x := s.x
	x.open("w:rPr")
	if l.style != "" {
		x.val("w:rStyle", l.style)
	}
	x.flag(l.bold, "w:b")
	x.flag(l.italic, "w:i")
	color(x, l.color)
	if l.size > 0 {
		size(x, l.size)
	}
	if shaded {
		shade(x, s.sheet.Severance.Mark)
	}
	if lang != "" {
		x.val("w:lang", lang)
	}
	x.close("w:rPr")
}

// text writes the words of a run. Word has elements for the two characters
// that its fonts do not: the soft hyphen and the one that does not break. A
// line break is one of [Writer.wrapped].
func (s *section) text(words string) {
	s.inked = s.inked || strings.TrimSpace(words) != ""
	for words != "" {
		at := ordinary(words)
		if at > 0 {
			s.x.open("w:t", "xml:space", "preserve")
			s.x.text(words[:at])
			s.x.close("w:t")
		}
		if words = words[at:]; words == "" {
			return
		}
		r, n := utf8.DecodeRuneInString(words)
		s.x.empty(map[rune]string{'\u00AD': "w:softHyphen", '\u2011': "w:noBreakHyphen", '\n': "w:br"}[r])
		words = words[n:]
	}
}

// ordinary returns how many bytes of words stand before the first of those
// characters.
func ordinary(words string) int {
	for i := range len(words) {
		switch words[i] {
		case '\n', 0xC2, 0xE2: // with which they start in UTF-8
			if r, _ := utf8.DecodeRuneInString(words[i:]); r == '\n' || r == '\u00AD' || r == '\u2011' {
				return i
			}
		}
	}
	return len(words)
}

func (s *section) link(r *doc.Link, l runLooks) {
	target := address(r.URL)
	if target == "" || l.unlinked || doc.Plain(r.Runs) == "" {
		s.runs(r.Runs, l)
		return
	}
	links := &s.links
	if s.x == &s.notes {
		links = &s.noteLinks
	}
	l.style, l.unlinked = "Hyperlink", true
	s.x.open("w:hyperlink", "r:id", links.link(target), "w:history", "1")
	s.runs(r.Runs, l)
	s.x.close("w:hyperlink")
}

// severance writes a severance made as a content control whose title is what
// is read out, and one to be made as a marked run, its provisions behind it.
func (s *section) severance(r *doc.Severance, l runLooks) {
	inside := l
	if !r.Made {
		inside.shaded = true
		if inside.style == "" || inside.style == "RunInTopic" {
			inside.style = "ToWithhold"
		}
		s.runs(r.Runs, inside)
		if r.Cite != "" {
			l.style = "Provisions"
			s.run(" "+r.Cite, l)
		}
		return
	}
	inside.style = "Severance"
	spoken := s.doc.Labels.Spoken(r.Provisions)
	if spoken == "" {
		s.run(r.Token, inside)
		return
	}
	s.controls++
	s.x.open("w:sdt")
	s.x.open("w:sdtPr")
	s.x.val("w:alias", short(spoken))
	s.x.val("w:tag", "severance")
	s.x.val("w:id", strconv.Itoa(s.controls))
	s.x.close("w:sdtPr")
	s.x.open("w:sdtContent")
	s.run(r.Token, inside)
	s.x.close("w:sdtContent")
	s.x.close("w:sdt")
}

// longestTitle is how many characters Word takes for the title of a control.
const longestTitle = 64

// short cuts a title to what Word takes.
func short(title string) string {
	r := []rune(title)
	if len(r) <= longestTitle {
		return title
	}
	return string(r[:longestTitle-1]) + "…"
}

// bookmark opens a bookmark and returns its id, for its end.
func (s *section) bookmark(x *xml, name string) string {
	s.bookmarks++
	id := strconv.Itoa(s.bookmarks)
	x.empty("w:bookmarkStart", "w:id", id, "w:name", name)
	return id
}

func headingName(n int) string { return fmt.Sprintf("heading_%d", n) }

// field writes a field with what it shows until it is counted anew (17.16.18).
func (s *section) field(instruction, shown string, l runLooks) {
	s.fieldChar("begin", l)
	s.instruction(instruction, l)
	s.fieldChar("separate", l)
	s.run(shown, l)
	s.fieldChar("end", l)
}

func (s *section) fieldChar(kind string, l runLooks) {
	s.x.open("w:r")
	s.properties(l)
	s.x.empty("w:fldChar", "w:fldCharType", kind)
	s.x.close("w:r")
}

func (s *section) instruction(words string, l runLooks) {
	s.x.open("w:r")
	s.properties(l)
	s.x.open("w:instrText", "xml:space", "preserve")
	s.x.text(words)
	s.x.close("w:instrText")
	s.x.close("w:r")
}

func (s *section) tab() {
	s.x.open("w:r")
	s.x.empty("w:tab")
	s.x.close("w:r")
}
