package main

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"
	"time"
)

// testStreams returns streams that reach nothing but the disk, and what is
// written to them.
func testStreams() (s *streams, stdout, stderr *bytes.Buffer) {
	stdout, stderr = &bytes.Buffer{}, &bytes.Buffer{}
	return &streams{
		in:    strings.NewReader(""),
		out:   stream{Writer: stdout},
		err:   stream{Writer: stderr},
		env:   func(string) string { return "" },
		disk:  disk{create: createFile, rename: os.Rename},
		hold:  func() (<-chan os.Signal, func()) { return nil, func() {} },
		raise: func(os.Signal) {},
		beats: func() (<-chan time.Time, func()) { return nil, func() {} },

		watchFolders: watchFolders,
	}, stdout, stderr
}

const (
	goodNote = "kind: withheld-notice\npages: {from: 9, to: 14}\nact: privacy\nexemptions_unknown: true\n"
	badNote  = "kind: breifing-note\n"
)

// folder makes a folder with files of those names and contents.
func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// contents returns the files of a folder, by name.
func contents(t *testing.T, dir string) map[string]string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]string{}
	for _, e := range entries {
		data, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		found[e.Name()] = string(data)
	}
	return found
}

func TestFailingStreams(t *testing.T) {
	dir := folder(t, map[string]string{"good.yaml": goodNote, "bad.yaml": badNote})
	good, bad := filepath.Join(dir, "good.yaml"), filepath.Join(dir, "bad.yaml")
	broken := errors.New("broken")
	noOut := func(s *streams) { s.out.Writer = failingWriter{broken} }
	noErr := func(s *streams) { s.err.Writer = failingWriter{broken} }
	for name, test := range map[string]struct {
		args  []string
		spoil func(*streams)
		want  string // on standard error
	}{
		"findings of validate": {
			[]string{"validate", bad},
			noOut,
			"brief: the findings cannot be written\nhelp: check where they are sent, and that the disk is not full\n",
		},
		"findings of render": {[]string{"render", bad}, noErr, ""},
		"document": {
			[]string{"render", "-o", "-", good},
			noOut,
			"brief: standard output cannot be written\nhelp: check where it is sent, and that the disk is not full\n",
		},
		"standard input": {
			[]string{"validate", "-"},
			func(s *streams) { s.in = iotest.ErrReader(broken) },
			"brief: standard input cannot be read\nhelp: check where it comes from, or name a file\n",
		},
	} {
		t.Run(name, func(t *testing.T) {
			s, _, stderr := testStreams()
			test.spoil(s)
			if code := run(test.args, s); code != exitFailure || stderr.String() != test.want {
				t.Errorf("exit code %d, %q; want %d, %q", code, stderr, exitFailure, test.want)
			}
		})
	}
	if left := contents(t, dir); len(left) != 2 {
		t.Errorf("the failed runs left files behind: %v", left)
	}
}

type failingWriter struct{ err error }

func (w failingWriter) Write([]byte) (int, error) { return 0, w.err }

var _ io.Writer = failingWriter{}

func TestTerminalGetsNoPDF(t *testing.T) {
	note := filepath.Join(folder(t, map[string]string{"note.yaml": goodNote}), "note.yaml")
	s, stdout, stderr := testStreams()
	s.out.terminal = true
	if code := run([]string{"render", "-o", "-", note}, s); code != exitUsage || stdout.Len() > 0 {
		t.Errorf("exit code %d, %d bytes on the terminal", code, stdout.Len())
	}
	if want := "brief: a PDF cannot be shown in a terminal\nhelp: send it to a file, or read it with --to txt\n"; stderr.String() != want {
		t.Errorf("%q, want %q", stderr, want)
	}
	stderr.Reset()
	if code := run([]string{"render", "--to", "docx", "-o", "-", note}, s); code != exitUsage || stdout.Len() > 0 || !strings.HasPrefix(stderr.String(), "brief: a DOCX cannot") {
		t.Errorf("DOCX: exit code %d, %d bytes on the terminal, and %q", code, stdout.Len(), stderr)
	}
	if code := run([]string{"render", "--to", "txt", "-o", "-", note}, s); code != exitClean || stdout.Len() == 0 {
		t.Errorf("plain text: exit code %d, %d bytes on the terminal", code, stdout.Len())
	}
}

// TestLibraryErrors makes sure that an error that words.go has no words for
// does not speak in those of the library.
func TestLibraryErrors(t *testing.T) {
	s, _, stderr := testStreams()
	code := (&app{streams: s}).complain(errors.New("unexpected nil FlagSet"))
	if code != exitUsage || strings.Contains(stderr.String(), "FlagSet") {
		t.Errorf("exit code %d, %q", code, stderr)
	}
}

func TestShown(t *testing.T) {
	for path, want := range map[string]string{
		"notes/ferry.pdf":  "notes/ferry.pdf",
		"été – résumé.pdf": "été – résumé.pdf",
		`C:\notes\a.pdf`:   `C:\notes\a.pdf`,
		"a\x1b[31m.pdf":    `"a\x1b[31m.pdf"`,
		"a\nb.pdf":         `"a\nb.pdf"`,
		"a\u202eb.pdf":     `"a\u202eb.pdf"`,
		"a\xffb.pdf":       `"a\xffb.pdf"`,
	} {
		if got := shown(path); got != want {
			t.Errorf("shown(%q) = %s, want %s", path, got, want)
		}
	}
}
