package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"testing/synctest"

	"briefnote/diag"
)

// TestInOrder takes results one by one, each when all work has been done that
// may be done before.
func TestInOrder(t *testing.T) {
	for _, test := range []struct{ items, jobs int }{{0, 2}, {1, 4}, {3, 8}, {20, 1}, {20, 3}, {50, 7}} {
		t.Run(fmt.Sprint(test), func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				items := make([]int, test.items)
				for i := range items {
					items[i] = i
				}
				var begun, busy, most atomic.Int64
				gate := make(chan bool)
				results := inOrder(items, test.jobs, nil, func(i int) int {
					begun.Add(1)
					most.Store(max(most.Load(), busy.Add(1)))
					<-gate
					busy.Add(-1)
					return i * i
				})
				synctest.Wait()
				if got, want := int(busy.Load()), min(test.jobs, test.items); got != want {
					t.Errorf("%d are worked on at once, want %d", got, want)
				}
				close(gate)
				taken := 0
				for result := range results {
					synctest.Wait()
					if got, want := int(begun.Load()), min(test.items, taken+2*min(test.jobs, test.items)); got != want {
						t.Errorf("%d are begun when %d are taken, want %d", got, taken, want)
					}
					if got := <-result; got != taken*taken {
						t.Errorf("result %d is %d", taken, got)
					}
					taken++
				}
				if taken != test.items {
					t.Errorf("%d results, want %d", taken, test.items)
				}
			})
		})
	}
}

// TestInOrderStops makes sure that nothing waits for ever for results that
// nobody takes: synctest would say so.
func TestInOrderStops(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		stop := make(chan struct{})
		begun := 0
		results := inOrder(make([]int, 100), 1, stop, func(int) int { begun++; return begun })
		<-<-results
		close(stop)
		synctest.Wait()
		if begun > 3 {
			t.Errorf("%d are begun", begun)
		}
	})
}

// manyFiles makes a folder with notes of all sorts: single and several, with
// and without mistakes, small and large, and YAML that is none.
func manyFiles(t *testing.T) string {
	t.Helper()
	files := map[string]string{"settings.yaml": "colour: blue\n", "none.yaml": "title: no kind\n"}
	for i := range 60 {
		text := goodNote
		switch i % 6 {
		case 1:
			text = strings.ReplaceAll(goodNote, "privacy", "secrecy")
		case 2:
			text = goodNote + "---\n" + goodNote
		case 3:
			text = "kind: planning-paper\ntitle: Lights\nmarking: UNCLASSIFIED\nconsiderations: |\n" + strings.Repeat("  Ships need lights.\n\n", 10*i)
		case 4:
			text = "kind: binder\ntitle: All of it\ntabs:\n  - include: note-1.yaml\n  - include: note-0.yaml\n"
		case 5:
			text = goodNote + "---\n" + badNote
		}
		files[fmt.Sprintf("note-%d.yaml", i)] = text
	}
	return folder(t, files)
}

// TestJobsMakeNoDifference prints the same files with different numbers of
// jobs, and compares every byte of what is said and written.
func TestJobsMakeNoDifference(t *testing.T) {
	dir := manyFiles(t)
	printed := func(jobs string) (int, string, string, map[string]string) {
		out := filepath.Join(t.TempDir(), "out")
		s, stdout, stderr := testStreams()
		code := run([]string{"render", "--to", "pdf,txt", "--jobs", jobs, "-o", out, dir}, s)
		return code, strings.ReplaceAll(stdout.String(), out, "out"), stderr.String(), contents(t, out)
	}
	code, stdout, stderr, outputs := printed("1")
	if code != exitFindings || len(outputs) == 0 || strings.Count(stdout, "\n") != len(outputs) {
		t.Fatalf("exit code %d, %d outputs, standard output %q, standard error %q", code, len(outputs), stdout, stderr)
	}
	for _, jobs := range []string{"2", "7", "100", "auto"} {
		c, o, e, files := printed(jobs)
		if c != code || o != stdout || e != stderr {
			t.Errorf("--jobs %s: exit code %d, standard output\n%s\nstandard error\n%s\nand with one job %d\n%s\n%s", jobs, c, o, e, code, stdout, stderr)
		}
		if !maps.Equal(files, outputs) {
			t.Errorf("--jobs %s: the outputs are others than with one job", jobs)
		}
	}
}

