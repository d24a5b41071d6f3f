package html

import "unicode"

// The fonts are the reader's, so no width is known when the file is written.
// What is here is near enough to keep words from running off the paper.

// letterWidth returns how wide text is at the most, in points: the capitals of
// Arial and its like are 0.72 sizes wide on average, digits and small letters
// 0.56, bold ones included, stops and spaces 0.28.
func letterWidth(s string, size float64) float64 {
	width := 0.0
	for _, r := range s {
		width += letter(r)
	}
	return width * size
}

func letter(r rune) float64 {
	switch {
	case unicode.IsUpper(r):
		return 0.72
	case r == '.' || r == ' ':
		return 0.28
	}
	return 0.56
}

// column returns the width of the text on the paper, in points.
func (l *looks) column() float64 {
	return l.Style.Paper.Width - l.Style.Margins.Left - l.Style.Margins.Right
}

// tight reports whether the longest words of a table, side by side, are wider
// than the text on the paper.
func (l *looks) tight(t *table) bool {
	size, padX, _ := l.narrow(len(t.Header))
	total := 0.0
	for i := range t.Header {
		longest := longestWord(t.Header[i].Runs)
		for _, row := range t.Rows {
			if i < len(row.Cells) {
				longest = max(longest, longestWord(row.Cells[i].Runs))
			}
		}
		total += longest*size + 2*padX
	}
	return total > l.column()
}

// longestWord returns the width of the longest word of runs, as a multiple of
// the size of its letters.
func longestWord(runs []run) float64 {
	var m wordMeter
	m.runs(runs)
	m.end()
	return m.longest
}

// longCell is the width of text, as a multiple of the size of its letters, from
// which the row of a table may be broken between two pages: some ten lines of a
// column of a third of the page.
const longCell = 200

// textWidth returns the width of runs in one line, as a multiple of the size of
// their letters.
func textWidth(runs []run) float64 {
	var m wordMeter
	m.runs(runs)
	m.end()
	return m.total
}

// wordMeter measures words that may go on from one run to the next.
type wordMeter struct{ longest, total, open float64 }

func (m *wordMeter) runs(runs []run) {
	for _, r := range runs {
		switch {
		case r.Text != "":
			m.text(r.Text)
		case r.Words != nil:
			m.text(r.Words.Value)
		case r.Ref != nil:
			m.text(r.Ref.Mark)
		case r.Made != nil:
			m.text(r.Made.Token)
		case r.Link != nil:
			m.runs(r.Link.Runs)
		case r.Withhold != nil:
			m.runs(r.Withhold.Runs)
			m.end()
			m.text(r.Withhold.Cite)
		}
	}
}

func (m *wordMeter) text(s string) {
	for _, r := range s {
		if r == ' ' || r == '-' { // a line may end behind both
			m.end()
			continue
		}
		m.open += letter(r)
	}
}

func (m *wordMeter) end() {
	m.longest, m.total, m.open = max(m.longest, m.open), m.total+m.open, 0
}
