package schema

import (
	"bytes"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"

	"briefnote/diag"
	"briefnote/internal/golden"
)

// decodeValid reads a note that is valid, or fails t.
func decodeValid(t *testing.T, name string, src []byte) *File {
	t.Helper()
	f := Decode(name, src)
	for _, d := range f.Problems {
		if d.Severity == diag.Error {
			line := 1 + bytes.Count(src[:d.Span.Start], []byte("\n"))
			t.Fatalf("%s is not valid, at line %d: %s\n%s", name, line, d.Message, src)
		}
	}
	return f
}

// formatted formats a file, and holds the result to what [Format] promises.
func formatted(t *testing.T, f *File) []byte {
	t.Helper()
	out, err := Format(f)
	if err != nil {
		t.Fatalf("%s: %v; this is it:\n%s", f.Name, err, f.Source)
	}
	g := Decode(f.Name, out)
	if !sameFile(f, g) {
		t.Fatalf("%s reads otherwise when it is formatted; before:\n%s\nafter:\n%s", f.Name, f.Source, out)
	}
	again, err := Format(g)
	if err != nil || !bytes.Equal(out, again) {
		t.Fatalf("%s changes when it is formatted again (%v); first:\n%s\nthen:\n%s\nfrom:\n%s", f.Name, err, out, again, f.Source)
	}
	return out
}

// TestFormat fixes the canonical form by pairs of files.
func TestFormat(t *testing.T) {
	folder := golden.Open(t, filepath.Join("testdata", "fmt", "formatted"))
	for _, name := range notes(t, "testdata/fmt") {
		base := filepath.Base(name)
		t.Run(base, func(t *testing.T) {
			folder.Equal(t, base, formatted(t, decodeValid(t, base, read(t, name))))
		})
	}
}

// sampleNotes lists the notes of the repository, which are in canonical form.
func sampleNotes(t testing.TB) []string {
	var all []string
	for _, dir := range []string{"../samples/drafts", "../samples/fcm-2019", "../samples/winter-binder", "../conformance/notes"} {
		all = append(all, notes(t, dir)...)
	}
	return all
}

func TestSamplesAreFormatted(t *testing.T) {
	for _, name := range sampleNotes(t) {
		src := read(t, name)
		if out := formatted(t, decodeValid(t, name, src)); !bytes.Equal(out, src) {
			t.Errorf("%s is not in canonical form: brief fmt writes it so", name)
		}
	}
}

// write makes a variant of all documents of a file.
func (v *variant) write(f *File) []byte {
	v.out.Reset()
	for i, n := range f.Notes {
		if i > 0 || v.chance(4) {
			v.out.WriteString("---" + v.side() + "\n")
		}
		v.document(n.Env().Node)
	}
	out := v.out.String()
	if v.chance(4) {
		out = strings.ReplaceAll(out, "\n", "\r\n")
	}
	if v.chance(4) {
		out = "\ufeff" + out
	}
	return []byte(out)
}

// TestVariants writes each sample in many ways, with its keys in any order,
// its lines broken anywhere and comments everywhere. Formatted, each says what
// the sample says, and has all of its comments.
func TestVariants(t *testing.T) {
	const variants = 500
	names := append(append(sampleNotes(t), notes(t, "testdata/good")...), notes(t, "testdata/fmt")...)
	for i := range variants {
		name := names[i%len(names)]
		sample := decodeValid(t, name, read(t, name))
		v := &variant{Rand: rand.New(rand.NewPCG(uint64(i), 9)), commented: true, restyled: i%2 == 0}
		f := decodeValid(t, name, v.write(sample))
		if !sameNotes(sample, f) {
			t.Fatalf("variant %d of %s does not say what the sample says:\n%s", i, name, f.Source)
		}
		out := formatted(t, f)
		for _, c := range v.comments {
			if n := countLines(out, c); n != 1 {
				t.Fatalf("variant %d of %s: the comment %q is there %d times:\n%s", i, name, c, n, out)
			}
		}
	}
}

// countLines counts the lines that end with a comment.
func countLines(src []byte, comment string) int {
	n := 0
	for line := range strings.Lines(strings.TrimPrefix(string(src), "\ufeff")) {
		before, found := strings.CutSuffix(strings.TrimRight(line, "\r\n"), comment)
		if found && (before == "" || strings.HasSuffix(before, " ")) {
			n++
		}
	}
	return n
}

// TestOneForm writes samples with other line breaks, quotes and orders of keys,
// but without comments. All of them have one canonical form.
func TestOneForm(t *testing.T) {
	for i, name := range sampleNotes(t) {
		sample := decodeValid(t, name, read(t, name))
		var want []byte
		for k := range 3 {
			v := &variant{Rand: rand.New(rand.NewPCG(uint64(i), uint64(k)))}
			src := v.write(sample)
			out := formatted(t, decodeValid(t, name, src))
			out = bytes.TrimPrefix(bytes.ReplaceAll(out, []byte("\r"), nil), []byte("\ufeff"))
			out = bytes.TrimPrefix(out, []byte("---\n"))
			if want == nil {
				want = out
			}
			if !bytes.Equal(want, out) {
				t.Fatalf("%s has two forms:\n%s\nand\n%s\nfrom\n%s", name, want, out, src)
			}
		}
	}
}

// FuzzFormat formats whatever is valid: the notes read as before, every comment
// is kept, and a second run changes nothing.
func FuzzFormat(f *testing.F) {
	for _, name := range append(append(notes(f, "testdata/fmt"), notes(f, "testdata/good")...), sampleNotes(f)...) {
		if src := read(f, name); len(src) < 10_000 {
			f.Add(src)
		}
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		if file := Decode("n.yaml", src); file.Valid() {
			formatted(t, file)
		}
	})
}

// FuzzFormatText formats a note that has one text in many places and styles.
func FuzzFormatText(f *testing.F) {
	for _, s := range []string{"a", " a ", "a: b", "a\n b\n\n\tc\n", "[a b]{s=\"15(1)\"}", "'\"\\", "\u00a0\ufeff", "#1", "- ", "2019-07-29", "\n\n", "a\n#b\n---\n"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		quoted := `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`).Replace(text) + `"`
		single := "'" + strings.ReplaceAll(text, "'", "''") + "'"
		under := strings.ReplaceAll("\n"+text, "\n", "\n    ")
		for _, form := range []string{quoted, single, text, "|" + under, ">" + under, "|2-" + under, ">2+" + under, "|+" + under + "\n", ">-" + under} {
			src := "kind: planning-paper\nstatus: released\ntitle: " + form +
				"\ncaveats:\n  - " + form + "\n  - " + form + " #1 c\nconsulted: [" + form + ", {org: " + form + " # d\n}]" +
				"\nintroduction: " + form + "\nconsiderations:\n- heading: " + form + "\n  points:\n  - " + form + "\n # e\n"
			for _, part := range []string{src, src[:strings.Index(src, "consulted")] + "considerations: x", "kind: planning-paper\nstatus: released\ntitle: a\nconsiderations:\n- body: " + form} {
				if file := Decode("n.yaml", []byte(part)); file.Valid() {
					formatted(t, file)
				}
			}
		}
	})
}
