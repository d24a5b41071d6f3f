package schema

import (
	"bytes"
	"reflect"
	"strings"

	"briefnote/internal/strictyaml"
)

// Explain writes a line of comment over each key of a note: what the key is
// for. words may have it in another language, by the key's path, such as
// "meeting.place"; where it is nil, the words are those of the fields.
func Explain(src []byte, words map[string]string) []byte {
	parsed := strictyaml.Parse("", src)
	if len(parsed.Documents) == 0 || parsed.Documents[0].Root == nil {
		return src
	}
	root := parsed.Documents[0].Root
	e := &explainer{src: src, words: words, said: map[string]bool{}}
	if kind, ok := findKind(root.Get("kind").Text.Value); ok {
		e.group(root, formOf(kind), "")
	}
	e.out.Write(src[e.done:])
	return e.out.Bytes()
}

// explainer goes through a note from its start to its end.
type explainer struct {
	src   []byte
	words map[string]string
	out   bytes.Buffer
	done  int             // bytes of src that are written
	said  map[string]bool // paths that are explained: in a list, once is enough
}

// group explains the keys of a mapping that is read as a struct.
func (e *explainer) group(n *strictyaml.Node, t reflect.Type, path string) {
	for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice {
		t = t.Elem()
	}
	for _, item := range n.Items {
		e.group(item, t, path)
	}
	if t.Kind() != reflect.Struct {
		return
	}
	for _, p := range n.Pairs {
		for _, f := range strictyaml.Fields(t) {
			if p.Key.Value == f.Key {
				e.key(p.Key, path+f.Key, f.Doc)
				e.group(p.Value, f.Type, path+f.Key+".")
			}
		}
	}
}

// key writes what stands before the line of a key, and its explanation.
func (e *explainer) key(key strictyaml.Text, path, doc string) {
	if e.words != nil {
		doc = e.words[path]
	}
	line := bytes.LastIndexByte(e.src[:key.Span.Start], '\n') + 1
	if line < e.done || doc == "" || e.said[path] {
		return // it shares a line with the entry in front of it, or there is nothing to say
	}
	e.said[path] = true
	indent := len(e.src[line:]) - len(bytes.TrimLeft(e.src[line:], " "))
	e.out.Write(e.src[e.done:line])
	e.out.WriteString(strings.Repeat(" ", indent) + "# " + doc + "\n")
	e.done = line
}
