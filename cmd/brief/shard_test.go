package main

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
)

// TestShards shares out lists of all lengths among all numbers of shards: each
// file is in exactly one, in the order of the list, and the shards are of one
// size but for one file. Where the list begins makes no difference.
func TestShards(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		files := randomFiles(r)
		shuffled := slices.Clone(files)
		r.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		count := 1 + r.IntN(len(files)+3)
		in := map[string]int{}
		for index := 1; index <= count; index++ {
			part := shard{index, count}.of(files)
			if least := len(files) / count; len(part) != least && len(part) != least+1 {
				t.Fatalf("shard %d of %d has %d of %d files", index, count, len(part), len(files))
			}
			last := -1
			for _, s := range part {
				at := slices.IndexFunc(files, func(f source) bool { return f.name == s.name })
				if at <= last {
					t.Fatalf("shard %d of %d is not in the order of the list", index, count)
				}
				last = at
				in[s.name] = index
			}
			for _, s := range (shard{index, count}).of(shuffled) {
				if in[s.name] != index {
					t.Fatalf("%s changes its shard with the order of the list", s.name)
				}
			}
		}
		total := 0
		for index := 1; index <= count; index++ {
			total += len(shard{index, count}.of(files))
		}
		if len(in) != len(files) || total != len(files) {
			t.Fatalf("%d shards have %d files, %d of them different ones; the list has %d", count, total, len(in), len(files))
		}
	}
}

// randomFiles lists files with different names.
func randomFiles(r *rand.Rand) []source {
	var files []source
	for _, i := range r.Perm(r.IntN(40)) {
		files = append(files, source{name: fmt.Sprintf("%c/%c-%d.yaml", 'a'+rune(r.IntN(3)), 'a'+rune(r.IntN(3)), i)})
	}
	return files
}
