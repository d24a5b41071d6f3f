package diag

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"net/url"
	"path/filepath"
	"slices"
	"strings"
)

// The names that a SARIF log gives of its own form.
const (
	sarifVersion = "2.1.0"
	sarifSchema  = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)

// The objects of a SARIF log, named as in chapter 3 of the standard.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool       sarifTool       `json:"tool"`
		ColumnKind string          `json:"columnKind"`
		Artifacts  []sarifArtifact `json:"artifacts"`
		Results    []sarifResult   `json:"results"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name    string      `json:"name"`
		Version string      `json:"version,omitempty"`
		Rules   []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID         string           `json:"id"`
		Short      *sarifMessage    `json:"shortDescription,omitempty"`
		Help       *sarifMessage    `json:"help,omitempty"`
		Properties *sarifProperties `json:"properties,omitempty"`
	}
	// sarifProperties are the project's own: the number of a lint rule.
	sarifProperties struct {
		ID string `json:"id"`
	}
	sarifArtifact struct {
		Location sarifArtifactLocation `json:"location"`
	}
	sarifArtifactLocation struct {
		URI   string `json:"uri"`
		Index int    `json:"index"`
	}
	sarifResult struct {
		RuleID       string            `json:"ruleId"`
		RuleIndex    int               `json:"ruleIndex"`
		Level        string            `json:"level"`
		Message      sarifMessage      `json:"message"`
		Locations    []sarifLocation   `json:"locations,omitempty"`
		Fingerprints map[string]string `json:"partialFingerprints"`
		Fixes        []sarifFix        `json:"fixes,omitempty"`
	}
	// sarifFix is the changes that together mend a result (3.55).
	sarifFix struct {
		Description sarifMessage  `json:"description"`
		Changes     []sarifChange `json:"artifactChanges"`
	}
	sarifChange struct {
		Artifact     sarifArtifactLocation `json:"artifactLocation"`
		Replacements []sarifReplacement    `json:"replacements"`
	}
	sarifReplacement struct {
		Deleted  sarifRegion  `json:"deletedRegion"`
		Inserted sarifMessage `json:"insertedContent"`
	}
	sarifMessage struct {
		Text string `json:"text"`
	}
	sarifLocation struct {
		Physical sarifPhysicalLocation `json:"physicalLocation"`
	}
	sarifPhysicalLocation struct {
		Artifact sarifArtifactLocation `json:"artifactLocation"`
		Region   *sarifRegion          `json:"region,omitempty"`
	}
	sarifRegion struct {
		StartLine   int `json:"startLine"`
		StartColumn int `json:"startColumn"`
		EndLine     int `json:"endLine"`
		EndColumn   int `json:"endColumn"` // exclusive, like ours
	}
)

// sarif prints the report for code scanning, as a log of one run in the form of
// the OASIS standard "Static Analysis Results Interchange Format (SARIF) 2.1.0".
func (r *Report) sarif(w *bufio.Writer, opts Options) error {
	rules, ruleIndex := r.sarifRules(opts.Rules)
	artifacts, artifactOf := r.sarifArtifacts()
	log := sarifLog{sarifSchema, sarifVersion, []sarifRun{{
		Tool:       sarifTool{sarifDriver{"brief", opts.Version, rules}},
		ColumnKind: "unicodeCodePoints",
		Artifacts:  artifacts,
		Results:    []sarifResult{},
	}}}
	return streamed(w, log, "        ", func(yield func(any) bool) {
		seen := alike{}
		for f := range r.findings() {
			result := sarifResult{
				RuleID: f.Rule, RuleIndex: ruleIndex[f.Rule],
				Level:        sarifLevel(f.Severity),
				Message:      sarifMessage{f.advice()},
				Fingerprints: map[string]string{"briefFinding/v1": f.fingerprint(&seen)},
			}
			if artifact, ok := artifactOf[f.Span.File]; ok {
				place := sarifPhysicalLocation{artifact, f.region()}
				result.Locations = []sarifLocation{{place}}
				result.Fixes = f.fixes(artifact)
			}
			if !yield(result) {
				return
			}
		}
	})
}

// fixes returns how to mend the finding, or nothing.
func (f finding) fixes(artifact sarifArtifactLocation) []sarifFix {
	if len(f.Fix) == 0 || f.lines == nil {
		return nil
	}
	change := sarifChange{Artifact: artifact}
	for _, e := range f.Fix {
		start, end := f.lines.Position(e.Span.Start), f.lines.Position(e.Span.End)
		change.Replacements = append(change.Replacements, sarifReplacement{
			sarifRegion{start.Line, start.Column, end.Line, end.Column}, sarifMessage{e.Text},
		})
	}
	description := f.Hint
	if description == "" {
		description = f.Message
	}
	return []sarifFix{{sarifMessage{description}, []sarifChange{change}}}
}

// sarifRules lists the rules that were broken, sorted by slug.
func (r *Report) sarifRules(about func(string) About) ([]sarifRule, map[string]int) {
	ids := map[string]string{}
	for d := range r.All() {
		ids[d.Rule] = d.ID
	}
	rules, index := []sarifRule{}, map[string]int{}
	for _, slug := range slices.Sorted(maps.Keys(ids)) {
		index[slug] = len(rules)
		rule := sarifRule{ID: slug}
		if ids[slug] != "" {
			rule.Properties = &sarifProperties{ids[slug]}
			if about != nil {
				a := about(slug)
				rule.Short, rule.Help = &sarifMessage{a.Title}, &sarifMessage{a.Help}
			}
		}
		rules = append(rules, rule)
	}
	return rules, index
}

// sarifArtifacts lists the files of the report, sorted by name.
func (r *Report) sarifArtifacts() ([]sarifArtifact, map[string]sarifArtifactLocation) {
	names := slices.DeleteFunc(r.named(r.Diagnostics), func(name string) bool { return name == "" })
	names = slices.AppendSeq(names, maps.Keys(r.Sources))
	slices.Sort(names)
	artifacts, locations := []sarifArtifact{}, map[string]sarifArtifactLocation{}
	for i, name := range slices.Compact(names) {
		locations[name] = sarifArtifactLocation{URI: fileURI(name), Index: i}
		artifacts = append(artifacts, sarifArtifact{locations[name]})
	}
	return artifacts, locations
}

// fileURI returns a file's name as a URI reference (RFC 3986): relative, as
// names are that the user gave relative to the folder of the run, or with the
// scheme "file" (RFC 8089) if the name is absolute.
func fileURI(name string) string {
	u := url.URL{Path: filepath.ToSlash(name)}
	if filepath.IsAbs(name) {
		u.Scheme = "file"
		u.Path = "/" + strings.TrimPrefix(u.Path, "/")
	}
	return u.String()
}

func sarifLevel(s Severity) string {
	if s == Info {
		return "note"
	}
	return s.String()
}

// region returns where the finding stands, nil if that is not known.
func (f finding) region() *sarifRegion {
	if f.lines == nil {
		return nil
	}
	return &sarifRegion{f.start.Line, f.start.Column, f.end.Line, f.end.Column}
}

// alike counts the findings of a file that are alike.
type alike struct {
	file  string
	count map[string]int
}

// fingerprint tells the finding from others of the same run, in a way that
// holds from run to run while text is added, removed or moved around it: by
// file, rule, place in the note's structure without the numbers of list
// entries, and the words marked whatever their spacing. Findings alike in all
// that are told apart by their order, which seen counts; those of a file follow
// each other.
func (f finding) fingerprint(seen *alike) string {
	if seen.count == nil || seen.file != f.Span.File {
		*seen = alike{f.Span.File, map[string]int{}}
	}
	keys := strings.Split(f.Path, "/")
	for i, key := range keys {
		if key != "" && strings.Trim(key, "0123456789") == "" {
			keys[i] = "*"
		}
	}
	identity := fmt.Sprintf("%q", []string{
		filepath.ToSlash(f.Span.File), f.Rule, strings.Join(keys, "/"),
		strings.Join(strings.Fields(string(f.marked())), " "),
	})
	seen.count[identity]++
	sum := sha256.Sum256(fmt.Appendf(nil, "%s %d", identity, seen.count[identity]))
	return hex.EncodeToString(sum[:16])
}
