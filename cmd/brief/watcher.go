package main

import (
	"path/filepath"

	"github.com/fsnotify/fsnotify"
)

// watcher says when something changes in folders.
type watcher struct {
	events <-chan string          // the path of what has changed; "" where that is not known
	add    func(dir string) error // watches a folder, but not those below it
	close  func()
}

// watchFolders is the watcher of the system.
func watchFolders() (*watcher, error) {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, err
	}
	events := make(chan string)
	stopped := make(chan struct{})
	go func() {
		defer close(events)
		for {
			name := ""
			select {
			case e, open := <-w.Events:
				if !open {
					return
				}
				if name = filepath.Clean(e.Name); e.Op == fsnotify.Chmod {
					continue
				}
			case _, open := <-w.Errors: // some events were lost: look at everything
				if !open {
					return
				}
			}
			select {
			case events <- name:
			case <-stopped:
				return
			}
		}
	}()
	return &watcher{events: events, add: w.Add, close: func() {
		close(stopped)
		_ = w.Close() // nothing was written
	}}, nil
}
