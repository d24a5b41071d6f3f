package schema

import (
	"fmt"

	"briefnote/diag"
	"briefnote/internal/strictyaml"
)

// checkSignOff reports the dates of a sign-off that are none. In a released
// note they stand as they were written.
func checkSignOff(d *strictyaml.Decoder, e *Envelope) {
	if e.Released() {
		return
	}
	for _, line := range []SignOff{e.Drafted, e.Consulted, e.Approved} {
		for _, entry := range line {
			if entry.Date.Value != "" && !isDate(entry.Date.Value) {
				badDate(d, &entry.Date, "date", false)
			}
		}
	}
}

// checkFootnotes reports references to footnotes that are not defined.
func checkFootnotes(d *strictyaml.Decoder, note Note) {
	var ids []string
	for _, f := range note.Env().Footnotes {
		ids = append(ids, f.ID.Value)
	}
	known := map[string]bool{}
	for _, id := range ids {
		known[id] = true
	}
	for t := range Texts(note) {
		eachRef(t.Inlines, func(in Inline) {
			if known[in.Text] {
				return
			}
			hint := diag.DidYouMean(in.Text, ids)
			if hint == "" {
				hint = fmt.Sprintf("define it under footnotes: as %q, or write the note where it stands: ^[the note]", in.Text+": …")
			}
			d.Report(RuleMissingFootnote, t.Place(in.Start, in.End), t.Pointer(), fmt.Sprintf("there is no footnote %q", in.Text), hint)
		})
	}
}

// eachRef calls f for each reference to a footnote, in order.
func eachRef(inlines []Inline, f func(Inline)) {
	for _, in := range inlines {
		if in.Kind == NoteRef {
			f(in)
		}
		eachRef(in.Children, f)
	}
}

// checkExemptions reports a notice that does not say, in exactly one way,
// under which provisions the pages are withheld.
func checkExemptions(d *strictyaml.Decoder, root *strictyaml.Node, w *WithheldNotice) {
	given := root.Get("exemptions")
	switch {
	case given != nil && given.Kind == strictyaml.Broken:
	case len(w.Exemptions.List) > 0 && w.ExemptionsUnknown:
		d.Report(strictyaml.RuleValue, root.Get("exemptions_unknown").Span, "/exemptions_unknown", "the exemptions are given and called unknown", "delete one of exemptions and exemptions_unknown")
	case len(w.Exemptions.List) == 0 && !w.ExemptionsUnknown && !root.Holed:
		d.Missing(root, "exemptions", "the provisions the pages are withheld under, e.g. [15(1), 21(1)(a)]; or exemptions_unknown: true")
	}
}
