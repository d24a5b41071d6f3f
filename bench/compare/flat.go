package main

import (
	"bufio"
	"bytes"
	"fmt"
	"os/exec"
	"regexp"
	"strconv"
)

// flatness is what a page of a note takes, start of the process left out.
type flatness struct {
	pages int
	took  float64 // seconds a page
}

// benchmarkLine is what the benchmarks of package bench print for a note of
// many pages: "…/10-pages/whole-2  20  5640217 ns/op … 512747 ns/page  11.00 pages …".
var benchmarkLine = regexp.MustCompile(`-pages/whole\S*\s.*?([\d.]+) ns/page\s+([\d.]+) pages`)

// benchmark runs the benchmark of the whole path on notes of 10 to 10,000
// pages, several times, and returns the medians.
func (c *comparison) benchmark() ([]flatness, error) {
	args := []string{"test", "-run", "^$", "-bench", "^BenchmarkStages$/^10+-pages$/^whole$", "-benchtime", "1s", "-count", "5", "./bench"}
	if c.quick {
		args = append(args, "-short", "-count", "1")
	}
	out, err := exec.CommandContext(c.ctx, "go", args...).CombinedOutput()
	if err != nil {
		return nil, fmt.Errorf("go test: %w\n%s", err, out)
	}
	var order []int
	took := map[int][]float64{}
	for lines := bufio.NewScanner(bytes.NewReader(out)); lines.Scan(); {
		m := benchmarkLine.FindStringSubmatch(lines.Text())
		if m == nil {
			continue
		}
		ns, _ := strconv.ParseFloat(m[1], 64)    // the pattern lets only numbers through
		pages, _ := strconv.ParseFloat(m[2], 64) // as does this one
		if took[int(pages)] == nil {
			order = append(order, int(pages))
		}
		took[int(pages)] = append(took[int(pages)], ns/1e9)
	}
	var all []flatness
	for _, n := range order {
		all = append(all, flatness{n, median(took[n])})
	}
	if len(all) == 0 {
		return nil, fmt.Errorf("the benchmarks printed no times:\n%s", out)
	}
	return all, nil
}
