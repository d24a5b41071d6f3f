package rows_test

import (
	"fmt"
	"math"
	"testing"

	"briefnote/internal/rows"
)

// TestRows reads what was written, more different words than have a number
// among it.
func TestRows(t *testing.T) {
	numbers := []int{0, 1, -1, 63, 64, -65, 1 << 20, math.MaxInt, math.MinInt}
	var row rows.Row
	var known rows.Words
	const words = 1<<14 + 10
	for i := range words {
		known.Add(&row, fmt.Sprint("w", i))
		known.Add(&row, "again")
	}
	for _, n := range numbers {
		row.Number(n)
		row.Words(fmt.Sprintf("é%d", n))
	}
	row.Words("")
	r := rows.Reader(row)
	for i := range words {
		if a, b := known.Next(&r), known.Next(&r); a != fmt.Sprint("w", i) || b != "again" {
			t.Fatalf("words %d are %q and %q", i, a, b)
		}
	}
	for _, n := range numbers {
		if got, s := r.Number(), r.Words(); got != n || s != fmt.Sprintf("é%d", n) {
			t.Errorf("%d and %q, want %d", got, s, n)
		}
	}
	if s := r.Words(); s != "" || r != "" {
		t.Errorf("%q and then %q are left over", s, r)
	}
}
