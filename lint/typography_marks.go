package lint

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"

	"briefnote/diag"
)

var escape = &Rule{
	ID: "TY319", Slug: "escape", Severity: diag.Error,
	Doc: Doc{
		Title:  "No marks of another file format",
		Why:    "A backslash before a sign (\\$) or an entity (&nbsp;) is markup of another program. Here it is printed as it stands.",
		Bad:    "The plan costs \\$1 million&nbsp;a year.",
		Good:   "The plan costs $1 million a year.",
		Source: "Public Safety, briefing book of 2019",
	},
	Check: func(p *Pass) {
		for _, ps := range p.Passages {
			for at := 0; ; {
				k := strings.IndexAny(ps.Plain[at:], `\&`)
				if k < 0 {
					break
				}
				start := at + k
				at = start + 1
				if ps.Plain[start] == '&' {
					typographyEntity(p, ps, start)
				} else if at < len(ps.Plain) && strings.IndexByte("$_#&%~<>!+-=`'/,:;", ps.Plain[at]) >= 0 {
					f := p.At(ps, start, at+1, "a backslash stands before this sign, and is printed", "delete the backslash")
					typographyMend(f, ps, start, at, "")
				}
			}
		}
	},
}

// typographyEntity reports an entity of HTML at an offset, such as &nbsp;. Its
// character is put in its place unless it could be taken for markup of YAML or of a note.
func typographyEntity(p *Pass, ps *Passage, start int) {
	length := strings.IndexByte(ps.Plain[start:min(start+12, len(ps.Plain))], ';') + 1
	if length < 4 {
		return
	}
	entity := ps.Plain[start : start+length]
	if strings.ContainsFunc(entity[1:length-1], func(r rune) bool { return r != '#' && !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		return
	}
	meant := html.UnescapeString(entity)
	if meant == entity {
		return
	}
	f := p.At(ps, start, start+length, quote(entity)+" is a code of a web page, and is printed", "write the character itself")
	if r, _ := utf8.DecodeRuneInString(meant); unicode.IsLetter(r) || r == '&' && start > 0 || r == '\u00a0' || strings.ContainsRune("–—’“”…«»", r) {
		typographyMend(f, ps, start, start+length, meant)
	}
}

var typedBullet = &Rule{
	ID: "TY320", Slug: "mixed-bullet-glyph", Severity: diag.Warning,
	Doc: Doc{
		Title:  "Points are marked by the list, and not by a typed bullet",
		Why:    "A typed bullet prints beside the list's own, and a row of them in running text is no list: it flows into one paragraph, and screen readers cannot tell its points.",
		Bad:    "- • Ask for support.",
		Good:   "- Ask for support.",
		Source: "Public Safety, briefing book of 2019",
	},
	Check: func(p *Pass) {
		for _, ps := range p.Passages {
			if !ps.IsText() {
				continue
			}
			r, size := utf8.DecodeRuneInString(ps.Plain)
			switch {
			case typographyBulletGlyph(r):
				typographyBullet(p, ps, 0, size)
			case ps.Role == Point && (r == '-' || r == '–' || r == '*') && strings.HasPrefix(ps.Plain[size:], " "):
				typographyBullet(p, ps, 0, size)
			}
			if ps.Role == Cell || !strings.Contains(ps.Plain, " • ") {
				continue
			}
			for i, r := range ps.Plain[size:] {
				if r == '•' {
					typographyBullet(p, ps, size+i, size+i+len("•"))
				}
			}
		}
	},
}

// typographyBulletGlyph reports whether a character is drawn as a bullet.
func typographyBulletGlyph(r rune) bool {
	switch r {
	case '•', '‣', '▪', '▫', '●', '○', '■', '□', '◦', '⁃', '·', '➢', '➤', '✓', '\uf0b7', '\uf0a7':
		return true
	}
	return false
}

// typographyBullet reports a bullet. At the start of a point it may go, unless
// what follows would be markup there.
func typographyBullet(p *Pass, ps *Passage, start, end int) {
	if ps.Role != Point || start > 0 {
		p.At(ps, start, end, "a bullet is typed in running text", "make each of these a point of a list, with a hyphen at the start of its line")
		return
	}
	f := p.At(ps, start, end, "a bullet is typed in a point that has one", "delete it")
	for end < len(ps.Plain) && (ps.Plain[end] == ' ' || ps.Plain[end] == '\t') {
		end++
	}
	if next := ps.After(end); unicode.IsLetter(next) {
		typographyMend(f, ps, start, end, "")
	}
}
