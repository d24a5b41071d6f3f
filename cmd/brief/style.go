package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"briefnote/diag"
	"briefnote/render"
)

// renderer loads the style. Findings about it are a matter of configuration.
func (a *app) renderer(style string, report *diag.Report) (*render.Renderer, error) {
	opts := render.Options{Style: style}
	switch {
	case isStyleFile(style):
		data, err := readFile(style)
		if err != nil {
			return nil, pathError(style, err)
		}
		opts.StyleSource = data
		report.Sources[style] = data
	case !slices.Contains(render.StyleNames(), style):
		return nil, usage(noStyle(style))
	}
	var err error
	if opts.Date, err = a.epoch(); err != nil {
		return nil, err
	}
	r, problems, err := render.New(opts)
	report.Diagnostics = append(report.Diagnostics, problems...)
	switch {
	case err != nil:
		return nil, usage(err.Error(), "the house style names its fonts under \"fonts\"")
	case diag.HasErrors(problems):
		if err := a.print(a.err, report, diag.Text); err != nil {
			return nil, err
		}
		return nil, &exit{code: exitUsage}
	}
	return r, nil
}

// styleOf returns the style that the configurations of notes name: that of all
// of them, for a run prints in one. What is wrong with a configuration is added
// to the report.
func (a *app) styleOf(files []source, report *diag.Report) (string, error) {
	cs := a.configs(report)
	style, by, asked := render.DefaultStyle, "", map[string]bool{}
	for i, s := range files {
		dir := filepath.Dir(s.name)
		if asked[dir] {
			continue
		}
		asked[dir] = true
		f, err := cs.of(s.name)
		if err != nil {
			return "", err
		}
		own := cs.style(f)
		if i == 0 {
			style, by = own, s.name
		}
		if own != style && !cs.broken { // else what is wrong is said first
			return "", usage(fmt.Sprintf("%q and %q have different house styles: %s and %s", by, s.name, style, own),
				"print them one by one, or all in one style with --style")
		}
	}
	if cs.broken {
		return "", &exit{code: exitUsage}
	}
	return style, nil
}

// style returns the style that a configuration names, or the one that comes
// with the tool. A file of the user's own stands in the configuration's folder
// or below it. What is wrong with the name is added to the report.
func (c *configs) style(f *folderConfig) string {
	name := f.Style.Value
	wrong := func(message, hint string) {
		c.broken = true
		c.report.Diagnostics = append(c.report.Diagnostics, diag.Diagnostic{
			Rule: "bad-value", Severity: diag.Error, Span: f.Style.Span, Path: f.Style.Pointer, Message: message, Hint: hint,
		})
	}
	switch {
	case name == "":
		return render.DefaultStyle
	case !isStyleFile(name):
		if !slices.Contains(render.StyleNames(), name) {
			wrong(noStyle(name))
		}
		return name
	}
	root, err := os.OpenRoot(f.dir)
	if err == nil {
		_, err = root.Stat(filepath.FromSlash(name))
		_ = root.Close() // nothing was written
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		wrong(fmt.Sprintf("there is no file %q", name), "check the path: it counts from this file's own folder")
	case err != nil:
		wrong(fmt.Sprintf("%q cannot be read", name), "name a file in this folder or below it")
	}
	return c.app.near(filepath.Join(f.dir, filepath.FromSlash(name)))
}

// isStyleFile tells a file of the user's own from the name of a style.
func isStyleFile(style string) bool { return strings.ContainsAny(style, `/\`) || isYAML(style) }

// noStyle words the error for a style that is not there.
func noStyle(name string) (message, hint string) {
	names := render.StyleNames()
	return fmt.Sprintf("there is no style %q", name),
		suggest(name, names, "the styles are "+strings.Join(names, ", ")+"; a style of your own is named by its .yaml file")
}
