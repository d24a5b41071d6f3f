package docx

import (
	"cmp"
	"strings"
	"time"
)

// documentPart is the part that holds the text.
const documentPart = "word/document.xml"

// generator names the program in the file's properties.
const generator = "brief"

// fixedParts starts the document part, and relates it to the parts that every
// file has.
func (f *file) fixedParts() {
	f.numbering = f.looks.lists.clone()
	f.body = *part("w:document", "xmlns:w", nsMain, "xmlns:r", nsOffice)
	f.body.open("w:body")
	for _, name := range []string{"styles", "numbering", "settings"} {
		f.links.add(name, name+".xml")
	}
}

// finish adds the parts that are known when all sections are written.
func (f *file) finish() {
	f.body.close("w:body")
	f.body.close("w:document")
	noted := len(f.notes.b) > 0
	if noted {
		f.links.add("footnotes", "footnotes.xml")
	}
	var root relations
	root.add("officeDocument", documentPart)
	root.relate(nsPackage+"relationships/metadata/core-properties", "docProps/core.xml", "")
	root.add("extended-properties", "docProps/app.xml")
	p := &f.pack
	p.add(root.part("", &f.known), "")
	p.add(deflate(documentPart, f.body.b), typeWord+"document.main+xml")
	p.add(f.links.part(documentPart, &f.known), "")
	p.add(f.looks.part, typeWord+"styles+xml")
	lists := f.looks.plain
	if f.numbering.count > f.looks.lists.count {
		lists = f.numbering.part()
	}
	p.add(lists, typeWord+"numbering+xml")
	p.add(f.settings(noted), typeWord+"settings+xml")
	if noted {
		p.add(f.footnotesPart(), typeWord+"footnotes+xml")
		if f.noteLinks.count > 0 {
			p.add(f.noteLinks.part("word/footnotes.xml", &f.known), "")
		}
	}
	p.add(f.core(), "application/vnd.openxmlformats-package.core-properties+xml")
	app := part("Properties", "xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties")
	app.element("Application", generator)
	app.close("Properties")
	p.add(f.known.deflate("docProps/app.xml", app.b), "application/vnd.openxmlformats-officedocument.extended-properties+xml")
}

// separators are the two special footnotes: the line over the notes, and that
// over what goes on from another page (17.11.23).
var separators = []struct{ id, kind string }{{"-1", "separator"}, {"0", "continuationSeparator"}}

// settings writes how programs treat the file (17.15). Nothing in it makes
// Word ask to update fields.
func (f *file) settings(noted bool) packed {
	x := part("w:settings", "xmlns:w", nsMain)
	x.val("w:defaultTabStop", twips(36))
	x.val("w:characterSpacingControl", "doNotCompress")
	if noted {
		x.open("w:footnotePr")
		for _, s := range separators {
			x.empty("w:footnote", "w:id", s.id)
		}
		x.close("w:footnotePr")
	}
	x.open("w:compat")
	x.empty("w:compatSetting", "w:name", "compatibilityMode", "w:uri", "http://schemas.microsoft.com/office/word", "w:val", "15")
	x.close("w:compat")
	x.val("w:themeFontLang", region(f.lang))
	x.close("w:settings")
	return f.known.deflate("word/settings.xml", x.b)
}

// footnotesPart writes the footnotes (17.11.15).
func (f *file) footnotesPart() packed {
	x := part("w:footnotes", "xmlns:w", nsMain, "xmlns:r", nsOffice, "xmlns:mc", nsAlternative, "xmlns:w15", nsWord2013)
	for _, s := range separators {
		x.open("w:footnote", "w:type", s.kind, "w:id", s.id)
		x.open("w:p")
		x.open("w:pPr")
		x.empty("w:spacing", "w:before", twips(max(f.sheet.Note.Before-4, 0)), "w:after", "0", "w:line", "240", "w:lineRule", "auto")
		x.close("w:pPr")
		x.open("w:r")
		x.empty("w:" + s.kind)
		x.close("w:r")
		x.close("w:p")
		x.close("w:footnote")
	}
	x.b = append(x.b, f.notes.b...)
	x.close("w:footnotes")
	return deflate("word/footnotes.xml", x.b)
}

// core writes what the file says about itself (Part 2, 11).
func (f *file) core() packed {
	d := f.docs[0]
	x := part("cp:coreProperties", "xmlns:cp", nsPackage+"metadata/core-properties", "xmlns:dc", "http://purl.org/dc/elements/1.1/",
		"xmlns:dcterms", "http://purl.org/dc/terms/", "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
	x.element("dc:title", cmp.Or(strings.TrimSpace(d.Title), d.Meta.Subject, d.Kind, generator))
	x.element("dc:subject", d.Meta.Subject)
	x.element("dc:creator", d.Meta.Author)
	x.element("dc:language", region(d.Lang))
	if !f.opt.Created.IsZero() {
		date := f.opt.Created.UTC().Format(time.RFC3339)
		x.element("dcterms:created", date, "xsi:type", "dcterms:W3CDTF")
		x.element("dcterms:modified", date, "xsi:type", "dcterms:W3CDTF")
	}
	x.close("cp:coreProperties")
	return deflate("docProps/core.xml", x.b)
}
