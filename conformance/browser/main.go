// Command browser opens every HTML file below a folder in headless Chromium and
// reports what is wrong with it there.
//
//	browser -axe axe.min.js FOLDER
//
// Start with [judge], which lists what is looked at. The PDF that Chromium prints
// of a file is left beside it as STEM.browser.pdf, for others to judge. The
// command exits with 1 if there is a fault.
//
// It is a module of its own, so that the driver of the browser is no dependency
// of the tool, and go test ./... asks for no browser.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"

	"github.com/chromedp/chromedp"
)

func main() {
	axe := flag.String("axe", "", "`file` of axe-core, the checker of accessibility")
	flag.Parse()
	faults, err := run(flag.Arg(0), *axe)
	switch {
	case err != nil:
		fmt.Fprintln(os.Stderr, "browser:", err)
		os.Exit(2)
	case faults > 0:
		os.Exit(1)
	}
}

// run judges the files below a folder and counts the faults.
func run(folder, axe string) (int, error) {
	if folder == "" {
		return 0, errors.New("name the folder of the HTML files")
	}
	src, err := os.ReadFile(axe)
	if err != nil {
		return 0, fmt.Errorf("axe-core: %w; name its axe.min.js with -axe", err)
	}
	files, err := below(folder)
	if err != nil {
		return 0, err
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.NoSandbox) // the checks run as root in a container
	parent, stop := chromedp.NewExecAllocator(context.Background(), options...)
	defer stop()
	browser, quit := chromedp.NewContext(parent)
	defer quit()
	if err := chromedp.Do(browser); err != nil {
		return 0, err
	}
	if err := prove(browser, string(src)); err != nil {
		return 0, err
	}
	return judgeAll(browser, folder, files, string(src))
}

// below returns the HTML files below a folder.
func below(folder string) ([]string, error) {
	var files []string
	err := filepath.WalkDir(folder, func(path string, _ fs.DirEntry, err error) error {
		if err == nil && filepath.Ext(path) == ".html" {
			files = append(files, path)
		}
		return err
	})
	if err == nil && len(files) == 0 {
		err = fmt.Errorf("there is no HTML below %s", folder)
	}
	return files, err
}

// judgeAll judges files, as many at a time as there are processors, and prints
// what is wrong with them.
func judgeAll(browser context.Context, folder string, files []string, axe string) (int, error) {
	var work sync.WaitGroup
	var lock sync.Mutex
	var faults int
	var failed error
	queue := make(chan string)
	for range runtime.NumCPU() {
		work.Go(func() {
			for path := range queue {
				found, pdf, err := judge(browser, path, axe)
				if err == nil {
					err = os.WriteFile(strings.TrimSuffix(path, ".html")+".browser.pdf", pdf, 0o600)
				}
				lock.Lock()
				faults += len(found)
				for _, fault := range found {
					fmt.Printf("%s: %s\n", strings.TrimPrefix(path, folder+string(filepath.Separator)), fault)
				}
				if err != nil {
					failed = errors.Join(failed, fmt.Errorf("%s: %w", path, err))
				}
				lock.Unlock()
			}
		})
	}
	for _, path := range files {
		queue <- path
	}
	close(queue)
	work.Wait()
	fmt.Printf("Chromium, axe-core: %d files, %d faults\n", len(files), faults)
	return faults, failed
}
