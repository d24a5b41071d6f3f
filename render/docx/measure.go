package docx

import (
	"slices"
	"strings"

	"briefnote/render/doc"
)

// width returns how wide words are set on one line, in points.
func (w *Writer) width(words string, size float64, bold bool) float64 {
	sum := 0.0
	for _, r := range words {
		sum += w.advance(r, bold)
	}
	return sum * size
}

// extent returns how wide runs are set on one line, and how wide their widest
// word is, in points. Raised letters are taken for full ones: what follows from
// it errs on the side of room.
func (w *Writer) extent(runs []doc.Run, size float64, bold bool) (whole, part float64) {
	word := 0.0
	for _, r := range printed(runs) {
		x := w.advance(r, bold) * size
		whole += x
		word += x
		switch r {
		case ' ':
			word = 0
		case '-', '–', '—', '/':
			part = max(part, word)
			word = 0
		default:
			part = max(part, word)
		}
	}
	for _, r := range runs {
		if sev, ok := r.(*doc.Severance); ok && sev.Made { // the box takes room too
			whole += boxRoom * size
			part = max(part, w.width(sev.Token, size, bold)+boxRoom*size)
		}
	}
	return whole, part
}

// boxRoom is the room that the box of a severance takes, as a multiple of the size.
const boxRoom = 0.3

// printed returns what runs print.
func printed(runs []doc.Run) string {
	if len(runs) == 1 {
		if t, ok := runs[0].(*doc.Text); ok {
			return t.Value
		}
	}
	var b strings.Builder
	for _, r := range runs {
		switch r := r.(type) {
		case *doc.Text:
			b.WriteString(r.Value)
		case *doc.NoteRef:
			b.WriteString(r.Mark)
		case *doc.Link:
			b.WriteString(printed(r.Runs))
		case *doc.Severance:
			switch {
			case r.Made:
				b.WriteString(r.Token)
			case r.Cite == "":
				b.WriteString(printed(r.Runs))
			default:
				b.WriteString(printed(r.Runs) + " " + r.Cite)
			}
		}
	}
	return b.String()
}

// balance returns how much narrower than a width centred lines may be without
// taking more of them, so that no title ends with a word alone; 0 for one line.
func (w *Writer) balance(runs []doc.Run, size float64, bold bool, width float64) float64 {
	words := strings.Fields(printed(runs))
	space := w.advance(' ', bold) * size
	lines := func(width float64) int {
		count, x := 1, 0.0
		for _, word := range words {
			own := w.width(word, size, bold)
			if x += own; x > width && x > own {
				count, x = count+1, own
			}
			x += space
		}
		return count
	}
	count := lines(width)
	if count == 1 {
		return 0
	}
	low, high := width/float64(count), width
	for high-low > 1 { // to a point
		if mid := (low + high) / 2; lines(mid) <= count {
			high = mid
		} else {
			low = mid
		}
	}
	return max(width-high-size, 0) // with some room, for marks and boxes are not measured
}

// wrapped returns runs with a line break at each end of a line of the given
// width, for lines that end short of what stands at the edge beside them. A
// break takes the place of a space.
func (w *Writer) wrapped(runs []doc.Run, size, width float64) []doc.Run {
	out := slices.Clone(runs)
	var space *doc.Text // the last one passed that a line may end at
	var at int          // where in it
	x, after := 0.0, 0.0
	for i, r := range out {
		t, ok := r.(*doc.Text)
		if !ok {
			x += w.width(printed(out[i:i+1]), size, false)
			continue
		}
		own := *t
		out[i] = &own
		for j, c := range own.Value {
			x += w.advance(c, own.Bold) * size
			if c == ' ' {
				space, at, after = &own, j, x
			} else if x > width && space != nil {
				space.Value = space.Value[:at] + "\n" + space.Value[at+1:]
				x -= after
				space = nil
			}
		}
	}
	return out
}
