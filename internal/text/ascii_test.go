package text

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/rivo/uniseg"
)

// checkASCII compares with the library, which looks up every character.
func checkASCII(t *testing.T, s string) {
	t.Helper()
	never := func(string) int { return 0 }
	if got, want := slices.Collect(segments(s)), slices.Collect(pieces(s, never, func(rest string, state int) (string, int) {
		segment, _, state := uniseg.FirstWordInString(rest, state)
		return segment, state
	})); !slices.Equal(got, want) {
		t.Errorf("segments of %q are %v, want %v", s, got, want)
	}
	if got, want := slices.Collect(Clusters(s)), slices.Collect(pieces(s, never, func(rest string, state int) (string, int) {
		cluster, _, _, state := uniseg.FirstGraphemeClusterInString(rest, state)
		return cluster, state
	})); !slices.Equal(got, want) {
		t.Errorf("characters of %q are %v, want %v", s, got, want)
	}
	if got, want := Width(s), uniseg.StringWidth(s); got != want {
		t.Errorf("width of %q is %d, want %d", s, got, want)
	}
}

// TestASCII tries all texts of up to four characters that boundaries depend on,
// and long ones put together at random.
func TestASCII(t *testing.T) {
	signs := []string{"a", "Z", "7", "_", ".", "'", ",", ";", ":", "\"", " ", "-", "\r", "\n", "\t", "é", "\u0301", "\u200d", "’", "\u00a0", "👍", "\x00", "\x7f"}
	var try func(s string, left int)
	try = func(s string, left int) {
		checkASCII(t, s)
		if left > 0 {
			for _, sign := range signs {
				try(s+sign, left-1)
			}
		}
	}
	try("", 3)
	random := rand.New(rand.NewPCG(1, 2))
	for range 20000 {
		var b strings.Builder
		for range 4 + random.IntN(20) {
			b.WriteString(signs[random.IntN(len(signs))])
		}
		checkASCII(t, b.String())
	}
}

// FuzzASCII looks for a text that is cut otherwise than the library cuts it.
func FuzzASCII(f *testing.F) {
	f.Add("It's 3.5 o'clock, p.m.; l’accès à 30\u00a0000 $")
	f.Fuzz(checkASCII)
}
