package main

import (
	"bytes"
	"compress/zlib"
	"testing"
)

func TestMedian(t *testing.T) {
	for want, values := range map[float64][]float64{2: {3, 1, 2}, 2.5: {4, 1, 3, 2}, 7: {7}} {
		if got := median(values); got != want {
			t.Errorf("the median of %v is %v, want %v", values, got, want)
		}
	}
}

// TestInterval compares with the ranks of the sign test's table: of 6 to 8 runs
// the first from either end, of 9 the second, of 20 the sixth, of 41 the fourteenth.
func TestInterval(t *testing.T) {
	for n, rank := range map[int]int{1: 1, 5: 1, 6: 1, 8: 1, 9: 2, 20: 6, 41: 14} {
		var values []float64
		for i := range n {
			values = append(values, float64(n-i)) // the value n of all is its own rank
		}
		if low, high := interval(values); low != float64(rank) || high != float64(n+1-rank) {
			t.Errorf("of %d runs the interval is the values %v to %v, want %d to %d", n, low, high, rank, n+1-rank)
		}
	}
}

// TestPages counts the pages of files whose page objects stand by themselves,
// and inside a stream.
func TestPages(t *testing.T) {
	plain := "<</Type/Pages/Count 2>> <</Type /Page/Parent 1 0 R>> <</Type/Page>>"
	if got := pages([]byte(plain)); got != 2 {
		t.Errorf("%d pages, want 2", got)
	}
	var packed bytes.Buffer
	packed.WriteString("<</Type/Page>> <</Type/ObjStm/N 1>>\nstream\n")
	z := zlib.NewWriter(&packed)
	_, _ = z.Write([]byte(plain)) // into memory
	_ = z.Close()
	packed.WriteString("\nendstream <</Type/ObjStm>> stream\nbroken")
	if got := pages(packed.Bytes()); got != 3 {
		t.Errorf("%d pages, want 3", got)
	}
}

// TestReplaced keeps the part of the table that is not measured.
func TestReplaced(t *testing.T) {
	lint := lintHeading + "old\n"
	for _, tt := range []struct {
		old, part string
		lint      bool
		want      string
	}{
		{"", "# pdf\n", false, "# pdf\n"},
		{"# pdf\n", lint, true, "# pdf\n\n" + lint},
		{"# pdf\n\n" + lint, "# new\n", false, "# new\n\n" + lint},
		{"# pdf\n\n" + lint, lintHeading + "new\n", true, "# pdf\n\n" + lintHeading + "new\n"},
	} {
		if got := string(replaced([]byte(tt.old), []byte(tt.part), tt.lint)); got != tt.want {
			t.Errorf("%q with %q is %q, want %q", tt.old, tt.part, got, tt.want)
		}
	}
}
