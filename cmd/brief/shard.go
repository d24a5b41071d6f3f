package main

import (
	"cmp"
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// shard is one of several equal parts of a list of files, so that several
// runs can share the work.
type shard struct {
	index int // from 1
	count int
}

// allShards is the value of --shard for all of the files.
const allShards = "1/1"

// completionIndex is the variable in which an Indexed Job of Kubernetes tells
// each of its pods, from 0, which one it is.
const completionIndex = "JOB_COMPLETION_INDEX"

// parseShard makes sense of --shard: I/N, or auto/N.
func (a *app) parseShard(value string) (shard, error) {
	which, many, _ := strings.Cut(value, "/")
	count, ok := number(many)
	index, written := number(which)
	switch {
	case !ok || count == 0 || !written && which != "auto":
		return shard{}, usage(fmt.Sprintf("--shard cannot be %q", value),
			"write which shard of how many, such as 3/8, or auto/8 in an Indexed Job of Kubernetes")
	case which == "auto":
		return a.autoShard(count)
	case index == 0 || index > count:
		return shard{}, usage(fmt.Sprintf("--shard cannot be %q: there is no shard %d of %d", value, index, count),
			fmt.Sprintf("shards are counted from 1: write 1/%d to %d/%d", count, count, count))
	}
	return shard{index, count}, nil
}

// autoShard reads which shard it is from the environment.
func (a *app) autoShard(count int) (shard, error) {
	value := a.env(completionIndex)
	index, ok := number(value)
	switch {
	case value == "":
		return shard{}, usage(fmt.Sprintf("--shard auto/%d needs %s, which is not set", count, completionIndex),
			fmt.Sprintf("an Indexed Job of Kubernetes sets it; elsewhere write the shard, such as 1/%d", count))
	case !ok:
		return shard{}, usage(fmt.Sprintf("%s cannot be %q", completionIndex, value), "an Indexed Job of Kubernetes sets it to a whole number from 0")
	case index >= count:
		return shard{}, usage(fmt.Sprintf("%s is %d, and --shard auto/%d is for 0 to %d", completionIndex, index, count, count-1),
			"write as many shards as the Job has completions")
	}
	return shard{index + 1, count}, nil
}

// number reads a whole number that has no sign.
func number(text string) (int, bool) {
	n, err := strconv.Atoi(text)
	return n, err == nil && n >= 0 && text[0] != '+' && text[0] != '-'
}

// String returns the shard as it is written on the command line.
func (s shard) String() string { return fmt.Sprintf("%d/%d", s.index, s.count) }

// of returns the files of the shard, in their order: of the list in the order
// of names, every count-th from the index-th on. It depends on names alone,
// so that all runs agree without a look into any file.
func (s shard) of(files []source) []source {
	if s.count == 1 {
		return files
	}
	sorted := make([]int, len(files))
	for i := range sorted {
		sorted[i] = i
	}
	slices.SortFunc(sorted, func(i, j int) int {
		return cmp.Compare(filepath.ToSlash(files[i].name), filepath.ToSlash(files[j].name))
	})
	var mine []int
	for i := s.index - 1; i < len(sorted); i += s.count {
		mine = append(mine, sorted[i])
	}
	slices.Sort(mine)
	var out []source
	for _, i := range mine {
		out = append(out, files[i])
	}
	return out
}
