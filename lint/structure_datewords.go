package lint

import (
	"fmt"
	"strconv"
	"strings"
	"sync"
	"time"
)

// dated is a date that a passage names in words; of several days, "November 17
// and 18, 2026", the last one.
type dated struct {
	start, end int    // in Plain
	first      int    // index of its first word
	day        string // YYYY-MM-DD, so that dates can be compared as texts
}

// months are the names of the months in both languages.
var months = sync.OnceValue(func() map[string]int {
	m := map[string]int{}
	for i, names := range []string{
		"january janvier", "february février", "march mars", "april avril", "may mai", "june juin", "july juillet",
		"august août", "september septembre", "october octobre", "november novembre", "december décembre",
	} {
		for _, name := range strings.Fields(names) {
			m[name] = i + 1
		}
	}
	return m
})

// datesIn finds the dates with day, month and year that a passage names.
func datesIn(ps *Passage) []dated {
	var out []dated
	words := ps.Words()
	for i, w := range words {
		month, named := months()[w.Fold]
		switch {
		case len(w.Text) == len("2026-09-25") && dayOf(w.Text) != "":
			out = append(out, dated{w.Start, w.End, i, w.Text})
		case !named:
		case i > 0 && dayNumber(words[i-1]) > 0 && yearAt(ps, i+1) > 0:
			out = append(out, dated{words[i-1].Start, words[i+1].End, i - 1, iso(yearAt(ps, i+1), month, dayNumber(words[i-1]))})
		case i+1 < len(words) && dayNumber(words[i+1]) > 0:
			last := lastDay(words, i+1)
			if year := yearAt(ps, last+1); year > 0 {
				out = append(out, dated{w.Start, words[last+1].End, i, iso(year, month, dayNumber(words[last]))})
			}
		}
	}
	return out
}

func iso(year, month, day int) string { return fmt.Sprintf("%04d-%02d-%02d", year, month, day) }

// lastDay returns the index of the last day of "17 and 18" or "17–18".
func lastDay(words []Word, i int) int {
	for {
		next := i + 1
		if next < len(words) && joinsDays(words[next].Fold) {
			next++
		}
		if next >= len(words) || dayNumber(words[next]) == 0 {
			return i
		}
		i = next
	}
}

func joinsDays(w string) bool { return w == "and" || w == "to" || w == "et" || w == "au" }

// dayNumber is the day of the month that a word is; 0 for any other word.
func dayNumber(w Word) int {
	digits := strings.TrimSuffix(w.Fold, "er") // 1er
	if len(digits) > 2 {
		return 0
	}
	if n, err := strconv.Atoi(digits); err == nil && n >= 1 && n <= 31 {
		return n
	}
	return 0
}

// yearAt is the year that the word with an index is, if nothing but a comma
// and a space stands before it; else 0.
func yearAt(ps *Passage, i int) int {
	words := ps.Words()
	if i >= len(words) || len(words[i].Text) != 4 || strings.Trim(ps.Plain[words[i-1].End:words[i].Start], ", \u00a0") != "" {
		return 0
	}
	if n, err := strconv.Atoi(words[i].Text); err == nil && n >= 1867 {
		return n
	}
	return 0
}

// dayOf returns the day of a date or date and time, YYYY-MM-DD; "" for other
// text, which a released note may have.
func dayOf(value string) string {
	day, _, _ := strings.Cut(value, "T")
	if _, err := time.Parse("2006-01-02", day); err != nil {
		return ""
	}
	return day
}
