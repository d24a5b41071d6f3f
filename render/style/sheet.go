// Package style is a department's house style as data.
//
// [Load] returns one of the sheets of templates/house, and [Parse] reads a file of
// the same form, into a [Sheet]. Everything visual comes from it: paper, fonts, sizes,
// spacing, colours, rules and the placement of markings. Words do not: those
// are the document's own. Lengths are in points (1/72 inch) once loaded; a
// sheet may write them as pt, mm, cm or in.
package style

// Sheet is a house style.
type Sheet struct {
	Name        string
	Description string
	Paper       Paper
	Margins     Margins
	Family      string // family of font faces, e.g. "sans"
	Ink         Color  // colour of text, where a block sets no other
	Text        TextStyle
	Blocks      map[string]BlockStyle // by [Sheet.Block]'s keys, and the Block constants
	List        ListStyle
	Note        NoteStyle
	Table       TableStyle
	Severance   SeveranceStyle
	Link        LinkStyle
	Tab         TabStyle
	Furniture   []Furniture // header and footer, in the order of reading
}

// Paper is a page's size in points.
type Paper struct {
	Name          string // "letter" or "a4"
	Width, Height float64
}

// Margins are the distances of the body from the paper's edges, in points.
type Margins struct{ Top, Right, Bottom, Left float64 }

// Align is the alignment of lines; the zero value is that of the text's start.
type Align string

// The alignments.
const (
	AlignStart  Align = ""
	AlignCenter Align = "center"
	AlignEnd    Align = "end"
)

// Side is the alignment by the name that CSS 1 and Word (ECMA-376, 17.18.44)
// have for it: left, center or right.
func (a Align) Side() string {
	switch a {
	case AlignCenter:
		return "center"
	case AlignEnd:
		return "right"
	}
	return "left"
}

// Color is an sRGB colour.
type Color struct{ R, G, B uint8 }

// TextStyle is the looks of running text.
type TextStyle struct {
	Size    float64 // points
	Leading float64 // distance of baselines as a multiple of Size
}

// BlockStyle is the looks of a kind of block. Zero Size and Leading mean those of Sheet.Text.
type BlockStyle struct {
	Size, Leading float64
	Bold, Italic  bool
	Underline     bool
	Upper         bool // drawn in capitals; the words stay as they are in every text
	Align         Align
	Color         Color
	Before, After float64 // space above and below, points; of two that meet, the larger holds
	Indent        float64 // of the whole block from the margin, points
	Rule          float64 // thickness of a line below the block, points; 0 for none
	KeepNext      bool    // stays on the page of what follows
	NewPage       bool    // opens a page
	Sink          float64 // space above where the block opens a page, points
}

// Keys of Sheet.Blocks for blocks that have no role.
const (
	BlockSignOff      = "sign-off"       // entries; Before and After are the whole block's
	BlockSignOffLabel = "sign-off-label" // After is the space between the sign-off's lines
	BlockNoticeHead   = "notice-head"    // the pages that a notice is about
	BlockNotice       = "notice"         // a notice's languages; Rule is the line over and under them
	BlockSevered      = "severed"        // the provisions after blocks to be withheld
)

// ListStyle is the looks of lists. Levels count from 0 at the margin.
type ListStyle struct {
	Bullets []string  // mark a level; the last holds for deeper ones
	Indent  []float64 // distance of the mark from the enclosing text's edge, a level
	Hang    float64   // distance from the mark to the text, points; longer marks push the text
	Item    float64   // space between items, points
	After   float64   // space below a list at the margin, points
}

// NoteStyle is the looks of footnotes.
type NoteStyle struct {
	Size, Leading float64
	Raise         float64 // of a mark over the baseline, as a multiple of the text's size
	MarkSize      float64 // of a mark, as a multiple of the text's size
	RuleWidth     float64 // thickness of the line over the notes, points
	RuleLength    float64 // its length, points
	Before        float64 // space between the text and that line, points
	Between       float64 // space between notes, points
}

// TableStyle is the looks of tables.
type TableStyle struct {
	Size       float64
	Rule       float64 // thickness of the grid, points
	RuleColor  Color
	HeaderFill Color
	PadX, PadY float64 // between the grid and a cell's text, points
	Before     float64
	After      float64
}

// SeveranceStyle is the looks of text withheld and to be withheld.
type SeveranceStyle struct {
	Rule  float64 // thickness of the box, points
	Color Color   // of the box
	Fill  Color   // behind a severance already made
	Mark  Color   // behind text that is still to be severed
	Pad   float64 // between the box and its text, sideways, points
	Cite  float64 // size of the provisions cited, as a multiple of the text's size
}

// LinkStyle is the looks of links.
type LinkStyle struct {
	Color     Color
	Underline bool
}

// TabStyle is the looks of the mark at the edge of the pages of a tab. The
// marks of tabs that follow one another stand one below the other.
type TabStyle struct {
	Width, Height float64 // points; no width: no marks
	Gap           float64 // between the marks of two tabs, points
	Size          float64 // of the label, points
	Ground, Ink   Color
}

// Furniture is a line of a page's header or footer.
type Furniture struct {
	Place   Place
	Content Content
	Size    float64
	Bold    bool
	Align   Align
	Color   Color
	Edge    float64 // distance of the line's baseline from the paper's edge, points
}

// Place is where a furniture line stands.
type Place string

// The places of furniture.
const (
	Header Place = "header"
	Footer Place = "footer"
)

// Content is what a furniture line says; the words are the document's.
type Content string

// The contents of furniture.
const (
	ContentMarking Content = "marking" // marking, caveats under it a line each
	ContentPage    Content = "page"    // Page n of N
	ContentDraft   Content = "draft"   // DRAFT, where it is one
	ContentTitle   Content = "title"   // the document's title, cut to a line
	ContentStamp   Content = "stamp"   // the number of the page in a book
	ContentTab     Content = "tab"     // Tab A, in a book
)

// Block returns the looks of a role; headings of role "section" have a key a
// level: "heading-2" … "heading-6".
func (s *Sheet) Block(role string, level int) BlockStyle {
	key := role
	if role == "section" {
		key = "heading-" + string(rune('0'+min(max(level, 2), 6)))
	}
	return s.Blocks[key]
}
