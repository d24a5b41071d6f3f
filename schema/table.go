package schema

import (
	"strings"
)

// maxColumns bounds the width of a table.
const maxColumns = 64

var ruleCell = pattern(`^\s*(:?)-+(:?)\s*$`)

// cellRange is where a cell stands in the scalar's value, without its pipes.
type cellRange struct{ start, end int }

// table reads a pipe table: a header row, a line |---|---| that gives each
// column its alignment, and rows. It returns nil where that line is missing.
func (p *blockParser) table() *Table {
	head := p.line()
	header := p.cells(head)
	p.next++
	align, ok := p.tableRule()
	if !ok {
		p.bad(head, "a table needs a line such as |---|---| under its header row", "add it, with as many columns as the header")
		for !p.done() && p.line().kind == tableLine {
			p.next++
		}
		return nil
	}
	if len(header) > maxColumns {
		p.bad(head, "a table has more than 64 columns", "split it")
		header = header[:maxColumns]
	}
	if len(align) != len(header) {
		p.bad(p.lines[p.next-1], "this line has another number of columns than the header", "give it one |---| a column")
	}
	for len(align) < len(header) {
		align = append(align, "")
	}
	t := &Table{Align: align[:len(header)], Header: p.row(header, len(header))}
	for ; !p.done() && p.line().kind == tableLine; p.next++ {
		cells := p.cells(p.line())
		if len(cells) > len(header) {
			p.bad(p.line(), "this row has more cells than the header", `delete a |, or write \| for one that is text`)
			cells = cells[:len(header)]
		}
		t.Rows = append(t.Rows, p.row(cells, len(header)))
	}
	return t
}

// tableRule reads the line under the header.
func (p *blockParser) tableRule() ([]string, bool) {
	if p.done() || p.line().kind != tableLine {
		return nil, false
	}
	var align []string
	for _, c := range p.cells(p.line()) {
		m := ruleCell().FindStringSubmatch(p.text.Value[c.start:c.end])
		switch {
		case m == nil:
			return nil, false
		case m[1] != "" && m[2] != "":
			align = append(align, "center")
		case m[2] != "":
			align = append(align, "end")
		default:
			align = append(align, "")
		}
	}
	p.next++
	return align, true
}

// cells cuts a line at its pipes but for escaped ones.
func (p *blockParser) cells(l blockLine) []cellRange {
	value := p.text.Value
	end := l.start + len(strings.TrimRight(value[l.start:l.end], " \t"))
	var out []cellRange
	from := l.textAt + 1
	for i := from; i < end; i++ {
		switch value[i] {
		case '\\':
			i++
		case '|':
			out = append(out, cellRange{from, i})
			from = i + 1
		}
	}
	if from < end { // a row need not end with a pipe
		out = append(out, cellRange{from, end})
	}
	return out
}

// row parses cells, and fills a short row up with empty ones.
func (p *blockParser) row(cells []cellRange, width int) []Text {
	row := make([]Text, width)
	for i := range row {
		if i < len(cells) {
			row[i] = newText(p.decoder, p.text, cells[i].start, cells[i].end)
		} else {
			row[i] = Text{Source: p.text}
		}
	}
	return row
}
