package main

import (
	"bufio"
	"image"
	"image/color"
	"image/draw"
	"strings"
	"testing"

	"briefnote/render/style"
)

func TestMisplaced(t *testing.T) {
	for _, c := range []struct {
		name string
		box  box
		want string // part of the fault; "" for none
	}{
		{"in the text", box{72, 72, 540, 84}, ""},
		{"over the top by the height that letters lack", box{72, 69, 90, 81}, ""},
		{"under the last line by a descender", box{72, 711, 90, 723}, ""},
		{"off the page to the right", box{600, 100, 620, 112}, "outside the page"},
		{"off the page at the foot", box{72, 785, 90, 797}, "outside the page"},
		{"in the right margin", box{530, 100, 545, 112}, "beside the text"},
		{"in the left margin", box{60, 100, 90, 112}, "beside the text"},
		{"in the upper margin", box{72, 62, 90, 74}, "above or below"},
		{"in the lower margin", box{72, 716, 90, 728}, "above or below"},
	} {
		p := page{Width: 612, Height: 792, Words: []word{{c.box, "word"}}, text: 1}
		faults := strings.Join(misplaced(&p, 1, inch, style.TabStyle{Width: 26}), "\n")
		if (c.want == "") != (faults == "") || !strings.Contains(faults, c.want) {
			t.Errorf("%s: faults %q, want %q", c.name, faults, c.want)
		}
	}
	mark := page{Width: 612, Height: 792, Words: []word{{box{594, 100, 602, 112}, "A"}}}
	if faults := misplaced(&mark, 1, inch, style.TabStyle{Width: 26}); len(faults) > 0 {
		t.Errorf("the mark of a tab: %q", faults)
	}
	footer := page{Width: 612, Height: 792, Words: []word{{box{72, 740, 90, 752}, "Page"}}}
	if faults := misplaced(&footer, 1, inch, style.TabStyle{}); len(faults) > 0 {
		t.Errorf("a footer: %q", faults)
	}
}

// canvas is a picture of a page of 200 by 100 points, a pixel each.
func canvas(background uint8, inked ...image.Rectangle) *image.Gray {
	picture := image.NewGray(image.Rect(0, 0, 200, 100))
	draw.Draw(picture, picture.Rect, image.NewUniform(color.Gray{background}), image.Point{}, draw.Src)
	for _, r := range inked {
		draw.Draw(picture, r, image.NewUniform(color.Gray{20}), image.Point{}, draw.Src)
	}
	return picture
}

func TestUnseen(t *testing.T) {
	elsewhere := image.Rect(100, 80, 110, 90)
	letters := []image.Rectangle{image.Rect(21, 14, 27, 19), image.Rect(29, 14, 35, 19), image.Rect(37, 14, 43, 19), image.Rect(45, 14, 49, 19)}
	without := func(i int) []image.Rectangle {
		return append(append([]image.Rectangle{elsewhere}, letters[:i]...), letters[i+1:]...)
	}
	for _, c := range []struct {
		name    string
		picture *image.Gray
		word    string
		want    string // part of the fault; "" for none
	}{
		{"every letter", canvas(255, append(letters, elsewhere)...), "word", ""},
		{"on a fill", canvas(220, append(letters, elsewhere)...), "word", ""},
		{"a blank page", canvas(255), "word", "page 1 is blank"},
		{"a page of one colour", canvas(20), "word", "page 1 is blank"},
		{"no letter", canvas(255, elsewhere), "word", `"word" has no ink, at 20 across and 10 down`},
		{"a line under no letter", canvas(255, elsewhere, image.Rect(20, 20, 50, 21)), "word", "has no ink"},
		{"the first letter blank", canvas(255, without(0)...), "word", "lacks ink in part"},
		{"a letter within blank", canvas(255, without(2)...), "word", "lacks ink in part"},
		{"the last letter blank", canvas(255, without(3)...), "word", "lacks ink in part"},
		{"low lines", canvas(255, elsewhere, image.Rect(20, 20, 50, 21)), "____", ""},
		{"a mark over a letter", canvas(255, elsewhere), "\u0301", ""},
	} {
		p := page{Width: 200, Height: 100, Words: []word{{box{20, 10, 50, 22}, c.word}}}
		faults := strings.Join(unseen(c.picture, &p, 1), "\n")
		if (c.want == "") != (faults == "") || !strings.Contains(faults, c.want) {
			t.Errorf("%s: faults %q, want %q", c.name, faults, c.want)
		}
	}
}

func TestReadPGM(t *testing.T) {
	r := bufio.NewReader(strings.NewReader("P5\n2 1\n255\n\x00\xffP5\n1 1\n255\n\nP5\n9 9\n255\n\x00"))
	for i, want := range []string{"\x00\xff", "\n"} {
		picture, err := readPGM(r)
		if err != nil || string(picture.Pix) != want {
			t.Errorf("picture %d: %v, %v", i, picture, err)
		}
	}
	for _, bad := range []string{"P5\n9 9\n255\n\x00", "P6\n1 1\n255\n\x00\x00\x00", "P5\n1 1\n65535\n\x00\x00", ""} {
		if _, err := readPGM(bufio.NewReader(strings.NewReader(bad))); err == nil {
			t.Errorf("%q is read as a picture", bad)
		}
	}
}
