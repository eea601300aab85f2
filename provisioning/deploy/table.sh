# shellcheck shell=bash
# The table that status prints and that deploy and rollback end with; from gathered facts.

max_cell=60

print_table() {
  local host
  {
    printf 'host\trole\texpected\trunning\tsince\thealth\tlag\n'
    for host in "${hosts[@]}"; do
      table_row "$host"
    done
  } | align
  for host in "${hosts[@]}"; do
    tell_whole "$host" "$(fact "$host" health)" "$(fact "$host" trouble)"
  done
}

# What the table has no room for.
tell_whole() { # HOST SENTENCES...
  local sentence
  for sentence in "${@:2}"; do
    ((${#sentence} <= max_cell)) || printf '%s: %s\n' "$1" "$sentence"
  done
}

short() { # SENTENCE
  ((${#1} <= max_cell)) && printf '%s' "$1" || printf '%s ...' "${1:0:max_cell - 4}"
}

table_row() { # HOST
  local role lag expected running health since
  if [[ ${result[$1]} != 0 ]]; then
    explain "$1" "${result[$1]}"
    printf '%s\t%s\t-\t-\t-\t%s\t-\n' "$1" "$(role_of "$1")" "$problem"
    return
  fi
  role=$(role_of "$1") expected=$(expected_commit) running=$(running_commit "$1")
  health=$(short "$(fact "$1" health)") since=$(since_utc "$(fact "$1" since)") lag=$(lag_of "$1")
  [[ $running == "$expected" ]] || running+=' (!)'
  [[ $(fact "$1" drained) != *"$1 "* ]] || health+=', drained'
  printf '%s\t%s\t%s\t%s\t%s\t%s\t%s\n' "$1" "$role" "$expected" "$running" "${since:--}" "$health" "$lag"
}

role_of() { # HOST
  [[ $1 == "$writer" ]] && printf writer || printf replica
}

# What the last deploy or rollback that came to its end left on the writer; where that cannot be asked, on another host.
expected_release() {
  local host release
  for host in "$writer" "${hosts[@]}"; do
    release=$(fact "$host" expected)
    if [[ $release ]]; then
      printf %s "$release"
      return
    fi
  done
}

# Its commit, or "-".
expected_commit() {
  local release
  release=$(expected_release)
  printf '%s' "$(commit_of "${release:--}")"
}

# 20261125T134002Z-0123456789ab-dirty: 0123456789ab-dirty
commit_of() { # RELEASE
  printf %s "${1#*Z-}"
}

running_commit() { # HOST
  local version
  version=$(fact "$1" version)
  if [[ $version =~ \"commit\":\"([0-9a-f]{12}) ]]; then
    printf %s "${BASH_REMATCH[1]}"
    [[ $version != *'"dirty":true'* ]] || printf -- -dirty
  else
    printf -- -
  fi
}

# systemd says it in the host's own time zone, by name.
since_utc() { # TIMESTAMP
  [[ -z $1 ]] || date -u -d "${1#* }" +%Y-%m-%dT%H:%M:%SZ 2>/dev/null || printf %s "$1"
}

lag_of() { # HOST
  local trouble behind
  trouble=$(fact "$1" trouble) behind=$(fact "$1" behind)
  if [[ $trouble ]]; then
    short "$trouble"
  elif [[ $1 == "$writer" ]]; then
    printf -- -
  else
    printf '%s s' "${behind:-?}"
  fi
}

# Columns as wide as their widest cell.
align() {
  python3 -c '
import sys
rows = [line.rstrip("\n").split("\t") for line in sys.stdin]
widths = [max(map(len, column)) for column in zip(*rows)]
for row in rows:
    print("  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip())'
}

# Every host is reached and ready, runs what is expected, and follows the writer.
all_is_well() {
  local host expected
  expected=$(expected_commit)
  for host in "${hosts[@]}"; do
    [[ ${result[$host]} == 0 ]] && [[ $(running_commit "$host") == "$expected" && $(fact "$host" health) == ready \
      && -z $(fact "$host" trouble) ]] || return 1
  done
}
