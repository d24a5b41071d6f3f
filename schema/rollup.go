package schema

import (
	"fmt"
	"strings"

	"briefnote/internal/strictyaml"
)

// RollUp returns the markings of a binder that holds notes: on each of the two
// ladders the highest of its notes' and of its own, the protected one first.
// The ladders cannot be compared, so both count where both occur. A binder of
// unclassified notes is unclassified; one of notes without any marking has none.
func (b *Binder) RollUp(tabs [][]Note) []Level {
	levels := markings(tabs)
	if own, ok := ParseLevel(b.Marking.Value); ok {
		levels = append(levels, own)
	}
	return highest(levels)
}

// markings are the levels of the notes of all tabs that have one.
func markings(tabs [][]Note) []Level {
	var out []Level
	for _, tab := range tabs {
		for _, n := range tab {
			if l, ok := ParseLevel(n.Env().Marking.Value); ok {
				out = append(out, l)
			}
		}
	}
	return out
}

// highest returns the highest level of each ladder there is, and what is on
// neither only where it stands alone.
func highest(levels []Level) []Level {
	var top [Classified + 1]*Level
	for i, l := range levels {
		if top[l.Ladder] == nil || l.Rank > top[l.Ladder].Rank {
			top[l.Ladder] = &levels[i]
		}
	}
	var out []Level
	for _, l := range top[Protected:] {
		if l != nil {
			out = append(out, *l)
		}
	}
	if len(out) == 0 && top[NoLadder] != nil {
		out = append(out, *top[NoLadder])
	}
	return out
}

// checkMarking reports a marking written by hand that is lower than that of a
// note in the binder. One that is higher stands: much that is harmless alone
// may not be so together.
func (b *Binder) checkMarking(d *strictyaml.Decoder, tabs [][]Note) {
	own, ok := ParseLevel(b.Marking.Value)
	if !ok {
		return // there is none, or it has been reported
	}
	var higher []string
	for _, l := range highest(markings(tabs)) {
		if own.Ladder == NoLadder && l.Ladder != NoLadder || own.Ladder == l.Ladder && own.Rank < l.Rank {
			higher = append(higher, l.English)
		}
	}
	if len(higher) > 0 {
		d.Report(strictyaml.RuleValue, b.Marking.Span, b.Marking.Pointer,
			fmt.Sprintf("the binder is marked %s, and holds notes marked %s", own.English, strings.Join(higher, " and ")),
			"delete this line: a binder takes the highest marking of its notes by itself")
	}
}
