#!/usr/bin/env bash
# Makes the pictures of the documentation from the samples: the same page as
# PDF, as a browser shows the HTML, and as a word processor shows the DOCX, side
# by side. A format that brief does not offer is left out of the row. Needs
# pdftoppm (poppler-utils), chromium, soffice (libreoffice-writer-nogui) and
# convert (imagemagick); run it anywhere:
#
#   docs/images/make.sh
set -euo pipefail
cd "$(dirname "$0")/../.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
go build -o "$work/brief" ./cmd/brief
offers() { "$work/brief" render --help | grep -qw "$1"; }

# The width of a page in the pictures, in pixels, and its part of the height of
# Letter paper that is shown.
width=640
height=$((width * 11 / 8 * 9 / 10))

# grey makes a picture small: few greys and colours are enough for a page.
grey() { convert "$1" -resize "${width}x" -crop "${width}x${height}+0+0" +repage -strip -colors 16 "PNG8:$2"; }

# page PDF PNG draws the first page of a PDF.
page() {
  pdftoppm -r 150 -png -singlefile -f 1 -l 1 "$1" "$work/page"
  grey "$work/page.png" "$2"
}

# screen HTML PNG takes a picture of the sheet, as wide as the paper, without the
# desk around it: 8.5 inches are 816 pixels, and the desk is 24 pixels high.
screen() {
  local paper=816 tall=1056 edge=24
  chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --force-device-scale-factor=2 \
    --window-size="$((paper + 2 * edge)),$((tall + 2 * edge))" --screenshot="$work/screen.png" "file://$1" >/dev/null 2>&1
  convert "$work/screen.png" -crop "$((2 * paper))x$((2 * tall))+$((2 * edge))+$((2 * edge))" +repage "$work/sheet.png"
  grey "$work/sheet.png" "$2"
}

# row NOTE NAME makes the pictures NAME-pdf.png, NAME-html.png and NAME-docx.png.
row() {
  local stem
  stem=$work/$(basename "$1" .yaml)
  "$work/brief" render --quiet --to pdf,html -o "$work" "$1"
  page "$stem.pdf" "docs/images/$2-pdf.png"
  screen "$stem.html" "docs/images/$2-html.png"
  if offers docx; then
    "$work/brief" render --quiet --to docx -o "$work" "$1"
    soffice "-env:UserInstallation=file://$work/profile" --headless --convert-to pdf --outdir "$work/office" "$stem.docx" >/dev/null 2>&1
    page "$work/office/$(basename "$stem").pdf" "docs/images/$2-docx.png"
  fi
}

row samples/fcm-2019/01-encryption.yaml encryption
row samples/drafts/smoke-alerts.en.yaml smoke-alerts
# first NOTE NAME [FLAG...] makes the picture NAME.png of a note's first page as PDF.
first() {
  "$work/brief" render --quiet -o "$work/first.pdf" "${@:3}" "$1"
  page "$work/first.pdf" "docs/images/$2.png"
}

first samples/tutorial/ferry.yaml tutorial-pdf
first samples/tutorial/traversier.yaml tutoriel-pdf
first samples/tutorial/ferry.yaml style-public-safety --style public-safety
first samples/tutorial/ferry.yaml style-large-print --style large-print
first samples/tutorial/ferry.yaml style-marine --style docs/styles/marine.yaml
ls -l docs/images
