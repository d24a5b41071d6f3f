package main

import (
	"fmt"
	"os"
)

func main() {
	dir := os.Args[1]
	c, err := start("/var/tmp/yls/node_modules/.bin/yaml-language-server", dir)
	if err != nil {
		panic(err)
	}
	for i, f := range os.Args[2:] {
		src, _ := os.ReadFile(f)
		found, at, err := c.open(fmt.Sprintf("n%d.yaml", i), string(src))
		if err != nil {
			panic(err)
		}
		fmt.Println("==", f)
		for _, l := range found {
			fmt.Println("  !", l)
		}
		l, err := c.complete(at)
		fmt.Println("  complete:", l, err)
		h, err := c.hover(at)
		fmt.Printf("  hover: %q %v\n", h, err)
	}
	fmt.Println(c.stop())
}
