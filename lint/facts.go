package lint

import (
	"briefnote/diag"
	"briefnote/internal/rows"
)

// factStore keeps the facts of a run in little room, rows of bytes a rule: of
// ten thousand notes there are half a million.
type factStore struct {
	rows  [][]rows.Row // a rule each
	words rows.Words
	notes []factNote
}

// factNote is what the facts of a note have in common.
type factNote struct {
	file       string
	note       int
	kind, lang string
	stage      Stage
}

// keep adds the facts that rules gathered from a file, a list a rule.
func (s *factStore) keep(facts [][]Fact) {
	for i, list := range facts {
		for _, f := range list {
			rows := s.rows[i]
			if n := len(rows); n == 0 || len(rows[n-1]) > longestRow {
				rows = append(rows, nil) // one that grew on and on would be copied time and again
			}
			last := &rows[len(rows)-1]
			*last = s.add(*last, f)
			s.rows[i] = rows
		}
	}
}

// longestRow is how many bytes a row may have before another is begun.
const longestRow = 1 << 16

// add adds a fact to a row.
func (s *factStore) add(row rows.Row, f Fact) rows.Row {
	row.Number(s.note(f))
	s.words.Add(&row, f.Key)
	s.words.Add(&row, f.Text)
	s.words.Add(&row, f.Pointer)
	row.Number(f.Value)
	row.Number(f.Span.Start)
	row.Number(f.Span.End - f.Span.Start)
	if f.Span.IsZero() {
		row.Number(0)
	} else {
		row.Number(1)
	}
	row.Number(int(f.severity))
	return row
}

// note returns the number of a fact's note. Facts come note by note, or at
// least file by file, so that it is one of the last.
func (s *factStore) note(f Fact) int {
	n := factNote{f.File, f.Note, f.Kind, f.Lang, f.Stage}
	for i := len(s.notes) - 1; i >= 0 && s.notes[i].file == f.File; i-- {
		if s.notes[i] == n {
			return i
		}
	}
	s.notes = append(s.notes, n)
	return len(s.notes) - 1
}

// take returns the facts of a rule, and forgets them.
func (s *factStore) take(rule int) []Fact {
	var out []Fact
	for i, row := range s.rows[rule] {
		for u := rows.Reader(row); u != ""; {
			out = append(out, s.next(&u))
		}
		s.rows[rule][i] = nil
	}
	s.rows[rule] = nil
	return out
}

// next reads a fact that add has added.
func (s *factStore) next(u *rows.Reader) Fact {
	n := s.notes[u.Number()]
	f := Fact{
		File: n.file, Note: n.note, Kind: n.kind, Lang: n.lang, Stage: n.stage,
		Key: s.words.Next(u), Text: s.words.Next(u), Pointer: s.words.Next(u), Value: u.Number(),
	}
	start, length := u.Number(), u.Number()
	if u.Number() == 1 {
		f.Span = diag.Span{File: n.file, Start: start, End: start + length}
	}
	f.severity = diag.Severity(u.Number())
	return f
}
