package diag_test

import (
	"testing"

	"briefnote/diag"
)

func TestDidYouMean(t *testing.T) {
	known := []string{"title", "key_messages"}
	if got, want := diag.DidYouMean("key-mesage", known), `did you mean "key_messages"?`; got != want {
		t.Errorf("hint is %s, want %s", got, want)
	}
	if got := diag.DidYouMean("summary", known); got != "" {
		t.Errorf("hint is %s for a word that is like none", got)
	}
}
