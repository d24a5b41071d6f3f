package lint

import "briefnote/diag"

// factStore keeps the facts of a run in little room, rows of bytes a rule: of
// ten thousand notes there are half a million.
type factStore struct {
	rows  [][]packed // a rule each
	words words
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
func (s *factStore) add(row packed, f Fact) packed {
	row.number(s.note(f))
	s.words.add(&row, f.Key)
	s.words.add(&row, f.Text)
	s.words.add(&row, f.Pointer)
	row.number(f.Value)
	row.number(f.Span.Start)
	row.number(f.Span.End - f.Span.Start)
	if f.Span.IsZero() {
		row.number(0)
	} else {
		row.number(1)
	}
	row.number(int(f.severity))
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
		for u := unpacked(row); len(u) > 0; {
			out = append(out, s.next(&u))
		}
		s.rows[rule][i] = nil
	}
	s.rows[rule] = nil
	return out
}

// next reads a fact that add has added.
func (s *factStore) next(u *unpacked) Fact {
	n := s.notes[u.number()]
	f := Fact{
		File: n.file, Note: n.note, Kind: n.kind, Lang: n.lang, Stage: n.stage,
		Key: s.words.next(u), Text: s.words.next(u), Pointer: s.words.next(u), Value: u.number(),
	}
	start, length := u.number(), u.number()
	if u.number() == 1 {
		f.Span = diag.Span{File: n.file, Start: start, End: start + length}
	}
	f.severity = diag.Severity(u.number())
	return f
}
