package schema

import (
	"net/url"
	"slices"
	"strings"
)

// bracket is a piece of markup in brackets, from its first byte to behind its
// last, counted in the whole flat text.
type bracket struct {
	open, close, end int // of the [, of the ], and behind all of it
	note             bool
}

// matchBrackets pairs the brackets of a text in one pass.
func matchBrackets(flat string) map[int]int {
	pairs := map[int]int{}
	var open []int
	for i := 0; i < len(flat); i++ {
		switch flat[i] {
		case '\\':
			i++
		case '[':
			open = append(open, i)
		case ']':
			if k := len(open) - 1; k >= 0 {
				pairs[open[k]] = i
				open = open[:k]
			}
		}
	}
	return pairs
}

// bracketAt returns the markup in brackets that starts at flat[at], a [ or a
// ^, or nil: what is none stays text.
func (p *inlineParser) bracketAt(at int) *bracket {
	b := &bracket{open: at}
	if p.flat[at] == '^' {
		b.note = true
		b.open++
	}
	if b.open >= len(p.flat) || p.flat[b.open] != '[' {
		return nil
	}
	var ok bool
	if b.close, ok = p.close[b.open]; !ok {
		return nil
	}
	b.end = b.close + 1
	if !b.note && !b.isMarkup(p.flat) {
		return nil
	}
	return b
}

// isMarkup tells markup from text that happens to stand in brackets, and finds
// where the markup ends. Anything that was surely meant as markup is taken,
// right or wrong: what is wrong is reported, and never printed.
func (b *bracket) isMarkup(flat string) bool {
	inner, after := flat[b.open+1:b.close], flat[b.close+1:]
	switch {
	case strings.EqualFold(inner, "redacted"):
		return true
	case strings.HasPrefix(inner, "^"):
		return true
	case strings.HasPrefix(after, "{"):
		b.end += closing(after, '{', '}')
		return true
	case strings.HasPrefix(after, "("):
		b.end += closing(after, '(', ')')
		return true
	}
	return false
}

// maxTail bounds the bytes of an address or a list of provisions, so that many
// that never close do not take long to read. Browsers and mail programs differ
// in what they take beyond 2,000.
const maxTail = 2048

