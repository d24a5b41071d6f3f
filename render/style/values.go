package style

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
)

// length is a distance, in points once read.
type length float64

// units are the units of length, in points.
var units = []struct {
	name   string
	points float64
}{{"pt", 1}, {"mm", 72 / 25.4}, {"cm", 72 / 2.54}, {"in", 72}}

// longest is more than any paper is long, in points.
const longest = 2000

// DecodeScalar reads a number with its unit: 12pt, 4mm, 1.5cm, 1in, or 0.
func (l *length) DecodeScalar(s string) error {
	v, err := points(s)
	if err != nil {
		return err
	}
	if v < 0 || v > longest {
		return fmt.Errorf("a distance must lie between 0 and %dpt, and %s does not", longest, s)
	}
	*l = length(v)
	return nil
}

func points(s string) (float64, error) {
	s = strings.TrimSpace(s)
	if s == "0" {
		return 0, nil
	}
	for _, u := range units {
		number, ok := strings.CutSuffix(s, u.name)
		if !ok {
			continue
		}
		v, err := strconv.ParseFloat(strings.TrimSpace(number), 64)
		if err == nil && !math.IsNaN(v) {
			return v * u.points, nil
		}
	}
	return 0, fmt.Errorf("%q is not a length: write a number and its unit, such as 12pt, 4mm, 1.5cm or 1in", s)
}

// size is a size of type in points.
type size float64

// DecodeScalar reads a length that type can have.
func (z *size) DecodeScalar(s string) error {
	v, err := points(s)
	if err != nil {
		return err
	}
	if v < 4 || v > 96 {
		return fmt.Errorf("type must be between 4pt and 96pt, and %s is not", s)
	}
	*z = size(v)
	return nil
}

// multiple is a number without a unit.
type multiple float64

// DecodeScalar reads a multiple of a size of type.
func (m *multiple) DecodeScalar(s string) error {
	v, err := strconv.ParseFloat(strings.TrimSpace(s), 64)
	if err != nil || math.IsNaN(v) {
		return fmt.Errorf("%q is not a number: write a multiple of the size of type, such as 1.3", s)
	}
	if v < 0.1 || v > 4 {
		return fmt.Errorf("a multiple of the size of type must lie between 0.1 and 4, and %s does not", s)
	}
	*m = multiple(v)
	return nil
}

// color is a colour of lines and grounds.
type color Color

// DecodeScalar reads a colour written #rrggbb.
func (c *color) DecodeScalar(s string) error {
	digits, ok := strings.CutPrefix(strings.TrimSpace(s), "#")
	v, err := strconv.ParseUint(digits, 16, 24)
	if !ok || err != nil || len(digits) != 6 {
		return fmt.Errorf(`%q is not a colour: write it like "#1a2b3c"`, s)
	}
	*c = color{uint8(v >> 16), uint8(v >> 8), uint8(v)}
	return nil
}

// ink is a colour of text on paper.
type ink Color

// legible is the least contrast of text with its ground (WCAG 2.1, 1.4.3).
const legible = 4.5

// DecodeScalar reads a colour that is dark enough for text.
func (c *ink) DecodeScalar(s string) error {
	var v color
	if err := v.DecodeScalar(s); err != nil {
		return err
	}
	if k := Contrast(Color(v), Color{255, 255, 255}); k < legible {
		return fmt.Errorf("text in %s on white paper has a contrast of %.1f to 1, and needs %.1f: take a darker colour", s, math.Floor(k*10)/10, legible)
	}
	*c = ink(v)
	return nil
}

// Contrast returns the contrast ratio of two colours, from 1 to 21, as WCAG
// 2.1 defines it.
func Contrast(a, b Color) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// luminance is the relative luminance of a colour (WCAG 2.1, definitions).
func luminance(c Color) float64 {
	part := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*part(c.R) + 0.7152*part(c.G) + 0.0722*part(c.B)
}

// paperName is a size of paper by its name.
type paperName string

// papers are the sizes that notes are printed on (ANSI A, ISO A4), in points.
var papers = []Paper{{"letter", 612, 792}, {"a4", 595.276, 841.89}}

// DecodeScalar reads the name of a size of paper.
func (p *paperName) DecodeScalar(s string) error {
	s = strings.ToLower(strings.TrimSpace(s))
	for _, known := range papers {
		if known.Name == s {
			*p = paperName(s)
			return nil
		}
	}
	return errors.New("the paper is letter or a4")
}

// paper returns the size of a name that was read.
func (p paperName) paper() Paper {
	for _, known := range papers {
		if known.Name == string(p) {
			return known
		}
	}
	return papers[0]
}

// alignment is where lines start.
type alignment Align

// DecodeScalar reads start, center or end.
func (a *alignment) DecodeScalar(s string) error {
	switch s = strings.TrimSpace(s); s {
	case "start":
		*a = ""
	case "center", "end":
		*a = alignment(s)
	default:
		return fmt.Errorf("%q is no alignment: write start, center or end", s)
	}
	return nil
}

// place is where a line of furniture stands.
type place Place

// DecodeScalar reads header or footer.
func (p *place) DecodeScalar(s string) error {
	switch s = strings.TrimSpace(s); Place(s) {
	case Header, Footer:
		*p = place(s)
		return nil
	}
	return fmt.Errorf("%q is no place of a page: write header or footer", s)
}

// content is what a line of furniture says.
type content Content

// contents are all that furniture can say.
var contents = []string{
	string(ContentMarking), string(ContentPage), string(ContentDraft), string(ContentTitle), string(ContentStamp), string(ContentTab),
}

// DecodeScalar reads one of the contents of furniture.
func (c *content) DecodeScalar(s string) error {
	s = strings.TrimSpace(s)
	if !slices.Contains(contents, s) {
		last := len(contents) - 1
		return fmt.Errorf("%q is nothing that a header or footer can say: write %s or %s", s, strings.Join(contents[:last], ", "), contents[last])
	}
	*c = content(s)
	return nil
}
