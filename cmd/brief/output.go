package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"syscall"
)

// output is a file to be written: where, and what.
type output struct {
	path string
	data []byte
}

// writeAll writes files so that either all of them appear whole or none does:
// each goes to a temporary file beside its place, and they are renamed last.
func writeAll(outputs []output) error {
	var temps []string
	defer func() {
		for _, t := range temps {
			os.Remove(t) // those renamed are gone already
		}
	}()
	for _, o := range outputs {
		temp, err := writeTemp(o)
		if temp != "" {
			temps = append(temps, temp)
		}
		if err != nil {
			return outputError(o.path, err)
		}
	}
	for i, o := range outputs {
		if err := os.Rename(temps[i], o.path); err != nil {
			return outputError(o.path, err)
		}
	}
	return nil
}

// writeTemp writes a file under another name in its folder. It returns that
// name as soon as the file exists.
func writeTemp(o output) (string, error) {
	f, err := createTemp(o.path)
	if err != nil {
		return "", err
	}
	_, err = f.Write(o.data)
	if closed := f.Close(); err == nil {
		err = closed
	}
	return f.Name(), err
}

// createTemp creates a hidden file beside path, with the permissions that a
// new file has there.
func createTemp(path string) (*os.File, error) {
	for i := 0; ; i++ {
		name := filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+".part"+strconv.Itoa(os.Getpid()+i))
		f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
		if !errors.Is(err, fs.ErrExist) || i > 100 {
			return f, err
		}
	}
}

// outputError words the failure to write a file. What the user can mend by
// naming another place is a matter of usage; a full disk is a failure.
func outputError(path string, err error) error {
	dir := filepath.Dir(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return usage(fmt.Sprintf("the folder %q does not exist", dir), "create it, or name another with -o")
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return usage(fmt.Sprintf("%q cannot be written: the folder is read-only", path), "name another folder with -o")
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT):
		return failure(fmt.Sprintf("%q cannot be written: the disk is full", path), "free some room, or name another folder with -o")
	case errors.Is(err, syscall.ENOTDIR):
		return usage(fmt.Sprintf("%q cannot be written: %q is not a folder", path, dir), "name another folder with -o")
	case errors.Is(err, syscall.EISDIR), errors.Is(err, fs.ErrExist):
		return usage(fmt.Sprintf("%q cannot be written: a folder has that name", path), "name another file with -o")
	default:
		return failure(fmt.Sprintf("%q cannot be written", path), "check the disk, or name another folder with -o")
	}
}

// makeFolder creates an output folder.
func makeFolder(path string) error {
	err := os.MkdirAll(path, 0o777)
	switch {
	case err == nil:
		return nil
	case errors.Is(err, syscall.ENOTDIR), errors.Is(err, fs.ErrExist):
		return usage(fmt.Sprintf("the folder %q cannot be made: a file has that name", path), "name another folder with -o")
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS), errors.Is(err, fs.ErrNotExist):
		return usage(fmt.Sprintf("the folder %q cannot be made here", path), "name another folder with -o")
	default:
		return outputError(filepath.Join(path, "x"), err)
	}
}
