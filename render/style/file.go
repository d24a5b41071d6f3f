package style

// The form of a sheet's file. Every value is as the author may write it, with
// its unit; [Parse] turns the whole into a [Sheet].

type sheetFile struct {
	Name        string          `yaml:"name" doc:"what the style is called"`
	Description string          `yaml:"description" doc:"whom the style is for"`
	Paper       paperName       `yaml:"paper" doc:"letter or a4"`
	Margins     marginsFile     `yaml:"margins" doc:"distances of the text from the edges of the paper"`
	Fonts       string          `yaml:"fonts" doc:"family of fonts: sans"`
	Ink         ink             `yaml:"ink" doc:"colour of text, as #rrggbb"`
	Text        textFile        `yaml:"text" doc:"looks of running text"`
	Blocks      blocksFile      `yaml:"blocks" doc:"looks of each kind of block"`
	List        listFile        `yaml:"list" doc:"looks of lists"`
	Notes       noteFile        `yaml:"notes" doc:"looks of footnotes"`
	Table       tableFile       `yaml:"table" doc:"looks of tables"`
	Severance   severanceFile   `yaml:"severance" doc:"looks of text withheld, or to be withheld"`
	Links       linkFile        `yaml:"links" doc:"looks of links"`
	Tabs        tabFile         `yaml:"tabs" doc:"looks of the mark at the edge of the pages of a binder's tab"`
	Furniture   []furnitureFile `yaml:"furniture" doc:"lines of the header and footer, in the order of reading"`
}

type marginsFile struct {
	Top    length `yaml:"top" doc:"from the top edge, e.g. 1in"`
	Right  length `yaml:"right" doc:"from the right edge, e.g. 1in"`
	Bottom length `yaml:"bottom" doc:"from the bottom edge, e.g. 1in"`
	Left   length `yaml:"left" doc:"from the left edge, e.g. 1in"`
}

type textFile struct {
	Size    size     `yaml:"size" doc:"size of type, e.g. 11pt"`
	Leading multiple `yaml:"leading" doc:"distance of lines as a multiple of the size, e.g. 1.3"`
}

type blockFile struct {
	Size      size      `yaml:"size" doc:"size of type; that of the text where left out"`
	Leading   multiple  `yaml:"leading" doc:"distance of lines as a multiple of the size; that of the text where left out"`
	Bold      bool      `yaml:"bold" doc:"true or false"`
	Italic    bool      `yaml:"italic" doc:"true or false"`
	Underline bool      `yaml:"underline" doc:"true or false"`
	Upper     bool      `yaml:"capitals" doc:"true draws the words in capitals; they stay as written when copied"`
	Align     alignment `yaml:"align" doc:"start, center or end"`
	Color     ink       `yaml:"color" doc:"as #rrggbb; the ink where left out"`
	Before    length    `yaml:"before" doc:"space above, e.g. 12pt"`
	After     length    `yaml:"after" doc:"space below, e.g. 6pt"`
	Indent    length    `yaml:"indent" doc:"distance from the left margin"`
	Rule      length    `yaml:"rule" doc:"thickness of a line below the block; 0 for none"`
	KeepNext  bool      `yaml:"keep_next" doc:"true keeps the block on the page of what follows"`
	NewPage   bool      `yaml:"new_page" doc:"true makes the block open a page"`
	Sink      length    `yaml:"sink" doc:"space above where the block opens a page"`
}

type blocksFile struct {
	TypeLine     blockFile `yaml:"type-line" doc:"BRIEFING NOTE FOR THE MINISTER"`
	Masthead     blockFile `yaml:"masthead" doc:"forum, theme, place and year of a communiqué"`
	Title        blockFile `yaml:"title" doc:"the document's title"`
	Meeting      blockFile `yaml:"meeting" doc:"with whom, where and when"`
	Heading2     blockFile `yaml:"heading-2" doc:"headings of the first level under the title"`
	Heading3     blockFile `yaml:"heading-3" doc:"headings of the second level"`
	Heading4     blockFile `yaml:"heading-4" doc:"headings of the third level"`
	Heading5     blockFile `yaml:"heading-5" doc:"headings of the fourth level"`
	Heading6     blockFile `yaml:"heading-6" doc:"headings of the fifth level"`
	Label        blockFile `yaml:"label" doc:"the label over the topics of a meeting report"`
	RunIn        blockFile `yaml:"run-in" doc:"the topic at the start of a paragraph"`
	Body         blockFile `yaml:"body" doc:"running text"`
	Continued    blockFile `yaml:"continued" doc:"text that goes on from the point before"`
	SignOff      blockFile `yaml:"sign-off" doc:"who drafted, was consulted and approved"`
	SignOffLabel blockFile `yaml:"sign-off-label" doc:"the labels of the sign-off"`
	NoticeHead   blockFile `yaml:"notice-head" doc:"the pages that a notice is about"`
	Notice       blockFile `yaml:"notice" doc:"the text of a notice"`
	Severed      blockFile `yaml:"severed" doc:"the provisions cited after whole blocks to be withheld"`
	CoverMarking blockFile `yaml:"cover-marking" doc:"marking and caveats on the cover of a binder"`
	CoverTitle   blockFile `yaml:"cover-title" doc:"the title on the cover of a binder"`
	Contents     blockFile `yaml:"contents" doc:"the heading of a binder's contents"`
	Entry        blockFile `yaml:"entry" doc:"the lines of a binder's contents"`
	CoverEntry   blockFile `yaml:"cover-entry" doc:"the lines of the list of tabs on the cover of a binder"`
}

