// Command brief turns briefing notes written as YAML into documents.
//
// Start with run, in cli.go. There is one file a command; paths.go finds the
// notes that a command is to work on, jobs.go works on many at a time, target.go
// says where outputs go and output.go puts them there. words.go and help.go say
// in plain words what the library of commands would say in its own.
package main

import "os"

func main() {
	deepen(0)
	os.Exit(run(os.Args[1:], system()))
}

// deepen has the stack grow at once as far as a note needs. Growing there step
// by step, each time with all the calls that are under way on it, takes a
// twenty-fifth of a run: BenchmarkStages does not see it, bench/compare does.
//
//go:noinline
func deepen(i int) byte {
	var room [40 << 10]byte
	return room[i]
}
