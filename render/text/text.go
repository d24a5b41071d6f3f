// Package text writes documents as plain text: for e-mail, and as the
// reference that the words of the other formats are compared with.
//
// Start with [Write]. Its output is UTF-8 with LF line ends, wrapped at 78
// characters. Nothing is drawn: blank lines and indents carry the structure,
// so that no word is added to those of the tree but the marks of lists, which
// the other formats leave to the reader's program.
//
//   - Marking, caveats and the word of a draft stand once at the head and once
//     at the foot of each document; in a book its tab and stamps do, too.
//   - A footnote's mark is raised with the superscript digits of Unicode, right
//     against its word, "Centre)¹", as in the released notes themselves: a
//     plain digit would turn "2,595" with note 1 into "2,5951". The notes
//     follow the body, in order, each behind its mark.
//   - A link is its label; a severance made is its token; one to be made is its
//     text, then the provisions cited.
//   - A table whose columns do not fit side by side goes on in a further band
//     of columns below, with the same rows in the same order.
//
// [Words] gives the words alone, in reading order.
package text

import (
	"io"
	"math"
	"strings"

	"briefnote/render/doc"
)

// lineWidth is the longest line in characters, as e-mail programs and RFC 5322
// (section 2.1.1) would have it. Only a longer word may run over it.
const lineWidth = 78

// Write writes the documents as plain text, two blank lines apart. Nothing is
// written if a document holds a block or run of an unknown kind.
func Write(w io.Writer, docs []*doc.Document) error {
	p := &printer{}
	var lines []string
	for _, d := range docs {
		part := p.document(d, lineWidth)
		if len(lines) > 0 && len(part) > 0 {
			lines = append(lines, "", "")
		}
		lines = append(lines, part...)
	}
	if p.err != nil || len(lines) == 0 {
		return p.err
	}
	_, err := io.WriteString(w, strings.Join(lines, "\n")+"\n")
	return err
}

// Words returns the words of the documents in reading order: the body, then
// the footnotes, a document after the other. They are what every format must
// print, and so hold neither header and footer nor the marks of lists, and the
// marks of footnotes as plain digits attached to their word ("Centre)1").
// Words are what Unicode white space separates, no-break spaces included.
func Words(docs []*doc.Document) ([]string, error) {
	p := &printer{bare: true}
	var words []string
	for _, d := range docs {
		// On a line without end the cells of a table come one after the other.
		for _, line := range p.document(d, math.MaxInt) {
			words = append(words, strings.Fields(line)...)
		}
	}
	return words, p.err
}

// printer sets blocks as lines. Its first error ends up with the caller.
type printer struct {
	bare bool // the words of the tree only: see [Words]
	err  error
}

// document returns the lines of a document.
func (p *printer) document(d *doc.Document, width int) []string {
	furniture := p.furniture(d, width)
	return spaced([][]string{furniture, p.blocks(d.Blocks, width), p.notes(d.Notes, width), furniture})
}

// furniture returns what stands at the head and the foot of a document.
func (p *printer) furniture(d *doc.Document, width int) []string {
	if p.bare {
		return nil
	}
	var lines []string
	for _, entry := range d.Marking {
		lines = append(lines, wrap(entry, width)...)
	}
	for _, entry := range d.Caveats {
		lines = append(lines, wrap(entry, width)...)
	}
	if at := d.Place; at != nil {
		lines = append(lines, wrap(at.Words, width)...)
		lines = append(lines, at.Stamps.String())
	}
	return append(lines, wrap(d.Draft, width)...)
}

// notes returns the footnotes, each hanging from its mark.
func (p *printer) notes(notes []*doc.Note, width int) []string {
	parts := make([][]string, len(notes))
	for i, n := range notes {
		mark := p.mark(n.Mark) + " "
		parts[i] = hang(mark, columns(mark), wrap(p.runs(n.Runs), width-columns(mark)))
	}
	return spaced(parts)
}
