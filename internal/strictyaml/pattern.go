package strictyaml

import (
	"regexp"
	"sync"
)

// pattern returns a regular expression that is compiled when it is first used,
// so that a run pays for those it needs and not for all of them at its start.
func pattern(expr string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}
