package main

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"briefnote/diag"
	"briefnote/internal/text"
	"briefnote/render"
)

// How long a change is waited for to be over: editors write a file in several
// steps. A note is printed again a tenth of a second after a save at the latest.
const (
	calm     = 25 * time.Millisecond
	calmOver = 4 // times calm, whatever goes on
)

// watch prints notes, and again whenever they, their includes or the style change.
type watch struct {
	*printing
	paths   []string
	options *renderOptions
	watcher *watcher
	seen    map[string][sha256.Size]byte // what each note was last made of
	style   [sha256.Size]byte
	stopped <-chan os.Signal
	ended   bool
}

// watchable refuses what cannot be printed again and again.
func (o *renderOptions) watchable(t *target, paths []string) error {
	switch {
	case !o.watch:
	case t.stdout:
		return usage("--watch cannot print to standard output again and again", "name a file or a folder with -o, or leave -o out")
	case slices.Contains(paths, "-"):
		return usage("--watch cannot watch standard input", "name a file or a folder")
	}
	return nil
}

// watch watches until it is interrupted, which is its regular end.
func (p *printing) watch(paths []string, o *renderOptions) error {
	if len(p.findings.Diagnostics) > 0 { // of the style
		if err := p.print(p.err, p.findings, diag.Text); err != nil {
			return err
		}
	}
	files, err := p.watchFolders()
	if err != nil {
		return failure("changes cannot be watched on this machine", "close other programs that watch folders, or render without --watch")
	}
	defer files.close()
	interrupted, release := p.hold()
	defer release()
	w := &watch{printing: p, paths: paths, options: o, watcher: files, seen: map[string][sha256.Size]byte{}, stopped: interrupted}
	w.together = true
	w.style = styleSum(o.style, newReport(), nil)
	if err := w.look(); err != nil || w.ended {
		return err
	}
	if !p.quiet {
		fmt.Fprintf(p.err, "watching %s; press Ctrl-C to end\n", text.Count(len(w.seen), "note"))
	}
	return w.loop()
}

// loop looks at the notes after every change.
func (w *watch) loop() error {
	for {
		select {
		case <-w.stopped:
			return nil
		case name, open := <-w.watcher.events:
			if !open {
				return failure("changes can no longer be watched", "start the command again")
			}
			if !matters(name) {
				continue
			}
			w.settle()
			if err := w.look(); err != nil || w.ended {
				return err
			}
		}
	}
}

// matters tells a change from one that the command has made itself.
func matters(name string) bool {
	return formatOf(name) == "" && !strings.HasPrefix(filepath.Base(name), ".brief-")
}

// settle waits until nothing more happens for a moment.
func (w *watch) settle() {
	for range calmOver {
		quiet := time.NewTimer(calm)
		select {
		case <-quiet.C:
			return
		case <-w.watcher.events:
			quiet.Stop()
		}
	}
}

