#!/usr/bin/env bash
# Types the start of each word of a command line into live shells, and a tab
# behind it: "brief ren", "--st", "lar", "fe". What they complete must be the
# whole line, for the note is then printed in the house style that was meant.
# Needs bash, zsh, fish and script (bsdutils).
#
#   conformance/shells.sh [SHELL...]
set -euo pipefail
cd "$(dirname "$0")/.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
CGO_ENABLED=0 go build -o "$work/bin/brief" ./cmd/brief
export PATH="$work/bin:$PATH" TERM=dumb HOME="$work"
unset XDG_CONFIG_HOME XDG_DATA_HOME

# Nothing that the machine has set up for its users, bash-completion included.
declare -A start=(
  [bash]="bash --noprofile --norc -i"
  [zsh]="zsh -f -i"
  [fish]="fish --no-config -i"
)
declare -A learn=(
  [bash]="source <(brief completion bash)"
  [zsh]="autoload -Uz compinit; compinit -u -D; source <(brief completion zsh)"
  [fish]="brief completion fish | source"
)

# typed is what goes into the shell, at the speed of a hand: a shell that is still
# at work on one line must not take the next for an answer.
typed() {
  sleep 1
  printf '%s\r' "${learn[$1]}"
  sleep 1
  for word in 'brief ren' '--st' 'lar' 'fe'; do
    printf '%s\t' "$word"
    sleep 0.7
  done
  printf '\r'
  sleep 1
  printf 'exit\r'
  sleep 0.5
}

failed=0
[ $# -gt 0 ] || set -- bash zsh fish
for shell in "$@"; do
  mkdir "$work/$shell"
  cd "$work/$shell"
  brief new --quiet briefing-note ferry.yaml
  brief render --quiet --style large-print -o "$work/want.pdf" ferry.yaml
  typed "$shell" | timeout 60 script -qec "${start[$shell]}" /dev/null >"$work/$shell.log" 2>&1 || true
  if cmp -s ferry.pdf "$work/want.pdf"; then
    echo "$shell: the whole line is completed"
  else
    echo "$shell: the line is not completed:"
    cat -v "$work/$shell.log"
    failed=1
  fi
done
exit "$failed"