// TestShardsMakeTheWhole prints all shards, one of them twice, and compares
// the outputs with those of one run.
func TestShardsMakeTheWhole(t *testing.T) {
	dir, whole, parts := manyFiles(t), t.TempDir(), t.TempDir()
	s, stdout, _ := testStreams()
	run([]string{"render", "--to", "txt", "-o", whole, dir}, s)
	var names []string
	for _, shard := range []string{"1/4", "2/4", "2/4", "3/4", "4/4"} {
		s, part, _ := testStreams()
		run([]string{"render", "--to", "txt", "--shard", shard, "-o", parts, dir}, s)
		for name := range strings.Lines(part.String()) {
			names = append(names, strings.Replace(name, parts, whole, 1))
		}
	}
	slices.Sort(names)
	want := slices.Sorted(strings.Lines(stdout.String()))
	if got := slices.Compact(names); !slices.Equal(got, want) {
		t.Errorf("the shards print %q, want %q", got, want)
	}
	if !maps.Equal(contents(t, parts), contents(t, whole)) {
		t.Error("the outputs of the shards are others than those of one run")
	}
}

// TestInterruptedEarly interrupts the command at the first file, while that is
// being printed or is just done.
func TestInterruptedEarly(t *testing.T) {
	dir := folder(t, map[string]string{"a.yaml": goodNote, "b.yaml": goodNote})
	s, stdout, stderr := testStreams()
	s.hold = func() (<-chan os.Signal, func()) {
		signals := make(chan os.Signal, 1)
		signals <- syscall.SIGTERM
		return signals, func() {}
	}
	if code := run([]string{"render", "--to", "txt", dir}, s); code != exitInterrupted || stderr.Len() > 0 || strings.Count(stdout.String(), "\n") > 1 {
		t.Errorf("exit code %d, %q, %q", code, stdout, stderr)
	}
}

// TestVanished takes a file away between the listing and its turn. The others
// go on.
func TestVanished(t *testing.T) {
	dir := folder(t, map[string]string{"a.yaml": goodNote, "b.yaml": goodNote, "c.yaml": goodNote})
	s, stdout, stderr := testStreams()
	a := &app{streams: s}
	found, err := a.sources([]string{dir})
	if err != nil {
		t.Fatal(err)
	}
	target, err := parseTarget(&renderOptions{to: []string{"txt"}})
	if err != nil {
		t.Fatal(err)
	}
	p := &printing{app: a, target: target, jobs: 2, findings: newReport()}
	if p.renderer, err = a.renderer("public-safety", p.findings); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(dir, "b.yaml")); err != nil {
		t.Fatal(err)
	}
	var e *exit
	if err := p.run(found); !errors.As(err, &e) || e.code != exitUsage {
		t.Errorf("%v", err)
	}
	want := fmt.Sprintf("brief: there is no file or folder %q\nhelp: did you mean %q?\n2 of 3 files printed; 1 could not be printed\n",
		filepath.Join(dir, "b.yaml"), filepath.Join(dir, "a.yaml"))
	if stderr.String() != want || strings.Count(stdout.String(), "\n") != 2 {
		t.Errorf("%q, %q, want %q", stdout, stderr, want)
	}
	if _, err := os.Stat(filepath.Join(dir, "c.txt")); errors.Is(err, fs.ErrNotExist) {
		t.Error("c.yaml is not printed")
	}
}

// TestMergeKeepsFewSources keeps the sources of files with findings alone.
func TestMergeKeepsFewSources(t *testing.T) {
	run := newReport()
	merge(run, &diag.Report{
		Files:       2,
		Diagnostics: []diag.Diagnostic{{Span: diag.Span{File: "bad"}}, {Span: diag.Span{File: "unread"}}},
		Sources:     map[string][]byte{"good": []byte("g"), "bad": []byte("b")},
	})
	if run.Files != 2 || len(run.Diagnostics) != 2 || len(run.Sources) != 1 || !bytes.Equal(run.Sources["bad"], []byte("b")) {
		t.Errorf("%+v", run)
	}
}

func TestTally(t *testing.T) {
	for want, tally := range map[string]tally{
		"998 of 1,000 files printed; 2 have errors":                                       {printed: 998, faulty: 2},
		"1 of 2 files printed; 1 has errors":                                              {printed: 1, faulty: 1},
		"0 of 2 files printed; 2 could not be printed":                                    {failed: 2},
		"1,999,999 of 2,001,000 files printed; 1,000 have errors; 1 could not be printed": {printed: 1999999, faulty: 1000, failed: 1},
	} {
		if got := tally.String(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
