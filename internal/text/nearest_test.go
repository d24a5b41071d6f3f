package text

import (
	"strings"
	"testing"
	"time"
)

var keys = []string{
	"kind", "title", "language", "status", "marking", "caveats", "addressee", "action_required", "tracking_number",
	"event", "originating_sector", "date", "due", "drafted", "consulted", "approved", "footnotes", "translation_of",
	"source", "issue", "strategic_objectives", "key_messages", "responsive_lines", "background", "considerations",
	"recommendation", "next_steps",
}

func TestNearest(t *testing.T) {
	markings := []string{"UNCLASSIFIED", "PROTECTED A", "PROTECTED B", "PROTECTED C", "SECRET", "TOP SECRET"}
	tests := []struct {
		word       string
		candidates []string
		want       string // empty for none
	}{
		{"key_mesages", keys, "key_messages"},
		{"key-messages", keys, "key_messages"},
		{"Key Messages", keys, "key_messages"},
		{"recomendations", keys, "recommendation"},
		{"responsive", keys, "responsive_lines"},
		{"objectives", keys, "strategic_objectives"},
		{"lines", keys, "responsive_lines"},
		{"background_info", keys, "background"},
		{"consider", keys, "considerations"},
		{"isue", keys, "issue"},
		{"kidn", keys, "kind"}, // two neighbours swapped
		{"tilte", keys, "title"},
		{"foot_notes", keys, "footnotes"},
		{"titel", keys, "title"},
		{"dat", keys, "date"},
		{"duet", keys, "due"},
		{"protected-b", markings, "PROTECTED B"},
		{"PROTECTED", markings, "PROTECTED A"},
		{"Protege B", []string{"Protégé A", "Protégé B"}, "Protégé B"},
		{"top  secret", markings, "TOP SECRET"},
		{"", keys, ""},
		{"x", []string{"y", "en"}, ""}, // nothing of it is kept
		{"en", []string{"fr"}, ""},
		{"summary", keys, ""},
		{"colour", []string{"language"}, ""},
		{"ke", keys, ""}, // too short for an abbreviation
		{"anything", nil, ""},
		{"test", []string{"best", "tesk"}, "tesk"},                    // the longer shared beginning
		{"abcd", []string{"abce", "abcf"}, "abce"},                    // the earlier of equals
		{"report", []string{"report_label", "repart"}, "repart"},      // an edit before an abbreviation
		{"con", []string{"considerations", "consulted"}, "consulted"}, // the shorter of those it begins
	}
	for _, tt := range tests {
		got, ok := Nearest(tt.word, tt.candidates)
		if got != tt.want || ok != (tt.want != "") {
			t.Errorf("Nearest(%q) = %q, %t, want %q", tt.word, got, ok, tt.want)
		}
	}
}

func TestNearestThresholds(t *testing.T) {
	tests := []struct {
		length, edits int
		near          bool
	}{
		{4, 1, true},
		{4, 2, false},
		{5, 2, true},
		{8, 2, true},
		{8, 3, false},
		{9, 3, true},
		{9, 4, false},
		{20, 3, true},
		{20, 4, false},
	}
	for _, tt := range tests {
		candidate := "abcdefghijklmnopqrstuvwxyz"[:tt.length]
		word := strings.Repeat("1", tt.edits) + candidate[tt.edits:]
		if _, ok := Nearest(word, []string{candidate}); ok != tt.near {
			t.Errorf("%s for %s: near is %t, want %t", word, candidate, ok, tt.near)
		}
	}
}

func TestDistance(t *testing.T) {
	tests := []struct {
		a, b string
		want int
	}{
		{"", "", 0},
		{"", "abc", 3},
		{"abc", "", 3},
		{"abc", "abc", 0},
		{"abc", "abd", 1},
		{"abc", "ab", 1},
		{"abc", "xabc", 1},
		{"abc", "acb", 1},
		{"abcd", "badc", 2},
		{"ca", "abc", 3}, // restricted: the swapped pair is not edited again
		{"été", "ete", 2},
		{"kitten", "sitting", 3},
	}
	for _, tt := range tests {
		if got := distance([]rune(tt.a), []rune(tt.b)); got != tt.want {
			t.Errorf("distance(%q, %q) = %d, want %d", tt.a, tt.b, got, tt.want)
		}
	}
}

// TestNearestLongWord proves that a hostile key costs no table of its length.
func TestNearestLongWord(t *testing.T) {
	start := time.Now()
	if got, ok := Nearest(strings.Repeat("k", 1<<20), keys); ok {
		t.Errorf("found %q", got)
	}
	if took := time.Since(start); took > 3*time.Second {
		t.Errorf("took %v", took)
	}
}

func FuzzNearest(f *testing.F) {
	f.Add("key_mesages", "key_messages")
	f.Add("\xff", "É")
	f.Fuzz(func(t *testing.T, a, b string) {
		if len(a)+len(b) > 200 {
			t.Skip("the table grows with the product")
		}
		x, y := []rune(a), []rune(b)
		d := distance(x, y)
		if d != distance(y, x) {
			t.Errorf("distances of %q and %q differ", a, b)
		}
		if least, most := max(len(x)-len(y), len(y)-len(x)), max(len(x), len(y)); d < least || d > most {
			t.Errorf("distance of %q and %q is %d, not in %d to %d", a, b, d, least, most)
		}
		if got, ok := Nearest(a, []string{b}); ok && got != b {
			t.Errorf("Nearest(%q) invents %q", a, got)
		}
		if got, ok := Nearest(a, []string{a}); a != "" && (!ok || got != a) {
			t.Errorf("Nearest(%q) does not find itself", a)
		}
	})
}
