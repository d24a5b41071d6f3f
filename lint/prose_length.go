package lint

import (
	"strconv"
	"strings"
	"unicode"

	"briefnote/diag"
)

// The limits that DOMAIN's sources set: the style guide asks for sentences of
// 15 to 20 words and for paragraphs of three sentences.
var keyMessageLength = &Rule{
	ID: "PL101", Slug: "key-message-length", Severity: diag.Warning,
	Kinds: []string{"briefing-note", "meeting-note"},
	Options: []Option{
		{"limit", 35, "words that a key message or responsive line may have"},
		{"error", 60, "words beyond which it is an error"},
	},
	Doc: Doc{
		Title:  "A key message can be said in one breath",
		Why:    "Key messages and responsive lines are spoken. A longer one is cut short, and not where its author would cut it.",
		Bad:    "- Canada supports closer work between investigators and service providers, since progress can be made where governments are told of decisions about new products and services before they are made, and not only after the products have been sold.",
		Good:   "- Canada supports closer work between investigators and service providers.\n- Governments need to hear of decisions about new products before they are made.",
		Source: "House style, after the Canada.ca Content Style Guide, 2.6",
	},
	Check: func(p *Pass) {
		limit, grave := p.Int("limit"), p.Int("error")
		for _, ps := range p.Passages {
			if !ps.isSpoken() {
				continue
			}
			n := ps.count(ps.Words())
			if n <= limit {
				continue
			}
			f := p.On(ps, "this point has "+strconv.Itoa(n)+" words", "split it; "+strconv.Itoa(limit)+" words is what can be said in one breath")
			if n > grave {
				f.Raise(diag.Error)
			}
		}
	},
}

// count counts words as a word processor does: a slash joins what it touches,
// and the s of "(RCMP)'s" belongs to the word before the mark.
func (p *Passage) count(words []Word) int {
	n := len(words)
	for i := 1; i < len(words); i++ {
		glue := p.Plain[words[i-1].End:words[i].Start]
		possessive := words[i].Fold == "s" && strings.HasSuffix(strings.ReplaceAll(glue, "’", "'"), "'")
		if glue == "/" || possessive && !strings.ContainsFunc(glue, unicode.IsSpace) {
			n--
		}
	}
	return n
}

// isSpoken reports whether a passage is a line to be said.
func (p *Passage) isSpoken() bool {
	return p.Role == Point && (p.Part == "key_messages" || p.Part == "responsive_lines")
}

var sentenceLength = &Rule{
	ID: "PL102", Slug: "sentence-length", Severity: diag.Warning,
	Options: []Option{
		{"limit", 40, "words beyond which a sentence is too long"},
		{"long", 25, "words beyond which it is long, which is worth a remark"},
	},
	Doc: Doc{
		Title:  "Short sentences",
		Why:    "A reader who must keep more than 20 words in mind until the full stop reads the sentence twice. A semicolon counts as a full stop.",
		Bad:    "The branch, which had been asked in May to look at the cost of the service, found that it had grown by a third since the pilot began, largely because carriers had raised their prices, and that further rises were likely before 2029.",
		Good:   "In May, the branch was asked to look at the cost of the service. It has grown by a third since the pilot began, largely because carriers raised their prices. It is likely to rise again before 2029.",
		Source: "Canada.ca Content Style Guide, 2.6",
	},
	Check: func(p *Pass) {
		limit, long := p.Int("limit"), p.Int("long")
		for _, ps := range p.Passages {
			// A line to be said is measured as a whole, by PL101.
			if !ps.IsText() || ps.isSpoken() || len(ps.Words()) <= min(limit, long) {
				continue
			}
			for _, s := range ps.Sentences() {
				ps.clauses(s.Start, s.End, func(words []Word, whole bool) {
					sentenceWords(p, ps, words, whole, limit, long)
				})
			}
		}
	},
}

