package pdf

import (
	"encoding/binary"

	"briefnote/render/pdf/file"
)

// outputIntent says that the colours of the pages are those of sRGB (14.11.5),
// which PDF/A-2, 6.2.3 wants to be told by a profile in the file.
func (b *book) outputIntent() file.Ref {
	profile := b.out.Alloc()
	b.out.Stream(profile, file.NewDict().Int("N", 3), srgb())
	d := file.NewDict().Name("Type", "OutputIntent").Name("S", "GTS_PDFA1")
	d.Text("OutputConditionIdentifier", srgbName).Text("Info", srgbName).Ref("DestOutputProfile", profile)
	return b.out.Add(d)
}

const srgbName = "sRGB IEC61966-2.1"

// srgb returns a profile of the sRGB colour space (IEC 61966-2-1) in the form
// of ICC.1:2004-10 (version 4.2). It is made of the published numbers alone and
// copies no other profile, so nobody's licence goes with it.
//
// Numbers are in parts of 65536. The colours are those of sRGB adapted to the
// white of the profile connection space, D50, by the matrix of the tag chad; the
// curve is that of sRGB, ((x + 0.055) / 1.055)^2.4 over a straight foot.
func srgb() []byte {
	curve := numbers("para", 3<<16, 0x26666, 0xF2A7, 0xD59, 0x13D0, 0xA5B) // 2.4, 1/1.055, 0.055/1.055, 1/12.92, 0.04045
	return profile([]iccTag{
		{"desc", text(srgbName)},
		{"cprt", text("No copyright, use freely")},
		{"wtpt", numbers("XYZ ", d50...)},
		{"chad", numbers("sf32", 0x10C42, 0x5DE, -0xCDB, 0x793, 0xFD90, -0x45F, -0x25E, 0x3DC, 0xC06E)},
		{"rXYZ", numbers("XYZ ", 0x6FA2, 0x38F5, 0x390)},
		{"gXYZ", numbers("XYZ ", 0x6299, 0xB785, 0x18DA)},
		{"bXYZ", numbers("XYZ ", 0x24A0, 0xF84, 0xB6CF)},
		{"rTRC", curve},
		{"gTRC", curve},
		{"bTRC", curve},
	})
}

// d50 is the white of the profile connection space, X, Y and Z.
var d50 = []int32{0xF6D6, 0x10000, 0xD32D}

// iccTag is an entry of a profile. Entries may share their data.
type iccTag struct {
	name string
	data []byte
}

// profile writes a display profile: the header of 128 bytes, the table of tags
// (7.2 and 7.3 of ICC.1), and their data, each from a multiple of four bytes on.
func profile(tags []iccTag) []byte {
	be := binary.BigEndian
	head := make([]byte, 128)
	copy(head[8:], "\x04\x20\x00\x00mntrRGB XYZ ") // version, class, colours, connection space
	copy(head[24:], "\x07\xEA\x00\x01\x00\x01")    // made on 2026-01-01
	copy(head[36:], "acsp")
	for i, v := range d50 {
		be.PutUint32(head[68+4*i:], uint32(v))
	}
	out := be.AppendUint32(head, uint32(len(tags)))
	var data []byte
	start := len(head) + 4 + 12*len(tags)
	at := 0
	for i, t := range tags {
		if i == 0 || &t.data[0] != &tags[i-1].data[0] {
			at = start + len(data)
			data = append(data, t.data...)
		}
		out = append(out, t.name...)
		out = be.AppendUint32(be.AppendUint32(out, uint32(at)), uint32(len(t.data)))
	}
	out = append(out, data...)
	be.PutUint32(out, uint32(len(out)))
	return out
}

// numbers writes an element of a type (10 of ICC.1) that holds numbers.
func numbers(typ string, vs ...int32) []byte {
	b := append([]byte(typ), 0, 0, 0, 0)
	for _, v := range vs {
		b = binary.BigEndian.AppendUint32(b, uint32(v))
	}
	return b
}

// text writes an element that holds words in English, of ASCII letters.
func text(s string) []byte {
	const at = 28 // where the words start
	b := numbers("mluc", 1, 12)
	b = append(b, "enUS"...)
	b = binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(b, uint32(2*len(s))), at)
	for i := range len(s) {
		b = append(b, 0, s[i])
	}
	for len(b)%4 != 0 {
		b = append(b, 0)
	}
	return b
}
