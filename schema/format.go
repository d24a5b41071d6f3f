package schema

import (
	"bytes"
	"errors"
	"strings"

	"briefnote/internal/strictyaml"
)

// Width is how many columns, in characters, a line of a formatted file has at
// most, but for what is not broken: text under |, severances, links, words.
const Width = 100

// ErrFormat says that a file would not read as before if it were formatted. It
// is a fault of this package.
var ErrFormat = errors.New("the formatted note would not read as this one")

// Format returns a file in canonical form, which docs/format.md describes: its
// keys in the order of the field table, its texts broken into lines of
// [Width] columns, its values in the words of the contract. Comments stay with
// what they are about, and so do line endings and a byte-order mark. A file in
// canonical form is returned as it is.
//
// The file must be valid. What is returned has been read again: its notes say
// what those of f say, and it has the comments of f. Otherwise the error is
// [ErrFormat].
func Format(f *File) ([]byte, error) {
	layout := f.parsed.Layout()
	w := &writer{about: layout.Entries, items: map[*strictyaml.Node]bool{}}
	out := w.file(layout.Parts)
	src := []byte(assemble(out, f.Source))
	if bytes.Equal(src, f.Source) {
		return src, nil
	}
	if g := Decode(f.Name, src); !sameFile(f, g) {
		return nil, ErrFormat
	}
	return src, nil
}

// assemble makes a file of lines, with the line endings of another.
func assemble(b block, like []byte) string {
	ending := "\n"
	if crlf := bytes.Count(like, []byte("\r\n")); 2*crlf > bytes.Count(like, []byte("\n")) {
		ending = "\r\n"
	}
	text := strings.Join(b.lines, ending)
	if bytes.HasSuffix(bytes.TrimRight(like, " \t"), []byte("\n")) || b.feeds {
		text += ending
	}
	if bytes.HasPrefix(like, []byte("\ufeff")) {
		text = "\ufeff" + text
	}
	return text
}

// block is lines of a file.
type block struct {
	lines []string
	keeps bool // its last text would take blank lines below for its own
	feeds bool // its last text ends with a line feed
}

// writer writes the values of a file.
type writer struct {
	about map[*strictyaml.Node]*strictyaml.Comments
	items map[*strictyaml.Node]bool // of lists on lines of their own
}

// file writes the documents of a file, with a --- line before each but the first.
func (w *writer) file(parts []strictyaml.Part) block {
	var out block
	for i, p := range parts {
		if p.Root == nil && i > 0 { // comments at the end, or between ... and ---
			out.comments(append(p.Beside, p.Top...), 0)
			continue
		}
		if p.Root != nil && (p.Marked || len(out.lines) > 0) {
			out.add("---" + beside(last(p.Beside)))
			p.Top = append(allButLast(p.Beside), p.Top...)
		}
		out.comments(p.Top, 0)
		if p.Root == nil {
			continue
		}
		if p.Loose {
			out.add("")
		}
		body := w.collection(p.Root, 0)
		out.lines = append(out.lines, body.lines...)
		out.keeps, out.feeds = body.keeps, body.feeds
	}
	return out
}

func (b *block) add(line string) {
	b.lines = append(b.lines, line)
	b.keeps, b.feeds = false, false
}

// blank adds a blank line, unless a text would take it for its own.
func (b *block) blank() {
	if !b.keeps {
		b.add("")
	}
}

// comments adds comments on lines of their own.
func (b *block) comments(cs []strictyaml.Comment, column int) {
	for _, c := range cs {
		if c.Apart && len(b.lines) > 0 {
			b.blank()
		}
		b.add(strings.Repeat(" ", column) + c.Text)
	}
}

// beside is a comment as it stands behind something.
func beside(cs []strictyaml.Comment) string {
	if len(cs) == 0 {
		return ""
	}
	return "  " + cs[0].Text
}

// last returns the last of several comments, the one that has room on a line.
func last(cs []strictyaml.Comment) []strictyaml.Comment { return cs[max(len(cs)-1, 0):] }

func allButLast(cs []strictyaml.Comment) []strictyaml.Comment {
	return cs[:max(len(cs)-1, 0):max(len(cs)-1, 0)]
}
