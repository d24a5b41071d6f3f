package strictyaml

import (
	"bytes"
	"strings"

	"briefnote/diag"
)

// Comment is a comment of a file.
type Comment struct {
	Text  string // from the # to the end of its line, without blanks there
	Span  diag.Span
	Apart bool // a blank line stands above it
}

// Ignores reports whether the comment leaves findings out. On a line of its own
// it is about the entry below, however it is indented.
func (c Comment) Ignores() bool {
	return strings.HasPrefix(strings.TrimLeft(c.Text, "# \t"), "brief:ignore")
}

// Comments are the comments of an entry: of a key with its value, or of an
// item of a list.
type Comments struct {
	Lead  []Comment // above it, on lines of their own
	Loose bool      // a blank line stands between Lead and the entry
	Side  []Comment // behind it, on its first line or its last
	Foot  []Comment // below all that stands in it, and indented like that
}

// Layout is how a file is made up: its documents in order, and each of its
// comments with what it stands by. It is what a file holds beside its values.
type Layout struct {
	Parts   []Part
	Entries map[*Node]*Comments // by the value of the entry
}

// Part is a document of a file, or a stretch of comments alone.
type Part struct {
	Marked bool      // a --- line stands before it
	Beside []Comment // on that line
	Top    []Comment // above the first entry, and about the whole
	Loose  bool      // a blank line stands below Top
	Root   *Node     // nil in a stretch of comments alone
}

// Layout finds the comments of a file without syntax errors.
func (f *File) Layout() *Layout {
	l := &layouter{src: f.Source, name: f.Name, out: &Layout{Entries: map[*Node]*Comments{}}, places: map[*Node]place{}}
	roots := map[int]*Node{}
	for _, d := range f.Documents {
		roots[d.Span.Start] = d.Root
	}
	for _, s := range stretches(f.Source) {
		l.part(s, roots[s.start])
	}
	return l.out
}

// All returns every comment of the file, in no order.
func (l *Layout) All() []Comment {
	var all []Comment
	for _, p := range l.Parts {
		all = append(append(all, p.Beside...), p.Top...)
	}
	for _, c := range l.Entries {
		all = append(append(append(all, c.Lead...), c.Side...), c.Foot...)
	}
	return all
}

// layouter finds the comments of a file.
type layouter struct {
	src    []byte
	name   string
	out    *Layout
	places map[*Node]place
	root   *Node   // of the document at hand
	tokens []token // and what stands in it
}

// place is where an entry stands: in what, and at which column unless that is
// in brackets.
type place struct {
	in     *Node
	column int
}

// token is a piece of a document that is neither blank nor comment.
type token struct {
	start, end int
	entry      *Node
	opens      bool // it is the first of its entry
	closes     bool // it is the closing bracket of its entry
}

// part finds the comments of one stretch of the file. Between two tokens
// nothing stands but blanks, comments, and the signs of YAML.
func (l *layouter) part(s stretch, root *Node) {
	p := Part{Marked: s.marked, Root: root}
	l.tokens, l.root = l.tokens[:0], root
	if root != nil {
		l.value(root, nil, s.start)
	}
	var top []Comment
	for c := range l.gap(s.start, l.next(0, s.end).start) {
		if l.alone(c.Span.Start) {
			top = append(top, c)
		} else {
			p.Beside = append(p.Beside, c)
		}
	}
	for i, t := range l.tokens {
		l.between(&t, i, s.end)
	}
	l.split(&p, top)
	l.out.Parts = append(l.out.Parts, p)
}

// next returns a token, or the end of the document.
func (l *layouter) next(i, end int) token {
	if i < len(l.tokens) {
		return l.tokens[i]
	}
	return token{start: end, end: end}
}

// modelines are comments that tell an editor about the file. They have to
// stand on top of it.
var modelines = pattern(`^#\s*(yaml-language-server:|\$schema:|-\*-|vim?:)`)

// split parts the comments above a document's first entry into those about the
// document and those about the entry: a blank line or a modeline ends the former.
func (l *layouter) split(p *Part, top []Comment) {
	if p.Root == nil || len(l.tokens) == 0 {
		p.Top = top
		return
	}
	first := l.tokens[0]
	loose := l.blankAbove(first.start)
	n := 0
	for i, c := range top {
		switch {
		case i == len(top)-1 && loose, modelines().MatchString(c.Text):
			n = i + 1
		case c.Apart:
			n = i
		}
	}
	p.Top = top[:n]
	p.Loose = n > 0 && (n == len(top) && loose || n < len(top) && top[n].Apart)
	if n < len(top) {
		l.about(first.entry).Lead = append(top[n:len(top):len(top)], l.about(first.entry).Lead...)
		l.about(first.entry).Loose = loose
	}
}

