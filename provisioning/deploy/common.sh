# shellcheck shell=bash
# What every verb needs: exit codes, failures, steps and options.

# shellcheck disable=SC2034 # used by the verbs
readonly EXIT_DRIFT=2 EXIT_ROLLED_BACK=3 EXIT_NOT_ROLLED_BACK=4 EXIT_NO_INVENTORY=10 EXIT_UNREACHABLE=11 \
  EXIT_WRONG_KEY=12 EXIT_NO_SUDO=13 EXIT_DISK_FULL=14 EXIT_LOCKED=15 EXIT_HALF_FINISHED=16 EXIT_NOT_REPLICATING=17 \
  EXIT_NOT_BUILT=18 EXIT_NO_RELEASE=19 EXIT_DIRTY=20 EXIT_LIVING=21 EXIT_BACKUP=22 EXIT_OUTAGE=23 EXIT_FORMER_WRITER=24 EXIT_NO_MAJORITY=25 EXIT_USAGE=64

fail() { # MESSAGE [EXIT_CODE]
  end_step_line
  printf 'deploy.sh: %s\n' "$1" >&2
  exit "${2:-1}"
}

# One sentence a step, with the time it took. No condition around a call: errexit must stay on inside.
step() { # SENTENCE COMMAND...
  local started=$EPOCHREALTIME
  printf '%s ... ' "$1"
  step_line_open=1
  shift
  "$@"
  printf '%s s\n' "$(seconds_since "$started")"
  step_line_open=''
}

# A step that changes something on a host; a dry run says what it would do.
change() { # SENTENCE COMMAND...
  if [[ ${dry_run:-} ]]; then
    printf 'would: %s\n' "$1"
  else
    step "$@"
  fi
}

# What failed is said on a line of its own.
end_step_line() {
  if [[ ${step_line_open:-} ]]; then
    printf '\n'
    step_line_open=''
  fi
}

seconds_since() { # EPOCHREALTIME
  local micros=$((${EPOCHREALTIME/[.,]/} - ${1/[.,]/}))
  printf '%d.%d' $((micros / 1000000)) $((micros / 100000 % 10))
}

# Reads the options that all verbs share, and those that the verb names in flags and values, into variables of their names
# (--allow-dirty: allow_dirty); the rest into arguments, of which there may be max_arguments.
flags=() values=() max_arguments=0

parse_options() { # ARGUMENTS...
  inventory='' dry_run='' arguments=()
  while (($#)); do
    if [[ $1 == --help || $1 == -h ]]; then
      "${verb}_usage"
      exit
    elif is_one_of "$1" --dry-run "${flags[@]}"; then
      set_option "$1" 1
    elif is_one_of "$1" --inventory "${values[@]}"; then
      [[ -n ${2:-} ]] || fail "$1 needs a value; see ./deploy.sh $verb --help" "$EXIT_USAGE"
      set_option "$1" "$2"
      shift
    elif [[ $1 == -* ]]; then
      fail "unknown option $1; see ./deploy.sh $verb --help" "$EXIT_USAGE"
    else
      arguments+=("$1")
    fi
    shift
  done
  if ((${#arguments[@]} > max_arguments)); then
    fail "unexpected argument \"${arguments[max_arguments]}\"; see ./deploy.sh $verb --help" "$EXIT_USAGE"
  fi
}

is_one_of() { # WORD WORDS...
  local wanted=$1 word
  shift
  for word; do
    [[ $word != "$wanted" ]] || return 0
  done
  return 1
}

set_option() { # --NAME VALUE
  local name=${1#--}
  printf -v "${name//-/_}" %s "$2"
}

# Time stamps of releases, locks and logs.
utc_now() {
  date -u +%Y-%m-%dT%H:%M:%SZ
}

whoami_where() {
  printf '%s@%s' "$(id -un)" "$(uname -n)"
}