type listFile struct {
	Bullets []string `yaml:"bullets" doc:"a mark for each level of a list"`
	Indent  []length `yaml:"indent" doc:"distance of the marks from the text around the list, for each level"`
	Hang    length   `yaml:"hang" doc:"distance from the mark to the text"`
	Item    length   `yaml:"item" doc:"space between items"`
	After   length   `yaml:"after" doc:"space below a list"`
}

type noteFile struct {
	Size       size     `yaml:"size" doc:"size of type, e.g. 9pt"`
	Leading    multiple `yaml:"leading" doc:"distance of lines as a multiple of the size"`
	Raise      multiple `yaml:"raise" doc:"height of a mark over the line, as a multiple of the text's size"`
	MarkSize   multiple `yaml:"mark_size" doc:"size of a mark, as a multiple of the text's size"`
	RuleWidth  length   `yaml:"rule" doc:"thickness of the line over the notes"`
	RuleLength length   `yaml:"rule_length" doc:"length of the line over the notes"`
	Before     length   `yaml:"before" doc:"space between the text and that line"`
	Between    length   `yaml:"between" doc:"space between notes"`
}

type tableFile struct {
	Size       size   `yaml:"size" doc:"size of type, e.g. 10pt"`
	Rule       length `yaml:"rule" doc:"thickness of the lines"`
	RuleColor  color  `yaml:"rule_color" doc:"colour of the lines, as #rrggbb"`
	HeaderFill color  `yaml:"header_fill" doc:"ground of the header row, as #rrggbb"`
	PadX       length `yaml:"pad_x" doc:"space beside a cell's text"`
	PadY       length `yaml:"pad_y" doc:"space above and below a cell's text"`
	Before     length `yaml:"before" doc:"space above a table"`
	After      length `yaml:"after" doc:"space below a table"`
}

type severanceFile struct {
	Rule  length   `yaml:"rule" doc:"thickness of the box"`
	Color color    `yaml:"color" doc:"colour of the box, as #rrggbb"`
	Fill  color    `yaml:"fill" doc:"ground of a severance made, as #rrggbb"`
	Mark  color    `yaml:"mark" doc:"ground of text still to be withheld, as #rrggbb"`
	Pad   length   `yaml:"pad" doc:"space between the box and its text"`
	Cite  multiple `yaml:"cite" doc:"size of the provisions cited, as a multiple of the text's size"`
}

type linkFile struct {
	Color     ink  `yaml:"color" doc:"as #rrggbb"`
	Underline bool `yaml:"underline" doc:"true or false"`
}

type tabFile struct {
	Width  length `yaml:"width" doc:"width of the mark; 0 for none"`
	Height length `yaml:"height" doc:"height of the mark"`
	Gap    length `yaml:"gap" doc:"space between the marks of two tabs"`
	Size   size   `yaml:"size" doc:"size of the label, e.g. 10pt"`
	Ground color  `yaml:"ground" doc:"colour of the mark, as #rrggbb"`
	Ink    color  `yaml:"ink" doc:"colour of the label, as #rrggbb"`
}

type furnitureFile struct {
	Place   place     `yaml:"place" validate:"required" doc:"header or footer"`
	Content content   `yaml:"content" validate:"required" doc:"marking, page, draft, title, stamp or tab"`
	Size    size      `yaml:"size" validate:"required" doc:"size of type, e.g. 9pt"`
	Bold    bool      `yaml:"bold" doc:"true or false"`
	Align   alignment `yaml:"align" doc:"start, center or end"`
	Color   ink       `yaml:"color" doc:"as #rrggbb; black where left out"`
	Edge    length    `yaml:"edge" validate:"required" doc:"distance of the line from the edge of the paper, e.g. 0.5in"`
}
