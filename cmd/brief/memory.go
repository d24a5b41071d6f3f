package main

import "runtime/debug"

// How far memory may grow before it is tidied up, in per cent of what is in
// use (the GOGC of package runtime, which comes first where a user has set it).
// A note needs a few megabytes for a few milliseconds: tidying them up early
// would take a tenth of the time. A book of a thousand notes holds hundreds.
const (
	roomForNotes = 400
	roomForBooks = 50
)

// roomForMany is the memory, in bytes, that the lint of very many notes is to do with.
const roomForMany = 200 << 20

// sparing has memory spared the more the more notes have been linted: of ten
// thousand, some hundred megabytes are held, and a few while one is read. The
// limit is no wall: what must be held is held, and tidied up more often.
func (a *app) sparing(notes int) {
	if notes%1000 != 0 {
		return
	}
	if a.env("GOGC") == "" {
		debug.SetGCPercent(max(roomForBooks, roomForNotes*1000/(notes+1000)))
	}
	if a.env("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(roomForMany)
	}
}

// bookSize is the size of sources, in bytes, from which on they are a book.
const bookSize = 1 << 20

// makeRoom says how freely memory may be used for sources of a size.
func (a *app) makeRoom(bytes int) {
	switch {
	case a.env("GOGC") != "":
	case bytes >= bookSize:
		debug.SetGCPercent(roomForBooks)
	default:
		debug.SetGCPercent(roomForNotes)
	}
}
