package render

import (
	"errors"
	"fmt"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"briefnote/diag"
	"briefnote/render/font"
	"briefnote/render/layout"
	"briefnote/schema"
)

// The rules that findings of this package carry: for characters that would print
// as a box, and for values that cannot be printed as they are.
const (
	ruleUncovered = "uncovered-character"
	ruleCaveats   = "bad-value"
)

// uncovered reports the characters of a note that cannot be printed: those no
// face has, and those of scripts that need more than one glyph after another.
// It looks at the note rather than the pages, so that it can point at the very
// character.
func (r *Renderer) uncovered(n schema.Note) []diag.Diagnostic {
	var out []diag.Diagnostic
	for t := range schema.Texts(n) {
		out = append(out, r.uncoveredIn(t, t.Inlines)...)
	}
	return out
}

func (r *Renderer) uncoveredIn(t schema.Text, inlines []schema.Inline) []diag.Diagnostic {
	var out []diag.Diagnostic
	for _, in := range inlines {
		if in.Kind == schema.Words && !ascii(in.Text) {
			out = append(out, r.uncoveredWords(t, in)...)
		}
		out = append(out, r.uncoveredIn(t, in.Children)...)
	}
	return out
}

// uncoveredWords looks at words a composed character at a time, since that is
// how they are set.
func (r *Renderer) uncoveredWords(t schema.Text, in schema.Inline) []diag.Diagnostic {
	if r.covered(in.Text) {
		return nil
	}
	var out []diag.Diagnostic
	for at := 0; at < len(in.Text); {
		size := norm.NFC.NextBoundaryInString(in.Text[at:], true)
		for _, c := range norm.NFC.String(in.Text[at : at+size]) {
			if message := r.refusal(c); message != "" {
				out = refuse(out, t, t.Place(in.Start+at, in.Start+at+size), message)
				break
			}
		}
		at += size
	}
	return out
}

// covered reports whether all characters of words can be printed as they stand,
// which is quick to see and nearly always so. Where it is not, they may still be
// printed once they are composed.
func (r *Renderer) covered(words string) bool {
	for _, c := range words {
		if c >= utf8.RuneSelf && r.refusal(c) != "" {
			return false
		}
	}
	return norm.NFC.IsNormalString(words)
}

// refuse reports what stands at a place. It is one finding with what stands
// right before it, where that is refused in the same words: a word of Arabic.
func refuse(out []diag.Diagnostic, t schema.Text, at diag.Span, message string) []diag.Diagnostic {
	if n := len(out); n > 0 && out[n-1].Message == message && out[n-1].Span.End == at.Start {
		out[n-1].Span.End = at.End
		return out
	}
	return append(out, diag.Diagnostic{
		Rule: ruleUncovered, Severity: diag.Error, Path: t.Pointer(), Span: at,
		Message: message, Hint: "write it in other characters, or in words",
	})
}

// Problem returns the finding that an error of [Book.Write] or
// [Renderer.Binder] is, where the note is at fault and not the tool.
func Problem(err error) (diag.Diagnostic, bool) {
	var room *layout.NoRoomError
	if !errors.As(err, &room) {
		return diag.Diagnostic{}, false
	}
	return diag.Diagnostic{
		Rule: ruleCaveats, Severity: diag.Error, Path: room.Origin.Pointer, Span: room.Origin.Span,
		Message: "the marking and its caveats leave no room for the text on the page", Hint: "print fewer caveats, or shorten them",
	}, true
}

// refusal says why a character cannot be printed; it is empty where it can.
func (r *Renderer) refusal(c rune) string {
	switch {
	case layout.NeedsNoGlyph(c):
		return ""
	case font.Unsettable(c):
		return fmt.Sprintf("%s script cannot be printed rightly yet", font.Script(c))
	case !r.fonts.Covers(c):
		return fmt.Sprintf("no font of the house style has the character %q (U+%04X)", c, c)
	}
	return ""
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
