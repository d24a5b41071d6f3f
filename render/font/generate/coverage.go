package main

// everyday is what notes in English and French are written in. It is small, for
// every PDF embeds it, in each of the styles that it uses.
var everyday = coverage{
	spaces: true,
	of: []block{
		{0x0020, 0x007E}, // Basic Latin
		{0x00A0, 0x00FF}, // Latin-1 Supplement
		{0x0152, 0x0153}, // œ
		{0x0178, 0x0178}, // Ÿ
		{0x2000, 0x200B}, // spaces
		{0x2010, 0x2022}, // punctuation
		{0x2026, 0x2026},
		{0x202F, 0x2030},
		{0x2032, 0x2033},
		{0x2039, 0x203A},
		{0x205F, 0x2060},
		{0x20AC, 0x20AC}, // euro
		{0x2122, 0x2122}, // trade mark
		{0x2190, 0x2193}, // arrows
		{0x2212, 0x2212}, // mathematics
		{0x2248, 0x2248},
		{0x2260, 0x2265},
		{0x25A0, 0x25A1}, // bullets
		{0x25AA, 0x25AB},
		{0x25CB, 0x25CB},
		{0x25CF, 0x25CF},
		{0x25E6, 0x25E6},
	},
}

// names is what the names of people and places from elsewhere take beside it,
// Vietnamese and romanised ones included, and signs that are seldom needed.
var names = coverage{
	of: []block{
		{0x0100, 0x017F}, // Latin Extended-A
		{0x0192, 0x0192}, // florin
		{0x01A0, 0x01A1}, // Vietnamese
		{0x01AF, 0x01B0},
		{0x01CD, 0x01DC}, // Pinyin
		{0x01FA, 0x01FF}, // Danish
		{0x0218, 0x021B}, // Romanian
		{0x02BB, 0x02BC}, // modifier letters
		{0x02C6, 0x02C7},
		{0x02C9, 0x02C9},
		{0x02D8, 0x02DD},
		{0x1E80, 0x1E85}, // Welsh
		{0x1E9E, 0x1E9E}, // capital sharp s
		{0x1EA0, 0x1EF9}, // Vietnamese
		{0x2044, 0x2044}, // fraction slash
		{0x2070, 0x208E}, // raised and lowered
		{0x2113, 0x2113}, // litre
		{0x2116, 0x2117}, // letterlike
		{0x2120, 0x2121},
		{0x2150, 0x215E}, // fractions
		{0x2194, 0x2195}, // arrows
		{0x2202, 0x2202}, // mathematics
		{0x2206, 0x2206},
		{0x220F, 0x2211},
		{0x2215, 0x2215},
		{0x2219, 0x221E},
		{0x222B, 0x222B},
		{0x25B2, 0x25B2}, // shapes
		{0x25BA, 0x25BA},
		{0x25BC, 0x25BC},
		{0x25C4, 0x25C4},
		{0x25CA, 0x25CA},
	},
}

// extended is the rest that is of use of the same design: more Latin, phonetic
// letters, Greek, Cyrillic. Its combining marks are left out, for they are of
// no use without the tables that place them.
var extended = coverage{
	of: []block{
		{0x0180, 0x02FF}, // Latin, phonetic and modifier letters
		{0x0370, 0x045F}, // Greek, Cyrillic
		{0x048A, 0x04FF}, // Cyrillic of other languages than Slavic
		{0x1D2C, 0x1D6A}, // raised letters
		{0x1E00, 0x1EFF}, // Latin with marks above and below
		{0x2010, 0x2027}, // punctuation
		{0x2030, 0x205E},
		{0x2070, 0x20BF}, // raised and lowered, currency
		{0x2100, 0x22FF}, // letterlike, arrows, mathematics
		{0x25A0, 0x2638}, // shapes
		{0x263C, 0x266F},
		{0x2C60, 0x2C7F}, // more Latin
		{0xFB01, 0xFB02}, // ligatures
	},
}

