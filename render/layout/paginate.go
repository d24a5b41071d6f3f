package layout

// Page breaking. Slabs are dealt out in units: a slab with all that must stay
// with it. A unit goes on the page if there is room for it and for the notes
// it refers to, else on the next one; a unit taller than a page is taken apart
// at the softest places first. Notes stand at the foot of the page of their
// reference. A long note may go on over the foot of the next page; the page it
// starts on then takes no more text, so that as much of it as possible stands
// with its reference.

// shortNote is the part of a page up to which a note is never cut, as long as
// it fits on a page with its reference.
const shortNote = 0.2

// paginator deals out slabs to pages.
type paginator struct {
	*setter
	res     *Result
	page    []placed
	used    float64 // height of the page's text
	after   float64 // space below its last slab
	feet    []span  // notes on the page, as slabs of setter.notes still to be placed
	foot    float64 // height kept for them
	full    bool    // takes no more text
	seen    []bool  // notes that are on a page already
	scratch []int
}

// placed is a slab on the page: y from the top of the text.
type placed struct {
	slab int
	y    float64
}

// pages breaks the document into pages.
func (s *setter) pages() (*Result, error) {
	p := &paginator{setter: s, res: &Result{}, seen: make([]bool, len(s.doc.Notes))}
	slabs := s.body.slabs
	for from := 0; from < len(slabs); {
		to := from + 1
		if n := slabs[from].notice; n != nil {
			for to < len(slabs) && slabs[to].notice == n {
				to++
			}
			p.notice(from, to)
		} else {
			for slabs[from].newPage && !p.empty() {
				p.turn()
			}
			to = p.group(from, len(slabs), keepWish)
			p.unit(from, to, keepWish)
		}
		from = to
	}
	p.rest()
	return p.res, nil
}

// group returns the end of the slabs that stay with the one at from, by keeps
// at least as firm as k.
func (p *paginator) group(from, end int, k keep) int {
	i := from
	for i < end-1 && p.body.slabs[i].keep >= k && p.body.slabs[i+1].notice == nil && !p.body.slabs[i+1].newPage {
		i++
	}
	return i + 1
}

// unit puts slabs [from, to), which are held together by keeps of strength k,
// on this page, on the next one, or in parts.
func (p *paginator) unit(from, to int, k keep) {
	if p.fits(from, to) {
		p.put(from, to)
		return
	}
	if !p.fitsAlone(from, to) && to-from > 1 {
		for i := from; i < to; {
			j := i + 1
			if k < keepFirm {
				j = p.group(i, to, k+1)
			}
			p.unit(i, j, min(k+1, keepFirm))
			i = j
		}
		return
	}
	if !p.empty() {
		p.turn()
		// Notes carried over may leave no room; they end after some pages.
		for !p.fits(from, to) && len(p.feet) > 0 {
			p.turn()
		}
	}
	p.put(from, to)
}

// empty reports whether nothing stands on the page yet.
func (p *paginator) empty() bool { return len(p.page) == 0 && len(p.feet) == 0 }

// fits reports whether slabs fit on the page with their notes.
func (p *paginator) fits(from, to int) bool {
	if p.full {
		return false
	}
	return p.used+p.heightOf(from, to)+p.needed(from, to) <= p.height+slack
}

// fitsAlone reports whether slabs would fit on a page of their own.
func (p *paginator) fitsAlone(from, to int) bool {
	q := &paginator{setter: p.setter, seen: p.seen, scratch: p.scratch[:0]}
	return q.fits(from, to)
}

// heightOf returns the height that slabs add to the page.
func (p *paginator) heightOf(from, to int) float64 {
	h, after, first := 0.0, p.after, len(p.page) == 0
	for i := from; i < to; i++ {
		sl := &p.body.slabs[i]
		if first {
			h += p.overTop(sl)
		} else {
			h += max(after, sl.before)
		}
		h += sl.height
		after, first = sl.after, false
	}
	return h
}

// overTop returns the height that a slab takes above itself at the top of a page.
func (p *paginator) overTop(sl *slab) float64 { return sl.sink + p.headHeight(sl) }

