package lint

import (
	"strings"
	"testing"

	"briefnote/schema"
)

// decoded decodes a note whose only text is a paragraph.
func decoded(t *testing.T, lang, paragraph string) *schema.File {
	t.Helper()
	f := schema.Decode("n.yaml", []byte("kind: meeting-report\ntitle: Report\nlanguage: "+lang+"\nmarking: UNCLASSIFIED\nsummary: >-\n  "+paragraph+"\n"))
	for _, p := range f.Problems {
		t.Fatalf("%s: %s", paragraph, p.Message)
	}
	return f
}

func TestLongForm(t *testing.T) {
	tests := []struct{ text, short, long string }{
		{"the Royal Canadian Mounted Police (RCMP)", "RCMP", "Royal Canadian Mounted Police"},
		{"the RCMP (Royal Canadian Mounted Police)", "RCMP", "Royal Canadian Mounted Police"},
		{"the RCMP (the Royal Canadian Mounted Police)", "RCMP", "Royal Canadian Mounted Police"},
		{"the Government of Canada (GoC)", "GoC", "Government of Canada"},
		{"the Department of State (DOS)", "DOS", "Department of State"},
		{"the Office of Ports and Piers (OPP)", "OPP", "Office of Ports and Piers"},
		{"a violent right-wing extremist (RWE) group", "RWE", "right-wing extremist"},
		{"the North Ferry Traffic Policy Dialogue (NFTD)", "NFTD", "North Ferry Traffic Policy Dialogue"}, // a word passed over
		{"the Digital Ports Senior Officials Group (DPESOG)", "DPESOG", "Digital Ports Senior Officials Group"},
		{"the UN General Assembly (UNGA)", "UNGA", "UN General Assembly"},
		{"the Canadian Centre for Child Protection (C3P)", "C3P", "Canadian Centre for Child Protection"},
		{"Combat 18 (C18)", "C18", "Combat 18"},
		{"Bay & Harbour (B&H)", "B&H", "Bay & Harbour"},
		{"television (TV)", "TV", "television"},
		{"user experience (UX)", "UX", "user experience"},
		{"Public Safety Canada (PS)", "PS", "Public Safety Canada"},
		{"the Forum to Counter Smuggling (FCS, led by four firms)", "FCS", "Forum to Counter Smuggling"},
		{"the North Ferry Board (the “NFB”)", "NFB", "North Ferry Board"},
		{"the European Centre of Excellence on Ports (Ports CoE)", "CoE", "Centre of Excellence on Ports"},
		{"non-governmental organizations (NGOs)", "NGO", "non-governmental organizations"},
		{"the Privacy Commissioner’s Office’s (PCO) view", "PCO", "Privacy Commissioner’s Office"},

		{"the police (RCMP)", "RCMP", ""},
		{"mounted police (RCMP officers)", "RCMP", ""},
		{"work on harm in Canada (C3P, Arachnid)", "C3P", ""},
		{"carriers (CSPs such as two)", "CSP", ""},
		{"the Royal Canadian [REDACTED] Mounted Police (RCMP)", "RCMP", ""},
		{"It rained on the North Ferry. Board (NFB)", "NFB", ""},
		{"it met in Alder (CoE) (all centres)", "CoE", ""},
	}
	for _, tt := range tests {
		checkLongForm(t, "en", tt.text, tt.short, tt.long)
	}
	checkLongForm(t, "fr", "la Direction générale des services de l’eau (DGSE)", "DGSE", "Direction générale des services de l’eau")
	checkLongForm(t, "fr", "l’École de navigation (EN)", "EN", "École de navigation")
	checkLongForm(t, "fr", "l’EN (École de navigation)", "EN", "École de navigation")
}

func checkLongForm(t *testing.T, lang, text, short, long string) {
	t.Helper()
	_, passages := walk(decoded(t, lang, text).Notes[0])
	found := ""
	for _, ps := range passages {
		acronymsIn(ps, func(m mention) {
			if m.short == short && m.long != "" {
				found = m.long
			}
		})
	}
	if found != long {
		t.Errorf("%q defines %s as %q, want %q", text, short, found, long)
	}
}

func TestIsAcronym(t *testing.T) {
	for w, want := range map[string][2]bool{ // sure, possible
		"CSP": {true, true}, "IoT": {true, true}, "C3P": {true, true}, "PIPEDA": {true, true},
		"C18": {false, true}, "B&H": {false, true}, "G7": {false, true}, "IV": {false, true}, "PS752": {false, true},
		"A": {}, "Ab": {}, "McGill": {}, "YouTube": {}, "U.S": {}, "WhatsApp": {}, "a1": {},
	} {
		if sure, ok := isAcronym(w); sure != want[0] || ok != want[1] {
			t.Errorf("isAcronym(%q) = %t, %t, want %t", w, sure, ok, want)
		}
	}
}

// TestGlossary checks that the glossary spares acronyms and finds wrong names.
func TestGlossary(t *testing.T) {
	glossary := &Glossary{
		Acronyms: []Acronym{{Short: "NFSB"}},
		Names: []Name{
			{En: "North Ferry Board", Fr: "Bureau du traversier", Not: []string{"North Ferries Board", "north ferry Board"}},
			{En: "Harbour Safety Canada", Not: []string{"Harbour Safety"}},
		},
	}
	tests := []struct {
		lang, text string
		want       []string // hints, or messages of AC201
	}{
		{"en", "The NFSB met.", nil},
		{"en", "The NFSC met.", []string{`"NFSC" is not written out`}},
		{"en", "The North Ferries Board’s crews met the North Ferry Board.", []string{`write "North Ferry Board"`}},
		{"en", "The north ferry Board met the North ferry board.", []string{`write "North Ferry Board"`}},
		{"fr", "Le North Ferries Board écrit.", []string{`write "Bureau du traversier"`}},
		{"en", "Harbour Safety Canada met.", nil},
		{"en", "Harbour Safety met.", []string{`write "Harbour Safety Canada"`}},
	}
	for _, tt := range tests {
		var got []string
		for _, d := range Run([]*schema.File{decoded(t, tt.lang, tt.text)}, Options{Rules: []*Rule{usedBeforeDefined, entityGlossary}, Glossary: glossary}) {
			if d.ID == "AC201" {
				got = append(got, d.Message)
			} else {
				got = append(got, d.Hint)
			}
		}
		if strings.Join(got, "\n") != strings.Join(tt.want, "\n") {
			t.Errorf("%q gives %q, want %q", tt.text, got, tt.want)
		}
	}
}

// TestKnown checks that the list of known acronyms is in the order that it is
// searched for.
func TestKnown(t *testing.T) {
	p := &Pass{Glossary: &Glossary{}}
	for _, short := range []string{"RCMP", "GRC", "UN", "ONU", "FBI", "NATO", "USB"} {
		if !known(p, short) {
			t.Errorf("%s is not known", short)
		}
	}
	if known(p, "CSP") {
		t.Error("CSP is known")
	}
}
