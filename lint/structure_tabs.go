package lint

import (
	"path"
	"slices"
	"strings"

	"briefnote/diag"
	"briefnote/schema"
)

var attachmentsResolved = &Rule{
	ID: "BN021", Slug: "attachments-resolved", Severity: diag.Error,
	Doc: Doc{
		Title:  "A note speaks only of tabs that its binder has",
		Why:    "A reader who turns to tab F of a book that ends with tab E stops trusting the book. A note is compared with the binders of the run that hold it; two tabs with one label, and a note that translates itself, are reported as well. That included files exist is a matter of validation.",
		Bad:    "tabs:\n  - {include: a.yaml, label: A}   # which says: see Tab F",
		Good:   "tabs:\n  - {include: a.yaml, label: A}\n  - {include: f.yaml, label: F}",
		Source: "House style",
	},
	Check: func(p *Pass) {
		if b, ok := p.Note.(*schema.Binder); ok {
			sameTabs(p, b)
		}
		of := p.Env().TranslationOf
		if of.Value != "" && path.Join(path.Dir(slashed(p.File.Name)), slashed(of.Value)) == slashed(p.File.Name) && len(p.File.Notes) == 1 {
			p.Report(of.Span, of.Pointer, "the note is called a translation of itself", "name the file of the note that it translates")
		}
	},
	Gather: func(p *Pass) {
		if b, ok := p.Note.(*schema.Binder); ok {
			gatherTabs(p, b)
			return
		}
		for _, ps := range p.Passages {
			if strings.Contains(ps.Plain, "Tab") || strings.Contains(ps.Plain, "tab") || strings.Contains(ps.Plain, "nglet") {
				tabRefs(ps, func(w Word) {
					p.Gather(Fact{Key: slashed(p.File.Name), Text: w.Text, Span: ps.Place(w.Start, w.End), Pointer: ps.Text.Pointer()})
				})
			}
		}
	},
	Compare: func(p *SetPass) {
		p.ByKey(func(_ string, facts []Fact) {
			labels, binder := labelsFor(facts)
			for _, f := range facts {
				if f.Kind != "binder" && binder != "" && !slices.Contains(labels, f.Text) {
					p.Report(f, "the binder "+binder+" has no tab "+f.Text, "name the tab that is meant, or add it to the binder")
				}
			}
		})
	},
}

// sameTabs reports tabs of a binder with one label, or with one note.
func sameTabs(p *Pass, b *schema.Binder) {
	labels, notes := map[string]bool{}, map[string]bool{}
	for _, t := range b.Tabs {
		label, include := t.Label.String(), slashed(t.Include.Value)
		if label != "" && labels[label] {
			p.Report(t.Label.Span(), t.Label.Pointer(), "two tabs are labelled "+label, "give each tab a label of its own")
		}
		if notes[include] {
			p.Report(t.Include.Span, t.Include.Pointer, "this note stands in the binder twice", "delete one of the tabs")
		}
		labels[label], notes[include] = true, true
	}
}

// gatherTabs keeps the labels of a binder's tabs for each note that it holds.
func gatherTabs(p *Pass, b *schema.Binder) {
	var labels []string
	for _, t := range b.Tabs {
		label := t.Label.String()
		if label == "" {
			return // what the tab is called is not known
		}
		labels = append(labels, label)
	}
	all := strings.Join(labels, "\n")
	folder := path.Dir(slashed(p.File.Name))
	for _, t := range b.Tabs {
		p.Gather(Fact{Key: path.Join(folder, slashed(t.Include.Value)), Text: all})
	}
}

// labelsFor returns the labels of the tabs of all binders that hold a note,
// and the name of one of these binders.
func labelsFor(facts []Fact) (labels []string, binder string) {
	for _, f := range facts {
		if f.Kind == "binder" {
			labels, binder = append(labels, strings.Split(f.Text, "\n")...), f.File
		}
	}
	return labels, binder
}

// tabRefs calls f for each label of a tab that a passage names: both of "Tabs
// A and B".
func tabRefs(ps *Passage, f func(Word)) {
	words := ps.Words()
	for i := 0; i < len(words); i++ {
		switch words[i].Fold {
		case "tab", "tabs", "onglet", "onglets":
		default:
			continue
		}
		if i+1 == len(words) || !ps.onlySpace(words[i].End, words[i+1].Start) || words[i].Text == "tab" && words[i+1].Text == "I" {
			continue // "in the tab I opened"
		}
		for j := i + 1; j < len(words) && isTabLabel(words[j].Text); j++ {
			f(words[j])
			if j+2 < len(words) && isJoint(ps, words[j], words[j+1]) && isTabLabel(words[j+2].Text) {
				j++
			} else if j+1 >= len(words) || strings.TrimSpace(ps.Plain[words[j].End:words[j+1].Start]) != "," {
				break
			}
		}
	}
}

// isTabLabel reports whether a word can be the label of a tab: a capital
// letter or a number, or both.
func isTabLabel(w string) bool {
	letters := 0
	for i := range len(w) {
		switch {
		case w[i] >= 'A' && w[i] <= 'Z':
			letters++
		case w[i] < '0' || w[i] > '9':
			return false
		}
	}
	return letters <= 1 && len(w) <= 3
}

// isJoint reports whether a word joins a label with another one.
func isJoint(ps *Passage, label, w Word) bool {
	switch w.Fold {
	case "and", "to", "or", "et", "à", "ou":
		return ps.onlySpace(label.End, w.Start)
	}
	return false
}
