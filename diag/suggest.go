package diag

import (
	"fmt"

	"briefnote/internal/text"
)

// Nearest returns the known word that a mistyped one was probably meant to be.
func Nearest(word string, known []string) (string, bool) { return text.Nearest(word, known) }

// DidYouMean returns the hint for a mistyped word, such as `did you mean
// "key_messages"?`, or "" where no known word is near.
func DidYouMean(word string, known []string) string {
	if near, ok := Nearest(word, known); ok {
		return fmt.Sprintf("did you mean %q?", near)
	}
	return ""
}
