package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/signal"
	"path/filepath"
	"strconv"
	"syscall"
)

// output is a file to be written: where, and what.
type output struct {
	path string
	data []byte
}

// disk is what it takes to write files. Tests have one that fails.
type disk struct {
	create func(path string) (io.WriteCloser, error) // fails with fs.ErrExist where there is a file
	rename func(from, to string) error
}

// createFile creates a file with the permissions that new files have there.
func createFile(path string) (io.WriteCloser, error) {
	return os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
}

// like returns a disk whose new files have the permissions given.
func (d disk) like(mode fs.FileMode) disk {
	create := d.create
	d.create = func(path string) (io.WriteCloser, error) {
		w, err := create(path)
		if err == nil {
			_ = os.Chmod(path, mode) // where there are no permissions, there is nothing to keep
		}
		return w, err
	}
	return d
}

// holdSignals makes interruptions wait in a channel until they are released,
// so that outputs are put in place undisturbed. At all other times they end
// the process at once, since there is nothing to tidy up.
func holdSignals() (interrupted <-chan os.Signal, release func()) {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt, syscall.SIGTERM)
	return c, func() { signal.Stop(c) }
}

// raiseSignal ends the process as a signal that has waited would have done, so
// that a shell that runs it in a loop ends the loop too.
func raiseSignal(s os.Signal) {
	if self, err := os.FindProcess(os.Getpid()); err == nil {
		_ = self.Signal(s) // where that is not possible, the exit code has to do
	}
}

// draft is an output that is written, but not in its place yet.
type draft struct {
	path   string
	temp   string // its name until then
	old    string // what stood in its place is called so until all are placed; "" if nothing did
	fresh  bool   // nothing stands in its place
	placed bool
}

// writeAll writes files so that either all of them appear whole or none does,
// and those they replace are only gone if all appear. Each is written under
// another name beside its place, and moved there last, when nothing but that
// can fail.
func (d disk) writeAll(outputs []output) error {
	if path, err := d.putAll(outputs); err != nil {
		return outputError(path, err)
	}
	return nil
}

// putAll is writeAll without words for the error: it returns the path too.
func (d disk) putAll(outputs []output) (string, error) {
	var drafts []*draft
	defer func() {
		for _, f := range drafts {
			if !f.placed {
				_ = os.Remove(f.temp)
			}
		}
	}()
	for _, o := range outputs {
		f, err := d.write(o)
		if f != nil {
			drafts = append(drafts, f)
		}
		if err != nil {
			return o.path, err
		}
	}
	for i, f := range drafts {
		if err := d.place(f, i == len(drafts)-1); err != nil {
			d.undo(drafts[:i+1])
			return f.path, err
		}
	}
	for _, f := range drafts {
		if f.old != "" {
			_ = os.Remove(f.old)
		}
	}
	return "", nil
}

// write writes a file under another name. It returns the draft as soon
// as there is anything on disk.
func (d disk) write(o output) (*draft, error) {
	_, err := os.Lstat(o.path)
	fresh := errors.Is(err, fs.ErrNotExist)
	if !fresh && isFolder(o.path) {
		return nil, syscall.EISDIR
	}
	temp, w, err := d.createTemp(filepath.Dir(o.path))
	if err != nil {
		return nil, err
	}
	_, err = w.Write(o.data)
	if closed := w.Close(); err == nil {
		err = closed
	}
	return &draft{path: o.path, temp: temp, fresh: fresh}, err
}

// createTemp creates a hidden file in a folder. Its name is short whatever the
// name of the output is, which may be as long as a name can be. It is left to
// chance, since other runs may write to the folder too, on other machines with
// the same process number, and each must know its own.
func (d disk) createTemp(dir string) (string, io.WriteCloser, error) {
	name := filepath.Join(dir, ".brief-"+strconv.FormatUint(rand.Uint64(), 36))
	w, err := d.create(name)
	return name, w, err
}

// place moves a file to its place. What it replaces is kept, if there is
// anything, but for the last file: either that one replaces it, or nothing has happened to it.
func (d disk) place(f *draft, last bool) error {
	if !last && !f.fresh {
		old := f.temp + ".old"
		switch err := d.rename(f.path, old); {
		case err == nil:
			f.old = old
		case !errors.Is(err, fs.ErrNotExist):
			return err
		}
	}
	if err := d.rename(f.temp, f.path); err != nil {
		return err
	}
	f.placed = true
	return nil
}

// undo takes files out of their places again, and puts back what they
// replaced. Where that fails too, it stays under its other name.
func (d disk) undo(drafts []*draft) {
	for _, f := range drafts {
		switch {
		case f.old != "":
			_ = d.rename(f.old, f.path)
		case f.placed:
			_ = os.Remove(f.path)
		}
	}
}

// outputError words the failure to write a file. What the user can mend by
// naming another place is a matter of usage; a full disk is a failure.
func outputError(path string, err error) error {
	dir := filepath.Dir(path)
	cannot := fmt.Sprintf("%q cannot be written: ", path)
	const elsewhere = "name another folder with -o"
	switch {
	case errors.Is(err, fs.ErrNotExist) && !isFolder(dir):
		return usage(fmt.Sprintf("%sthere is no folder %q", cannot, dir), "create it, or "+elsewhere)
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS), errors.Is(err, fs.ErrNotExist):
		return usage(fmt.Sprintf("%sthe folder %q takes no new files", cannot, dir), elsewhere)
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT):
		return failure(cannot+"the disk is full", "free some room, or "+elsewhere)
	case errors.Is(err, syscall.ENOTDIR):
		return usage(fmt.Sprintf("%s%q is not a folder", cannot, dir), elsewhere)
	case errors.Is(err, syscall.EISDIR), errors.Is(err, fs.ErrExist):
		return usage(cannot+"a folder has that name", "name another file with -o")
	case errors.Is(err, syscall.ENAMETOOLONG):
		return usage(cannot+"the name is too long", "name a file with a shorter name with -o")
	default:
		return failure(fmt.Sprintf("%q cannot be written", path), "close it if another program has it open, or "+elsewhere)
	}
}

// makeFolder creates an output folder.
func makeFolder(path string) error { return folderError(path, os.MkdirAll(path, 0o777)) }

// folderError words the failure to create a folder.
func folderError(path string, err error) error {
	cannot := fmt.Sprintf("the folder %q cannot be made: ", path)
	const elsewhere = "name another folder with -o"
	switch {
	case err == nil:
		return nil
	case errors.Is(err, syscall.ENOTDIR), errors.Is(err, fs.ErrExist):
		return usage(cannot+"a file has that name", elsewhere)
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS), errors.Is(err, fs.ErrNotExist):
		return usage(cannot+"nothing can be added there", elsewhere)
	case errors.Is(err, syscall.ENAMETOOLONG):
		return usage(cannot+"the name is too long", elsewhere)
	default:
		return failure(cannot+"the disk may be full", "free some room, or "+elsewhere)
	}
}
