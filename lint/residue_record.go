package lint

import "encoding/binary"

// residueRecord is what is kept of a sentence: hashes of its first and last
// words, and how many it has.
type residueRecord struct {
	first4, first8, last4, last8 uint32
	count                        uint16
}

const residueRecordSize = 18

// residueRecordOf returns the record of a sentence, its words in small letters.
func residueRecordOf(words []string) residueRecord {
	n := len(words)
	return residueRecord{
		residueHash(words, 0, 4), residueHash(words, 0, 8), residueHash(words, n-4, 4), residueHash(words, n-8, 8), uint16(min(n, 1<<16-1)),
	}
}

// residueHash returns a hash of n words in small letters from one on, or 0 if
// there are not as many. It is FNV-1a, written out because it runs over every
// word of every note.
func residueHash(words []string, from, n int) uint32 {
	if from < 0 || from+n > len(words) {
		return 0
	}
	const offset, prime = 2166136261, 16777619
	h := uint32(offset)
	for _, w := range words[from : from+n] {
		for i := 0; i < len(w); i++ {
			h = (h ^ uint32(w[i])) * prime
		}
		h = (h ^ ' ') * prime
	}
	return max(h, 1)
}

func (r residueRecord) append(b []byte) []byte {
	for _, h := range [...]uint32{r.first4, r.first8, r.last4, r.last8} {
		b = binary.LittleEndian.AppendUint32(b, h)
	}
	return binary.LittleEndian.AppendUint16(b, r.count)
}

func residueReadRecord(s string) residueRecord {
	b := []byte(s[:residueRecordSize])
	return residueRecord{
		binary.LittleEndian.Uint32(b), binary.LittleEndian.Uint32(b[4:]), binary.LittleEndian.Uint32(b[8:]),
		binary.LittleEndian.Uint32(b[12:]), binary.LittleEndian.Uint16(b[16:]),
	}
}
