#!/usr/bin/env bash
# Makes the pictures of the documentation from the samples. Needs pdftoppm
# (Debian: poppler-utils).
set -euo pipefail
cd "$(dirname "$0")/../.."
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
go run ./cmd/brief render --quiet -o "$tmp" samples/fcm-2019/01-encryption.yaml
pdftoppm -r 80 -f 1 -l 1 -gray -png -singlefile "$tmp/01-encryption.pdf" docs/images/encryption