// headHeight returns the height of the table header to repeat above a slab at
// the top of a page.
func (p *paginator) headHeight(sl *slab) float64 {
	if sl.head == 0 {
		return 0
	}
	return p.heads[sl.head-1].height
}

// fresh returns the notes that slabs refer to for the first time.
func (p *paginator) fresh(from, to int) []int {
	p.scratch = p.scratch[:0]
	for i := from; i < to; i++ {
		r := p.body.slabs[i].refs
		for _, n := range p.body.refs[r.from:r.to] {
			p.collect(n)
		}
	}
	for _, n := range p.scratch {
		p.seen[n] = false
	}
	return p.scratch
}

// collect adds a note, and those that its own text refers to, unless seen.
func (p *paginator) collect(n int) {
	if p.seen[n] {
		return
	}
	p.seen[n] = true
	p.scratch = append(p.scratch, n)
	for i := p.noteSlabs[n].from; i < p.noteSlabs[n].to; i++ {
		r := p.notes.slabs[i].refs
		for _, m := range p.notes.refs[r.from:r.to] {
			p.collect(m)
		}
	}
}

// needed returns the height to keep at the foot of the page if slabs were put
// on it: for all of their notes, but of a long last one only its first lines.
func (p *paginator) needed(from, to int) float64 {
	notes := p.fresh(from, to)
	if len(notes) == 0 {
		return p.foot
	}
	h := p.foot
	if h == 0 {
		h = p.overFoot()
	}
	for i, n := range notes {
		sp := p.noteSlabs[n]
		if i == len(notes)-1 && p.noteHeight(sp) > shortNote*p.height {
			sp.to = min(sp.to, sp.from+2)
		}
		h += p.noteHeight(sp)
	}
	return h
}

// overFoot is the height of the space and the rule over the notes.
func (p *paginator) overFoot() float64 {
	n := p.sheet.Note
	return n.Before + n.RuleWidth + footGap
}

// footGap is the room between the rule over the notes and the first note, points.
const footGap = 4

// put puts slabs on the page, and their notes at its foot.
func (p *paginator) put(from, to int) {
	for i := from; i < to; i++ {
		sl := &p.body.slabs[i]
		if len(p.page) == 0 {
			p.used += p.overTop(sl)
		} else {
			p.used += max(p.after, sl.before)
		}
		p.page = append(p.page, placed{i, p.used})
		p.used += sl.height
		p.after = sl.after
	}
	for _, n := range p.fresh(from, to) {
		p.seen[n] = true
		p.footnote(p.noteSlabs[n])
	}
}

// footnote keeps room for a note. Where there is too little, the page is full:
// what does not fit goes on to the next one.
func (p *paginator) footnote(sp span) {
	if sp.from == sp.to {
		return
	}
	if p.foot == 0 {
		p.foot = p.overFoot()
	}
	p.foot += p.noteHeight(sp)
	p.feet = append(p.feet, sp)
	if p.used+p.foot > p.height+slack {
		p.full = true
	}
}

// turn ends the page and starts the next one, with what is left of the notes.
func (p *paginator) turn() {
	left := p.assemble()
	p.page, p.used, p.after = p.page[:0], 0, 0
	p.feet, p.foot, p.full = p.feet[:0], 0, false
	for _, sp := range left {
		p.footnote(sp)
	}
}

// notice puts slabs on a page of their own, in its middle. What is taller than
// a page starts at the top and goes on.
func (p *paginator) notice(from, to int) {
	for !p.empty() {
		p.turn()
	}
	if !p.fits(from, to) {
		for i := from; i < to; i++ {
			p.unit(i, i+1, keepFirm)
		}
	} else {
		p.used = (p.height - p.heightOf(from, to)) / 2
		p.put(from, to)
	}
	p.full = true
}

// rest ends the last page, and those that notes still need. Notes that nothing
// refers to come last: they are printed all the same.
func (p *paginator) rest() {
	for n := range p.seen {
		if !p.seen[n] {
			p.seen[n] = true
			p.footnote(p.noteSlabs[n])
		}
	}
	for !p.empty() {
		p.turn()
	}
	if len(p.res.Pages) == 0 {
		p.assemble()
	}
}
