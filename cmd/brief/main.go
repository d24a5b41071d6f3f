// Command brief turns briefing notes written as YAML into documents.
package main

import "os"

func main() {
	os.Exit(run(os.Args[1:], system()))
}
