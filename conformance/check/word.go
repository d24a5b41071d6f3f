package main

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
)

// Two validators judge the DOCX files, since each finds faults that the other
// does not: Microsoft's Open XML SDK, which knows what Word wants beyond the
// schemas, and the transitional schemas of ECMA-376 (conformance/pom.xml).

// wordFiles has both judge every DOCX file below a folder, writes down what they
// say, and counts the faults. sdk is the program of the SDK. Maven has been run.
func wordFiles(folder, sdk string, to io.Writer) (int, error) {
	faults, err := openXML(folder, sdk, to)
	if err != nil {
		return faults, err
	}
	broken, err := schemas(folder, to)
	if broken {
		faults++
	}
	return faults, err
}

// openXML has the Open XML SDK judge the files, as many at a time as there are
// processors, and counts the faults.
func openXML(folder, sdk string, to io.Writer) (int, error) {
	var work sync.WaitGroup
	var lock sync.Mutex
	var files, faults int
	var failed error
	slots := make(chan struct{}, runtime.NumCPU())
	err := filepath.WalkDir(folder, func(path string, _ fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".docx" {
			return err
		}
		files++
		work.Go(func() {
			slots <- struct{}{}
			found, err := sdkFaults(sdk, path)
			<-slots
			lock.Lock()
			defer lock.Unlock()
			failed = errors.Join(failed, err)
			faults += len(found)
			for _, fault := range found[:min(len(found), shown)] {
				fmt.Fprintf(to, "FAIL %s: %s\n", strings.TrimPrefix(path, folder+string(filepath.Separator)), fault)
			}
		})
		return nil
	})
	work.Wait()
	if err = errors.Join(err, failed); err == nil && files == 0 {
		err = fmt.Errorf("no DOCX was printed to %s", folder)
	}
	fmt.Fprintf(to, "Open XML SDK: %d files, %d faults\n", files, faults)
	return faults, err
}

// verdict is what the program of the SDK prints.
type verdict struct {
	OK     bool
	Errors []struct{ Description, ErrorType, Path string }
}

// sdkFaults returns what the Open XML SDK finds wrong with a file.
func sdkFaults(sdk, path string) ([]string, error) {
	var out, said bytes.Buffer
	cmd := exec.Command(sdk, path)
	cmd.Stdout, cmd.Stderr = &out, &said
	err := cmd.Run()
	var status *exec.ExitError
	if err != nil && (!errors.As(err, &status) || status.ExitCode() != 1) {
		return nil, fmt.Errorf("the Open XML SDK: %w\n%s", err, strings.TrimSpace(said.String()))
	}
	var v verdict
	if err := json.Unmarshal(out.Bytes(), &v); err != nil {
		return nil, fmt.Errorf("the Open XML SDK says %q: %w", out.String(), err)
	}
	var faults []string
	for _, e := range v.Errors {
		faults = append(faults, e.Description)
	}
	if !v.OK && len(faults) == 0 {
		faults = append(faults, "it is not valid")
	}
	return faults, nil
}

// schemas has the schemas of ECMA-376 judge every DOCX file below a folder, and
// reports whether one is not valid. They come with a logger that nothing is
// logged with.
func schemas(folder string, to io.Writer) (bool, error) {
	const jar = "conformance/target/conformance.jar"
	return judged(to, "java", "-Dlog4j2.statusLoggerLevel=OFF", "-cp", jar, "briefnote.conformance.Schemas", folder)
}

// judged runs a program that exits with 1 if what it judges is at fault, as a
// Java program does that breaks down.
func judged(to io.Writer, name string, args ...string) (bool, error) {
	var said bytes.Buffer
	cmd := exec.Command(name, args...)
	cmd.Stdout, cmd.Stderr = to, &said
	err := cmd.Run()
	var status *exec.ExitError
	switch {
	case errors.As(err, &status) && status.ExitCode() == 1 && !strings.Contains(said.String(), "Exception in thread"):
		return true, nil
	case err != nil:
		return false, fmt.Errorf("%s: %w\n%s", name, err, strings.TrimSpace(said.String()))
	}
	return false, nil
}

// proveWord has both validators judge a file with an element that Word does not
// know: neither may let it pass.
func proveWord(folder, sdk string) error {
	path, err := proof(folder, "unknown.docx", unknown())
	if err != nil {
		return err
	}
	if found, err := sdkFaults(sdk, path); err != nil || len(found) == 0 {
		return errors.Join(err, errors.New("the Open XML SDK lets an element pass that it does not know"))
	}
	var said bytes.Buffer
	broken, err := schemas(folder, &said)
	if err == nil && (!broken || !strings.Contains(said.String(), "FAIL unknown.docx: word/document.xml: /document/body/p")) {
		err = fmt.Errorf("the schemas of ECMA-376 let an element pass that they do not know; what is said is:\n%s", said.String())
	}
	return err
}

// unknown returns the least of a DOCX, but for one element.
func unknown() []byte {
	const main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	parts := []struct{ name, content string }{
		{"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
			`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
			`<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`},
		{"_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
			`<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`},
		{"word/document.xml", `<w:document xmlns:w="` + main + `"><w:body><w:p><w:unknown/></w:p></w:body></w:document>`},
	}
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, p := range parts {
		if w, err := z.Create(p.name); err == nil {
			_, _ = w.Write([]byte(p.content)) // writing to memory does not fail
		}
	}
	_ = z.Close()
	return out.Bytes()
}
