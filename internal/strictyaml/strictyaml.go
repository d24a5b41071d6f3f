// Package strictyaml reads YAML the way an author needs it read.
//
// Start with [Parse], which turns the bytes of a file into a tree of [Node]
// values, a tree a document, and reports everything wrong with the file at its
// place; then [Decoder.Decode] puts a tree into Go structs with `yaml` tags.
// [Unmarshal] does both for a file of one document. To write a file anew,
// [File.Layout] finds its comments and what each is about, and [Setting.Write]
// writes a text so that it reads as before.
//
// gopkg.in/yaml.v3 does the parsing. This package adds what it leaves out:
// the place in the source of every byte of every scalar ([Text.Place]),
// unknown and duplicate keys, a limit on size and depth, refusal of aliases,
// tags, control characters and foreign encodings, and for a syntax error its
// position and a sentence that the author of a note can act on. A broken entry
// does not hide the rest of the file: it is blanked out, and what stands round
// it is read again.
package strictyaml

import (
	"reflect"
	"slices"
	"sync"

	"briefnote/diag"
)

// Limits of what is read at all.
const (
	MaxSize  = 8 << 20 // bytes a file
	MaxDepth = 32      // levels of mappings and sequences
)

// The rules that findings of this package carry.
const (
	RuleSyntax    = "yaml-syntax"
	RuleMissing   = "missing-field"
	RuleUnknown   = "unknown-field"
	RuleDuplicate = "duplicate-key"
	RuleTooLarge  = "too-large"
	RuleType      = "wrong-type"
	RuleValue     = "bad-value"
	RuleAlias     = "alias-forbidden"
	RuleTooDeep   = "too-deep"
	RuleControl   = "control-character"
)

// Kind is what a node is.
type Kind uint8

// The kinds of nodes.
const (
	Scalar   Kind = iota
	Mapping       // ordered pairs
	Sequence      // list of items
	Broken        // something was here and could not be read; a finding says what
)

// Node is a value of a YAML document.
type Node struct {
	Pointer string    // JSON pointer from the document's root; "" is the root
	Span    diag.Span // all of it, quotes or brackets included
	Text    Text      // of a scalar
	Pairs   []Pair    // of a mapping
	Items   []*Node   // of a sequence
	Comment diag.Span // beside a scalar left empty; it may have been meant as the text
	Kind    Kind
	Null    bool // a scalar left empty, or written ~ or null
	Flow    bool // written in brackets

	// Holed says that an entry of this mapping or sequence was unreadable, so
	// that the lack of a key means nothing.
	Holed bool

	// Form is the type that the node was read as, nil until it was decoded. Of a
	// value that may be written in several forms it is the one found.
	Form reflect.Type
}

// Pair is an entry of a mapping.
type Pair struct {
	Key   Text
	Value *Node
}

// Get returns the value under a key, or nil.
func (n *Node) Get(key string) *Node {
	if n == nil {
		return nil
	}
	for _, p := range n.Pairs {
		if p.Key.Value == key {
			return p.Value
		}
	}
	return nil
}

// Empty reports whether the node says nothing: it is absent, null, or a text of blanks.
func (n *Node) Empty() bool {
	if n == nil {
		return true
	}
	switch n.Kind {
	case Scalar:
		return n.Null || isBlank(n.Text.Value)
	case Mapping:
		return len(n.Pairs) == 0 && !n.Holed
	case Sequence:
		return len(n.Items) == 0 && !n.Holed
	default:
		return false
	}
}

// Document is one of the documents of a file.
type Document struct {
	Root       *Node     // nil where the document is empty or unreadable
	Span       diag.Span // what stands between the --- lines
	Unreadable bool      // a finding says why
}

// File is a file as parsed.
type File struct {
	Name      string
	Source    []byte
	Documents []Document
	Problems  []diag.Diagnostic
}

// Parse reads the documents of a file. It returns as much as could be read,
// with all problems found; it never fails otherwise.
func Parse(name string, src []byte) *File {
	f := &File{Name: name, Source: src}
	p := &parser{file: f, fileLines: sync.OnceValue(func() *diag.Lines { return diag.NewLines(src) })}
	clean, ok := p.clean(src)
	if !ok {
		return f
	}
	for _, part := range splitDocuments(clean) {
		f.Documents = append(f.Documents, p.document(clean, part))
	}
	return f
}

// Empty reports whether the file holds nothing at all but comments.
func (f *File) Empty() bool {
	return len(f.Problems) == 0 && !slices.ContainsFunc(f.Documents, func(d Document) bool { return d.Root != nil })
}
