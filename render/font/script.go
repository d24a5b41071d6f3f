package font

import "sort"

// Unsettable reports whether a character belongs to a script that cannot be
// set rightly with a glyph a character, from left to right: those written from
// right to left, and those whose letters join, stack or change places. Such a
// character is refused even if a face covers it.
func Unsettable(r rune) bool { return Script(r) != "" }

// Script returns the name of the script of an [Unsettable] character, for the
// message to the author ("Arabic"), and "" for any other character.
func Script(r rune) string {
	i := sort.Search(len(unsettable), func(i int) bool { return unsettable[i].last >= r })
	if i == len(unsettable) || r < unsettable[i].first {
		return ""
	}
	return unsettable[i].name
}

// unsettable holds whole blocks of Unicode 16, in their order. The blocks from
// U+10800 to U+10FFF and from U+1E800 to U+1EFFF are set aside for scripts
// written from right to left (Unicode Standard Annex 9, 3.2, class R).
var unsettable = [...]struct {
	first, last rune
	name        string
}{
	{0x0590, 0x05FF, "Hebrew"},
	{0x0600, 0x06FF, "Arabic"},
	{0x0700, 0x074F, "Syriac"},
	{0x0750, 0x077F, "Arabic"},
	{0x0780, 0x07BF, "Thaana"},
	{0x07C0, 0x07FF, "N’Ko"},
	{0x0800, 0x083F, "Samaritan"},
	{0x0840, 0x085F, "Mandaic"},
	{0x0860, 0x086F, "Syriac"},
	{0x0870, 0x08FF, "Arabic"},
	{0x0900, 0x097F, "Devanagari"},
	{0x0980, 0x09FF, "Bengali"},
	{0x0A00, 0x0A7F, "Gurmukhi"},
	{0x0A80, 0x0AFF, "Gujarati"},
	{0x0B00, 0x0B7F, "Odia"},
	{0x0B80, 0x0BFF, "Tamil"},
	{0x0C00, 0x0C7F, "Telugu"},
	{0x0C80, 0x0CFF, "Kannada"},
	{0x0D00, 0x0D7F, "Malayalam"},
	{0x0D80, 0x0DFF, "Sinhala"},
	{0x0E00, 0x0E7F, "Thai"},
	{0x0E80, 0x0EFF, "Lao"},
	{0x0F00, 0x0FFF, "Tibetan"},
	{0x1000, 0x109F, "Burmese"},
	{0x1700, 0x171F, "Tagalog"},
	{0x1720, 0x173F, "Hanunoo"},
	{0x1740, 0x175F, "Buhid"},
	{0x1760, 0x177F, "Tagbanwa"},
	{0x1780, 0x17FF, "Khmer"},
	{0x1800, 0x18AF, "Mongolian"},
	{0x1900, 0x194F, "Limbu"},
	{0x19E0, 0x19FF, "Khmer"},
	{0x1A00, 0x1A1F, "Buginese"},
	{0x1A20, 0x1AAF, "Tai Tham"},
	{0x1B00, 0x1B7F, "Balinese"},
	{0x1B80, 0x1BBF, "Sundanese"},
	{0x1BC0, 0x1BFF, "Batak"},
	{0x1C00, 0x1C4F, "Lepcha"},
	{0x1CC0, 0x1CCF, "Sundanese"},
	{0x1CD0, 0x1CFF, "Vedic"},
	{0xA800, 0xA82F, "Sylheti"},
	{0xA840, 0xA87F, "Phags-pa"},
	{0xA880, 0xA8DF, "Saurashtra"},
	{0xA8E0, 0xA8FF, "Devanagari"},
	{0xA930, 0xA95F, "Rejang"},
	{0xA980, 0xA9DF, "Javanese"},
	{0xA9E0, 0xA9FF, "Burmese"},
	{0xAA00, 0xAA5F, "Cham"},
	{0xAA60, 0xAA7F, "Burmese"},
	{0xAA80, 0xAADF, "Tai Viet"},
	{0xAAE0, 0xAAFF, "Meitei"},
	{0xABC0, 0xABFF, "Meitei"},
	{0xFB1D, 0xFB4F, "Hebrew"},
	{0xFB50, 0xFDFF, "Arabic"},
	{0xFE70, 0xFEFE, "Arabic"},
	{0x10800, 0x10FFF, "right-to-left"},
	{0x11000, 0x1187F, "Indic"},
	{0x1E800, 0x1E8DF, "right-to-left"},
	{0x1E8E0, 0x1E95F, "Adlam"},
	{0x1E960, 0x1EDFF, "right-to-left"},
	{0x1EE00, 0x1EEFF, "Arabic"},
	{0x1EF00, 0x1EFFF, "right-to-left"},
}
