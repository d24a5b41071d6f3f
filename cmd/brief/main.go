// Command brief turns briefing notes written as YAML into documents.
//
// Start with run, in cli.go. There is one file a command; paths.go finds the
// notes that a command is to work on, jobs.go works on many at a time, target.go
// says where outputs go and output.go puts them there. words.go and help.go say
// in plain words what the library of commands would say in its own.
package main

import (
	"os"

	_ "briefnote/internal/stack" // the first to be initialised
)

func main() { os.Exit(run(os.Args[1:], system())) }
