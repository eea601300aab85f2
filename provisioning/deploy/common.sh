# shellcheck shell=bash
# What the verbs need that are shell: failures and steps. Exit codes: ../../deploy.sh --help.

# shellcheck disable=SC2034 # used by the verbs
readonly EXIT_NOT_BUILT=18 EXIT_DIRTY=20 EXIT_USAGE=64

fail() { # MESSAGE [EXIT_CODE]
  if [[ ${step_line_open:-} ]]; then
    printf '\n' # what failed is said on a line of its own
  fi
  printf 'deploy.sh: %s\n' "$1" >&2
  exit "${2:-1}"
}

# One sentence a step, with the time it took. No condition around a call: errexit must stay on inside.
step() { # SENTENCE COMMAND...
  local started=${EPOCHREALTIME/[.,]/} micros
  printf '%s ... ' "$1"
  step_line_open=1
  shift
  "$@"
  micros=$((${EPOCHREALTIME/[.,]/} - started))
  printf '%d.%d s\n' $((micros / 1000000)) $((micros / 100000 % 10))
  step_line_open=''
}
