package diag_test

import (
	"bytes"
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"

	"briefnote/diag"
	"briefnote/internal/golden"
)

// sample makes a report of one file whose findings mark the texts between
// ⟦ and ⟧ of src, which are taken out. Every other of them has a hint.
func sample(file, src string) *diag.Report {
	var ds []diag.Diagnostic
	for {
		before, rest, found := strings.Cut(src, "⟦")
		if !found {
			break
		}
		marked, after, _ := strings.Cut(rest, "⟧")
		d := diag.Diagnostic{
			Rule: "bad-value", Severity: diag.Error,
			Span:    diag.Span{File: file, Start: len(before), End: len(before) + len(marked)},
			Message: "this is not what belongs here",
		}
		if len(ds)%2 == 1 {
			d.Hint = "write something else"
		}
		ds = append(ds, d)
		src = before + marked + after
	}
	return &diag.Report{Files: 1, Diagnostics: ds, Sources: map[string][]byte{file: []byte(src)}}
}

// mixed is a report with everything that formats tell apart: several files,
// all severities, rules with and without a number, files without a source.
func mixed() *diag.Report {
	return &diag.Report{
		Files: 5,
		Sources: map[string][]byte{
			"notes/a.yaml":        []byte("kind: briefing-note\nkey_mesages:\n  - One\n  -\n"),
			"notes/b, 100%: é.fr": []byte("titre: x\n"),
			"<stdin>":             nil,
			"notes/clean.yaml":    []byte("kind: binder\n"),
		},
		Diagnostics: []diag.Diagnostic{
			{
				Rule: "empty-section", ID: "BN013", Severity: diag.Warning,
				Span:    diag.Span{File: "notes/a.yaml", Start: 43, End: 44},
				Message: "this point is empty", Path: "/key_messages/1",
			},
			{
				Rule: "unknown-field", Severity: diag.Error,
				Span:    diag.Span{File: "notes/a.yaml", Start: 20, End: 31},
				Message: "a briefing note has no key \"key_mesages\"", Hint: "did you mean <key_messages>?", Path: "/key_mesages",
			},
			{
				Rule: "number-words", ID: "TY308", Severity: diag.Info,
				Span:    diag.Span{File: "notes/b, 100%: é.fr", Start: 0, End: 8},
				Message: "100% of it:\r\n::error::on two lines, \x1b[2J", Hint: "a\nb",
			},
			{
				Rule: "missing-field", Severity: diag.Error,
				Span: diag.Span{File: "<stdin>"}, Message: "the file is empty",
			},
			{
				Rule: "include-not-found", Severity: diag.Error,
				Span: diag.Span{File: "notes/gone.yaml"}, Message: "there is no such file",
			},
			{Rule: "no-notes", Severity: diag.Warning, Message: "no note was found"},
		},
	}
}

// cases are the reports that every format is tested with, by golden file.
var cases = []struct {
	name   string
	report *diag.Report
}{
	{"empty", &diag.Report{Files: 3}},
	{"mixed", mixed()},
	{"plain", sample("n.yaml", "kind: ⟦memo⟧\ntitle: ⟦Title⟧\n")},
	{"tabs", sample("n.yaml", "a:\tb\t⟦c⟧\n⟦\t⟧d: 1\nab⟦\tx\t⟧y\n")},
	{"accents", sample("n.yaml", "Été à ⟦Québec⟧: e\u0301te\u0301 ⟦de\u0301ja\u0300⟧\nde⟦\u0301⟧ja\n")},
	{"emoji", sample("n.yaml", "👍\U0001F3FD ⟦👩\u200d👩\u200d👧 🇨🇦⟧ x\n👍⟦\U0001F3FD⟧ x\n")},
	{"wide", sample("n.yaml", "漢字 ⟦漢字⟧ ﾊﾝ⟦ﾊﾝ⟧x\nᐃᓄᒃ⟦ᑎᑐᑦ⟧\n")},
	{"crlf", sample("n.yaml", "kind: ⟦memo⟧\r\ntitle: ⟦a\r\nb⟧\r\nlast⟦⟧\r\n")},
	{"bom", sample("n.yaml", "\uFEFF⟦kind⟧: memo\ntitle\uFEFF: ⟦x⟧\n")},
	{"lines", sample("n.yaml", "a: ⟦|\n  one\n  two⟧\n\n⟦\n\nb⟧: x⟦\n⟧c\n")},
	{"no-bytes", sample("n.yaml", "⟦⟧")},
	{"bom-only", sample("n.yaml", "\uFEFF⟦⟧")},
	{"end", sample("n.yaml", "a: ⟦b⟧⟦⟧")},
	{"after-end", sample("n.yaml", "a: b\n⟦⟧")},
	{"control", sample("n\x1b[2J\u202e.yaml", "a: \x1b[31m⟦red\x1b[0m⟧ \u009b1m \u202eolleh ⟦\u202c⟧\x00\x7f⟦\xff⟧\r x\u2028\n")},
	{"long", sample("n.yaml", "start⟦s⟧ "+strings.Repeat("one two ", 40)+"⟦here⟧"+strings.Repeat(" 漢字", 60)+" ⟦end⟧\n")},
	{"long-span", sample("n.yaml", "text: "+strings.Repeat("one ", 40)+"⟦"+strings.Repeat("two ", 60)+"⟧.\n")},
	{"longest", sample("n.yaml", strings.Repeat("e\u0301 ", 2000)+"⟦here⟧"+strings.Repeat(" 漢", 2000)+"\n")},
	{"outside", outside()},
}

