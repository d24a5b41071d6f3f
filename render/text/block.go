package text

import (
	"strconv"
	"strings"

	"briefnote/render/doc"
)

// blocks returns the lines of blocks, set apart by blank lines.
func (p *printer) blocks(blocks []doc.Block, width int) []string {
	var lines []string
	var before doc.Block
	for _, b := range blocks {
		part := p.block(b, width)
		if len(lines) > 0 && len(part) > 0 && !together(before, b) {
			lines = append(lines, "")
		}
		lines = append(lines, part...)
		before = b
	}
	return lines
}

// together reports whether two blocks are lines of one masthead, or of one
// meeting's particulars, and so stand without a blank line between them.
func together(a, b doc.Block) bool {
	first, ok1 := a.(*doc.Paragraph)
	second, ok2 := b.(*doc.Paragraph)
	return ok1 && ok2 && first.Role == second.Role &&
		(first.Role == doc.RoleMasthead || first.Role == doc.RoleMeeting)
}

func (p *printer) block(b doc.Block, width int) []string {
	switch b := b.(type) {
	case *doc.Heading:
		return wrap(p.runs(b.Runs), width)
	case *doc.Paragraph:
		return wrap(p.runs(b.Lead)+" "+p.runs(b.Runs), width)
	case *doc.List:
		return p.list(b, width)
	case *doc.Table:
		return p.table(b, width)
	case *doc.SignOff:
		return p.signOff(b, width)
	case *doc.Notice:
		return p.notice(b, width)
	case *doc.Contents:
		return p.contents(b, width)
	case *doc.Severed:
		return append(p.blocks(b.Blocks, width), wrap(b.Cite, width)...)
	}
	p.fail("block", b)
	return nil
}

// list returns the items, hanging from their marks. If one takes more than a
// line, blank lines set them all apart.
func (p *printer) list(l *doc.List, width int) []string {
	marks := p.marks(l)
	indent := 0
	for _, m := range marks {
		indent = max(indent, columns(m))
	}
	items := make([][]string, len(l.Items))
	tight := true
	for i, item := range l.Items {
		items[i] = hang(marks[i], indent, p.blocks(item.Blocks, width-indent))
		tight = tight && len(items[i]) == 1
	}
	if !tight {
		return spaced(items)
	}
	var lines []string
	for _, item := range items {
		lines = append(lines, item...)
	}
	return lines
}

// marks returns the mark of each item, with the space behind it.
func (p *printer) marks(l *doc.List) []string {
	marks := make([]string, len(l.Items))
	n := max(l.Start, 1)
	for i, item := range l.Items {
		if item.Unmarked || p.bare {
			continue
		}
		switch l.Style {
		case doc.Numbers:
			marks[i] = strconv.Itoa(n) + ". "
		case doc.Letters:
			marks[i] = letters(n) + ". "
		default:
			marks[i] = "- "
		}
		n++
	}
	return marks
}

// letters returns a number from 1 as letters: a to z, then aa, ab and so on.
func letters(n int) string {
	s := ""
	for ; n > 0; n = (n - 1) / 26 {
		s = string(rune('a'+(n-1)%26)) + s
	}
	return s
}

// signOff returns the sign-off with its labels in a column of their own.
func (p *printer) signOff(s *doc.SignOff, width int) []string {
	indent := 0
	for _, line := range s.Lines {
		indent = max(indent, columns(line.Label)+1)
	}
	var lines []string
	for _, line := range s.Lines {
		var entries []string
		for _, entry := range line.Entries {
			entries = append(entries, wrap(p.runs(entry), width-indent)...)
		}
		lines = append(lines, hang(line.Label, indent, entries)...)
	}
	return lines
}

// notice returns the head of a notice, then what it says in each language.
func (p *printer) notice(n *doc.Notice, width int) []string {
	parts := [][]string{wrap(p.runs(n.Head), width)}
	for _, side := range n.Sides {
		var lines []string
		for _, paragraph := range side.Paragraphs {
			lines = append(lines, wrap(p.runs(paragraph), width)...)
		}
		parts = append(parts, lines)
	}
	return spaced(parts)
}

// contents returns a list of contents: labels, titles and pages in columns.
func (p *printer) contents(c *doc.Contents, width int) []string {
	labels, pages := 0, 0
	for _, e := range c.Entries {
		labels = max(labels, columns(e.Label)+gutter)
		pages = max(pages, columns(e.Page)+gutter)
	}
	room := width - labels
	if pages > gutter {
		room -= pages
	}
	var lines []string
	for _, e := range c.Entries {
		title := wrap(p.runs(e.Runs), room)
		if n := len(title) - 1; n >= 0 && e.Page != "" {
			gap := " "
			if !p.bare {
				gap = pad(title[n], room+pages-columns(e.Page))
			}
			title[n] += gap + e.Page
		}
		lines = append(lines, hang(e.Label, labels, title)...)
	}
	return lines
}

// cells returns what the cells of a row say, trimmed.
func (p *printer) cells(row []doc.Cell) []string {
	texts := make([]string, len(row))
	for i, c := range row {
		texts[i] = strings.TrimSpace(p.runs(c.Runs))
	}
	return texts
}