// closing returns how many bytes of s a pair that opens at its start takes; the
// opening alone where it never closes.
func closing(s string, open, shut byte) int {
	depth := 0
	for i := range min(len(s), maxTail) {
		switch s[i] {
		case open:
			depth++
		case shut:
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return 1
}

// bracket turns markup in brackets into inlines; what is malformed is reported
// and gives none.
func (p *inlineParser) bracket(b *bracket) []Inline {
	inner, tail := p.flat[b.open+1:b.close], p.flat[b.close+1:b.end]
	in := Inline{Start: p.text.Start + b.open, End: p.text.Start + b.end, Text: inner}
	switch {
	case b.note:
		return p.inlineNote(b, in)
	case strings.HasPrefix(tail, "{"):
		return p.severance(b, in, tail)
	case strings.HasPrefix(tail, "("):
		return p.link(b, in, tail)
	case strings.HasPrefix(inner, "^"):
		in.Kind, in.Text = NoteRef, inner[1:]
		if !noteID().MatchString(in.Text) {
			p.bad(b.open, b.end, "this reference names no footnote", "write [^name] with letters, digits and hyphens, and define the name under footnotes")
			return nil
		}
		if p.noted {
			p.bad(b.open, b.end, "a footnote cannot refer to another one", "write the words out")
			return nil
		}
		return []Inline{in}
	default:
		if p.severed {
			p.bad(b.open, b.end, "a severance stands inside another one", "end the first before it, and start it anew after")
			return nil
		}
		in.Kind, in.Text = Redacted, p.flat[b.open:b.end]
		return []Inline{in}
	}
}

const noteIDPattern = `^[\p{L}\p{N}_.-]{1,64}$`

var noteID = pattern(noteIDPattern)

func (p *inlineParser) inlineNote(b *bracket, in Inline) []Inline {
	in.Kind, in.Text = InlineNote, ""
	in.Start--
	if p.noted {
		p.bad(b.open-1, b.end, "a footnote stands inside another one", "write one note of the two")
		return nil
	}
	if strings.TrimSpace(p.flat[b.open+1:b.close]) == "" {
		p.bad(b.open-1, b.end, "this footnote is empty", "write ^[the note], or delete it")
		return nil
	}
	p.noted = true
	in.Children = p.parse(b.open+1, b.close)
	p.noted = false
	return []Inline{in}
}

const provisionPattern = `^\d{1,3}(\.\d{1,2})?(\(\d{1,2}(\.\d{1,2})?\))?(\(?[a-z](\.\d{1,2})?\))?(\(?[ivx]+\))?$`

const severanceForm = `write [text to withhold]{s="15(1)(a)"}`

var (
	severanceTail = pattern(`^\{s="([^"]*)"\}$`)
	provisionForm = pattern(provisionPattern)
)

func (p *inlineParser) severance(b *bracket, in Inline, tail string) []Inline {
	m := severanceTail().FindStringSubmatch(tail)
	switch {
	case m == nil:
		p.bad(b.open, b.end, "this severance cannot be read", severanceForm+", with straight quotes")
		return nil
	case p.severed:
		p.bad(b.open, b.end, "a severance stands inside another one", "end the first before it, and start it anew after")
		return nil
	case strings.TrimSpace(in.Text) == "":
		p.bad(b.open, b.end, "this severance withholds no text", severanceForm)
		return nil
	}
	for part := range strings.SplitSeq(m[1], ",") {
		part = strings.TrimSpace(part)
		if !provisionForm().MatchString(part) {
			p.bad(b.close+1, b.end, provisionMessage(part), provisionHint)
			return nil
		}
		in.Provisions = append(in.Provisions, part)
	}
	in.Kind, in.Text = Severance, ""
	p.severed = true
	in.Children = p.parse(b.open+1, b.close)
	p.severed = false
	return []Inline{in}
}

const provisionHint = "name sections of the Act like 15(1)(a), several separated by commas"

func provisionMessage(p string) string {
	if p == "" {
		return "a provision is missing"
	}
	return "\"" + p + "\" is not a provision"
}

// schemes are the kinds of addresses that a link may lead to.
var schemes = []string{"http", "https", "mailto"}

func (p *inlineParser) link(b *bracket, in Inline, tail string) []Inline {
	address := strings.TrimSuffix(strings.TrimPrefix(tail, "("), ")")
	problem, hint := checkAddress(address)
	if !strings.HasSuffix(tail, ")") {
		problem, hint = "this link is not closed", "end the address with )"
	}
	if problem != "" {
		p.bad(b.close+1, b.end, problem, hint+`; if no link is meant, write \[ for the bracket`)
		return nil
	}
	switch {
	case strings.TrimSpace(in.Text) == "":
		p.bad(b.open, b.end, "this link has no label", "write [label](address)")
		return nil
	case p.linked:
		p.bad(b.open, b.end, "a link stands inside another one", "write one after the other")
		return nil
	}
	in.Kind, in.Text = Link, address
	p.linked = true
	in.Children = p.parse(b.open+1, b.close)
	p.linked = false
	return []Inline{in}
}

// checkAddress returns what is wrong with a link's address, and what to do.
func checkAddress(address string) (problem, hint string) {
	u, err := url.Parse(address)
	switch {
	case address == "":
		return "this link has no address", "write [label](https://…)"
	case strings.Contains(address, " "):
		return "an address cannot hold a space", "write %20 in its place"
	case err != nil || strings.ContainsAny(address, "<>\"`{}|\\^"):
		return "this is not an address", "write [label](https://…)"
	case u.Scheme == "":
		return "this address does not say how to get there", "start it with https://"
	case !slices.Contains(schemes, strings.ToLower(u.Scheme)):
		return "a link may not lead to a " + strings.ToLower(u.Scheme) + ": address", "use http, https or mailto"
	case strings.ToLower(u.Scheme) == "mailto" && !strings.Contains(u.Opaque, "@"), strings.HasPrefix(strings.ToLower(u.Scheme), "http") && u.Host == "":
		return "this address is not complete", "write [label](https://…)"
	}
	return "", ""
}
