package lint

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"briefnote/diag"
)

var accentedCaps = &Rule{
	ID: "FR505", Slug: "accented-caps", Severity: diag.Warning,
	Doc: Doc{
		Title:  "Accents on capitals",
		Why:    "In Canada capitals keep their accents, and in headings a word can mean another one without them.",
		Bad:    "COMMUNIQUE DE L’ETAT",
		Good:   "COMMUNIQUÉ DE L’ÉTAT",
		Source: "Translation Bureau, Clés de la rédaction (accents sur les majuscules)",
	},
	Check: func(p *Pass) {
		for ps := range frenchPassages(p) {
			for i, w := range ps.Words() {
				r, _ := utf8.DecodeRuneInString(w.Text)
				if unicode.IsUpper(r) || strings.IndexByte(w.Fold, '\'') > 0 || strings.IndexByte(w.Fold, '-') > 0 {
					capitalParts(p, ps, i)
				}
			}
		}
	},
}

// capitalParts looks at the parts of a word between apostrophes and hyphens.
func capitalParts(p *Pass, ps *Passage, i int) {
	w := ps.Words()[i]
	if w.Text == "A" {
		bareA(p, ps, i)
		return
	}
	french := i > 0 && opensNoun()[ps.Words()[i-1].Fold] && ps.onlySpace(ps.Words()[i-1].End, w.Start)
	for from := 0; from < len(w.Text); {
		size := strings.IndexAny(w.Text[from:], "-'’\u2010\u2011")
		if size < 0 {
			size = len(w.Text) - from
		}
		if size > 2 {
			accentOf(p, ps, w.Start+from, w.Start+from+size, french || from > 0)
		}
		_, mark := utf8.DecodeRuneInString(w.Text[from+size:])
		from += size + mark
	}
}

// accentOf reports a word in capitals, or with one, that lacks its accents.
// French says that it follows an article or the like.
func accentOf(p *Pass, ps *Passage, start, end int, french bool) {
	word := ps.Plain[start:end]
	capitals := isCapitals(word)
	r, size := utf8.DecodeRuneInString(word)
	if !capitals && (!unicode.IsUpper(r) || r >= utf8.RuneSelf) {
		return
	}
	lower := strings.ToLower(word)
	right, ok := frenchAccents()[withoutAccents(lower)]
	if !ok || right.english && !french || lower == right.word {
		return
	}
	use := strings.ToUpper(right.word)
	if !capitals {
		accented, _ := utf8.DecodeRuneInString(right.word)
		if accented < utf8.RuneSelf {
			return // its accents are on its small letters, which are no concern of this rule
		}
		use = string(unicode.ToUpper(accented)) + word[size:]
	}
	if strings.EqualFold(right.word, "communiqué") && followedBy(ps, end, "avec", "que") {
		return
	}
	f := p.At(ps, start, end, "this word lacks its accents", "write "+quote(use))
	if !right.unsure {
		frenchMend(f, ps, frenchEdit{start, end, use})
	}
}

// followedBy reports whether the next word after an offset is one of some.
func followedBy(ps *Passage, end int, words ...string) bool {
	next := ps.WordsIn(end, len(ps.Plain))
	for _, w := range words {
		if len(next) > 0 && next[0].Fold == w {
			return true
		}
	}
	return false
}

// bareA reports a capital A that opens a phrase with à. A alone may be a verb
// or a letter of a list; the words after it tell.
func bareA(p *Pass, ps *Passage, i int) {
	words := ps.Words()
	a := words[i]
	if i+1 == len(words) || !ps.onlySpace(a.End, words[i+1].Start) {
		return
	}
	next := words[i+1].Fold
	opens := opensSentenceAt(ps, a.Start)
	if phrasesOfA()[next] || opens && (afterA()[next] || strings.HasPrefix(next, "l'")) {
		f := p.At(ps, a.Start, a.End, "this word lacks its accent", `write "À"`)
		frenchMend(f, ps, frenchEdit{a.Start, a.End, "À"})
	}
}

