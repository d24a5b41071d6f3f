package main

import (
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"briefnote/diag"
	"briefnote/lint"
)

// rulesPage is where "brief init" puts what the rules say of themselves.
const rulesPage = ".brief/rules.md"

// linking reports whether what is written to a stream may hold links: a
// terminal shows it, in colour.
func (a *app) linking(w stream) bool { return w.terminal && a.colored(w) }

// links finds the addresses of files and rules, or is nil where a stream can
// show none.
func (a *app) links(w stream) func(file, rule string) string {
	if !a.linking(w) {
		return nil
	}
	page := ""
	return func(file, rule string) string {
		switch r := lint.Find(lint.All(), rule); {
		case file == stdinName:
			return ""
		case file != "":
			return fileAddress(file)
		case r == nil:
			return ""
		default:
			if page == "" {
				page = a.upward(rulesPage)
			}
			if page == "" {
				return ""
			}
			return fileAddress(page) + "#" + strings.ToLower(r.ID) + "-" + r.Slug
		}
	}
}

// upward finds a file in the folder that the command runs in or in one above it.
func (a *app) upward(name string) string {
	dir, err := os.Getwd()
	for err == nil {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if _, err := os.Stat(path); err == nil {
			return path
		}
		if dir == filepath.Dir(dir) {
			break
		}
		dir = filepath.Dir(dir)
	}
	return ""
}

// fileAddress is the address of a file on this machine (RFC 8089).
func fileAddress(path string) string {
	abs, err := filepath.Abs(path)
	if err != nil {
		return ""
	}
	abs = filepath.ToSlash(abs)
	if !strings.HasPrefix(abs, "/") { // a drive of Windows
		abs = "/" + abs
	}
	return (&url.URL{Scheme: "file", Path: abs}).String()
}

// named is the name of a file that was written, as a link where it can be one.
func (a *app) named(path string) string {
	if !a.linking(a.out) {
		return shown(path)
	}
	return diag.Link(fileAddress(path), shown(path))
}
