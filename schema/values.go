package schema

import (
	"slices"
	"strings"
	"time"
)

// Level is a security marking: its canonical English form, its French one, the
// ladder it stands on, and its rank there. The two ladders (injury outside and
// inside the national interest) cannot be compared; UNCLASSIFIED is at the
// foot of both.
type Level struct {
	English, French string
	Ladder          Ladder
	Rank            int
}

// Ladder is a scale of markings.
type Ladder uint8

// The ladders.
const (
	NoLadder   Ladder = iota // unclassified
	Protected                // PROTECTED A to C
	Classified               // CONFIDENTIAL to TOP SECRET
)

// Levels lists the security markings from the lowest.
func Levels() []Level {
	return []Level{
		{"UNCLASSIFIED", "NON CLASSIFIÉ", NoLadder, 0},
		{"PROTECTED A", "PROTÉGÉ A", Protected, 1},
		{"PROTECTED B", "PROTÉGÉ B", Protected, 2},
		{"PROTECTED C", "PROTÉGÉ C", Protected, 3},
		{"CONFIDENTIAL", "CONFIDENTIEL", Classified, 1},
		{"SECRET", "SECRET", Classified, 2},
		{"TOP SECRET", "TRÈS SECRET", Classified, 3},
	}
}

// ParseLevel finds the security marking that a text names, in either language
// and in any case.
func ParseLevel(s string) (Level, bool) {
	s = strings.Join(strings.Fields(s), " ")
	for _, l := range Levels() {
		if strings.EqualFold(s, l.English) || strings.EqualFold(s, l.French) {
			return l, true
		}
	}
	return Level{}, false
}

// levelNames returns the names a marking may have, for a hint.
func levelNames() []string {
	var names []string
	for _, l := range Levels() {
		names = append(names, l.English)
	}
	for _, l := range Levels() {
		if !slices.Contains(names, l.French) {
			names = append(names, l.French)
		}
	}
	return names
}

// Office is an addressee that is printed in the note's language.
type Office string

// The offices that a note may name by a word.
const (
	Minister                  Office = "minister"
	DeputyMinister            Office = "deputy_minister"
	AssociateDeputyMinister   Office = "associate_deputy_minister"
	AssistantDeputyMinister   Office = "assistant_deputy_minister"
	ParliamentarySecretary    Office = "parliamentary_secretary"
	PrimeMinister             Office = "prime_minister"
	ClerkOfThePrivyCouncil    Office = "clerk"
	DirectorGeneralOfAnOffice Office = "director_general"
)

// Offices lists the offices.
func Offices() []Office {
	return []Office{
		Minister, DeputyMinister, AssociateDeputyMinister, AssistantDeputyMinister,
		ParliamentarySecretary, PrimeMinister, ClerkOfThePrivyCouncil, DirectorGeneralOfAnOffice,
	}
}

var (
	dateForm    = pattern(`^\d{4}-\d{2}-\d{2}$`)
	instantForm = pattern(`^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$`)
)

// isDate reports whether a text is a real date, YYYY-MM-DD.
func isDate(s string) bool {
	_, err := time.Parse("2006-01-02", s)
	return err == nil && dateForm().MatchString(s)
}

// isInstant reports whether a text is a real date with a time, YYYY-MM-DDTHH:MM.
func isInstant(s string) bool {
	_, err := time.Parse("2006-01-02T15:04", s)
	return err == nil && instantForm().MatchString(s)
}
