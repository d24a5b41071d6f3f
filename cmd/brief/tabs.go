package main

import (
	"briefnote/diag"
	"briefnote/schema"
)

func (a *app) tabs(_ *schema.File, _ source, _ map[string][]byte) (map[schema.Note][]schema.Note, []diag.Diagnostic) {
	return nil, nil
}
