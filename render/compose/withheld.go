package compose

import (
	"strconv"

	"briefnote/render/doc"
	"briefnote/schema"
)

// withheld adds a notice. It is always in both languages, English first.
func (c *composer) withheld(n *schema.WithheldNotice) {
	en, fr := tables[doc.English](), tables[doc.French]()
	from := c.key("pages")
	block := &doc.Notice{Origin: from, First: n.Pages.From, Last: n.Pages.To}
	first, last := strconv.Itoa(n.Pages.From), strconv.Itoa(n.Pages.To)
	words := func(lang doc.Lang, s string) *doc.Text {
		t := &doc.Text{Origin: from, Value: s}
		if lang != c.lang {
			t.Lang = lang
		}
		return t
	}
	if n.Pages.From == n.Pages.To {
		block.Head = []doc.Run{words(c.lang, en.Notice.Page+" "+first)}
	} else {
		block.Head = []doc.Run{
			words(c.lang, en.Notice.Pages+" "+first+" "), words(doc.English, en.Notice.To),
			words(c.lang, " / "), words(doc.French, fr.Notice.To), words(c.lang, " "+last),
		}
	}
	block.Sides = []doc.NoticeSide{c.side(n, doc.English, en), c.side(n, doc.French, fr)}
	c.out.Title = doc.Plain(block.Head)
	c.add(block)
}

// side is what a notice says in one language.
func (c *composer) side(n *schema.WithheldNotice, lang doc.Lang, all *labels) doc.NoticeSide {
	w := &all.Notice
	from := c.key("exemptions")
	line := w.PagesWithheld
	if n.Pages.From == n.Pages.To {
		line = w.PageWithheld
	}
	var provisions []string
	for _, e := range n.Exemptions.List {
		provisions = append(provisions, e.Value)
	}
	if len(provisions) == 1 {
		line += " " + w.Section
	} else {
		line += " " + w.Sections
	}
	if len(provisions) > 0 {
		line += " " + all.provisions(provisions)
	}
	return doc.NoticeSide{Lang: lang, Paragraphs: [][]doc.Run{
		c.label(line, from),
		c.label(w.Acts[n.Act.Value], c.key("act")),
	}}
}