// phrasesOfA are words that only à can precede, wherever the phrase stands.
var phrasesOfA = sync.OnceValue(func() map[string]bool {
	return map[string]bool{
		"partir": true, "compter": true, "titre": true, "l'intention": true, "l'égard": true, "l'egard": true,
		"l'étranger": true, "l'etranger": true, "l'occasion": true, "l'appui": true, "l'échelle": true, "l'echelle": true,
		"l'appel": true, "l'ordre": true, "propos": true, "travers": true,
	}
})

// afterA are words that follow à at the start of a sentence.
var afterA = sync.OnceValue(func() map[string]bool {
	return map[string]bool{
		"la": true, "ce": true, "cet": true, "cette": true, "ces": true, "noter": true, "défaut": true, "moins": true, "long": true,
		"court": true, "moyen": true, "terme": true, "cause": true, "côté": true, "savoir": true, "leur": true, "son": true,
		"sa": true, "ses": true, "notre": true, "votre": true, "quel": true, "quelle": true, "quoi": true, "qui": true,
		"mesure": true, "nouveau": true, "présent": true, "venir": true, "peine": true, "cela": true, "mi-chemin": true,
	}
})

// opensNoun are words after which a word that both languages have is French.
var opensNoun = sync.OnceValue(func() map[string]bool {
	return map[string]bool{
		"le": true, "la": true, "les": true, "du": true, "des": true, "de": true, "un": true, "une": true, "au": true, "aux": true,
		"ce": true, "cette": true, "ces": true, "notre": true, "nos": true, "votre": true, "vos": true, "sa": true, "ses": true,
		"leur": true, "leurs": true, "madame": true, "monsieur": true,
	}
})

// accent is how a word is written with its accents.
type accent struct {
	word    string
	english bool // without them it is a word of English too
	unsure  bool // it may be meant to have other ones
}

// frenchAccents returns the words of a government's headings that have accents,
// by what is left of them without, each also in the plural.
var frenchAccents = sync.OnceValue(func() map[string]accent {
	out := map[string]accent{}
	add := func(words string, a accent) {
		for _, w := range strings.Fields(words) {
			for _, form := range []string{w, w + "s"} {
				a.word = form
				out[withoutAccents(form)] = a
			}
		}
	}
	add(`août bâtiment citoyenneté clés communiqué conseillère décembre dépense développement deuxième difficulté
		débat déjà démocratie démocratique député députée déléguée ébauche école écologique économie économique
		écosse égalité égypte électricité électronique élargissement énergie énergétique enquête entité épidémie
		équipe équipement équité établissement étape état éthiopie éthique étranger étrangère étude étudiant
		européen européenne événement échange échéance échéancier échelle éviter février forêt frontière généraux
		générale identité indépendance inférieur intégrité intérêt liberté matière mémoire ministère modèle nécessaire
		numérique numéro pêche période première dernière prévu priorité problème présidente protégée qualité québécois
		réfugié règlement réglementaire réglementation réponse république réseau responsabilité résultat santé
		secrétaire sécurité sénat sénateur société stratégie stratégique supérieur système tâche très trésor troisième
		vérificateur`, accent{})
	add(`considération décision déclaration définition défense détail début éducation édition élaboration élection
		électoral élément émission évaluation évolution exécutif fédéral fédération général légal législation média
		métis montréal opération préparation présentation président prévention procédure québec rédaction référence
		région régional résidence résolution réunion révision scénario secrétariat télécommunication téléphone
		vérification`, accent{english: true})
	add(`contrôle délégué été privé protégé réforme réserve`, accent{unsure: true})
	return out
})

// withoutAccents returns a word in small letters with its letters bare.
func withoutAccents(w string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case 'à', 'â':
			return 'a'
		case 'ç':
			return 'c'
		case 'é', 'è', 'ê', 'ë':
			return 'e'
		case 'î', 'ï':
			return 'i'
		case 'ô':
			return 'o'
		case 'ù', 'û', 'ü':
			return 'u'
		}
		return r
	}, w)
}
