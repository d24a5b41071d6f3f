package samples

import (
	"os"
	"strings"
	"testing"

	"briefnote/diag"
	"briefnote/lint"
	"briefnote/schema"
)

// named says of rules on which lines of the release a reader found them broken.
// Lines whose fault did not survive the transcription are left out: page
// furniture, doubled marks, and sentences that a page break had cut in two.
var named = map[string][]int{
	"BN012": {960},
	"BN013": {45, 106, 923, 1113, 177, 213, 317, 350, 428, 465, 552, 586, 1298, 1337},
	"BN015": {842},
	"BN016": {106, 1113, 822},
	"BN017": {19},
	"BN022": {981},
	"PL101": {25, 35, 36, 54, 59, 74, 80, 1023, 1024, 1025, 1026, 1042, 852, 904},
	"PL102": {169, 306, 365, 426, 480, 541, 601, 679, 746, 1352},
	"PL103": {947, 1142, 1148, 1188},
	"PL106": {88, 90, 1101},
	"PL107": {163, 301, 421, 536, 671, 1188, 1287, 786, 24, 144, 279, 401, 515, 656, 930, 1264},
	"PL108": {1190},
	"PL109": {1188, 1190},
	"PL111": {966},
	"PL112": {921, 904, 1023, 1190},
	"PL113": {81, 162, 300, 421, 670, 1093, 921},
	"PL114": {88, 1101},
	"PL115": {1166, 794, 806},
	"AC201": {112, 842, 1119, 1064, 1052, 1068, 143, 278, 400, 514, 1222, 1214, 788, 804, 156, 292, 413, 527, 1274},
	"AC202": {80, 921, 1074, 1080, 1127, 1134, 1148, 1060, 1123, 1216, 1218},
	"AC203": {1220, 962},
	"AC204": {962, 1058, 1076, 1123, 1136},
	"AC205": {1127, 921, 857, 1146},
	"AC206": {363, 599, 737, 279, 515},
	"AC207": {788},
	"AC208": {808},
	"AC210": {786},
	"AC211": {988},
	"TY301": {1070, 1228},
	"TY302": {981, 1222, 1226},
	"TY303": {139, 274, 396, 510, 634, 1256},
	"TY304": {139, 274, 396, 510, 634, 1256},
	"TY305": {88, 100, 788, 932, 938, 981, 1101, 1146, 1188, 1216},
	"TY306": {853, 919, 936, 955, 981, 1060},
	"TY307": {169, 306, 426, 541, 679},
	"TY308": {776},
	"TY311": {274, 280, 286},
	"TY313": {90, 917, 904, 1023, 236},
	"TY314": {776, 814, 1002, 917},
	"TY316": {7, 829, 988, 1176, 1194},
	"TY317": {1093, 1095},
	"TY318": {859, 776, 816, 822},
	"TY321": {857},
	"RL404": {380, 616, 279, 280, 368, 515, 1294},
	"RL410": {88, 402, 510, 1268},
	"RL414": {1025, 905, 1023},
	"RL415": {894, 900, 904, 905},
	"RL416": {870},
}

// inAll says how often rules are broken in the whole release, where no line
// has words to find them by.
var inAll = map[string]int{"BN014": 6, "RL401": 94, "RL402": 14}

// TestNamedFindings checks that lint finds, at the very words, what readers of
// the release found: at least 95 of 100.
func TestNamedFindings(t *testing.T) {
	report := linted(t, "fcm-2019/*.yaml", lint.ProfileDraft)
	src, err := os.ReadFile(releaseFile)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(string(src), "\n")
	fileOf := filesByLine(t)
	all, found := 0, 0
	for rule, at := range named {
		for _, n := range at {
			all++
			if findingAt(report, rule, fileOf[n], folded(lines[n-1])) {
				found++
			} else {
				t.Logf("%s is not found on line %d: %.90s", rule, n, lines[n-1])
			}
		}
	}
	count := map[string]int{}
	for _, d := range report.Diagnostics {
		count[d.ID]++
	}
	for rule, want := range inAll {
		if count[rule] != want {
			t.Errorf("%s is broken %d times, want %d", rule, count[rule], want)
		}
	}
	t.Logf("%d of %d found", found, all)
	if found*100 < all*95 {
		t.Errorf("%d of %d findings that readers named are found, want 95 of 100", found, all)
	}
}

// filesByLine returns for each line of the release the note that holds it.
func filesByLine(t *testing.T) map[int]string {
	t.Helper()
	out := map[int]string{}
	for _, s := range samplesOf(t, "fcm-2019/*.yaml") {
		if _, notice := s.note.(*schema.WithheldNotice); notice {
			continue
		}
		for n := s.note.Env().Source.Lines[0]; n <= s.note.Env().Source.Lines[1]; n++ {
			out[n] = "fcm-2019/" + s.name
		}
	}
	return out
}

// findingAt reports whether a rule has a finding in a file whose words are part
// of a line of the release, or begin or end with it as that of a paragraph does.
func findingAt(r *diag.Report, rule, file, line string) bool {
	for _, d := range r.Diagnostics {
		if d.ID != rule || d.Span.File != file {
			continue
		}
		words := folded(string(r.Sources[file][d.Span.Start:d.Span.End]))
		if strings.Contains(line, words) || len(line) > 20 && strings.Contains(words, line) {
			return true
		}
	}
	return false
}

// folded returns words as they can be compared: without marks of lists and
// emphasis, one space apart.
func folded(s string) string {
	s = strings.NewReplacer("*", "", "•", "", "- ", " ", `\$`, "$").Replace(s)
	return strings.Join(strings.Fields(s), " ")
}
