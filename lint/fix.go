package lint

import (
	"bytes"
	"cmp"
	"slices"

	"briefnote/diag"
	"briefnote/internal/strictyaml"
	"briefnote/schema"
)

// Fix mends what findings of a file offer to mend, in the text of the file
// itself: YAML is never written anew, so that comments and the form of every
// other text stay as they are. It returns the new text and the findings that it
// mended.
//
// Every edit is proved before it stands: the file must still be valid, no text
// but those with findings may read otherwise, and every severance must read as
// it did. Edits that fail are left out; so are those that touch an edit before.
func Fix(f *schema.File, ds []diag.Diagnostic) ([]byte, []diag.Diagnostic) {
	var offers []diag.Diagnostic
	for _, d := range ds {
		if d.Span.File == f.Name && len(d.Fix) > 0 {
			offers = append(offers, d)
		}
	}
	slices.SortStableFunc(offers, func(a, b diag.Diagnostic) int { return cmp.Compare(a.Fix[0].Span.Start, b.Fix[0].Span.Start) })
	offers = disjoint(offers)
	before := readingsOf(f)
	if src := edited(f.Source, offers); before.allows(f.Name, src, offers) {
		return src, offers
	}
	// One of them does harm: try them one by one.
	var good []diag.Diagnostic
	for _, d := range offers {
		with := append(slices.Clone(good), d)
		if before.allows(f.Name, edited(f.Source, with), with) {
			good = with
		}
	}
	return edited(f.Source, good), good
}

// disjoint leaves out the offers that touch an edit of one before them.
func disjoint(offers []diag.Diagnostic) []diag.Diagnostic {
	var out []diag.Diagnostic
	var taken []diag.Span
	for _, d := range offers {
		free := true
		for _, e := range d.Fix {
			free = free && !slices.ContainsFunc(taken, func(s diag.Span) bool { return e.Span.Start <= s.End && s.Start <= e.Span.End })
		}
		if !free {
			continue
		}
		for _, e := range d.Fix {
			taken = append(taken, e.Span)
		}
		out = append(out, d)
	}
	return out
}

// edited returns a source with the edits of findings made.
func edited(src []byte, ds []diag.Diagnostic) []byte {
	var edits []diag.Edit
	for _, d := range ds {
		edits = append(edits, d.Fix...)
	}
	slices.SortFunc(edits, func(a, b diag.Edit) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	var out bytes.Buffer
	at := 0
	for _, e := range edits {
		if e.Span.Start < at || e.Span.End > len(src) {
			continue // two edits of one finding overlap: a fault of its rule, and no harm done
		}
		out.Write(src[at:e.Span.Start])
		out.WriteString(e.Text)
		at = e.Span.End
	}
	out.Write(src[at:])
	return out.Bytes()
}

// readings is how the notes of a file read: scalar by scalar, what each printed
// text is, and the severances as they are written.
type readings struct {
	scalars    []scalar
	roles      []Role
	severances []string
}

// scalar is a key or a value: where it stands, and what it says.
type scalar struct {
	note    int
	pointer string
	value   string
}

func readingsOf(f *schema.File) readings {
	var r readings
	for i, n := range f.Notes {
		r.scalars = scalarsOf(i, n.Env().Node, r.scalars)
		_, passages := walk(n)
		for _, p := range passages {
			r.roles = append(r.roles, p.Role)
		}
		for t := range schema.Texts(n) {
			r.severances = writtenSeverances(t, t.Inlines, r.severances)
		}
	}
	return r
}

func scalarsOf(note int, n *strictyaml.Node, out []scalar) []scalar {
	if n == nil {
		return out
	}
	if n.Kind == strictyaml.Scalar {
		out = append(out, scalar{note, n.Pointer, n.Text.Value})
	}
	for _, p := range n.Pairs {
		out = append(out, scalar{note, p.Key.Pointer + " key", p.Key.Value})
		out = scalarsOf(note, p.Value, out)
	}
	for _, item := range n.Items {
		out = scalarsOf(note, item, out)
	}
	return out
}

// writtenSeverances appends the severances of a text as they are written.
func writtenSeverances(t schema.Text, inlines []schema.Inline, out []string) []string {
	for _, in := range inlines {
		if in.Kind == schema.Redacted || in.Kind == schema.Severance {
			out = append(out, t.Source.Value[in.Start:in.End])
		}
		out = writtenSeverances(t, in.Children, out)
	}
	return out
}

// allows reports whether a new source reads as before but for the texts that
// findings are about.
func (r readings) allows(name string, src []byte, ds []diag.Diagnostic) bool {
	f := schema.Decode(name, src)
	if !f.Valid() {
		return false
	}
	after := readingsOf(f)
	if len(after.scalars) != len(r.scalars) || !slices.Equal(after.roles, r.roles) || !slices.Equal(after.severances, r.severances) {
		return false
	}
	for i, s := range after.scalars {
		old := r.scalars[i]
		about := slices.ContainsFunc(ds, func(d diag.Diagnostic) bool { return d.Path == s.pointer })
		if s.note != old.note || s.pointer != old.pointer || s.value != old.value && !about {
			return false
		}
	}
	return true
}
