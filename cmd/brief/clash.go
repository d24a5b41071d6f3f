package main

import (
	"fmt"
	"hash/maphash"
	"os"
	"path/filepath"
	"strconv"

	"briefnote/schema"
)

// clashes finds outputs that would be written twice or over a note, before
// anything is written. Since there may be very many files, it goes by their
// names, and only has those read whose names leave open what becomes of them.
type clashes struct {
	*target
	files   []source
	folder  string // the one the command runs in
	seed    maphash.Seed
	first   map[uint64]int    // hash of a place → the first file for it
	suspect []bool            // of each file: it has to be read
	notes   map[string]string // path → note that an output might be written over
	taken   map[string]string // path of an output → its note
}

// refuseClashes refuses a run in which there is a clash.
func (p *printing) refuseClashes(files []source) error {
	if p.target.single() {
		if err := p.refuseSeveral(files); err != nil || p.target.stdout {
			return err
		}
	}
	if len(files) == 1 && formatOf(files[0].name) == "" {
		return nil
	}
	c := p.target.clashes(files)
	stop := make(chan struct{})
	defer close(stop)
	suspects := c.suspects()
	counts := inOrder(suspects, p.jobs, stop, func(i int) int { return c.count(i) })
	for _, i := range suspects {
		if err := c.add(i, <-<-counts); err != nil {
			return err
		}
	}
	return nil
}

// manyNotes are as many as are counted for a message.
const manyNotes = 100

// refuseSeveral refuses several notes for one place. Those of one file are
// counted when it is printed (printing.file).
func (p *printing) refuseSeveral(files []source) error {
	if len(files) == 1 {
		return nil
	}
	notes := 0
	for _, s := range files {
		if n, note := countNotes(s); note {
			notes += max(1, n) // one with errors is one all the same
		}
		if notes >= manyNotes {
			break
		}
	}
	if notes > 1 {
		return p.several(notes)
	}
	return nil
}

// several words the refusal of several notes for one place.
func (p *printing) several(notes int) error {
	count := strconv.Itoa(notes)
	if notes >= manyNotes {
		count = fmt.Sprintf("%d or more", manyNotes)
	}
	return usage(fmt.Sprintf("-o %s takes one note, and here are %s", p.target, count), "name a folder with -o, or only one note")
}

// countNotes counts the notes of a file, and reports whether it is one of
// notes. What keeps it from being read is said when it is to be printed.
func countNotes(s source) (n int, note bool) {
	_ = guarded("", func() error {
		var err error
		if s, note, err = s.read(); err == nil && note {
			n = len(schema.Decode(s.name, s.data).Notes)
		}
		return err
	})
	return n, note
}

// clashes looks at the names of files.
func (t *target) clashes(files []source) *clashes {
	folder, _ := os.Getwd() // without it, paths that are spelled alike are the same still
	c := &clashes{
		target: t, files: files, folder: folder, seed: maphash.MakeSeed(), first: make(map[uint64]int, len(files)),
		suspect: make([]bool, len(files)), notes: map[string]string{}, taken: map[string]string{},
	}
	for i, s := range files {
		place := c.hash(c.place(s))
		if other, ok := c.first[place]; ok {
			c.suspect[i], c.suspect[other] = true, true
			continue
		}
		c.first[place] = i
	}
	return c
}

// suspects lists the files that may clash: those with one place, STEM.yaml
// where there is STEM-2.yaml, since its second note would go there, and what
// may be written over a note that is called like an output.
func (c *clashes) suspects() []int {
	for _, s := range c.files {
		place := c.place(s)
		c.accuse(unnumbered(place))
		if formatOf(s.name) == "" {
			continue
		}
		path := c.absolute(s.name)
		c.notes[path] = s.name
		place = withoutExt(path)
		c.accuse(place)
		c.accuse(unnumbered(place))
	}
	var out []int
	for i, suspect := range c.suspect {
		if suspect {
			out = append(out, i)
		}
	}
	return out
}

// accuse makes the file for a place suspect. Others for it are so already.
func (c *clashes) accuse(place string) {
	if i, ok := c.first[c.hash(place)]; ok {
		c.suspect[i] = true
	}
}

// add claims the outputs of a file of n notes. If there are several, files
// with names like theirs are looked at too.
func (c *clashes) add(i, n int) error {
	s := c.files[i]
	for _, path := range c.paths(s, n) {
		key := c.absolute(path)
		if note, ok := c.notes[key]; ok {
			return usage(fmt.Sprintf("%s would be written over the note %s", shown(path), shown(note)), "name another place with -o")
		}
		if other, ok := c.taken[key]; ok {
			return usage(fmt.Sprintf("%s and %s would both be written to %s", shown(other), shown(s.name), shown(path)),
				"print them one by one, each with its own -o")
		}
		c.taken[key] = s.name
	}
	for k := range n {
		other, ok := c.first[c.hash(numbered(c.place(s), k, n))]
		if !ok || c.suspect[other] {
			continue
		}
		c.suspect[other] = true
		if err := c.add(other, c.count(other)); err != nil {
			return err
		}
	}
	return nil
}

func (c *clashes) count(i int) int {
	n, _ := countNotes(c.files[i])
	return n
}

// place is where the only note of a file goes, without the extension.
func (c *clashes) place(s source) string {
	return withoutExt(c.absolute(c.path(s, 0, 1, c.formats[0])))
}

// absolute makes different spellings of a path the same, as far as that can
// be done without looking at the disk.
func (c *clashes) absolute(path string) string {
	if filepath.IsAbs(path) {
		return filepath.Clean(path)
	}
	return filepath.Join(c.folder, path)
}

// hash stands for a place, and takes less memory. Two places with the same
// hash make suspects, no more.
func (c *clashes) hash(place string) uint64 { return maphash.String(c.seed, place) }

func withoutExt(path string) string { return path[:len(path)-len(filepath.Ext(path))] }
