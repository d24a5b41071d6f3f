package lint

import (
	"math/bits"
	"slices"
	"strings"

	"briefnote/diag"
	"briefnote/internal/text"
	"briefnote/schema"
)

var lineDrift = &Rule{
	ID: "RL414", Slug: "line-drift", Severity: diag.Warning,
	Options: []Option{
		{Key: "similarity", Default: 80, Doc: "how alike two lines must be to be taken for copies, in per cent of their words"},
		{Key: "words", Default: 10, Doc: "how many words a line must have to be compared"},
	},
	Doc: Doc{
		Title:  "Copies of an approved line say the same",
		Why:    "Lines are approved once and used in many notes. A copy in other words was approved by nobody, and two ministers may say different things.",
		Bad:    "\"in accordance with last year's public statement\" in one note, and \"in accordance with past public statements\" in the same line of another",
		Good:   "the same line in both",
		Source: "House style",
	},
	Gather: func(p *Pass) {
		least := p.Int("words")
		for _, ps := range p.Passages {
			switch ps.Part {
			case "strategic_objectives", "key_messages", "responsive_lines":
			default:
				continue
			}
			if ps.Role != Point || len(ps.Words()) < least || residueSevered(ps) {
				continue
			}
			p.Gather(Fact{Text: ps.Plain, Span: ps.Span(), Pointer: ps.Text.Pointer()})
		}
	},
	Compare: residueCompareLines,
}

// residueSevered reports whether any words of a passage are withheld.
func residueSevered(ps *Passage) bool {
	if ps.Section != nil && ps.Section.Withheld || ps.Item != nil && ps.Item.Withheld {
		return true
	}
	return slices.ContainsFunc(ps.Spans, func(s Span) bool { return s.Kind == schema.Redacted || s.Kind == schema.Severance })
}

// residueLine is a line as it was first met.
type residueLine struct {
	fact  *Fact
	words []int32 // in small letters, by their numbers
	order int
}

// residueNumbers gives numbers to words: of thousands of lines they are held,
// and one is compared with many.
type residueNumbers map[string]int32

// residueCompareLines reports the lines that are almost those of another note.
// Only lines that share rare runs of four words are compared.
func residueCompareLines(p *SetPass) {
	if first := p.Facts[0]; !slices.ContainsFunc(p.Facts, func(f Fact) bool { return !sameNote(f, first) }) {
		return // a note does not drift from itself
	}
	least := p.Int("similarity")
	seen := map[[2]string]bool{}
	told := map[diag.Span]bool{}
	buckets := residueBuckets{}
	numbers := residueNumbers{}
	for i := range p.Facts {
		f := &p.Facts[i]
		key := [2]string{f.Lang, f.Text}
		if seen[key] {
			continue
		}
		seen[key] = true
		line, runs := numbers.line(f, i)
		master, copied := residueMaster(line, buckets, runs, least)
		if copied {
			if line, master := residueOrder(line, master); !told[line.fact.Span] {
				told[line.fact.Span] = true
				residueReportLine(p, line, master)
			}
		}
		buckets.add(line, runs, copied)
	}
}

// residueBuckets holds lines by the runs of words that they have.
type residueBuckets map[uint32][]*residueLine

// add adds a line under its runs: a copy only under those that others have,
// too, since what is like it is like the others.
func (b residueBuckets) add(line *residueLine, runs []uint32, copied bool) {
	for _, h := range runs {
		if n := len(b[h]); n < residueMostLines && (n > 0 || !copied) {
			b[h] = append(b[h], line)
		}
	}
}

// residueMostLines bounds how many lines with one run of words are compared with
// those that follow. Copies of a line are all much like the first ones.
const residueMostLines = 16

// line makes a line of a fact, and its runs.
func (n residueNumbers) line(f *Fact, order int) (*residueLine, []uint32) {
	var folds []string
	for _, w := range residueWords(f.Text) {
		folds = append(folds, fold(w))
	}
	line := &residueLine{fact: f, words: make([]int32, len(folds)), order: order}
	for i, w := range folds {
		number, known := n[w]
		if !known {
			number = int32(len(n))
			n[strings.Clone(w)] = number
		}
		line.words[i] = number
	}
	return line, residueRuns(folds)
}

