// Package samples holds notes, not code: a released briefing book transcribed
// word for word (fcm-2019), and drafts that show what a good note looks like.
// Its tests prove that the transcription is faithful, and that what the tool
// prints of it are the words of the release.
package samples
