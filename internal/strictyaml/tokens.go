package strictyaml

import "bytes"

// value appends the tokens of the value of an entry, which starts at or behind
// an offset. in is what the entry stands in.
func (l *layouter) value(n, in *Node, at int) {
	opens := in != nil && in.Flow && in.Kind == Sequence // elsewhere a key or a dash has opened it
	if opens {
		l.places[n] = place{in: in}
	}
	switch {
	case n.Kind == Scalar:
		l.scalar(n, opens)
	case n.Flow && (l.src[n.Span.Start] == '[' || l.src[n.Span.Start] == '{'):
		l.add(token{start: n.Span.Start, end: n.Span.Start + 1, entry: n, opens: opens})
		l.children(n, at)
		l.add(token{start: n.Span.End - 1, end: n.Span.End, entry: n, closes: true})
	default:
		l.children(n, at)
	}
}

func (l *layouter) children(n *Node, at int) {
	for _, p := range n.Pairs {
		k := p.Key.Span
		l.places[p.Value] = place{in: n}
		if !n.Flow {
			l.places[p.Value] = place{n, l.column(k.Start)}
		}
		l.add(token{start: k.Start, end: k.End, entry: p.Value, opens: true})
		l.value(p.Value, n, k.End)
	}
	for _, item := range n.Items {
		if !n.Flow {
			dash := l.dash(at)
			l.places[item] = place{n, l.column(dash)}
			l.add(token{start: dash, end: dash + 1, entry: item, opens: true})
		}
		l.value(item, n, l.end(at))
		at = l.end(at)
	}
}

// scalar appends the tokens of a scalar. One under | or > has two: a comment
// may stand behind the sign.
func (l *layouter) scalar(n *Node, opens bool) {
	s := n.Span
	if style := n.Text.Style; style != Literal && style != Folded {
		l.add(token{start: s.Start, end: s.End, entry: n, opens: opens})
		return
	}
	sign := s.Start
	for sign < len(l.src) && bytes.IndexByte([]byte("|>+-123456789"), l.src[sign]) >= 0 {
		sign++
	}
	l.add(token{start: s.Start, end: sign, entry: n, opens: opens})
	if body := lineEnd(l.src, sign) + 1; body < s.End {
		l.add(token{start: body, end: s.End, entry: n})
	}
}

func (l *layouter) add(t token) { l.tokens = append(l.tokens, t) }

// end returns the offset after the last token, but at least at.
func (l *layouter) end(at int) int {
	if k := len(l.tokens) - 1; k >= 0 {
		return max(at, l.tokens[k].end)
	}
	return at
}

// dash returns where the next mark of a list item stands.
func (l *layouter) dash(at int) int {
	i := l.end(at)
	for i < len(l.src)-1 && l.src[i] != '-' {
		if l.src[i] == '#' {
			i = lineEnd(l.src, i)
			continue
		}
		i++
	}
	return i
}
