// Apart from package stack, which would import what the test does.
package stack_test

import (
	"os"
	"os/exec"
	"strings"
	"testing"

	_ "briefnote/internal/stack"
)

// TestFirst has the program of this test say in which order packages are
// initialised: the runtime's own, and then this one.
func TestFirst(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self, "-test.run=^$")
	cmd.Env = append(os.Environ(), "GODEBUG=inittrace=1")
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for line := range strings.Lines(string(out)) {
		fields := strings.Fields(line)
		if len(fields) < 2 || fields[0] != "init" {
			continue
		}
		switch name := fields[1]; {
		case name == "briefnote/internal/stack":
			return
		case name != "runtime" && !strings.HasPrefix(name, "internal/"):
			t.Fatalf("%s is initialised before this package", name)
		}
	}
	t.Fatalf("this package is not initialised:\n%s", out)
}
