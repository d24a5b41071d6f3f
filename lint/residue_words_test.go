package lint

import (
	"math/rand/v2"
	"strings"
	"testing"
)

func TestResidueStutter(t *testing.T) {
	for _, c := range []struct {
		piece, word string
		want        bool
	}{
		{"Fi", "five", true},
		{"trans", "transport", false}, // too long for a piece
		{"so", "so", false},
		{"re", "release", false},
		{"co", "coordinator", false},
		{"e", "edition", false},
		{"min", "minister", true},
		{"end", "to", false},
	} {
		if got := residueStutter(c.piece, c.word); got != c.want {
			t.Errorf("residueStutter(%q, %q) is %v", c.piece, c.word, got)
		}
	}
}

func TestResidueFilled(t *testing.T) {
	for _, c := range []struct {
		a, b string
		hole int
		want bool
	}{
		{"we sail to _ in the winter", "we sail to port in the winter", 0, true},
		{"we sail to _ in the winter", "we sail to in the winter", 0, false},
		{"we sail to _ in the winter", "we sail to _ in the winter", 0, false},
		{"we _ sail to all ports _ in the winter", "we _ sail to all ports again in the winter", 1, true},
		{"we _ sail to all ports _ in the winter", "we _ sail to all ports again in the winter", 0, false},
		{"we sail to _ in the winter", "we met in port in the winter", 0, false},
		{"we gladly sail to port _ in the winter", "we _ sail to port soon in the winter", 0, true},
		{"we sail to port _", "we sail to port again", 0, false}, // nothing after it to go by
	} {
		tokens := func(s string) []string { return strings.Fields(strings.ReplaceAll(s, "_", string(Hole))) }
		if got := residueFilled(tokens(c.a), tokens(c.b), c.hole); got != c.want {
			t.Errorf("hole %d of %q against %q: %v", c.hole, c.a, c.b, got)
		}
	}
}

func TestResidueSimilarity(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"a b c d", "a b c d", 100},
		{"a b c d", "a b x d", 75},
		{"a b c d", "d c b a", 25},
		{"a", "", 0},
		{"", "", 0},
	} {
		numbers := residueNumbers{}
		a, _ := numbers.line(&Fact{Text: c.a}, 0)
		b, _ := numbers.line(&Fact{Text: c.b}, 1)
		if got := residueSimilarity(a.words, b.words); got != c.want {
			t.Errorf("%q and %q are %d%% alike, want %d", c.a, c.b, got, c.want)
		}
	}
}

// TestResidueCommon compares the two ways to count what lines have in common.
func TestResidueCommon(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	line := func(most int) []int32 {
		words := make([]int32, random.IntN(most+1))
		for i := range words {
			words[i] = random.Int32N(6)
		}
		return words
	}
	for range 2000 {
		a, b := line(64), line(90)
		if got, want := residueCommon(a, b), residueCommonLong(a, b); got != want {
			t.Fatalf("%v and %v have %d words in common, want %d", a, b, got, want)
		}
	}
}

func TestResidueHeader(t *testing.T) {
	for words, want := range map[string]bool{
		"Page 6 of 6": true, "Page 6 de 6": true, "- 6 -": true, "000041": true, "SECRET": true, "TOP SECRET//CEO": true, "PROTECTED B": true,
		"SECRET plans": false, "2019": false, "Page turner": false, "Unclassified": false,
	} {
		if got := residueHeader(words); got != want {
			t.Errorf("residueHeader(%q) is %v", words, got)
		}
	}
}

// TestResidueRecord checks that a record comes out of its bytes as it went in.
func TestResidueRecord(t *testing.T) {
	r := residueRecordOf(strings.Fields("we sail to all of the ports in the winter"))
	if got := residueReadRecord(string(r.append(nil))); got != r {
		t.Errorf("%v was read as %v", r, got)
	}
	if short := residueRecordOf(strings.Fields("we sail to all")); short.first8 != 0 || short.first4 == 0 || short.first4 != short.last4 {
		t.Errorf("a sentence of four words gave %+v", short)
	}
}
