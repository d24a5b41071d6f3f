// Package stack has the stack of the main goroutine grow at once as far as a
// note needs, before anything stands on it. Growing step by step, each time with
// all the calls that are under way, takes a twentieth of the time of a command:
// bench/compare shows it, the benchmarks of package bench do not.
//
// A program need only import it. It imports nothing, and so, by its path, is
// the first package outside the runtime to be initialised (Go specification,
// "Program initialization"): the initialisation of others is deep, too.
package stack

func init() { deepen(0) }

//go:noinline
func deepen(i int) byte {
	var room [40 << 10]byte
	return room[i]
}