// look prints the notes that have changed since they were last looked at.
func (w *watch) look() error {
	files := w.files()
	w.restyle(files)
	w.follow(files, nil)
	var changed []source
	sums := map[string][sha256.Size]byte{}
	for _, s := range files {
		sum, note := w.sum(s)
		if !note {
			continue
		}
		sums[s.name] = sum
		if old, known := w.seen[s.name]; !known || old != sum {
			changed = append(changed, s)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(w.seen)) {
		if _, still := sums[name]; !still && !w.quiet {
			fmt.Fprintf(w.err, "%s is gone; what was printed of it stays\n", shown(name))
		}
	}
	w.seen = sums
	if len(changed) == 0 {
		return nil
	}
	return w.round(files, changed)
}

// files lists the files that the paths mean now. What is not there may come again.
func (w *watch) files() []source {
	var all []source
	for _, path := range w.paths {
		found, err := w.pathSources(path)
		var e *exit
		if errors.As(err, &e) && len(w.seen) == 0 {
			w.complain(err) // it has never been there
		}
		all = append(all, found...)
	}
	slices.SortFunc(all, func(a, b source) int { return strings.Compare(a.name, b.name) })
	return w.shard.of(slices.CompactFunc(all, func(a, b source) bool { return filepath.Clean(a.name) == filepath.Clean(b.name) }))
}

// sum is what a note is made of: its own bytes and, of a binder, those of its
// tabs. One that cannot be read has a sum of its own.
func (w *watch) sum(s source) (sum [sha256.Size]byte, note bool) {
	s, note, err := s.read()
	if err != nil {
		return sha256.Sum256([]byte("\x00" + err.Error())), true
	}
	if !note || !bytes.Contains(s.data, []byte("binder")) {
		return sha256.Sum256(s.data), note
	}
	report := newReport()
	w.decode(s, report)
	h := sha256.New()
	var read []string
	for _, name := range slices.Sorted(maps.Keys(report.Sources)) {
		fmt.Fprintf(h, "%q %x\n", name, sha256.Sum256(report.Sources[name]))
		read = append(read, name)
	}
	for _, d := range report.Diagnostics { // an include that is missing has no bytes
		fmt.Fprintf(h, "%s %s\n", d.Path, d.Message)
	}
	w.follow(nil, read)
	return [sha256.Size]byte(h.Sum(nil)), true
}

// follow watches the folders of notes, of what they include, and of the style.
// Of a folder that is gone, the one above it is watched.
func (w *watch) follow(files []source, more []string) {
	dirs := map[string]bool{}
	for _, s := range files {
		dirs[filepath.Dir(s.name)] = true
	}
	for _, name := range more {
		dirs[filepath.Dir(name)] = true
	}
	if files != nil && isStyleFile(w.options.style) {
		dirs[filepath.Dir(w.options.style)] = true
	}
	if more == nil {
		for _, path := range w.paths {
			dirs[filepath.Dir(path)] = true
			_ = filepath.WalkDir(path, func(name string, e fs.DirEntry, err error) error { // what cannot be read holds no note
				switch {
				case err != nil:
					return fs.SkipDir
				case !e.IsDir():
				case name != path && strings.HasPrefix(e.Name(), "."):
					return fs.SkipDir
				default:
					dirs[name] = true
				}
				return nil
			})
		}
	}
	for dir := range dirs {
		for w.watcher.add(dir) != nil && dir != filepath.Dir(dir) {
			dir = filepath.Dir(dir)
		}
	}
}

// round prints notes, and says in a line what became of each.
func (w *watch) round(all, changed []source) error {
	w.findings = newReport()
	if err := w.refuseClashes(all); err != nil {
		w.complain(err)
		return nil
	}
	var t tally
	w.inTurn(changed, &t, w.stopped)
	if w.ended = t.signal != nil; w.ended {
		return nil
	}
	w.line.yield(w.err)
	w.line = progress{}
	return w.print(w.err, w.findings, diag.Text)
}

// styleSum is what a style is made of, if it is a file, and what is wrong with
// the configurations that name it.
func styleSum(style string, report *diag.Report, err error) [sha256.Size]byte {
	h := sha256.New()
	fmt.Fprintf(h, "%s %v\n", style, err)
	for _, d := range report.Diagnostics {
		fmt.Fprintf(h, "%v %s\n", d.Span, d.Message)
	}
	if isStyleFile(style) {
		data, err := readFile(style)
		fmt.Fprintf(h, "%v\n", err)
		h.Write(data)
	}
	return [sha256.Size]byte(h.Sum(nil))
}

// restyle reads the style again where it has changed, or where a configuration
// names another; all notes are printed in it. As long as there is something
// wrong with it, the one before holds.
func (w *watch) restyle(files []source) {
	style, report := w.options.style, newReport()
	var err error
	if !w.options.styled && len(files) > 0 {
		style, err = w.styleOf(files, report)
	}
	sum := styleSum(style, report, err)
	if sum == w.style {
		return
	}
	w.style = sum
	if err != nil {
		err = errors.Join(w.print(w.err, report, diag.Text), err)
	}
	var renderer *render.Renderer
	if err == nil {
		renderer, err = w.printing.app.renderer(style, newReport())
	}
	if err != nil {
		w.complain(err)
		if !w.quiet {
			fmt.Fprintln(w.err, "the style is used as it was before")
		}
		return
	}
	w.options.style = style
	w.renderer, w.seen = renderer, map[string][sha256.Size]byte{}
}
