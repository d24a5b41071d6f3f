package schema

// points reads a list whose items are indented more than outer columns.
// level counts from 1. Items deeper than the list's own belong to the item
// before; an indented paragraph after a blank line goes on from it.
func (p *blockParser) points(outer, level int) *Points {
	first := p.line()
	list := &Points{Style: first.style, Span: p.text.Place(first.start+first.indent, first.end)}
	if level == maxPoints+1 {
		p.tooDeep(first, "points", maxPoints)
	}
	for !p.done() {
		l := p.line()
		switch {
		case l.kind == blankLine:
			if !p.goesOn(first) {
				return list
			}
		case l.kind == itemLine && l.indent > first.indent && len(list.Items) > 0:
			p.nested(list, first, level)
			continue
		case l.kind == itemLine && l.indent > outer && l.style == first.style:
			list.Items = append(list.Items, p.item(l))
			continue
		case l.kind == textLine && l.indent > first.indent:
			list.Items = append(list.Items, p.continued())
			continue
		default:
			return list
		}
		p.next++
	}
	return list
}

// goesOn reports whether the list that first opens goes on after the blank
// lines at the current place.
func (p *blockParser) goesOn(first blockLine) bool {
	for _, l := range p.lines[p.next:] {
		if l.kind != blankLine {
			return l.kind == itemLine && l.indent == first.indent && l.style == first.style ||
				l.indent > first.indent && (l.kind == itemLine || l.kind == textLine)
		}
	}
	return false
}

// nested reads a list under the last item of another. A second list under one
// item joins the first where their marks are alike.
func (p *blockParser) nested(list *Points, first blockLine, level int) {
	last := &list.Items[len(list.Items)-1]
	l := p.line()
	under := p.points(first.indent, level+1)
	switch {
	case len(last.Points.Items) == 0:
		last.Points = *under
	case last.Points.Style != under.Style:
		p.bad(l, "the points under one point are marked in two ways", "use one kind of mark")
	default:
		last.Points.Items = append(last.Points.Items, under.Items...)
	}
}

// item reads an item's own text: its line, and the lines after it up to a
// blank line or another mark.
func (p *blockParser) item(l blockLine) Point {
	end := l.end
	for p.next++; !p.done() && p.line().kind == textLine; p.next++ {
		end = p.line().end
	}
	return p.point(l.textAt, end)
}

// continued reads an indented paragraph of a list.
func (p *blockParser) continued() Point {
	point := p.item(p.line())
	point.Continued = true
	return point
}

func (p *blockParser) point(start, end int) Point {
	t := newText(p.decoder, p.text, start, end)
	return Point{Text: t, Pointer: p.text.Pointer, Span: t.Span()}
}