// marks is the combining marks of languages whose letters Unicode has no single
// character for, such as those of the Salish, Wakashan and Dene peoples. The
// source centres them a quarter of an em before their origin, on the letter
// that they follow, and over small letters; package font corrects for the rest.
var marks = coverage{
	of: []block{
		{0x0300, 0x0304}, // above
		{0x0306, 0x030C},
		{0x0311, 0x0311},
		{0x0313, 0x0314},
		{0x0323, 0x0328}, // below
		{0x032D, 0x032E},
		{0x0330, 0x0332},
	},
}

// move is a distance to the right and up, in thousandths of an em.
type move struct{ right, up int }

// markMoves returns the moves that bring a mark close enough to the middle of
// any letter: in steps of a twentieth of an em, for small letters, for capitals,
// and for letters that go below the baseline.
func markMoves() []move {
	var list []move
	for _, up := range []int{0, 160, -212} { // capitals are 160 higher than x, and letters go 212 deep
		for right := -300; right <= 250; right += 50 {
			if right != 0 || up != 0 { // else it is the mark itself
				list = append(list, move{right, up})
			}
		}
	}
	return list
}

// scripts is letters that the other faces have not: Canadian Aboriginal
// syllabics, Armenian, Georgian, Cyrillic of small languages, ancient Greek.
var scripts = coverage{
	of: []block{
		{0x0460, 0x0482}, // Cyrillic of old texts
		{0x0500, 0x0525}, // Cyrillic of small languages
		{0x0531, 0x058A}, // Armenian
		{0x10A0, 0x10FF}, // Georgian
		{0x1400, 0x167F}, // Canadian Aboriginal syllabics
		{0x1F00, 0x1FFF}, // ancient Greek
	},
}

// symbols is signs that the other faces have not. Emoji are left out: a page
// of the house has none. Boxes and blocks are here alone, for their lines meet
// only within one design.
var symbols = coverage{
	of: []block{
		{0x2016, 0x2027}, // punctuation
		{0x2031, 0x205E},
		{0x2070, 0x209C}, // raised and lowered
		{0x20B8, 0x20BF}, // currency
		{0x2100, 0x214F}, // letterlike
		{0x2150, 0x218F}, // fractions, Roman numerals
		{0x2190, 0x21FF}, // arrows
		{0x2318, 0x2318}, // signs on keys
		{0x2325, 0x2326},
		{0x232B, 0x232B},
		{0x23CE, 0x23CF},
		{0x2422, 0x2423}, // blanks
		{0x2460, 0x2469}, // numbers in circles
		{0x2500, 0x25FF}, // boxes, blocks, geometric shapes
		{0x2605, 0x2606}, // stars
		{0x2610, 0x2613}, // boxes to tick
		{0x2690, 0x2691}, // flags
		{0x2696, 0x2696}, // scales
		{0x2699, 0x2699}, // gear
		{0x26A0, 0x26A0}, // warning
		{0x2713, 0x2718}, // ticks and crosses
		{0x2756, 0x2756}, // ornaments
		{0x2758, 0x275E},
		{0x2761, 0x2761},
		{0x2768, 0x2794}, // brackets, numbers in circles
		{0x2798, 0x27BE}, // more arrows
		{0x27F5, 0x27FF},
		{0x2B00, 0x2BFF}, // more arrows and shapes
	},
	but: []block{ // emoji
		{0x25FD, 0x25FE},
		{0x27B0, 0x27B0},
		{0x2B1B, 0x2B1C},
		{0x2B50, 0x2B50},
		{0x2B55, 0x2B55},
	},
}

// mathematics is the signs of formulas that the other faces have not.
var mathematics = coverage{
	of: []block{
		{0x2200, 0x22FF}, // operators
		{0x2300, 0x2311}, // floors, ceilings, corners
		{0x2320, 0x2323}, // parts of tall integrals
		{0x239B, 0x23AE}, // parts of tall brackets
		{0x27C0, 0x27EF}, // more operators and brackets
		{0x2980, 0x2AFF},
	},
}