func (l *layouter) about(entry *Node) *Comments {
	c := l.out.Entries[entry]
	if c == nil {
		c = &Comments{}
		l.out.Entries[entry] = c
	}
	return c
}

// between hands out the comments between token i and the one after it.
func (l *layouter) between(t *token, i, end int) {
	next := l.next(i+1, end)
	from := t.entry
	for c := range l.gap(t.end, next.start) {
		var foot *Node
		switch {
		case !l.alone(c.Span.Start):
			of := l.about(t.entry)
			of.Side = append(of.Side, c)
			continue
		case c.Ignores():
			l.ignore(c, i+1)
			continue
		case next.closes:
			foot = next.entry
		default:
			from, foot = l.footOf(c, from, next)
		}
		if foot != nil {
			of := l.about(foot)
			of.Foot = append(of.Foot, c)
			continue
		}
		l.lead(c, next)
	}
}

func (l *layouter) lead(c Comment, below token) {
	of := l.about(below.entry)
	of.Lead = append(of.Lead, c)
	of.Loose = l.blankAbove(below.start)
}

// ignore finds the entry below a comment that leaves findings out of it, from
// token i on.
func (l *layouter) ignore(c Comment, i int) {
	for i < len(l.tokens) && l.tokens[i].closes {
		i++
	}
	if i < len(l.tokens) {
		l.lead(c, l.tokens[i])
		return
	}
	of := l.about(l.root)
	of.Foot = append(of.Foot, c)
}

// footOf finds the value that a comment on a line of its own ends, given the
// entry before it and the token below: the innermost whose entries start no
// further to the right. It returns nil for a comment about what is below, and
// where the search for the comment after it is to start.
func (l *layouter) footOf(c Comment, from *Node, next token) (*Node, *Node) {
	column := l.column(c.Span.Start)
	below := map[*Node]bool{}
	if next.entry != nil {
		if from == nil || !next.opens || column <= l.places[next.entry].column || l.places[next.entry].in.Flow {
			return nil, nil
		}
		for n := next.entry; n != nil; n = l.places[n].in {
			below[n] = true
		}
	}
	if from.Null && column > l.places[from].column {
		return from, from
	}
	for e := from; !below[e]; e = l.places[e].in {
		at := l.places[e]
		switch {
		case at.in == nil:
			return e, e // the document's end
		case !below[at.in] && !at.in.Flow && column >= at.column:
			return e, at.in
		}
	}
	return nil, nil
}

// gap yields the comments of a stretch without tokens.
func (l *layouter) gap(start, end int) func(func(Comment) bool) {
	return func(yield func(Comment) bool) {
		for i := start; i < end; i++ {
			if l.src[i] != '#' {
				continue
			}
			stop := lineEnd(l.src, i)
			text := bytes.TrimRight(l.src[i:stop], " \t\r")
			c := Comment{Text: string(text), Span: diag.Span{File: l.name, Start: i, End: i + len(text)}, Apart: l.blankAbove(i)}
			if !yield(c) {
				return
			}
			i = stop
		}
	}
}

// lineStart returns where the line of an offset starts.
func (l *layouter) lineStart(at int) int {
	start := bytes.LastIndexByte(l.src[:at], '\n') + 1
	if start == 0 && bytes.HasPrefix(l.src, []byte(utf8BOM)) {
		return min(len(utf8BOM), at)
	}
	return start
}

func (l *layouter) column(at int) int { return at - l.lineStart(at) }

// alone reports whether nothing stands before an offset on its line.
func (l *layouter) alone(at int) bool {
	return len(bytes.TrimLeft(l.src[l.lineStart(at):at], " \t")) == 0
}

// blankAbove reports whether the line above that of an offset is blank.
func (l *layouter) blankAbove(at int) bool {
	start := l.lineStart(at)
	if start == 0 || l.src[start-1] != '\n' {
		return false
	}
	above := l.lineStart(start - 1)
	return len(bytes.TrimLeft(l.src[above:start-1], " \t\r")) == 0
}
