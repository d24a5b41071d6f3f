package lint

import (
	"bytes"
	"iter"
	"strings"
	"unicode"

	"briefnote/internal/strictyaml"
	"briefnote/schema"
)

// nbsp keeps what it parts on one line.
const nbsp = "\u00a0" // NO-BREAK SPACE

// frenchPassages gives the passages in French, but for the number a note is
// tracked under, whose form is no author's choice.
func frenchPassages(p *Pass) iter.Seq[*Passage] {
	return func(yield func(*Passage) bool) {
		for _, ps := range p.Passages {
			if ps.Lang == "fr" && ps.Part != "tracking_number" && !yield(ps) {
				return
			}
		}
	}
}

// isNoBreak reports whether r is a space that keeps a line together: the usual
// one, or the narrow one that some keyboards and Word type in French.
func isNoBreak(r rune) bool { return r == '\u00a0' || r == '\u202f' }

// spaceBefore returns where the white space starts that ends at i.
func (p *Passage) spaceBefore(i int) int {
	return len(strings.TrimRightFunc(p.Plain[:i], unicode.IsSpace))
}

// spaceAfter returns where the white space ends that starts at i.
func (p *Passage) spaceAfter(i int) int {
	return len(p.Plain) - len(strings.TrimLeftFunc(p.Plain[i:], unicode.IsSpace))
}

// frenchEdit is a change of plain words [start, end) of a passage.
type frenchEdit struct {
	start, end int
	words      string
}

// frenchMend adds edits as the fix of a finding, all or none: none where one
// would change what is to be severed, or take markup with it.
func frenchMend(f *Finding, ps *Passage, edits ...frenchEdit) {
	for _, e := range edits {
		comma := strings.Contains(e.words, ",") && !strings.Contains(ps.Plain[e.start:e.end], ",")
		if !frenchMendable(ps, e) || comma && inFlow(f.pass.File.Source, ps) {
			return
		}
	}
	for _, e := range edits {
		f.Fix(ps, e.start, e.end, e.words)
		f.overIndent()
	}
}

// overIndent makes the last edit of a finding take the indentation of the next
// line with it where it takes the line break before.
func (f *Finding) overIndent() {
	fixes, file := (*f.pass.out)[f.at].Fix, f.pass.File.Source
	span := &fixes[len(fixes)-1].Span
	if span.End == span.Start || file[span.End-1] != '\n' {
		return
	}
	for span.End < len(file) && (file[span.End] == ' ' || file[span.End] == '\t') {
		span.End++
	}
}

func frenchMendable(ps *Passage, e frenchEdit) bool {
	if strings.ContainsRune(ps.Plain[e.start:e.end], Hole) {
		return false
	}
	for _, s := range ps.Spans {
		within := s.Start < e.end && e.start < s.End
		if within && s.Kind == schema.Severance ||
			s.Start > e.start && s.Start < e.end || s.End > e.start && s.End < e.end {
			return false
		}
	}
	return true
}

// inFlow reports whether a passage stands without quotes between the braces or
// brackets of YAML's flow style, where a comma would end it: what follows it is
// then a comma or a closing one.
func inFlow(file []byte, ps *Passage) bool {
	source := ps.Text.Source
	if source.Style != strictyaml.Plain {
		return false
	}
	rest := bytes.TrimLeft(file[source.Span.End:], " \t\r\n")
	return len(rest) > 0 && strings.IndexByte(",]}", rest[0]) >= 0
}

// isCapitals reports whether a word has two letters or more, all of them capitals.
func isCapitals(w string) bool {
	letters := 0
	for _, r := range w {
		if unicode.IsLetter(r) {
			if !unicode.IsUpper(r) {
				return false
			}
			letters++
		}
	}
	return letters > 1
}

// opensSentenceAt reports whether the word at i is the first of its sentence.
func opensSentenceAt(ps *Passage, i int) bool {
	for _, s := range ps.Sentences() {
		if i >= s.Start && i < s.End {
			return strings.IndexFunc(ps.Plain[s.Start:i], func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) < 0
		}
	}
	return true
}
