package diag

import "briefnote/internal/rows"

// packed holds findings of very many files in little room, a row a file.
type packed struct {
	files map[string]rows.Row
	words rows.Words
}

// Pack moves the findings from Diagnostics to where they take little room. They
// are printed and looked through as before. The edits of a finding must be in
// its own file.
func (r *Report) Pack() {
	p := &r.packed
	if p.files == nil {
		p.files = map[string]rows.Row{}
	}
	byFile := map[string]rows.Row{}
	for _, d := range r.Diagnostics {
		row := byFile[d.Span.File]
		p.add(&row, d)
		byFile[d.Span.File] = row
	}
	for name, row := range byFile {
		whole := make(rows.Row, 0, len(p.files[name])+len(row)) // no room to spare
		p.files[name] = append(append(whole, p.files[name]...), row...)
	}
	r.Diagnostics = nil
}

// add adds a finding to the row of its file.
func (p *packed) add(row *rows.Row, d Diagnostic) {
	p.words.Add(row, d.Rule)
	p.words.Add(row, d.ID)
	row.Number(int(d.Severity))
	span(row, d.Span, 0)
	p.words.Add(row, d.Message)
	p.words.Add(row, d.Hint)
	p.words.Add(row, d.Path)
	row.Number(len(d.Fix))
	for _, e := range d.Fix {
		span(row, e.Span, d.Span.Start)
		p.words.Add(row, e.Text)
	}
}

// span adds a span: how far it is from a place, and how long.
func span(row *rows.Row, s Span, from int) {
	row.Number(s.Start - from)
	row.Number(s.End - s.Start)
}

// of returns the findings of a file.
func (p *packed) of(name string) []Diagnostic {
	u := rows.Reader(p.files[name])
	next := func() string { return p.words.Next(&u) }
	place := func(from int) Span {
		start := from + u.Number()
		return Span{name, start, start + u.Number()}
	}
	var ds []Diagnostic
	for u != "" {
		d := Diagnostic{Rule: next(), ID: next(), Severity: Severity(u.Number())}
		d.Span = place(0)
		d.Message, d.Hint, d.Path = next(), next(), next()
		for range u.Number() {
			d.Fix = append(d.Fix, Edit{place(d.Span.Start), next()})
		}
		ds = append(ds, d)
	}
	return ds
}