func residueWords(line string) []string {
	var words []string
	for r := range text.Words(line) {
		words = append(words, r.In(line))
	}
	return words
}

// residueRuns returns the least hashes of the runs of four words: two lines
// that are much alike share at least one of them.
func residueRuns(words []string) []uint32 {
	var runs []uint32
	for i := range len(words) - 3 {
		runs = append(runs, residueHash(words, i, 4))
	}
	slices.Sort(runs)
	runs = slices.Compact(runs)
	return runs[:min(len(runs), 8)]
}

// residueMaster returns the line of another note that a line is most like, if
// it is like enough. Lines that share one run alone are not: it may be a phrase
// that everybody writes.
func residueMaster(line *residueLine, buckets residueBuckets, runs []uint32, least int) (*residueLine, bool) {
	shared := map[*residueLine]int{}
	for _, h := range runs {
		for _, other := range buckets[h] {
			if other.fact.Lang == line.fact.Lang && !sameNote(*other.fact, *line.fact) {
				shared[other]++
			}
		}
	}
	var best *residueLine
	most := least - 1
	for other, n := range shared {
		if n < 2 {
			continue
		}
		if s := residueSimilarity(line.words, other.words); s > most || s == most && best != nil && other.order < best.order {
			best, most = other, s
		}
	}
	return best, best != nil
}

// residueSimilarity returns how many per cent of the words of two lines stand
// in both, in the same order.
func residueSimilarity(a, b []int32) int {
	if len(a) > 64 {
		a, b = b, a
	}
	common := 0
	if len(a) <= 64 {
		common = residueCommon(a, b)
	} else {
		common = residueCommonLong(a, b)
	}
	return 200 * common / max(len(a)+len(b), 1)
}

// residueCommon returns the length of the longest common subsequence of words,
// of which a has no more than 64: a bit for each, in the way of H. Hyyrö, "Bit-
// parallel LCS-length computation revisited" (2004). Of thousands of lines that
// are much alike, each is compared with several.
func residueCommon(a, b []int32) int {
	rest := ^uint64(0)
	for _, y := range b {
		var same uint64
		for i, x := range a {
			if x == y {
				same |= 1 << i
			}
		}
		taken := rest & same
		rest = (rest + taken) | (rest - taken)
	}
	return bits.OnesCount64(^rest & (1<<len(a) - 1))
}

// residueCommonLong is residueCommon for lines of any length.
func residueCommonLong(a, b []int32) int {
	row := make([]int, len(b)+1)
	for _, x := range a {
		diagonal := 0
		for j, y := range b {
			above := row[j+1]
			if x == y {
				row[j+1] = diagonal + 1
			} else {
				row[j+1] = max(above, row[j])
			}
			diagonal = above
		}
	}
	return row[len(b)]
}

// residueOrder returns which of two lines is the copy, and which the master:
// the one that has come further, or stands first.
func residueOrder(later, earlier *residueLine) (line, master *residueLine) {
	if later.fact.Stage > earlier.fact.Stage {
		return earlier, later
	}
	return later, earlier
}

// residueReportLine says in which words a line differs from its master.
func residueReportLine(p *SetPass, line, master *residueLine) {
	here, there := residueDifference(residueWords(line.fact.Text), residueWords(master.fact.Text))
	message := "this line is almost one of " + master.fact.File
	switch {
	case len(here) == 0 && len(there) == 0:
		message += ", but for its punctuation"
	case len(here)+len(there) > 16:
		message += ", in other words"
	case len(here) == 0:
		message += ", without " + quote(strings.Join(there, " "))
	case len(there) == 0:
		message += ", with " + quote(strings.Join(here, " ")) + " added"
	default:
		message += ", with " + quote(strings.Join(here, " ")) + " for " + quote(strings.Join(there, " "))
	}
	p.Report(*line.fact, message, "use the approved words in both, or make two lines of them")
}

// residueDifference returns what is left of two lines without the words that
// they share at the start and at the end.
func residueDifference(a, b []string) (here, there []string) {
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	return a, b
}
