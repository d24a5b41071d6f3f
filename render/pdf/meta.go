package pdf

import (
	"cmp"
	"strings"
	"time"

	"briefnote/render/pdf/file"
)

// producer names the program in the file's properties.
const producer = "brief"

// title is the file's title. It is never empty: PDF/UA-1, 7.1 wants one.
func (b *book) title() string {
	if b.opt.Title != "" {
		return b.opt.Title
	}
	d := b.docs[0].Doc
	return cmp.Or(d.Title, d.Meta.Subject, d.Kind, producer)
}

// metadata writes what the file says about itself twice, as PDF/A-2, 6.6.3
// asks: in the information dictionary and as XMP. It returns the latter.
func (b *book) metadata(info file.Ref) file.Ref {
	meta := b.docs[0].Doc.Meta
	d := file.NewDict().Text("Title", b.title())
	if meta.Author != "" {
		d.Text("Author", meta.Author)
	}
	if meta.Subject != "" {
		d.Text("Subject", meta.Subject)
	}
	d.Text("Producer", producer)
	if !b.opt.Created.IsZero() {
		date := b.opt.Created.UTC().Format("D:20060102150405Z")
		d.Bytes("CreationDate", date).Bytes("ModDate", date)
	}
	b.out.Dict(info, d)
	ref := b.out.Alloc()
	b.out.Plain(ref, file.NewDict().Name("Type", "Metadata").Name("Subtype", "XML"), b.xmp())
	return ref
}

// xmp writes the metadata as XMP (ISO 16684-1).
func (b *book) xmp() []byte {
	d := b.docs[0].Doc
	var x strings.Builder
	x.WriteString("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` +
		`<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" ` +
		`xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">`)
	element(&x, "dc:title", alternative, b.title())
	element(&x, "dc:creator", ordered, d.Meta.Author)
	element(&x, "dc:description", alternative, d.Meta.Subject)
	element(&x, "dc:language", "rdf:Bag", string(d.Lang))
	element(&x, "pdf:Producer", "", producer)
	if !b.opt.Created.IsZero() {
		date := b.opt.Created.UTC().Format(time.RFC3339)
		element(&x, "xmp:CreateDate", "", date)
		element(&x, "xmp:ModifyDate", "", date)
	}
	element(&x, "pdfaid:part", "", "2")
	element(&x, "pdfaid:conformance", "", "A")
	element(&x, "pdfuaid:part", "", "1")
	x.WriteString("</rdf:Description>" + extension + "</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>")
	return []byte(x.String())
}

// extension describes the property of PDF/UA to readers of PDF/A, which takes
// no property that is not described (PDF/A-2, 6.6.2.3.3).
const extension = `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" ` +
	`xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">` +
	`<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">` +
	`<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>` +
	`<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>` +
	`<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>` +
	`<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>` +
	`<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description></rdf:li></rdf:Seq>` +
	`</pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>`

// The forms in which XMP holds values.
const (
	alternative = "rdf:Alt" // one text in several languages
	ordered     = "rdf:Seq"
)

// element writes a property in a form; the empty form is a plain value. A
// property without a value is left out.
func element(x *strings.Builder, name, form, value string) {
	if value == "" {
		return
	}
	v := escapeXML(value)
	switch form {
	case "":
	case alternative:
		v = `<rdf:Alt><rdf:li xml:lang="x-default">` + v + `</rdf:li></rdf:Alt>`
	default:
		v = "<" + form + "><rdf:li>" + v + "</rdf:li></" + form + ">"
	}
	x.WriteString("<" + name + ">" + v + "</" + name + ">")
}

// escapeXML escapes text for an XML element.
func escapeXML(s string) string {
	s = strings.ReplaceAll(s, "&", "&amp;") // first, for the others bring one with them
	s = strings.ReplaceAll(s, "<", "&lt;")
	return strings.ReplaceAll(s, ">", "&gt;")
}
