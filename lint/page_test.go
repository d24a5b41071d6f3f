package lint

import (
	"testing"

	"briefnote/internal/golden"
)

// TestPage keeps docs/rules.md as the rules' records have it.
func TestPage(t *testing.T) {
	golden.Equal(t, "../docs/rules.md", []byte(Page(All())))
}
