package file

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

func TestDict(t *testing.T) {
	got := string(NewDict().Name("Type", "A b/#").Int("N", -3).Nums("Box", 0, 1.5, -0.0001, 1234567).Ref("R", 7).
		Refs("Rs", []Ref{1, 22}).Text("T", `a (b) \ c`).Text("U", "é𝄞").Bytes("B", "x\r\n").
		Dict("D", NewDict().Raw("Y", "true")).bytes())
	want := `<</Type /A#20b#2F#23/N -3/Box [0 1.5 0 1234567]/R 7 0 R/Rs [1 0 R 22 0 R]/T (a \(b\) \\ c)` +
		"/U <FEFF00e9d834dd1e>/B (x\\r\n)/D <</Y true>>>>"
	if got != want {
		t.Errorf("dictionary is\n%s, want\n%s", got, want)
	}
}

// sample writes a file of n dictionaries and one stream.
func sample(t *testing.T, n int, data string) []byte {
	t.Helper()
	w := New()
	root, info, stream := w.Alloc(), w.Alloc(), w.Alloc()
	w.Dict(root, NewDict().Name("Type", "Catalog").Ref("Pages", stream))
	w.Dict(info, NewDict().Text("Title", "t"))
	w.Stream(stream, NewDict().Int("Answer", 42), []byte(data))
	for i := range n {
		w.Add(NewDict().Int("I", i))
	}
	var b bytes.Buffer
	if err := w.Finish(&b, root, info); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestCrossReference follows the file's own table to every object.
func TestCrossReference(t *testing.T) {
	for _, n := range []int{0, 97, 98, 99, 350} {
		data := sample(t, n, "content of a page")
		if !bytes.HasPrefix(data, []byte("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")) || !bytes.HasSuffix(data, []byte("%%EOF\n")) {
			t.Fatal("the file has no header or no end")
		}
		start := regexp.MustCompile(`startxref\n(\d+)\n`).FindSubmatch(data)
		table := streamAt(t, data, atoi(t, string(start[1])))
		if len(table)%7 != 0 {
			t.Fatalf("the table has %d bytes, no multiple of 7", len(table))
		}
		rows := len(table) / 7
		for i := 1; i < rows; i++ {
			row := table[7*i : 7*i+7]
			place, index := int(binary.BigEndian.Uint32(row[1:])), int(binary.BigEndian.Uint16(row[5:]))
			switch row[0] {
			case 1:
				if want := strconv.Itoa(i) + " 0 obj\n"; !bytes.HasPrefix(data[place:], []byte(want)) {
					t.Fatalf("object %d is not at %d", i, place)
				}
			case 2:
				holder := int(binary.BigEndian.Uint32(table[7*place+1:]))
				if num, body := packedAt(t, streamAt(t, data, holder), index); num != i || !strings.HasPrefix(body, "<<") {
					t.Fatalf("object %d of stream %d is number %d, %q", index, place, num, body)
				}
			default:
				t.Fatalf("object %d is of kind %d", i, row[0])
			}
		}
	}
}

// streamAt inflates the stream of the object at an offset.
func streamAt(t *testing.T, data []byte, at int) []byte {
	t.Helper()
	length := regexp.MustCompile(`/Length (\d+)>>\nstream\n`).FindSubmatchIndex(data[at:])
	n := atoi(t, string(data[at+length[2]:at+length[3]]))
	body := data[at+length[1]:][:n]
	if !bytes.HasPrefix(data[at+length[1]+n:], []byte("\nendstream")) {
		t.Fatalf("the stream at %d has not the length it says", at)
	}
	r, err := zlib.NewReader(bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	out, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// packedAt returns the number and the text of an object in an object stream.
func packedAt(t *testing.T, stream []byte, index int) (int, string) {
	t.Helper()
	first := bytes.IndexByte(stream, '<')
	head := strings.Fields(string(stream[:first]))
	at := atoi(t, head[2*index+1])
	body, _, _ := strings.Cut(string(stream[first+at:]), "\n")
	return atoi(t, head[2*index]), body
}

func atoi(t *testing.T, s string) int {
	t.Helper()
	n, err := strconv.Atoi(s)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func TestSameInputSameBytes(t *testing.T) {
	a, b, c := sample(t, 5, "one"), sample(t, 5, "one"), sample(t, 5, "two")
	if !bytes.Equal(a, b) {
		t.Error("the same objects give two files")
	}
	id := regexp.MustCompile(`/ID \[<([0-9a-f]{32})><([0-9a-f]{32})>\]`)
	x, z := id.FindSubmatch(a), id.FindSubmatch(c)
	if x == nil || z == nil || bytes.Equal(x[1], z[1]) {
		t.Error("files with other content have the same identifier, or none")
	}
}

// TestTinyStreams: what is short stands in the file as it is, and what is long
// is compressed.
func TestTinyStreams(t *testing.T) {
	for _, n := range []int{tiny - 1, tiny} {
		words := strings.Repeat("w", n)
		if data := sample(t, 0, words); bytes.Contains(data, []byte("stream\n"+words+"\nendstream")) != (n < tiny) {
			t.Errorf("a stream of %d bytes is compressed, or is not", n)
		}
	}
}

// TestIdentifier: whatever the file says, in objects or in streams of each
// kind, is part of the hash that names it.
func TestIdentifier(t *testing.T) {
	file := func(dict, object, stream, plain, deflated string) string {
		w := New()
		root := w.Add(NewDict().Text("Title", dict))
		w.Object(w.Alloc(), []byte("["+object+"]"))
		w.Stream(w.Alloc(), NewDict(), []byte(stream))
		w.Plain(w.Alloc(), NewDict(), []byte(plain))
		w.Deflated(w.Alloc(), NewDict(), []byte(deflated))
		var b bytes.Buffer
		if err := w.Finish(&b, root, root); err != nil {
			t.Fatal(err)
		}
		return string(regexp.MustCompile(`/ID \[<([0-9a-f]{32})>`).FindSubmatch(b.Bytes())[1])
	}
	seen := map[string]int{}
	for i, id := range []string{
		file("a", "1", "b", "c", "d"),
		file("x", "1", "b", "c", "d"),
		file("a", "2", "b", "c", "d"),
		file("a", "1", "x", "c", "d"),
		file("a", "1", "b", "x", "d"),
		file("a", "1", "b", "c", "x"),
	} {
		if other, ok := seen[id]; ok {
			t.Errorf("files %d and %d differ and have the same identifier", other, i)
		}
		seen[id] = i
	}
}

// TestObjectIsCopied: the buffer of an object may be used for the next one.
func TestObjectIsCopied(t *testing.T) {
	w := New()
	buf := make([]byte, 0, 16)
	for i := range 3 * stockSize / 10 {
		buf = append(buf[:0], "<</I "+strconv.Itoa(i)+">>"...)
		w.Object(w.Alloc(), buf)
	}
	for i := range w.objects {
		if got, want := string(w.objects[i].dict), "<</I "+strconv.Itoa(i)+">>"; got != want {
			t.Fatalf("object %d is %s, want %s", i, got, want)
		}
	}
}

func TestReservedAndNeverWritten(t *testing.T) {
	w := New()
	root := w.Alloc()
	if err := w.Finish(io.Discard, root, root); err == nil || !strings.Contains(err.Error(), "never written") {
		t.Errorf("the error is %v", err)
	}
}

// FuzzText: a string reads back as what was written.
func FuzzText(f *testing.F) {
	f.Add(`(\)`)
	f.Add("\r\n\t\\")
	f.Fuzz(func(t *testing.T, s string) {
		if got := unescape(t, AppendBytes(nil, s)); got != s {
			t.Errorf("%q reads back as %q", s, got)
		}
	})
}

// unescape reads a literal string as ISO 32000-1, 7.3.4.2 says.
func unescape(t *testing.T, b []byte) string {
	t.Helper()
	if b[0] != '(' || b[len(b)-1] != ')' {
		t.Fatalf("%q has no parentheses", b)
	}
	var out []byte
	for i := 1; i < len(b)-1; i++ {
		switch b[i] {
		case '\\':
			i++
			if b[i] == 'r' {
				out = append(out, '\r')
			} else {
				out = append(out, b[i])
			}
		case '(', ')', '\r':
			t.Fatalf("%q has a bare %q", b, b[i])
		default:
			out = append(out, b[i])
		}
	}
	return string(out)
}
