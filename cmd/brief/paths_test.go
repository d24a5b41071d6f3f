package main

import (
	"errors"
	"io/fs"
	"syscall"
	"testing"
)

func TestIsNote(t *testing.T) {
	for text, want := range map[string]bool{
		"kind: briefing-note\n":                    true,
		"# comment\r\n\r\nkind: briefing-note\r\n": true,
		"\ufeffkind: briefing-note\n":              true,
		"title: [broken\nkind: briefing-note\n":    true,
		"'kind' : x\n":                             true,
		"\"kind\"\t: x\n":                          true,
		"kind:\n":                                  true,
		"title: x\n---\nkind: x\n":                 true,
		"\xff\xfek\x00i\x00n\x00d\x00:\x00\n\x00":  true,
		"\xfe\xff\x00k\x00i\x00n\x00d\x00:\x00\n":  true,
		"":                                false,
		"kind\n":                          false,
		"kinds: x\n":                      false,
		"  kind: x\n":                     false,
		"# kind: x\n":                     false,
		"mankind: x\n":                    false,
		"kind: Service\napiVersion: v1\n": false,
		"apiVersion: v1\nkind: Service\n": false,
		"apiVersion: v1\nkind: A\n---\nkind: Other": false,
	} {
		if got := isNote([]byte(text)); got != want {
			t.Errorf("isNote(%q) = %t", text, got)
		}
	}
}

func TestPathErrors(t *testing.T) {
	for _, test := range []struct {
		err  error
		code int
		want string
	}{
		{fs.ErrNotExist, exitUsage, `there is no file or folder "no/note.yaml"`},
		{syscall.ENOTDIR, exitUsage, `there is no file or folder "no/note.yaml"`},
		{fs.ErrPermission, exitUsage, `"no/note.yaml" cannot be read: permission is denied`},
		{syscall.EACCES, exitUsage, `"no/note.yaml" cannot be read: permission is denied`},
		{syscall.ELOOP, exitUsage, `"no/note.yaml" is a link that leads in a circle`},
		{syscall.ENAMETOOLONG, exitUsage, `there can be no file with so long a name: "no/note.yaml"`},
		{syscall.EIO, exitFailure, `"no/note.yaml" cannot be read: the disk reports an error`},
		{errors.New("unheard of"), exitUsage, `"no/note.yaml" cannot be read`},
	} {
		t.Run(test.err.Error(), func(t *testing.T) {
			var e *exit
			wrapped := &fs.PathError{Op: "open", Path: "elsewhere", Err: test.err}
			if !errors.As(pathError("no/note.yaml", wrapped), &e) || e.code != test.code || e.message != test.want || e.hint == "" {
				t.Errorf("%+v", e)
			}
		})
	}
}
