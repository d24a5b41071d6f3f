package docx

import (
	"archive/zip"
	"bytes"
	"hash/crc32"
	"io"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"

	compress "briefnote/internal/deflate"
)

// The namespaces and types that parts name (Part 1, 11 and 15; Part 2, 9 and 11).
const (
	nsMain        = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	nsOffice      = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	nsPackage     = "http://schemas.openxmlformats.org/package/2006/"
	nsAlternative = "http://schemas.openxmlformats.org/markup-compatibility/2006"
	nsWord2013    = "http://schemas.microsoft.com/office/word/2012/wordml"
	typeWord      = "application/vnd.openxmlformats-officedocument.wordprocessingml."
)

// pack is the package: its parts, packed already, in the order they were added.
type pack struct {
	parts []packed
	types xml // the content types of the parts
}

// packed is a part, deflated.
type packed struct {
	name     string
	deflated []byte
	size     int
	sum      uint32
}

// add adds a part. Relationship parts have no content type of their own.
func (p *pack) add(part packed, contentType string) {
	p.parts = append(p.parts, part)
	if contentType != "" {
		p.types.empty("Override", "PartName", "/"+part.name, "ContentType", contentType)
	}
}

// write writes the package as a ZIP archive, whose times are those of no clock.
func (p *pack) write(to io.Writer, k *known) error {
	types := part("Types", "xmlns", nsPackage+"content-types")
	types.empty("Default", "Extension", "rels", "ContentType", "application/vnd.openxmlformats-package.relationships+xml")
	types.empty("Default", "Extension", "xml", "ContentType", "application/xml")
	types.b = append(types.b, p.types.b...)
	types.close("Types")
	parts := append([]packed{k.deflate("[Content_Types].xml", types.b)}, p.parts...)
	size := 0
	for _, part := range parts {
		size += len(part.deflated) + headers
	}
	var out bytes.Buffer
	out.Grow(size)
	z := zip.NewWriter(&out)
	for _, part := range parts {
		if err := part.write(z); err != nil {
			return err
		}
	}
	if err := z.Close(); err != nil {
		return err
	}
	_, err := to.Write(out.Bytes())
	return err
}

// headers is about how many bytes an archive has for a part besides its content.
const headers = 160

// firstDay is 1 January 1980, the first day that an archive can name, in the
// form of MS-DOS.
const firstDay = 1<<5 | 1

func (p *packed) write(z *zip.Writer) error {
	h := &zip.FileHeader{
		Name: p.name, Method: zip.Deflate, CRC32: p.sum,
		CompressedSize64: uint64(len(p.deflated)), UncompressedSize64: uint64(p.size),
	}
	h.ModifiedDate = firstDay //lint:ignore SA1019 a part that comes deflated takes its date from nowhere else
	w, err := z.CreateRaw(h)
	if err != nil {
		return err
	}
	_, err = w.Write(p.deflated)
	return err
}

// known are parts that were packed before: most notes of a run share what is
// small. It may be used by several goroutines at once.
type known struct {
	parts sync.Map // by name and content
	count atomic.Int32
}

// How many parts are kept, and how large they are at the most, in bytes.
const (
	manyKnown  = 200
	largeKnown = 2 << 10
)

// deflate packs a part, or returns it as it was packed before.
func (k *known) deflate(name string, data []byte) packed {
	if len(data) > largeKnown {
		return deflate(name, data)
	}
	key := name + "\n" + string(data)
	if p, ok := k.parts.Load(key); ok {
		return p.(packed)
	}
	p := deflate(name, data)
	if k.count.Add(1) <= manyKnown {
		k.parts.Store(key, p)
	}
	return p
}

// deflate packs a part.
func deflate(name string, data []byte) packed {
	small := compress.Append(make([]byte, 0, len(data)/4+64), data)
	return packed{name: name, deflated: small, size: len(data), sum: crc32.ChecksumIEEE(data)}
}

// relations are the relationships of a part (Part 2, 9.3).
type relations struct {
	x     xml
	count int
	known map[string]string // addresses that were linked to before
}

// add adds a relationship of a type of officeDocument to a part in the same
// folder, and returns its id.
func (r *relations) add(kind, target string) string {
	return r.relate(nsOffice+"/"+kind, target, "")
}

func (r *relations) relate(kind, target, mode string) string {
	r.count++
	id := "rId" + strconv.Itoa(r.count)
	r.x.empty("Relationship", "Id", id, "Type", kind, "Target", target, "TargetMode", mode)
	return id
}

// link returns the id of the relationship to an address outside the file.
func (r *relations) link(address string) string {
	id := r.known[address]
	if id == "" {
		id = r.relate(nsOffice+"/hyperlink", address, "External")
		if r.known == nil {
			r.known = map[string]string{}
		}
		r.known[address] = id
	}
	return id
}

// part returns the part that holds the relationships of another part; that of
// the package itself has no name.
func (r *relations) part(of string, k *known) packed {
	x := part("Relationships", "xmlns", nsPackage+"relationships")
	x.b = append(x.b, r.x.b...)
	x.close("Relationships")
	at := strings.LastIndexByte(of, '/') + 1
	return k.deflate(of[:at]+"_rels/"+of[at:]+".rels", x.b)
}
