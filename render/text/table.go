package text

import (
	"fmt"
	"strings"

	"briefnote/render/doc"
)

const (
	gutter     = 2  // characters between two columns
	narrowCell = 12 // a cell of more text than this is not wrapped to less, in characters
)

// column is a column of a table: how wide it would be without wrapping, the
// least it needs, and what it gets, all in characters.
type column struct {
	natural, least, width int
	align                 doc.Align
}

// table returns the table in bands of as many columns as fit side by side.
func (p *printer) table(t *doc.Table, width int) []string {
	rows := [][]string{p.cells(t.Header)}
	for i, row := range t.Rows {
		if len(row) != len(t.Header) {
			p.ragged(t, i, len(row))
			return nil
		}
		rows = append(rows, p.cells(row))
	}
	cols := measure(rows, t.Align)
	var bands [][]string
	for from := 0; from < len(cols); {
		to := from + fit(cols[from:], width)
		share(cols[from:to], width)
		bands = append(bands, band(rows, cols, from, to))
		from = to
	}
	return spaced(bands)
}

// ragged records a row that has not as many cells as the header.
func (p *printer) ragged(t *doc.Table, row, cells int) {
	if p.err == nil {
		p.err = fmt.Errorf("%s %s: the table has cells missing or too many: %d in row %d, and %d in its header; give every row as many as the header",
			t.Span.File, t.Pointer, cells, row+1, len(t.Header))
	}
}

// measure returns the columns of a table whose first row is the header.
func measure(rows [][]string, align []doc.Align) []column {
	cols := make([]column, len(rows[0]))
	for i := range cols {
		c := &cols[i]
		if i < len(align) {
			c.align = align[i]
		}
		for _, row := range rows {
			c.natural = max(c.natural, columns(row[i]))
			for word := range strings.FieldsFuncSeq(row[i], breaks) {
				c.least = max(c.least, columns(word))
			}
		}
		c.least = max(c.least, min(c.natural, narrowCell))
	}
	return cols
}

// fit returns how many of the columns stand side by side in width: at least one.
func fit(cols []column, width int) int {
	used := 0
	for i, c := range cols {
		if i > 0 && used+gutter+c.least > width {
			return i
		}
		used += c.least
		if i > 0 {
			used += gutter
		}
	}
	return len(cols)
}

// share gives each column its least width and shares out what is left, to each
// by what it lacks.
func share(cols []column, width int) {
	spare, lacking := width-gutter*(len(cols)-1), 0
	for _, c := range cols {
		spare -= c.least
		lacking += c.natural - c.least
	}
	spare = max(min(spare, lacking), 0)
	for i := range cols {
		c := &cols[i]
		c.width = c.least
		if lacking > 0 {
			c.width += spare * (c.natural - c.least) / lacking
		}
	}
}

// band returns the lines of some columns: the header set off from the rows,
// and the rows from one another if one of them takes more than a line.
func band(rows [][]string, cols []column, from, to int) []string {
	parts := make([][]string, len(rows))
	tight := true
	for i, row := range rows {
		parts[i] = rowLines(row[from:to], cols[from:to])
		tight = tight && (i == 0 || len(parts[i]) == 1)
	}
	if parts[0][0] == "" {
		parts[0] = nil // no header to set off
	}
	if !tight {
		return spaced(parts)
	}
	var body []string
	for _, part := range parts[1:] {
		body = append(body, part...)
	}
	return spaced([][]string{parts[0], body})
}

// rowLines returns a row with its cells side by side. A row without words is an
// empty line, so that the rows of all bands run in step.
func rowLines(row []string, cols []column) []string {
	lines := []string{""}
	at := 0
	for i, c := range cols {
		for n, text := range wrap(row[i], c.width) {
			if n == len(lines) {
				lines = append(lines, "")
			}
			lines[n] += pad(lines[n], at) + aligned(text, c)
		}
		at += c.width + gutter
	}
	return lines
}

// aligned returns a line of a cell, moved to where its column wants it.
func aligned(s string, c column) string {
	free := pad(s, c.width)
	switch c.align {
	case doc.AlignEnd:
		return free + s
	case doc.AlignCenter:
		return free[:len(free)/2] + s
	}
	return s
}
