package lint

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// residueAddresses reports the e-mail addresses of people.
func residueAddresses(p *Pass, ps *Passage) {
	for at := 0; ; {
		k := strings.IndexByte(ps.Plain[at:], '@')
		if k < 0 {
			return
		}
		i := at + k
		start := i
		for start > 0 && !residueNotAddress(ps.Before(start)) {
			start -= utf8.RuneLen(ps.Before(start))
		}
		end := len(ps.Plain)
		if n := strings.IndexFunc(ps.Plain[i+1:], residueNotAddress); n >= 0 {
			end = i + 1 + n
		}
		end -= len(ps.Plain[i:end]) - len(strings.TrimRight(ps.Plain[i:end], ".-"))
		at = max(end, i+1)
		if start < i && strings.Contains(ps.Plain[i+1:end], ".") && residuePersonal(ps.Plain[start:end]) {
			residuePersonally(p, ps, start, end, "this is somebody's e-mail address")
		}
	}
}

func residueNotAddress(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("._-+", r)
}

// residuePersonal reports whether an e-mail address is that of a person, and
// not of an office: info@, media@.
func residuePersonal(address string) bool {
	name, _, _ := strings.Cut(strings.ToLower(address), "@")
	for _, office := range [...]string{
		"info", "media", "medias", "contact", "enquir", "inquir", "noreply", "no-reply", "help", "support", "communication",
		"atip", "aiprp", "office", "bureau", "minister", "ministre", "webmaster", "service", "press", "presse", "news", "secretariat",
	} {
		if strings.Contains(name, office) {
			return false
		}
	}
	return true
}

// residuePhones reports telephone numbers in the forms 613-555-0142,
// 613.555.0142 and (613) 555-0142, but for those that are free to call.
func residuePhones(p *Pass, ps *Passage) {
	for at := 0; at < len(ps.Plain); {
		k := strings.IndexAny(ps.Plain[at:], "-.")
		if k < 0 {
			return
		}
		i := at + k // between 555 and 0142
		at = i + 1
		if !residueDigitsBefore(ps.Plain, i, 3) || !residueDigitsAfter(ps.Plain, i+1, 4) {
			continue
		}
		area := i - len("555") - 1
		for area >= 0 && strings.IndexByte("-. )", ps.Plain[area]) >= 0 {
			area--
		}
		area++
		if area < 3 || area == i-3 || !residueDigitsBefore(ps.Plain, area, 3) || residueFree(ps.Plain[area-3:area]) {
			continue
		}
		start := area - 3
		if ps.Before(start) == '(' {
			start--
		}
		residuePersonally(p, ps, start, i+1+4, "this is a telephone number")
	}
}

// residueDigitsBefore reports whether exactly n digits stand before an offset.
func residueDigitsBefore(s string, at, n int) bool {
	return at >= n && typographyDigits(s[at-n:at]) && (at == n || s[at-n-1] < '0' || s[at-n-1] > '9')
}

// residueDigitsAfter reports whether exactly n digits stand at an offset.
func residueDigitsAfter(s string, at, n int) bool {
	return at+n <= len(s) && typographyDigits(s[at:at+n]) && (at+n == len(s) || s[at+n] < '0' || s[at+n] > '9')
}

// residueFree reports whether calls to an area code cost nothing: such numbers
// belong to offices.
func residueFree(area string) bool {
	switch area {
	case "800", "833", "844", "855", "866", "877", "888":
		return true
	}
	return false
}

// residueJunior reports whether a role is below the rank of director, as far as
// its title tells.
func residueJunior(role string) bool {
	role = strings.ToLower(role)
	for _, senior := range [...]string{"director", "directeur", "directrice", "deputy", "sous-ministre", "commissioner", "chief", "head", "counsel to"} {
		if strings.Contains(role, senior) {
			return false
		}
	}
	for _, junior := range [...]string{
		"analyst", "officer", "advisor", "adviser", "assistant", "clerk", "intern", "student", "coordinator", "agent",
		"analyste", "conseill", "adjoint", "commis", "stagiaire", "étudiant", "coordonn",
	} {
		if strings.Contains(role, junior) {
			return true
		}
	}
	return false
}
