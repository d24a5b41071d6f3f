package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"briefnote/internal/golden"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"brief": main})
}

// TestScripts runs the command as users do. Beside the library's commands, the
// scripts have those of scriptCommands.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:  filepath.Join("testdata", "script"),
		Cmds: scriptCommands(),
		Setup: func(env *testscript.Env) error {
			// Under -race each run of the command would wait a second at its end.
			env.Setenv("GORACE", "atexit_sleep_ms=0")
			docs, err := filepath.Abs(filepath.Join("..", "..", "docs"))
			env.Setenv("DOCS", docs)
			return err
		},
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		UpdateScripts:       golden.Updating(),
	})
}

func scriptCommands() map[string]func(ts *testscript.TestScript, neg bool, args []string) {
	return map[string]func(ts *testscript.TestScript, neg bool, args []string){
		"exits": exits,
		"files": files,
		"holds": holds,
		"waits": waits,
	}
}

// exits runs a program that must end with an exit code: exits CODE PROGRAM
// [ARGUMENT...].
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE PROGRAM [ARGUMENT...]")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		var ended *exec.ExitError
		if !errors.As(err, &ended) {
			ts.Fatalf("%v", err)
		}
		got = ended.ExitCode()
	}
	if got != want {
		ts.Fatalf("the exit code is %d, not %d", got, want)
	}
}

// files prints the files below a folder, those whose names start with a dot
// included, so that nothing left behind goes unseen: files FOLDER.
func files(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: files FOLDER")
	}
	root := ts.MkAbs(args[0])
	ts.Check(filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case e.IsDir() && e.Name() == ".tmp": // the library's own
			return fs.SkipDir
		case !e.IsDir():
			name, err := filepath.Rel(root, path)
			fmt.Fprintln(ts.Stdout(), filepath.ToSlash(name))
			return err
		}
		return nil
	}))
}

// waits waits for a file that a command behind writes: waits FILE.
func waits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: waits FILE")
	}
	for range 1000 { // ten seconds
		if _, err := os.Stat(ts.MkAbs(args[0])); err == nil {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	ts.Fatalf("%s does not appear", args[0])
}

// TestNoPanicReachesTheUser makes sure of the words for a fault of the tool.
func TestNoPanicReachesTheUser(t *testing.T) {
	s, _, stderr := testStreams()
	a := &app{streams: s}
	code := a.complain(guarded("note.yaml cannot be printed", func() error { panic(os.ErrInvalid) }))
	if want := "brief: note.yaml cannot be printed\nhelp: " + faultHint + "\n"; code != exitFailure || stderr.String() != want {
		t.Errorf("exit code %d, %q; want %d, %q", code, stderr, exitFailure, want)
	}
}
