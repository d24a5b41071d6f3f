package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"net/textproto"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// patience is how long an answer may take. The first one has the server start
// and read the schema.
const patience = time.Minute

// client talks to a language server over its standard input and output
// (Language Server Protocol 3.17).
type client struct {
	server   *exec.Cmd
	in       io.WriteCloser
	messages chan message
	last     int
}

// message is a request, an answer or a notification.
type message struct {
	Version string          `json:"jsonrpc"`
	ID      json.RawMessage `json:"id,omitempty"`
	Method  string          `json:"method,omitempty"`
	Params  json.RawMessage `json:"params,omitempty"`
	Result  json.RawMessage `json:"result,omitempty"`
	Error   json.RawMessage `json:"error,omitempty"`
}

// start starts the server on a folder, set to use no schema but those of the folder.
func start(program, folder string) (*client, error) {
	c := &client{server: exec.Command(program, "--stdio"), messages: make(chan message, 64)}
	c.server.Dir = folder
	c.server.Stderr = os.Stderr
	var err error
	if c.in, err = c.server.StdinPipe(); err != nil {
		return nil, err
	}
	out, err := c.server.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := c.server.Start(); err != nil {
		return nil, err
	}
	go c.receive(bufio.NewReader(out))
	capabilities := map[string]any{
		"workspace":    map[string]any{"configuration": true},
		"textDocument": map[string]any{"completion": map[string]any{"completionItem": map[string]any{"snippetSupport": true}}},
	}
	if _, err := c.ask("initialize", map[string]any{"processId": os.Getpid(), "rootUri": uri(folder), "capabilities": capabilities}); err != nil {
		return nil, err
	}
	return c, c.tell("initialized", map[string]any{})
}

// receive reads messages until the server ends.
func (c *client) receive(r *bufio.Reader) {
	defer close(c.messages)
	for {
		header, err := textproto.NewReader(r).ReadMIMEHeader()
		if err != nil {
			return
		}
		n, err := strconv.Atoi(header.Get("Content-Length"))
		if err != nil {
			return
		}
		body := make([]byte, n)
		if _, err := io.ReadFull(r, body); err != nil {
			return
		}
		var m message
		if json.Unmarshal(body, &m) == nil {
			c.messages <- m
		}
	}
}

func (c *client) send(m message) error {
	m.Version = "2.0"
	body, err := json.Marshal(m)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(c.in, "Content-Length: %d\r\n\r\n%s", len(body), body)
	return err
}

// tell sends a notification.
func (c *client) tell(method string, params any) error {
	raw, err := json.Marshal(params)
	if err != nil {
		return err
	}
	return c.send(message{Method: method, Params: raw})
}

// ask sends a request and waits for its answer.
func (c *client) ask(method string, params any) (json.RawMessage, error) {
	raw, err := json.Marshal(params)
	if err != nil {
		return nil, err
	}
	c.last++
	id := strconv.Itoa(c.last)
	if err := c.send(message{ID: json.RawMessage(id), Method: method, Params: raw}); err != nil {
		return nil, err
	}
	m, err := c.await(func(m message) bool { return m.Method == "" && string(m.ID) == id })
	if err == nil && m.Error != nil {
		err = fmt.Errorf("%s: %s", method, m.Error)
	}
	return m.Result, err
}

// await waits for a message, and answers what the server asks meanwhile.
func (c *client) await(wanted func(message) bool) (message, error) {
	late := time.After(patience)
	for {
		select {
		case m, open := <-c.messages:
			switch {
			case !open:
				return m, fmt.Errorf("the server has ended")
			case wanted(m):
				return m, nil
			case m.ID != nil && m.Method != "":
				if err := c.answer(m); err != nil {
					return m, err
				}
			}
		case <-late:
			return message{}, fmt.Errorf("the server gives no answer")
		}
	}
}

// answer answers a request of the server, above all that for its settings: no
// catalogue of schemas from the network, and those of the folder's own settings.
func (c *client) answer(m message) error {
	result := json.RawMessage("null")
	if m.Method == "workspace/configuration" {
		settings, err := c.settings()
		if err != nil {
			return err
		}
		result = settings
	}
	return c.send(message{ID: m.ID, Result: result})
}

// settings are those that an editor has for the server: yaml, http, editor and
// files, in that order.
func (c *client) settings() (json.RawMessage, error) {
	raw, err := os.ReadFile(filepath.Join(c.server.Dir, ".vscode", "settings.json"))
	if err != nil {
		return nil, err
	}
	var all map[string]any
	if err := json.Unmarshal(raw, &all); err != nil {
		return nil, err
	}
	yaml := map[string]any{"validate": true, "completion": true, "hover": true}
	for key, value := range all {
		group := yaml
		path := strings.Split(key, ".")
		if path[0] != "yaml" {
			continue
		}
		for _, name := range path[1 : len(path)-1] {
			inner, _ := group[name].(map[string]any)
			if inner == nil {
				inner = map[string]any{}
			}
			group[name], group = inner, inner
		}
		group[path[len(path)-1]] = value
	}
	return json.Marshal([]any{yaml, map[string]any{}, map[string]any{"tabSize": 2}, map[string]any{}})
}

// stop ends the server.
func (c *client) stop() error {
	if _, err := c.ask("shutdown", nil); err != nil {
		return err
	}
	if err := c.tell("exit", nil); err != nil {
		return err
	}
	return c.server.Wait()
}

func uri(path string) string { return "file://" + filepath.ToSlash(path) }
