package lint

import (
	"bytes"
	"slices"

	"briefnote/diag"
)

var numberMismatch = &Rule{
	ID: "BI514", Slug: "number-mismatch", Severity: diag.Error,
	Doc: Doc{
		Title:  "The same figures and dates in both languages",
		Why:    "A figure or date that changes in translation gives two readers two facts, and nobody can say afterwards which one was approved.",
		Bad:    "The cost is $1,204 until October 6, 2026.       # x.en.yaml\nLe coût est de 1 240 $ jusqu’au 6 octobre 2025. # x.fr.yaml",
		Good:   "The cost is $1,204 until October 6, 2026.       # x.en.yaml\nLe coût est de 1 204 $ jusqu’au 6 octobre 2026. # x.fr.yaml",
		Source: "House style",
	},
	Check: func(p *Pass) {
		var en, fr figureGatherer
		for _, ps := range p.Passages {
			switch {
			case ps.Role != Title:
			case ps.Lang == "en":
				en.add(ps, "title", nil)
			default:
				fr.add(ps, "title", nil)
			}
		}
		a, b := readFigures("en", en.done(p.Env())), readFigures("fr", fr.done(p.Env()))
		if len(a.sections) > 0 && len(b.sections) > 0 {
			a.compare(b, "title", func(_ string, f meantFigure, message string) {
				p.Report(diag.Span{File: p.File.Name, Start: f.start, End: f.end}, f.pointer, message, mismatchHint)
			})
		}
	},
	Gather: func(p *Pass) {
		figures := gatherFigures(p)
		gatherPair(p, figures.pack())
	},
	Compare: func(p *SetPass) {
		pairs(p.Facts, func(en, fr Fact) {
			a, b := readFigures("en", unpackFigures(en.Text)), readFigures("fr", unpackFigures(fr.Text))
			at := map[string]Fact{"en": en, "fr": fr}
			for _, part := range partsOf(a, b) {
				if part == "title" && (a.titled || b.titled) {
					continue
				}
				a.compare(b, part, func(lang string, f meantFigure, message string) {
					p.Report(at[lang].at(f.start, f.end, f.pointer), message, mismatchHint)
				})
			}
			for _, d := range [...][2]said{{a.date, b.date}, {a.due, b.due}} {
				if d[0].words != "" && d[1].words != "" && d[0].words != d[1].words {
					p.Report(fr.at(d[1].start, d[1].end, d[1].pointer), quote(d[1].words)+" stands here, and "+quote(d[0].words)+" in the English note", mismatchHint)
				}
			}
		})
	},
}

const mismatchHint = "find out which is right, and write it in both languages"

// noteFigures are the figures of a note with their meaning.
type noteFigures struct {
	pairFigures
	lang string
	read []meantFigure
}

// meantFigure is a figure and what it means.
type meantFigure struct {
	pairFigure
	pointer string
	values  []figureValue
	later   string // the hour in the afternoon that it may be: the first of "2 to 3 p.m."
}

func (f meantFigure) isMonth() bool { return !hasDigit(f.raw) }

func readFigures(lang string, figures pairFigures) noteFigures {
	n := noteFigures{pairFigures: figures, lang: lang}
	for _, f := range figures.figures {
		n.read = append(n.read, meantFigure{f, figures.sections[f.section].pointer, figureValues(lang, f.raw), ""})
	}
	for i := len(n.read) - 2; i >= 0; i-- {
		f, next := &n.read[i], n.read[i+1]
		sameText := f.section == next.section && f.passage == next.passage
		if sameText && halfOfDay(next.raw) == "pm" && halfOfDay(f.raw) == "" {
			f.later = hourValue(f.values[0].value, "pm")
		}
	}
	return n
}

// partsOf returns the parts that both notes have, in the order of the first: that
// one lacks a part is for another rule.
func partsOf(a, b noteFigures) []string {
	var out []string
	for _, s := range a.sections {
		inB := slices.ContainsFunc(b.sections, func(t pairSection) bool { return t.part == s.part })
		if inB && !slices.Contains(out, s.part) {
			out = append(out, s.part)
		}
	}
	return out
}

// part returns the range of the sections of a part.
func (n *noteFigures) part(name string) (from, to int) {
	from = slices.IndexFunc(n.sections, func(s pairSection) bool { return s.part == name })
	for to = from; to < len(n.sections) && n.sections[to].part == name; to++ {
	}
	return from, to
}

// compare compares the figures of a part: passage by passage where both notes
// have the same ones, else by sections, or all at once; also the footnotes, whose
// order is not that of the references. What is amiss is reported in the note of a
// language.
func (n noteFigures) compare(fr noteFigures, part string, report func(lang string, f meantFigure, message string)) {
	a, aEnd := n.part(part)
	b, bEnd := fr.part(part)
	if part == "footnotes" || !sameLevels(n.sections[a:aEnd], fr.sections[b:bEnd]) {
		unequal(n.unit(a, aEnd, -1), fr.unit(b, bEnd, -1), report)
		return
	}
	for i := range aEnd - a {
		shape := n.sections[a+i].shape
		if !bytes.Equal(shape, fr.sections[b+i].shape) {
			unequal(n.unit(a+i, a+i+1, -1), fr.unit(b+i, b+i+1, -1), report)
			continue
		}
		for k := range len(shape) {
			unequal(n.unit(a+i, a+i+1, k), fr.unit(b+i, b+i+1, k), report)
		}
	}
}

func sameLevels(a, b []pairSection) bool {
	return slices.EqualFunc(a, b, func(s, t pairSection) bool { return s.level == t.level })
}

// figureUnit is the figures of a passage, section or part.
type figureUnit struct {
	figures []meantFigure
	spelled uint64
}

// unit returns the figures of sections [from, to), or of one passage of them.
func (n *noteFigures) unit(from, to, passage int) figureUnit {
	var u figureUnit
	for _, s := range n.sections[from:to] {
		u.spelled |= s.spelled
	}
	for _, f := range n.read {
		if f.section >= from && f.section < to && (passage < 0 || f.passage == passage) {
			u.figures = append(u.figures, f)
		}
	}
	return u
}

// missing returns the figures that another unit has not, neither in digits nor in
// words. They could be in what has been severed from it.
func (u figureUnit) missing(from figureUnit) []meantFigure {
	if from.spelled&holeBit != 0 {
		return nil
	}
	has := map[string]bool{}
	for _, f := range from.figures {
		has[f.later] = true
		for _, v := range f.values {
			has[v.value] = true
		}
	}
	var out []meantFigure
	for _, f := range u.figures {
		if f.later != "" && has[f.later] {
			continue
		}
		if slices.ContainsFunc(f.values, func(v figureValue) bool { return !has[v.value] && !v.isSpelled(from.spelled) }) {
			out = append(out, f)
		}
	}
	return out
}

// unequal reports the figures that only one of two units has. One that only the
// English has, and one that only the French has, are taken for each other in turn.
func unequal(en, fr figureUnit, report func(lang string, f meantFigure, message string)) {
	onlyEn, onlyFr := en.missing(fr), fr.missing(en)
	for _, f := range onlyFr {
		k := slices.IndexFunc(onlyEn, func(e meantFigure) bool { return e.isMonth() == f.isMonth() })
		if k < 0 {
			report("fr", f, quote(f.raw)+" is not in the English text")
			continue
		}
		report("fr", f, quote(f.raw)+" stands here, and "+quote(onlyEn[k].raw)+" in the English text")
		onlyEn = slices.Delete(onlyEn, k, k+1)
	}
	for _, f := range onlyEn {
		report("en", f, quote(f.raw)+" is not in the French text")
	}
}