// outside is a report whose spans lie outside the file or back to front.
func outside() *diag.Report {
	r := sample("n.yaml", "⟦a⟧\n⟦b⟧\n⟦c⟧\n")
	r.Diagnostics[0].Span.Start = -7
	r.Diagnostics[1].Span.End = 1
	r.Diagnostics[2].Span.End = 1000
	return r
}

func TestFormats(t *testing.T) {
	folder := golden.Open(t, "testdata/golden")
	for _, tt := range cases {
		for _, format := range diag.Formats() {
			t.Run(tt.name+"/"+string(format), func(t *testing.T) {
				folder.Equal(t, tt.name+"."+string(format), printed(t, tt.report, format, diag.Options{Version: "1.2.3"}))
			})
		}
		t.Run(tt.name+"/color", func(t *testing.T) {
			colored := printed(t, tt.report, diag.Text, diag.Options{Color: true})
			if tt.name == "mixed" {
				folder.Equal(t, "mixed.color", colored)
			}
			if got, want := uncolored(colored), printed(t, tt.report, diag.Text, diag.Options{}); !bytes.Equal(got, want) {
				t.Errorf("without its colours the report is\n%s\nwant\n%s", got, want)
			}
		})
	}
}

func printed(t *testing.T, r *diag.Report, f diag.Format, opts diag.Options) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := r.Write(&b, f, opts); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// uncolored takes out the only escape sequences that the printer may write.
func uncolored(b []byte) []byte {
	for _, code := range []string{"\x1b[1m", "\x1b[1;31m", "\x1b[1;33m", "\x1b[1;36m", "\x1b[0m"} {
		b = bytes.ReplaceAll(b, []byte(code), nil)
	}
	return b
}

// TestCaret says in the test itself what the golden files show in the large.
func TestCaret(t *testing.T) {
	got := string(printed(t, sample("n.yaml", "kind: x\nkey: ⟦漢字⟧.\n"), diag.Text, diag.Options{}))
	want := `n.yaml:2:6: error[bad-value]: this is not what belongs here
  2 | key: 漢字.
    |      ^^^^

1 error in 1 file
`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestSummary(t *testing.T) {
	find := func(severity diag.Severity, files ...string) []diag.Diagnostic {
		var ds []diag.Diagnostic
		for _, f := range files {
			ds = append(ds, diag.Diagnostic{Severity: severity, Rule: "r", Message: "m", Span: diag.Span{File: f}})
		}
		return ds
	}
	tests := []struct {
		files int
		found []diag.Diagnostic
		want  string
	}{
		{1, find(diag.Error, "a"), "1 error in 1 file"},
		{2, slices.Concat(find(diag.Error, "a", "b"), find(diag.Warning, "b")), "2 errors, 1 warning in 2 files"},
		{3, slices.Concat(find(diag.Info, "a", "b"), find(diag.Warning, "a", "b")), "2 warnings, 2 info in 2 of 3 files"},
		{9, find(diag.Info, "a"), "1 info in 1 of 9 files"},
		{0, find(diag.Warning, "a"), "1 warning in 1 file"}, // e.g. a configuration, which is no note
		{0, find(diag.Warning, ""), "1 warning"},
	}
	for _, tt := range tests {
		lines := strings.Split(strings.TrimSpace(string(printed(t, &diag.Report{Files: tt.files, Diagnostics: tt.found}, diag.Text, diag.Options{}))), "\n")
		if got := lines[len(lines)-1]; got != tt.want {
			t.Errorf("summary is %q, want %q", got, tt.want)
		}
	}
}

func TestParseFormat(t *testing.T) {
	for _, f := range diag.Formats() {
		if got, err := diag.ParseFormat(string(f)); got != f || err != nil {
			t.Errorf("ParseFormat(%q) = %q, %v", f, got, err)
		}
	}
	const want = `there is no format "jsn"; did you mean "json"? it is one of text, json, sarif, github`
	if _, err := diag.ParseFormat("jsn"); err == nil || err.Error() != want {
		t.Errorf("error is %v, want %s", err, want)
	}
	const far = `there is no format "pdf"; it is one of text, json, sarif, github`
	if _, err := diag.ParseFormat("pdf"); err == nil || err.Error() != far {
		t.Errorf("error is %v, want %s", err, far)
	}
}

type brokenPipe struct{}

func (brokenPipe) Write([]byte) (int, error) { return 0, errors.New("pipe is broken") }

func TestWriteFails(t *testing.T) {
	if err := mixed().Write(brokenPipe{}, diag.JSON, diag.Options{}); err == nil || !strings.Contains(err.Error(), "could not be written") {
		t.Errorf("error is %v", err)
	}
	if err := mixed().Write(&bytes.Buffer{}, "pdf", diag.Options{}); err == nil || !strings.Contains(err.Error(), "no format") {
		t.Errorf("error is %v", err)
	}
}

// TestWriteKeepsReport proves that printing neither sorts the caller's findings
// nor depends on their order, and that a finding is printed once.
func TestWriteKeepsReport(t *testing.T) {
	r := mixed()
	before := slices.Clone(r.Diagnostics)
	want := printed(t, r, diag.JSON, diag.Options{})
	if !reflect.DeepEqual(before, r.Diagnostics) {
		t.Error("the findings were moved")
	}
	slices.Reverse(r.Diagnostics)
	r.Diagnostics = append(r.Diagnostics, r.Diagnostics...)
	if got := printed(t, r, diag.JSON, diag.Options{}); !bytes.Equal(got, want) {
		t.Errorf("in another order, and twice, they print as\n%s\nwant\n%s", got, want)
	}
}

func TestHasErrors(t *testing.T) {
	if ds := mixed().Diagnostics; !diag.HasErrors(ds) || diag.HasErrors(ds[:1]) {
		t.Error("only errors are errors")
	}
}
