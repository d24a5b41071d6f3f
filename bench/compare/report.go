package main

import (
	"bytes"
	"fmt"
	"os"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"time"
)

// moment is the day and how busy the machine is, on average of a minute.
func moment() string {
	day := time.Now().UTC().Format("2006-01-02")
	load, err := os.ReadFile("/proc/loadavg")
	if err != nil {
		return day
	}
	return fmt.Sprintf("%s, load %s before", day, strings.Fields(string(load))[0])
}

var modelName = regexp.MustCompile(`model name\s*:\s*(.*)`)

// machine describes the processor, and nothing that tells one such machine
// from another.
func machine() string {
	model := runtime.GOARCH
	if info, err := os.ReadFile("/proc/cpuinfo"); err == nil {
		if m := modelName.FindSubmatch(info); m != nil {
			model = string(m[1])
		}
	}
	return fmt.Sprintf("%d cores, %s, %s, %s", runtime.NumCPU(), model, runtime.GOOS, runtime.Version())
}

// report writes the table.
func (c *comparison) report() []byte {
	b := &bytes.Buffer{}
	fmt.Fprintf(b, "# brief beside other tools\n\nWritten by `go run ./bench/compare`; README.md says what each number means.\n\n")
	c.circumstances(b)
	c.bars(b)
	c.contestTable(b)
	c.soloTable(b)
	fmt.Fprintf(b, "\n## Time a page\n\nThe whole path inside one process, from bytes to bytes: the benchmark `BenchmarkStages/…/whole`.\n\n")
	fmt.Fprintf(b, "| Pages | Time a page | Beside the shortest |\n|--:|--:|--:|\n")
	for _, f := range c.flat {
		fmt.Fprintf(b, "| %d | %s | %+.0f %% |\n", f.pages, seconds(f.took), (f.took/c.flat[0].took-1)*100)
	}
	return b.Bytes()
}

// circumstances says where, how and with what was measured.
func (c *comparison) circumstances(b *bytes.Buffer) {
	fmt.Fprintf(b, "- Date: %s\n- Machine: %s\n- Command: `%sgo run ./bench/compare %s`\n- Tools: %s\n\n",
		c.began, machine(), place(), c.flags(), c.versions())
}

// place says where files were, if not where the system has temporary ones.
func place() string {
	if dir := os.Getenv("TMPDIR"); dir != "" {
		return "TMPDIR=" + dir + " "
	}
	return ""
}

func (c *comparison) flags() string {
	if c.lint {
		lint := *c.options
		lint.lint = false
		return "-lint " + (&comparison{options: &lint}).flags()
	}
	if c.quick {
		return "-quick"
	}
	return fmt.Sprintf("-runs %d -long %d -batch %d", c.cold, c.long, c.batch)
}

func (c *comparison) versions() string {
	var all []string
	for name, version := range c.tools {
		all = append(all, name+" "+version)
	}
	slices.Sort(all)
	return strings.Join(all, ", ")
}

// contestTable sets brief beside the others.
func (c *comparison) contestTable(b *bytes.Buffer) {
	fmt.Fprintf(b, "\n## Beside others\n\nWhole processes, run in turn; times are medians, by the note.\n\n")
	fmt.Fprintf(b, "| What | Other tool | brief | Other | Faster by | in 95 %% of cases | brief, memory | Other, memory | brief, pages | Other, pages | Pairs |\n")
	fmt.Fprintf(b, "|---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n")
	for _, p := range c.pairs {
		fmt.Fprintf(b, "| %s | %s | ", p.what, p.peer.tool)
		if p.theirs == nil {
			fmt.Fprintf(b, "%s | not installed | | | %s | | %s | | |\n", perNote(&p.ours, p.notes), megabytes(p.ours.peak()), count(p.ours.pages))
			continue
		}
		low, high := interval(p.ratios())
		fmt.Fprintf(b, "%s | %s | **%.1f ×** | %.1f–%.1f | %s | %s | %s | %s | %d |\n",
			perNote(&p.ours, p.notes), perNote(p.theirs, p.notes), median(p.ratios()), low, high,
			megabytes(p.ours.peak()), megabytes(p.theirs.peak()), count(p.ours.pages), count(p.theirs.pages), p.runs)
	}
}

// soloTable says what brief takes by itself.
func (c *comparison) soloTable(b *bytes.Buffer) {
	fmt.Fprintf(b, "\n## By itself\n\nWhole processes.\n\n| What | Pages | Time | A page | Memory | Size |\n|---|--:|--:|--:|--:|--:|\n")
	for _, s := range c.alone {
		o := &s.outcome
		fmt.Fprintf(b, "| %s | %s | %s | %s | %s | %.1f MB |\n", s.what, count(o.pages), seconds(o.time()),
			seconds(o.time()/float64(o.pages)), megabytes(o.peak()), float64(o.size)/1e6)
	}
}

func perNote(o *outcome, notes int) string {
	if len(o.readings) == 0 {
		return "not measured"
	}
	return seconds(o.time() / float64(notes))
}

// seconds prints a time with three digits or so.
func seconds(s float64) string {
	switch {
	case s >= 1:
		return fmt.Sprintf("%.2f s", s)
	case s >= 0.1:
		return fmt.Sprintf("%.0f ms", s*1e3)
	case s >= 0.001:
		return fmt.Sprintf("%.1f ms", s*1e3)
	default:
		return fmt.Sprintf("%.0f µs", s*1e6)
	}
}

func megabytes(bytes float64) string {
	if !(bytes > 0) { // not told, or not measured
		return "–"
	}
	return fmt.Sprintf("%.0f MB", bytes/1e6)
}

// count prints a number of pages; formats without pages have none.
func count(pages int) string {
	if pages == 0 {
		return "–"
	}
	return fmt.Sprint(pages)
}
