package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// cursor marks in a note where the writer is.
const cursor = "‸"

// open writes a note into the folder and opens it. It returns what the server
// says is wrong with it, a finding a line, and where the cursor is.
func (c *client) open(name, note string) (found []string, at map[string]any, err error) {
	before, _, _ := strings.Cut(note, cursor)
	line := strings.Count(before, "\n")
	character := len([]rune(before[strings.LastIndexByte(before, '\n')+1:]))
	text := strings.ReplaceAll(note, cursor, "")
	path := filepath.Join(c.server.Dir, name)
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		return nil, nil, err
	}
	document := map[string]any{"uri": uri(path), "languageId": "yaml", "version": 1, "text": text}
	if err := c.tell("textDocument/didOpen", map[string]any{"textDocument": document}); err != nil {
		return nil, nil, err
	}
	at = map[string]any{"textDocument": map[string]any{"uri": uri(path)}, "position": map[string]any{"line": line, "character": character}}
	m, err := c.await(func(m message) bool {
		return m.Method == "textDocument/publishDiagnostics" && strings.Contains(string(m.Params), filepath.ToSlash(name))
	})
	if err != nil {
		return nil, nil, err
	}
	var published struct {
		Diagnostics []struct {
			Range   struct{ Start struct{ Line int } }
			Message string
		}
	}
	if err := json.Unmarshal(m.Params, &published); err != nil {
		return nil, nil, err
	}
	for _, d := range published.Diagnostics {
		found = append(found, fmt.Sprintf("%d: %s", d.Range.Start.Line+1, d.Message))
	}
	return found, at, nil
}

// complete returns what the server offers at the cursor.
func (c *client) complete(at map[string]any) ([]string, error) {
	raw, err := c.ask("textDocument/completion", at)
	if err != nil {
		return nil, err
	}
	var list struct {
		Items []struct {
			Label      string
			InsertText string
		}
	}
	if err := json.Unmarshal(raw, &list); err != nil {
		return nil, err
	}
	var labels []string
	for _, i := range list.Items {
		labels = append(labels, i.Label)
	}
	return labels, nil
}

// hover returns what the server says of the word at the cursor.
func (c *client) hover(at map[string]any) (string, error) {
	raw, err := c.ask("textDocument/hover", at)
	if err != nil {
		return "", err
	}
	var h struct{ Contents struct{ Value string } }
	if string(raw) == "null" {
		return "", nil
	}
	return h.Contents.Value, json.Unmarshal(raw, &h)
}
