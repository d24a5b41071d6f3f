package lint

import (
	"slices"
	"strings"
	"sync"
)

// readersKnow are acronyms that every reader in a federal department knows, in
// both languages, in order. What only some know (ATF, CVE, STCA) belongs in a
// department's glossary. Words that are set in capitals for emphasis, and
// markings, are no acronyms.
var readersKnow = sync.OnceValue(func() []string {
	return sorted(
		// Federal bodies and offices.
		`RCMP GRC CSIS SCRS CBSA ASFC CRA ARC PCO BCP PMO CPM TBS SCT DND MDN CAF FAC CBC CRTC CMHC SCHL CFIA ACIA
	GC IRCC ESDC EDSC GAC AMC PSPC SPAC CSC SCC PHAC ASPC CSE CST PM DM ADM SMA DG MP MPP MLA ATIP AIPRP GBA ACS GC HR RH IT TI IM`,
		// Provinces and territories, as the post office writes them.
		`AB BC CB MB NB NL NS NT NU ON PE PEI QC SK YT`,
		// The world.
		`UN ONU EU UE UK US USA NATO OTAN WHO OMS UNESCO UNICEF NASA FBI CIA NORAD NAFTA ALENA CUSMA ACEUM OECD OCDE IMF FMI
	WTO OMC INTERPOL DC USSR URSS`,
		// Everyday life.
		`AI IA AIDS SIDA HIV VIH ADHD DNA ADN RNA COVID GDP PIB GST TPS HST TVH PST SIN NAS ID TV DVD CD PDF USB URL HTML SMS GPS
	SIM PIN FAQ ICT TIC CEO PDG CFO NGO ONG VIP SOS LED OK PhD BA MBA MD RSVP ATM GPS PCB CO HVAC SUV UFO IQ MRI IRM NHL BBC CNN CTV
	IBM LGBT LGBTQ LGBTQI CAD USD EUR GBP AM EST EDT PST PDT MST MDT UTC GMT HNE HAE SAR HMCS NCSM USS HMS TBD TBC NA ND
	CEGEP OAS CPP RPC QPP RRQ RRSP REER EI AE RESP REEE TFSA CELI VAT TVA QST TVQ AGM AGA RFP MOU GHG GES EV VE`,
		// Words in capitals.
		`NOT NO YES ALL ANY AND OR ONLY MUST MAY WILL CAN NEW OLD NOTE DRAFT FINAL SECRET TOP PLEASE READ STOP FOR IF DO WE YOU IS ARE BE TO OF THE NOW
	NON OUI PAS ET OU LA LE LES DE DU DES UN UNE TOUT TOUS DOIT`,
	)
})

func sorted(lists ...string) []string {
	var all []string
	for _, l := range lists {
		all = append(all, strings.Fields(l)...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}
