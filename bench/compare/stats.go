package main

import (
	"bytes"
	"compress/zlib"
	"io"
	"math"
	"regexp"
	"slices"
)

// median returns the middle value.
func median(values []float64) float64 {
	s := slices.Sorted(slices.Values(values))
	n := len(s)
	if n == 0 {
		return math.NaN()
	}
	return (s[(n-1)/2] + s[n/2]) / 2
}

// interval returns between which values the median of many more runs lies, in
// 95 of 100 cases: the k-th from either end, where fewer than k of n runs lie
// on one side of the true median in 2.5 of 100 cases (the sign test's
// interval). Of fewer than six runs it is the lowest and the highest.
func interval(values []float64) (low, high float64) {
	s := slices.Sorted(slices.Values(values))
	n := len(s)
	if n == 0 {
		return math.NaN(), math.NaN()
	}
	k, ways, below := 0, 1.0, 1.0 // ways to choose k of n, and all for fewer than or as many as k
	for below/math.Pow(2, float64(n)) <= 0.025 {
		k++
		ways *= float64(n-k+1) / float64(k)
		below += ways
	}
	k = max(k, 1)
	return s[k-1], s[n-k]
}

var (
	pageObject   = regexp.MustCompile(`/Type\s*/Page\b`)
	objectStream = regexp.MustCompile(`/ObjStm[^\x00]*?stream\r?\n`)
)

// pages counts the pages of a PDF file: its page objects, those inside streams
// of objects included.
func pages(pdf []byte) int {
	n := len(pageObject.FindAll(pdf, -1))
	for _, at := range objectStream.FindAllIndex(pdf, -1) {
		r, err := zlib.NewReader(bytes.NewReader(pdf[at[1]:]))
		if err != nil {
			continue // a word of a text, not a stream
		}
		objects, _ := io.ReadAll(r) // what is left of a broken stream has no pages that a reader would show
		n += len(pageObject.FindAll(objects, -1))
	}
	return n
}
