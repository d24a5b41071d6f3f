package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"image"
	"io"
	"math"
	"strings"
	"unicode"
)

const (
	resolution = 100  // of the pictures of pages, in dots an inch
	darker     = 48   // how much darker than its background ink is, of 255
	widest     = 0.3  // the widest strip without ink in a word, as a part of its height; an arrow has 0.2 beside it
	baseline   = 0.81 // where the baseline of a word is, as a part of its height
)

// inkOf draws the pages of a PDF, and returns the words that one cannot see.
func inkOf(path string, pages []page) []string {
	src, err := output("pdftoppm", "-gray", "-r", fmt.Sprint(resolution), path)
	if err != nil {
		return []string{err.Error()}
	}
	var faults []string
	pictures := bufio.NewReader(bytes.NewReader(src))
	for i := range pages {
		picture, err := readPGM(pictures)
		if err != nil {
			return append(faults, fmt.Sprintf("page %d: its picture cannot be read: %v", i+1, err))
		}
		faults = append(faults, unseen(picture, &pages[i], i+1)...)
	}
	return faults
}

// readPGM reads the next picture of those that pdftoppm writes one after the
// other (netpbm's "P5", a byte a pixel).
func readPGM(r *bufio.Reader) (*image.Gray, error) {
	var width, height, white int
	if _, err := fmt.Fscanf(r, "P5\n%d %d\n%d\n", &width, &height, &white); err != nil {
		return nil, err
	}
	if white != 255 || width <= 0 || height <= 0 || width*height > 1<<26 {
		return nil, errors.New("it is no picture of a byte a pixel")
	}
	picture := image.NewGray(image.Rect(0, 0, width, height))
	_, err := io.ReadFull(r, picture.Pix)
	return picture, err
}

// unseen returns the words of a page that have no ink, or have it only in part,
// as they do where a glyph is blank. A page without any ink is at fault too.
func unseen(picture *image.Gray, p *page, number int) []string {
	if strip, width := bare(picture, picture.Rect); strip == width {
		return []string{fmt.Sprintf("page %d is blank", number)}
	}
	scale := float64(picture.Rect.Dx()) / p.Width
	var faults []string
	for _, w := range p.Words {
		lacks := ""
		switch strip, width := bare(picture, pixels(w, scale)); {
		case width == 0 || !visible(w.Text):
			continue
		case strip == width:
			lacks = "has no ink"
		case float64(strip) > widest*w.height()*scale:
			lacks = "lacks ink in part"
		default:
			continue
		}
		faults = append(faults, fmt.Sprintf("page %d: %q %s, at %.0f across and %.0f down", number, w.Text, lacks, w.Left, w.Top))
	}
	return faults
}

// visible reports whether a word has letters or signs of its own, rather than
// marks over those of others alone.
func visible(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.IsGraphic(r) && !unicode.Is(unicode.M, r) })
}

// pixels returns the place of a word in the picture, from its ascent to its
// baseline: below it may stand the line under a link, which is no ink of its
// letters.
func pixels(w word, scale float64) image.Rectangle {
	bottom := w.Top + baseline*w.height()
	if strings.Contains(w.Text, "_") {
		bottom = w.Bottom
	}
	return image.Rect(
		int(math.Floor(w.Left*scale)), int(math.Floor(w.Top*scale)),
		int(math.Ceil(w.Right*scale)), int(math.Ceil(bottom*scale)),
	)
}

// bare returns the width of the widest strip of a part of the picture that has
// no ink from top to bottom, and the width of the part.
func bare(picture *image.Gray, part image.Rectangle) (strip, width int) {
	part = part.Intersect(picture.Rect)
	white := brightest(picture, part)
	for x, run := part.Min.X, 0; x < part.Max.X; x++ {
		run++
		for y := part.Min.Y; y < part.Max.Y; y++ {
			if int(picture.GrayAt(x, y).Y)+darker <= white {
				run = 0
				break
			}
		}
		strip = max(strip, run)
	}
	return strip, part.Dx()
}

// brightest returns the value of the background of a part of the picture.
func brightest(picture *image.Gray, part image.Rectangle) int {
	value := 0
	for y := part.Min.Y; y < part.Max.Y; y++ {
		for x := part.Min.X; x < part.Max.X; x++ {
			value = max(value, int(picture.GrayAt(x, y).Y))
		}
	}
	return value
}
