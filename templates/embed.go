// Package templates holds everything that is data rather than code. Start with
// [FS]; its folders are named for those who read them.
package templates

import "embed"

// FS holds the files of this folder. Paths are slash-separated and start at
// this folder, such as "html/page.html".
//
//go:embed all:init
//go:embed fonts house html labels new
var FS embed.FS