func sentenceWords(p *Pass, ps *Passage, words []Word, whole bool, limit, long int) {
	n := ps.count(words)
	if n <= min(limit, long) {
		return
	}
	what := "this sentence"
	if !whole {
		what = "this part of a sentence"
	}
	f := p.At(ps, words[0].Start, words[len(words)-1].End, what+" has "+strconv.Itoa(n)+" words", "split it; 15 to 20 words read best")
	if n <= limit {
		f.Raise(diag.Info)
	}
}

// clauses calls f for the words of a sentence, parted at semicolons and holes:
// what has been severed may hold the end of a sentence. f is told whether the
// words are the whole of it.
func (p *Passage) clauses(start, end int, f func(words []Word, whole bool)) {
	first := start
	for start < end {
		to := end
		if i := strings.IndexAny(p.Plain[start:end], ";"+string(Hole)); i >= 0 {
			to = start + i
		}
		if words := p.WordsIn(start, to); len(words) > 0 {
			f(words, start == first && to == end)
		}
		start = to + 1
	}
}

var paragraphLength = &Rule{
	ID: "PL103", Slug: "paragraph-length", Severity: diag.Info,
	Kinds:   []string{"briefing-note", "meeting-note", "meeting-report", "planning-paper"},
	Options: []Option{{"sentences", 3, "sentences that a paragraph may have"}},
	Doc: Doc{
		Title:  "Short paragraphs",
		Why:    "One idea a paragraph lets a reader in a hurry find the one that matters.",
		Bad:    "The pilot began in May. It covers two regions. Both support it. A third has asked to join. Its carriers agree.",
		Good:   "The pilot began in May. It covers two regions, and both support it.\n\nA third region has asked to join. Its carriers agree.",
		Source: "Canada.ca Content Style Guide, 2.6",
	},
	Check: func(p *Pass) {
		limit := p.Int("sentences")
		for _, ps := range p.Passages {
			if ps.Role != Paragraph || strings.Count(ps.Plain, " ") < limit {
				continue
			}
			n := len(ps.Sentences())
			for _, s := range ps.Sentences() {
				if len(ps.WordsIn(s.Start, s.End)) == 0 {
					n-- // severed: nobody can tell how many there are
				}
			}
			if n > limit {
				p.On(ps, "this paragraph has "+strconv.Itoa(n)+" sentences", "split it, one idea a paragraph; "+strconv.Itoa(limit)+" sentences are enough")
			}
		}
	},
}

var keyMessagesCount = &Rule{
	ID: "PL104", Slug: "key-messages-count", Severity: diag.Warning,
	Kinds:   []string{"briefing-note", "meeting-note"},
	Options: []Option{{"limit", 5, "key messages that a topic may have"}},
	Doc: Doc{
		Title:  "Few key messages a topic",
		Why:    "Nobody carries more than five messages on one topic into a room; the sixth pushes out the first.",
		Bad:    "## Ferries\n- One.\n- Two.\n- Three.\n- Four.\n- Five.\n- Six.",
		Good:   "## Ferries\n- One.\n- Two.\n- Three.",
		Source: "House style",
	},
	Check: func(p *Pass) {
		part := p.Part("key_messages")
		if part == nil {
			return
		}
		limit := p.Int("limit")
		part.Sections(func(s *Section) {
			if n := messagesIn(s); n > limit {
				hint := "keep the " + strconv.Itoa(limit) + " that matter most, or split the topic"
				if s.Heading == nil {
					p.OnKey("key_messages", "there are "+strconv.Itoa(n)+" key messages without a topic", hint)
					return
				}
				p.On(s.Heading, "this topic has "+strconv.Itoa(n)+" key messages", hint)
			}
		})
	},
}

// messagesIn counts the points directly under a topic; text that goes on from
// one is part of it.
func messagesIn(s *Section) int {
	n := 0
	for _, piece := range s.Pieces {
		if l, ok := piece.(*List); ok {
			for _, it := range l.Items {
				if !it.Continued {
					n++
				}
			}
		}
	}
	return n
}
