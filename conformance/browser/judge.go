package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net/url"
	"strings"
	"sync"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// patience is how long a file may take.
const patience = 2 * time.Minute

// Widths of the window, in CSS pixels: a desktop's, and that of a small screen,
// or of a desktop's zoomed to 400 % (WCAG 2.1, 1.4.10).
const (
	wide   = 1280
	narrow = 320
)

// judge opens a file and returns what is wrong with it, a line a fault, and the
// PDF that the browser prints of it:
//
//   - no program of the file says anything on the console, and none fails;
//   - nothing is asked for but the file itself;
//   - axe-core finds no violation of WCAG 2.1 A and AA nor of its best
//     practices, in a wide window, a narrow one, and under forced colours;
//   - nothing reaches over the edge of the narrow window.
func judge(browser context.Context, path, axe string) (faults []string, pdf []byte, err error) {
	tab, stop := chromedp.NewContext(browser)
	defer stop()
	if err := chromedp.Do(tab); err != nil {
		return nil, nil, err
	}
	tab, cancel := context.WithTimeout(tab, patience)
	defer cancel()
	address := (&url.URL{Scheme: "file", Path: path}).String()
	heard, err := listen(tab, address)
	if err != nil {
		return nil, nil, err
	}
	err = chromedp.Do(tab, chromedp.EmulateViewport(wide, 900), chromedp.Navigate(address), chromedp.Evaluate[chromedp.Void](axe))
	if err != nil {
		return nil, nil, err
	}
	for _, view := range []struct {
		name  string
		width int64
		media string
	}{{"wide", wide, ""}, {"narrow", narrow, ""}, {"forced colours", wide, "active"}} {
		found, err := accessible(tab, view.width, view.media)
		if err != nil {
			return nil, nil, err
		}
		for _, fault := range found {
			faults = append(faults, view.name+": "+fault)
		}
	}
	if _, err := chromedp.Call(tab, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{}); err != nil {
		return nil, nil, err
	}
	over, err := overflow(tab)
	if err != nil {
		return nil, nil, err
	}
	pdf, err = chromedp.Run(tab, chromedp.PrintToPDF(chromedp.PDFPreferCSSPageSize(), chromedp.PDFPrintBackground()))
	return append(append(faults, over...), heard()...), pdf, err
}

// listen notes what a tab says and asks for from now on; the function returned
// gives it back.
func listen(tab context.Context, address string) (func() []string, error) {
	var lock sync.Mutex
	var faults []string
	note := func(form string, args ...any) {
		lock.Lock()
		defer lock.Unlock()
		faults = append(faults, fmt.Sprintf(form, args...))
	}
	err := chromedp.Listen(tab, func(event any) {
		switch e := event.(type) {
		case *runtime.EventConsoleAPICalled:
			note("console: %s", e.Type)
		case *runtime.EventExceptionThrown:
			note("console: %s", e.ExceptionDetails.Text)
		case *log.EventEntryAdded:
			note("console: %s", e.Entry.Text)
		case *network.EventRequestWillBeSent:
			if e.Request.URL != address {
				note("it asks for %.80s", e.Request.URL)
			}
		}
	})
	if err == nil {
		_, err = chromedp.Call(tab, log.Enable, cdp.Empty{})
	}
	if err == nil {
		_, err = chromedp.Call(tab, network.Enable, network.EnableParams{})
	}
	return func() []string {
		lock.Lock()
		defer lock.Unlock()
		return faults
	}, err
}

// accessible returns what axe-core finds in a window of some width.
func accessible(tab context.Context, width int64, forced string) ([]string, error) {
	const question = `axe.run(document, {
		runOnly: {type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]},
		resultTypes: ["violations"],
	}).then(r => JSON.stringify(r.violations.map(v => ({id: v.id, help: v.help, at: v.nodes.map(n => n.html)}))))`
	media := emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "forced-colors", Value: forced}}}
	if _, err := chromedp.Call(tab, emulation.SetEmulatedMedia, media); err != nil {
		return nil, err
	}
	if err := chromedp.Do(tab, chromedp.EmulateViewport(width, 900)); err != nil {
		return nil, err
	}
	said, err := chromedp.Run(tab, chromedp.Evaluate[string](question, chromedp.EvalAwaitPromise))
	if err != nil {
		return nil, err
	}
	var violations []struct {
		ID, Help string
		At       []string
	}
	if err := json.Unmarshal([]byte(said), &violations); err != nil {
		return nil, err
	}
	var faults []string
	for _, v := range violations {
		faults = append(faults, fmt.Sprintf("%s: %s, %d times, first at %.120s", v.ID, v.Help, len(v.At), strings.Join(v.At[:1], "")))
	}
	return faults, nil
}

// overflow returns what is wider than the narrow window.
func overflow(tab context.Context) ([]string, error) {
	const question = `(() => {
		const width = document.documentElement.clientWidth;
		if (document.scrollingElement.scrollWidth <= width) return "";
		for (const e of document.querySelectorAll("main *")) {
			if (e.getBoundingClientRect().right > width && !e.closest(".frame table")) return e.outerHTML.slice(0, 120);
		}
		return "the page";
	})()`
	if err := chromedp.Do(tab, chromedp.EmulateViewport(narrow, 900)); err != nil {
		return nil, err
	}
	at, err := chromedp.Run(tab, chromedp.Evaluate[string](question))
	if err != nil || at == "" {
		return nil, err
	}
	return []string{fmt.Sprintf("wider than a window of %d pixels: %s", narrow, at)}, nil
}
